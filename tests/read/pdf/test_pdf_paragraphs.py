"""Lines into paragraphs: over line and page breaks, headings and titles on their own."""

import pytest
from pdf_builder import Sheet, read

from disclosecheck.read.pdf import read_pdf

LEFT, RIGHT, SIZE = 80.0, 500.0, 14.0  # 30 characters a line
FULL = "全年通过政府网站主动公开政府信息并及时回应社会关切推进各项工作"[:30]


def column(*lines: tuple[str, float] | str, top: float = 100, pitch: float = 24, size: float = SIZE) -> Sheet:
    """Lines one below the other; a text begins at the left edge, (text, indent) further in by so many characters."""
    sheet = Sheet()
    for place, line in enumerate(lines):
        text, indent = line if isinstance(line, tuple) else (line, 0.0)
        sheet.text(LEFT + indent * size, top + place * pitch, text, size)
    return sheet


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        pytest.param(
            [column((FULL[:28], 2), FULL, "其中规章8件。", (FULL[:28], 2), "坚持公开。")],
            [FULL[:28] + FULL + "其中规章8件。", FULL[:28] + "坚持公开。"],
            id="indented first lines",
        ),
        pytest.param(
            [column(("一、总体情况", 2), (FULL[:28], 2), FULL, "坚持公开。")],
            ["一、总体情况", FULL[:28] + FULL + "坚持公开。"],
            id="heading before its text",
        ),
        pytest.param(
            [column((FULL[:28], 2), FULL), column(FULL, "坚持公开。", ("二、主动公开", 2))],
            [FULL[:28] + FULL + FULL + "坚持公开。", "二、主动公开"],
            id="over a page break",
        ),
        pytest.param(
            [column((FULL[:28], 2), FULL[:29] + "。"), column((FULL[1:29], 2), "坚持公开。")],
            [FULL[:28] + FULL[:29] + "。", FULL[1:29] + "坚持公开。"],
            id="page ends with a full line, a new paragraph follows",
        ),
        pytest.param(
            [column((FULL[:28], 2), FULL[:28] + "12", "04条政府信息。")],
            [FULL[:28] * 2 + "1204条政府信息。"],
            id="number cut at the end of a line",
        ),
        pytest.param(
            [column((FULL[:28], 2), FULL[:26], "《中华人民共和国政府信息公开条例》。")],
            [FULL[:28] + FULL[:26], "《中华人民共和国政府信息公开条例》。"],
            id="short line ends a paragraph",
        ),
        pytest.param(
            [column((FULL[:28], 2), FULL[:28], "《条例》要求。")],
            [FULL[:28] * 2 + "《条例》要求。"],
            id="no room for an opening mark and what follows it",
        ),
        pytest.param(
            [column((FULL[:28], 2), FULL[:28], "12047件。")],
            [FULL[:28] * 2 + "12047件。"],
            id="no room for a number",
        ),
        pytest.param(
            [column((FULL[:28], 2), FULL[:26], "12047件。")],
            [FULL[:28] + FULL[:26], "12047件。"],
            id="room for the number",
        ),
        pytest.param(
            [column("云溪市政务公开办公室", *[FULL] * 2, top=100), column(*[FULL] * 2, "2024年1月20日")],
            ["云溪市政务公开办公室", FULL * 4 + "2024年1月20日"],
            id="no indents at all",
        ),
        pytest.param(
            [column(FULL, FULL[:29] + "。", "一、总体情况", FULL, "坚持公开。")],
            [FULL + FULL[:29] + "。", "一、总体情况", FULL + "坚持公开。"],
            id="no indents, full line before a heading",
        ),
        pytest.param(
            [column((FULL[:28], 2), FULL[:29] + "。", "（二）完善制度。")],
            [FULL[:28] + FULL[:29] + "。（二）完善制度。"],
            id="item within a paragraph of which the first line is indented",
        ),
        pytest.param(
            [column((FULL[:28], 2), FULL, "公开。", ("云溪市临江区卫生健康委员会", 17), ("2024年1月20日", 19.5))],
            [FULL[:28] + FULL + "公开。", "云溪市临江区卫生健康委员会", "2024年1月20日"],
            id="signature at the right",
        ),
        pytest.param(
            [
                column(
                    *[
                        (FULL[:26], 2),
                        ("1.公开政府信息" + FULL[:21], 2),
                        (FULL[:27], 3),
                        ("坚持公开。", 3),
                        ("2.其他。", 2),
                        FULL,
                    ]
                )
            ],
            [FULL[:26], "1.公开政府信息" + FULL[:21] + FULL[:27] + "坚持公开。", "2.其他。", FULL],
            id="hanging indent",
        ),
        pytest.param(
            [column(FULL, FULL).text(LEFT, 100 + 3 * 24, FULL, SIZE).text(LEFT, 100 + 4 * 24, "公开。", SIZE)],
            [FULL * 2, FULL + "公开。"],
            id="gap between paragraphs",
        ),
        pytest.param(
            [column(*[FULL] * 6, FULL[:29] + "。"), column(FULL[1:] + "前", "坚持公开。")],
            [FULL * 6 + FULL[:29] + "。" + FULL[1:] + "前坚持公开。"],
            id="page ends flush with a full stop",
        ),
        pytest.param(
            [column(*[FULL] * 6, FULL[:28] + "。"), column(FULL[1:] + "前", "坚持公开。")],
            [FULL * 6 + FULL[:28] + "。", FULL[1:] + "前坚持公开。"],
            id="page ends a character short of where all lines end",
        ),
        pytest.param(
            [column("12\u3000\u3000\u3000\u3000\u3000规章", *[FULL] * 3)],
            ["12\t规章", FULL * 3],
            id="row of a table without borders",
        ),
    ],
)
def test_paragraphs(sheets: list[Sheet], expected: list[str]) -> None:
    document = read(read_pdf, *sheets)
    assert [paragraph.text for paragraph in document.paragraphs] == expected
    assert [paragraph.number for paragraph in document.paragraphs] == list(range(1, len(expected) + 1))


