"""Workbooks as Excel, WPS and LibreOffice mark them up, written by hand after files of theirs."""

import zipfile

import pytest
from ledger_files import chosen, dates, flaws, notes, replies

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
</Types>"""
ROOT = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
WORKBOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><workbookPr/>
<sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>"""
TEXTS = f"""<sst xmlns="{MAIN}" count="6" uniqueCount="6">
<si><t>收到日期</t></si>
<si><r><rPr><b/></rPr><t>答复</t></r><r><t xml:space="preserve"> 日期</t></r><rPh sb="0" eb="2"><t>dafu</t></rPh></si>
<si><t>渠道</t><phoneticPr fontId="1" type="noConversion"/></si>
<si><t xml:space="preserve"> 网上咨询 </t></si>
<si><t>12345</t></si>
<si><t>2021年3月5日</t></si></sst>"""
CELLS = """<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
<c r="C1" t="s"><v>2</v></c></row>
<row r="2" spans="1:3"><c r="A2" s="1"><v>44260</v></c><c r="B2" s="1"><v>44263.5</v></c>
<c r="C2" t="s"><v>3</v></c></row>
<row r="3" spans="1:3" ht="14.25"><c r="A3" t="s"><v>5</v></c><c r="B3" s="1"/><c r="C3" t="s"><v>4</v></c></row>"""


def styles(number_format):
    return f"""<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="{number_format}" applyNumberFormat="1"/></cellXfs></styleSheet>"""


def book(tmp_path, sheet, number_format=14, absolute=False):
    target = "/xl/worksheets/sheet1.xml" if absolute else "worksheets/sheet1.xml"
    start = "/xl/" if absolute else ""
    relations = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{RELATED}/worksheet" Target="{target}"/>
<Relationship Id="rId2" Type="{RELATED}/styles" Target="{start}styles.xml"/>
<Relationship Id="rId3" Type="{RELATED}/sharedStrings" Target="{start}sharedStrings.xml"/></Relationships>"""
    path = tmp_path / "台账.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name, text in {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": ROOT,
            "xl/workbook.xml": WORKBOOK,
            "xl/_rels/workbook.xml.rels": relations,
            "xl/styles.xml": styles(number_format),
            "xl/sharedStrings.xml": TEXTS,
            "xl/worksheets/sheet1.xml": sheet,
        }.items():
            package.writestr(name, text)
    return str(path)


EXCEL = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="{MAIN}" xmlns:r="{RELATED}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 mc:Ignorable="x14ac"><dimension ref="A1:C3"/><sheetData>{CELLS}</sheetData></worksheet>"""
WPS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="{MAIN}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><sheetPr/>
<dimension ref="A1:C3"/>
<sheetFormatPr defaultColWidth="9" defaultRowHeight="14.4"/><sheetData>{CELLS}</sheetData><headerFooter/></worksheet>"""
LIBRE = f"""<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="{MAIN}"><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:C3"/>
<sheetData>{CELLS.replace('spans="1:3"', 'customFormat="false" ht="12.8" hidden="false" outlineLevel="0"')}</sheetData>
<printOptions headings="false"/></worksheet>"""


@pytest.mark.parametrize(
    "sheet", [pytest.param(EXCEL, id="Excel"), pytest.param(WPS, id="WPS"), pytest.param(LIBRE, id="LibreOffice")]
)
@pytest.mark.parametrize("absolute", [False, True], ids=["relative", "absolute"])
def test_three_programs(tmp_path, sheet, absolute):
    ledger = replies(book(tmp_path, sheet, absolute=absolute))
    assert dates(ledger, "received") == ["2021-03-05", "2021-03-05"]
    assert dates(ledger, "answered") == ["2021-03-08", None]
    assert chosen(ledger, "channel") == ["online_consultation", "hotline_12345"]
    assert flaws(ledger) == []
    assert notes(ledger) == ["text_date"]


@pytest.mark.parametrize("number_format", [14, 22, 27, 31, 36, 50, 57, 58])
def test_dates_in_the_built_in_formats_of_chinese_excel(tmp_path, number_format):
    """ECMA-376, part 1, 18.8.30 lists them for zh-cn; a file does not spell them out."""
    ledger = replies(book(tmp_path, EXCEL, number_format))
    assert dates(ledger, "answered") == ["2021-03-08", None]
    assert notes(ledger) == ["text_date"]
