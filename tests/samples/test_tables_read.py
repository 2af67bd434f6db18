"""Every cell of every sample's tables is read as printed, label or figure, in reading order."""

import pytest

from disclosecheck.read.dispatch import read_document
from making.content import compose
from making.source import SAMPLES, Sample, load_samples

FILES = [
    pytest.param(sample, f"{sample.name}.{suffix}", id=f"{sample.name}.{suffix}")
    for sample in load_samples()
    if sample.of
    for suffix in ("docx", "html", "pdf")
    if getattr(sample.formats, suffix)
]


@pytest.mark.parametrize(("sample", "file"), FILES)
def test_tables_hold_the_texts_that_were_printed(sample: Sample, file: str) -> None:
    grids = [piece.table for piece in compose(sample).pieces if piece.table]
    tables = read_document(str(SAMPLES / file)).tables
    assert len(tables) == len(grids)
    for table, grid in zip(tables, grids, strict=True):
        assert ["".join(cell.text.split()) for cell in table.cells] == [box.text for box in grid.boxes]
