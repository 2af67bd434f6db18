"""Builds fixtures/*.pdf with programs that draw PDFs in their own ways, and the truth beside each.

    python make_fixtures.py

Needs soffice, the typeface named below, and python-docx, pypdf, reportlab, typst, weasyprint from PyPI.
Not part of the test run: the files are committed. Every report is invented; only the form's labels are official.
"""

import html
import json
import random
import subprocess
import tempfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "fixtures"
FONT = "Noto Serif CJK SC"
Cell = tuple[int, int, int, int, str]  # row, column, rowspan, colspan, text
Table = tuple[int, int, list[Cell]]  # rows, columns, cells
Block = tuple[str, Any]  # ("title" | "text", str) or ("table", Table)

APPLICANTS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
RESULTS = {
    "（三）不予公开": [
        "1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
        "4.保护第三方合法权益",
        "5.属于三类内部事务信息",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷",
        "8.属于行政查询事项",
    ],
    "（四）无法提供": ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"],
    "（五）不予处理": [
        "1.信访举报投诉类申请",
        "2.重复申请",
        "3.要求提供公开出版物",
        "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息",
    ],
    "（六）其他处理": [
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "3.其他",
    ],
}
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
SENTENCES = [
    "云溪市临江区卫生健康委员会坚持以公开为常态、不公开为例外，",
    "2023年主动公开政府信息1204条，",
    "其中行政规范性文件8件，",
    "办结率100%，",
    "严格落实“三审三校”制度，",
]
ENGLISH = [
    "The Commission has carried out the Regulations on Disclosure of Government Information in earnest.",
    "In 2023, a total of 1,204 items of government information were disclosed on its own initiative.",
    "The diversified interpretation rate reached 72.5%.",
    "See http://www.yunxi.example/disclosure/annual/2023/index.html for details.",
]


def number(rnd: random.Random) -> str:
    return str(rnd.choice([0, 0, rnd.randrange(10), rnd.randrange(3000)]))


def table_2(rnd: random.Random) -> Table:
    cells: list[Cell] = [(0, 0, 1, 4, "第二十条第（一）项")]
    for column, label in enumerate(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]):
        cells.append((1, column, 1, 1, label))
    for row, label in ((2, "规章"), (3, "行政规范性文件")):
        cells.append((row, 0, 1, 1, label))
        cells += [(row, column, 1, 1, number(rnd)) for column in (1, 2, 3)]
    row = 4
    for caption, column, labels in (
        ("第二十条第（五）项", "本年处理决定数量", ["行政许可"]),
        ("第二十条第（六）项", "本年处理决定数量", ["行政处罚", "行政强制"]),
        ("第二十条第（八）项", "本年收费金额（单位：万元）", ["行政事业性收费"]),
    ):
        cells += [(row, 0, 1, 4, caption), (row + 1, 0, 1, 1, "信息内容"), (row + 1, 1, 1, 3, column)]
        for label in labels:
            cells += [(row + 2, 0, 1, 1, label), (row + 2, 1, 1, 3, number(rnd))]
            row += 1
        row += 2
    return 14, 4, cells


