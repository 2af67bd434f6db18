"""A clean report of invented figures in both editions, and the engine's answer to it."""

from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.engine.check import Checked, check
from disclosecheck.engine.choose import Chosen, choose
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Edition
from disclosecheck.model.verdict import Finding
from disclosecheck.rulebook.case_facts import build
from disclosecheck.rulebook.given import Given
from disclosecheck.rulebook.load import load_catalogue

T3, T4 = "t3_requests", "t4_review_litigation"
ORGAN = "云溪市档案局"  # one for which figures of all sizes are plausible
APPLICANTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_org",
    "legal_service_org",
    "other_org",
)

TEXT = {  # a sound text around the tables, without figures that would have to agree with them
    1: ORGAN + "{year}年政府信息公开工作年度报告",
    3: "本报告根据《中华人民共和国政府信息公开条例》和{document}的要求编制，"
    "统计期限自{year}年1月1日起至{year}年12月31日止。"
    "如有疑问，请与本机关办公室联系（地址：云溪市临江区望江路18号，邮编：647000，电话：0647-6180118）。",
    11: "（一）主动公开。全年通过门户网站和微信公众号主动公开政府信息2148条，发布政策解读9篇，执法结果按时公示。"
    "（二）依申请公开。畅通网络、信函、当面等渠道，所有答复均在法定期限内作出，对疑难申请逐件会商。"
    "（三）政府信息管理。修订信息公开工作制度，公文拟制时同步确定公开属性，发布前逐级审核，及时清理失效文件。"
    "（四）政府信息公开平台建设。改版门户网站卫生健康专栏，在各社区卫生服务中心设立政府信息查阅点，方便群众现场查阅。"
    "（五）监督保障。主要负责人听取工作汇报，组织业务培训，把信息公开纳入年度考核，聘请社会监督员开展评议，未发生责任追究情形。",
    51: "存在的问题：一是政策解读形式单一，面向老年人的解读偏少；二是个别栏目更新不及时。"
    "改进措施：一是与融媒体中心合作，已将政策要点制成短视频在候诊区播放；二是按月通报栏目更新情况，约谈了两个更新不及时的单位。",
    61: "本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。",
    62: ORGAN,
    63: "{next}年1月19日",
}


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    return load_catalogue()


def figures(edition: Edition) -> dict[str, int]:
    """Cells of tables 3 and 4 that add up in every column, row and block, no two leaf rows alike."""
    table = next(table for table in catalogue().forms[edition].tables if table.id == T3)
    cells: dict[str, int] = {}
    leaves = [row.key for row in table.rows if row.leaf]
    for place, applicant in enumerate(APPLICANTS):
        results = {leaf: (3 * rank + 5 * place) % 17 + 2 for rank, leaf in enumerate(leaves)}
        column = {
            **results,
            "results_total": sum(results.values()),
            "carried_in": place + 3,
            "carried_forward": 7 - place,
        }
        column["new_received"] = column["results_total"] + column["carried_forward"] - column["carried_in"]
        cells |= {f"{T3}.{row}.{applicant}": value for row, value in column.items()}
    for row in {cell.split(".")[1] for cell in cells}:
        cells[f"{T3}.{row}.total"] = sum(cells[f"{T3}.{row}.{applicant}"] for applicant in APPLICANTS)
    for rank, block in enumerate(("review", "direct", "after_review")):
        parts = {"upheld": 4 + rank, "corrected": 2, "other": 1 + rank, "pending": 3}
        cells |= {f"{T4}.{block}_{part}": value for part, value in parts.items()}
        cells[f"{T4}.{block}_total"] = sum(parts.values())
    return cells


def report(edition: Edition = "2021", cells: dict[str, Any] | None = None, **given: Any) -> FactSet:
    """The clean report with some cells changed; `given` as in rulebook/given.py."""
    year = given.pop("year", 2023 if edition == "2021" else 2020)
    text = _text(edition, year)
    if given.setdefault("paragraphs", text) == text:
        given |= {"organ": ORGAN, "title": text[1], "signed": (f"{(year or 2023) + 1}-01-19", 63)} | given
    return build(
        msgspec.convert({"cells": figures(edition) | (cells or {}), "year": year, **given}, Given),
        catalogue().forms,
        edition,
    )


def _text(edition: Edition, year: int | None) -> dict[int, str]:
    printed = year or 2023
    names = {"year": printed, "next": printed + 1, "document": catalogue().forms[edition].document_number}
    return {number: text.format_map(names) for number, text in TEXT.items()}


def judge(facts: FactSet, *asked: str) -> Checked:
    return check(facts, chosen(facts, *asked), catalogue())


def chosen(facts: FactSet, *asked: str) -> Chosen:
    return choose(facts, catalogue(), asked)


def primary(checked: Checked, *outcomes: str) -> list[Finding]:
    """Findings of their own that are neither passed nor beside the point (or only those of some outcomes)."""
    wanted = outcomes or ("fail", "open", "review", "error")
    return [finding for finding in checked.findings if finding.outcome in wanted and finding.because_of is None]


def places(finding: Finding) -> set[str]:
    return {
        ".".join(part for part in (evidence.table, evidence.row, evidence.column) if part)
        for evidence in finding.evidence
        if evidence.table
    }


def value(cell: str, edition: Edition = "2021") -> int:
    return figures(edition)[cell]


def decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None
