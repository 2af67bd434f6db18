"""Complex fields: of begin, code, separate, result and end only the result is seen, and it may span paragraphs."""

from lxml import etree

from disclosecheck.read.docx import names as n

_CONTENTS_CODE = "TOC"


class Fields:
    """Where in its fields a story stands. Where fields do not close none is trusted: nothing but codes is left out."""

    def __init__(self, story: etree._Element) -> None:
        self._story = story
        self._trusted: bool | None = None
        self._codes: list[str] = []  # of the open fields, outermost first
        self._in_code: list[bool] = []
        self.muted = False  # in a field's code, where text is not seen
        self.contents_seen = False  # a table of contents was open since the last `in_contents`

    def char(self, node: etree._Element) -> None:
        """A fldChar: begin, separate or end."""
        if self._trusted is None:
            self._trusted = _all_close(self._story)
        if not self._trusted:
            return
        kind = node.get(n.FIELD_CHAR_TYPE)
        if kind == "begin":
            self._codes.append("")
            self._in_code.append(True)
        elif kind == "separate" and self._codes:
            self._in_code[-1] = False
            self.contents_seen = self.contents_seen or _is_contents(self._codes[-1])
        elif kind == "end" and self._codes:
            self._codes.pop()
            self._in_code.pop()
        self.muted = any(self._in_code)

    def code(self, node: etree._Element) -> None:
        """A piece of the innermost open field's code."""
        if self._codes:
            self._codes[-1] += node.text or ""

    def in_contents(self) -> bool:
        """Whether the paragraph just read belongs to a table of contents."""
        seen = self.contents_seen
        self.contents_seen = any(_is_contents(code) for code in self._codes)
        return seen


def _is_contents(code: str) -> bool:
    return code.split(None, 1)[:1] == [_CONTENTS_CODE]


def _all_close(story: etree._Element) -> bool:
    depth = 0
    for node in story.iter(n.FIELD_CHAR):
        if next(node.iterancestors(n.DEL, n.MOVE_FROM), None) is not None:
            continue
        kind = node.get(n.FIELD_CHAR_TYPE)
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if depth < 0:
            return False
    return depth == 0
