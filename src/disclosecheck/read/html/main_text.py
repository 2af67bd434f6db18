"""Where in a page the report stands: down from the body as long as one child holds nearly all the prose."""

from collections.abc import Callable
from typing import cast

from lxml import etree

from disclosecheck.read.html.page import Element, remove_element, text_of

_figures = cast("Callable[[Element], float]", etree.XPath("count(.//td[number(.)=number(.)])"))
_CHROME = ("nav", "footer", "aside", "form")
_WHOLE = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "dl")  # never entered
_PARAGRAPHS = 8  # that stand side by side in what holds the report
_SHARE = 0.7  # of the prose that the child to go into must hold
_PROSE = "，。；,"
_NUMERALS = tuple(f"{numeral}、" for numeral in "二三四五六")  # 一、 also begins lists of links
_FIGURE_CELLS = 4
_SENTENCES = 2


class MainText:
    """`element` holds the report; `above` are the siblings left out before it on the way down, nearest first."""

    def __init__(self, body: Element) -> None:
        self.element = body
        self.above: list[Element] = []
        weight: int | None = None
        while (found := _heaviest(self.element, weight)) is not None:
            child, weight = found
            self.above = [*child.itersiblings(preceding=True), *self.above]
            self.element = child
        self._drop_link_lists()

    def _drop_link_lists(self) -> None:
        """Related pages, share buttons and the like beside the report: blocks that are little else than links."""
        if sum(1 for _ in self.element.iter("a")) < 3:
            return
        for child in list(self.element):
            if child.tag in _CHROME or (child.tag not in ("p", "table") and _is_link_list(child)):
                remove_element(child)


def _heaviest(element: Element, total: int | None) -> tuple[Element, int] | None:
    """The one child that holds the report, with its weight; None where the report is spread over several.

    `total` is the weight of the element itself, None where it was not taken yet.
    """
    children = [child for child in element if isinstance(child.tag, str)]
    if not children or sum(child.tag == "p" for child in children) >= _PARAGRAPHS:
        return None
    if total is None:
        total = _weight(text_of(element))
    texts = [text_of(child) for child in children]
    weights = [_weight(text) for text in texts]
    best = max(range(len(children)), key=lambda index: (weights[index], len(texts[index])))
    if children[best].tag in _WHOLE or weights[best] < _SHARE * total:
        return None
    if any(index != best and _is_content(child, texts[index]) for index, child in enumerate(children)):
        return None
    return children[best], weights[best]


def _weight(text: str) -> int:
    """Punctuation of sentences; menus and lists of links have next to none."""
    return sum(text.count(sign) for sign in _PROSE)


def _is_content(element: Element, text: str) -> bool:
    """Whether a sibling belongs to the report: cells with figures, a later section, or sentences outside links."""
    if element.tag in _CHROME or not text or text.isspace():
        return False
    if text.count("。") >= _SENTENCES or any(numeral in text for numeral in _NUMERALS):
        return not _is_link_list(element)
    return next(element.iter("td"), None) is not None and _figures(element) >= _FIGURE_CELLS


def _is_link_list(element: Element) -> bool:
    links = list(element.iter("a"))
    return len(links) >= 3 and sum(len(text_of(link)) for link in links) > 0.5 * len("".join(text_of(element).split()))
