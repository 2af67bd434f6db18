"""The whole pipeline for one submission, as the command runs it and as worker processes do."""

import os
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.document import Note
from disclosecheck.model.errors import DisclosecheckError, PackError, UnreadableError, UsageError
from disclosecheck.model.fact import Expected, FactSet, Identity
from disclosecheck.model.result import DocumentShown, Failure, NoteShown, PackUsed, SubmissionResult
from disclosecheck.model.rule import RulePack, Text
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import render
from disclosecheck.standing import Bar, count, status_of

if TYPE_CHECKING:
    from disclosecheck.model.ledger import Ledger
    from disclosecheck.model.metrics import Metrics

METRICS_SUFFIXES = (".yaml", ".yml", ".json", ".csv", ".xlsx")
LISTED = 10  # mistakes of a metrics file, where each has a line


class Records(msgspec.Struct, frozen=True, kw_only=True):
    """A ledger's file as the call or a profile names it."""

    name: str  # of a ledger form, or one of its aliases: replies
    path: str
    columns: dict[str, str] = {}  # headings of the file by the form's column keys, where they are not usual ones
    sheet: str | None = None  # the one that holds it; else the reader looks for it
    closing: str | None = None  # ISO date of the day on which it was closed


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """What is handed in to be checked, and what the caller says about it."""

    path: str
    metrics: str | None = None
    records: tuple[Records, ...] = ()
    previous: str | None = None
    expected: Expected = Expected()
    closing: str | None = None  # ISO date on which the ledgers of the metrics file were closed
    workdays: str | None = None  # file with years of days off beside ours
    settings: "Settings | None" = None  # its own; else those of the call
    profile: str | None = None  # that says so, as shown to the user
    alone: bool = False  # without what lies beside it


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How submissions are judged, the same for all of a call."""

    rules: tuple[str, ...] = ()  # packs asked for: ids or paths
    bar: Bar = Bar()
    double_check: bool = False


def check_submission(submission: Submission, settings: Settings, catalogue: Catalogue) -> SubmissionResult:
    """Read, extract, judge. A submission that cannot be read is a result too.

    Raises UsageError when a file given by option is no good.
    """
    return examine(submission, settings, catalogue)[0]


def examine(
    submission: Submission, settings: Settings, catalogue: Catalogue
) -> tuple[SubmissionResult, FactSet | None, tuple[RulePack, ...]]:
    """`check_submission`, with the facts and the packs that were asked; no facts of what cannot be read."""
    settings = submission.settings or settings
    if submission.workdays is None:
        return _examine(submission, settings, catalogue)
    from disclosecheck.calendar.years import VARIABLE

    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = submission.workdays
    try:
        return _examine(submission, settings, catalogue)
    finally:
        os.environ.pop(VARIABLE)
        if before is not None:
            os.environ[VARIABLE] = before


def _examine(
    submission: Submission, settings: Settings, catalogue: Catalogue
) -> tuple[SubmissionResult, FactSet | None, tuple[RulePack, ...]]:
    try:
        facts = gather(submission, settings, catalogue)
    except UnreadableError as error:
        return failed(submission.path, error, catalogue.messages), None, ()
    from disclosecheck.engine.check import check
    from disclosecheck.engine.choose import choose

    chosen = choose(facts, catalogue, settings.rules)
    checked = check(facts, chosen, catalogue)
    result = SubmissionResult(
        path=submission.path,
        sha256=sha256_of(submission.path, facts),
        status=status_of(checked.findings, settings.bar),
        error=None,
        packs=tuple(PackUsed(pack.id, pack.version) for pack in chosen.packs),
        document=document_shown(facts, catalogue.messages, (*chosen.notes, *_profile_note(submission))),
        coverage=checked.coverage,
        counts=count(checked.findings),
        findings=checked.findings,
    )
    return result, facts, chosen.packs


def _profile_note(submission: Submission) -> tuple[Message, ...]:
    return (Message("profile.profile_used", {"path": submission.profile}),) if submission.profile else ()


def gather(submission: Submission, settings: Settings, catalogue: Catalogue) -> FactSet:
    """Everything the submission states: report, metrics, ledgers, last year's report, second reading."""
    if submission.path.lower().endswith(METRICS_SUFFIXES):
        return _metrics_alone(submission, catalogue)
    ledgers = _ledgers(submission.records)  # first: a file given by option that is no good ends the call
    facts = read_report(submission.path, catalogue, submission.expected)
    if settings.double_check:
        facts = _read_twice(facts, catalogue)
    metrics, more = _metrics_beside(submission, catalogue)
    facts = msgspec.structs.replace(
        facts,
        facts=(*facts.facts, *(metrics.facts if metrics else ())),
        ledgers=_closed((*ledgers, *more), metrics),
        previous=_previous(submission.previous, catalogue),
        expected=_expected(facts, metrics) if metrics is not None else facts.expected,
    )
    return _with_counts(facts, catalogue)


