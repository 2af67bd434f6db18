"""The empty form as .csv, for any spreadsheet program, and as .yaml, for a text editor."""

import csv
import io
import json
from collections.abc import Iterator

from disclosecheck.metrics.template import Asked, Template


def render_csv(template: Template) -> bytes:
    """UTF-8 with a byte order mark, by which Excel knows it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([template.title()])
    writer.writerow([template.say("note")])
    for key, word in template.form.head.items():
        known = str(template.year) if key == "year" and template.year else ""
        writer.writerow([template.both(word.title), known])
    columns = [key for key in template.form.columns if key != "other"]
    writer.writerow([template.both(template.form.columns[key].title) for key in columns])
    for asked in template.asked:
        stands = row_of(template, asked)
        writer.writerow([stands.get(key, "") for key in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def row_of(template: Template, asked: Asked) -> dict[str, str]:
    """What stands in a row of the empty form, by column."""
    return {
        "clause": template.clause(asked),
        "name": template.both(asked.fact.title),
        "demand": template.demand(asked),
        "unit": template.unit(asked) if asked.fact.type not in ("bool", "date") else "",
        "help": template.help(asked),
        "key": asked.name,
    }


def render_yaml(template: Template, file: str) -> bytes:
    lines = [*_comment(template.title(), ""), *_comment(template.say("note"), "")]
    lines += _comment(template.say("how_to_run", file=file), "")
    lines += ["organ:", f"year: {template.year or ''}".rstrip(), "attested:", "  by:", "  on:", "closing:", "metrics:"]
    for asked in template.asked:
        lines += ["", *_entry(template, asked)]
    return ("\n".join(lines) + "\n").encode()


def _entry(template: Template, asked: Asked) -> Iterator[str]:
    clause, unit = template.clause(asked), template.unit(asked)
    yield from _comment(f"{clause} {template.demand(asked)}".strip(), "  ")
    yield from _comment(f"{template.both(asked.fact.title, ' / ')}（{unit}）", "  ")
    yield from _comment(template.help(asked), "  ")
    yield f"  {_key(asked.name)}:"
    fields = ["value"]
    if asked.fact.type == "percent":
        fields += ["numerator", "denominator"]
    if asked.decided_by("attestation") or asked.decided_by("evidence"):
        fields += ["attested_by", "attested_on", "proof"]
    yield from (f"    {field}:" for field in fields)


def _comment(text: str, indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in text.splitlines()]


def _key(name: str) -> str:
    return name if name.replace("_", "").isalnum() else json.dumps(name, ensure_ascii=False)
