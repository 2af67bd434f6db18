"""Defects of the running text and its figures: groups G, J, K and S of the catalogue."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from making.content import Piece
from planting.bases import Base
from planting.cells import T3, Planter
from planting.draft import Draft
from planting.run import Planted

WORDINGS: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "wordings.yaml").read_text("utf-8"))
TABLE_FIGURES = ("E-G01", "E-G02", "E-G03", "E-G04", "E-G05", "E-G06", "E-G07", "E-G08", "E-G11", "E-G12")
FOLLOWS = {
    "E-J06": ("E-J05", "E-J04", "E-J07"),
    "E-J12": ("E-J07",),
    "E-G13": ("E-G16",),
    "E-S09": ("E-K13",),
    "E-G08": ("E-K15",),  # 起 in a report that says 件
}


def dated(text: str, draft: Draft) -> str:
    year = draft.year
    return text.replace("YEAR", str(year)).replace("LAST", str(year - 1)).replace("NEXT", str(year + 1))


def said(kind: str, entry: dict[str, Any]) -> Planter:
    """Each sentence at the end of each paragraph of its sections, or as a paragraph of its own."""

    def plant(base: Base) -> Iterator[Planted]:
        draft = base.draft
        if draft.report.edition not in entry.get("editions", ("2019", "2021")):
            return
        if not draft.report.organ.endswith(tuple(entry.get("organs", ("",)))):
            return
        if (cell := entry.get("needs")) and draft.cells[cell] == "0":
            return
        for index, _number in _spots(draft, entry["sections"]):
            for sentence in entry["say"]:
                sentence = dated(sentence, draft)
                piece = draft.pieces[index]
                if entry.get("own_paragraph") or piece.kind != "body":
                    text = sentence
                    repeats = entry.get("repeat", 1)
                    altered = draft.insert(index + 1, *(Piece(kind="body", text=sentence) for _ in range(repeats)))
                else:
                    text = piece.text + sentence
                    altered = draft.text(index, text)
                yield Planted(
                    type=kind,
                    what=sentence[:40],
                    draft=altered,
                    places=(f"text:{text}", f"text:{sentence}"),
                    types=tuple(entry.get("types", ())),
                    follows=FOLLOWS.get(kind, ()),
                    or_error=entry.get("or_error"),
                )

    return plant


def _spots(draft: Draft, sections: list[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs of sections; the last piece of one that has none; 0 is the preamble."""
    for number in sections:
        if number == 0:
            for index, _ in draft.preamble():
                yield index, 0
            continue
        spots = [index for index, _ in draft.prose(number)]
        if not spots:
            spots = [draft.section(number)[1] - 1]
        for index in spots:
            yield index, number


def figures(base: Base) -> Iterator[Planted]:
    """Each figure of the text that is known, with one more, ten more, and with its digits turned round."""
    for kind, snippet in base.figures:
        yield from _changed_figure(base, kind, snippet)


def of_type(kind: str) -> Planter:
    def plant(base: Base) -> Iterator[Planted]:
        for known, snippet in base.figures:
            if known == kind:
                yield from _changed_figure(base, kind, snippet)

    return plant


def _changed_figure(base: Base, kind: str, snippet: str) -> Iterator[Planted]:
    match = re.search(r"\{(.+?)\}", snippet)
    assert match is not None, snippet
    printed = match[1]
    plain = snippet.replace("{", "").replace("}", "")
    index = next((i for i, p in base.draft.prose() if plain in p.text), None)
    assert index is not None, snippet
    number = float(printed.replace(",", ""))
    ways = [number + 1, number + 10]
    if printed.isdigit() and len(printed) > 1 and printed[::-1] != printed and printed[-1] != "0":
        ways += [turned for turned in [float(printed[::-1])] if kind != "E-G14" or turned > number]
    for value in ways:
        shown = (
            f"{value:,.0f}"
            if "," in printed
            else f"{value:.0f}"
            if value % 1 == 0 and "." not in printed
            else f"{value:.1f}"
        )
        text = base.draft.pieces[index].text.replace(plain, snippet.replace(match[0], shown), 1)
        types: tuple[str, ...] = ("E-G14", "E-G15", "E-G16", "E-G13")
        if kind == "E-G14":
            types = ("E-G15", "E-G16")
        yield Planted(
            type=kind,
            what=f"{plain} → {shown}",
            draft=base.draft.text(index, text),
            places=(f"text:{text}",),
            types=types,
            previous=base.previous if kind == "E-G18" else None,
            follows=("E-G18",),
        )


