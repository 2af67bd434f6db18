"""Figures counted from the rows of ledgers, each with the rows that decide it."""
