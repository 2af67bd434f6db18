"""Writes a planted report in a file format, has it checked, and says what was found of the defect."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal
from zipfile import ZIP_STORED, ZipFile

from msgspec import Struct
from msgspec.structs import replace

from disclosecheck.checking import Settings, Submission, check_submission
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Expected
from disclosecheck.model.result import SubmissionResult
from disclosecheck.model.verdict import Finding
from making.content import Content, Piece
from making.source import Docx, Html
from making.web import write_html
from making.word import _body, write_docx
from planting.draft import Draft

TOLD = ("fail", "open", "review", "error")
Answer = Literal["found", "elsewhere", "otherwise", "missed"]


class Planted(Struct, frozen=True, kw_only=True):
    """One defect in a report; found where a finding of one of `types` names one of `places`.

    A place is cell:table.row.column, row:table.row, column:table.column, table:name, section:3, text:(of a paragraph)
    or anywhere.
    """

    type: str
    what: str
    draft: Draft
    places: tuple[str, ...] = ("anywhere",)
    types: tuple[str, ...] = ()  # besides `type`
    follows: tuple[str, ...] = ()  # types that are in the report too, by what was planted
    previous: Draft | None = None
    metrics: str | None = None
    expected: Expected = Expected()
    rules: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx", "html", "pdf")
    error: str | None = None  # the submission is not checked, with this code
    explains: bool = False  # the type explains another failure: a finding that follows from one counts
    alone: bool = False  # compared with what is said of the report without last year's beside it
    or_error: str | None = None  # that the file cannot be read, with this code, finds it too


class Told(Struct, frozen=True):
    answer: Answer
    extra: tuple[str, ...]
    said: tuple[str, ...]  # rule and outcome of everything new


@cache
def _package(numbering: str) -> tuple[tuple[str, bytes], ...]:
    """An empty document of the samples' writer, its body one paragraph to be replaced."""
    report = replace(_blank_report(), title=())  # the file's properties must not tell what the text does not
    how = Docx(numbering="automatic" if numbering == "automatic" else "typed")
    data = write_docx(Content(report=report, pieces=(Piece(kind="body", text="@@@"),)), how)
    import io

    with ZipFile(io.BytesIO(data)) as source:
        return tuple((name, source.read(name)) for name in source.namelist())


@cache
def _blank_report():  # type: ignore[no-untyped-def]
    from planting.bases import own

    return own("township-2024")


_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?>(?:(?!</w:p>).)*?@@@.*?</w:p>", re.DOTALL)


def write(draft: Draft, path: Path) -> None:
    if path.suffix == ".html":
        path.write_bytes(_pictures(write_html(draft.content, Html()), _IMAGE))
        return
    body = "".join(_body(draft.content, Docx(split_runs=True))).encode("utf-8")
    with ZipFile(path, "w", ZIP_STORED) as target:
        for name, data in _package("typed"):
            if name == "word/document.xml":
                data = _PARAGRAPH.sub(lambda _: body, data, count=1)
                data = _PICTURED.sub(_DRAWING, data)
            target.writestr(name, data)


PICTURE = "\u2603picture"  # a paragraph that says so is written as a picture
_IMAGE = b'<img src="/images/table.png" width="640" height="420">'
_PICTURED = re.compile("\u2603.*?picture".encode())
_DRAWING = (
    b'</w:t><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    b'<wp:extent cx="5486400" cy="3200400"/><wp:docPr id="7" name="table"/></wp:inline></w:drawing><w:t>'
)


def _pictures(page: bytes, image: bytes) -> bytes:
    return page.replace(PICTURE.encode(), image)


def ask(planted: Planted, folder: Path, suffix: str, catalogue: Catalogue) -> SubmissionResult:
    path = folder / f"report.{suffix}"
    write(planted.draft, path)
    return ask_file(planted, path, catalogue)


def ask_file(planted: Planted, path: Path, catalogue: Catalogue) -> SubmissionResult:
    previous = metrics = None
    if planted.previous is not None:
        last = path.parent / "previous.html"
        write(planted.previous, last)
        previous = str(last)
    if planted.metrics is not None:
        figures = path.parent / "figures.yaml"
        figures.write_text(planted.metrics, "utf-8")
        metrics = str(figures)
    submission = Submission(path=str(path), previous=previous, metrics=metrics, expected=planted.expected)
    return check_submission(submission, Settings(rules=planted.rules), catalogue)


def told(planted: Planted, result: SubmissionResult, clean: frozenset[tuple[str, str]]) -> Told:
    """`clean` are the findings of the report without the defect."""
    if planted.error is not None or result.error is not None:
        code = result.error.code if result.error else "none"
        return Told("found" if code in (planted.error, planted.or_error) else "missed", (), (f"error {code}",))
    new = [f for f in result.findings if f.outcome in TOLD and key(f) not in clean]
    own = [f for f in new if f.because_of is None]
    types = {planted.type, *planted.types}
    right = [f for f in (new if planted.explains else own) if f.error_type in types]
    named = [f for f in right if names(f, planted.places)]
    answer: Answer = "found" if named else "elsewhere" if right else "missed"
    if not right and any(names(f, planted.places) and f.evidence for f in own):
        answer = "otherwise"
    statutory = [f for f in own if f.rule.startswith("cn-annual-report")]  # key points miss what was cut out, too
    extra = [short(f) for f in statutory if f.error_type not in types and f.error_type not in planted.follows]
    if answer == "otherwise":
        extra = []
    return Told(answer, tuple(extra), tuple(short(f) for f in own) or tuple(f"({short(f)})" for f in new))


def key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message.zh


def short(finding: Finding) -> str:
    return f"{finding.rule.split('/')[1]} {finding.outcome} {finding.severity}"


def clean_findings(result: SubmissionResult) -> frozenset[tuple[str, str]]:
    return frozenset(key(f) for f in result.findings if f.outcome in TOLD)


def names(finding: Finding, places: Iterable[str]) -> bool:
    return any(place == "anywhere" or any(_at(e, place) for e in finding.evidence) for place in places)


def _at(evidence: Evidence, place: str) -> bool:
    kind, _, what = place.partition(":")
    if kind == "section":
        return str(evidence.section) == what
    if kind == "table":
        return evidence.table == what
    if kind == "text":
        quote, text = _squashed(evidence.quote or ""), _squashed(what)
        return bool(quote) and (quote in text or text in quote or _with_hidden(evidence.quote or "", text))
    address = ".".join(part for part in (evidence.table, evidence.row, evidence.column) if part)
    if kind == "row":
        return f"{evidence.table}.{evidence.row}" == what
    if kind == "column":
        return f"{evidence.table}.{evidence.column}" == what
    return address == what


def _with_hidden(quote: str, text: str) -> bool:
    """Whether a quotation in which a name is hidden (王**) is of this text."""
    parts = [re.escape(_squashed(part)) for part in re.split(r"\*+", quote)]
    return len(parts) > 1 and re.search(".{1,4}".join(parts), text) is not None


def _squashed(text: str) -> str:
    """Without spaces, and without digits, which a finding about personal data hides."""
    return "".join(sign for sign in text if not sign.isspace() and not sign.isdigit() and sign not in "…*")
