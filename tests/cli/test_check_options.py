"""The values of options, good and bad."""

import pytest

from disclosecheck.cli.check_options import check_options, spare_inputs
from disclosecheck.cli.options import CHECK, empty
from disclosecheck.model.errors import UsageError
from disclosecheck.model.fact import Expected
from disclosecheck.standing import Bar


def options(files=("report.docx",), **given):
    return check_options(files, {**empty(CHECK), **given})


def test_defaults():
    asked = options()
    assert (asked.format, asked.timeout, asked.jobs, asked.bar) == ("text", 60.0, None, Bar("error", False))
    assert (asked.expected, asked.rules, asked.outputs, asked.single) == (Expected(), (), (), ())


def test_given_values():
    asked = options(
        year="2023", organ="某局", published="2024-01-26", timeout="0.5", jobs="3", fail_on="info", strict=True
    )
    assert asked.expected == Expected(year=2023, organ="某局", published="2024-01-26")
    assert (asked.timeout, asked.jobs, asked.bar) == (0.5, 3, Bar("info", True))
    assert asked.single == ("--year", "--organ", "--published")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        pytest.param({"year": "23"}, "option_year", id="a year of two digits"),
        pytest.param({"year": "2023年"}, "option_year", id="a year with a unit"),
        pytest.param({"year": "２０２３"}, "option_year", id="a year in full width"),
        pytest.param({"year": "1949"}, "option_year", id="a year before the Regulation of 2008"),
        pytest.param({"year": ""}, "option_year", id="an empty year"),
        pytest.param({"published": "2024-13-01"}, "option_published", id="a month that is none"),
        pytest.param({"published": "20240126"}, "option_published", id="a date without hyphens"),
        pytest.param({"published": "2024-W04-5"}, "option_published", id="a week"),
        pytest.param({"timeout": "0"}, "option_timeout", id="no time"),
        pytest.param({"timeout": "inf"}, "option_timeout", id="endless time"),
        pytest.param({"timeout": "nan"}, "option_timeout", id="time that is no number"),
        pytest.param({"timeout": "1m"}, "option_timeout", id="time with a unit"),
        pytest.param({"jobs": "0"}, "option_jobs", id="no process"),
        pytest.param({"jobs": "²"}, "option_jobs", id="a digit that is no number"),
        pytest.param({"format": "xml"}, "option_choice", id="an unknown format"),
        pytest.param({"fail_on": "warn"}, "option_choice", id="an unknown severity"),
        pytest.param({"lang": "fr"}, "option_choice", id="an unknown language"),
        pytest.param({"records": ["replies.xlsx"]}, "option_records", id="a ledger without a name"),
        pytest.param({"records": ["replies="]}, "option_records", id="a ledger without a file"),
        pytest.param({"output": ["result.csv"]}, "output_suffix", id="a suffix that names no format"),
        pytest.param({"output": ["result"]}, "output_suffix", id="no suffix"),
        pytest.param({"output": ["a.json", "./a.json"]}, "output_twice", id="the same place twice"),
    ],
)
def test_values_that_are_no_good(given, code):
    with pytest.raises(UsageError) as caught:
        options(**given)
    assert caught.value.code == code


@pytest.mark.parametrize("inputs", [["report.txt"], ["a.docx", "./report.txt"], ["a.docx", None, "x/../report.txt"]])
def test_a_file_that_is_read_is_never_overwritten(inputs):
    with pytest.raises(UsageError, match="output_is_input"):
        spare_inputs([("result.json", "json"), ("report.txt", "text")], inputs)


def test_the_suffix_names_the_format_whatever_its_case():
    assert options(output=["a.JSON", "b.txt"]).outputs == (("a.JSON", "json"), ("b.txt", "text"))


def test_ledgers_by_name():
    asked = options(records=["replies=a=b.xlsx", "政策 = policies.csv"])
    assert [(given.name, given.path) for given in asked.records] == [("replies", "a=b.xlsx"), ("政策", "policies.csv")]
    assert asked.single == ("--records",)
