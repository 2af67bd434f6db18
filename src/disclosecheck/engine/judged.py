"""A verdict beside the rule it answers, while the engine still thinks about what follows from what."""

import msgspec

from disclosecheck.model.rule import Rule
from disclosecheck.model.verdict import Verdict


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One verdict of one rule; `because_of` names the rule whose finding it merely follows from."""

    pack: str
    rule: Rule
    verdict: Verdict
    because_of: str | None = None

    @property
    def name(self) -> str:
        return f"{self.pack}/{self.rule.id}"

    def following(self, cause: str) -> "Judged":
        return msgspec.structs.replace(self, because_of=cause)
