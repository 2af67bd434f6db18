"""A Document into a FactSet: who reports, sections, tables by their labels, figures in prose."""
