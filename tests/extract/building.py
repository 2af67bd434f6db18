"""Documents built by hand, with the rows and columns of the official form to build tables from."""

from collections.abc import Sequence
from functools import lru_cache

from disclosecheck.extract.facts import extract_facts
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.document import Cell, Document, FileFormat, Paragraph, Table
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Edition, Form, Row
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.forms import load_forms
from disclosecheck.rulebook.phrasings import load_phrasings
from disclosecheck.rulebook.recognition import load_recognition

TITLE = "云溪市临江区卫生健康委员会2023年政府信息公开工作年度报告"
HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

Entry = str | tuple[str, int, int]  # a cell's text, or text, rowspan, colspan
Block = str | Table


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The shipped data without packs and messages, which extraction does not ask for."""
    folder = rules_folder()
    return Catalogue(
        forms=load_forms(folder),
        phrasings=load_phrasings(folder),
        facts={},
        messages={},
        packs={},
        recognition=load_recognition(folder),
    )


def form(edition: Edition = "2021") -> Form:
    return catalogue().forms[edition]


def document(*blocks: Block, kind: FileFormat = "docx", title: str | None = None) -> Document:
    """Paragraphs and tables, numbered through."""
    built: list[Paragraph | Table] = []
    for block in blocks:
        if isinstance(block, str):
            number = sum(isinstance(other, Paragraph) for other in built) + 1
            built.append(Paragraph(text=block, number=number))
        else:
            built.append(block)
    return Document(path="report", sha256="0" * 64, format=kind, blocks=tuple(built), title=title)


def text(lines: str) -> Document:
    """A pasted text, a paragraph a line."""
    return document(*(line for line in lines.splitlines() if line.strip()), kind="text")


def grid(*rows: Sequence[Entry], number: int = 1) -> Table:
    """A table from rows of cells, laid out as HTML does: a cell takes the first free place."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row, entries in enumerate(rows):
        column = 0
        for entry in entries:
            words, rowspan, colspan = entry if isinstance(entry, tuple) else (entry, 1, 1)
            while (row, column) in taken:
                column += 1
            taken |= {(row + down, column + right) for down in range(rowspan) for right in range(colspan)}
            cells.append(Cell(row=row, column=column, text=words, rowspan=rowspan, colspan=colspan))
    width = max(column for _, column in taken) + 1
    return Table(number=number, rows=len(rows), columns=width, cells=tuple(cells))


def report(*blocks: Block, title: str = TITLE, kind: FileFormat = "docx") -> Document:
    """A report whose section two to four hold the given blocks, in one heap under section two."""
    return document(
        title, HEADINGS[0], "概况。", HEADINGS[1], *blocks, HEADINGS[4], "无。", HEADINGS[5], "无。", kind=kind
    )


def facts_of(given: Document) -> FactSet:
    return extract_facts(given, catalogue())


def values(facts: FactSet, table: str, row: str | None = None) -> list[str]:
    """The cells of a row in the form's order: the printed text, or why it is missing in brackets."""
    return [
        cell.text if cell.state != "missing" else f"({cell.reason})"
        for cell in facts.cells.values()
        if cell.table == table and cell.row == row
    ]


def rows_of(edition: Edition = "2021") -> list[Row]:
    """The rows of table 3."""
    return list(next(table for table in form(edition).tables if table.id == "t3_requests").rows)


# Table 3 as the form prints it: three rows of header, side headings merged over their rows.
HEAD_3: tuple[Sequence[Entry], ...] = (
    [(NOTE, 3, 3), ("申请人情况", 1, 7)],
    [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
)


def body_3(edition: Edition = "2021", numbers: dict[str, Sequence[str]] | None = None) -> list[list[Entry]]:
    """The rows of table 3 below the header, 0 wherever `numbers` gives nothing for a row's key."""
    numbers = numbers or {}
    rows = rows_of(edition)
    lines: list[list[Entry]] = []
    pending: list[Entry] = []
    for row in rows:
        children = [child for child in rows if child.parent == row.key and not child.header_only]
        if row.key == "results":
            nested = [child for child in rows if child.parent in ("denied", "unable", "not_processed", "other")]
            pending.append((row.label, sum(not r.header_only for r in [*children, *nested]), 1))
        elif row.header_only:
            pending.append((row.label, len(children), 1))
        else:
            width = 3 if row.parent is None else 2 if row.parent == "results" else 1
            label: Entry = (row.label, 1, width) if width > 1 else row.label
            lines.append([*pending, label, *numbers.get(row.key, ["0"] * 7)])
            pending = []
    return lines


HEAD_4: tuple[Sequence[Entry], ...] = (
    [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
    [(label, 2, 1) for label in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")]
    + [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
    ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2,
)
