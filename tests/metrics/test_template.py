"""The empty form of a pack, written, filled in and read back."""

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from filling import fill_csv, fill_workbook, fill_yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosecheck.checking import catalogue_with
from disclosecheck.metrics.load import load_metrics
from disclosecheck.metrics.template import Template, asked_of, render_template, template_of
from disclosecheck.model.fact import Attestation
from disclosecheck.model.rule import AppliesTo, Rule, RulePack, Text
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.ledgers import load_ledger_forms

CATALOGUE = catalogue_with(())
FORMS = load_ledger_forms(rules_folder())
NAMES = {form.title.zh: form.id for form in FORMS.values()}
FILL = {".xlsx": fill_workbook, ".csv": fill_csv, ".yaml": fill_yaml}
FACTS = (
    "diversified_interpretation_rate",
    "stakeholder_attended_meetings_count",
    "online_inquiry_reply_max_workdays",
    "major_decision_catalogue_published_on",
    "processing_fee_collected",
    "budget_and_accounts_published",
    "offline_channel_improvement_attested",
)


def rule(name: str, **more: Any) -> Rule:
    title = Text(zh=f"{name}的要求", en=f"demand on {name}")
    return Rule(id=name.replace("_", "-"), title=title, kind="threshold", severity="error", basis="x", **more)


def template(language: str = "zh") -> Template:
    pack = RulePack(
        id="p", version="1", title=Text(zh="要点", en="Key points"), authority="某局", kind="key_points",
        applies_to=AppliesTo(years=(2021,)),
    )  # fmt: skip
    demands: list[tuple[Rule, Text | None, tuple[str, ...]]] = [
        (rule(name, clause="一（一）", decided_by="attestation"), None, (name,)) for name in FACTS
    ]
    bound = Text(zh="不低于 60%", en="at least 60 %")
    demands.append((rule(FACTS[0], clause="二（二）", threshold_from="default"), bound, (FACTS[0],)))
    asked = asked_of(demands, CATALOGUE.facts, {FACTS[2]: FORMS["replies"]})
    return template_of((pack,), asked, (FORMS["replies"], FORMS["policies"]), CATALOGUE.messages, language)


def written(folder: Path, suffix: str, language: str = "zh") -> Path:
    path = folder / f"form{suffix}"
    path.write_bytes(render_template(template(language), str(path)))
    return path


WORDS = st.text("甲乙丙丁张王李赵", min_size=1, max_size=6)
DAYS = st.dates(datetime.date(2019, 1, 1), datetime.date(2026, 12, 31))
VALUES = {
    "percent": st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths) / 100),
    "integer": st.integers(0, 10**9),
    "decimal": st.integers(0, 10**8).map(lambda cents: cents / 100),
    "date": DAYS,
    "bool": st.sampled_from(["是", "否"]),
}


def row(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Everything that may be filled in in a metric's row."""
    optional = {
        "年度": st.integers(2019, 2026),
        "范围": st.sampled_from(["本机关", "全区", "全市"]),
        "数据来源": WORDS,
        "备注": WORDS,
        "核实人": WORDS,
        "核实日期": DAYS,
        "证明材料": st.sampled_from(["https://linjiang.example/a", "云卫办〔2021〕8号", "纪要 3.pdf"]),
    }
    return st.fixed_dictionaries({"数值": VALUES[CATALOGUE.facts[name].type]}, optional=optional)


@pytest.mark.parametrize("suffix", list(FILL))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filled=st.fixed_dictionaries({name: row(name) for name in FACTS}), by=WORDS, on=DAYS)
def test_what_is_filled_in_is_read_back(
    tmp_path: Path, suffix: str, filled: dict[str, dict[str, Any]], by: str, on: datetime.date
) -> None:
    path = written(tmp_path, suffix)
    FILL[suffix](path, {"机关名称": "云溪市水务局", "核实人": by, "核实日期": on, "台账截止日期": on}, filled)
    metrics = load_metrics(str(path), CATALOGUE.facts, NAMES)
    assert (metrics.organ, metrics.year, metrics.closing) == ("云溪市水务局", 2021, on.isoformat())
    read = {fact.name: fact for fact in metrics.facts}
    assert list(read) == list(FACTS)
    scopes = {"本机关": "organ", "全区": "district", "全市": "city", None: None}
    for name, cells in filled.items():
        fact = read[name]
        assert shown(fact.value) == shown(cells["数值"])
        assert (fact.period, fact.scope) == (str(cells.get("年度", 2021)), scopes[cells.get("范围")])
        attested = Attestation(
            by=cells.get("核实人", by), on=cells.get("核实日期", on).isoformat(), proof=cells.get("证明材料")
        )
        assert fact.attested == attested


