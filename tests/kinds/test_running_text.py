"""The running text that the kinds about wording search: what belongs to it, and where its places are."""

from given import facts_of

from disclosecheck.kinds.prose import Prose, prose_of
from disclosecheck.model.document import Document, Paragraph
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet, Identity, LabelMet, Section


def text_of(facts: FactSet) -> Prose:
    prose = prose_of(facts)
    assert prose is not None
    return prose


def test_a_place_is_named_by_section_paragraph_and_quote() -> None:
    prose = text_of(facts_of(paragraphs={11: "全年公开信息36条。", 51: "栏目更新不及时。"}))
    start = prose.text.index("更新")
    evidence = prose.evidence(start, start + 2)
    assert (evidence.section, evidence.paragraph, evidence.quote) == (5, 51, "栏目更新不及时。")


def test_a_quote_ends_with_its_paragraph() -> None:
    prose = text_of(facts_of(paragraphs={11: "一二三。", 12: "四五六。"}))
    start = prose.text.index("三。")
    assert prose.evidence(start, start + 2).quote == "一二三。"


def test_a_number_is_quoted_whole() -> None:
    prose = text_of(facts_of(paragraphs={11: "证件990101199003071237，错字。"}))
    start = prose.text.index("错字")
    assert prose.evidence(start, start + 2, 3).quote == "990101199003071237，错字。"


def test_headings_are_known_as_such() -> None:
    prose = text_of(facts_of(paragraphs={11: "全年公开信息36条。"}))
    assert [passage.text for passage in prose.within((1,)) if not passage.heading] == ["全年公开信息36条。"]


def test_a_table_flattened_into_paragraphs_is_no_text() -> None:
    """Everything from the first to the last paragraph that holds a label or cell, in its section only."""
    blocks = tuple(
        Paragraph(text=text, number=number)
        for number, text in enumerate(("二、主动公开", "规章", "0", "12", "三、申请"), 1)
    )
    facts = FactSet(
        document=Document(path="a.txt", sha256="", format="text", blocks=blocks),
        identity=Identity(kind="annual_report", language="zh"),
        form=None,
        sections=(
            Section(number=2, key=None, heading="二、主动公开", title="", paragraph=1, start=0, end=4),
            Section(number=3, key=None, heading="三、申请", title="", paragraph=5, start=4, end=5),
        ),
        labels_met=tuple(
            LabelMet(table="t2", printed="规章", exact=True, evidence=Evidence(section=2, table="t2", paragraph=number))
            for number in (2, 4)
        ),
    )
    assert [passage.text for passage in text_of(facts).passages] == ["二、主动公开", "三、申请"]


def test_a_list_of_contents_is_no_text() -> None:
    blocks = (Paragraph(text="一、总体情况……1", number=1, role="contents"), Paragraph(text="正文。", number=2))
    facts = FactSet(
        document=Document(path="a.docx", sha256="", format="docx", blocks=blocks),
        identity=Identity(kind="annual_report", language="zh"),
        form=None,
    )
    assert text_of(facts).text == "正文。"


def test_two_reports_are_not_taken_for_one_another() -> None:
    one, other = facts_of(paragraphs={11: "甲。"}), facts_of(paragraphs={11: "乙。"})
    assert [text_of(facts).text.count("甲") for facts in (one, other, one)] == [1, 0, 1]


def test_figures_alone_have_no_text() -> None:
    assert prose_of(FactSet(document=None, identity=Identity(kind="metrics"), form=None)) is None
