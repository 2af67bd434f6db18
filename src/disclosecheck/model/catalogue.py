"""The shipped data as the other rooms get it handed in; none of them reads `rules/` itself."""

import msgspec

from disclosecheck.model.form import Edition, Form
from disclosecheck.model.phrasing import Phrasings
from disclosecheck.model.recognition import Recognition
from disclosecheck.model.registry import FactName
from disclosecheck.model.rule import RulePack, Text


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """Everything under `rules/`."""

    forms: dict[Edition, Form]
    phrasings: Phrasings
    facts: dict[str, FactName]
    messages: dict[str, Text]
    packs: dict[str, RulePack]
    recognition: Recognition = Recognition()
