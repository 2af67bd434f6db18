"""How long reading a web page takes, as a ratio to lxml's own parse and text; run interleaved, in one process.

    python benchmarks/read_html.py [PAGE.html ...]

Without arguments: an invented page of a content system, a sample, and the corpus' page where DISCLOSECHECK_CORPUS is
set.
"""

import hashlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree, html

from disclosecheck.read.html import read_html
from disclosecheck.read.source import Source

ROUNDS = 60
GOAL = 2.0


def parse_and_join(data: bytes) -> str:
    """etree: parse, then join all pieces of text."""
    parser = etree.HTMLParser(encoding="utf-8")
    return "".join(etree.fromstring(data, parser).itertext())


def parse_and_text_content(data: bytes) -> str:
    """lxml.html: parse, then libxml2's own string value."""
    parser = html.HTMLParser(encoding="utf-8")
    return str(html.document_fromstring(data, parser=parser).text_content())


def invented_page() -> bytes:
    """A page of about 110 KB: navigation, breadcrumbs, the report with its tables of 250 cells, a footer."""
    menu = "".join(
        f'<li class="item"><a href="/col/{column}/{entry}.html" title="栏目{entry}">政务公开栏目{entry}</a></li>'
        for column in range(30)
        for entry in range(20)
    )
    prose = "全年主动公开政府信息128条，其中政策文件12条，解读材料9条；严格按照规定的时限答复申请，未发生超期情况。" * 6
    paragraphs = "".join(
        f'<p style="text-indent:2em;"><span style="font-size:16pt">{prose}</span></p>' for _ in range(20)
    )
    row = "".join('<td style="width:40px;"><p style="text-align:center">0</p></td>' for _ in range(7))
    rows = "".join(f'<tr><td colspan="3"><p>{number}.属于国家秘密</p></td>{row}</tr>' for number in range(30))
    table = f'<table border="1" cellspacing="0"><tbody>{rows}</tbody></table>'
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>年度报告</title></head><body>"
        f"<div class='nav'><ul>{menu}</ul></div><div class='wrap'><div class='crumb'><a>首页</a> &gt; <a>年报</a></div>"
        f"<div class='article'>{paragraphs}{table}{paragraphs}</div></div><div class='footer'>主办单位</div>"
        "</body></html>"
    ).encode()


def measure(data: bytes) -> dict[str, float]:
    """Milliseconds of each at its best, the calls interleaved so that noise meets all alike."""
    source = Source("page.html", data, hashlib.sha256(data).hexdigest())
    calls: dict[str, Callable[[], object]] = {
        "read": lambda: read_html(source),
        "join": lambda: parse_and_join(data),
        "text_content": lambda: parse_and_text_content(data),
    }
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            times[name].append(time.perf_counter() - start)
    return {name: min(values) * 1000 for name, values in times.items()}


def main() -> None:
    pages = {Path(path).name: Path(path).read_bytes() for path in sys.argv[1:]}
    if not pages:
        pages["invented page"] = invented_page()
        sample = Path(__file__).parent.parent / "samples" / "clean-2021.html"
        pages[sample.name] = sample.read_bytes()
        if corpus := os.environ.get("DISCLOSECHECK_CORPUS"):
            pages["corpus 034.html"] = (Path(corpus) / "034.html").read_bytes()
    print(f"{'page':20} {'KB':>5} {'read ms':>8} {'x parse+itertext':>17} {'x parse+text_content':>21}   goal {GOAL}")
    for name, data in pages.items():
        times = measure(data)
        ratios = (times["read"] / times["join"], times["read"] / times["text_content"])
        print(f"{name:20} {len(data) // 1024:5} {times['read']:8.2f} {ratios[0]:17.2f} {ratios[1]:21.2f}")


if __name__ == "__main__":
    main()
