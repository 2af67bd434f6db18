"""Where in a page the report stands: down from the body as long as one child holds nearly all the prose."""

from collections.abc import Callable
from typing import cast

from lxml import etree

from disclosecheck.read.html.page import Element, remove_element, text_of

_figures = cast("Callable[[Element], float]", etree.XPath("count(.//td[number(.)=number(.)])"))
_CHROME = ("nav", "footer", "aside")
_WHOLE = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "dl")  # never entered
_PARAGRAPHS = 8  # that stand side by side in what holds the report
_TABLE_PARTS = ("table", "tbody", "thead", "tfoot", "tr")
_SHARE = 0.7  # of the prose that the child to go into must hold
_PROSE = "，。；,"
_NUMERALS = tuple(f"{numeral}、" for numeral in "二三四五六")  # 一、 also begins lists of links
_FIGURE_CELLS = 4
_SENTENCES = 2
# Parts of class names and ids, and what 政府网站发展指引 (国办发〔2017〕47号) wants at the foot of each page.
_LONGEST_FOOT = 600  # characters
_FOOT_NAMES = ("footer", "copyright")
_CHROME_NAMES = ("foot", "bottom", "header", "nav", "menu", "crumb", "side", "relat", "share", "banner")
_FOOT_MARKS = ("网站标识码", "ICP备", "公网安备", "版权所有")


class MainText:
    """`element` holds the report; `above` are the siblings left out before it on the way down, nearest first."""

    def __init__(self, body: Element) -> None:
        path = [body]
        while (child := _heaviest(path[-1])) is not None:
            path.append(child)
        while path[-1].tag in _TABLE_PARTS:  # a table of data is read whole
            path.pop()
        self.element = path[-1]
        self.above = [sibling for child in reversed(path[1:]) for sibling in child.itersiblings(preceding=True)]
        self._drop_chrome()

    def _drop_chrome(self) -> None:
        """Beside the report: blocks that are little else than links (related pages, share buttons), and the foot."""
        for child in list(self.element):
            if child.tag in ("p", "table") or not isinstance(child.tag, str):
                continue
            if child.tag in _CHROME or _is_link_list(child) or _is_foot(child, text_of(child)):
                remove_element(child)


def _heaviest(element: Element) -> Element | None:
    """The one child that holds the report; None where the report is spread over several."""
    children = [child for child in element if isinstance(child.tag, str)]
    if not children or sum(child.tag == "p" for child in children) >= _PARAGRAPHS:
        return None
    texts = [text_of(child) for child in children]
    weights = [0 if _is_foot(child, text) else _weight(text) for child, text in zip(children, texts, strict=True)]
    best = max(range(len(children)), key=lambda index: (weights[index], len(texts[index])))
    between = "".join([element.text or "", *(child.tail or "" for child in element)])
    if not weights[best] or children[best].tag in _WHOLE:
        return None
    if weights[best] < _SHARE * (sum(weights) + _weight(between)):
        return None
    if any(index != best and _is_content(child, texts[index]) for index, child in enumerate(children)):
        return None
    return children[best]


def _weight(text: str) -> int:
    """Punctuation of sentences; menus and lists of links have next to none."""
    return sum(text.count(sign) for sign in _PROSE)


def _is_content(element: Element, text: str) -> bool:
    """Whether a sibling belongs to the report: cells with figures, a later section, or sentences outside links."""
    if element.tag in _CHROME or not text or text.isspace():
        return False
    if any(numeral in text for numeral in _NUMERALS):
        return not _is_link_list(element)
    if text.count("。") >= _SENTENCES and not _is_chrome(element, text):
        return not _is_link_list(element)
    if next(element.iter("td"), None) is None:
        return False
    return _figures(element) >= (1 if element.tag == "tr" else _FIGURE_CELLS)


def _is_chrome(element: Element, text: str) -> bool:
    return any(name in _names(element) for name in _CHROME_NAMES) or _is_foot(element, text)


def _is_foot(element: Element, text: str) -> bool:
    if len(text) > _LONGEST_FOOT or any(numeral in text for numeral in _NUMERALS):
        return False
    return any(mark in text for mark in _FOOT_MARKS) or any(name in _names(element) for name in _FOOT_NAMES)


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _is_link_list(element: Element) -> bool:
    links = list(element.iter("a"))
    return len(links) >= 3 and sum(len(text_of(link)) for link in links) > 0.5 * len("".join(text_of(element).split()))
