"""The one list of fact names; tests, packs, metrics files and phrasings all use it. Data, from `rules/facts.yaml`."""

from typing import Literal

import msgspec

from disclosecheck.model.rule import Text

ValueType = Literal["integer", "decimal", "percent", "date", "bool"]


class FactName(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure that a submission may state, outside the cells of the form."""

    title: Text
    type: ValueType
    unit: str  # items, meetings, percent, working_days, yuan, date, bool ...
    dimensions: tuple[str, ...] = ()  # dimension names the fact may carry
    source: str | None = None  # the document that asks for it
    at_most: int | None = None  # a larger value is a slip of the pen: 720 %
