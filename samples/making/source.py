"""What stands in `samples/sources/`: the printed forms, the reports, and the samples made of them."""

from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

SAMPLES = Path(__file__).resolve().parent.parent
SOURCES = SAMPLES / "sources"


class Proactive(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One block of table 2."""

    table: str
    caption: str
    columns: dict[str, str]  # key: label
    rows: dict[str, str]


class RequestRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of table 3, or a side heading with the rows beside it."""

    label: str
    key: str | None = None
    rows: tuple["RequestRow", ...] = ()


class Requests(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    note: str
    applicants: str
    organisations: str
    columns: dict[str, str]
    rows: tuple[RequestRow, ...]


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A block of table 4; 行政诉讼 holds two."""

    label: str
    prefix: str | None = None
    inner: tuple["Block", ...] = ()


class Review(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    blocks: tuple[Block, ...]
    columns: dict[str, str]


class SectionTitle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: int
    title: str


class PrintedForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    edition: Literal["2019", "2021"]
    sections: tuple[SectionTitle, ...]
    proactive: tuple[Proactive, ...]
    requests: Requests
    review: Review


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The web page around a report."""

    site: str
    domain: str
    column: str
    published: str


class TableHere(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    table: Literal["proactive", "requests", "review"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a document that is no annual report."""

    heading: str
    text: tuple[str, ...]


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A document before it takes a file format. `cells` are printed texts by table and row, in the form's order."""

    title: tuple[str, ...]
    page: Page
    signature: tuple[str, ...] = ()
    organ: str = ""
    year: int | None = None
    edition: Literal["2019", "2021"] = "2021"
    language: Literal["zh", "en"] = "zh"
    reference: str = ""
    preamble: tuple[str, ...] = ()
    numerals: tuple[str, ...] = ("一、", "二、", "三、", "四、", "五、", "六、")
    headings: tuple[str, ...] = ()  # where they are not those of the form
    sections: dict[int, tuple[str | TableHere, ...]] = {}
    parts: tuple[Part, ...] = ()
    cells: dict[str, dict[str, tuple[str, ...]]] = {}
    cells_of: str | None = None  # the report whose cells this one prints


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A defect laid over a report."""

    cells: dict[str, str] = {}  # address: text printed instead
    zeros: dict[str, str] = {}  # table: what stands there for every 0
    text: tuple[tuple[str, str], ...] = ()  # (what stands there, what to print instead); must occur exactly once
    add: dict[int, tuple[str, ...]] = {}  # section: paragraphs put at its end
    drop_sections: tuple[int, ...] = ()
    order: tuple[int, ...] = ()
    numerals: tuple[str, ...] = ()
    drop_rows: tuple[str, ...] = ()  # table.row
    drop_tables: bool = False
    form: Literal["2019", "2021"] | None = None  # printed on this edition's form
    other_in_one_row: bool = False  # （六）其他处理 as the form of 2019 prints it
    tables: dict[str, dict[str, tuple[str, ...]]] = {}  # whole tables printed instead


class Tracked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A tracked change: `before` stands struck out in front of `after`."""

    around: str  # text of the paragraph in which `after` is found
    before: str
    after: str


class Docx(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    numbering: Literal["typed", "automatic"] = "typed"
    split_runs: bool = False
    controls: tuple[str, ...] = ()  # texts that stand in a content control
    tracked: tuple[Tracked, ...] = ()
    landscape: bool = False
    line: int = 440  # line spacing, in twentieths of a point: decides where pages break
    narrow: bool = False  # table 4 so narrow that its labels stand one character a line


class Html(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    encoding: str = "utf-8"
    declares: str | None = "utf-8"


class Txt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    tables: Literal["tabs", "lines", "joined"] = "tabs"
    encoding: str = "utf-8"


class Pdf(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    docx: Docx = Docx()
    rotate: Literal[0, 90, 270] = 0


class Formats(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    docx: Docx | None = None
    html: Html | None = None
    txt: Txt | None = None
    pdf: Pdf | None = None


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    zh: str
    en: str


class Sample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    of: str  # name of a report under sources/
    formats: Formats
    shows: Words
    change: Change = Change()
    metrics: str | None = None  # text of NAME.metrics.yaml
    figures: str | None = None  # name of a metrics file under sources/, laid out as NAME.yaml with the change's `text`


def load_form(edition: str) -> PrintedForm:
    return msgspec.convert(_yaml(f"form-{edition}"), PrintedForm)


def load_report(name: str) -> Report:
    report = msgspec.convert(_yaml(name), Report, strict=False)
    if report.cells_of:
        return msgspec.structs.replace(report, cells=load_report(report.cells_of).cells)
    return report


def load_samples() -> tuple[Sample, ...]:
    return msgspec.convert(_yaml("samples"), tuple[Sample, ...], strict=False)


def figures_of(sample: Sample) -> str | None:
    """The metrics file that a sample without a report is. Raises ValueError where a change meets its place not once."""
    if sample.figures is None:
        return sample.metrics
    text = (SOURCES / f"{sample.figures}.yaml").read_text("utf-8")
    for there, instead in sample.change.text:
        if text.count(there) != 1:
            raise ValueError(f"{sample.name}: {there!r} stands {text.count(there)} times")
        text = text.replace(there, instead)
    return text


def _yaml(name: str) -> Any:
    return yaml.safe_load((SOURCES / f"{name}.yaml").read_text("utf-8"))
