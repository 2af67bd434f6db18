"""The report is found in the page, and what surrounds it is left out."""

import pytest
from html_builder import GRID, OPENING, PROSE, REPORT, SECTIONS, TITLE, page, read, texts

LINKS = "".join(f"<li><a href='/{n}'>政务公开栏目{n}</a></li>" for n in range(12))
NAV = f"<div class='header'><h1><a href='/'>云溪市临江区卫生健康委员会</a></h1><ul>{LINKS}</ul></div>"
CRUMB = "<div class='crumb'>您现在的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>年报</a></div>"
SIDE = f"<div class='left'><h2>政府信息公开</h2><ul>{LINKS}</ul></div>"
FOOT = (
    "<div class='footer'><p>主办单位：云溪市临江区卫生健康委员会　网站标识码：3300000000</p>"
    "<p>建议使用1024*768分辨率浏览。未经许可，不得转载。</p></div>"
)
RELATED = (
    "<div><h3>相关信息</h3><ul><li><a>2022年政府信息公开工作年度报告</a></li>"
    "<li><a>2021年政府信息公开工作年度报告</a></li><li><a>2020年年报</a></li></ul></div>"
)
BODY = [OPENING, *(text for heading in SECTIONS for text in (heading, PROSE))]
BANNER = "<tr><td><img src='banner.jpg' width='30' height='30'></td></tr>"
MENU_TABLE = f"<table>{''.join(f'<tr><td><a>栏目{n}</a></td></tr>' for n in range(8))}</table>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(REPORT, id="the report alone, as a fragment"),
        pytest.param(f"{NAV}{CRUMB}<div class='main'>{SIDE}<div>{REPORT}</div></div>{FOOT}", id="side column"),
        pytest.param(f"{NAV}<div><div><div>{REPORT}</div>{RELATED}</div></div>{FOOT}", id="related pages below"),
        pytest.param(f"{NAV}<div>{REPORT}{RELATED}</div>{FOOT}", id="related pages in the same block"),
        pytest.param(
            f"{NAV}<div>{REPORT}<div><a>分享</a><a>打印</a><a>关闭窗口</a></div></div>{FOOT}", id="share buttons"
        ),
        pytest.param(
            f"{NAV}<div>{''.join(f'<div>{part}</div>' for part in REPORT.split('<hr>'))}</div>{FOOT}", id="one wrapper"
        ),
        pytest.param(f"{REPORT}{FOOT}", id="foot directly behind the report"),
        pytest.param(
            f"<table width='1000'>{BANNER}<tr><td>{MENU_TABLE}</td><td>{REPORT}</td></tr></table>",
            id="layout table with a menu in another cell",
        ),
        pytest.param(
            f"<table><tr><td><table>{BANNER}<tr><td>{REPORT}</td></tr></table></td></tr></table>",
            id="layout tables inside one another",
        ),
        pytest.param(
            f"{NAV}<div>{REPORT.replace('<p>', '　　').replace('</p>', '<br><br>')}</div>{FOOT}",
            id="text broken by br alone",
        ),
        pytest.param(f"<form><div>{REPORT}</div></form>", id="everything inside a form"),
        pytest.param(f"<nav>{LINKS}</nav><main><article>{REPORT}</article></main><footer>{PROSE}</footer>", id="HTML5"),
    ],
)
def test_the_report_and_nothing_else(body):
    document = read(page(body))
    assert texts(document) == BODY
    assert len(document.tables) == len(SECTIONS)


