"""A clause that names the organs it asks is not asked of others."""

import msgspec
import pytest
from invented import catalogue, judge, report
from test_check import a_pack, a_rule

from disclosecheck.engine.check import check
from disclosecheck.engine.choose import Chosen
from disclosecheck.model.rule import AppliesTo, Rule

BUREAU = AppliesTo(organs=("云溪市数据局", "云溪 区人民政府"))


def a_rule_for_some() -> Rule:
    return msgspec.structs.replace(a_rule("gazette", "contact", {}), applies_to=BUREAU)


@pytest.mark.parametrize(
    ("organ", "outcome"),
    [
        pytest.param("云溪市档案局", "not_applicable", id="another bureau"),
        pytest.param(
            "云溪市临江区卫生健康委员会", "not_applicable", id="a commission of a district is no district government"
        ),
        pytest.param("云溪市数据局", "asked", id="named"),
        pytest.param("云溪市临江区人民政府", "asked", id="one of the districts"),
        pytest.param(None, "asked", id="an unknown organ counts as addressed"),
    ],
)
def test_a_clause_that_names_its_organs_is_not_asked_of_others(organ: str | None, outcome: str) -> None:
    checked = check(report(organ=organ), Chosen((a_pack(a_rule_for_some()),)), catalogue())
    met = {finding.outcome for finding in checked.findings}
    assert ("not_applicable" if met == {"not_applicable"} else "asked") == outcome


def test_packs_that_name_nobody_ask_everybody() -> None:
    assert all(finding.message.en != "the clause does not ask this organ" for finding in judge(report()).findings)