def table_3(rnd: random.Random) -> Table:
    cells: list[Cell] = [
        (0, 0, 3, 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"),
        (0, 3, 1, 7, "申请人情况"),
        (1, 3, 2, 1, "自然人"),
        (1, 4, 1, 5, "法人或其他组织"),
        (1, 9, 2, 1, "总计"),
    ]
    cells += [(2, 4 + column, 1, 1, label) for column, label in enumerate(APPLICANTS)]
    labels: list[Cell] = [
        (3, 0, 1, 3, "一、本年新收政府信息公开申请数量"),
        (4, 0, 1, 3, "二、上年结转政府信息公开申请数量"),
        (5, 0, 22, 1, "三、本年度办理结果"),
        (5, 1, 1, 2, "（一）予以公开"),
        (6, 1, 1, 2, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ]
    row = 7
    for group, leaves in RESULTS.items():
        labels.append((row, 1, len(leaves), 1, group))
        labels += [(row + place, 2, 1, 1, leaf) for place, leaf in enumerate(leaves)]
        row += len(leaves)
    labels += [(26, 1, 1, 2, "（七）总计"), (27, 0, 1, 3, "四、结转下年度继续办理")]
    figures = [(row, column, 1, 1, number(rnd)) for row in range(3, 28) for column in range(3, 10)]
    return 28, 10, cells + labels + figures


def table_4(rnd: random.Random) -> Table:
    cells: list[Cell] = [
        (0, 0, 1, 5, "行政复议"),
        (0, 5, 1, 10, "行政诉讼"),
        (1, 5, 1, 5, "未经复议直接起诉"),
        (1, 10, 1, 5, "复议后起诉"),
    ]
    cells += [(1, column, 2, 1, label) for column, label in enumerate(OUTCOMES)]
    cells += [(2, start + column, 1, 1, label) for start in (5, 10) for column, label in enumerate(OUTCOMES)]
    return 4, 15, cells + [(3, column, 1, 1, str(rnd.choice([0, rnd.randrange(30)]))) for column in range(15)]


def report(seed: int, paragraphs: int) -> list[Block]:
    """The form's three tables with prose around them; `paragraphs` moves the page breaks."""
    rnd = random.Random(seed)

    def prose(count: int) -> list[Block]:
        texts = ["".join(rnd.choice(SENTENCES) for _ in range(rnd.randrange(2, 9))) for _ in range(count)]
        return [("text", f"{text[:-1]}。") for text in texts]

    return [
        ("title", "云溪市临江区卫生健康委员会"),
        ("title", "2023年政府信息公开工作年度报告"),
        *prose(1),
        ("text", "一、总体情况"),
        *prose(paragraphs),
        ("text", "二、主动公开政府信息情况"),
        ("table", table_2(rnd)),
        ("text", "三、收到和处理政府信息公开申请情况"),
        ("table", table_3(rnd)),
        ("text", "四、政府信息公开行政复议、行政诉讼情况"),
        ("table", table_4(rnd)),
        ("text", "五、存在的主要问题及改进情况"),
        *prose(2),
        ("text", "六、其他需要报告的事项"),
        *prose(1),
    ]


def english_report(seed: int) -> list[Block]:
    rnd = random.Random(seed)
    blocks: list[Block] = [
        ("title", "Linjiang District Health Commission of Yunxi City"),
        ("title", "2023 Annual Report on Disclosure of Government Information"),
    ]
    for heading in ("I. General situation", "II. Proactive disclosure", "III. Requests"):
        blocks.append(("text", heading))
        for start in ("", "", "1. First item: ", "2. Second item: "):
            sentences = " ".join(rnd.choice(ENGLISH) for _ in range(rnd.randrange(2, 8)))
            blocks.append(("text", start + sentences))
    return blocks


def write_docx(blocks: list[Block], path: Path, *, landscape: bool = False, english: bool = False) -> None:
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document = Document()
    style = document.styles["Normal"]
    style.font.size = Pt(12 if english else 14)
    if not english:
        style.font.name = "Times New Roman"
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(2.7)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("- ")
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        element.set(qn("w:fldCharType"), kind) if kind else None
        element.text = text
        footer.add_run()._r.append(element)
    footer.add_run(" -")
    for kind, content in blocks:
        if kind == "table":
            write_docx_table(document, content)
            continue
        paragraph = document.add_paragraph(content)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if kind == "title" else WD_ALIGN_PARAGRAPH.JUSTIFY
        if kind == "title":
            paragraph.runs[0].font.size = Pt(20)
        elif not english:
            paragraph.paragraph_format.first_line_indent = Pt(28)
            paragraph.paragraph_format.space_after = Pt(0)
    document.save(str(path))


def write_docx_table(document: Any, content: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    rows, columns, cells = content
    table = document.add_table(rows, columns)
    table.style = "Table Grid"
    if columns == 10:
        table.autofit = False
        for place, width in enumerate([1.2, 2.4, 4.4] + [1.1] * 7):
            for cell in table.columns[place].cells:
                cell.width = Cm(width)
    grid = [list(row.cells) for row in table.rows]
    for row, column, rowspan, colspan, text in cells:
        cell = grid[row][column]
        if rowspan > 1 or colspan > 1:
            cell = cell.merge(grid[row + rowspan - 1][column + colspan - 1])
        for extra in cell.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        paragraph = cell.paragraphs[0]
        paragraph.text = text
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.runs[0].font.size = Pt(9)


def libreoffice(name: str, blocks: list[Block], **options: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.docx")
        write_docx(blocks, path, **options)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(FOLDER), str(path)]
        subprocess.run(command, check=True, capture_output=True)
    write_truth(name, blocks)


def turned(name: str, blocks: list[Block]) -> None:
    """LibreOffice's landscape pages turned onto portrait paper, with /Rotate to show them upright."""
    from pypdf import PdfWriter, Transformation
    from pypdf.generic import RectangleObject

    libreoffice(name, blocks, landscape=True)
    writer = PdfWriter(clone_from=FOLDER / f"{name}.pdf")
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        page.add_transformation(Transformation().rotate(90).translate(height, 0))
        for box in ("mediabox", "cropbox", "trimbox", "bleedbox", "artbox"):
            setattr(page, box, RectangleObject((0, 0, height, width)))
        page.rotate(90)
    writer.write(FOLDER / f"{name}.pdf")


def weasyprint(name: str, blocks: list[Block]) -> None:
    from weasyprint import HTML

    css = (
        '@page{size:A4;margin:3cm 2.6cm;@bottom-center{content:"- " counter(page) " -"}}'
        f'body{{font:14pt/1.7 "{FONT}"}}'
        "p{margin:0;text-indent:2em}.t{text-align:center;font-size:20pt;text-indent:0}"
        "table{border-collapse:collapse;width:100%;font-size:10pt;line-height:1.3}"
        "td{border:0.75pt solid;padding:3pt;text-align:center}"
    )
    parts = [f"<html><style>{css}</style><body>"]
    for kind, content in blocks:
        if kind == "table":
            rows, _, cells = content
            parts.append("<table>")
            for row in range(rows):
                inside = sorted(cell for cell in cells if cell[0] == row)
                tds = [f"<td rowspan={cell[2]} colspan={cell[3]}>{html.escape(cell[4])}</td>" for cell in inside]
                parts.append(f"<tr>{''.join(tds)}</tr>")
            parts.append("</table>")
        else:
            mark = ' class="t"' if kind == "title" else ""
            parts.append(f"<p{mark}>{html.escape(content)}</p>")
    HTML(string="\n".join(parts)).write_pdf(FOLDER / f"{name}.pdf")
    write_truth(name, blocks)


def typst(name: str, blocks: list[Block]) -> None:
    import typst as compiler

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    parts = [
        f'#set page(paper: "a4", numbering: "- 1 -")\n#set text(font: "{FONT}", size: 13pt, lang: "zh")',
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)",
        "#show table: set text(size: 9pt)\n#show table: set par(first-line-indent: 0em, justify: false)",
    ]
    for kind, content in blocks:
        if kind == "table":
            _, columns, cells = content
            widths = "1.2cm, 2.3cm, 1fr" + ", 1.05cm" * 7 if columns == 10 else ", ".join(["1fr"] * columns)
            parts.append(f"#table(columns: ({widths}), align: center + horizon, inset: 3pt,")
            for row, column, rowspan, colspan, text in sorted(cells):
                place = f"x: {column}, y: {row}, rowspan: {rowspan}, colspan: {colspan}"
                parts.append(f"table.cell({place}, text({quoted(text)})),")
            parts.append(")")
        elif kind == "title":
            parts.append(f"#align(center, text(size: 20pt, {quoted(content)}))\n")
        else:
            parts.append(f"#text({quoted(content)})\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.typ")
        path.write_text("\n".join(parts), encoding="utf-8")
        compiler.compile(str(path), output=str(FOLDER / f"{name}.pdf"))
    write_truth(name, blocks)


def reportlab(name: str, blocks: list[Block], password: str | None = None) -> None:
    """The Chinese typeface is not embedded: the reader must know it by its name."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    common = {"fontName": "STSong-Light", "wordWrap": "CJK"}
    text_style = ParagraphStyle("text", fontSize=13, leading=20, firstLineIndent=26, **common)
    title_style = ParagraphStyle("title", fontSize=20, leading=30, alignment=1, **common)
    cell_style = ParagraphStyle("cell", fontSize=9, leading=11, alignment=1, **common)
    story: list[Any] = []
    for kind, content in blocks:
        if kind != "table":
            story.append(Paragraph(content, title_style if kind == "title" else text_style))
            continue
        rows, columns, cells = content
        grid: list[list[Any]] = [[""] * columns for _ in range(rows)]
        style: list[tuple[Any, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ]
        for row, column, rowspan, colspan, text in cells:
            grid[row][column] = Paragraph(text, cell_style)
            style.append(("SPAN", (column, row), (column + colspan - 1, row + rowspan - 1)))
        widths = [30, 70, 140] + [32] * 7 if columns == 10 else [465 / columns] * columns
        story.append(Table(grid, colWidths=widths, style=style))

    def footer(canvas: Any, document: Any) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawCentredString(297, 30, f"- {document.page} -")

    encryption = StandardEncryption(password, ownerPassword="owner") if password is not None else None
    template = SimpleDocTemplate(str(FOLDER / f"{name}.pdf"), pagesize=A4, encrypt=encryption)
    template.build(story, onFirstPage=footer, onLaterPages=footer)
    write_truth(name, blocks)


def write_truth(name: str, blocks: list[Block]) -> None:
    """Paragraphs and tables, each table's cells as [row, column, rowspan, colspan, text]."""
    truth = {
        "paragraphs": [content for kind, content in blocks if kind != "table"],
        "tables": [sorted(content[2]) for kind, content in blocks if kind == "table"],
    }
    text = json.dumps(truth, ensure_ascii=False, indent=None, separators=(",", ":"))
    (FOLDER / f"{name}.json").write_text(text.replace('],["', '],\n["').replace("],[", "],\n["), encoding="utf-8")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    libreoffice("libreoffice", report(1, 4))
    turned("libreoffice_turned", report(2, 2))
    libreoffice("libreoffice_english", english_report(3), english=True)
    weasyprint("weasyprint", report(4, 3))
    typst("typst", report(5, 2))
    reportlab("reportlab", report(6, 6))
    reportlab("reportlab_empty_password", report(7, 1)[:5], password="")
    reportlab("reportlab_password", report(8, 1)[:5], password="secret")


if __name__ == "__main__":
    main()
