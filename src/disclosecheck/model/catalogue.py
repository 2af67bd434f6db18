"""The shipped data as the other rooms get it handed in; none of them reads `rules/` itself."""

from collections.abc import Mapping

import msgspec

from disclosecheck.model.form import Edition, Form
from disclosecheck.model.phrasing import Phrasings
from disclosecheck.model.recognition import Recognition
from disclosecheck.model.registry import FactName
from disclosecheck.model.rule import PackHead, RulePack, Text


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """Everything under `rules/`."""

    forms: dict[Edition, Form]
    phrasings: Phrasings
    facts: Mapping[str, FactName]
    messages: dict[str, Text]
    packs: Mapping[str, RulePack]
    heads: dict[str, PackHead] = {}  # of the shipped packs: choosing one is not to decode them all
    recognition: Recognition = Recognition()
