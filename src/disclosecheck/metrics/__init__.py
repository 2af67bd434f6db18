"""Metrics files: figures by name, read into Facts."""
