"""The catalogue of messages: every text a user sees, in Chinese and English side by side."""

from pathlib import Path

import msgspec

from disclosecheck.model.rule import Text
from disclosecheck.rulebook.yaml_source import read_yaml


def load_messages(folder: Path) -> dict[str, Text]:
    """All files of `rules/messages/`, keyed `<file name>.<key>`: note.yaml holds `note.*`, error.yaml `error.*`."""
    messages: dict[str, Text] = {}
    for path in sorted((folder / "messages").glob("*.yaml")):
        entries = msgspec.convert(read_yaml(path).data or {}, dict[str, Text])
        messages.update({f"{path.stem}.{key}": text for key, text in entries.items()})
    return messages
