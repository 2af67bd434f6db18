"""Blanks as they print: what web pages and pasted texts use for a space."""

# No-break, en, em, thin and other fixed spaces print as a blank. The ideographic space is a sign of the text and kept.
_FIXED_SPACES = "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_MARGIN = 0x2E80  # from here on the signs are wide: Han, their punctuation, full-width forms
_RUN_SIGNS = "\u3000\xa0\u2003"
_RUN_IN_LINE = 150  # characters; shorter lines with wide gaps are signatures and rows of a table


def plain_spaces(text: str) -> str:
    """Fixed spaces as ordinary ones, tabs kept; nothing at the ends."""
    for sign in _FIXED_SPACES:
        if sign in text:
            text = text.replace(sign, " ")
    return text.strip()


def is_wide(sign: str) -> bool:
    """Whether a sign takes two columns."""
    return ord(sign) >= _MARGIN


def width(text: str, quotes: int = 2) -> int:
    """Columns that a text takes: Han and full-width signs two, others one, curly quotes as the font has them."""
    wide = sum(sign >= "\u2e80" for sign in text)
    return len(text) + wide + (quotes - 1) * sum(text.count(sign) for sign in "“”‘’")


def split_runs(text: str) -> list[str]:
    """A whole report in one line, its paragraphs kept apart by runs of two or more ideographic or fixed spaces."""
    if len(text) < _RUN_IN_LINE or not any(sign in text and sign * 2 in text for sign in _RUN_SIGNS):
        return [text]
    for sign in _RUN_SIGNS[1:]:
        text = text.replace(sign * 2, "\u3000\u3000")
    parts = [part.strip() for part in text.split("\u3000\u3000")]
    return [part for part in parts if part]
