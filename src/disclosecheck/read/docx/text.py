"""Text as a reader's eye has it: without signs that show nothing, without white space around."""

# Soft hyphen, zero-width and direction marks, byte order mark: Word and CMS pages leave them in figures and blanks.
_UNSEEN = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF))


def seen(text: str) -> str:
    """`text` without what cannot be seen."""
    return (text if text.isprintable() else text.translate(_UNSEEN)).strip()
