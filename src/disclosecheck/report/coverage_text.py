"""Clause by clause what a document of key points asks, as a person reads it: `disclosecheck rules coverage`."""

from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from disclosecheck.model.demand import ClauseDemands, Demand, PackDemands
from disclosecheck.model.rule import DecidedBy, ThresholdFrom
from disclosecheck.report.labelled import Line
from disclosecheck.report.labels import Labels
from disclosecheck.report.look import Look, printed
from disclosecheck.report.wording import translate
from disclosecheck.report.wrap import wrap

DECIDED: tuple[DecidedBy, ...] = ("figures", "evidence", "attestation")
SOURCES: tuple[ThresholdFrom, ...] = ("text", "implied", "default")
_STYLES = {"figures": "green", "evidence": "cyan", "attestation": "yellow"}


def render_coverage(packs: Sequence[PackDemands], look: Look, labels: Labels) -> str:
    console = look.console()
    for index, pack in enumerate(packs):
        if index:
            console.print()
        _line(console, f"{pack.pack}  {labels.say('pack_version', version=pack.version)}", look, "bold")
        _line(console, translate(pack.title, labels), look)
        for line in totals(pack, labels):
            _line(console, line, look, "bold")
        widths = _widths(pack.demands, look, labels)
        for part in pack.clauses:
            console.print()
            _clause(console, part, widths, look, labels)
    return printed(console)


def totals(pack: PackDemands, labels: Labels) -> tuple[str, str]:
    """How many demands, by what decides them, and where the numbers come from."""
    decided = Counter(demand.decided_by for demand in pack.demands)
    numbers = Counter(demand.threshold_from for demand in pack.demands)
    counts = [labels.say(f"decided_count_{by}", count=str(decided[by])) for by in DECIDED]
    sources = [labels.say(f"from_count_{source}", count=str(numbers[source])) for source in SOURCES]
    clauses, demands = str(len(pack.clauses)), str(len(pack.demands))
    comma = labels.say("comma")
    return (
        labels.say("coverage_totals", clauses=clauses, demands=demands, counts=comma.join(counts)),
        labels.say("coverage_numbers", sources=comma.join(sources)),
    )


def _clause(console: Console, part: ClauseDemands, widths: tuple[int, int, int], look: Look, labels: Labels) -> None:
    heading = labels.say("clause_line", clause=part.clause.id, title=translate(part.clause.title, labels))
    _line(console, heading, look, "bold")
    if part.clause.note is not None:
        _line(console, labels.say("note", note=translate(part.clause.note, labels)), look, "dim")
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in widths:
        table.add_column(no_wrap=True, width=width)
    for demand in part.demands:
        by = labels.say(f"decided_{demand.decided_by or 'other'}")
        table.add_row(
            Styled(by, style=_STYLES.get(demand.decided_by or "", "")),
            _demand(demand, widths[1], labels),
            _asked(demand, widths[2], labels),
        )
    console.print(table)


def _widths(demands: Sequence[Demand], look: Look, labels: Labels) -> tuple[int, int, int]:
    """Those of all clauses, so that their columns stand below one another."""
    first = max(cell_len(labels.say(f"decided_{by}")) for by in (*DECIDED, "other"))
    said = [text for one in demands if one.asked for text in (translate(one.asked, labels), origin(one, labels))]
    last = min(max(map(cell_len, said), default=1), (look.columns - first) * 3 // 10)
    return first, look.columns - first - last - 4, last


def _demand(demand: Demand, width: int, labels: Labels) -> Styled:
    """What is asked; below, by which names and from where it is taken."""
    lines = [(line, "") for line in wrap(translate(demand.title, labels), width)]
    found = labels.say("pause").join(place_names(demand, labels))
    said = labels.say("fact_line", names=" ".join(demand.facts), places=found)
    lines += [(line, "dim") for line in wrap(said, width)]
    return _styled(lines)


def _asked(demand: Demand, width: int, labels: Labels) -> Styled:
    """The number, and where it comes from; where none is compared, whether the clause only encourages."""
    asked = translate(demand.asked, labels) if demand.asked is not None else ""
    if not asked and not demand.encouraged:
        return Styled("")
    lines = [(line, "") for line in wrap(asked, width) if asked]
    lines += [(line, "dim") for line in wrap(origin(demand, labels), width)]
    return _styled(lines)


def origin(demand: Demand, labels: Labels) -> str:
    """Where the number comes from; "" where the pack does not say."""
    if demand.encouraged:
        return labels.say("from_encouraged")
    return labels.say(f"from_{demand.threshold_from}") if demand.threshold_from else ""


def place_names(demand: Demand, labels: Labels) -> list[str]:
    """Where the figure may be stated; ledgers by the name that --records takes."""
    names = [labels.say(f"found_{place}") for place in demand.places if place != "records"]
    return [*names, *(labels.say("found_records", ledger=ledger) for ledger in demand.ledgers)]


def _styled(lines: Sequence[Line]) -> Styled:
    return Styled("\n").join(Styled(text, style=style) for text, style in lines)


def _line(console: Console, text: str, look: Look, style: str = "") -> None:
    for line in wrap(text, look.columns):
        console.print(Styled(line, style=style), no_wrap=True, overflow="ignore", crop=False)
