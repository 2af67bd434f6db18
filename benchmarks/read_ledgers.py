"""Reading ledgers of a million rows: seconds, peak memory and rows a second (benchmarks/ledgers.py judges them, too).

    python benchmarks/read_ledgers.py [ROWS]

Writes a ledger of replies as .csv and as .xlsx, then reads each in a process of its own. The processor's seconds stand
beside those of the clock: the difference is what else the machine did.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

ROWS = 1_000_000
GOALS = {".csv": 8, ".xlsx": 15}  # seconds for a million rows
MEMORY = 1024  # MB
HEADINGS = ("收到日期", "答复日期", "渠道", "是否简单问题")
CHANNELS = ("网上咨询", "网站留言", "12345", "领导信箱", "网上信访")
Case = tuple[date, date | None, str, str]


def cases(rows: int) -> Iterator[Case]:
    """As many cases of one year; every eleventh is open."""
    chance = random.Random(4)
    first = date(2021, 1, 4)
    for index in range(rows):
        received = first + timedelta(days=chance.randrange(350))
        answered = None if index % 11 == 10 else received + timedelta(days=chance.randrange(9))
        yield received, answered, chance.choice(CHANNELS), chance.choice("是否")


def write_csv(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(",".join(HEADINGS) + "\r\n")
        for received, answered, channel, simple in cases(rows):
            file.write(f"{received},{answered or ''},{channel},{simple}\r\n")


def write_xlsx(path: Path, rows: int) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        page = book.add_worksheet("咨询答复台账")
        page.write_row(0, 0, HEADINGS)
        for line, (received, answered, channel, simple) in enumerate(cases(rows), 1):
            page.write_datetime(line, 0, datetime.combine(received, clock()), day)
            if answered:
                page.write_datetime(line, 1, datetime.combine(answered, clock()), day)
            page.write_row(line, 2, (channel, simple))


def read(path: str) -> None:
    """In a process of its own: prints what reading took."""
    began, worked = time.perf_counter(), time.process_time()
    from disclosecheck.ledgers.load import read_ledger

    ledger = read_ledger("replies", path)
    taken = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(len(ledger.lines), len(ledger.flaws), taken, time.process_time() - worked, peak)


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for suffix, write in {".csv": write_csv, ".xlsx": write_xlsx}.items():
            path = Path(folder, f"replies{suffix}")
            write(path, rows)
            command = [sys.executable, __file__, "--read", str(path)]
            run = subprocess.run(command, capture_output=True, text=True, check=True)
            read_rows, flaws, taken, worked, peak = map(float, run.stdout.split())
            goal = GOALS[suffix] * rows / ROWS
            kept = taken <= goal and peak <= MEMORY and read_rows == rows and not flaws
            print(
                f"{suffix:6}{path.stat().st_size / 2**20:7.0f} MB{read_rows:10.0f} rows{taken:8.2f} s"
                f" ({worked:.2f} s of the processor){read_rows / taken:12.0f} rows/s{peak:7.0f} MB"
                f"   goal {goal:g} s, {MEMORY} MB: {'kept' if kept else 'MISSED'}"
            )


if __name__ == "__main__":
    if "--read" in sys.argv:
        read(sys.argv[2])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
