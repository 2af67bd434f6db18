"""Tables that lost their lines: text that holds numbers and is no prose."""

from disclosecheck.extract.prose.skeleton import NUMBER, SIGNS
from disclosecheck.model.phrasing import Context

_FEW = 2  # numbers without a measure word that a sentence may hold and still be one
_LONGEST_LABEL = 16


def is_debris(text: str, context: Context) -> bool:
    """Whether a Chinese sentence is a row of a table, or several: the form's labels, or numbers that count nothing."""
    if NUMBER not in text:
        return False
    places = [place for place, char in enumerate(text) if char == NUMBER]
    bare = [place for place in places if not text[place + 1 : place + 2] or text[place + 1] not in context.counted]
    if len(bare) * 2 > len(places) and (len(bare) > _FEW or sum(label in text for label in context.debris) >= _FEW):
        return True
    words = sum(char not in SIGNS for char in text)
    return len(bare) == len(places) and words <= _LONGEST_LABEL and "," not in text
