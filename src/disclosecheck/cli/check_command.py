"""`disclosecheck check` and `audit`: what is asked for, checked, shown, and the exit code."""

import os
import sys
from collections.abc import Callable, Sequence

from disclosecheck.checking import (
    METRICS_SUFFIXES,
    Settings,
    Submission,
    catalogue_with,
    check_submission,
    crashed,
    not_checked,
)
from disclosecheck.cli.check_options import CheckOptions, check_options, spare_inputs
from disclosecheck.cli.emit import emit
from disclosecheck.cli.options import Raw
from disclosecheck.cli.streams import check_writable, on_terminal, write_text
from disclosecheck.cli.watchdog import time_limit
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.errors import UnreadableError, UsageError
from disclosecheck.model.result import SubmissionResult
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import render
from disclosecheck.profile.find import profiles_of
from disclosecheck.read.find import search
from disclosecheck.standing import exit_code, first_code


def check_command(files: Sequence[str], raw: Raw, *, matrix: bool = False) -> int:
    """Raises UsageError when the command cannot run; `matrix` shows one submission as a line, too."""
    options = check_options(files, raw)
    for path, _ in options.outputs:
        check_writable(path)
    found = search(options.files)
    paths = found.submissions
    ledgers = [given.path for given in options.records]
    spare_inputs(options.outputs, (*paths, options.metrics, options.previous, *ledgers))
    if len(paths) > 1 and options.single:
        raise UsageError("single_submission", option=options.single[0], count=str(len(paths)))
    if options.metrics and paths and paths[0].lower().endswith(METRICS_SUFFIXES):
        raise UsageError("metrics_for_metrics", path=paths[0])
    submissions = [
        Submission(
            path=path,
            metrics=options.metrics,
            records=options.records,
            previous=options.previous,
            expected=options.expected,
        )
        for path in paths
    ]
    profiles = {} if options.no_profile else profiles_of(paths)
    if profiles:
        from disclosecheck.cli.profiled import with_profiles

        submissions, options, named = with_profiles(submissions, profiles, options, raw)
        spare_inputs(options.outputs, named)
    settings = Settings(rules=options.rules, bar=options.bar, double_check=options.double_check)
    catalogue = catalogue_with(options.rules)
    if not paths:
        _tell_left_out(found.left_out, options, catalogue)
        return _nothing(options, catalogue)
    if len(submissions) == 1 and not matrix:
        results = [_check_one(submissions[0], settings, options, catalogue)]
    else:
        matrix = True
        results = _check_several(submissions, settings, options, catalogue)
    code = _code(results, submissions, options)
    emit(results, options, catalogue, matrix=matrix)
    if matrix:
        _tell_profiles(submissions, options, catalogue)
    _tell_left_out(found.left_out, options, catalogue)
    return code


def _code(results: Sequence[SubmissionResult], submissions: Sequence[Submission], options: CheckOptions) -> int:
    """A profile may set the bar of its own submissions."""
    bars = [submission.settings.bar if submission.settings else options.bar for submission in submissions]
    return first_code(exit_code([result], bar) for result, bar in zip(results, bars, strict=True))


def _tell_profiles(submissions: Sequence[Submission], options: CheckOptions, catalogue: Catalogue) -> None:
    """Beside a matrix, which has no room for the notes of its submissions."""
    for path in dict.fromkeys(submission.profile for submission in submissions if submission.profile):
        said = render(Message("profile.profile_used", {"path": path}), catalogue.messages)
        write_text(f"disclosecheck: {said.zh if options.language == 'zh' else said.en}\n", sys.stderr)


def _tell_left_out(paths: Sequence[str], options: CheckOptions, catalogue: Catalogue) -> None:
    """Documents in folders that may be reports but cannot be read as they are."""
    for path in paths:
        _say(not_checked(path, "left_out", catalogue.messages), options)


def _say(result: SubmissionResult, options: CheckOptions) -> None:
    assert result.error is not None
    said = result.error.message
    write_text(f"disclosecheck: {said.zh if options.language == 'zh' else said.en}\n", sys.stderr)


def _nothing(options: CheckOptions, catalogue: Catalogue) -> int:
    """No input matched: told by name, and as an empty list in JSON."""
    _say(not_checked(options.files[0], "nothing_found", catalogue.messages), options)
    if options.format == "json" or options.outputs:
        emit([], options, catalogue, matrix=True)
    return exit_code([], options.bar)


def _check_one(
    submission: Submission, settings: Settings, options: CheckOptions, catalogue: Catalogue
) -> SubmissionResult:
    """In this process, for a second one costs more than the check; held to its time all the same."""

    def late() -> int:
        seconds = f"{options.timeout:g}"
        result = not_checked(submission.path, "timeout", catalogue.messages, seconds=seconds)
        emit([result], options, catalogue, matrix=False)
        return exit_code([result], options.bar)

    with time_limit(options.timeout, late):
        try:
            return check_submission(submission, settings, catalogue)
        except (UsageError, UnreadableError):
            raise
        except Exception as error:
            return crashed(submission.path, error, catalogue.messages)


def _check_several(
    submissions: Sequence[Submission], settings: Settings, options: CheckOptions, catalogue: Catalogue
) -> list[SubmissionResult]:
    from disclosecheck.batch import check_many

    def run(done: Callable[[], None] = lambda: None) -> list[SubmissionResult]:
        messages, timeout, jobs = catalogue.messages, options.timeout, options.jobs
        return check_many(submissions, settings, messages, timeout=timeout, jobs=jobs, done=done)

    if not on_terminal(sys.stderr):
        return run()
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(file=sys.stderr)
    with Progress(
        BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True
    ) as progress:
        task = progress.add_task("", total=len(submissions))
        return run(lambda: progress.advance(task))


def audit_command(folders: Sequence[str], raw: Raw) -> int:
    """The same pipeline over folders, always as a matrix; raises UsageError for what is no folder."""
    for folder in folders:
        if not os.path.isdir(folder):  # noqa: PTH112  # pathlib costs a start 2 ms
            raise UsageError("audit_folder", path=folder)
    return check_command(folders, raw, matrix=True)
