"""Builds the samples beside this script: `python samples/build.py`, with `--pdf` the .pdf too, through LibreOffice."""

import argparse

from making.catalogue import write_catalogue
from making.district import FOLDER, write_district
from making.source import SAMPLES, load_samples
from making.writing import write_sample


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdf", action="store_true", help="export the .pdf too (needs LibreOffice and a Chinese font)")
    parser.add_argument("names", nargs="*", help="samples to build; all when none is named")
    given = parser.parse_args()
    samples = load_samples()
    for sample in samples:
        if given.names and sample.name not in given.names:
            continue
        for name, data in write_sample(sample, pdf=given.pdf):
            (SAMPLES / name).write_bytes(data)
            print(name)
    if not given.names or FOLDER in given.names:
        (SAMPLES / FOLDER).mkdir(exist_ok=True)
        for name, data in write_district():
            (SAMPLES / FOLDER / name).write_bytes(data)
            print(f"{FOLDER}/{name}")
    (SAMPLES / "README.md").write_text(write_catalogue(samples), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
