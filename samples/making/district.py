"""The worked example `samples/district-2021/`: a report with its metrics file, five ledgers and a profile.

Rows are drawn from a seeded generator, within their terms; what is wrong is laid over them from
`sources/district-2021-breaches.yaml`, which also says what must be found.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
import yaml

from making.content import compose
from making.district_rows import ROWS
from making.ledger_table import Row, Table
from making.source import SOURCES, Docx, Formats, Sample, Words
from making.spreadsheet import write_csv, write_xlsx
from making.word import write_docx

FOLDER = "district-2021"

METRICS = """\
# Figures that the text does not state; what the ledgers yield need not be stated at all.
organ: 云溪市临江区卫生健康委员会
year: 2021
attested: {by: 办公室 陈晓, on: "2022-01-10"}
metrics:
  diversified_interpretation_rate: 81.3%
  training_sessions_count: 2
  window_training_count: 1
  major_decision_catalogue_published_on: "2021-03-26"
  special_response_count: 3
"""

PROFILE = """\
# So that `disclosecheck report.docx` does the whole job.
rules = ["shanghai-health-2021"]
metrics = "metrics.yaml"

[records]
replies = {file = "replies.xlsx", closing = 2021-12-31}
requests = {file = "requests.csv", closing = 2021-12-31}
policies = {file = "policies.csv", closing = 2021-12-31}
meetings = {file = "meetings.xlsx", closing = 2021-12-31}
decisions = {file = "decisions.csv", closing = 2021-12-31}
"""


class Laid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    row: int  # 1-based
    cells: dict[str, str]


class Breaches(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rows: dict[str, dict[str, Laid]]
    traps: dict[str, dict[str, Laid]]
    findings: list[dict[str, Any]]


@cache
def load_breaches() -> Breaches:
    return msgspec.convert(_yaml("breaches"), Breaches)


@cache
def load_tables() -> dict[str, Table]:
    """How the ledgers are laid out, by name."""
    return msgspec.convert(_yaml("ledgers"), dict[str, Table])


def _yaml(part: str) -> Any:
    return yaml.safe_load((SOURCES / f"{FOLDER}-{part}.yaml").read_text("utf-8"))


def write_district() -> Iterator[tuple[str, bytes]]:
    """File names within the folder, and contents."""
    yield "report.docx", write_docx(compose(_report()), Docx())
    yield "metrics.yaml", METRICS.encode()
    yield "disclosecheck.toml", PROFILE.encode()
    breaches = load_breaches()
    for name, table in load_tables().items():
        rows = ROWS[name]()
        for laid in (*breaches.rows.get(name, {}).values(), *breaches.traps.get(name, {}).values()):
            rows[laid.row - 1] = {**rows[laid.row - 1], **laid.cells}
        yield table.file, _written(table, rows)


def line_of(name: str, place: str | int) -> int:
    """The line on which a row laid over a ledger stands, or the row of that number."""
    breaches = load_breaches()
    row = place if isinstance(place, int) else breaches.rows[name][place].row
    return row + load_tables()[name].above


def _report() -> Sample:
    return Sample(name=FOLDER, of=FOLDER, formats=Formats(docx=Docx()), shows=Words(zh="", en=""))


def _written(table: Table, rows: list[Row]) -> bytes:
    if table.file.endswith(".csv"):
        return write_csv(table, rows)
    return write_xlsx(table, rows)