def test_sections_in_blocks_of_their_own_stay_together():
    blocks = "".join(f"<div><p>{heading}</p><p>{PROSE * 9}</p></div>" for heading in SECTIONS[:1])
    blocks += "".join(f"<div><p>{heading}</p><p>无。</p></div>" for heading in SECTIONS[1:])
    document = read(page(f"{NAV}<div>{blocks}</div>{FOOT}"))
    assert [text for text in texts(document) if text in SECTIONS] == list(SECTIONS)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<div>{REPORT}</div><div>{GRID}</div>", id="beside the text"),
        pytest.param(f"<div><div>{REPORT}</div></div><div><div>{GRID}</div></div>", id="beside the text, one deeper"),
        pytest.param(f"<div>{GRID}</div><div>{REPORT}</div>", id="before the text"),
    ],
)
def test_a_table_with_figures_is_never_left_outside(body):
    assert len(read(page(NAV + body + FOOT)).tables) == len(SECTIONS) + 1


def test_a_page_of_tables_alone_keeps_them():
    document = read(page(f"{NAV}<div>{GRID}{GRID}</div>{FOOT}"))
    assert len(document.tables) == 2


@pytest.mark.parametrize(
    ("above", "head", "first"),
    [
        pytest.param(f"<h1>{TITLE}</h1>", "", TITLE, id="heading"),
        pytest.param(
            f"<div class='art-title'>{TITLE}</div><div>字号：大 中 小</div>",
            f"<meta name='ArticleTitle' content='{TITLE}'>",
            TITLE,
            id="repeated by the metadata",
        ),
        pytest.param(
            f"<p>{TITLE}</p>", f"<title>{TITLE}_云溪市临江区卫生健康委员会</title>", TITLE, id="repeated by <title>"
        ),
        pytest.param(f"<p align='center'><b>{TITLE}</b></p>", "", TITLE, id="centred and bold"),
        pytest.param("<h2>政府信息公开年报</h2>", "", OPENING, id="a column's name is no title"),
        pytest.param("<p align='center'>发布日期：2024年1月20日</p>", "", OPENING, id="a date is no title"),
    ],
)
def test_title_above_the_text(above, head, first):
    document = read(page(f"{NAV}<div>{above}<div id='zoom'>{REPORT}</div></div>{FOOT}", head))
    assert texts(document)[0] == first
    assert document.paragraphs[0].number == 1


def test_a_title_inside_the_text_is_not_doubled():
    body = f"{NAV}<div><h1>{TITLE}</h1><div><p align='center'>{TITLE}</p>{REPORT}</div></div>"
    assert texts(read(page(body, f"<title>{TITLE}</title>"))).count(TITLE) == 1


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param("<meta name='PubDate' content='2024-01-19 09:00'>", "", "2024-01-19", id="PubDate"),
        pytest.param("<meta name='publishdate' content='2024/1/9'>", "", "2024-01-09", id="publishdate with slashes"),
        pytest.param(
            "<meta property='article:published_time' content='2024-01-20T08:00:00+08:00'>", "", "2024-01-20", id="RFC"
        ),
        pytest.param("", "<div>发布时间：2024-01-20 10:00　来源：本机关</div>", "2024-01-20", id="printed"),
        pytest.param(
            "", "<div><span>发布日期：</span><b>2024年1月20日</b></div>", "2024-01-20", id="printed, label set apart"
        ),
        pytest.param("", "<div>来源：办公室 日期：2024.01.20</div>", "2024-01-20", id="plain label"),
        pytest.param("", "<div>成文日期：2024-01-20</div>", None, id="the day of writing is another day"),
        pytest.param("<meta name='PubDate' content='2024-13-45'>", "", None, id="no such day"),
        pytest.param("<meta name='PubDate' content=''>", "<p>发布日期：</p>", None, id="stated nowhere"),
    ],
)
def test_day_of_publication(head, body, expected):
    assert read(page(f"{NAV}<div>{body}<div>{REPORT}</div></div>", head)).published == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(f"<title>x</title><meta name='ArticleTitle' content='{TITLE}'>", TITLE, id="ArticleTitle first"),
        pytest.param(f"<title>\n {TITLE} \n</title>", TITLE, id="<title>"),
        pytest.param("", None, id="none"),
    ],
)
def test_title_by_the_metadata(head, expected):
    assert read(page(REPORT, head)).title == expected
