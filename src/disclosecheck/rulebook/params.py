"""A rule's own keys against the parameters of its kind: unknown keys, wrong types, names that nobody knows."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

import msgspec

from disclosecheck.kinds.registry import Reference, as_tuples, kind_named
from disclosecheck.model.needs import Needs
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.names import Names
from disclosecheck.rulebook.needs import needs_of
from disclosecheck.rulebook.strict import Problem, steps_of
from disclosecheck.rulebook.yaml_source import Path_, YamlSource


def check_params(
    kind: str, params: dict[str, Any], source: YamlSource, path: Path_, names: Names, common: tuple[str, ...]
) -> Iterator[Problem]:
    """All mistakes in one rule's parameters; `common` are the keys that every rule may have."""
    module = kind_named(kind)
    fields = {field.encode_name: field for field in msgspec.structs.fields(module.Params)}
    sound = True
    for key in params.keys() - fields.keys():
        sound = False
        near = get_close_matches(key, [*fields, *common], n=1, cutoff=0.7)
        hint = Message("pack.did_you_mean", {"word": near[0]}) if near else ""
        yield source.line((*path, key)), Message("pack.unknown_key", {"key": key, "hint": hint})
    for key, field in fields.items():
        if key not in params:
            if field.required:
                sound = False
                yield source.line(path), Message("pack.missing_key", {"key": key})
            continue
        try:
            msgspec.convert(params[key], field.type)
        except msgspec.ValidationError as error:
            sound = False
            detail, _, place = str(error).partition(" - at `$")
            yield (
                source.line((*path, key, *steps_of(place.rstrip("`")))),
                Message("pack.misfit", {"key": key, "detail": detail}),
            )
    if sound:
        yield from _whole(module, params, source, path, names)


def needs_among(kind: str, params: dict[str, Any]) -> dict[str, Needs]:
    """What a text must hold for each pattern of sound parameters; those of which nothing is known are left out."""
    module: Any = kind_named(kind)
    if not hasattr(module, "references"):
        return {}
    asked = module.references(msgspec.convert(params, module.Params))
    found = {one.name: needs_of(one.name) for one in asked if one.what == "pattern"}
    return {pattern: needs for pattern, needs in found.items() if needs}


def is_plain(kind: str, params: dict[str, Any]) -> bool:
    """Whether sound parameters are what their kind asks for as they stand, but for lists in place of tuples.

    Such ones need no conversion, whose preparation takes longer than most rules.
    """
    type_ = kind_named(kind).Params
    try:
        made = type_(**as_tuples(params))
    except (TypeError, ValueError):
        return False
    return repr(made) == repr(msgspec.convert(params, type_))  # which tells 60 from Decimal("60"), as == does not


def _whole(module: Any, params: dict[str, Any], source: YamlSource, path: Path_, names: Names) -> Iterator[Problem]:
    """What only shows when the parts fit: keys that exclude one another, and names."""
    try:
        converted = msgspec.convert(params, module.Params)
    except msgspec.ValidationError as error:
        yield source.line(path), Message("pack.misfit_rule", {"detail": str(error)})
        return
    for reference in module.references(converted) if hasattr(module, "references") else ():
        line = source.line((*path, *reference.path))
        if reference.what == "pattern":
            yield from _pattern(reference.name, line)
        elif not names.has(reference):
            yield line, _unknown(reference, names)


def _pattern(pattern: str, line: int | None) -> Iterator[Problem]:
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options)
    except re2.error as error:
        detail = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        yield line, Message("pack.bad_pattern", {"pattern": pattern, "detail": detail})


def _unknown(reference: Reference, names: Names) -> Message:
    near = names.closest(reference)
    hint = Message("pack.did_you_mean", {"word": near}) if near else ""
    return Message(f"pack.unknown_{reference.what}", {"name": reference.name, "hint": hint})
