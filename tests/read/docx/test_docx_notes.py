"""What is noticed about a draft: open changes, comments, hidden text, pictures in place of text."""

import pytest
from docx_builder import CHANGE, p, r, read, rows, tbl, tc, texts, tr

INS, DEL = f"<w:ins {CHANGE}>", f"<w:del {CHANGE}>"
MOVE_TO, MOVE_FROM = f"<w:moveTo {CHANGE}>", f"<w:moveFrom {CHANGE}>"
PICTURE = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
    '<a:blip r:embed="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)


def deleted(text):
    return f"{DEL}<w:r><w:delText>{text}</w:delText></w:r></w:del>"


def inserted(text):
    return f"{INS}{r(text)}</w:ins>"


def mark(change):
    return f"<w:rPr><w:{change} {CHANGE}/></w:rPr>"


def notes(found):
    return {note.code: note for note in found.notes}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("新收", deleted("127"), inserted("128"), "件"), ["新收128件"], id="figure replaced"),
        pytest.param(p("甲", f"{INS}{deleted('乙')}</w:ins>", "丙"), ["甲丙"], id="inserted and deleted again"),
        pytest.param(p("甲", f"{MOVE_TO}{r('乙')}</w:moveTo>") + p(f"{MOVE_FROM}{r('乙')}</w:moveFrom>", "丙"),
                     ["甲乙", "丙"], id="moved"),
        pytest.param(p("甲", props=mark("del")) + p("乙"), ["甲乙"], id="deleted end of a paragraph"),
        pytest.param(p("甲", props=mark("del")) + p("乙", props=mark("del")) + p("丙"), ["甲乙丙"],
                     id="two ends deleted"),
        pytest.param(p("甲", props=mark("moveFrom")) + p("乙"), ["甲乙"], id="end moved away"),
        pytest.param(p("甲", props=mark("ins")) + p("乙"), ["甲", "乙"], id="inserted end"),
        pytest.param(p(deleted("旧"), props=mark("del")) + p("乙"), ["乙"], id="whole paragraph deleted"),
        pytest.param(p("甲", props=mark("del")) + tbl(tr("1", "2")), ["甲"], id="deleted end before a table"),
        pytest.param(p("甲") + p("乙", props=mark("del")), ["甲", "乙"], id="deleted end at the very end"),
        pytest.param(p("甲", f'<w:hyperlink r:id="x">{inserted("乙")}</w:hyperlink>'), ["甲乙"], id="inside a link"),
    ],
)  # fmt: skip
def test_changes_read_as_accepted(body, expected):
    found = read(body)
    assert texts(found) == expected
    assert "tracked_changes" in notes(found)


def test_changes_in_a_cell_of_figures():
    found = read(tbl(tr("新收", tc(p(deleted("127"), inserted("128"))))))
    assert rows(found.tables[0]) == [["新收", "128"]]
    note = notes(found)["tracked_changes"]
    assert (note.params["count"], note.paragraph, note.quote) == ("2", None, "127")


def test_changes_are_counted_once_with_their_first_place():
    body = p("首段") + p("新收", inserted("128"), "件", deleted("（含结转）")) + p(inserted("末段"), props=mark("ins"))
    note = notes(read(body))["tracked_changes"]
    assert note.params == {"count": "4", "insertions": "2", "deletions": "1", "paragraph_marks": "1"}
    assert (note.paragraph, note.quote) == (2, "128")


def test_a_deleted_paragraph_has_no_number_of_its_own():
    note = notes(read(p("首段") + p(deleted("旧段")) + p("末段")))["tracked_changes"]
    assert (note.paragraph, note.quote) == (None, "旧段")


def test_changes_in_a_footer_are_changes_of_the_draft():
    found = read(p("甲"), footer1=p("第", inserted("2"), "版"))
    assert found.margins == ("第2版",)
    assert notes(found)["tracked_changes"].params["count"] == "1"


def test_changes_of_format_are_told_apart():
    old = f"<w:pPrChange {CHANGE}><w:pPr/></w:pPrChange>"
    found = read(p("甲", props=old) + p(r("乙", f"<w:b/><w:rPrChange {CHANGE}><w:rPr/></w:rPrChange>")))
    assert {code: note.params for code, note in notes(found).items()} == {"tracked_formatting": {"count": "2"}}


def test_merged_paragraph_takes_the_properties_of_its_end():
    first = p(r("甲", "<w:b/>"), props='<w:outlineLvl w:val="0"/>' + mark("del"))
    [paragraph] = read(first + p("乙", props='<w:jc w:val="center"/>')).paragraphs
    assert (paragraph.text, paragraph.level, paragraph.bold, paragraph.centred) == ("甲乙", None, False, True)


def test_clean_document_has_no_notes():
    assert read(p("甲") + tbl(tr("1", ""))).notes == ()


HIDING = (
    '<w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="away"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="based"><w:basedOn w:val="away"/></w:style>'
)