def _expected(facts: FactSet, metrics: "Metrics") -> Expected:
    """What the caller says of the report, and where that fits or says nothing, what the metrics file says of it."""
    given, report = facts.expected, facts.identity
    return Expected(
        year=metrics.year if given.year in (None, report.year) and metrics.year is not None else given.year,
        organ=metrics.organ if given.organ in (None, report.organ) and metrics.organ is not None else given.organ,
        published=given.published,
    )


def _with_counts(facts: FactSet, catalogue: Catalogue) -> FactSet:
    """The submission with what its ledgers yield."""
    if not facts.ledgers:
        return facts
    from disclosecheck.measures.yields import with_yields

    return with_yields(facts, catalogue.facts)


def _ledgers(records: tuple[Records, ...]) -> "tuple[Ledger, ...]":
    """Raises UsageError for a ledger that cannot be read or lacks a needed column."""
    if not records:
        return ()
    from disclosecheck.ledgers.load import read_ledger

    return tuple(
        read_ledger(given.name, given.path, columns=given.columns, sheet=given.sheet, closing=given.closing)
        for given in records
    )


def read_report(path: str, catalogue: Catalogue, expected: Expected = Expected()) -> FactSet:
    """Raises UnreadableError, with code not_a_report for what is no annual report."""
    from disclosecheck.extract.facts import extract_facts
    from disclosecheck.read.dispatch import read_document

    facts = extract_facts(read_document(path), catalogue, expected)
    if facts.identity.kind != "annual_report":
        raise UnreadableError("not_a_report", path=path)
    return facts


def _metrics_alone(submission: Submission, catalogue: Catalogue) -> FactSet:
    """A metrics file given by name; what is wrong with it is wrong with the submission."""
    ledgers = _ledgers(submission.records)
    try:
        metrics, more = _read_metrics(submission.path, submission, catalogue)
    except UsageError as error:
        raise _as_unreadable(error, catalogue.messages) from error
    _refuse_another(submission, metrics)
    facts = FactSet(
        document=None,
        identity=Identity(kind="metrics", organ=metrics.organ, year=metrics.year),
        form=None,
        facts=metrics.facts,
        expected=submission.expected,
        ledgers=_closed((*ledgers, *more), metrics),
    )
    return _with_counts(facts, catalogue)


def _refuse_another(submission: Submission, metrics: "Metrics") -> None:
    """Raises UnreadableError for figures of another year or organ than the call expects; no pack asks for that."""
    from disclosecheck.kinds.expectation import same_organ

    expected, path = submission.expected, submission.path
    if expected.year is not None and metrics.year not in (None, expected.year):
        raise UnreadableError("metrics_of_year", path=path, stated=str(metrics.year), expected=str(expected.year))
    if expected.organ and metrics.organ and not same_organ(expected.organ, metrics.organ):
        raise UnreadableError("metrics_of_organ", path=path, stated=metrics.organ, expected=expected.organ)


