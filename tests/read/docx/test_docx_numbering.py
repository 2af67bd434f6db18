"""Automatic numbering: the 一、 that stands in numbering.xml only."""

import pytest
from docx_builder import num, only_paragraph, p, r, read, tbl, tc, texts, tr

from disclosecheck.read.docx.numerals import format_number


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param("decimal", {0: "0", 1: "1", 12: "12"}, id="decimal"),
        pytest.param("decimalZero", {0: "00", 9: "09", 10: "10"}, id="decimalZero"),
        pytest.param("decimalFullWidth", {10: "１０"}, id="decimalFullWidth"),
        pytest.param("chineseCounting", {0: "0", 1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九",
                     100: "一〇〇"}, id="chineseCounting"),
        pytest.param("chineseCountingThousand", {10: "十", 19: "十九", 100: "一百", 101: "一百零一", 110: "一百一十",
                     111: "一百一十一", 1001: "一千零一", 1010: "一千零一十", 1100: "一千一百", 10000: "一万",
                     10001: "一万零一", 12000: "一万二千"}, id="chineseCountingThousand"),
        pytest.param("japaneseCounting", {1: "一", 10: "十", 21: "二十一", 100: "百", 101: "百一", 1000: "千"},
                     id="japaneseCounting"),
        pytest.param("ideographDigital", {1: "一", 10: "一〇", 21: "二一"}, id="ideographDigital"),
        pytest.param("taiwaneseCounting", {10: "十", 100: "一○○"}, id="taiwaneseCounting"),
        pytest.param("chineseLegalSimplified", {1: "壹", 10: "壹拾", 105: "壹佰零伍"}, id="chineseLegalSimplified"),
        pytest.param("ideographLegalTraditional", {2: "貳", 30: "參拾"}, id="ideographLegalTraditional"),
        pytest.param("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}, id="ideographTraditional"),
        pytest.param("ideographZodiac", {1: "子", 12: "亥", 13: "13"}, id="ideographZodiac"),
        pytest.param("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "61"}, id="ideographZodiacTraditional"),
        pytest.param("upperRoman", {4: "IV", 6: "VI", 9: "IX", 1994: "MCMXCIV", 2_000_000: "2000000"}, id="upperRoman"),
        pytest.param("lowerRoman", {3: "iii"}, id="lowerRoman"),
        pytest.param("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA", 2_000_000: "2000000"}, id="upperLetter"),
        pytest.param("lowerLetter", {2: "b", 28: "bb"}, id="lowerLetter"),
        pytest.param("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21", 0: "0"}, id="decimalEnclosedCircle"),
        pytest.param("decimalEnclosedParen", {3: "⑶"}, id="decimalEnclosedParen"),
        pytest.param("decimalEnclosedFullstop", {3: "⒊"}, id="decimalEnclosedFullstop"),
        pytest.param("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}, id="ideographEnclosedCircle"),
        pytest.param("numberInDash", {4: "- 4 -"}, id="numberInDash"),
        pytest.param("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 22: "22nd", 113: "113th"}, id="ordinal"),
    ],
)  # fmt: skip
def test_number_formats(name, written):
    assert {value: format_number(value, name) for value in written} == written


def test_unknown_format_is_not_guessed():
    assert format_number(1, "thaiLetters") is None


