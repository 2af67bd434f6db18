"""The contract's JSON: keys in its order, both languages, UTF-8 bytes, equal for equal input."""

from collections.abc import Sequence

import msgspec

from disclosecheck import __version__
from disclosecheck.model.result import SubmissionResult
from disclosecheck.report.privacy import masked_json

SCHEMA_VERSION = "1"


class Tool(msgspec.Struct, frozen=True):
    name: str
    version: str


class CheckOutput(msgspec.Struct, frozen=True):
    """`disclosecheck check --format json`; its JSON Schema is report/schema/check.schema.json."""

    schema_version: str
    tool: Tool
    submissions: tuple[msgspec.Raw, ...]  # each a SubmissionResult


def render_json(results: Sequence[SubmissionResult]) -> bytes:
    submissions = tuple(msgspec.Raw(masked_json(_of_contract(one))) for one in results)
    return _in_lines(msgspec.json.encode(CheckOutput(SCHEMA_VERSION, Tool("disclosecheck", __version__), submissions)))


def _in_lines(data: bytes) -> bytes:
    """A line for each submission and each finding, as `grep` and `diff` like it, with a newline at the end.

    No text can hold these signs: its quotation marks are escaped.
    """
    for first in (b'{"path":', b'{"rule":'):
        data = data.replace(b"[" + first, b"[\n" + first).replace(b"}," + first, b"},\n" + first)
    return data + b"\n"


def _of_contract(result: SubmissionResult) -> SubmissionResult:
    """Without the lines of a failure, which are for text."""
    if result.error is None or not result.error.lines:
        return result
    return msgspec.structs.replace(result, error=msgspec.structs.replace(result.error, lines=()))


def json_bytes(value: msgspec.Struct) -> bytes:
    """Indented, with a newline at the end, as editors and `diff` like it."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
