"""A sample as the files it stands for."""

from collections.abc import Iterator

from making.content import compose
from making.pdf import write_pdf
from making.plain import write_txt
from making.source import Sample, figures_of
from making.web import write_html
from making.word import write_docx


def write_sample(sample: Sample, *, pdf: bool = False) -> Iterator[tuple[str, bytes]]:
    """File names and contents; the .pdf only when asked for, since that takes LibreOffice."""
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
    if figures := figures_of(sample):
        name = f"{sample.name}.metrics.yaml" if sample.of else f"{sample.name}.yaml"
        yield name, figures.encode("utf-8")
