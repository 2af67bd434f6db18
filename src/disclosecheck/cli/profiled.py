"""What profiles say about submissions, put where the call says nothing: an option of the command line wins."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from disclosecheck.checking import METRICS_SUFFIXES, Records, Settings, Submission
from disclosecheck.cli.check_options import CheckOptions
from disclosecheck.cli.options import Raw
from disclosecheck.model.fact import Expected
from disclosecheck.profile.load import load_profile
from disclosecheck.profile.model import Profile
from disclosecheck.standing import Bar


class Profiled(NamedTuple):
    submissions: list[Submission]
    options: CheckOptions  # with what all submissions share
    files: tuple[str, ...]  # profiles, and what they name


def with_profiles(
    submissions: Sequence[Submission], profiles: Mapping[str, str], options: CheckOptions, raw: Raw
) -> Profiled:
    """`profiles` are paths of profiles by those of submissions.

    Raises ProfileError for the first that has mistakes.
    """
    loaded = {path: load_profile(path) for path in dict.fromkeys(profiles.values())}
    found = [
        _applied(submission, loaded[profiles[submission.path]], options, raw)
        if submission.path in profiles
        else submission
        for submission in submissions
    ]
    files = tuple(file for profile in loaded.values() for file in _files(profile))
    return Profiled(found, _shared(found, loaded.values(), options, raw), files)


def _applied(submission: Submission, profile: Profile, options: CheckOptions, raw: Raw) -> Submission:
    judged = msgspec.structs.replace(
        submission, profile=_shown(profile.path), settings=_settings(profile, options, raw), workdays=profile.workdays
    )
    if profile.previous and _same(profile.previous, submission.path):
        return judged  # last year's report lies beside this year's: what is said about that is not said about it
    expected = options.expected
    closing = profile.closing
    alone = submission.path.lower().endswith(METRICS_SUFFIXES)
    return msgspec.structs.replace(
        judged,
        metrics=None if alone else options.metrics or _shown_if_any(profile.metrics),
        records=_records(profile, options),
        previous=None if alone else options.previous or _shown_if_any(profile.previous),
        expected=Expected(
            year=expected.year if expected.year is not None else profile.year,
            organ=expected.organ or profile.organ,
            published=expected.published or profile.published,
        ),
        closing=closing,
    )


def _settings(profile: Profile, options: CheckOptions, raw: Raw) -> Settings:
    fail_on = options.bar.fail_on if raw["fail_on"] or profile.fail_on is None else profile.fail_on
    bar = Bar(fail_on, options.bar.strict or bool(profile.strict))
    return Settings(rules=options.rules or profile.rules, bar=bar, double_check=options.double_check)


def _records(profile: Profile, options: CheckOptions) -> tuple[Records, ...]:
    """The ledgers of the call, and those of the profile that the call does not name."""
    closing = profile.closing
    named = [_form_of(given.name) for given in options.records]
    own = [
        Records(
            name=ledger.name,
            path=_shown(ledger.file),
            columns=ledger.columns,
            sheet=ledger.sheet,
            closing=ledger.closing or closing,
        )
        for ledger in profile.records
        if ledger.name not in named
    ]
    return (*(msgspec.structs.replace(given, closing=closing) for given in options.records), *own)


def _form_of(name: str) -> str:
    from disclosecheck.rulebook.ledgers import form_named, shipped_ledger_forms

    form = form_named(name, shipped_ledger_forms())
    return form.id if form else name


def _shared(
    submissions: Sequence[Submission], profiles: Iterable[Profile], options: CheckOptions, raw: Raw
) -> CheckOptions:
    """What holds for the call as a whole, because it holds for each of its submissions."""
    settings = {submission.settings for submission in submissions}
    languages = {profile.lang for profile in profiles}
    if len(settings) == 1 and (common := settings.pop()) is not None:
        options = msgspec.structs.replace(options, rules=common.rules, bar=common.bar)
    if not raw["lang"] and len(languages) == 1 and (language := languages.pop()):
        options = msgspec.structs.replace(options, language=language)
    return options


def _files(profile: Profile) -> list[str]:
    named = (profile.path, profile.metrics, profile.previous, profile.workdays)
    return [path for path in (*named, *(ledger.file for ledger in profile.records)) if path]


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:  # not there: reading it says so
        return False


def _shown(path: str) -> str:
    """As seen from where the user stands: findings name files as a user would, wherever the folder lies."""
    return os.path.relpath(path) if os.path.splitdrive(path)[0] == os.path.splitdrive(Path.cwd())[0] else path


def _shown_if_any(path: str | None) -> str | None:
    return _shown(path) if path is not None else None
