"""The same as JSON: both languages, keys in the order of the model."""

from collections.abc import Sequence

import msgspec

from disclosecheck import __version__
from disclosecheck.model.demand import PackDemands
from disclosecheck.report.json_report import SCHEMA_VERSION, Tool, json_bytes


class CoverageOutput(msgspec.Struct, frozen=True):
    """`disclosecheck rules coverage --format json`; its JSON Schema is report/schema/coverage.schema.json."""

    schema_version: str
    tool: Tool
    packs: tuple[PackDemands, ...]


def render_coverage_json(packs: Sequence[PackDemands]) -> bytes:
    return json_bytes(CoverageOutput(SCHEMA_VERSION, Tool("disclosecheck", __version__), tuple(packs)))
