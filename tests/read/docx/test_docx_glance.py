"""The short way through plain paragraphs and cells gives what the long way gives."""

import pytest
from docx_builder import CHANGE, document, num, p, package, r, read_bytes, tbl, tc, tr

from disclosecheck.model.document import Document
from disclosecheck.read.docx import glance, parts, runs, styles
from disclosecheck.read.docx import names as n
from disclosecheck.read.docx.notices import Notices

STYLES = (
    '<w:style w:type="paragraph" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="away"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="fat"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="strong"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>'
)
DEFAULT_NUMBERS = STYLES + (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    "</w:style>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1、"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
PARAGRAPHS = {
    "plain": p("甲", r("乙"), "　"),
    "tab": p("甲", r("<w:tab/>"), "乙"),
    "tab stop": p("甲", props='<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'),
    "numbered": p("甲", props=num(1)),
    "numbered by style": p("甲", style="list"),
    "hidden by style": p("甲", style="away"),
    "hidden run": p("甲", r("隐", "<w:vanish/>")),
    "hidden by character style": p("甲", r("隐", '<w:rStyle w:val="gone"/>')),
    "bold": p(r("甲", "<w:b/>")),
    "bold by style": p("甲", style="fat"),
    "bold by character style": p(r("甲", '<w:rStyle w:val="strong"/>')),
    "bold end mark": p("甲", props="<w:rPr><w:b/></w:rPr>"),
    "inserted": p("甲", f"<w:ins {CHANGE}>{r('乙')}</w:ins>"),
    "deleted end": p("甲", props=f"<w:rPr><w:del {CHANGE}/></w:rPr>"),
    "link": p("甲", f'<w:hyperlink r:id="x">{r("乙")}</w:hyperlink>'),
    "unknown wrapper": p("甲", f"<w:unknown>{r('乙')}</w:unknown>"),
    "control round it": f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>",
    "table": tbl(tr("一", "二")) + p(),
    "box": p("甲", r(f"<w:pict><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></w:pict>")),
    "field": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "甲")
    + p("乙", '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "丙")
    + p("丁", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "戊"),
}


def everything_is_special(monkeypatch: pytest.MonkeyPatch) -> None:
    """Close the short way."""

    class Everything(set):  # type: ignore[type-arg]
        def __contains__(self, item: object) -> bool:
            return True

    original = glance.Glance.__init__

    def init(self, root, sheet):
        original(self, root, sheet)
        self.unplain = self.ruled = self.weighted = Everything()
        self.texts = {}

    monkeypatch.setattr(glance.Glance, "__init__", init)


@pytest.mark.parametrize(
    "sheet", [pytest.param(STYLES, id="usual"), pytest.param(DEFAULT_NUMBERS, id="default numbers")]
)
@pytest.mark.parametrize("name", list(PARAGRAPHS))
def test_both_ways_read_the_same(name, sheet, monkeypatch):
    body = p("首") + PARAGRAPHS[name] + p("尾") + tbl(tr("1", tc(PARAGRAPHS[name]), "2"), tr("3", tc(span=2), ""))
    data = package(document(body), styles=sheet, numbering=NUMBERING)
    short: Document = read_bytes(data)
    everything_is_special(monkeypatch)
    assert read_bytes(data) == short


def test_all_that_runs_know_is_unplain():
    root = parts.parse_part(document("").encode())
    sheet = styles.StyleSheet(None, parts.parse_part)
    reader = runs.Runs(root, glance.Glance(root, sheet), sheet, Notices(), lambda _: "")
    known = {*reader._inline, *reader._in_run, n.FIELD_CHAR, n.FIELD_CODE, n.VANISH} - {n.R}
    assert known == set(glance.UNPLAIN)
