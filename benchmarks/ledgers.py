"""Ledgers of a million rows through the whole command: seconds (of the clock, of the processor), and memory.

    python benchmarks/ledgers.py [ROWS] [--xlsx]

Each ledger is written first (seeded, into a folder that is deleted), then `disclosecheck figures.yaml --records ...`
runs in a process of its own, reads it and judges it by the pack of key points. Goal for a million rows of .csv: 20
seconds and 1 GiB. A workbook takes minutes to write, so that it is only measured when asked for.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

COMMAND = str(Path(sys.executable).parent / "disclosecheck")
SECONDS, MEGABYTES = 20.0, 1024.0

DAYS = [date(2021, 1, 1) + timedelta(days=number) for number in range(365)]
CHANNELS = ("网上咨询", "网站留言", "12345平台", "领导信箱", "网上信访")
STYLES = ("{0:%Y-%m-%d}", "{0.year}年{0.month}月{0.day}日", "{0.year}.{0.month}.{0.day}", "{0.year}/{0.month}/{0.day}")
FIGURES = "organ: 云溪市临江区卫生健康委员会\nyear: 2021\nmetrics:\n  training_sessions_count: 2\n"

Table = Iterator[list[str]]


def plain_replies(rows: int) -> Table:
    """Two in five are late."""
    rng = Random(1)
    shown = [day.isoformat() for day in DAYS]
    yield ["编号", "收到日期", "答复日期", "渠道", "是否简单问题"]
    for number in range(rows):
        day = rng.randrange(350)
        answered = "" if number % 50 == 0 else shown[day + rng.randrange(14)]
        yield [f"A{number:07d}", shown[day], answered, CHANNELS[number % 5], "是" if number % 4 == 0 else "否"]


def untidy_replies(rows: int) -> Table:
    """Dates in four styles, one in a hundred unreadable, some before their questions, some numbers twice."""
    rng = Random(2)
    shown = [[style.format(day) for style in STYLES] for day in DAYS]
    yield ["编号", "收到日期", "答复日期", "渠道", "是否简单问题"]
    for number in range(rows):
        day = rng.randrange(5, 350)
        answered = "已回复" if number % 100 == 0 else shown[day + rng.randrange(-1, 14)][number % 4]
        case = number - 1 if number % 1000 == 999 else number
        yield [
            f"A{case:07d}",
            shown[day][number % 4],
            answered,
            CHANNELS[number % 5],
            "是" if number % 4 == 0 else "否",
        ]


def requests(rows: int) -> Table:
    """One in five extended, one in ten with a third party, one in ten corrected."""
    rng = Random(3)
    shown = [day.isoformat() for day in DAYS]
    yield [
        "登记编号", "收到申请日期", "补正告知日期", "收到补正日期", "是否延期", "延期告知日期", "延期经负责人同意",
        "征求第三方意见日期", "第三方答复日期", "答复日期", "办理结果",
    ]  # fmt: skip
    for number in range(rows):
        day = rng.randrange(250)
        corrected = [shown[day + 5], shown[day + 12]] if number % 10 == 1 else ["", ""]
        extended = ["是", shown[day + 20], "是"] if number % 5 == 2 else ["否", "", ""]
        asked = [shown[day + 3], shown[day + 16]] if number % 10 == 3 else ["", ""]
        yield [f"R{number:07d}", shown[day], *corrected, *extended, *asked, shown[day + rng.randrange(60)], "予以公开"]


LEDGERS: dict[str, tuple[str, Callable[[int], Table]]] = {
    "consultations": ("replies", plain_replies),
    "consultations, untidy": ("replies", untidy_replies),
    "requests": ("requests", requests),
}


def write_csv(path: Path, table: Table) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(",".join(row) + "\r\n" for row in table)


def write_xlsx(path: Path, table: Table) -> None:
    """Dates as text would spare the reader their conversion: they are written as dates."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("台账")
    dated = book.add_format({"num_format": "yyyy-mm-dd"})
    for line, row in enumerate(table):
        for place, text in enumerate(row):
            if line and len(text) == len("2021-03-05") and text[4] == "-":
                sheet.write_datetime(line, place, date.fromisoformat(text), dated)
            else:
                sheet.write_string(line, place, text)
    book.close()


def judged(path: Path, name: str, figures: Path) -> tuple[float, float, float, dict[str, int]]:
    """Seconds of the clock and of the processor, megabytes, and how many findings there are of each outcome."""
    output = path.with_suffix(".json")
    call = [COMMAND, str(figures), "--records", f"{name}={path}", "--rules", "shanghai-health-2021"]
    began = time.perf_counter()
    process = subprocess.Popen(
        [*call, "--output", str(output), "--timeout", "600"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _, status, used = os.wait4(process.pid, 0)
    taken = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(process.stderr.read().decode() if process.stderr else "")
    submission = json.loads(output.read_text("utf-8"))["submissions"][0]
    return taken, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, submission["counts"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("rows", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--xlsx", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.yaml"
        figures.write_text(FIGURES, "utf-8")
        for title, (name, make) in LEDGERS.items():
            path = Path(folder) / f"{name}.csv"
            write_csv(path, make(given.rows))
            show(f"{title}, .csv", path, name, figures)
        if given.xlsx:
            path = Path(folder) / "replies.xlsx"
            write_xlsx(path, plain_replies(given.rows))
            show("consultations, .xlsx", path, "replies", figures)


def show(title: str, path: Path, name: str, figures: Path) -> None:
    taken, busy, held, counts = judged(path, name, figures)
    kept = "kept" if taken <= SECONDS and held <= MEGABYTES else "MISSED"
    size = path.stat().st_size / 2**20
    measured = f"{taken:7.1f} s{busy:7.1f} s cpu{held:6.0f} MiB   goal {kept}   {counts['fail']} failures"
    print(f"{title:28}{size:5.0f} MB{measured}", flush=True)


if __name__ == "__main__":
    main()
