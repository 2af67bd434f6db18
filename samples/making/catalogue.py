"""Writes `samples/README.md`: what each sample is."""

from making.source import Sample, load_report

_HEAD = """# Samples

Reports written for the project. The organs do not exist, and no sentence is taken from a published report. Each
defective sample is a clean one with the defect that its name says laid over it. What the program must find in each
stands in `expected.yaml`; `tests/samples` holds it to that.

Built by `python samples/build.py` from `samples/sources/`; change them there. `--pdf` exports the .pdf again, through
LibreOffice; the committed ones were exported once. This page is written by the same script.

样例均为本项目自行编写，机关名称均系虚构。缺陷样例由无误样例叠加缺陷而成，文件名即缺陷名；
应查出的问题见 `expected.yaml`。

| file | report | what it shows | 说明 |
|---|---|---|---|
"""

_DISTRICT = """
`district-2021/` is a worked example: a report with its metrics file, five ledgers (2,000 consultations, 150 policy
documents, disclosure requests, decision meetings, decisions) and a profile, so that `disclosecheck report.docx` does
the whole job there. What is wrong in it on purpose, and what must be found, stands in
`sources/district-2021-breaches.yaml`; nothing else may be found.

`district-2021/` 是完整示例：报告、指标文件、五个台账（咨询答复2000件、政策文件150件、依申请公开、决策会议、决策事项）和
配置文件，在该目录运行 `disclosecheck report.docx` 即可全部检查。故意埋设的问题及应查出的结果见
`sources/district-2021-breaches.yaml`，此外不应查出任何问题。
"""


def write_catalogue(samples: tuple[Sample, ...]) -> str:
    return _HEAD + "".join(_line(sample) for sample in samples) + _DISTRICT


def _line(sample: Sample) -> str:
    suffixes = [name for name in ("docx", "pdf", "html", "txt") if getattr(sample.formats, name)]
    files = [f"`{sample.name}.{suffix}`" for suffix in suffixes]
    if sample.metrics or sample.figures:
        files.append(f"`{sample.name}.metrics.yaml`" if sample.of else f"`{sample.name}.yaml`")
    return f"| {'<br>'.join(files)} | {_report(sample)} | {sample.shows.en} | {sample.shows.zh} |\n"


def _report(sample: Sample) -> str:
    if not sample.of:
        return "figures only"
    report = load_report(sample.of)
    if not report.sections:
        return "none"
    edition = sample.change.form or report.edition
    return f"{report.year or 'no year'}, form of {edition}, {'English' if report.language == 'en' else 'Chinese'}"
