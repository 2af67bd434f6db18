"""Findings as a person or a program reads them: table, matrix, JSON."""
