"""Which packs judge: by year, by organ, by what was asked for."""

from typing import Any

import msgspec
import pytest
from invented import catalogue, chosen, judge, report

from disclosecheck.engine.choose import choose
from disclosecheck.model.errors import UsageError
from disclosecheck.model.fact import FactSet, Identity

S2021, S2019, SHANGHAI = "cn-annual-report-2021", "cn-annual-report-2019", "shanghai-health-2021"
IN_SHANGHAI = "上海市云溪区卫生健康委员会"


@pytest.mark.parametrize(
    ("given", "asked", "packs", "noted"),
    [
        pytest.param({"year": 2023}, (), [S2021], True, id="another organ and year"),
        pytest.param({"year": 2021, "organ": IN_SHANGHAI}, (), [S2021, SHANGHAI], False, id="addressed"),
        pytest.param({"year": 2022, "organ": IN_SHANGHAI}, (), [S2021], True, id="the year after"),
        pytest.param(
            {"year": 2021, "organ": "上海市教育委员会"}, (), [S2021], True, id="another commission in Shanghai"
        ),
        pytest.param({"year": 2021, "organ": None}, (), [S2021, SHANGHAI], False, id="an unknown organ is addressed"),
        pytest.param({"year": 2020}, (), [S2019], True, id="2020"),
        pytest.param({"year": 2018}, (), [], True, id="before the unified form"),
        pytest.param({"year": 2023}, (SHANGHAI,), [S2021, SHANGHAI], False, id="asked for by name"),
        pytest.param({"year": 2018}, (SHANGHAI,), [SHANGHAI], True, id="asked for, before the unified form"),
        pytest.param({"year": 2023}, ("cn-annual-report",), [S2021], False, id="statutory only"),
        pytest.param({"year": 2023}, (S2019,), [S2019], False, id="a statutory pack by its id"),
        pytest.param(
            {"year": None, "edition": "2019", "expected_year": 2023}, (), [S2021], True, id="the expected year"
        ),
    ],
)
def test_packs(given: dict[str, Any], asked: tuple[str, ...], packs: list[str], noted: bool) -> None:
    found = chosen(report(**given), *asked)
    assert [pack.id for pack in found.packs] == packs
    assert bool(found.notes) is noted


@pytest.mark.parametrize(
    ("edition", "tables", "pack"),
    [
        pytest.param("2019", (), S2019, id="by the labels of the tables"),
        pytest.param("2021", (), S2021, id="by the labels of the new tables"),
        pytest.param("2019", "all", S2021, id="the newest where nothing tells"),
    ],
)
def test_year_unknown(edition: Any, tables: Any, pack: str) -> None:
    assert chosen(report(edition, year=None, without_tables=tables), "cn-annual-report").packs[0].id == pack


@pytest.mark.parametrize(
    ("given", "judged"),
    [
        pytest.param({"without_sections": [4, 5, 6]}, True, id="three headings of the form"),
        pytest.param({"without_sections": [3, 4, 5, 6]}, False, id="two headings are no form"),
        pytest.param({"without_sections": [3, 4, 5, 6], "expected_year": 2023}, True, id="the caller names the year"),
    ],
)
def test_a_report_without_year_and_form_is_not_judged(given: dict[str, Any], judged: bool) -> None:
    found = chosen(report(**{"year": None, "without_tables": "all", **given}))
    assert bool(found.packs) is judged
    assert judged or [note.key for note in found.notes] == ["choose.no_year"]


def test_a_metrics_file_alone_is_no_report() -> None:
    facts = FactSet(document=None, identity=Identity(kind="metrics"), form=None)
    assert [pack.id for pack in chosen(facts).packs] == [SHANGHAI]


def test_rules_before_the_unified_form_leave_nothing_judged() -> None:
    assert judge(report(year=2017)).findings == ()


def test_an_unknown_pack_is_a_mistake_of_the_call() -> None:
    with pytest.raises(UsageError, match="pack_unknown"):
        chosen(report(), "shanghai-health-2031")


def test_a_user_s_statutory_pack_does_not_stand_for_the_shipped_one() -> None:
    packs = dict(catalogue().packs)
    packs["mine.yaml"] = msgspec.structs.replace(packs[S2021], id="mine")
    found = choose(report(), msgspec.structs.replace(catalogue(), packs=packs), ("cn-annual-report",))
    assert [pack.id for pack in found.packs] == [S2021]


@pytest.mark.parametrize(
    ("organ", "year", "asked", "offered"),
    [
        pytest.param("上海市数据局", 2023, (), [], id="another year"),
        pytest.param("云溪市数据局", 2024, (), [], id="another city"),
        pytest.param(None, 2024, (), [], id="an unknown organ is offered nothing"),
        pytest.param("上海市数据局", 2024, ("shanghai-2024",), [], id="asked for"),
        pytest.param("上海市数据局", 2024, (), ["shanghai-2024"], id="Shanghai 2024"),
        pytest.param("济南市云溪区卫生健康局", 2021, (), ["jinan-health-2021"], id="Jinan health 2021"),
        pytest.param("济南市云溪区民政局", 2021, (), [], id="another bureau in Jinan"),
    ],
)
def test_key_points_that_are_written_for_an_organ_are_offered(
    organ: str | None, year: int, asked: tuple[str, ...], offered: list[str]
) -> None:
    notes = chosen(report(organ=organ, year=year), *asked).notes
    assert [note.params["pack"] for note in notes if note.key == "choose.pack_on_demand"] == offered


@pytest.mark.parametrize(
    ("organ", "pack", "packs"),
    [
        pytest.param(
            "济南市云溪区卫生健康局", "jinan-health-2021", [S2021, "jinan-health-2021"], id="Jinan, asked for"
        ),
        pytest.param("上海市临江区人民政府", "shanghai-2024", [S2021, "shanghai-2024"], id="Shanghai, asked for"),
        pytest.param("云溪市档案局", "shanghai-2024", [S2021, "shanghai-2024"], id="not addressed, and asked for"),
    ],
)
def test_a_pack_that_is_asked_for_brings_the_statutory_rules_and_no_other_key_points(
    organ: str, pack: str, packs: list[str]
) -> None:
    found = chosen(report(organ=organ, year=2024), pack)
    assert [one.id for one in found.packs] == packs
