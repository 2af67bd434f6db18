"""Defects of the title, dates, contact lines, sections and headings: groups A and B of the catalogue."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from disclosecheck.model.fact import Expected
from making.content import Piece
from planting.bases import Base
from planting.cells import Planter
from planting.draft import Draft
from planting.run import Planted

NUMERALS = "一二三四五六七八九"
OLD_TITLES = {  # of the Regulation of 2007, art. 32, and of reports before 2019
    1: ("概述", "政府信息公开工作概述"),
    3: ("依申请公开政府信息和不予公开政府信息的情况", "行政机关依申请公开政府信息和不予公开政府信息的情况"),
    4: ("因政府信息公开申请行政复议、提起行政诉讼的情况", "复议、诉讼和申诉的情况"),
    6: ("附表",),
}


def _titles(draft: Draft) -> list[int]:
    return [index for index, piece in enumerate(draft.pieces) if piece.kind == "title"]


def _title(draft: Draft, change: dict[str, str]) -> Draft | None:
    """The title with words replaced; None where it does not hold the first of them."""
    altered = draft
    for index in _titles(draft):
        text = draft.pieces[index].text
        for old, new in change.items():
            text = text.replace(old, new)
        altered = altered.text(index, text)
    return altered if altered != draft else None


def _retitled(kind: str, *changes: dict[str, str], **more: object) -> Planter:
    def plant(base: Base) -> Iterator[Planted]:
        year = str(base.draft.year)
        for change in changes:
            words = {
                old.replace("YEAR", year): new.replace("YEAR", year).replace("LAST", str(int(year) - 1))
                for old, new in change.items()
            }
            draft = _title(base.draft, words)
            if draft is not None:
                yield Planted(type=kind, what=str(words), draft=draft, **more)  # type: ignore[arg-type]

    return plant


def _no_title(base: Base) -> Iterator[Planted]:
    draft = replace(base.draft, pieces=tuple(p for p in base.draft.pieces if p.kind != "title"))
    organ, year = base.draft.report.organ, base.draft.year
    yield Planted(
        type="E-A01",
        what="no title",
        draft=draft,
        formats=("docx", "pdf"),
        expected=Expected(year=year, organ=organ),
        follows=("E-A04",),
    )


def _title_without_organ(base: Base) -> Iterator[Planted]:
    [first, *rest] = _titles(base.draft)
    bare = replace(base.draft, pieces=tuple(p for i, p in enumerate(base.draft.pieces) if i not in rest))
    for text in (
        f"{base.draft.year}年政府信息公开工作年度报告",
        f"{base.draft.report.organ}政府信息公开工作年度报告",
        "政府信息公开工作年度报告",
    ):
        types = ("E-A01",) if text.startswith("政府") else ()  # what names neither is met as no title at all
        yield Planted(type="E-A04", what=text, draft=bare.text(first, text), types=types, formats=("docx", "pdf"))


def _in_preamble(
    kind: str,
    *changes: tuple[str, str],
    types: tuple[str, ...] = (),
    follows: tuple[str, ...] = (),
    formats: tuple[str, ...] = ("docx", "html", "pdf"),
) -> Planter:
    """A pattern of the preamble replaced, each occurrence in turn; YEAR, LAST and NEXT are years."""

    def plant(base: Base) -> Iterator[Planted]:
        year = base.draft.year
        for index, piece in base.draft.preamble():
            for pattern, new in changes:
                pattern, new = (
                    text.replace("YEAR", str(year)).replace("LAST", str(year - 1)).replace("NEXT", str(year + 1))
                    for text in (pattern, new)
                )
                for match in re.finditer(pattern, piece.text):
                    text = piece.text[: match.start()] + match.expand(new) + piece.text[match.end() :]
                    if text != piece.text:
                        draft = base.draft.text(index, text)
                        yield Planted(
                            type=kind,
                            what=f"{match[0]} → {match.expand(new)}"[:60],
                            draft=draft,
                            places=("anywhere",),
                            types=types,
                            follows=follows,
                            formats=formats,
                        )

    return plant


def _period_out(base: Base) -> Iterator[Planted]:
    for index, piece in base.draft.preamble():
        text = re.sub(r"[^。]*统计期限[^。]*。", "", piece.text)
        if text != piece.text:
            yield Planted(type="E-A07", what="no period", draft=base.draft.text(index, text))


def _older_law(base: Base) -> Iterator[Planted]:
    year = base.draft.year
    if year < 2021:
        wrong = ["按照《中华人民共和国政府信息公开条例》（国务院令第492号）编制。"]
    else:
        wrong = [
            "按照《中华人民共和国政府信息公开条例》（国务院令第492号）编制。",
            "按照国办公开函〔2021〕30号规定的格式编制。",
            "依据《政府信息公开工作年度报告格式》（国办公开办函〔2021〕31号）编写。",
        ]
    first = base.draft.section(1)[0]
    for text in wrong:
        for index in (first, base.draft.section(1)[0] + 1, base.draft.section(6)[1]):
            draft = base.draft.insert(index, Piece(kind="body", text=text))
            yield Planted(type="E-A09", what=text, draft=draft, places=(f"text:{text}",), types=("E-K06",))


def _signature(base: Base) -> list[int]:
    return [index for index, piece in enumerate(base.draft.pieces) if piece.kind == "signature"]


def _other_signer(base: Base) -> Iterator[Planted]:
    [organ, _] = _signature(base)
    for name in ("云溪市江北区教育局", "云溪市水利局", "云溪市临江区杏花街道办事处"):
        yield Planted(type="E-A10", what=f"signed {name}", draft=base.draft.text(organ, name), types=("E-J12",))


def _we_office(base: Base) -> Iterator[Planted]:
    """我局 in a report of a commission, a township or a county, in each paragraph."""
    organ = base.draft.report.organ
    word = "我镇" if organ.endswith("委员会") else "我局"
    for index, piece in base.draft.prose(1, 5, 6):
        text = piece.text + f"{word}还按季度检查了公开内容。"
        yield Planted(
            type="E-A10", what=word, draft=base.draft.text(index, text), places=(f"text:{text}",), types=("E-J12",)
        )


def _unsigned(base: Base) -> Iterator[Planted]:
    first = _signature(base)[0]
    yield Planted(type="E-A13", what="unsigned", draft=base.draft.cut(first, first + 2), formats=("docx", "pdf"))


def _signed_on(base: Base) -> Iterator[Planted]:
    [_, day] = _signature(base)
    year = base.draft.year
    late = () if base.draft.report.organ.endswith("镇人民政府") else (f"{year + 1}年9月5日",)  # no law names its day
    for text in (f"{year}年12月31日", *late, f"{year + 2}年1月18日", f"{year}年1月19日"):
        yield Planted(type="E-A14", what=text, draft=base.draft.text(day, text), types=("E-A08",))


def _impossible_dates(base: Base) -> Iterator[Planted]:
    year = base.draft.year
    dates = (f"{year}年2月30日", f"{year}年13月5日", f"{year}年11月31日", f"{year}-06-31", "4月31日")
    for turn, (index, piece) in enumerate(base.draft.prose()):
        text = piece.text + f"{dates[turn % len(dates)]}，组织了一次集中核查。"
        yield Planted(
            type="E-A15", what=dates[turn % len(dates)], draft=base.draft.text(index, text), places=(f"text:{text}",)
        )
    [_, day] = _signature(base)
    yield Planted(type="E-A15", what="signed", draft=base.draft.text(day, f"{year + 1}年2月30日"), types=("E-A14",))


def _parts(base: Base) -> Iterator[Planted]:
    first = base.draft.section(1)[0]
    names = (
        "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
        "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况"
    )
    for text in (
        "本报告由总体情况等五个部分组成。",
        f"全文由六部分组成，包括{names}。",
        "本报告共分7个部分。",
        "本年报包括八个部分。",
    ):
        draft = base.draft.insert(first, Piece(kind="body", text=text))
        if any("部分组成" in piece.text for _, piece in base.draft.preamble()):
            continue
        yield Planted(type="E-A16", what=text, draft=draft, places=(f"text:{text}",))


def _letter(base: Base) -> Iterator[Planted]:
    after_title = _titles(base.draft)[-1] + 1
    for text in ("市政府办公室：", "区人民政府：", "县政务公开领导小组：", "省政府办公厅政务公开处："):
        draft = base.draft.insert(after_title, Piece(kind="body", text=text))
        yield Planted(type="E-A17", what=text, draft=draft, places=("anywhere",))
    end = _signature(base)[0]
    for text in ("特此报告。", "以上报告，妥否，请批示。", "专此报告，请审阅。"):
        draft = base.draft.insert(end, Piece(kind="body", text=text))
        yield Planted(type="E-A17", what=text, draft=draft, places=("anywhere",))


def _another_document(base: Base) -> Iterator[Planted]:
    """A work summary and an interpretation of the report in the place of the report."""
    year = base.draft.year
    texts = {
        f"{year}年政务公开工作总结": ("一年来，我们认真落实上级部署，各项任务圆满完成。", "下一步将继续努力。"),
        f"《{year}年政府信息公开工作年度报告》解读": (
            "一、编制背景",
            "年度报告的编制是法定要求。",
            "二、主要内容",
            "报告介绍了主动公开和依申请公开的情况。",
        ),
    }
    for title, body in texts.items():
        pieces = (Piece(kind="title", text=title), *(Piece(kind="body", text=text) for text in body))
        draft = replace(base.draft, pieces=pieces)
        yield Planted(type="E-A18", what=title, draft=draft, error="not_a_report", formats=("docx", "pdf"))


# ── sections ──


def _section_out(base: Base) -> Iterator[Planted]:
    for number, start, end in base.draft.sections():
        draft = base.draft.cut(start, end)
        follows = ("E-B05", "E-A16", "E-B07", "E-C01", "E-S12", "E-J03")
        yield Planted(type="E-B01", what="left out", draft=draft, places=(f"section:{number}",), follows=follows)


def _section_more(base: Base) -> Iterator[Planted]:
    titles = ("监督保障情况", "政府网站建设与管理情况", "重点领域信息公开情况")
    for turn, title in enumerate(titles):
        _, end = base.draft.section(6)
        pieces = (
            Piece(kind="heading", numeral="七、", text=title),
            Piece(kind="body", text="年内召开专题会议研究有关工作。"),
        )
        yield Planted(type="E-B02", what=title, draft=base.draft.insert(end, *pieces), follows=("E-A16",))
        start, _ = base.draft.section(4 + turn % 2)
        pieces = (replace(pieces[0], numeral=base.draft.pieces[start].numeral), pieces[1])
        draft = base.draft.insert(start, *pieces)
        shifted = _renumbered(draft, start + 1)
        yield Planted(type="E-B02", what=f"{title} between", draft=shifted, follows=("E-A16", "E-B05"))


def _renumbered(draft: Draft, since: int) -> Draft:
    for index in range(since, len(draft.pieces)):
        piece = draft.pieces[index]
        if piece.kind == "heading" and piece.numeral:
            rank = NUMERALS.index(piece.numeral[0])
            draft = draft.put(index, replace(piece, numeral=NUMERALS[rank + 1] + piece.numeral[1:]))
    return draft


def _sections_swapped(base: Base) -> Iterator[Planted]:
    spans = {number: (start, end) for number, start, end in base.draft.sections()}
    for one in range(1, 6):
        for renumbered in (True, False):
            (a, b), (c, d) = spans[one], spans[one + 1]
            first, second = list(base.draft.pieces[a:b]), list(base.draft.pieces[c:d])
            if renumbered:
                first[0], second[0] = (
                    replace(first[0], numeral=second[0].numeral),
                    replace(second[0], numeral=first[0].numeral),
                )
            pieces = (*base.draft.pieces[:a], *second, *first, *base.draft.pieces[d:])
            places = (f"section:{one}", f"section:{one + 1}")
            follows = ("E-B05",) if renumbered else ()
            yield Planted(
                type="E-B03",
                what=f"{one + 1} before {one}",
                draft=replace(base.draft, pieces=tuple(pieces)),
                places=places,
                follows=follows,
            )


def _heading(kind: str, *ways: str, types: tuple[str, ...] = ()) -> Planter:
    """Each heading worded otherwise; TITLE is what it says, HEAD and TAIL its halves."""

    def plant(base: Base) -> Iterator[Planted]:
        for number, start, _ in base.draft.sections():
            title = base.draft.pieces[start].text
            middle = len(title) // 2
            for way in ways:
                text = (
                    way.replace("TITLE", title)
                    .replace("HEAD", title[:middle])
                    .replace("TAIL", title[middle:])
                    .replace("CUT", title[middle + 1 :])
                )
                draft = base.draft.text(start, text)
                yield Planted(type=kind, what=text, draft=draft, places=(f"section:{number}",), types=types)

    return plant


def _old_heading(base: Base) -> Iterator[Planted]:
    for number, start, _ in base.draft.sections():
        for text in OLD_TITLES.get(number, ()):
            draft = base.draft.text(start, text)
            follows = ("E-B01",)
            yield Planted(
                type="E-B11", what=text, draft=draft, places=(f"section:{number}", "anywhere"), follows=follows
            )


def _wrong_numeral(base: Base) -> Iterator[Planted]:
    for number, start, _ in base.draft.sections():
        for other in {max(1, number - 1), number + 1} - {number}:
            piece = base.draft.pieces[start]
            draft = base.draft.put(start, replace(piece, numeral=f"{NUMERALS[other - 1]}、"))
            yield Planted(type="E-B05", what=f"{number} as {other}", draft=draft, places=(f"section:{number}",))


_SUB = re.compile(r"^（([一二三四五六七八九])）")


def _subs(base: Base) -> list[tuple[int, str]]:
    return [(i, p.text) for i, p in base.draft.prose() if _SUB.match(p.text)]


def _subnumber(base: Base) -> Iterator[Planted]:
    for index, text in _subs(base):
        rank = NUMERALS.index(text[1])
        number = base.draft.section_at(index)
        neighbours = [t for i, t in _subs(base) if base.draft.section_at(i) == number]
        for other in (rank - 1, rank + 1):
            if 0 <= other < 9 and len(neighbours) > 1:
                new = f"（{NUMERALS[other]}）{text[3:]}"
                draft = base.draft.text(index, new)
                yield Planted(type="E-B06", what=f"{text[:3]} → {new[:3]}", draft=draft, places=(f"section:{number}",))


def _aspect_out(base: Base) -> Iterator[Planted]:
    """Each paragraph of section one whose lead names an aspect, left out and those after it renumbered."""
    if base.draft.year < 2021:  # the five aspects are of the form of 2021
        return
    aspects = {index: text for index, text in _subs(base) if base.draft.section_at(index) == 1}
    for index in aspects:
        draft = base.draft
        for later in sorted(i for i in aspects if i > index):
            draft = draft.text(
                later, aspects[later].replace(aspects[later][1], NUMERALS[NUMERALS.index(aspects[later][1]) - 1], 1)
            )
        draft = draft.cut(index, index + 1)
        follows = ("E-S15", "E-S14", "E-J03", "E-J04")
        yield Planted(type="E-B07", what=aspects[index][:12], draft=draft, places=("section:1",), follows=follows)


def _styles(base: Base) -> Iterator[Planted]:
    for index, text in _subs(base):
        number = base.draft.section_at(index)
        if sum(base.draft.section_at(i) == number for i, _ in _subs(base)) < 2:
            continue
        rank = NUMERALS.index(text[1]) + 1
        for lead in (f"({text[1]})", f"{rank}.", f"（{rank}）"):
            draft = base.draft.text(index, lead + text[3:])
            yield Planted(
                type="E-B08",
                what=lead,
                draft=draft,
                places=(f"section:{number}", f"text:{lead + text[3:]}"),
                types=("E-B06", "E-K08"),
            )


def _emptied(base: Base) -> Iterator[Planted]:
    for number, start, end in base.draft.sections():
        draft = base.draft.cut(start + 1, end)
        follows = ("E-B07", "E-S12", "E-J03", "E-J04", "E-S01", "E-S02")
        types = ("E-C01",) if number in (2, 3, 4) else ()
        yield Planted(
            type="E-B09", what="empty", draft=draft, places=(f"section:{number}",), types=types, follows=follows
        )


def _section_twice(base: Base) -> Iterator[Planted]:
    for number, start, end in base.draft.sections():
        for at in (end, base.draft.section(6)[1]):
            body = Piece(kind="body", text="本部分数据与上年相比总体平稳，具体见相关附件材料。")
            draft = base.draft.insert(at, base.draft.pieces[start], body)
            follows = ("E-B03", "E-B05", "E-A16")
            yield Planted(type="E-B10", what="again", draft=draft, places=(f"section:{number}",), follows=follows)


def _table_elsewhere(base: Base) -> Iterator[Planted]:
    for index, _ in list(base.draft.grids()):
        home = base.draft.section_at(index)
        table = base.draft.pieces[index]
        for number in range(1, 7):
            if number == home:
                continue
            rest = base.draft.put(index, Piece(kind="body", text="有关数据见表。"))
            _, end = rest.section(number)
            draft = rest.insert(end, table)
            yield Planted(
                type="E-B12",
                what=f"table of {home} in {number}",
                draft=draft,
                places=(f"section:{home}", f"section:{number}"),
            )


PLANTERS: dict[str, tuple[Planter, ...]] = {
    "E-A01": (_no_title,),
    "E-A02": (_retitled("E-A02", {"公开工作年度": "公开年度"}),),
    "E-A03": (_retitled("E-A03", {"YEAR年": "YEAR年度"}),),
    "E-A04": (_title_without_organ,),
    "E-A05": (
        _retitled("E-A05", {"YEAR年": "LAST年"}, types=("E-A08",), follows=("E-F01", "E-F02")),
        _in_preamble(
            "E-A05",
            (r"自?YEAR年1月1日(起?至)(?:YEAR年)?12月31日", r"自LAST年1月1日\g<1>LAST年12月31日"),
            types=("E-A08",),
        ),
    ),
    "E-A06": (_in_preamble("E-A06", ("12月31日", "12月15日"), ("1月1日", "1月5日"), ("12月31日", "11月30日")),),
    "E-A07": (_period_out,),
    "E-A09": (_older_law, _in_preamble("E-A09", ("〔2021〕30号", "〔2019〕60号"), ("〔2021〕30号", "〔2023〕30号"))),
    "E-A10": (_other_signer, _we_office),
    "E-A11": (
        _in_preamble(
            "E-A11",
            (r"电话：[\d-]+", "电话："),
            (r"地址：[^，；]+", "地址："),
            (r"联系(?:单位)?(?:（地址：.*?）|：.*)$", "联系"),
        ),
    ),
    "E-A12": (
        _in_preamble(
            "E-A12",
            (r"邮编：(\d{5})\d", r"邮编：\1"),
            (r"电话：([\d-]+)\d{2}", r"电话：\1"),
            (r"@", "＃"),
            (r"邮编：\d", "邮编：12"),
        ),
    ),
    "E-A13": (_unsigned,),
    "E-A14": (_signed_on,),
    "E-A15": (_impossible_dates,),
    "E-A16": (
        _parts,
        _in_preamble(
            "E-A16",
            ("六个部分组成", "五个部分组成"),
            ("收到和处理政府信息公开申请情况、", ""),
            ("六个部分组成", "七部分组成"),
        ),
    ),
    "E-A17": (_letter,),
    "E-A18": (_another_document,),
    "E-A19": (_in_preamble("E-A19", (r"www\.[a-z]+\.example", "www.jiangbei.example"), formats=("html",)),),
    "E-B01": (_section_out,),
    "E-B02": (_section_more,),
    "E-B03": (_sections_swapped,),
    "E-B04": (_heading("E-B04", "HEADCUT", "HEAD的TAIL", "TITLE说明", types=("E-B11",)),),
    "E-B05": (_wrong_numeral,),
    "E-B06": (_subnumber,),
    "E-B07": (_aspect_out,),
    "E-B08": (_styles,),
    "E-B09": (_emptied,),
    "E-B10": (_section_twice,),
    "E-B11": (_old_heading,),
    "E-B12": (_table_elsewhere,),
}
