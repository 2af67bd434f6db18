"""A small form, findings and a result, built by hand: what the reporters are given by the engine."""

from typing import Any

import msgspec

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.form import Column, Form, Row, SectionSpec, TableSpec
from disclosecheck.model.result import (
    Coverage,
    DocumentShown,
    Failure,
    NoteShown,
    PackUsed,
    SubmissionResult,
)
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Finding
from disclosecheck.report.labels import Labels
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.yaml_source import read_yaml
from disclosecheck.standing import Bar, count, status_of

ORGAN = "云溪市临江区卫生健康委员会"

FORM = Form(
    edition="2021",
    document_number="国办公开办函〔2021〕30号",
    first_year=2021,
    last_year=None,
    sections=(SectionSpec(number=1, key="overview", title="总体情况"),),
    fingerprint=("本年制发件数",),
    tables=(
        TableSpec(
            id="t2_art20_1",
            section=2,
            caption="第二十条第（一）项",
            columns=(Column(key="issued", label="本年制发件数"),),
            rows=(Row(key="regulations", label="规章"),),
        ),
        TableSpec(
            id="t3_requests",
            section=3,
            columns=(
                Column(key="natural_person", label="自然人"),
                Column(key="commercial_enterprise", label="商业企业", group="法人或其他组织"),
                Column(key="total", label="总计", derived=True),
            ),
            rows=(
                Row(key="new_received", label="一、本年新收政府信息公开申请数量"),
                Row(key="results", label="三、本年度办理结果", header_only=True),
                Row(
                    key="partially_granted",
                    label="（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
                    parent="results",
                ),
                Row(key="denied", label="（三）不予公开", parent="results", header_only=True),
                Row(key="denied_state_secret", label="1.属于国家秘密", parent="denied"),
                Row(key="results_total", label="（七）总计", parent="results"),
                Row(key="carried_forward", label="四、结转下年度继续办理"),
            ),
        ),
        TableSpec(
            id="t4_review_litigation",
            section=4,
            columns=(Column(key="review_total", label="总计", group="行政复议"),),
        ),
    ),
)


def labels_in(language: str) -> Labels:
    """Labels with the reporters' own messages and no others: they need none."""
    entries = msgspec.convert(read_yaml(rules_folder() / "messages" / "report.yaml").data, dict[str, Text])
    return Labels({f"report.{key}": text for key, text in entries.items()}, language, (FORM,))


def cell(row: str | None, column: str, quote: str, page: int | None = None, table: str = "t3_requests") -> Evidence:
    return Evidence(section=3, table=table, row=row, column=column, page=page, quote=quote, value=quote or None)


def finding(outcome: str = "pass", rule: str = "cn-annual-report-2021/requests-balance", **fields: Any) -> Finding:
    defaults: dict[str, Any] = {
        "title": Text("申请件数平衡", "Requests balance"),
        "severity": "error",
        "required": True,
        "error_type": "E-E01",
        "message": Text("新收与结转之和等于办理与结转下年之和", "what came in equals what went out"),
        "basis": "国办公开办函〔2021〕30号，表三",
        "expected": None,
        "actual": None,
        "evidence": (),
        "fix": None,
    }
    return Finding(rule=rule, outcome=outcome, **{**defaults, **fields})  # type: ignore[arg-type]


UNEQUAL = finding(
    "fail",
    message=Text(
        "本年新收 800 + 上年结转 5 = 805，办理结果总计 800 + 结转下年度 4 = 804",
        "new 800 + carried in 5 = 805; results 800 + carried forward 4 = 804",
    ),
    expected="805",
    actual="804",
    evidence=(
        cell("new_received", "total", "800", 4),
        cell("results_total", "total", "800", 4),
        cell("carried_forward", "total", "4", 5),
    ),
    fix=Text("按登记台账核对这一列，改正后再核对总计", "compare the column with the register of requests"),
)
FOLLOWS = finding(
    "fail",
    rule="cn-annual-report-2021/row-total",
    title=Text("行合计", "Row total"),
    because_of="cn-annual-report-2021/requests-balance",
)
RATE_OPEN = finding(
    "open",
    rule="shanghai-health-2021/diversified-interpretation",
    title=Text("政策多元化解读率", "Diversified interpretation rate"),
    message=Text("报告和指标文件都没有写明", "neither the report nor a metrics file states it"),
    required=False,
    error_type=None,
    expected="60",
)
PHONE = finding(
    "review",
    rule="cn-annual-report-2021/personal-data",
    title=Text("个人信息", "Personal data"),
    message=Text("正文中有疑似个人信息，请核实是否应当隐去", "the text seems to hold personal data"),
    severity="warning",
    required=False,
    evidence=(
        Evidence(section=1, paragraph=6, page=1, quote="张某（身份证号11010519491231002X，手机13812345678）来电咨询"),
    ),
)


def result(*findings: Finding, **fields: Any) -> SubmissionResult:
    defaults: dict[str, Any] = {
        "path": "report.docx",
        "sha256": "ab" * 32,
        "status": status_of(findings, Bar()),
        "error": None,
        "packs": (PackUsed("cn-annual-report-2021", "1"), PackUsed("shanghai-health-2021", "1")),
        "document": DocumentShown(
            kind="annual_report",
            title=f"{ORGAN}2023年政府信息公开工作年度报告",
            edition="2021",
            organ=ORGAN,
            year=2023,
            language="zh",
            period=("2023-01-01", "2023-12-31"),
            published=None,
            signed="2024-01-20",
            pages=None,
            notes=(NoteShown("comments", Text("文件中有 2 条批注", "the file holds 2 comments")),),
        ),
        "coverage": Coverage(
            cells_expected=200, cells_read=198, equations_expected=42, equations_judged=40, sections_found=6
        ),
        "counts": count(findings),
        "findings": findings,
    }
    return SubmissionResult(**{**defaults, **fields})


def unreadable(path: str = "scan.pdf", code: str = "image_pages") -> SubmissionResult:
    return SubmissionResult(
        path=path,
        sha256=None,
        status="unreadable",
        error=Failure(code, Text("第 1-6 页是图片，请提供文字版", "pages 1-6 are images; give the text version")),
        packs=(),
        document=None,
        coverage=None,
        counts=None,
        findings=(),
    )
