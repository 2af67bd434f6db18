"""Paragraphs as they print, whatever markup Word, WPS or a content system wrapped around them."""

import pytest
from html_builder import page, read, texts

from disclosecheck.model.errors import UnreadableError


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>收到<span>申<span>请1</span></span><span>7</span>件</p>", ["收到申请17件"], id="split number"),
        pytest.param("<p>收到<font><o:p></o:p>17</font>件<o:p>&nbsp;</o:p></p>", ["收到17件"], id="o:p"),
        pytest.param("<p><b>一、总</b><strong>体情况</strong></p>", ["一、总体情况"], id="bold in pieces"),
        pytest.param("<p>收到<a href='x'>17</a>件</p>", ["收到17件"], id="link in a sentence"),
        pytest.param("<p>收到<st1:chmetcnv w:st='on'>17</st1:chmetcnv>件</p>", ["收到17件"], id="smart tag"),
        pytest.param("<p>收到<unheard>17</unheard>件</p>", ["收到17件"], id="unknown element"),
        pytest.param("<p>一、总体情况<br>2023年，<br/>无。</p>", ["一、总体情况", "2023年，", "无。"], id="br"),
        pytest.param("<div>甲<p>乙</p>丙<div>丁</div>戊</div>", list("甲乙丙丁戊"), id="text between blocks"),
        pytest.param("<ul><li>甲<li>乙</ul>", ["甲", "乙"], id="list items left open"),
        pytest.param("<p>&nbsp;&nbsp;&nbsp; 一、总体情况&nbsp;</p>", ["一、总体情况"], id="no-break spaces as indent"),
        pytest.param("<p>　　一、总体情况　</p>", ["一、总体情况"], id="ideographic spaces as indent"),
        pytest.param("<p>规　章</p>", ["规　章"], id="an ideographic space inside is printed"),
        pytest.param("<p>2023&ensp;年&nbsp;1 月</p>", ["2023 年 1 月"], id="fixed spaces inside"),
        pytest.param("<p>政府信息\n  公开\n条例</p>", ["政府信息公开条例"], id="source lines broken between Han"),
        pytest.param("<p>of the\nProvince  in\n2023</p>", ["of the Province in 2023"], id="source lines in English"),
        pytest.param("<p>收到1\u200b7\ufeff件</p>", ["收到17件"], id="zero-width signs"),
        pytest.param("<p>&lt;条例&gt;&amp;“规定”</p>", ["<条例>&“规定”"], id="entities"),
        pytest.param("<p>１７件</p>", ["１７件"], id="full-width digits stay"),
        pytest.param("<pre>甲\n乙</pre>", ["甲", "乙"], id="preformatted lines"),
        pytest.param("<p></p><p>&nbsp;</p><p>甲</p>", ["甲"], id="blank paragraphs"),
    ],
)
def test_text_as_printed(markup, expected):
    assert texts(read(page(markup))) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param("<script>var a = '二、';</script>", id="script"),
        pytest.param("<style>p {}</style>", id="style"),
        pytest.param("<!-- 旧稿 -->", id="comment"),
        pytest.param("<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->", id="conditional comment"),
        pytest.param("<xml><w:WordDocument>Print</w:WordDocument></xml>", id="Word's settings"),
        pytest.param("<div style='DISPLAY: none'>旧稿</div>", id="display none"),
        pytest.param("<p>甲<span style='display:none'>旧稿</span></p>", id="display none inside a line"),
        pytest.param("<p hidden style='visibility: hidden'>旧稿</p>", id="visibility"),
        pytest.param("<p style='mso-hide:all'>旧稿</p>", id="hidden in Word"),
        pytest.param("<select><option>部门网站</option></select>", id="list of links"),
        pytest.param("<noscript>请启用脚本</noscript>", id="noscript"),
    ],
)
def test_what_is_not_printed_is_gone(hidden):
    assert "".join(texts(read(page(f"<p>乙</p>{hidden}<p>丙</p>")))).replace("甲", "") == "乙丙"


@pytest.mark.parametrize(
    ("markup", "level", "bold", "centred"),
    [
        pytest.param("<h2>甲</h2>", 2, False, False, id="heading"),
        pytest.param("<p><b>甲</b></p>", None, True, False, id="bold"),
        pytest.param("<p><span style='font-weight: 700'>甲</span></p>", None, True, False, id="bold by style"),
        pytest.param(
            "<p style='FONT-WEIGHT: bold; text-align: center'>甲</p>", None, True, True, id="by its own style"
        ),
        pytest.param("<p><b>甲</b>乙</p>", None, False, False, id="half of it bold"),
        pytest.param("<p><span style='font-weight:normal'>甲</span></p>", None, False, False, id="weight normal"),
        pytest.param("<p align=center>甲</p>", None, False, True, id="align"),
        pytest.param("<center>甲</center>", None, False, True, id="center"),
        pytest.param("<div align=center><p>甲</p></div>", None, False, True, id="inherited"),
        pytest.param("<div align=center><p align=left>甲</p></div>", None, False, False, id="inherited and undone"),
    ],
)
def test_how_a_paragraph_is_set(markup, level, bold, centred):
    (paragraph,) = read(page(markup)).paragraphs
    assert (paragraph.level, paragraph.bold, paragraph.centred) == (level, bold, centred)


