"""The first-level headings of a report and the sections under them."""

from collections.abc import Iterable

from msgspec.structs import replace

from disclosecheck.extract.headings import Heading
from disclosecheck.extract.numbering import Style
from disclosecheck.extract.titles import RANKED
from disclosecheck.model.document import Document, Paragraph, Table
from disclosecheck.model.fact import Section

_LEVEL: dict[Style, str] = {"roman": "english", "word": "english", "part": "han"}
_PRECEDENCE = ("han", "english", "arabic", "bracket", "none")  # where two kinds of numerals bear as many titles
_WORTH = {"official": 4, "english": 4, "alias": 3, "deprecated": 3, "similar": 2}
_FEWEST_IN_CONTENTS = 3


def choose_headings(candidates: Iterable[Heading]) -> tuple[Heading, ...]:
    """The headings of the first level among the candidates, in reading order.

    Those that bear a statutory title decide which kind of numeral is the first level's; a table of contents, a
    sub-heading with a section's title and one whose rank a statutory title has already taken are left out.
    """
    found = _without_contents([heading for heading in candidates if not _is_aspect(heading)])
    primary = _primary_level(found)
    known = _best_of_each([heading for heading in found if heading.match and _level(heading) == primary])
    known += _strays(found, known, primary)
    known.sort(key=_place)
    return _with_unknown(found, known, primary)


def split_at(document: Document, headings: tuple[Heading, ...]) -> tuple[Document, tuple[Heading, ...]]:
    """The document with every heading at the beginning of a paragraph of its own, under the printed number."""
    cuts: dict[int, list[int]] = {}
    for heading in headings:
        if heading.start > 0:
            cuts.setdefault(heading.block, []).append(heading.start)
    if not cuts:
        return document, headings
    blocks: list[Paragraph | Table] = []
    where: dict[tuple[int, int], int] = {}
    for index, block in enumerate(document.blocks):
        starts = (0, *cuts.get(index, ()))
        for start, end in zip(starts, (*starts[1:], None), strict=True):
            where[index, start] = len(blocks)
            blocks.append(replace(block, text=block.text[start:end]) if isinstance(block, Paragraph) else block)
    moved = tuple(_moved(heading, where[heading.block, heading.start]) for heading in headings)
    return replace(document, blocks=tuple(blocks)), moved


def make_sections(document: Document, headings: tuple[Heading, ...]) -> tuple[Section, ...]:
    """The sections under headings that begin paragraphs; the last one ends with the document."""
    if not headings:
        return ()
    ends = [heading.block for heading in headings[1:]] + [len(document.blocks)]
    return tuple(_section(document, heading, end) for heading, end in zip(headings, ends, strict=True))


def _section(document: Document, heading: Heading, end: int) -> Section:
    block = document.blocks[heading.block]
    assert isinstance(block, Paragraph)  # candidates are found in paragraphs only
    inline = block.text[heading.title_end :].strip("。.：:、，, \t\u3000\u00a0") and block.text[heading.title_end :]
    body = document.blocks[heading.block + 1 : end]
    return Section(
        number=heading.number,
        key=heading.match.key if heading.match else None,
        heading=block.text[: heading.title_end if inline else None].strip(),
        title=block.text[heading.title_start : heading.title_end].strip(),
        numeral=heading.rank,
        paragraph=block.number,
        page=block.page,
        start=heading.block,
        end=end,
        inline=inline.strip(),
        empty=not inline and not any(isinstance(part, Table) or part.text.strip() for part in body),
        alias=heading.alias,
    )


def _moved(heading: Heading, block: int) -> Heading:
    shift = heading.start
    return replace(
        heading,
        block=block,
        start=0,
        title_start=heading.title_start - shift,
        title_end=heading.title_end - shift,
    )


def _level(heading: Heading) -> str:
    return _LEVEL.get(heading.style, heading.style)


def _place(heading: Heading) -> tuple[int, int]:
    return heading.block, heading.start


def _is_aspect(heading: Heading) -> bool:
    """A part of section one that bears the title of another section, （一）主动公开政府信息情况: the ranks differ."""
    return heading.style == "bracket" and heading.match is not None and heading.rank != heading.number


def _without_contents(found: list[Heading]) -> list[Heading]:
    """Without a run of titles that follow one another with nothing between, where all of them come again later."""
    known = [heading for heading in found if heading.match and heading.alone]
    runs: list[list[Heading]] = []
    for heading in known:
        run = runs[-1] if runs else []
        if run and heading.block == run[-1].block + 1 and heading.number not in {other.number for other in run}:
            run.append(heading)
        else:
            runs.append([heading])
    last = {heading.number: heading.block for heading in found if heading.match}
    contents: set[int] = set()
    for run in runs:
        again = all(last[heading.number] > run[-1].block for heading in run)
        if len(run) >= _FEWEST_IN_CONTENTS and again:
            contents |= {heading.block for heading in run}
    return [heading for heading in found if not (heading.match and heading.block in contents)]


def _primary_level(found: list[Heading]) -> str:
    """The kind of numeral that bears most of the statutory titles; without any, the one that runs from one up."""
    worth: dict[str, dict[int, int]] = {}
    for heading in found:
        if heading.match:
            numbers = worth.setdefault(_level(heading), {})
            points = _WORTH[heading.match.alias] + (heading.rank == heading.number)
            numbers[heading.match.number] = max(points, numbers.get(heading.match.number, 0))
    if worth:
        return max(worth, key=lambda level: (sum(worth[level].values()), -_PRECEDENCE.index(level)))
    return "han"


def _best_of_each(known: list[Heading]) -> list[Heading]:
    """For each section its best worded heading; others with the same wording stay, they stand there twice."""
    best: dict[int, tuple[int, int]] = {}
    for heading in known:
        number, quality = _quality(heading)
        best[number] = min(quality, best.get(number, quality))
    return [heading for heading in known if _quality(heading)[1] == best[_quality(heading)[0]]]


def _quality(heading: Heading) -> tuple[int, tuple[int, int]]:
    assert heading.match is not None
    return heading.match.number, (heading.rank != heading.match.number, RANKED.index(heading.match.alias))


def _strays(found: list[Heading], known: list[Heading], primary: str) -> list[Heading]:
    """Headings of sections not met otherwise, whose numeral is lost or of another kind: only the official title."""
    numbers = {heading.number for heading in known}
    strays: dict[int, Heading] = {}
    for heading in found:
        if heading.match and heading.alias in ("official", "english") and heading.alone:
            apart = _level(heading) not in (primary, "bracket")
            if apart and heading.match.number not in numbers:
                strays.setdefault(heading.match.number, heading)
    return list(strays.values())


def _with_unknown(found: list[Heading], known: list[Heading], primary: str) -> tuple[Heading, ...]:
    """Adds the headings of the first level's kind that bear none of the six titles, where the ranks run on."""
    taken = {heading.rank for heading in known}
    places = {_place(heading) for heading in known}
    chosen: list[Heading] = []
    last = 0
    for heading in sorted({_place(heading): heading for heading in found}.values(), key=_place):
        if heading.match and _place(heading) in places:
            chosen.append(heading)
            last = max(last, heading.rank or heading.number or 0)
        elif heading.match is None and _level(heading) == primary and heading.rank == last + 1 not in taken:
            chosen.append(heading)
            last += 1
    return tuple(chosen)
