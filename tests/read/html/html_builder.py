"""Small web pages, and what a test asks about the Document they become."""

import hashlib

from disclosecheck.model.document import Document, Paragraph, Table
from disclosecheck.read.html import read_html
from disclosecheck.read.source import Source

OPENING = (
    "本报告由云溪市临江区卫生健康委员会编制，所列数据的统计期限自2023年1月1日起至12月31日止。如有疑问，请与本机关联系。"
)
SECTIONS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)
PROSE = "全年主动公开政府信息128条，其中政策文件12条；收到申请17件，均按时答复，未发生超期情况。"
GRID = (
    "<table border=1><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
    "<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>"
    "<tr><td>行政规范性文件</td><td>3</td><td>1</td><td>12</td></tr></table>"
)
REPORT = f"<p>{OPENING}</p>" + "".join(f"<p>{heading}</p><p>{PROSE}</p>{GRID}" for heading in SECTIONS)
TITLE = "云溪市临江区卫生健康委员会2023年政府信息公开工作年度报告"


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def read(markup: str | bytes) -> Document:
    data = markup.encode() if isinstance(markup, str) else markup
    return read_html(Source("page.html", data, hashlib.sha256(data).hexdigest()))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(table: Table) -> list[list[str | None]]:
    """The grid with each merged cell at its upper left place, None where nothing begins."""
    grid: list[list[str | None]] = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text
    return grid
