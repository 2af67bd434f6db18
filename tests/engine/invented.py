"""A clean report of invented figures in both editions, and the engine's answer to it."""

from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.engine.check import Checked, check
from disclosecheck.engine.choose import Chosen, choose
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Edition
from disclosecheck.model.verdict import Finding
from disclosecheck.rulebook.case_facts import Given, build
from disclosecheck.rulebook.load import load_catalogue

T3, T4 = "t3_requests", "t4_review_litigation"
APPLICANTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_org",
    "legal_service_org",
    "other_org",
)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    return load_catalogue()


def figures(edition: Edition) -> dict[str, int]:
    """Cells of tables 3 and 4 that add up in every column, row and block, no two leaf rows alike."""
    table = next(table for table in catalogue().forms[edition].tables if table.id == T3)
    cells: dict[str, int] = {}
    leaves = [row.key for row in table.rows if row.leaf]
    for place, applicant in enumerate(APPLICANTS):
        results = {leaf: (3 * rank + 5 * place) % 17 + 2 for rank, leaf in enumerate(leaves)}
        column = {
            **results,
            "results_total": sum(results.values()),
            "carried_in": place + 3,
            "carried_forward": 7 - place,
        }
        column["new_received"] = column["results_total"] + column["carried_forward"] - column["carried_in"]
        cells |= {f"{T3}.{row}.{applicant}": value for row, value in column.items()}
    for row in {cell.split(".")[1] for cell in cells}:
        cells[f"{T3}.{row}.total"] = sum(cells[f"{T3}.{row}.{applicant}"] for applicant in APPLICANTS)
    for rank, block in enumerate(("review", "direct", "after_review")):
        parts = {"upheld": 4 + rank, "corrected": 2, "other": 1 + rank, "pending": 3}
        cells |= {f"{T4}.{block}_{part}": value for part, value in parts.items()}
        cells[f"{T4}.{block}_total"] = sum(parts.values())
    return cells


def report(edition: Edition = "2021", cells: dict[str, Any] | None = None, **given: Any) -> FactSet:
    """The clean report with some cells changed; `given` as in rulebook/case_facts.py."""
    year = given.pop("year", 2023 if edition == "2021" else 2020)
    return build(
        msgspec.convert({"cells": figures(edition) | (cells or {}), "year": year, **given}, Given),
        catalogue().forms,
        edition,
    )


def judge(facts: FactSet, *asked: str) -> Checked:
    return check(facts, chosen(facts, *asked), catalogue())


def chosen(facts: FactSet, *asked: str) -> Chosen:
    return choose(facts, catalogue(), asked)


def primary(checked: Checked, *outcomes: str) -> list[Finding]:
    """Findings of their own that are neither passed nor beside the point (or only those of some outcomes)."""
    wanted = outcomes or ("fail", "open", "review", "error")
    return [finding for finding in checked.findings if finding.outcome in wanted and finding.because_of is None]


def places(finding: Finding) -> set[str]:
    return {
        ".".join(part for part in (evidence.table, evidence.row, evidence.column) if part)
        for evidence in finding.evidence
        if evidence.table
    }


def value(cell: str, edition: Edition = "2021") -> int:
    return figures(edition)[cell]


def decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None
