"""Each sample gives the findings that `samples/expected.yaml` asks for, at their places, and no other."""

import msgspec
import pytest
from expectation import (
    Expectation,
    Expected,
    check_path,
    consequences,
    files_of,
    in_terms_of,
    load_expectations,
    own_findings,
    sorted_places,
    unstated,
)

from disclosecheck.model.result import SubmissionResult
from disclosecheck.standing import Bar, exit_code
from making.source import SAMPLES, load_samples

EXPECTATIONS = load_expectations()
FILES = [pytest.param(wanted, file, id=file) for wanted in EXPECTATIONS.values() for file in files_of(wanted.sample)]


def checked(wanted: Expectation, file: str) -> SubmissionResult:
    return check_path(SAMPLES / file, wanted.rules)


@pytest.mark.parametrize(("wanted", "file"), FILES)
def test_findings(wanted: Expectation, file: str) -> None:
    result = checked(wanted, file)
    own = own_findings(result)
    silent = [finding for finding in own if unstated(finding)] if wanted.unstated is not None else []
    left = [sorted_places(finding, wanted.named(finding.rule)) for finding in wanted.findings]
    surplus: list[Expected] = []
    for finding in own:
        if finding in silent:
            continue
        told = next((want for want in left if in_terms_of(finding, want) == want), None)
        if told is None:
            surplus.append(in_terms_of(finding, None))
        else:
            left.remove(told)
    assert (left, surplus) == ([], [])
    assert len(silent) == (wanted.unstated or 0)
    assert consequences(result) == wanted.consequences()


@pytest.mark.parametrize(("wanted", "file"), FILES)
def test_status_and_exit_code(wanted: Expectation, file: str) -> None:
    result = checked(wanted, file)
    assert (result.status, exit_code([result], Bar())) == (wanted.status, wanted.exit)
    assert (result.error.code if result.error else None) == wanted.error
    assert tuple(pack.id for pack in result.packs) == wanted.packs


@pytest.mark.parametrize(("wanted", "file"), [param for param in FILES if param.values[0].document])
def test_what_the_document_says_of_itself(wanted: Expectation, file: str) -> None:
    shown = msgspec.to_builtins(checked(wanted, file).document)
    assert {key: _plain(shown[key]) for key in wanted.document} == wanted.document


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(("wanted", "file"), [param for param in FILES if param.values[0].coverage])
def test_coverage(wanted: Expectation, file: str) -> None:
    seen = checked(wanted, file).coverage
    assert seen is not None
    assert wanted.coverage == (
        seen.cells_expected,
        seen.cells_read,
        seen.equations_expected,
        seen.equations_judged,
        seen.sections_found,
    )


def test_every_sample_has_its_expectation() -> None:
    assert sorted(EXPECTATIONS) == sorted(sample.name for sample in load_samples())


def test_only_clean_samples_expect_nothing() -> None:
    clean = {
        wanted.sample for wanted in EXPECTATIONS.values() if not (wanted.findings or wanted.unstated or wanted.error)
    }
    unchanged = {
        sample.name
        for sample in load_samples()
        if sample.change == type(sample.change)() and (sample.of or sample.figures)
    }
    assert clean <= unchanged
