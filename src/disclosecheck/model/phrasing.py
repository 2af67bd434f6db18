"""How figures are worded in prose. Data, from `rules/phrasings/`."""

import msgspec


class Phrasings(msgspec.Struct, frozen=True, kw_only=True):
    """To be filled by the extraction of prose."""