def _metrics_beside(submission: Submission, catalogue: Catalogue) -> "tuple[Metrics | None, tuple[Ledger, ...]]":
    """Figures and ledgers of --metrics, else of a NAME.metrics.yaml that lies beside the report."""
    from disclosecheck.read.find import companion_metrics

    try:
        path = submission.metrics or (None if submission.alone else companion_metrics(submission.path))
        return (None, ()) if path is None else _read_metrics(path, submission, catalogue)
    except UsageError as error:
        if submission.metrics is not None:
            raise
        # nobody named that file: the submission is at fault, not the call
        raise _as_unreadable(error, catalogue.messages) from error


def _read_metrics(path: str, submission: Submission, catalogue: Catalogue) -> "tuple[Metrics, tuple[Ledger, ...]]":
    """A metrics file; of a workbook also the sheets that are ledgers and hold cases."""
    from disclosecheck.metrics.load import load_metrics

    names = _names_of_ledgers() if path.lower().endswith(".xlsx") else {}
    metrics = load_metrics(path, catalogue.facts, names)
    closing = submission.closing
    found = _ledgers(
        tuple(Records(name=form, path=path, sheet=sheet, closing=closing) for form, sheet in metrics.ledgers)
    )
    return metrics, tuple(ledger for ledger in found if _filled_in(ledger))


def _filled_in(ledger: "Ledger") -> bool:
    """Whether there is more in a sheet of the form than headings and explanations."""
    empty = ("left_empty", "left_guide", "left_note", "left_heading", "left_title")
    return bool(ledger.lines or ledger.flaws) or any(not left.code.endswith(empty) for left in ledger.left_out)


def _closed(ledgers: "tuple[Ledger, ...]", metrics: "Metrics | None") -> "tuple[Ledger, ...]":
    """The ledgers, those that do not say when they were closed as the metrics file says it; each is there once."""
    if metrics is None or metrics.closing is None or not ledgers:
        return _each_once(ledgers)
    from datetime import date

    day = date.fromisoformat(metrics.closing).toordinal()
    return _each_once(
        tuple(
            ledger if ledger.closing is not None else msgspec.structs.replace(ledger, closing=day) for ledger in ledgers
        )
    )


def _each_once(ledgers: "tuple[Ledger, ...]") -> "tuple[Ledger, ...]":
    """Raises UsageError for two of a kind: half a year's cases would be judged as a year's."""
    found: dict[str, Ledger] = {}
    for ledger in ledgers:
        if (first := found.setdefault(ledger.form.id, ledger)) is not ledger:
            places = (f"{one.file}!{one.sheet}" if one.sheet else one.file for one in (first, ledger))
            raise UsageError("ledger_twice", name=ledger.form.id, places=", ".join(places))
    return ledgers


def _names_of_ledgers() -> dict[str, str]:
    """Ids of ledger forms by the names that a sheet may have."""
    from disclosecheck.rulebook.ledgers import shipped_ledger_forms

    forms = shipped_ledger_forms().values()
    return {name: form.id for form in forms for name in (*form.aliases, form.title.en, form.id, form.title.zh)}


def _previous(path: str | None, catalogue: Catalogue) -> FactSet | None:
    if path is None:
        return None
    try:
        return read_report(path, catalogue)
    except UnreadableError as error:
        raise UsageError(error.code, **_params(error)) from error


def _read_twice(facts: FactSet, catalogue: Catalogue) -> FactSet:
    """With what the second, independent reader finds in the same file; there is one for .pdf only."""
    document = facts.document
    if document is None or document.format != "pdf":
        return facts
    from disclosecheck.extract.facts import extract_facts
    from disclosecheck.read.dispatch import read_source
    from disclosecheck.read.pdf_second import read_pdf_second

    try:
        second = extract_facts(read_pdf_second(read_source(document.path)), catalogue, facts.expected)
    except UnreadableError as error:  # not compared is not agreed: the report says so
        note = Note(code="read_once", params={"detail": _params(error).get("detail", error.code)})
        document = msgspec.structs.replace(document, notes=(*document.notes, note))
        return msgspec.structs.replace(facts, document=document)
    return msgspec.structs.replace(facts, second=second)


