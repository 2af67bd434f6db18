"""What a call of the command ended in."""

import json
from typing import NamedTuple


class Called(NamedTuple):
    code: int
    bytes: bytes
    error: str

    @property
    def text(self):
        return self.bytes.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.bytes)

    @property
    def squeezed(self):
        """The text without blanks and line breaks, for sentences that may be wrapped."""
        return "".join(self.text.split())