def _table_all_zero(base: Base) -> Iterator[Planted]:
    if not any(kind == "E-G01" for kind, _ in base.figures):
        return
    zeros = {cell: "0" for cell in base.draft.cells if cell.startswith(T3)}
    draft = base.draft.set_cells(zeros)
    follows = ("E-G01", "E-G02", "E-G03", "E-G04", "E-G05", "E-G06", "E-I05")
    yield Planted(type="E-G10", what="table 3 all 0", draft=draft, places=("section:1",), follows=follows)


def _contradiction(base: Base) -> Iterator[Planted]:
    """A count that no table holds, said twice with different figures."""
    pairs = (
        ("全年主动公开政府信息8,001条。", "全年主动公开政府信息7,654条。"),
        ("全年发布政策解读41篇。", "全年发布政策解读29篇。"),
        ("全年举办政府信息公开培训6次。", "全年举办政府信息公开培训9次。"),
        ("召开新闻发布会7场。", "全年召开新闻发布会11场。"),
    )
    for first, second in pairs:
        for number in (1, 5, 6):
            (one, _), *_ = list(base.draft.prose(1))
            at = [index for index, _ in base.draft.prose(number)][-1]
            draft = base.draft.text(one, base.draft.pieces[one].text + first)
            text = draft.pieces[at].text + second
            draft = draft.text(at, text)
            places = (f"text:{text}", f"text:{draft.pieces[one].text}")
            yield Planted(
                type="E-G16", what=f"{first} / {second} in {number}", draft=draft, places=places, types=("E-G14",)
            )


def _mixed_scope(base: Base) -> Iterator[Planted]:
    """收到N件（含上年结转）where only one reading ties."""
    _received, carried = (base.draft.count(f"{T3}.{row}.total") for row in ("new_received", "carried_in"))
    if carried:
        for kind, snippet in base.figures:
            if kind == "E-G01":
                match = re.search(r"\{(.+?)\}件", snippet)
                assert match is not None
                plain = snippet.replace("{", "").replace("}", "")
                index = next(i for i, p in base.draft.prose() if plain in p.text)
                text = base.draft.pieces[index].text.replace(plain, f"{plain}（含上年结转{carried}件）")
                yield Planted(
                    type="E-G20",
                    what="含上年结转 that does not",
                    draft=base.draft.text(index, text),
                    places=(f"text:{text}",),
                    types=("E-G01", "E-G04"),
                    follows=("E-G18", "E-G05", "E-G15"),
                )


# The paragraph that is replaced had a number of a list, and what it said of the fee may be said elsewhere too.
_REPLACED = ("E-B06", "E-G16", "E-S11")


def _fees(base: Base) -> Iterator[Planted]:
    if base.draft.report.edition != "2021":
        return
    zero = base.draft.set_cells({"t2_art20_8.administrative_fees.fee_amount": "0"})
    [*_, (index, piece)] = list(zero.prose(6))
    for index, piece in zero.prose(6):
        if "处理费" in piece.text:
            text = "本年度发出信息处理费收费通知3件，总金额3000元，实际收取3000元。"
            yield Planted(
                type="E-G21",
                what="3000 yuan and a fee row of 0",
                draft=zero.text(index, text),
                places=(f"text:{text}", "table:t2_art20_8"),
                follows=_REPLACED,
            )
            text = "未发出信息处理费收费通知，未收取信息处理费。"
            cells = {f"{T3}.other_overdue_fee.natural_person": "1", f"{T3}.other_overdue_fee.total": "1"}
            for row, by in (("results_total", 1), ("new_received", 1)):
                for column in ("natural_person", "total"):
                    cell = f"{T3}.{row}.{column}"
                    cells[cell] = str(base.draft.count(cell) + by)
            draft = base.draft.set_cells(cells)
            draft = draft.text(index, text)
            follows = (*_REPLACED, "E-G01", "E-G02", "E-G05", "E-G06", "E-G13", "E-G18", "E-G15", "E-G14")
            yield Planted(
                type="E-G22",
                what="overdue fee, no notice",
                draft=draft,
                places=(f"text:{text}", f"row:{T3}.other_overdue_fee"),
                follows=follows,
            )
            break


# ── sections five and six, the overview ──


