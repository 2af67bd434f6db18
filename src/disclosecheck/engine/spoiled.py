"""What rests on a figure of the tables that is known to be wrong refers to the finding that says so."""

from collections.abc import Iterator

from disclosecheck.engine.judged import Judged
from disclosecheck.model.form import address

_IMPOSSIBLE = "cell_value"  # the kind that finds negative counts and fractions
_SEVERAL = 3  # sums that one likely reason explains, so that all of its cells are in doubt


def follow_spoiled(judged: list[Judged]) -> list[Judged]:
    """Let the text and what is merely unusual follow from cells that cannot be right or were told to be wrong.

    A cell that cannot hold what it says speaks for all that rests on it; one that a sum corrects, only for what is for
    a person to look at: whether the text agrees with the corrected figure is settled where the cell is named.
    """
    impossible, doubted, corrected = _owners(judged)
    if not (impossible or doubted or corrected):
        return judged
    return [_followed(item, impossible, doubted, corrected) for item in judged]


def _owners(judged: list[Judged]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """By cell the finding that says what is wrong with it: no such count, one reason for several sums, a sum."""
    impossible: dict[str, str] = {}
    doubted: dict[str, str] = {}
    corrected: dict[str, str] = {}
    for item in judged:
        verdict = item.verdict
        owner = item.because_of or item.name
        if item.rule.kind == _IMPOSSIBLE and verdict.outcome == "fail":
            impossible.update(dict.fromkeys(verdict.cells, owner))
        elif verdict.explains and _is_told(item):
            doubted.update(dict.fromkeys(verdict.cells, owner))
        elif verdict.balance and not verdict.balance.stated and verdict.outcome == "fail" and len(verdict.cells) == 1:
            corrected.update(dict.fromkeys(verdict.cells, owner))
    return impossible, doubted, corrected


def _is_told(item: Judged) -> bool:
    verdict = item.verdict
    return verdict.outcome == "fail" or (verdict.outcome == "review" and len(verdict.explains) >= _SEVERAL)


def _followed(item: Judged, impossible: dict[str, str], doubted: dict[str, str], corrected: dict[str, str]) -> Judged:
    verdict = item.verdict
    if item.because_of is not None or verdict.outcome not in ("fail", "review") or item.rule.kind == _IMPOSSIBLE:
        return item
    owners = dict(impossible)
    if verdict.balance is None or verdict.balance.stated:
        owners |= doubted
    if verdict.balance is None and verdict.outcome == "review":
        owners |= corrected
    owner = next((owners[cell] for cell in _cells(item) if cell in owners), None)
    return item.following(owner) if owner is not None and owner != item.name else item


def _cells(item: Judged) -> Iterator[str]:
    yield from item.verdict.cells
    for place in item.verdict.evidence:
        if place.source == "report" and place.table and place.column:
            yield address(place.table, place.row, place.column)
