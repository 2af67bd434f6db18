"""How metrics files are written: columns, head, units, scopes, yes and no. Data, from `rules/metrics.yaml`."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from disclosecheck.model.rule import Text
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.yaml_source import read_yaml


class Word(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that a file may name by either title or an alias."""

    title: Text
    aliases: tuple[str, ...] = ()


class Column(Word, frozen=True, kw_only=True, forbid_unknown_fields=True):
    informs: bool = False  # stands there for the reader only
    width: int = 12  # signs, in the forms that we write


class Unit(Word, frozen=True, kw_only=True, forbid_unknown_fields=True):
    counts: bool = False  # any measure word will do
    scales: dict[str, int] = {}  # larger units, and how many of this one they are


class Sheets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    figures: Text
    help: Text
    choices: Text
    ignored: tuple[str, ...] = ()


class MetricsForm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    columns: dict[str, Column]
    head: dict[str, Word]
    sheets: Sheets
    units: dict[str, Unit]
    measure_words: tuple[str, ...]
    scopes: dict[str, Word]
    yes: Word
    no: Word
    planned: Word
    not_stated: tuple[str, ...]  # signs in place of a number

    def column(self, heading: str) -> str | None:
        return named(heading, self.columns)

    def head_key(self, label: str) -> str | None:
        return named(label, self.head)


@lru_cache(maxsize=1)
def load_form() -> MetricsForm:
    """Raises PackError when the file is broken, msgspec.ValidationError when it does not fit."""
    return msgspec.convert(read_yaml(rules_folder() / "metrics.yaml").data, MetricsForm)


def fold(text: str) -> str:
    """A label without what writers vary: widths, case, spaces, a colon or a star behind it."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.split()).strip(":*")


def named(text: str, words: Mapping[str, Word]) -> str | None:
    """The key of the word that goes by this name; what stands behind it in brackets, or below it, may be left out."""
    for label in (fold(text), fold(first_line(text)), fold(first_line(text)).partition("(")[0]):
        for key, word in words.items():
            if label and label in (key, *map(fold, (word.title.zh, word.title.en, *word.aliases))):
                return key
    return None


def first_line(text: str) -> str:
    """Our forms have English under the Chinese."""
    return text.strip().partition("\n")[0].strip()


def says(text: str, word: Word) -> bool:
    return fold(text) in map(fold, (word.title.zh, word.title.en, *word.aliases))
