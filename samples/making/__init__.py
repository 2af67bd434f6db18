"""Builds the sample reports from what stands in `samples/sources/`."""
