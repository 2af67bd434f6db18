"""A web page's markup as a clean tree: what is not printed is gone, and inline elements are merged into their text."""

from collections.abc import Callable
from typing import cast

from lxml import etree

from disclosecheck.model.document import Note
from disclosecheck.model.errors import UnreadableError

Element = etree._Element

text_of = cast("Callable[[Element], str]", etree.XPath("string()", smart_strings=False))

_NOT_PRINTED = (
    "script", "style", "noscript", "template", "svg", "math", "select", "button", "textarea", "iframe", "object",
    "audio", "video", "xml", "rt", "rp",
)  # fmt: skip
# The common ones; the reader takes any other unknown element as inline too, only slower.
_INLINE = ("span", "font", "a", "u", "i", "em", "ins", "o:p", "sup", "sub")
BOLD = ("b", "strong")
NUMBER = "listnumber"  # a Word list's number, set off by `mso-list:Ignore`
_WEIGHTS = ("bold", "bolder", "600", "700", "800", "900")


def parse(text: str, path: str) -> Element:
    """The page's root, without comments, scripts and form fields.

    Raises UnreadableError `page_too_deep` where the parser gave up before the end.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode(), parser)
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise UnreadableError("page_too_deep", path=path)
    if root is None:  # nothing but comments
        return etree.Element("html")
    etree.strip_elements(root, *_NOT_PRINTED, with_tail=False)
    return root


def merge_inline(element: Element) -> tuple[Note, ...]:
    """Merge the text of inline elements into their parents; bold, numbers of lists and blocks keep their marks."""
    notes: tuple[Note, ...] = ()
    changes = sum(1 for _ in element.iter("ins", "del"))  # as Word writes open changes
    if changes:
        etree.strip_elements(element, "del", with_tail=False)
        notes = (Note(code="tracked_changes", params={"count": str(changes)}),)
    for span in list(element.iter("span", "font")):
        style = span.get("style")
        if style:
            if hides(style):
                remove_element(span)
                continue
            if "eight" not in style and "EIGHT" not in style and "mso-list" not in style:
                continue
            style = plain_style(style)
            if "mso-list:ignore" in style:
                span.tag = NUMBER
            elif is_bold(style):
                span.tag = "b"
    etree.strip_tags(element, *_INLINE)
    return notes


def plain_style(style: str) -> str:
    """A style in lower case and without blanks."""
    return style.lower().replace(" ", "")


def is_bold(style: str) -> bool:
    """Whether a style, as plain_style gives it, sets bold."""
    return "font-weight:" in style and style.split("font-weight:")[-1].startswith(_WEIGHTS)


def hides(style: str) -> bool:
    """Whether a style hides an element; most have no such word in them, and that is soon seen."""
    if not ("isplay" in style or "PLAY" in style or "isibility" in style or "mso-hide" in style):
        return False
    style = plain_style(style)
    return "display:none" in style or "visibility:hidden" in style or "mso-hide:all" in style


def remove_element(element: Element) -> None:
    """Take an element out and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)
