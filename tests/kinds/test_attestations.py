"""What a person vouches for, and what a publication is shown by."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from given import ask, facts_of, outcomes

from disclosecheck.kinds.proofs import proofs_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Attestation, Fact

PAGE = {"fact": "internet_hospital_info_published"}
WORD = {"fact": "coordination_mechanism", "needs": ["by", "on"]}


def page(value: object = True, proof: str | None = None, **more: Any) -> dict[str, Any]:
    return {"name": PAGE["fact"], "value": value, "source": "metrics", "attested": {"proof": proof}, **more}


def word(value: object = True, **attested: str) -> dict[str, Any]:
    return {"name": WORD["fact"], "value": value, "source": "metrics", "attested": attested}


def proof_named(text: str, folder: Path) -> str:
    """The sort of one proof in a metrics file of `folder`."""
    stated = Fact(
        name="x",
        value=True,
        unit="url",
        attested=Attestation(proof=text),
        evidence=Evidence(source="metrics", file=str(folder / "figures.yaml")),
    )
    return " ".join(proof.sort for proof in proofs_of(stated))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("https://wsjk.linjiang.example/hlwyy/index.html", "address", id="an address"),
        pytest.param("http://10.2.3.4:8080/a?b=c", "address", id="an address by number"),
        pytest.param("https://云溪.中国/公开", "address", id="a Chinese host"),
        pytest.param("https://", "bad_address", id="no host"),
        pytest.param("https:/linjiang.example/a", "bad_address", id="a slash too few"),
        pytest.param("https://linjiang", "bad_address", id="a host without a domain"),
        pytest.param("www.linjiang.gov.cn/a", "bad_address", id="no scheme"),
        pytest.param("linjiang.gov.cn", "bad_address", id="only a host"),
        pytest.param("2021-05-12", "date", id="a date"),
        pytest.param("2021年5月12日", "date", id="a Chinese date"),
        pytest.param("2021.5.12", "date", id="a date with points"),
        pytest.param("2021-05-12 00:00:00", "date", id="a date as spreadsheets have it"),
        pytest.param("2021-02-30", "bad_date", id="no such day"),
        pytest.param("临卫办〔2021〕3号", "number", id="a document number"),
        pytest.param("临卫办[2021]3号", "number", id="in square brackets"),
        pytest.param("《关于公开的通知》（临卫办〔2021〕3号）", "number", id="a document with its number"),
        pytest.param("国务院令第711号", "number", id="a decree"),
        pytest.param("there.png", "file", id="a file beside the metrics file"),
        pytest.param("shots/there.png", "file", id="a file below it"),
        pytest.param("gone.png", "missing_file", id="a file that is not there"),
        pytest.param("shots", "words", id="a folder is no proof"),
        pytest.param("已在网站公布", "words", id="words"),
        pytest.param("很" * 300, "words", id="too long for a name"),
        pytest.param("2021-05-12；gone.png", "date missing_file", id="two of them"),
        pytest.param(" ; ", "", id="nothing but a separator"),
    ],
)
def test_sorts_of_proof(text: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "shots").mkdir()
    for name in ("there.png", "shots/there.png"):
        (tmp_path / name).write_bytes(b"x")
    assert proof_named(text, tmp_path) == expected


@pytest.mark.parametrize(
    ("stated", "expected", "said"),
    [
        pytest.param([page(proof="https://linjiang.example/a")], "pass", "address", id="an address"),
        pytest.param([page("https://linjiang.example/a")], "pass", "address", id="an address as the value"),
        pytest.param([page(proof="2021-05-12")], "pass", "date", id="a date"),
        pytest.param([page(proof="临卫办〔2021〕3号")], "pass", "number", id="a document number"),
        pytest.param([page(proof="gone.png")], "fail", "missing_file", id="a file that is not there"),
        pytest.param(
            [page(proof="https://linjiang.example/a;gone.png")], "fail", "missing_file", id="an address and a lost file"
        ),
        pytest.param([page(proof="已公开；2021-05-12")], "pass", "date", id="words and a date"),
        pytest.param([page(proof="已公开")], "open", "words", id="words"),
        pytest.param([page(proof="linjiang.gov.cn/a")], "open", "bad_address", id="half an address"),
        pytest.param([page(proof="2021-13-01")], "open", "bad_date", id="no such month"),
        pytest.param([page()], "open", "no_proof", id="a bare yes"),
        pytest.param([page("true")], "open", "no_proof", id="a bare yes as text"),
        pytest.param([page(False, "2021-05-12")], "fail", "denied", id="no, in spite of a date"),
        pytest.param([page(source="report")], "review", "said", id="the report's word alone"),
        pytest.param([page(source="report"), page(proof="2021-05-12")], "pass", "date", id="both"),
        pytest.param([page(proof="2021-05-12", period="planned")], "open", "unstated", id="an aim"),
        pytest.param([], "open", "unstated", id="stated nowhere"),
    ],
)
def test_evidenced(stated: list[dict[str, Any]], expected: str, said: str) -> None:
    verdicts = ask("evidenced", PAGE, facts_of(facts=stated, year=2021))
    assert outcomes(verdicts) == [expected]
    assert verdicts[0].message.key == f"evidenced.{said}"


@pytest.mark.parametrize(
    ("stated", "expected", "said"),
    [
        pytest.param([word(by="李明", on="2021-12-20", proof="会议纪要")], "pass", "vouched", id="who, when, grounds"),
        pytest.param([word(by="李明", on="2021-12-20")], "pass", "vouched_without_proof", id="no grounds"),
        pytest.param([word(by="李明", on="2021-12-20", proof="gone.pdf")], "fail", "missing_file", id="a lost file"),
        pytest.param([word(by="李明")], "open", "incomplete", id="no date"),
        pytest.param([word(on="2021-12-20")], "open", "incomplete", id="nobody"),
        pytest.param([word()], "open", "incomplete", id="a bare yes"),
        pytest.param([word(False)], "fail", "denied", id="no needs no name"),
        pytest.param([word() | {"source": "report"}], "review", "said", id="the report's word alone"),
        pytest.param([], "open", "unvouched", id="stated nowhere"),
    ],
)
def test_attested(stated: list[dict[str, Any]], expected: str, said: str) -> None:
    verdicts = ask("attested", WORD, facts_of(facts=stated, year=2021))
    assert outcomes(verdicts) == [expected]
    assert verdicts[0].message.key == f"attested.{said}"


def test_what_is_missing_is_named() -> None:
    (verdict,) = ask("attested", WORD, facts_of(facts=[word(by="李明")], year=2021))
    missing = verdict.message.params["missing"]
    assert isinstance(missing, tuple)
    assert [msgspec.to_builtins(part)["key"] for part in missing] == ["attested.need_on"]


def test_a_no_to_what_is_only_encouraged_is_no_breach() -> None:
    verdicts = ask("attested", {**WORD, "encouraged": True}, facts_of(facts=[word(False)], year=2021))
    assert outcomes(verdicts) == ["not_applicable"]
    assert verdicts[0].message.key == "attested.encouraged"
