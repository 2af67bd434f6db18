"""The reader against programs that know the format: python-docx's cells, LibreOffice's numbering and re-saved files."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx_builder import document, num, p, package, read_bytes, rows, tbl, tc, texts, tr

from disclosecheck.read.docx.grid import SLIVER

SAMPLES = Path(__file__).parents[3] / "samples"
CORPUS = os.environ.get("DISCLOSECHECK_CORPUS")
SOFFICE = shutil.which("soffice")
needs_corpus = pytest.mark.skipif(not CORPUS, reason="DISCLOSECHECK_CORPUS is not set: no real reports at hand")
needs_soffice = pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed")


def blank_form():
    return (Path(CORPUS or "") / "blank-form-2021.docx").read_bytes()


def saved_again(data, folder, suffix="docx", filter_name="MS Word 2007 XML"):
    """The document as LibreOffice writes it."""
    (folder / "in.docx").write_bytes(data)
    target = folder / "out"
    call = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    call += ["--convert-to", f"{suffix}:{filter_name}", "--outdir", str(target), str(folder / "in.docx")]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    return (target / f"in.{suffix}").read_bytes()


def spread(table):
    """Each place of the grid with the text of the cell that covers it, as python-docx gives it."""
    shown = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                shown[row][column] = cell.text
    return shown


MERGED = package(
    document(
        tbl(
            tr(tc("甲", span=2, merge="restart"), tc("乙", span=2), tc("丙", merge="restart")),
            tr(tc("", span=2, merge="continue"), "1", "2", tc("", merge="continue")),
            tr("3", "4", tc("", span=2), "5"),
            widths=(900, 900, 900, 900, 900),
        )
    )
)


@pytest.mark.parametrize(
    "load",
    [
        pytest.param(lambda: MERGED, id="merged cells"),
        pytest.param(lambda: (SAMPLES / "clean-2021.docx").read_bytes(), id="sample of edition 2021"),
        pytest.param(lambda: (SAMPLES / "blank-form.docx").read_bytes(), id="blank sample"),
        pytest.param(blank_form, id="blank official form", marks=[needs_corpus, pytest.mark.corpus]),
    ],
)
def test_cells_agree_with_python_docx(load):
    data = load()
    theirs = [
        [["\n".join(filter(None, (line.strip() for line in cell.text.split("\n")))) for cell in row.cells]
         for row in table.rows]
        for table in docx.Document(io.BytesIO(data)).tables
    ]  # fmt: skip
    ours = [spread(table) for table in read_bytes(data).tables]
    assert ours == theirs


@needs_corpus
@pytest.mark.corpus
def test_blank_official_form_reads_as_the_grid_it_shows():
    found = read_bytes(blank_form())
    proactive, requests, review = found.tables
    assert (proactive.rows, proactive.columns) == (14, 4)
    assert (requests.rows, requests.columns) == (28, 10)
    assert (review.rows, review.columns) == (4, 15)
    places = {(cell.row, cell.column): cell for cell in requests.cells}
    spans = {place: (cell.rowspan, cell.colspan) for place, cell in places.items() if cell.rowspan * cell.colspan > 1}
    assert spans[0, 0] == (3, 3)  # the note on tie-outs over the labels
    assert spans[0, 3] == (1, 7)  # 申请人情况
    assert spans[1, 4] == (1, 5)  # 法人或其他组织
    assert spans[5, 0] == (22, 1)  # 三、本年度办理结果
    assert [spans[row, 1][0] for row in (7, 15, 18, 23)] == [8, 3, 5, 3]  # （三） … （六）
    assert places[26, 1].text == "（七）总计"
    assert all(cell.text == "" for (row, column), cell in places.items() if row >= 3 and column >= 3)
    assert sum(1 for row, column in places if row >= 3 and column >= 3) == 25 * 7
    assert [cell.text for cell in review.cells][:2] == ["行政复议", "行政诉讼"]
    assert [paragraph.text[:2] for paragraph in found.paragraphs if paragraph.bold][1:] == [
        "一、", "二、", "三、", "四、", "五、", "六、",
    ]  # fmt: skip
    assert found.notes == ()


@needs_soffice
@pytest.mark.slow
@pytest.mark.parametrize(
    "load",
    [
        pytest.param(lambda: (SAMPLES / "clean-2019.docx").read_bytes(), id="sample of edition 2019"),
        pytest.param(lambda: (SAMPLES / "several-defects.docx").read_bytes(), id="sample with defects"),
        pytest.param(blank_form, id="blank official form", marks=[needs_corpus, pytest.mark.corpus]),
    ],
)
def test_tables_stay_the_same_when_libreoffice_saves_them(load, tmp_path):
    data = load()
    again = read_bytes(saved_again(data, tmp_path))
    assert [rows(table) for table in again.tables] == [rows(table) for table in read_bytes(data).tables]


@needs_soffice
@pytest.mark.slow
def test_libreoffice_leaves_slivers_that_are_dropped(tmp_path):
    widths = (2000, 1000, 4, 1000, 2000)
    data = package(
        document(
            tbl(tr("甲", tc("乙", span=2), "丙", "丁"), tr("1", "2", tc("3", span=2), "4"), widths=widths),
        )
    )
    again = saved_again(data, tmp_path)
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        stated = [int(width) for width in re.findall(rb'gridCol w:w="(\d+)"', archive.read("word/document.xml"))]
    assert min(stated) < SLIVER
    assert rows(read_bytes(again).tables[0]) == [["甲", "乙", "丙", "丁"], ["1", "2", "3", "4"]]


# Of ideographDigital, counts from 100 and circles from 21 LibreOffice 7.4 makes something else than 17.18.59 says;
# isLgl, lvlRestart and a start override below another it leaves out; ordinals it writes by its own locale.
FORMATS = (
    "decimal",
    "decimalZero",
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCountingThousand",
    "chineseLegalSimplified",
    "ideographLegalTraditional",
    "upperRoman",
    "lowerRoman",
    "upperLetter",
    "lowerLetter",
)


def _level(index, name, text, start=1):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{name}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _lists():
    """Numbering parts, and (list, level) for each paragraph."""
    report = "".join(
        _level(index, name, text)
        for index, (name, text) in enumerate(
            [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "%1.%2.%3.%4")]
        )
    )
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    spec = f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{report}</w:abstractNum>'
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>'
    lists += f'</w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/>{again}</w:num>'
    places = [(1, 1), (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 2), (1, 3), (2, 0), (2, 1), (1, 0), (3, 0), (3, 0)]
    places += [(1, 0), (3, 1), (3, 0)]
    for number, (name, start) in enumerate([(name, start) for name in FORMATS for start in (1, 9, 19, 97)], 10):
        spec += f'<w:abstractNum w:abstractNumId="{number}">{_level(0, name, "第%1项", start)}</w:abstractNum>'
        lists += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        places += [(number, 0)] * 3
    circle = len(FORMATS) * 4 + 10
    spec += f'<w:abstractNum w:abstractNumId="{circle}">{_level(0, "decimalEnclosedCircle", "%1")}</w:abstractNum>'
    lists += f'<w:num w:numId="{circle}"><w:abstractNumId w:val="{circle}"/></w:num>'
    return spec + lists, places + [(circle, 0)] * 20


@needs_soffice
@pytest.mark.slow
def test_numbering_agrees_with_libreoffice(tmp_path):
    numbering, places = _lists()
    data = package(document("".join(p("甲", props=num(*place)) for place in places)), numbering=numbering)
    exported = saved_again(data, tmp_path, "txt", "Text (encoded):UTF8").decode("utf-8-sig").splitlines()
    assert [line.replace(" ", "") for line in exported] == texts(read_bytes(data))
    assert len(exported) == len(places)
