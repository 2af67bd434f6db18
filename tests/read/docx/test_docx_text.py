"""What a reader's eye has of a paragraph, from the markup that Word, WPS and LibreOffice write."""

import pytest
from docx_builder import (
    CHANGE,
    TRANSITIONAL,
    document,
    only_paragraph,
    p,
    package,
    r,
    read,
    read_bytes,
    tbl,
    tc,
    texts,
    tr,
    zipped,
)

FIELD_BEGIN, FIELD_SEPARATE, FIELD_END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def box(*paragraphs: str) -> str:
    """A text box as Word writes it: once for new readers, once more for old ones."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


PICTURE = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
    '<a:blip r:embed="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param([r("收到申请1"), r("2", "<w:b/>"), r("8件")], "收到申请128件", id="runs split inside a number"),
        pytest.param(["<w:r><w:t>新收 </w:t></w:r>", r("128件")], "新收128件", id="outer space without preserve"),
        pytest.param([r("新收 "), r("128件")], "新收 128件", id="outer space with preserve"),
        pytest.param(["<w:r><w:t>本年\n新收</w:t></w:r>"], "本年 新收", id="a line break of the XML is a space"),
        pytest.param([r("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>")], "甲\t乙", id="tab"),
        pytest.param([r("<w:t>甲</w:t><w:br/><w:t>乙</w:t>")], "甲\n乙", id="line break"),
        pytest.param([r('<w:br w:type="page"/><w:t>乙</w:t>')], "乙", id="page break before the text"),
        pytest.param([r("<w:t>1</w:t><w:softHyphen/><w:t>28</w:t>")], "128", id="soft hyphen element"),
        pytest.param(["1\u00ad2\u200b8\ufeff件"], "128件", id="signs that show nothing"),
        pytest.param([r("<w:t>2023</w:t><w:noBreakHyphen/><w:t>15</w:t>")], "2023-15", id="no-break hyphen"),
        pytest.param([r('<w:sym w:font="Wingdings" w:char="F0FE"/>'), "是"], "☑是", id="symbol of Wingdings"),
        pytest.param([r('<w:sym w:font="Wingdings" w:char="F082"/>')], "②", id="circled figure of Wingdings"),
        pytest.param([r('<w:sym w:font="宋体" w:char="25A1"/>')], "□", id="symbol of an ordinary font"),
        pytest.param([r('<w:sym w:font="宋体" w:char="D800"/>')], "\ufffd", id="symbol that no text can hold"),
        pytest.param([r("\uf0fc", '<w:rFonts w:ascii="Wingdings"/>')], "✓", id="private sign in plain text"),
        pytest.param(['<w:hyperlink r:id="rId9"><w:r><w:t>见附件</w:t></w:r></w:hyperlink>'], "见附件", id="hyperlink"),
        pytest.param(['<w:smartTag w:element="date">' + r("1月") + "</w:smartTag>", "20日"], "1月20日", id="smart tag"),
        pytest.param(['<w:customXml w:element="x">' + r("甲") + "</w:customXml>"], "甲", id="custom XML"),
        pytest.param(['<w:fldSimple w:instr="SEQ 表">' + r("3") + "</w:fldSimple>"], "3", id="simple field"),
        pytest.param(["<w:sdt><w:sdtPr/><w:sdtContent>" + r("2023") + "</w:sdtContent></w:sdt>", "年"], "2023年",
                     id="inline content control"),
        pytest.param(["<m:oMath><m:r><m:t>x=</m:t></m:r><m:r><m:t>60%</m:t></m:r></m:oMath>"], "x=60%", id="formula"),
        pytest.param(
            [r("<w:ruby><w:rt>" + r("yun") + "</w:rt><w:rubyBase>" + r("云") + "</w:rubyBase></w:ruby>"), "溪"],
            "云溪", id="pinyin above a character is not in the text"),
        pytest.param(["甲", "<w:bdo>" + r("乙") + "</w:bdo>"], "甲乙", id="direction override"),
        pytest.param(['<w:proofErr w:type="spellStart"/>', r("128"), '<w:proofErr w:type="spellEnd"/>'], "128",
                     id="proofing marks split a number"),
        pytest.param([r("12<!-- x -->8")], "128", id="comment of the XML inside a number"),
    ],
)  # fmt: skip
def test_text_of_a_paragraph(content, expected):
    assert only_paragraph(read(p(*content))).text == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p(FIELD_BEGIN, code("DATE"), FIELD_SEPARATE, "1月20日", FIELD_END, "印发"), ["1月20日印发"],
                     id="result only"),
        pytest.param(p("共", FIELD_BEGIN, code(" PAGE "), FIELD_END, "页"), ["共页"], id="field without a result"),
        pytest.param(
            p(FIELD_BEGIN, code("IF "), FIELD_BEGIN, code("MERGEFIELD n"), FIELD_SEPARATE, "7", FIELD_END, code("=7"),
              FIELD_SEPARATE, "是", FIELD_END),
            ["是"], id="field inside a field's code"),
        pytest.param(
            p(FIELD_BEGIN, code("QUOTE"), FIELD_SEPARATE, "甲") + p("乙") + p("丙", FIELD_END, "丁"),
            ["甲", "乙", "丙丁"], id="result over paragraphs"),
        pytest.param(p(FIELD_BEGIN, code("QUOTE"), "甲") + p("收到128件"), ["甲", "收到128件"],
                     id="a field that never ends hides nothing"),
        pytest.param(p("甲", FIELD_END, FIELD_BEGIN, "乙") + p("丙"), ["甲乙", "丙"], id="an end before its begin"),
    ],
)  # fmt: skip
def test_fields(body, expected):
    assert texts(read(body)) == expected


def test_table_of_contents_is_no_heading():
    body = (
        p("目录", style="TOCHeading")
        + p(FIELD_BEGIN, code(' TOC \\o "1-3" '), FIELD_SEPARATE, "一、总体情况", r("<w:tab/>"), "1")
        + p("二、主动公开政府信息情况\t2", FIELD_END)
        + p("一、总体情况")
    )
    styles = '<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/></w:style>'
    found = read(body, styles=styles)
    assert [(paragraph.role, paragraph.text) for paragraph in found.paragraphs] == [
        ("contents", "目录"),
        ("contents", "一、总体情况\t1"),
        ("contents", "二、主动公开政府信息情况\t2"),
        ("body", "一、总体情况"),
    ]


def test_table_of_contents_in_a_content_control():
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{p('一、总体情况 1')}</w:sdtContent></w:sdt>" + p("一、总体情况")
    assert [paragraph.role for paragraph in read(body).paragraphs] == ["contents", "body"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("标题", box(p("云溪市"), p("卫生健康委员会"))), [("body", "标题"), ("textbox", "云溪市"),
                     ("textbox", "卫生健康委员会")], id="box counted once, after its paragraph"),
        pytest.param(p(box(p("正文"))), [("textbox", "正文")], id="paragraph that holds only a box"),
        pytest.param(p(box(p("外", box(p("内"))))), [("textbox", "外"), ("textbox", "内")], id="box in a box"),
        pytest.param(p(r('<w:pict><v:shape><v:textpath string="草稿"/></v:shape></w:pict>'), "甲"),
                     [("body", "甲"), ("textbox", "草稿")], id="word art"),
        pytest.param(p("<w:r><mc:AlternateContent><mc:Choice Requires='cx'/><mc:Fallback><w:t>128</w:t>"
                       "</mc:Fallback></mc:AlternateContent></w:r>"), [("body", "128")],
                     id="fallback when all else is blank"),
    ],
)  # fmt: skip
def test_text_boxes(body, expected):
    assert [(paragraph.role, paragraph.text) for paragraph in read(body).paragraphs] == expected


def test_footnotes_stand_after_their_paragraph_and_endnotes_last():
    body = (
        p("新收128件", r('<w:footnoteReference w:id="2"/>'), r('<w:endnoteReference w:id="3"/>'), "。")
        + p("次段")
        + p("缺注", r('<w:footnoteReference w:id="99"/>'))
    )
    found = read(
        body,
        footnotes='<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        + f'<w:footnote w:id="2">{p(r("<w:footnoteRef/>"), "含网上申请")}</w:footnote>',
        endnotes=f'<w:endnote w:id="3">{p("数据截至年底")}</w:endnote>',
    )
    assert [(paragraph.role, paragraph.text, paragraph.number) for paragraph in found.paragraphs] == [
        ("body", "新收128件。", 1),
        ("footnote", "含网上申请", 2),
        ("body", "次段", 3),
        ("body", "缺注", 4),
        ("footnote", "数据截至年底", 5),
    ]


def test_blank_paragraphs_are_not_kept():
    found = read(p() + p("　 \u200b") + p("甲") + p(r("<w:br/>")) + p("乙"))
    assert [(paragraph.number, paragraph.text) for paragraph in found.paragraphs] == [(1, "甲"), (2, "乙")]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<w:sdt><w:sdtPr/><w:sdtContent>{p('甲')}{p('乙')}</w:sdtContent></w:sdt>", id="content control"),
        pytest.param(f"<w:customXml w:element='x'>{p('甲')}</w:customXml>{p('乙')}", id="custom XML"),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice Requires='x'>{p('甲')}</mc:Choice><mc:Fallback>{p('旧')}</mc:Fallback>"
            f"</mc:AlternateContent>{p('乙')}",
            id="alternate content",
        ),
        pytest.param(f"<w:ins {CHANGE}>{p('甲')}</w:ins>{p('乙')}", id="inserted block"),
        pytest.param(f"<w:del {CHANGE}>{p('旧')}</w:del>{p('甲')}{p('乙')}", id="deleted block"),
    ],
)
def test_blocks_wrapped_in_markup(body):
    assert texts(read(body)) == ["甲", "乙"]


STYLES = """
<w:docDefaults/><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="本委标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="named"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="body"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="hidden"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a&amp;b"><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="bare"/>
<w:style w:type="paragraph" w:styleId="after-bare"><w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:style>
"""


@pytest.mark.parametrize(
    ("paragraph", "level"),
    [
        pytest.param(p("甲"), None, id="plain"),
        pytest.param(p("甲", style="1"), 1, id="heading style"),
        pytest.param(p("甲", style="own"), 1, id="style based on a heading"),
        pytest.param(p("甲", style="named"), 2, id="heading by the style's name alone"),
        pytest.param(p("甲", style="body"), None, id="level 9 is body text"),
        pytest.param(p("甲", style="1", props='<w:outlineLvl w:val="9"/>'), None, id="body text set by hand"),
        pytest.param(p("甲", props='<w:outlineLvl w:val="1"/>'), 2, id="level set by hand"),
        pytest.param(p("甲", style="x"), 3, id="styles based on each other in a circle"),
        pytest.param(p("甲", style="a&amp;b"), 4, id="style id with an escaped sign"),
        pytest.param(p("甲", style="bare"), None, id="style that says nothing"),
        pytest.param(p("甲", style="after-bare"), 5, id="style after one that says nothing"),
        pytest.param(p("甲", style="nowhere"), None, id="style that is not there"),
        pytest.param(
            p("甲", props='<w:pPrChange w:id="1" w:author="甲"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'),
            None, id="level before a tracked change of format"),
    ],
)  # fmt: skip
def test_heading_levels(paragraph, level):
    assert only_paragraph(read(paragraph, styles=STYLES)).level == level


@pytest.mark.parametrize(
    "styles",
    [
        pytest.param(STYLES.replace('"', "'"), id="single quotes"),
        pytest.param("<!-- <w:style w:styleId=\"own\"> -->" + STYLES, id="a comment that looks like a style"),
    ],
)  # fmt: skip
def test_styles_written_oddly(styles):
    assert only_paragraph(read(p("甲", style="own"), styles=styles)).level == 1


@pytest.mark.parametrize(
    ("paragraph", "bold"),
    [
        pytest.param(p(r("甲", "<w:b/>"), r("乙", "<w:b/>")), True, id="all runs"),
        pytest.param(p(r("甲", "<w:b/>"), r("乙")), False, id="one run is not"),
        pytest.param(p(r("甲", "<w:b/>"), r(" ")), True, id="a blank run does not count"),
        pytest.param(
            p(r("甲", "<w:b/>"), props=f"<w:rPr><w:del {CHANGE}/></w:rPr>") + p(),
            True,
            id="joined with a blank paragraph",
        ),
        pytest.param(p(r("甲", '<w:b w:val="0"/>')), False, id="bold off"),
        pytest.param(p("甲", style="1"), True, id="by paragraph style"),
        pytest.param(p(r("甲", '<w:b w:val="false"/>'), style="1"), False, id="style bold, run off"),
        pytest.param(p(r("甲", '<w:rStyle w:val="strong"/>')), True, id="by character style"),
        pytest.param(p(r("甲", '<w:rStyle w:val="strong"/>'), style="1"), False, id="both styles cancel out"),
    ],
)
def test_bold(paragraph, bold):
    assert only_paragraph(read(paragraph, styles=STYLES)).bold is bold


@pytest.mark.parametrize(
    ("paragraph", "centred"),
    [
        pytest.param(p("甲", props='<w:jc w:val="center"/>'), True, id="by hand"),
        pytest.param(p("甲", style="own"), True, id="by style"),
        pytest.param(p("甲", style="own", props='<w:jc w:val="left"/>'), False, id="style centred, hand left"),
        pytest.param(p("甲", props='<w:jc w:val="both"/>'), False, id="justified"),
    ],
)
def test_centred(paragraph, centred):
    assert only_paragraph(read(paragraph, styles=STYLES)).centred is centred


def test_headers_and_footers_are_margins_only():
    found = read(
        p("正文"),
        header1=p("云溪市临江区卫生健康委员会") + p("云溪市临江区卫生健康委员会") + tbl(tr("表中", "页眉")),
        footer1=p("— ", FIELD_BEGIN, code("PAGE"), FIELD_SEPARATE, "1", FIELD_END, " —"),
    )
    assert texts(found) == ["正文"]
    assert found.tables == ()
    assert found.margins == ("云溪市临江区卫生健康委员会", "表中", "页眉", "— 1 —")


def test_title_of_the_file():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> 年度报告 </dc:title></cp:coreProperties>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="/word/document.xml"/>'
        '<Relationship Id="b" Type="x/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
    )
    assert read(p("甲"), {"docProps/core.xml": core, "_rels/.rels": rels}).title == "年度报告"
    assert read(p("甲")).title is None


USUAL = document(p("新收128件") + tbl(tr("一", "二")))
STRICT = USUAL.replace(TRANSITIONAL, "http://purl.oclc.org/ooxml/wordprocessingml/main")


@pytest.mark.parametrize(
    "main",
    [
        pytest.param(STRICT, id="strict OOXML"),
        pytest.param(f'<?xml version="1.0" encoding="UTF-16"?>{STRICT}'.encode("utf-16"), id="strict in UTF-16"),
        pytest.param(USUAL.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace("xmlns:w=", "xmlns:ns0=")
                     .replace(" w:", " ns0:"), id="another prefix"),
        pytest.param(USUAL.replace("<w:body>", '<w:body xmlns:wpsCustomData='
                     '"http://www.wps.cn/officeDocument/2013/wpsCustomData"><wpsCustomData:x>旧</wpsCustomData:x>'),
                     id="elements of WPS"),
    ],
)  # fmt: skip
def test_dialects(main):
    found = read_bytes(package(main))
    assert texts(found) == ["新收128件"]
    assert [cell.text for cell in found.tables[0].cells] == ["一", "二"]


@pytest.mark.parametrize(
    ("target", "name"),
    [
        pytest.param("word/document.xml", "WORD\\Document.xml", id="other case and backslashes"),
        pytest.param("/word/document2.xml", "word/document2.xml", id="another name, from the root"),
        pytest.param("x/../word/document.xml", "word/document.xml", id="a way round"),
    ],
)
def test_main_part_is_found(target, name):
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="x/officeDocument" Target="{target}"/></Relationships>'
    )
    assert texts(read_bytes(zipped({"_rels/.rels": relations, name: document(p("甲"))}))) == ["甲"]


def test_cell_with_a_box_and_a_picture_reads_the_box():
    found = read(tbl(tr(tc(p(box(p("128")), PICTURE)), "甲")))
    assert [cell.text for cell in found.tables[0].cells] == ["128", "甲"]
