"""The properties that rules demand: one module each, with its parameters and its check.

A kind knows no rule id, severity, file or screen; it yields verdicts, and the engine adds the rest.
"""