@pytest.mark.parametrize(
    ("markup", "text", "numbering"),
    [
        pytest.param(
            "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span>"
            "</span><![endif]>总体情况</p>",
            "一、 总体情况",
            "一、",
            id="Word list",
        ),
        pytest.param("<ol><li>总体情况</ol>", "1.总体情况", "1.", id="ordered list"),
        pytest.param("<ol><li><p>总体情况</p></ol>", "1.总体情况", "1.", id="ordered list around paragraphs"),
        pytest.param("<ol start=3><li>总体情况</ol>", "3.总体情况", "3.", id="ordered list from 3"),
        pytest.param(
            "<ol style='list-style:none'><li>总体情况</ol>", "总体情况", "", id="ordered list without numbers"
        ),
        pytest.param("<ul><li>总体情况</ul>", "总体情况", "", id="bullets have no number"),
    ],
)
def test_automatic_numbers_are_part_of_the_text(markup, text, numbering):
    (paragraph,) = read(page(markup)).paragraphs
    assert (paragraph.text, paragraph.numbering) == (text, numbering)


def test_open_changes_are_read_as_accepted_and_told():
    document = read(page("<p>收到<del>16</del><ins>17</ins>件</p>"))
    assert texts(document) == ["收到17件"]
    assert [(note.code, note.params) for note in document.notes] == [("tracked_changes", {"count": "2"})]


def test_comments_of_word_are_told_and_not_read():
    comments = "<div style='mso-element:comment-list'><div style='mso-element:comment'>[A1]请核对</div></div>"
    document = read(page(f"<p>收到17件</p>{comments}"))
    assert texts(document) == ["收到17件"]
    assert [(note.code, note.params) for note in document.notes] == [("comments", {"count": "1"})]


@pytest.mark.parametrize(
    ("image", "count"),
    [
        pytest.param("<img src='table3.png'>", 1, id="picture in the text"),
        pytest.param("<img src='icon.gif' width='16'>", 0, id="icon"),
        pytest.param("<a href='x.doc'><img src='doc.png'></a>", 0, id="picture of a link"),
    ],
)
def test_pictures_are_told(image, count):
    notes = read(page(f"<p>甲</p><p>{image}</p>")).notes
    assert [note.params["count"] for note in notes if note.code == "pictures"] == [str(count)] * bool(count)


@pytest.mark.parametrize(
    ("encoding", "declared", "notes"),
    [
        pytest.param("utf-8", "utf-8", [], id="UTF-8"),
        pytest.param("utf-8", None, [], id="UTF-8 undeclared"),
        pytest.param("utf-8", "gb2312", [], id="UTF-8 declared as GB2312"),
        pytest.param("gb18030", "gb2312", [], id="signs outside GB2312 under that name"),
        pytest.param("gb18030", "GBK", [], id="GBK"),
        pytest.param("gb18030", None, ["encoding_guessed"], id="GB18030 undeclared"),
        pytest.param("utf-16", None, [], id="UTF-16 with its mark"),
        pytest.param("big5hkscs", "big5", [], id="Big5 declared"),
    ],
)
def test_encodings(encoding, declared, notes):
    sentence = "臨江區衛生健康委員會主任堃" if encoding == "big5hkscs" else "临江区卫生健康委员会主任堃、㛃，编号𠮷"
    head = f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" if declared else ""
    document = read(f"<html><head>{head}</head><body><p>{sentence}</p><p>末段</p></body></html>".encode(encoding))
    assert texts(document) == [sentence, "末段"]
    assert [note.code for note in document.notes] == notes


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        pytest.param("<html><body><div id='app'></div></body></html>", "page_without_text", id="filled by a script"),
        pytest.param("<!-- -->", "page_without_text", id="a comment alone"),
        pytest.param("<div>" * 5000 + "甲", "page_too_deep", id="nested beyond what the parser reads"),
    ],
)
def test_what_cannot_be_read_is_told(markup, code):
    with pytest.raises(UnreadableError) as error:
        read(markup)
    assert error.value.code == code


def test_deep_nesting_that_the_parser_reads_is_read():
    assert texts(read("<div>" * 900 + "<span>" * 900 + "甲")) == ["甲"]
