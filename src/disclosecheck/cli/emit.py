"""Results out to where the call wants them: standard output and files, in text or JSON."""

import sys
from collections.abc import Sequence

from disclosecheck.cli.check_options import CheckOptions
from disclosecheck.cli.streams import (
    colourful,
    display_encoding,
    terminal_width,
    write_bytes,
    write_file,
    write_text,
)
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.result import Failure, SubmissionResult
from disclosecheck.model.rule import RulePack
from disclosecheck.report.look import Look

FILE_WIDTH = 100  # cells of a line in a .txt file


def emit(results: Sequence[SubmissionResult], options: CheckOptions, catalogue: Catalogue, *, matrix: bool) -> None:
    """Files first: a reader of standard output may leave early."""
    for path, format_ in options.outputs:
        look = Look(language=options.language, width=FILE_WIDTH, show_passed=options.show_passed)
        write_file(path, _rendered(results, format_, look, catalogue, matrix=matrix))
    if options.format == "json":
        write_bytes(_rendered(results, "json", Look(), catalogue, matrix=matrix))
    if not matrix and results[0].error is not None:
        said = _failure(results[0].error, options.language, in_lines=options.format == "text")
        write_text(f"disclosecheck: {said}\n", sys.stderr)
    elif options.format == "text":
        look = terminal_look(options.language, show_passed=options.show_passed)
        write_text(render_text(results, look, catalogue, matrix=matrix))


def terminal_look(language: str, *, show_passed: bool = False) -> Look:
    return Look(
        language=language,
        encoding=display_encoding(sys.stdout),
        width=terminal_width(),
        colour=colourful(sys.stdout),
        show_passed=show_passed,
    )


def _rendered(
    results: Sequence[SubmissionResult], format_: str, look: Look, catalogue: Catalogue, *, matrix: bool
) -> bytes:
    if format_ == "json":
        from disclosecheck.report.json_report import render_json

        return render_json(results)
    return render_text(results, look, catalogue, matrix=matrix).encode(errors="replace")


def render_text(results: Sequence[SubmissionResult], look: Look, catalogue: Catalogue, *, matrix: bool) -> str:
    from disclosecheck.report.labels import labels

    if matrix:
        from disclosecheck.report.matrix import render_matrix

        return render_matrix(results, look, labels(catalogue, look.language, None))
    [result] = results
    own = labels(catalogue, look.language, result.document.edition if result.document else None)
    if result.error is not None:
        return f"{result.path}\n{_failure(result.error, look.language)}\n"
    from disclosecheck.report.text_report import render_report

    packs = _used(result, catalogue)
    return render_report(result, look, own, groups(packs), packs)


def _failure(error: Failure, language: str, *, in_lines: bool = True) -> str:
    """Why a submission was not checked; with `in_lines`, several mistakes each on a line of its own."""
    lines = (error.lines if in_lines else ()) or (error.message,)
    return "\n  ".join(line.zh if language == "zh" else line.en for line in lines)


def _used(result: SubmissionResult, catalogue: Catalogue) -> list[RulePack]:
    """The packs that judged; one given by path stands under its path, so that it is looked for by its id."""
    ids = [used.id for used in result.packs]
    packs = [catalogue.packs[name] for name in ids if name in catalogue.packs]
    others = set(ids) - {pack.id for pack in packs}
    return packs + ([pack for pack in catalogue.packs.values() if pack.id in others] if others else [])


def groups(packs: Sequence[RulePack]) -> dict[str, str]:
    """The heading under which each rule's passes are folded."""
    return {f"{pack.id}/{rule.id}": rule.group for pack in packs for rule in pack.rules}
