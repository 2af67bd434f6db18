"""Compliance checks for annual reports of government information disclosure."""

__version__ = "0.1.0"
