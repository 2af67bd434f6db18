"""Defects that show against last year's report, in plausibility, in a metrics file, on the page: groups H, I and P."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from disclosecheck.model.fact import Expected
from making.content import Piece
from planting.bases import Base
from planting.cells import T3, T4, Planter
from planting.draft import Draft
from planting.run import Planted

TEXT = (
    "E-G01",
    "E-G02",
    "E-G03",
    "E-G04",
    "E-G05",
    "E-G06",
    "E-G07",
    "E-G08",
    "E-G09",
    "E-G11",
    "E-G12",
    "E-G13",
    "E-G14",
    "E-G15",
    "E-G16",
    "E-G18",
    "E-G21",
)
COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_org",
    "legal_service_org",
    "other_org",
    "total",
)
LAST = (
    "E-H01",
    "E-H02",
    "E-H03",
    "E-H04",
    "E-H05",
    "E-H06",
    "E-H07",
    "E-H09",
    "E-H10",
    "E-H11",
    "E-J01",
    "E-G18",
    "E-S04",
)


def _moved(draft: Draft, steps: dict[str, int]) -> Draft:
    return draft.set_cells({cell: str(draft.count(cell) + by) for cell, by in steps.items()})


def _carried(base: Base) -> Iterator[Planted]:
    if base.previous is None:
        return
    for column in COLUMNS[:-1]:
        steps = {}
        for where in (column, "total"):
            steps[f"{T3}.carried_forward.{where}"] = 3
            steps[f"{T3}.new_received.{where}"] = 3
        previous = _moved(base.previous, steps)
        places = (f"cell:{T3}.carried_in.{column}",)
        yield Planted(
            type="E-H01",
            what="last year +3",
            draft=base.draft,
            previous=previous,
            places=places,
            follows=("E-G18", "E-H10"),
        )


def _in_force(base: Base) -> Iterator[Planted]:
    if base.previous is None:
        return
    key = "t2_art20_1.normative_documents"
    if base.draft.report.edition == "2021":
        previous = _moved(base.previous, {f"{key}.in_force": 9})
        yield Planted(type="E-H02", what="+9", draft=base.draft, previous=previous, places=(f"cell:{key}.in_force",))
        return
    for by in (9, -9):
        previous = _moved(base.previous, {f"{key}.disclosed_total": by})
        yield Planted(
            type="E-H03", what=f"{by}", draft=base.draft, previous=previous, places=(f"cell:{key}.disclosed_total",)
        )
    for cell in base.draft.cells:
        if cell.endswith("prior_items"):
            previous = _moved(base.previous, {cell: 4})
            yield Planted(type="E-H04", what="+4", draft=base.draft, previous=previous, places=(f"cell:{cell}",))


def _pending(base: Base) -> Iterator[Planted]:
    if base.previous is None:
        return
    for block in ("review", "direct", "after_review"):
        zero = {cell: "0" for cell in base.draft.cells if cell.startswith(f"{T4}.{block}_")}
        previous = _moved(base.previous, {f"{T4}.{block}_pending": 2, f"{T4}.{block}_total": 2})
        yield Planted(
            type="E-H05",
            what=block,
            draft=base.draft.set_cells(zero),
            previous=previous,
            places=(f"cell:{T4}.{block}_total", f"cell:{T4}.{block}_pending"),
            follows=TEXT,
        )


def _same_tables(base: Base) -> Iterator[Planted]:
    if base.previous is None:
        return
    for table in ("t2_", "t3_"):
        cells = {cell: text for cell, text in base.draft.cells.items() if cell.startswith(table)}
        previous = base.previous.set_cells(cells)
        yield Planted(type="E-H06", what=f"{table} as last year", draft=base.draft, previous=previous, follows=LAST)


def _swing(base: Base) -> Iterator[Planted]:
    if base.previous is None:
        return
    for factor in (12, 0):
        cells = {}
        for row in ("new_received", "results_total", "unable_not_held"):
            for column in ("natural_person", "total"):
                cell = f"{T3}.{row}.{column}"
                cells[cell] = str(base.draft.count(cell) + 900 if factor else base.draft.count(cell))
        draft = base.draft.set_cells(cells) if factor else base.draft
        for index, piece in draft.prose():  # a report that speaks of the change explains it
            draft = draft.text(index, re.sub("，(?:比|较)上年[^，。；]*", "", piece.text))
        previous = base.previous if factor else _few(base.previous)
        yield Planted(
            type="E-H07",
            what="many more",
            draft=draft,
            previous=previous,
            places=(f"cell:{T3}.new_received.total",),
            follows=(*TEXT, "E-H01", "E-H10"),
        )


def _few(draft: Draft) -> Draft:
    keep = {
        f"{T3}.{row}.{column}": count
        for row, count in (("new_received", "3"), ("granted", "3"), ("results_total", "3"))
        for column in ("natural_person", "total")
    }
    return draft.set_cells({**{cell: "0" for cell in draft.cells if cell.startswith(T3)}, **keep})


def _section_five_copied(base: Base) -> Iterator[Planted]:
    if base.previous is None:
        return
    start, end = base.previous.section(5)
    pieces = [piece for _, piece in base.draft.prose(5)]
    previous = base.previous.cut(start + 1, end).insert(start + 1, *pieces)
    yield Planted(
        type="E-H09",
        what="section five",
        draft=base.draft,
        previous=previous,
        places=("section:5",),
        follows=("E-S04", "E-J01"),
    )


def _quoted(base: Base) -> Iterator[Planted]:
    if base.previous is None:
        return
    year = base.draft.year - 1
    for sentence in (f"{year}年共收到政府信息公开申请311件。", "上年新收政府信息公开申请309件。"):
        for index, piece in base.draft.prose(1, 5, 6):
            text = piece.text + sentence
            yield Planted(
                type="E-H10",
                what=sentence,
                draft=base.draft.text(index, text),
                previous=base.previous,
                places=(f"text:{text}",),
                follows=("E-G16", "E-A08", "E-G18"),
            )


def _renamed(base: Base) -> Iterator[Planted]:
    if base.previous is None:
        return
    organ = base.draft.report.organ
    for name in (organ.replace("卫生健康委员会", "卫生和计划生育局"), organ.replace("卫生健康委员会", "医疗保障局")):
        previous = base.previous.everywhere(organ, name)
        previous = replace(previous, report=replace(previous.report, organ=name))
        yield Planted(type="E-H11", what=name, draft=base.draft, previous=previous)


def _copied_text(base: Base) -> Iterator[Planted]:
    year = base.draft.year
    previous = base.draft
    for this, last in ((year - 1, year - 2), (year, year - 1), (year + 1, year)):
        previous = previous.everywhere(str(this), str(last))
    previous = replace(previous, report=replace(previous.report, year=year - 1))
    yield Planted(type="E-J01", what="last year's text", draft=base.draft, previous=previous, follows=LAST)


def _not_followed_up(base: Base) -> Iterator[Planted]:
    if base.previous is not None:
        yield Planted(
            type="E-S04",
            what="no follow-up",
            draft=base.draft,
            previous=base.previous,
            places=("anywhere",),
            alone=True,
        )


# ── plausibility ──


def _set(
    kind: str,
    texts: dict[str, str],
    *,
    places: tuple[str, ...] = (),
    organs: tuple[str, ...] = (),
    editions: tuple[str, ...] = ("2019", "2021"),
    follows: tuple[str, ...] = (),
) -> Planter:
    """Cells set, in reports of organs whose name ends so."""

    def plant(base: Base) -> Iterator[Planted]:
        draft = base.draft
        if draft.report.edition in editions and (not organs or draft.report.organ.endswith(organs)):
            texts_here = {cell: text for cell, text in texts.items() if cell in draft.cells}
            named = places or tuple(f"cell:{cell}" for cell in texts_here)
            yield Planted(
                type=kind,
                what=str(next(iter(texts_here.values()))),
                draft=draft.set_cells(texts_here),
                places=named,
                follows=(*TEXT, *follows),
            )

    return plant


def _regulations(base: Base) -> Iterator[Planted]:
    for cell in base.draft.cells:
        if cell.startswith("t2_art20_1.regulations"):
            in_force = {c: "2" for c in base.draft.cells if c.startswith("t2_art20_1.regulations")}
            draft = base.draft.set_cells({**in_force, cell: "2"})
            yield Planted(type="E-I01", what="2", draft=draft, places=(f"cell:{cell}",), follows=("E-E06", "E-E07"))


def _more(
    kind: str,
    rows: dict[str, int],
    column: str = "natural_person",
    *,
    organs: tuple[str, ...] = (),
    place: str,
    follows: tuple[str, ...] = (),
    explains: bool = False,
) -> Planter:
    """Rows of table 3 raised in one column and in the total."""

    def plant(base: Base) -> Iterator[Planted]:
        if organs and not base.draft.report.organ.endswith(organs):
            return
        steps = {f"{T3}.{row}.{where}": by for row, by in rows.items() for where in (column, "total")}
        if all(cell in base.draft.cells for cell in steps):
            yield Planted(
                type=kind,
                what=str(rows),
                draft=_moved(base.draft, steps),
                places=(place,),
                follows=(*TEXT, *follows),
                explains=explains,
            )

    return plant


def _all_other(base: Base) -> Iterator[Planted]:
    """Every organisation under 其他, with enough of them."""
    cells = {}
    for row in dict.fromkeys(cell.rsplit(".", 1)[0] for cell in base.draft.cells if cell.startswith(T3)):
        organisations = [f"{row}.{column}" for column in COLUMNS[1:-1]]
        more = 12 if row.endswith(("new_received", "results_total", "unable_not_held")) else 0
        cells.update(dict.fromkeys(organisations, "0"))
        cells[organisations[-1]] = str(sum(base.draft.count(cell) for cell in organisations) + more)
        cells[f"{row}.total"] = str(base.draft.count(f"{row}.total") + more)
    yield Planted(
        type="E-I08",
        what="all under 其他",
        draft=base.draft.set_cells(cells),
        places=(f"column:{T3}.other_org",),
        follows=TEXT,
    )


def _many_cases(base: Base) -> Iterator[Planted]:
    steps = {f"{T4}.review_upheld": 900, f"{T4}.review_total": 900}
    yield Planted(
        type="E-I05", what="900 reviews", draft=_moved(base.draft, steps), places=(f"table:{T4}",), follows=TEXT
    )


def _direct(base: Base) -> Iterator[Planted]:
    if base.draft.year >= 2024:
        steps = {f"{T4}.direct_upheld": 4, f"{T4}.direct_total": 4}
        yield Planted(
            type="E-I09",
            what="4 direct suits",
            draft=_moved(base.draft, steps),
            places=(f"cell:{T4}.direct_total",),
            follows=TEXT,
        )


# ── the page, and figures handed in beside the report ──


def _attested(kind: str, name: str, *values: str, rules: tuple[str, ...] = (), more: str = "") -> Planter:
    def plant(base: Base) -> Iterator[Planted]:
        for value in values:
            metrics = f"{name}: {value}\n{more}".replace("NEXT", str(base.draft.year + 1))
            yield Planted(
                type=kind, what=metrics.strip().replace("\n", " "), draft=base.draft, metrics=metrics, rules=rules
            )

    return plant


def _published(kind: str, organs: tuple[str, ...], *days: str) -> Planter:
    def plant(base: Base) -> Iterator[Planted]:
        if base.draft.report.organ.endswith(organs):
            for day in days:
                date = f"{base.draft.year + 1}-{day}"
                expected = Expected(published=date)
                # once a day is given it is asked, too, whether all copies agree
                yield Planted(type=kind, what=date, draft=base.draft, expected=expected, follows=("E-P07",))
                page = replace(base.draft.report.page, published=f"{date} 10:00")
                draft = replace(base.draft, report=replace(base.draft.report, page=page))
                yield Planted(type=kind, what=f"page of {date}", draft=draft, formats=("html",))

    return plant


def _attachment_only(base: Base) -> Iterator[Planted]:
    titles = tuple(p for p in base.draft.pieces if p.kind == "title")
    for name in ("年度报告.rar", "年度报告.wps", "年报压缩包.zip"):
        pieces = (*titles, Piece(kind="body", text=f"附件：{name}"), Piece(kind="body", text="点击下载"))
        draft = replace(base.draft, pieces=pieces)
        yield Planted(
            type="E-P06",
            what=name,
            draft=draft,
            formats=("html",),
            follows=("E-A04", "E-B01", "E-C01", "E-F08", "E-A07", "E-J04"),
        )


# ── packs to ask for ──


def _too_long(base: Base) -> Iterator[Planted]:
    index, _piece = next(iter(base.draft.prose(1)))
    text = "".join(
        f"第{n}轮巡查覆盖站点{n + 3}个，发现并改正栏目链接失效等情形{n + 1}处，责任人当日完成登记。"
        for n in range(1, 41)
    )
    draft = base.draft.insert(index + 1, Piece(kind="body", text=text))
    yield Planted(
        type="E-J05",
        what="40 sentences more",
        draft=draft,
        places=("section:1",),
        rules=("prose-style",),
        follows=("E-J06", "E-K15", "E-J07"),
    )


def _stock(base: Base) -> Iterator[Planted]:
    """Phrases that such reports abound in; the list of the rules is closed, so these are a reader's, not the rules'."""
    phrases = (
        "坚持高位推动，狠抓工作落实，确保取得实效。",
        "提高政治站位，强化责任担当，凝聚工作合力。",
        "统一思想认识，压紧压实责任，不断开创新局面。",
        "深入贯彻落实上级精神，扎实做好各项工作。",
        "进一步增强使命感、责任感，推动工作再上新台阶。",
    )
    for index, piece in base.draft.prose(1):
        text = piece.text + "".join(phrases) * 6
        yield Planted(
            type="E-J11",
            what="stock phrases",
            draft=base.draft.text(index, text),
            places=("anywhere",),
            rules=("prose-style",),
            follows=("E-J05", "E-J07", "E-J06"),
        )


def _without(kind: str, *words: str) -> Planter:
    """Each sentence with one of these words left out of the report, judged by the pack of local demands."""

    def plant(base: Base) -> Iterator[Planted]:
        draft, gone = base.draft, False
        for index, piece in base.draft.prose():
            kept = [s for s in piece.text.split("。") if not any(word in s for word in words)]
            text = "。".join(kept)
            if text != piece.text:
                gone = True
                draft = draft.text(index, text or "有关工作已完成。")
        if gone:
            yield Planted(
                type=kind,
                what=f"without {words[0]}",
                draft=draft,
                rules=("local-items",),
                follows=("E-S15", "E-B07", "E-J03", "E-S14", "E-K07", "E-J04", "E-J13", "E-G14"),
            )

    return plant


def _uncounted(base: Base) -> Iterator[Planted]:
    """Section one with figures of requests only."""
    received = base.draft.cells[f"{T3}.new_received.total"]
    text = (
        f"{base.draft.year}年，主动公开工作有序推进，信息管理和平台建设得到加强，监督保障到位。"
        f"依申请公开方面，收到申请{received}件，均已按期处理。"
    )
    start, end = base.draft.section(1)
    draft = base.draft.cut(start + 1, end).insert(start + 1, Piece(kind="body", text=text))
    yield Planted(
        type="E-S17",
        what="no count of postings",
        draft=draft,
        rules=("local-items",),
        follows=("E-B07", "E-S14", "E-J04", "E-S13", "E-J03"),
    )


def _key_points(base: Base) -> Iterator[Planted]:
    if not base.draft.report.organ.startswith("上海市"):
        return
    changes = (
        ("多元化解读率达到72.7%", "多元化解读率达到55%"),
        ("委主任办公会议4次", "委主任办公会议2次"),
        ("听取政务公开工作汇报2次", "听取政务公开工作汇报0次"),
        ("均在5个工作日内答复", "均在9个工作日内答复"),
        ("均在1个工作日内答复", "均在3个工作日内答复"),
        ("均在10个工作日内公开", "均在25个工作日内公开"),
        ("多元化解读率达到72.7%", "解读形式多样"),
    )
    for old, new in changes:
        index = next((i for i, p in base.draft.prose() if old in p.text), None)
        if index is not None:
            text = base.draft.pieces[index].text.replace(old, new)
            yield Planted(
                type="E-S18",
                what=f"{old} → {new}",
                draft=base.draft.text(index, text),
                places=("anywhere",),
                follows=("E-G13",),
            )


PUBLICATION = ("cn-annual-report-publication",)
DEPARTMENTS, COUNTY, TOWN = ("委员会",), ("县人民政府",), ("镇人民政府",)
PLANTERS: dict[str, tuple[Planter, ...]] = {
    "E-H01": (_carried,),
    "E-H02": (lambda base: (p for p in _in_force(base) if p.type == "E-H02"),),
    "E-H03": (lambda base: (p for p in _in_force(base) if p.type == "E-H03"),),
    "E-H04": (lambda base: (p for p in _in_force(base) if p.type == "E-H04"),),
    "E-H05": (_pending,),
    "E-H06": (_same_tables,),
    "E-H07": (_swing,),
    "E-H09": (_section_five_copied,),
    "E-H10": (_quoted,),
    "E-H11": (_renamed,),
    "E-I01": (_regulations,),
    "E-I02": (_set("E-I02", {"t2_art20_6.administrative_penalties.decisions": "812"}, organs=TOWN),),
    "E-I03": (
        _set(
            "E-I03",
            {
                "t2_art20_5.administrative_licences.decisions": "0",
                "t2_art20_6.administrative_penalties.decisions": "0",
                "t2_art20_6.administrative_coercion.decisions": "0",
            },
            places=("section:2", "table:t2_art20_5", "table:t2_art20_6"),
            organs=DEPARTMENTS,
        ),
    ),
    "E-I04": (_more("E-I04", {"new_received": 60, "carried_forward": 60}, place=f"cell:{T3}.carried_forward.total"),),
    "E-I05": (_many_cases,),
    "E-I08": (_all_other,),
    "E-I09": (_direct,),
    "E-I10": tuple(
        _more(
            "E-I10",
            {"new_received": 5, "results_total": 5, row: 5},
            organs=("区卫生健康委员会", *TOWN),
            place=f"row:{T3}.{row}",
        )
        for row in ("denied_state_secret", "denied_security_stability")
    ),
    "E-I12": (
        _more(
            "E-I12",
            {"other_overdue_correction": 700},
            place=f"row:{T3}.other_overdue_correction",
            follows=("E-E01", "E-E02", "E-E03"),
            explains=True,
        ),
    ),
    "E-I13": (_attested("E-I13", "request_reply_max_workdays", "34", "47"),),
    "E-I14": (_attested("E-I14", "correction_notice_max_workdays", "14"),),
    "E-J01": (_copied_text,),
    "E-J05": (_too_long,),
    "E-J11": (_stock,),
    "E-P01": (_published("E-P01", DEPARTMENTS, "02-19", "02-01"),),
    "E-P02": (_published("E-P02", COUNTY, "04-09", "04-01"),),
    "E-P03": (_attested("E-P03", "report_published", "false", rules=PUBLICATION),),
    "E-P04": (
        _attested("E-P04", "report_submitted_on", '"NEXT-02-25"', more='report_submission_due_on: "NEXT-01-26"\n'),
    ),
    "E-P05": (_attested("E-P05", "unexplained_changes_count", "2", rules=PUBLICATION),),
    "E-P06": (_attachment_only,),
    "E-P07": (_attested("E-P07", "platform_copies_agree", "false"),),
    "E-P08": (_attested("E-P08", "report_in_own_column", "false", rules=PUBLICATION),),
    "E-P09": (_attested("E-P09", "report_years_missing_count", "1", rules=PUBLICATION),),
    "E-P10": (_attested("E-P10", "list_title_agrees", "false", rules=PUBLICATION),),
    "E-P11": (_attested("E-P11", "report_list_in_order", "false", rules=PUBLICATION),),
    "E-P12": (_attested("E-P12", "reports_missing_on_portal_count", "3", rules=PUBLICATION),),
    "E-S04": (_not_followed_up,),
    "E-S13": (_without("E-S13", "提案"),),
    "E-S17": (_uncounted,),
    "E-S18": (_key_points,),
}