def shown(value: Any) -> str:
    """One way of writing for what was filled in and what was read."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal | int | float):
        return f"{Decimal(str(value)):.2f}"
    return str(value)


@pytest.mark.parametrize("suffix", list(FILL))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_empty_form_states_nothing(tmp_path: Path, suffix: str, language: str) -> None:
    metrics = load_metrics(str(written(tmp_path, suffix, language)), CATALOGUE.facts, NAMES)
    assert (metrics.organ, metrics.year, metrics.facts) == (None, 2021, ())


@pytest.mark.parametrize("suffix", list(FILL))
def test_the_form_in_two_languages_is_read_back_as_well(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path, suffix, "en")
    FILL[suffix](path, {"机关名称": "云溪市水务局"}, {FACTS[0]: {"数值": Decimal(60)}, FACTS[1]: {"数值": 3}})
    metrics = load_metrics(str(path), CATALOGUE.facts, NAMES)
    assert [(fact.name, fact.value) for fact in metrics.facts] == [(FACTS[0], 60), (FACTS[1], 3)]


def cells(sheet: Any) -> list[list[str]]:
    return [[str(cell) for cell in line if cell is not None] for line in sheet.iter_rows(values_only=True)]


def test_a_row_says_clause_demand_unit_and_how(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path, ".xlsx"))["指标"]
    (found,) = [line for line in cells(sheet) if FACTS[0] in line]
    assert found[:4] == [
        "一（一）、二（二）",
        "多元化解读率",
        f"{FACTS[0]}的要求\n{FACTS[0]}的要求\n不低于 60%（本规则包自定，可修改）",
        "%",
    ]
    assert "核实人" in found[4]
    (counted,) = [line for line in cells(sheet) if FACTS[2] in line]
    assert "附有“咨询答复台账”的，由程序从台账计算，可不填。" in counted[-2]


def test_cells_offer_what_may_stand_in_them(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, ".xlsx"))
    offered = {str(rule.formula1) for rule in book["指标"].data_validations.dataValidation if rule.type == "list"}
    assert {'"是,否"', '"元,万元"'} <= offered
    channels = [rule for rule in book["咨询答复台账"].data_validations.dataValidation if rule.type == "list"]
    assert any("网上咨询" in str(rule.formula1) for rule in channels)
    assert book["指标"].freeze_panes == "C6"
    assert (book["指标"].page_setup.orientation, book["指标"].page_setup.fitToHeight) == ("landscape", 0)


def test_a_sheet_a_ledger(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, ".xlsx"))
    assert [name for name in book.sheetnames if book[name].sheet_state == "visible"] == [
        "指标", "咨询答复台账", "政策文件解读台账", "填写说明"
    ]  # fmt: skip
    head, explained = list(book["咨询答复台账"].iter_rows(max_row=2, values_only=True))
    assert [str(cell) for cell in head] == [column.title.zh for column in FORMS["replies"].columns]
    assert str(explained[0]).startswith("填表说明：")
    assert "网上咨询" in str(explained[3])


def test_equal_packs_give_equal_forms_of_text(tmp_path: Path) -> None:
    for suffix in (".csv", ".yaml"):
        assert render_template(template(), f"a{suffix}") == render_template(template(), f"a{suffix}")


FIGURES = {
    FACTS[0]: {"数值": Decimal("72.5"), "备注": "全年"},
    FACTS[1]: {"数值": 3, "年度": 2020, "范围": "本机关"},
    FACTS[3]: {"数值": datetime.date(2021, 3, 26), "证明材料": "https://linjiang.example/a"},
    FACTS[4]: {"数值": 1204.5, "单位": "元"},
    FACTS[5]: {"数值": "https://linjiang.example/ys"},
    FACTS[6]: {"数值": "是", "核实人": "李明", "核实日期": datetime.date(2021, 12, 20)},
}
HEAD = {"机关名称": "云溪市水务局", "核实人": "王敏", "核实日期": datetime.date(2022, 1, 10)}


def test_a_form_saved_anew_by_libreoffice_says_the_same(tmp_path: Path) -> None:
    """fixtures/libreoffice.xlsx is the form with FIGURES and HEAD, opened and saved by LibreOffice Calc 7.4:

    soffice --headless --convert-to xlsx --outdir fixtures form.xlsx
    """
    path = written(tmp_path, ".xlsx")
    fill_workbook(path, HEAD, FIGURES)
    saved = Path(__file__).parent / "fixtures" / "libreoffice.xlsx"
    ours, theirs = (load_metrics(str(file), CATALOGUE.facts, NAMES) for file in (path, saved))
    assert len(ours.facts) == len(FIGURES)
    assert (theirs.organ, theirs.year, theirs.ledgers) == (ours.organ, ours.year, ours.ledgers)
    assert [(fact.name, fact.value, fact.period, fact.scope, fact.attested) for fact in theirs.facts] == [
        (fact.name, fact.value, fact.period, fact.scope, fact.attested) for fact in ours.facts
    ]


@pytest.mark.parametrize("language", ["zh", "both"])
def test_rows_are_as_tall_as_their_texts(tmp_path: Path, language: str) -> None:
    """Other programs than Excel do not find out by themselves."""
    book = openpyxl.load_workbook(written(tmp_path, ".xlsx", language))
    sheet = book["指标"]
    for line, row in enumerate(sheet.iter_rows(max_row=5, values_only=True), 1):
        lines = max(str(cell or "").count("\n") + 1 for cell in row)
        assert (sheet.row_dimensions[line].height or 15) >= 14 * lines, line
    guide = book["咨询答复台账"]
    assert guide.row_dimensions[2].height <= 160, "a person still sees rows below"
