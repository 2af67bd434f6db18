"""The command line: parse, build, run, return a code."""