def titled(*titles: str) -> Sheet:
    sheet = column((FULL[:28], 2), FULL, FULL, FULL, "坚持公开。", top=300)
    for place, title in enumerate(titles):
        width = 22 * sum(1.0 if char >= "⺀" else 0.5 for char in title)
        sheet.text((LEFT + RIGHT - width) / 2, 100 + 40 * place, title, 22)
    return sheet


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param(["云溪市临江区卫生健康委员会", "2023年政府信息公开工作年度报告"], None, id="organ and title"),
        pytest.param(["2023年政府信息公开工作年度报告"], None, id="one line"),
        pytest.param(
            ["云溪市临江区卫生健康委员会2023年政府", "信息公开工作年度报告"],
            ["云溪市临江区卫生健康委员会2023年政府信息公开工作年度报告"],
            id="one title over two lines, the first full",
        ),
    ],
)
def test_titles(titles: list[str], expected: list[str] | None) -> None:
    found = read(read_pdf, titled(*titles)).paragraphs
    assert [paragraph.text for paragraph in found[:-1]] == (expected or titles)
    assert all(paragraph.centred for paragraph in found[:-1]) or expected is not None
    assert not found[-1].centred


def test_page_of_headings_only_takes_its_edges_from_another() -> None:
    """All its lines are indented alike: that is no left edge."""
    first = column((FULL[:28], 2), FULL, "坚持公开。")
    second = column(("二、主动公开政府信息情况", 2), (FULL[:28], 2), top=100)
    third = column(("三、其他", 2), (FULL[:28], 2), (FULL[:28], 2), top=100)
    texts = [paragraph.text for paragraph in read(read_pdf, first, second, third).paragraphs]
    assert texts[-3:] == ["三、其他", FULL[:28], FULL[:28]]


def test_pages_and_order_around_a_table() -> None:
    from pdf_builder import table

    sheet = column("一、总体情况", FULL)
    table(sheet, [80, 200, 300], [200, 230], [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "1")])
    sheet.text(LEFT, 260, "三、收到", SIZE)
    document = read(read_pdf, Sheet().text(LEFT, 100, "年度报告", SIZE), sheet)
    kinds = [getattr(block, "text", "table") for block in document.blocks]
    assert kinds == ["年度报告", "一、总体情况", FULL, "table", "三、收到"]
    assert [block.page for block in document.blocks] == [1, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        pytest.param(
            Sheet().text(80, 100, "2023 年公开政府信息 1204 条"), "2023年公开政府信息1204条", id="gaps around figures"
        ),
        pytest.param(Sheet().text(80, 100, "Annual report of 2023"), "Annual report of 2023", id="English"),
        pytest.param(
            Sheet().text(80, 100, "按照 Regulations on 2023 要求"),
            "按照Regulations on 2023要求",
            id="English within Chinese",
        ),
        pytest.param(
            Sheet().text(80, 100, "联系电话 12").text(300, 100, "邮编 34"), "联系电话12\t邮编34", id="wide gap"
        ),
        pytest.param(
            Sheet().text(80, 100, "落实 三审三校 制度 2 次").text(100, 100, "“").text(145, 100, "”"),
            "落实“三审三校”制度2次",
            id="quotation marks drawn afterwards",
        ),
        pytest.param(
            Sheet()
            .text(80, 100, "列入 2023 号文件，")
            .text(80, 115, "并公开。")
            .text(98, 100, "〔")
            .text(125, 100, "〕"),
            "列入〔2023〕号文件，",
            id="brackets of another typeface drawn last",
        ),
        pytest.param(Sheet().text(80, 100, "目　　录"), "目 录", id="spaced title"),
    ],
)
def test_one_line(sheet: Sheet, expected: str) -> None:
    assert read(read_pdf, sheet).paragraphs[0].text == expected
