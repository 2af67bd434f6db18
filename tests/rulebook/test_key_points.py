"""The shipped key points: one rule a demand, one fact a rule, and each clause asked of those whom it names."""

from collections import Counter
from functools import cache

import pytest

from disclosecheck.engine.choose import addresses
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.fact import FactSet, Identity
from disclosecheck.model.rule import RulePack
from disclosecheck.rulebook.demands import demands_of
from disclosecheck.rulebook.load import load_catalogue

PACKS = ("shanghai-health-2021", "jinan-health-2021", "shanghai-2024")


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def of_organ(organ: str | None, year: int = 2024) -> FactSet:
    return FactSet(document=None, identity=Identity(kind="metrics", organ=organ, year=year), form=None)


@pytest.mark.parametrize("name", PACKS)
def test_no_two_demands_ask_for_the_same_fact(name: str) -> None:
    facts = Counter(rule.params["fact"] for rule in catalogue().packs[name].rules if "fact" in rule.params)
    assert {fact: count for fact, count in facts.items() if count > 1} == {}


@pytest.mark.parametrize("name", PACKS)
def test_rules_stand_in_the_order_of_the_document(name: str) -> None:
    pack = catalogue().packs[name]
    order = [clause.id for clause in pack.clauses]
    places = [order.index(rule.clause or "") for rule in pack.rules]
    assert places == sorted(places)


@pytest.mark.parametrize("name", PACKS)
def test_silence_never_keeps_a_submission_from_passing(name: str) -> None:
    assert not [rule.id for rule in catalogue().packs[name].rules if rule.required]


def asked(pack: RulePack, organ: str | None) -> set[str]:
    facts = of_organ(organ)
    return {rule.id for rule in pack.rules if rule.applies_to is None or addresses(rule.applies_to, facts)}


@pytest.mark.parametrize(
    ("organ", "is_asked", "is_not"),
    [
        pytest.param(
            "上海市临江区卫生健康委员会",
            {"push-methods-used", "open-month"},
            {"e-gazette-subscription", "interpretation-guide-issued", "user-labels-improved", "platform-pilot"},
            id="a district's commission publishes no gazette",
        ),
        pytest.param(
            "上海市临江区人民政府",
            {"fewer-paper-gazettes", "grass-roots-decisions", "partner-pilot"},
            {"platform-pilot", "request-platform", "gov-cn-circulars", "policy-search"},
            id="a district that is no pilot",
        ),
        pytest.param(
            "上海市浦东新区人民政府", {"platform-pilot", "gazette-pilot"}, {"ai-labelling"}, id="a pilot district"
        ),
        pytest.param(
            "中国（上海）自由贸易试验区临港新片区管理委员会",
            {"platform-pilot"},
            {"e-gazette-subscription", "gazette-pilot"},
            id="the new area is no district",
        ),
        pytest.param(
            "上海市数据局",
            {"user-labels-improved", "same-source", "ai-labelling", "e-gazette-subscription"},
            {"interpretation-guide-issued", "grass-roots-decisions", "gov-cn-circulars"},
            id="the data bureau",
        ),
        pytest.param(
            "上海市人民政府办公厅",
            {"interpretation-guide-issued", "request-norms-revised", "key-points-tracked", "trainings-held"},
            {"policy-search", "grass-roots-decisions", "platform-pilot"},
            id="the General Office",
        ),
        pytest.param("上海市信访办公室", {"gov-cn-circulars"}, {"key-points-tracked"}, id="the petition office"),
        pytest.param(
            None, {"platform-pilot", "policy-search", "key-points-tracked"}, set(), id="who is unknown is asked"
        ),
    ],
)
def test_shanghai_2024_asks_those_whom_the_clause_names(
    organ: str | None, is_asked: set[str], is_not: set[str]
) -> None:
    pack = catalogue().packs["shanghai-2024"]
    assert (is_asked | is_not) <= {rule.id for rule in pack.rules}
    assert is_asked <= asked(pack, organ)
    assert not is_not & asked(pack, organ)


@pytest.mark.parametrize(
    ("name", "organ", "year", "addressed"),
    [
        pytest.param("jinan-health-2021", "济南市卫生健康委员会", 2021, True, id="the Jinan commission"),
        pytest.param("jinan-health-2021", "济南市云溪区卫生健康局", 2021, True, id="a district's bureau"),
        pytest.param("jinan-health-2021", "济南市教育局", 2021, False, id="another bureau"),
        pytest.param("jinan-health-2021", "济南市卫生健康委员会", 2022, False, id="the year after"),
        pytest.param(
            "jinan-health-2021", "Jinan Municipal Health Commission", 2021, True, id="in English, words apart"
        ),
        pytest.param("jinan-health-2021", "Jinan Health Commission", 2021, True, id="in English, words together"),
        pytest.param("shanghai-2024", "上海市教育委员会", 2024, True, id="any office of Shanghai"),
        pytest.param("shanghai-2024", "云溪市教育局", 2024, False, id="another city"),
        pytest.param("shanghai-2024", "上海市教育委员会", 2023, False, id="the year before"),
    ],
)
def test_whom_a_pack_addresses(name: str, organ: str, year: int, addressed: bool) -> None:
    assert addresses(catalogue().heads[name].applies_to, of_organ(organ, year)) is addressed


def test_coverage_says_where_a_demand_is_found_and_what_number_it_asks() -> None:
    found = {
        demand.rule: demand for demand in demands_of(catalogue().packs["jinan-health-2021"], catalogue(), {}).demands
    }
    assert found["report-tells-of-proposals"].places == ("report",)
    assert found["pledged-tasks-disclosed"].places == ("metrics",)
    assert "report" in found["trainings-held"].places
    asked = {rule: found[rule].asked for rule in ("rumours-clarified", "penalty-lists-published")}
    assert [text.en if text else None for text in asked.values()] == ["the number, 0 included", "at least 4"]
