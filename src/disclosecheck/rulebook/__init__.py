"""The data under `rules/` read into the model: forms, phrasings, facts, messages and packs."""