def _section_text(
    kind: str,
    number: int,
    texts: tuple[str | tuple[str, ...], ...],
    *,
    types: tuple[str, ...] = (),
    follows: tuple[str, ...] = (),
    rules: tuple[str, ...] = (),
    keep_tables: bool = True,
    editions: tuple[str, ...] = ("2019", "2021"),
    unless: str | None = None,
) -> Planter:
    """A section's paragraphs replaced; not where another section says a word of `unless` too."""

    def plant(base: Base) -> Iterator[Planted]:
        if base.draft.report.edition not in editions:
            return
        if unless and any(unless in p.text for i, p in base.draft.prose() if base.draft.section_at(i) != number):
            return
        for text in texts:
            paragraphs = (text,) if isinstance(text, str) else text
            start, end = base.draft.section(number)
            body = [p for p in base.draft.pieces[start + 1 : end] if p.kind != "body"] if keep_tables else []
            pieces = [*body, *(Piece(kind="body", text=dated(p, base.draft)) for p in paragraphs)]
            draft = base.draft.cut(start + 1, end).insert(start + 1, *pieces)
            yield Planted(
                type=kind,
                what=str(paragraphs[0])[:40],
                draft=draft,
                places=(f"section:{number}",),
                types=types,
                follows=follows,
                rules=rules,
            )

    return plant


def _short(base: Base) -> Iterator[Planted]:
    draft = base.draft
    for index, _piece in reversed(list(draft.prose())):
        number = draft.section_at(index)
        short = {
            1: "YEAR年，共公开信息12条。",
            5: "存在问题：更新慢。改进：已明确专人。",
            6: "没有收取信息处理费，无其他事项。",
        }.get(number or 0)
        first = next(i for i, _ in draft.prose(number or 0))
        draft = draft.text(index, dated(short, draft)) if short and index == first else draft.cut(index, index + 1)
    for index, _ in reversed(list(draft.preamble())):
        draft = draft.cut(index, index + 1)
    follows = ("E-B07", "E-A07", "E-S15", "E-S14", "E-S16", "E-A11")
    yield Planted(type="E-J04", what="a few lines", draft=draft, follows=follows)


def _copied_inside(base: Base) -> Iterator[Planted]:
    for _index, piece in base.draft.prose():
        if len(piece.text) < 60:
            continue
        for number in (1, 5, 6):
            at = base.draft.section(number)[1]
            draft = base.draft.insert(at, Piece(kind="body", text=piece.text))
            follows = ("E-B06", "E-G16", "E-S05", "E-S09", "E-B08")
            yield Planted(
                type="E-J07", what=f"again in {number}", draft=draft, places=(f"text:{piece.text}",), follows=follows
            )


def _figure_lost(base: Base) -> Iterator[Planted]:
    """Each known figure left out of its sentence, the measure word kept."""
    for kind, snippet in base.figures:
        if kind in ("E-G13",) or kind not in (*TABLE_FIGURES, "E-G14", "E-G15"):
            continue
        plain = snippet.replace("{", "").replace("}", "")
        blank = re.sub(r"\{.+?\}", "", snippet)
        index = next(i for i, p in base.draft.prose() if plain in p.text)
        text = base.draft.pieces[index].text.replace(plain, blank, 1)
        follows = ("E-G14", "E-G15", "E-G13", "E-G18")
        yield Planted(
            type="E-J09", what=blank, draft=base.draft.text(index, text), places=(f"text:{text}",), follows=follows
        )


def _only_plans(base: Base) -> Iterator[Planted]:
    text = (
        "（一）主动公开。将进一步拓宽主动公开渠道，将完善发布机制。（二）依申请公开。"
        "将规范依申请公开办理，下一步将优化流程。（三）政府信息管理。将建立动态管理机制，将开展清理。"
        "（四）平台建设。计划改版网站，将建设查阅点。（五）监督保障。"
        "将加强监督保障，拟开展培训和考核，将开展社会评议。下一步将把各项工作做实做细，计划两年内见效。"
    )
    yield from _section_text("E-J13", 1, (text,), types=("E-J03",), follows=("E-S15", "E-J04", "E-S14", "E-G13"))(base)


def _no_figures(base: Base) -> Iterator[Planted]:
    text = (
        "本机关高度重视政府信息公开工作，主动公开有力有序，依申请公开规范办理，信息管理不断加强，"
        "平台建设持续推进，监督保障更加有力，各项工作取得明显成效，群众获得感不断增强，考核评议结果良好。"
    )
    yield from _section_text(
        "E-J03", 1, (text, (text, "一年来，干部职工公开意识明显提高，社会反响良好。")), follows=("E-S15", "E-J04")
    )(base)


def _aspect_without_figures(base: Base) -> Iterator[Planted]:
    for index, piece in base.draft.prose(1):
        if re.match(r"^（二）依申请公开|^二是依申请公开", piece.text):
            lead = piece.text[: piece.text.index("公开") + 2]
            text = f"{lead}工作。依法依规做好依申请公开工作，不断规范受理、审核、答复各环节。"
            yield Planted(
                type="E-S15",
                what="no figures",
                draft=base.draft.text(index, text),
                places=("section:1", f"text:{text}"),
            )


