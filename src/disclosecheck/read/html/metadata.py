"""What a web page says of itself: the article's title and the day it was published."""

from disclosecheck.read.dates import iso_date
from disclosecheck.read.html.page import Element

# 政府网站发展指引 (国办发〔2017〕47号), annex 2, names ArticleTitle and PubDate; the others are met on older systems
# and in the Open Graph and Dublin Core vocabularies.
_TITLE_NAMES = ("articletitle", "og:title")
_DATE_NAMES = (
    "pubdate", "publishdate", "publishtime", "pubtime", "publish_time", "article:published_time", "dc.date.issued",
    "dcterms.issued", "firstpublishedtime",
)  # fmt: skip


class Metadata:
    """`title` and `published` (ISO) are None where the page does not say."""

    def __init__(self, root: Element) -> None:
        values: dict[str, str] = {}
        for meta in root.iter("meta"):
            name = (meta.get("name") or meta.get("property") or "").strip().lower()
            content = (meta.get("content") or "").strip()
            if name and content:
                values.setdefault(name, content)
        heading = next((title.text for title in root.iter("title") if title.text), "")
        self.site_title = " ".join(heading.split())
        article = next((values[name] for name in _TITLE_NAMES if name in values), "")
        self.title: str | None = " ".join(article.split()) or self.site_title or None
        dates = (iso_date(values[name]) for name in _DATE_NAMES if name in values)
        self.published: str | None = next((date for date in dates if date), None)
