"""A file near a report that says how the report is checked."""
