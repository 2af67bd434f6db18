"""What a figure is a part or a share of, and what a total says of its own content."""

from disclosecheck.extract.prose.matching import Hit, Sentence, compiled
from disclosecheck.extract.prose.skeleton import NUMBER
from disclosecheck.model.phrasing import Context

_LONGEST_LABEL = 16


def part_of(hit: Hit, earlier: list[Hit], sentence: Sentence, context: Context) -> str | None:
    """The whole that a part belongs to: stated before, with 其中 or an open bracket between."""
    in_brackets: str | None = None  # 6件（直接起诉5件，复议后起诉1件），其中维持3件: of the six
    for whole in reversed(earlier):
        name = next((name for name in whole.phrasing.facts if name in hit.phrasing.part_of), None)
        if name is None:
            continue
        between = sentence.text[whole.at : hit.at]
        inside = ")" in between and "(" not in between.partition(")")[0]
        if "(" in between and ")" in between.rpartition("(")[2]:
            between = between.rpartition(")")[2]  # a bracket that is closed again
        if "(" in between or any(word in between for word in context.parts):
            if not inside:
                return name
            in_brackets = in_brackets or name
    if in_brackets is not None:
        return in_brackets
    if sentence.text.startswith(context.parts):
        outside = tuple(before for before in sentence.before if not before.bracketed)
        return _total(outside or sentence.before, hit.phrasing.part_of)
    return None


def reading(hit: Hit, sentence: Sentence, context: Context) -> str | None:
    """Whether a total says that it includes what was carried in."""
    for reading in context.readings:
        if not any(name in reading.facts for name in hit.phrasing.facts) or hit.place is None:
            continue
        after = compiled(reading.after).match(sentence.text, hit.place + 1)
        if after or compiled(reading.before).search(sentence.text[sentence.clause(hit.start) : hit.place]):
            return reading.reading
    return None


def share(hit: Hit, earlier: list[Hit], sentence: Sentence, context: Context) -> dict[str, str]:
    """What a percentage is a share of, and of what thing, as far as the sentence tells: fact names, else words."""
    counted = [before for before in earlier if before.place is not None and before.phrasing.id != hit.phrasing.id]
    found: dict[str, str] = {}
    label = sentence.text[sentence.clause(hit.start) : hit.start].rpartition("、")[2]
    subject = counted[-1] if counted and (not label or NUMBER in label) else None
    if subject:
        found |= {"what": subject.phrasing.facts[0]} | subject.phrasing.dimensions
    elif name := _named(label, context.share.what):
        found["what"] = name
    elif words := label.removeprefix("其中")[-_LONGEST_LABEL:]:
        found["what"] = words
    others = tuple(before for before in counted if before is not subject)
    base = (
        _named(sentence.text[hit.start : hit.end], context.share.base)
        or _total(others, context.share.totals)
        or (found.get("what") in context.share.what.values() and _total(sentence.before, context.share.totals))
    )
    if base == found.get("what") and len(found) == 1:
        return found  # 乡镇受理11件，占20%；部门受理31件，占56.4%: of a total that stands elsewhere
    return found | {"of": base} if base else found


def _total(hits: tuple[Hit, ...], names: tuple[str, ...]) -> str | None:
    """The last of some facts that hits state, parts of others left out."""
    return next(
        (name for hit in reversed(hits) if not hit.phrasing.dimensions for name in hit.phrasing.facts if name in names),
        None,
    )


def _named(text: str, names: dict[str, str]) -> str | None:
    """The fact of the first label that stands in a text; labels are given the longest first."""
    return next((name for words, name in names.items() if words in text), None)
