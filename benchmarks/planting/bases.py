"""The clean reports in which defects are planted."""

from pathlib import Path
from typing import Any

import msgspec
import yaml

from making.source import Report, load_report
from planting.draft import Draft, draft_of
from planting.real import real_drafts

OWN = Path(__file__).parent / "reports"


class Base(msgspec.Struct, frozen=True):
    """A clean report, last year's where there is one, and the figures of its text that a mistake can be made in."""

    name: str
    draft: Draft
    previous: Draft | None = None
    figures: tuple[tuple[str, str], ...] = ()  # (type, snippet with the figure in braces)


def own(name: str) -> Report:
    data: Any = yaml.safe_load((OWN / f"{name}.yaml").read_text("utf-8"))
    return msgspec.convert(data, Report, strict=False)


def load_bases() -> dict[str, Base]:
    figures: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "figures.yaml").read_text("utf-8"))
    reports = {
        "district-2023": (load_report("district-2023"), own("district-2022")),
        "city-2020": (load_report("city-2020"), own("city-2019")),
        "shanghai-2021": (load_report("shanghai-2021"), None),
        "township-2024": (own("township-2024"), None),
        "county-2022": (own("county-2022"), None),
    }
    real = {name: Base(name, draft) for name, draft in real_drafts()}
    return real | {
        name: Base(
            name,
            draft_of(report),
            draft_of(previous) if previous else None,
            tuple((kind, text) for kind, texts in figures.get(name, {}).items() for text in texts),
        )
        for name, (report, previous) in reports.items()
    }