def level(index, text, name="decimal", start=1, suff="nothing", extra="", before=""):
    """w:lvl in the order of the schema: `before` stands before w:suff, `extra` after w:lvlText."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{name}"/>{before}'
        f'<w:suff w:val="{suff}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


def abstract(number, *levels, link=""):
    return f'<w:abstractNum w:abstractNumId="{number}">{link}{"".join(levels)}</w:abstractNum>'


def instance(number, of, *overrides):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def restart_at(index, value):
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


REPORT = abstract(
    1,
    level(0, "%1、", "chineseCounting"),
    level(1, "（%2）", "chineseCounting"),
    level(2, "%3.", suff="space"),
    level(3, "（%4）"),
) + instance(1, 1)


def numbered(numbering, *places, styles=""):
    """The prefixes of paragraphs at those (list, level)."""
    body = "".join(p("甲", props=num(*place)) for place in places)
    found = read(body, numbering=numbering, **({"styles": styles} if styles else {}))
    assert all(paragraph.text == paragraph.numbering + "甲" for paragraph in found.paragraphs)
    return [paragraph.numbering for paragraph in found.paragraphs]


def test_headings_of_a_report():
    body = (
        p("总体情况", props=num(1))
        + p("2023年，本委……")
        + p("主动公开", props=num(1, 1))
        + p("依申请公开", props=num(1, 1))
        + p("受理", props=num(1, 2))
        + p("主动公开政府信息情况", props=num(1))
        + p("规章", props=num(1, 1))
    )
    assert texts(read(body, numbering=REPORT)) == [
        "一、总体情况",
        "2023年，本委……",
        "（一）主动公开",
        "（二）依申请公开",
        "1. 受理",
        "二、主动公开政府信息情况",
        "（一）规章",
    ]


@pytest.mark.parametrize(
    ("numbering", "places", "expected"),
    [
        pytest.param(REPORT, [(1, 0)] * 11, ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、",
                     "十、", "十一、"], id="past ten"),
        pytest.param(REPORT, [(1, 0), (1, 2), (1, 0), (1, 2)], ["一、", "1. ", "二、", "1. "],
                     id="a level is passed over"),
        pytest.param(REPORT, [(1, 1), (1, 0), (1, 1)], ["（一）", "二、", "（一）"], id="lower level comes first"),
        pytest.param(REPORT, [(0, 0), (1, 0)], ["", "一、"], id="list 0 is none"),
        pytest.param(REPORT, [(7, 0), (1, 0)], ["", "一、"], id="list that is not there"),
        pytest.param(REPORT, [(1, 7)], [""], id="level that is not defined"),
        pytest.param(REPORT, [(1, None)], ["一、"], id="level not stated"),
        pytest.param(REPORT + instance(2, 1), [(1, 0), (2, 0), (1, 0)], ["一、", "二、", "三、"],
                     id="two lists of one definition count together"),
        pytest.param(REPORT + abstract(2, level(0, "%1、")) + instance(2, 2), [(1, 0), (2, 0), (1, 0)],
                     ["一、", "1、", "二、"], id="lists of two definitions count apart"),
        pytest.param(REPORT + instance(2, 1, restart_at(0, 1)), [(1, 0), (2, 0), (2, 0), (1, 0)],
                     ["一、", "一、", "二、", "三、"], id="start override restarts once"),
        pytest.param(REPORT + instance(2, 1, restart_at(0, 5), restart_at(1, 3)),
                     [(2, 0), (2, 1), (2, 1), (2, 0), (2, 1)], ["五、", "（三）", "（四）", "六、", "（三）"],
                     id="start override holds for every restart"),
        pytest.param(REPORT + instance(2, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "第%1章", "upperRoman")}'
                     "</w:lvlOverride>"), [(2, 0), (1, 0)], ["第I章", "二、"], id="level replaced in one list"),
        pytest.param(abstract(1, level(0, "%1", start=3), level(1, "%1.%2", start=0)) + instance(1, 1),
                     [(1, 0), (1, 1), (1, 1)], ["3", "3.0", "3.1"], id="starts at three and at zero"),
        pytest.param(abstract(1, level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", before="<w:isLgl/>"),
                     level(2, "%1.%2.%3")) + instance(1, 1), [(1, 0), (1, 1), (1, 2)], ["第一章", "1.1", "一.1.1"],
                     id="legal numbering is decimal in its own level"),
        pytest.param(abstract(1, level(0, "%1."), level(1, "%2)", before='<w:lvlRestart w:val="0"/>'))
                     + instance(1, 1), [(1, 0), (1, 1), (1, 0), (1, 1)], ["1.", "1)", "2.", "2)"],
                     id="level that never restarts"),
        pytest.param(abstract(1, level(0, "%1."), level(1, "%1.%2"),
                     level(2, "%3)", before='<w:lvlRestart w:val="1"/>')) + instance(1, 1),
                     [(1, 0), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
                     ["1.", "1)", "1.2", "2)", "2.", "1)"], id="level that restarts after the first only"),
        pytest.param(abstract(1, level(0, "", "none"), level(1, "%1%2", "decimal")) + instance(1, 1),
                     [(1, 0), (1, 1)], ["", "1"], id="level without a number"),
        pytest.param(abstract(1, level(0, "%1）", start="x")) + instance(1, 1), [(1, 0)], ["1）"],
                     id="start that is no number"),
        pytest.param(abstract(1, '<w:lvl w:ilvl="0"><w:lvlText w:val="%1）"/></w:lvl>') + instance(1, 1), [(1, 0)],
                     ["0）"], id="start not stated is zero"),
        pytest.param(abstract(1, level(0, "%1、%2、%3")) + instance(1, 1), [(1, 0)], ["1、1、1"],
                     id="text names levels that are not defined"),
        pytest.param(abstract(1, level(0, "%1")) + instance(1, 9), [(1, 0)], [""], id="definition that is not there"),
    ],
)  # fmt: skip
def test_lists(numbering, places, expected):
    assert numbered(numbering, *places) == expected


@pytest.mark.parametrize(
    ("text", "suff", "prefix"),
    [
        pytest.param("%1、", "tab", "1、", id="a tab after 、 shows no gap"),
        pytest.param("（%1）", "tab", "（1）", id="a tab after a full-width bracket"),
        pytest.param("%1.", "tab", "1. ", id="a tab after a full stop"),
        pytest.param("第%1章", "tab", "第1章 ", id="a tab after a word"),
        pytest.param("%1、", "space", "1、 ", id="a space is a space"),
        pytest.param("%1.", "nothing", "1.", id="nothing"),
        pytest.param("%1. ", "tab", "1. ", id="a gap of its own"),
    ],
)
def test_gap_between_number_and_text(text, suff, prefix):
    assert numbered(abstract(1, level(0, text, suff=suff)) + instance(1, 1), (1, 0)) == [prefix]


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [
        pytest.param("\uf06c", "Wingdings", "● ", id="Wingdings"),
        pytest.param("l", "Wingdings", "● ", id="Wingdings by the plain letter"),
        pytest.param("\uf0b7", "Symbol", "• ", id="Symbol"),
        pytest.param("\uf012", "自造字体", "• ", id="sign that cannot be told"),
        pytest.param("●", "宋体", "● ", id="ordinary sign"),
    ],
)
def test_bullets(sign, font, shown):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    spec = abstract(1, level(0, sign, "bullet", suff="tab", extra=fonts)) + instance(1, 1)
    assert numbered(spec, (1, 0)) == [shown]


STYLED = (
    abstract(
        1,
        level(0, "%1、", "chineseCounting", before='<w:pStyle w:val="h1"/>'),
        level(1, "（%2）", "chineseCounting", before='<w:pStyle w:val="h2"/>'),
    )
    + instance(1, 1)
    + instance(2, 1, restart_at(0, 1))
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr>'
    '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="h1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="off"><w:basedOn w:val="h1"/><w:pPr>'
    '<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("甲", style="h1") + p("乙", style="h2") + p("丙", style="h1"), ["一、甲", "（一）乙", "二、丙"],
                     id="the level is bound to the style"),
        pytest.param(p("甲", style="own"), ["一、甲"], id="inherited"),
        pytest.param(p("甲", style="off") + p("乙", style="h1"), ["甲", "一、乙"], id="taken away by a style"),
        pytest.param(p("甲", style="h1", props=num(0)) + p("乙", style="h1"), ["甲", "一、乙"],
                     id="taken away by hand"),
        pytest.param(p("甲", style="h1") + p("乙", style="h1", props=num(2)), ["一、甲", "一、乙"],
                     id="another list by hand"),
        pytest.param(p("甲", style="h1", props='<w:numPr><w:ilvl w:val="1"/></w:numPr>'), ["（一）甲"],
                     id="another level by hand"),
    ],
)  # fmt: skip
def test_numbering_by_style(body, expected):
    assert texts(read(body, styles=STYLES, numbering=STYLED)) == expected


def test_list_style_link():
    numbering = (
        abstract(1, link='<w:numStyleLink w:val="list"/>')
        + abstract(2, level(0, "%1、", "chineseCounting"), link='<w:styleLink w:val="list"/>')
        + instance(1, 1)
        + instance(2, 2)
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert numbered(numbering, (1, 0), (2, 0), styles=styles) == ["一、", "二、"]


def test_list_style_link_in_a_circle():
    numbering = abstract(1, link='<w:numStyleLink w:val="list"/>') + instance(1, 1)
    styles = (
        '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert numbered(numbering, (1, 0), styles=styles) == [""]


def test_a_number_without_text_is_seen():
    found = read(p("甲", props=num(1)) + p(props=num(1)) + p("丙", props=num(1)), numbering=REPORT)
    assert texts(found) == ["一、甲", "二、", "三、丙"]
    assert [paragraph.numbering for paragraph in found.paragraphs] == ["一、", "二、", "三、"]


def test_hidden_and_deleted_paragraphs_do_not_count():
    change = 'w:id="1" w:author="甲"'
    hidden = p(r("隐", "<w:vanish/>"), props=num(1) + "<w:rPr><w:vanish/></w:rPr>")
    deleted = p(
        f"<w:del {change}><w:r><w:delText>删</w:delText></w:r></w:del>",
        props=num(1) + f"<w:rPr><w:del {change}/></w:rPr>",
    )
    body = p("甲", props=num(1)) + hidden + deleted + p("乙", props=num(1))
    assert texts(read(body, numbering=REPORT)) == ["一、甲", "二、乙"]


def test_numbers_in_cells():
    spec = abstract(1, level(0, "%1.")) + instance(1, 1)
    rows = [tr(tc(p("属于国家秘密", props=num(1))), "1"), tr(tc(p("保护第三方合法权益", props=num(1))), "2")]
    found = read(tbl(*rows), numbering=spec)
    assert [cell.text for cell in found.tables[0].cells] == ["1.属于国家秘密", "1", "2.保护第三方合法权益", "2"]


def test_format_not_known_is_read_as_decimal_and_noted():
    found = read(p("甲", props=num(1)), numbering=abstract(1, level(0, "%1.", "thaiLetters")) + instance(1, 1))
    assert only_paragraph(found).text == "1.甲"
    assert [(note.code, note.params) for note in found.notes] == [("numbering_unknown", {"formats": "thaiLetters"})]


def test_custom_format_is_read_by_its_fallback():
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    spec = abstract(1, f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{custom}<w:lvlText w:val="%1、"/></w:lvl>')
    assert numbered(spec + instance(1, 1), (1, 0)) == ["01、"]
