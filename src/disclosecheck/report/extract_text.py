"""What was read from one report, for eyes: sections, each table as a grid, figures with their place."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from disclosecheck.model.fact import Attestation
from disclosecheck.model.form import Form, Row, TableSpec
from disclosecheck.model.ledger import Ledger
from disclosecheck.model.registry import FactName
from disclosecheck.report.extracted import CellShown, ExtractOutput, FactShown, TableShown, unmatched_share
from disclosecheck.report.labels import Labels
from disclosecheck.report.look import Look, printed
from disclosecheck.report.places import place_lines
from disclosecheck.report.wording import document_line, translate
from disclosecheck.report.wrap import wrap

BLANK = "-"
MANY_COLUMNS, FEW_COLUMNS = 6, 16  # cells that a column's heading may take; it is wrapped

Cells = dict[tuple[str | None, str], CellShown]


def render_extract(
    output: ExtractOutput,
    form: Form | None,
    look: Look,
    labels: Labels,
    registry: Mapping[str, FactName],
    attested: Sequence[Attestation | None] = (),
    ledgers: Sequence[Ledger] = (),
) -> str:
    """`attested` says of each fact of the output who vouches for it."""
    console = look.console()
    _line(console, output.path, look, "bold")
    _line(console, document_line(output.document, labels), look)
    if output.document.kind == "metrics":
        _facts(console, "extract_metrics", output, look, labels, registry, attested)
    else:
        _report(console, output, form, look, labels)
        _facts(console, "extract_facts", output, look, labels, registry, attested)
        _unmatched(console, output, look, labels)
    for ledger in ledgers:
        place = f"{ledger.file}!{ledger.sheet}" if ledger.sheet else ledger.file
        params = {"place": place, "rows": str(len(ledger.lines)), "flaws": str(len(ledger.flaws))}
        _line(console, labels.say("extract_ledger", title=translate(ledger.form.title, labels), **params), look)
    for note in output.document.notes:
        _line(console, labels.say("note", note=translate(note.message, labels)), look)
    return printed(console)


def _report(console: Console, output: ExtractOutput, form: Form | None, look: Look, labels: Labels) -> None:
    _line(console, _cells_line(output, form, labels), look)
    _sections(console, output, look, labels)
    if not output.tables:
        _title(console, labels.say("extract_no_tables"), look)
    for spec in form.tables if form is not None and output.tables else ():
        _grid(console, spec, output.tables.get(spec.id), look, labels)


def _cells_line(output: ExtractOutput, form: Form | None, labels: Labels) -> str:
    """How many cells hold a number, and how the others are shown."""
    read = sum(cell.state == "number" for table in output.tables.values() for cell in table.cells)
    expected = len(form.addresses()) if form is not None else 0
    line = labels.say("extract_cells", read=str(read), expected=str(expected))
    return line if read == expected else f"{line}{labels.say('semicolon')}{labels.say('extract_states')}"


def _sections(console: Console, output: ExtractOutput, look: Look, labels: Labels) -> None:
    _title(console, labels.say("extract_sections"), look)
    if not output.sections:
        _line(console, labels.say("extract_no_sections"), look)
    for section in output.sections:
        number = str(section.number) if section.number else "-"
        place = labels.say("paragraph", number=str(section.paragraph))
        if section.page is not None:
            place += labels.say("comma") + labels.say("page", number=str(section.page))
        empty = " " + labels.say("extract_section_empty") if section.empty else ""
        _line(console, f"{number}  {section.heading}{empty}  [{place}]", look)


def _grid(console: Console, spec: TableSpec, shown: TableShown | None, look: Look, labels: Labels) -> None:
    name = labels.table_name(spec.id)
    if shown is None:
        _title(console, labels.say("extract_not_found", table=name), look)
        return
    _title(console, name, look)
    cells = {(cell.row, cell.column): cell for cell in shown.cells}
    columns = list(dict.fromkeys(cell.column for cell in shown.cells))
    table = Table(box=look.box(), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    if spec.rows:
        _rows(table, spec, columns, cells, look, labels)
    else:
        _upright(table, spec, columns, cells, labels)
    console.print(table)
    _extras(console, shown, look, labels)


def _rows(table: Table, spec: TableSpec, columns: list[str], cells: Cells, look: Look, labels: Labels) -> None:
    """As the form stands: a line for each row, its label in full."""
    narrow = MANY_COLUMNS if len(columns) > 3 else FEW_COLUMNS
    longest = max(cell_len(row.label) for row in spec.rows)
    width = min(longest, max(20, look.columns - len(columns) * (narrow + 2)))
    table.add_column("", width=width, no_wrap=True)
    for column in columns:
        name = labels.column_name(spec.id, column).rpartition("/")[2]
        table.add_column("\n".join(wrap(name, narrow)), justify="right", no_wrap=True)
    for row in spec.rows:
        label = "\n".join(wrap(row.label, width))
        table.add_row(label, *(_value(cells.get((row.key, column)), row, labels) for column in columns))


def _upright(table: Table, spec: TableSpec, columns: list[str], cells: Cells, labels: Labels) -> None:
    """A table of one row, its fifteen columns set below one another."""
    table.show_header = False
    table.add_column("")
    table.add_column("", justify="right")
    for column in columns:
        table.add_row(labels.column_name(spec.id, column), _value(cells.get((None, column)), None, labels))


def _value(cell: CellShown | None, row: Row | None, labels: Labels) -> str:
    if cell is None:
        return "" if row is not None and row.header_only else labels.say("extract_missing")
    if cell.state == "missing":
        return labels.say("extract_missing")
    return BLANK if cell.state == "blank" else cell.text


def _extras(console: Console, shown: TableShown, look: Look, labels: Labels) -> None:
    for key, extras in (("extract_extra_row", shown.extra_rows), ("extract_extra_column", shown.extra_columns)):
        for extra in extras:
            values = labels.say("pause").join(value or BLANK for value in extra.values)
            _line(console, labels.say(key, label=extra.label, values=values), look)


def _facts(
    console: Console,
    title: str,
    output: ExtractOutput,
    look: Look,
    labels: Labels,
    registry: Mapping[str, FactName],
    attested: Sequence[Attestation | None],
) -> None:
    _title(console, labels.say(title, count=str(len(output.facts))), look)
    for fact, attestation in zip_longest(output.facts, attested[: len(output.facts)]):
        known = registry.get(fact.name)
        name = translate(known.title, labels) if known else fact.name
        _line(console, f"{name} = {_quantity(fact, labels)}{_qualified(fact, labels)}", look, "bold")
        lines = place_lines([fact.evidence], labels)
        if attestation is not None:
            words = [word for word in (attestation.by, attestation.on, attestation.proof) if word]
            lines.append(labels.say("extract_attested", words=labels.say("comma").join(words)))
        for place in lines:
            for line in wrap(place, look.columns - 2):
                _line(console, f"  {line}", look)


def _quantity(fact: FactShown, labels: Labels) -> str:
    if isinstance(fact.value, bool):
        return labels.say("extract_yes" if fact.value else "extract_no")
    return f"{fact.value} {fact.unit}"


def _qualified(fact: FactShown, labels: Labels) -> str:
    parts = [f"{name}={value}" for name, value in fact.dimensions.items()]
    parts += [part for part in (fact.scope, fact.period) if part]
    parts += [labels.say("extract_approximate")] if fact.approximate else []
    parts += [fact.confidence] if fact.confidence != "certain" else []
    return f"  [{labels.say('comma').join(parts)}]" if parts else ""


def _unmatched(console: Console, output: ExtractOutput, look: Look, labels: Labels) -> None:
    count = str(len(output.unmatched))
    _title(console, labels.say("extract_unmatched", count=count, share=unmatched_share(output)), look)
    for statement in output.unmatched:
        place = labels.say("paragraph", number=str(statement.paragraph))
        _line(console, labels.say("with_quote", place=place, quote=statement.quote), look)


def _title(console: Console, text: str, look: Look) -> None:
    console.print()
    _line(console, text, look, "bold")


def _line(console: Console, text: str, look: Look, style: str = "") -> None:
    for line in wrap(text, look.columns):
        console.print(Styled(line, style=style), no_wrap=True, overflow="ignore", crop=False)
