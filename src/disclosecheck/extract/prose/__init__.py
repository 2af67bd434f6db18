"""Figures in prose: sentences and clauses, patterns from `rules/phrasings/`, facts with their printed quote."""

from disclosecheck.extract.prose.figures import find_figures

__all__ = ["find_figures"]
