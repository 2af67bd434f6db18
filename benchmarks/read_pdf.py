"""Reading a .pdf against pdfium's own text and against pdfplumber, as ratios of interleaved rounds.

    python benchmarks/read_pdf.py [FILE.pdf …]

Without files: every .pdf of samples/, and 037.pdf of the corpus that DISCLOSECHECK_CORPUS names.

pdfium       open the file, load every page, FPDFText_GetText of all its characters, by the same bindings: the floor.
             The goal is at most 2.5.
pdfplumber   extract_text and extract_tables of every page, over the reader. The goal is at least 6 on every file and
             12 at the median.
"""

import ctypes
import gc
import io
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from disclosecheck.read.pdf import pdfium, read_pdf
from disclosecheck.read.source import Source

ROUNDS = 15  # pdfplumber, some twenty times as slow, is asked in a third of them
_SLOW_EVERY = 3


def pdfium_text(data: bytes) -> list[bytes]:
    document = pdfium.load_document(data, len(data), None)
    texts = []
    for index in range(pdfium.count_pages(document)):
        page = pdfium.load_page(document, index)
        text = pdfium.load_text(page)
        count = pdfium.count_chars(text)
        buffer = ctypes.create_string_buffer(2 * count + 2)
        pdfium.get_text(text, 0, count, ctypes.addressof(buffer))
        texts.append(buffer.raw)
        pdfium.close_text(text)
        pdfium.close_page(page)
    pdfium.close_document(document)
    return texts


def pdfplumber_text_and_tables(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()


def seconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def measure(path: Path) -> tuple[float, float, float]:
    """Median milliseconds of the reader, and the medians of the two ratios, each taken within a round.

    Rounds begin in turn with one and the other; the collector rests, as in timeit, for one call would else clear away
    the garbage of another.
    """
    data = path.read_bytes()
    source = Source(str(path), data, "")
    calls: list[Callable[[], object]] = [lambda: read_pdf(source), lambda: pdfium_text(data)]
    ours, floors, plumbers = [], [], []
    for number in range(ROUNDS):
        gc.collect()
        gc.disable()
        order = (0, 1) if number % 2 else (1, 0)
        spent = {index: seconds(calls[index]) for index in order}
        gc.enable()
        ours.append(spent[0])
        floors.append(spent[0] / spent[1])
        if number % _SLOW_EVERY == 0:
            plumbers.append(seconds(lambda: pdfplumber_text_and_tables(data)) / spent[0])
    return 1000 * statistics.median(ours), statistics.median(floors), statistics.median(plumbers)


def default_files() -> list[Path]:
    files = sorted((Path(__file__).parents[1] / "samples").glob("*.pdf"))
    corpus = os.environ.get("DISCLOSECHECK_CORPUS")
    return files + ([Path(corpus) / "037.pdf"] if corpus else [])


def main(arguments: list[str]) -> None:
    rows = [(path, *measure(path)) for path in ([Path(name) for name in arguments] or default_files())]
    print(f"{'file':40}{'ms':>8}{'x pdfium':>10}{'pdfplumber':>12}")
    for path, ours, floor, plumber in rows:
        print(f"{path.name[:39]:40}{ours:8.1f}{floor:10.2f}{plumber:11.1f}x")
    plumbers = [row[3] for row in rows]
    print(f"worst: {max(row[2] for row in rows):.2f} x pdfium; ", end="")
    print(f"pdfplumber takes at least {min(plumbers):.1f} x, median {statistics.median(plumbers):.1f} x")


if __name__ == "__main__":
    main(sys.argv[1:])
