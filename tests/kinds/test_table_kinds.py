"""What the cases of the packs cannot say of the kinds about tables: formats, pages, organs, languages."""

from typing import Any

import msgspec
import pytest
from given import T3, T4, ask, facts_of, outcomes

from disclosecheck.kinds.organs import is_one_of
from disclosecheck.model.document import Note
from disclosecheck.model.fact import FactSet

PICTURES = {"placed": ["image"], "paged": ["image_pages", "large_pictures"], "anywhere": ["pictures"]}
ALTERED = {"axis": "row", "fault": "altered"}
ODD_LABEL = {f"{T3}.unable_not_held": "1.本机关不掌握相关信息"}


def with_notes(facts: FactSet, *notes: Note) -> FactSet:
    assert facts.document is not None
    return msgspec.structs.replace(facts, document=msgspec.structs.replace(facts.document, notes=notes))


def on_pages(facts: FactSet, pages: dict[int, int]) -> FactSet:
    sections = tuple(
        msgspec.structs.replace(section, page=pages[section.number]) for section in facts.sections if section.number
    )
    return msgspec.structs.replace(facts, sections=sections)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param("2", "not_applicable", id="a picture before the section"),
        pytest.param("6", "not_applicable", id="a picture behind it"),
        pytest.param("3-5", "fail", id="pages with the section's among them"),
        pytest.param("1、4", "fail", id="a list of pages"),
    ],
)
def test_pages_that_are_pictures_count_where_the_section_stands(pages: str, outcome: str) -> None:
    facts = on_pages(facts_of(without_tables=[T4]), {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 5})
    scanned = with_notes(facts, Note(code="image_pages", params={"pages": pages}, page=1))
    assert outcomes(ask("table_as_picture", PICTURES, scanned)) == [outcome]


def test_a_web_page_with_pictures_says_no_more_than_it_knows() -> None:
    facts = with_notes(facts_of(without_tables=[T4]), Note(code="pictures", params={"count": "2"}))
    (verdict,) = ask("table_as_picture", PICTURES, facts)
    assert (verdict.outcome, verdict.message.key) == ("fail", "picture.perhaps")
    assert all(cell.startswith(T4) for cell in verdict.absent)


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        pytest.param({"format": "text"}, "not_applicable", id="a pasted text cuts labels off"),
        pytest.param({"language": "zh-Hant"}, "not_applicable", id="traditional characters are another wording"),
        pytest.param({"format": "html"}, "fail", id="a web page"),
    ],
)
def test_labels_are_compared_where_they_stand_as_written(given: dict[str, Any], outcome: str) -> None:
    assert outcomes(ask("label_wording", ALTERED, facts_of(labels_printed=ODD_LABEL, **given))) == [outcome]


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [
        pytest.param("本年收费金额", "pass", id="the unit's note left out"),
        pytest.param("收费金额", "fail", id="the beginning left out, which no wording of the form is"),
        pytest.param("本年收费", "fail", id="cut off"),
    ],
)
def test_a_header_that_is_cut_off_is_altered_although_it_is_known(printed: str, outcome: str) -> None:
    facts = facts_of(labels_printed={"t2_art20_8.*.fee_amount": printed})
    if printed == "本年收费金额":
        met = tuple(msgspec.structs.replace(label, known=True) for label in facts.labels_met)
        facts = msgspec.structs.replace(facts, labels_met=met)
    assert outcomes(ask("label_wording", {"axis": "column", "fault": "altered"}, facts)) == [outcome]


@pytest.mark.parametrize(
    ("format_", "text", "outcome"),
    [
        pytest.param("pdf", "120\n4", "pass", id="broken by the edge of a narrow column"),
        pytest.param("docx", "120 4", "fail", id="a space in the middle"),
        pytest.param("docx", "-3", "pass", id="a minus is no separator"),
        pytest.param("docx", "1,204", "fail", id="a separator"),
        pytest.param("docx", "〇", "fail", id="a Chinese nought"),
    ],
)
def test_numbers_are_plain_digits(format_: str, text: str, outcome: str) -> None:
    cell = {"state": "number", "text": text, "value": 1204}
    facts = facts_of(format=format_, cells={f"{T3}.granted.total": cell})
    assert outcomes(ask("cell_format", {"fault": "digits"}, facts)) == [outcome]


def test_an_amount_whose_header_names_no_unit_may_bear_one() -> None:
    cell = {"state": "number", "text": "251000元", "value": 251000}
    facts = facts_of("2019", cells={"t2_art20_9.centralized_procurement.procurement_amount": cell})
    assert outcomes(ask("cell_format", {"fault": "unit", "units": ["元"]}, facts)) == ["pass"]


DEPARTMENTS = ("(?:省|市|县|区).{0,20}(?:局|委员会)$",)


@pytest.mark.parametrize(
    ("organ", "is_one"),
    [
        pytest.param(None, False, id="not known"),
        pytest.param("云溪市临江区人民政府", False, id="a government"),
        pytest.param("云溪市临江区卫生健康委员会", True, id="a district's commission"),
    ],
)
def test_organs_are_told_by_their_names(organ: str | None, is_one: bool) -> None:
    assert is_one_of(DEPARTMENTS, facts_of(organ=organ)) is is_one


def test_a_half_blank_row_is_not_explained_as_if_it_were_whole() -> None:
    sums = [{"for_each": "column", "left": [{"leaves": T3}], "right": [f"{T3}.results_total"]}]
    cells = {f"{T3}.granted.total": 5, f"{T3}.np_duplicate.total": ""}
    verdicts = ask("sum_explained", {"by": "total_zero", "sums": sums}, facts_of(cells=cells))
    assert outcomes(verdicts) == ["pass"]  # of the columns that can be added up, none is off


def test_several_columns_of_one_side_heading_are_one_cause() -> None:
    heading = {"table": T3, "label": "（三）不予公开", "row": "denied", "values": ["5", "1", "0", "0", "0", "0", "6"]}
    verdicts = ask("side_rows_add_up", {"table": T3}, facts_of(extras=[heading]))
    failed = [verdict for verdict in verdicts if verdict.outcome == "fail"]
    assert len(failed) == 3
    assert {verdict.cause for verdict in failed} == {"side_row.denied"}
