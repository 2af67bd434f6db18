"""The JSON as the contract has it."""

import json
from importlib.resources import files

import jsonschema
import msgspec
import pytest
from made_by_hand import FOLLOWS, PHONE, RATE_OPEN, UNEQUAL, finding, result, unreadable

from disclosecheck.model.verdict import Waived
from disclosecheck.report.json_report import render_json

SCHEMA = json.loads((files("disclosecheck.report") / "schema" / "check.schema.json").read_text("utf-8"))
RESULTS = [
    result(UNEQUAL, FOLLOWS, RATE_OPEN, PHONE, finding(waived=Waived("a", "b", "2024-12-31"))),
    unreadable(),
]


def test_output_meets_the_published_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(render_json(RESULTS)), SCHEMA, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "break_",
    [
        pytest.param(lambda one: one["findings"][0].pop("fix"), id="a key left out"),
        pytest.param(lambda one: one["findings"][0].update(because="x"), id="a key of our own"),
        pytest.param(lambda one: one["findings"][0].update(outcome="passed"), id="an outcome of our own"),
        pytest.param(lambda one: one["findings"][0]["evidence"][0].update(value=800), id="a number that is no string"),
        pytest.param(lambda one: one["findings"][0]["evidence"][0].update(value="8e2"), id="an exponent"),
        pytest.param(lambda one: one["findings"][0]["evidence"][0].update(section=7), id="a seventh section"),
        pytest.param(
            lambda one: one.update(error={"code": "x", "message": {"zh": "", "en": ""}}), id="an error beside a verdict"
        ),
        pytest.param(lambda one: one["document"].update(period=["2023-01-01"]), id="half a period"),
    ],
)
def test_the_schema_refuses(break_):
    output = json.loads(render_json(RESULTS))
    break_(output["submissions"][0])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(output, SCHEMA, cls=jsonschema.Draft202012Validator)


def test_keys_stand_in_the_order_of_the_contract():
    output = json.loads(render_json(RESULTS))
    defined = SCHEMA["$defs"]
    one = output["submissions"][0]
    assert list(output) == ["schema_version", "tool", "submissions"]
    assert list(one) == list(defined["submission"]["properties"])
    assert list(one["document"]) == list(defined["document"]["properties"])
    assert list(one["coverage"]) == list(defined["coverage"]["properties"])
    assert list(one["counts"]) == list(defined["counts"]["properties"])
    assert list(one["findings"][0]) == list(defined["finding"]["properties"])
    assert list(one["findings"][0]["evidence"][0]) == list(defined["evidence"]["properties"])


def test_bytes_are_utf8_with_chinese_as_it_is_and_equal_for_equal_input():
    first, again = render_json(RESULTS), render_json(RESULTS)
    assert first == again
    assert "云溪市临江区".encode() in first
    assert first.endswith(b"}\n")


def test_each_submission_and_each_finding_is_a_line():
    telling = msgspec.structs.replace(UNEQUAL, actual='},{"rule": "none"},{"path":')
    data = render_json([result(telling, UNEQUAL), result(UNEQUAL)])
    lines = data.decode().splitlines()
    assert [line[:8] for line in lines] == ['{"schema', '{"path":', '{"rule":', '{"rule":', '{"path":', '{"rule":']
    assert json.loads(data)["submissions"][0]["findings"][0]["actual"] == '},{"rule": "none"},{"path":'