def _no_appraisal(base: Base) -> Iterator[Planted]:
    if base.draft.report.organ.endswith("县人民政府"):
        for index, piece in base.draft.prose(1):
            if "考核" in piece.text:
                text = "五是监督保障落实到位。全年举办专题培训5期，培训860人次。"
                yield Planted(
                    type="E-S14",
                    what="no appraisal",
                    draft=base.draft.text(index, text),
                    places=("section:1", "anywhere"),
                )


def _no_scope(base: Base) -> Iterator[Planted]:
    if base.draft.report.organ.endswith("县人民政府"):
        draft = base.draft
        for old in (
            "全县各级行政机关",
            "全县",
            "县直部门",
            "、县政府各部门",
            "各乡镇人民政府",
            "汇总青屏县的情况",
            "本级",
            "县政府办公室",
            "部门",
            "乡镇",
        ):
            draft = draft.everywhere(old, "")
        yield Planted(type="E-S16", what="no scope", draft=draft, follows=("E-J04", "E-K07", "E-S14", "E-A11"))


PROBLEMS = "一是政策解读形式单一，图解材料只占两成；二是个别科室对申请答复的时限把握不严。"
MEASURES = "一是与融媒体中心合作制作了图解36份；二是建立了答复期限提醒台账，逐件预警。"

PLANTERS: dict[str, tuple[Planter, ...]] = {kind: (said(kind, entry),) for kind, entry in WORDINGS.items()}
for _kind in (*TABLE_FIGURES, "E-G13", "E-G14", "E-G15", "E-G18"):
    PLANTERS[_kind] = (*PLANTERS.get(_kind, ()), of_type(_kind))
for _kind, _planters in {
    "E-G10": (_table_all_zero,),
    "E-G16": (_contradiction,),
    "E-G20": (_mixed_scope,),
    "E-G21": (_fees,),
    "E-G22": (),
    "E-J03": (_no_figures,),
    "E-J04": (_short,),
    "E-J07": (_copied_inside,),
    "E-J09": (_figure_lost,),
    "E-J13": (_only_plans,),
    "E-S01": (
        _section_text(
            "E-S01",
            5,
            (
                f"存在的主要问题：{PROBLEMS}",
                "当前仍有短板：一是网站栏目更新滞后；二是答复文书质量不高；三是人员流动频繁。",
            ),
        ),
    ),
    "E-S02": (
        _section_text(
            "E-S02",
            5,
            (
                f"本机关主要采取以下措施：{MEASURES}",
                "今后将继续加强队伍建设，完善发布流程，按月开展自查，及时更新栏目。",
            ),
        ),
    ),
    "E-S03": (
        _section_text(
            "E-S03",
            5,
            (
                (
                    "存在的主要问题：一是公开意识有待增强；二是公开力度有待加大；三是业务水平有待提高。",
                    f"改进情况：{MEASURES}",
                ),
            ),
            follows=("E-S05",),
        ),
    ),
    "E-S05": (
        _section_text(
            "E-S05",
            5,
            (("主要问题：一是图解材料只占两成；二是答复时限把握不严；三是查阅点设备老化。", f"改进情况：{MEASURES}"),),
        ),
    ),
    "E-S06": (
        _section_text(
            "E-S06",
            5,
            (
                (
                    f"主要问题：{PROBLEMS}",
                    "下一步，我们将从以下方面改进：一是将与融媒体中心合作制作图解；二是将建立答复期限提醒台账。",
                ),
            ),
            rules=("local-items",),
            follows=("E-S13", "E-S17"),
        ),
    ),
    "E-S07": (
        _section_text(
            "E-S07",
            5,
            ("无。", "暂无。", "本年度政府信息公开工作不存在问题。", "没有发现突出问题。"),
            types=("E-S01",),
            follows=("E-J04",),
        ),
    ),
    "E-S08": (_section_text("E-S08", 6, ("无。", "无", "无其他事项。"), types=("E-S12",), editions=("2021",)),),
    "E-S12": (
        _section_text(
            "E-S12",
            6,
            ("没有其他需要报告的事项。", "本年度承办人大代表建议3件，均已公开答复。"),
            types=("E-S08",),  # nothing but 没有其他事项 is one gap with the missing fee
            follows=("E-S08",),
            editions=("2021",),
            unless="处理费",
        ),
    ),
    "E-S14": (_no_appraisal,),
    "E-S15": (_aspect_without_figures,),
    "E-S16": (_no_scope,),
}.items():
    PLANTERS[_kind] = (*PLANTERS.get(_kind, ()), *_planters)
PLANTERS["E-G22"] = (lambda base: (p for p in _fees(base) if p.type == "E-G22"),)
PLANTERS["E-G21"] = (lambda base: (p for p in _fees(base) if p.type == "E-G21"),)