@pytest.mark.parametrize(
    ("body", "expected", "quote"),
    [
        pytest.param(p("甲", r("内部", "<w:vanish/>"), "乙"), ["甲乙"], "内部", id="run"),
        pytest.param(p("甲", r("内部", '<w:rStyle w:val="gone"/>')), ["甲"], "内部", id="by character style"),
        pytest.param(p("内部", style="away") + p("乙"), ["乙"], "内部", id="by paragraph style"),
        pytest.param(p("内部", style="based") + p("乙"), ["乙"], "内部", id="by the style it is based on"),
        pytest.param(p(r("示", '<w:vanish w:val="0"/>'), style="away"), ["示"], None, id="shown by hand"),
        pytest.param(p(r("示", '<w:rStyle w:val="gone"/>'), style="away"), ["示"], None, id="both styles cancel out"),
        pytest.param(p(r("示", "<w:webHidden/>")), ["示"], None, id="hidden in web view only"),
        pytest.param(p("甲", r(" ", "<w:vanish/>")), ["甲"], None, id="hidden space is nothing"),
        pytest.param(p("甲", r(PICTURE.removeprefix("<w:r>").removesuffix("</w:r>"), "<w:vanish/>")), ["甲"], None,
                     id="hidden picture"),
    ],
)  # fmt: skip
def test_hidden_text(body, expected, quote):
    found = read(body, styles=HIDING)
    assert texts(found) == expected
    assert {code: note.quote for code, note in notes(found).items()} == ({"hidden_text": quote} if quote else {})


def test_hidden_row_is_noted():
    found = read(tbl(tr("内部", "9", props="<w:hidden/>"), tr("规章", "1")))
    assert rows(found.tables[0]) == [["规章", "1"]]
    assert notes(found)["hidden_text"].quote == "内部 9"


def test_comments_are_counted_with_the_first_one_s_words():
    body = p("新收128件", r('<w:commentReference w:id="0"/>')) + p("乙", r('<w:commentReference w:id="1"/>'))
    comments = f'<w:comment w:id="0">{p("请核对" + "数" * 60)}</w:comment><w:comment w:id="1">{p("再核")}</w:comment>'
    found = read(body, comments=comments)
    assert texts(found) == ["新收128件", "乙"]
    note = notes(found)["comments"]
    assert (note.params, note.paragraph, note.quote) == ({"count": "2"}, 1, "请核对" + "数" * 37 + "…")


def test_comment_without_its_part_is_still_noted():
    assert notes(read(p("甲", r('<w:commentReference w:id="0"/>'))))["comments"].quote is None


@pytest.mark.parametrize(
    ("body", "places"),
    [
        pytest.param(p("三、收到和处理政府信息公开申请情况") + p(PICTURE) + p("四、"), [{"after": "1"}],
                     id="table as a picture"),
        pytest.param(p(PICTURE) + p("标题"), [{"after": "0"}], id="before all text"),
        pytest.param(p("盖章", PICTURE), [], id="picture beside text"),
        pytest.param(p("前") + tbl(tr("结果", tc(p(PICTURE)))),
                     [{"after": "1", "table": "1", "row": "0", "column": "1"}], id="cell that holds only a picture"),
        pytest.param(tbl(tr("结果", tc(p("5", PICTURE)))), [], id="cell with text and a picture"),
        pytest.param(p(r("<w:pict><v:shape><v:imagedata r:id='x'/></v:shape></w:pict>")), [{"after": "0"}],
                     id="old picture"),
        pytest.param(p(r("<w:object><v:shape><v:imagedata r:id='x'/></v:shape><o:OLEObject r:id='y'/></w:object>")),
                     [{"after": "0"}], id="embedded spreadsheet"),
        pytest.param(p(r("<w:pict><v:rect o:hr='t'/></w:pict>")), [], id="a ruled line is no picture"),
    ],
)  # fmt: skip
def test_pictures_in_place_of_text(body, places):
    assert [note.params for note in read(body).notes if note.code == "image"] == places


def test_embedded_document_is_noted():
    found = read(p("甲") + '<w:altChunk r:id="rId9"/>')
    assert texts(found) == ["甲"]
    assert notes(found)["embedded_document"].params == {"count": "1"}


def test_every_note_has_its_message():
    from disclosecheck.model.verdict import Message
    from disclosecheck.model.wording import render
    from disclosecheck.rulebook.folder import rules_folder
    from disclosecheck.rulebook.messages import load_messages

    spec = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="x"/><w:lvlText w:val="%1"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = (
        p("甲", inserted("乙"), r("丙", "<w:vanish/>"), r('<w:commentReference w:id="0"/>'))
        + p("丁", props=f'<w:numPr><w:numId w:val="1"/></w:numPr><w:pPrChange {CHANGE}><w:pPr/></w:pPrChange>')
        + p(PICTURE)
        + '<w:altChunk r:id="rId9"/>'
    )
    found = read(body, numbering=spec).notes
    messages = load_messages(rules_folder())
    said = {note.code: render(Message(f"note.{note.code}", dict(note.params)), messages) for note in found}
    assert sorted(said) == [
        "comments",
        "embedded_document",
        "hidden_text",
        "image",
        "numbering_unknown",
        "tracked_changes",
        "tracked_formatting",
    ]
    assert all("{" not in text.zh + text.en for text in said.values())
