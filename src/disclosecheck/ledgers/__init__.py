"""Files of single cases to ledgers by columns; nothing is judged, nothing is passed over in silence."""