def _as_unreadable(error: UsageError, messages: dict[str, Text]) -> UnreadableError:
    """The same about a submission, with all of a metrics file's mistakes."""
    unreadable = UnreadableError(error.code, **_params(error))
    if isinstance(error, PackError):
        count, listed = str(len(error.problems)), _listed(error, messages)
        unreadable.code = "metrics_invalid"
        unreadable.message = Message("error.metrics_invalid", {"path": error.path, "count": count, "problems": listed})
        unreadable.lines = _lines(error)
    return unreadable


def _listed(error: PackError, messages: dict[str, Text]) -> Text:
    """All mistakes of a file in one line, each with its own."""
    said = [render(message, messages) for message in _placed(error)]
    return Text(zh="；".join(text.zh for text in said), en="; ".join(text.en for text in said))


def _lines(error: PackError) -> tuple[Message, ...]:
    """The mistakes one a line, the first of them where there are many; none where one line will do."""
    if len(error.problems) == 1:
        return ()
    more = len(error.problems) - LISTED
    return (
        Message("error.pack_invalid", {"path": error.path, "count": str(len(error.problems))}),
        *list(_placed(error))[:LISTED],
        *((Message("metrics.and_more", {"count": str(more)}),) if more > 0 else ()),
    )


def _placed(error: PackError) -> Iterator[Message]:
    for line, problem in error.problems:
        yield Message("metrics.on_line", {"line": str(line), "problem": problem}) if line else problem


def _params(error: DisclosecheckError) -> dict[str, str]:
    return {name: str(value) for name, value in error.message.params.items()}


def failed(path: str, error: DisclosecheckError, messages: dict[str, Text]) -> SubmissionResult:
    """The result of a submission that was not checked."""
    return SubmissionResult(
        path=path,
        sha256=None,
        status="unreadable",
        error=Failure(
            error.code,
            render(error.message, messages),
            tuple(render(line, messages) for line in error.lines),
        ),
        packs=(),
        document=None,
        coverage=None,
        counts=None,
        findings=(),
    )


def not_checked(path: str, code: str, messages: dict[str, Text], **params: str) -> SubmissionResult:
    return failed(path, UnreadableError(code, path=path, **params), messages)


def sha256_of(path: str, facts: FactSet) -> str:
    if facts.document is not None:
        return facts.document.sha256
    from disclosecheck.read.dispatch import read_source

    return read_source(path).sha256


def document_shown(facts: FactSet, messages: dict[str, Text], more: tuple[Message, ...] = ()) -> DocumentShown:
    """The document as the JSON and the head of the table show it; `more` are notes about packs."""
    identity, document = facts.identity, facts.document
    notes = [Message(f"note.{note.code}", dict(note.params)) for note in (document.notes if document else ())]
    return DocumentShown(
        kind=identity.kind,
        title=identity.title,
        edition=identity.edition,
        organ=identity.organ,
        year=identity.year,
        language=identity.language,
        period=identity.period,
        published=identity.published,
        signed=identity.signed,
        pages=document.pages if document is not None else None,
        notes=tuple(NoteShown(note.key.partition(".")[2], render(note, messages)) for note in (*notes, *more)),
    )


@lru_cache(maxsize=4)
def catalogue_with(rules: tuple[str, ...]) -> Catalogue:
    """The shipped data, with the packs that are asked for by path; read once a process."""
    from disclosecheck.rulebook.load import load_catalogue

    return load_catalogue(rules)


def crashed(path: str, error: BaseException, messages: dict[str, Text]) -> SubmissionResult:
    """A fault of ours, in one line; DISCLOSECHECK_DEBUG=1 shows where."""
    if os.environ.get("DISCLOSECHECK_DEBUG"):
        raise error
    detail = " ".join(f"{type(error).__name__}: {error}".split())
    return not_checked(path, "crashed", messages, detail=detail)
