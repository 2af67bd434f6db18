"""Builds the samples beside this script: `python samples/build.py`, with `--pdf` the .pdf too, through LibreOffice."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent
if str(SAMPLES) not in sys.path:
    sys.path.insert(0, str(SAMPLES))

from making.catalogue import write_catalogue  # noqa: E402
from making.content import compose  # noqa: E402
from making.pdf import write_pdf  # noqa: E402
from making.plain import write_txt  # noqa: E402
from making.source import Sample, load_samples  # noqa: E402
from making.web import write_html  # noqa: E402
from making.word import write_docx  # noqa: E402


def build(sample: Sample, *, pdf: bool = False) -> Iterator[tuple[str, bytes]]:
    """File names and contents of one sample."""
    formats = sample.formats
    if sample.of:
        content = compose(sample)
        if formats.docx:
            yield f"{sample.name}.docx", write_docx(content, formats.docx)
        if formats.html:
            yield f"{sample.name}.html", write_html(content, formats.html)
        if formats.txt:
            yield f"{sample.name}.txt", write_txt(content, formats.txt)
        if formats.pdf and pdf:
            yield f"{sample.name}.pdf", write_pdf(content, formats.pdf)
    if sample.metrics:
        name = f"{sample.name}.metrics.yaml" if sample.of else f"{sample.name}.yaml"
        yield name, sample.metrics.encode("utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdf", action="store_true", help="export the .pdf too (needs LibreOffice and a Chinese font)")
    parser.add_argument("names", nargs="*", help="samples to build; all when none is named")
    given = parser.parse_args()
    samples = load_samples()
    for sample in samples:
        if given.names and sample.name not in given.names:
            continue
        for name, data in build(sample, pdf=given.pdf):
            (SAMPLES / name).write_bytes(data)
            print(name)
    (SAMPLES / "README.md").write_text(write_catalogue(samples), "utf-8")


if __name__ == "__main__":
    main()
