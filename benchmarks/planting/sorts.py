"""Every type of mistake with what plants it."""

from planting import beside, cells, prose, structure, tables
from planting.cells import Planter

PLANTERS: dict[str, tuple[Planter, ...]] = {}
for _part in (cells, tables, structure, prose, beside):
    for _kind, _planters in _part.PLANTERS.items():
        PLANTERS[_kind] = (*PLANTERS.get(_kind, ()), *_planters)

UNPLANTED = {
    "E-H08": "that last year's report is not at hand stands in no report: it is said when --previous is not given",
    "E-J02": "stands in two reports of a batch: tests/cli/test_batch_copies.py",
}
