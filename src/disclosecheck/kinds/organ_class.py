"""Which deadline of article 49 an organ has: that of governments, that of their departments, or none."""

from collections.abc import Sequence

import msgspec


class OrganClasses(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Endings of organs' names; townships and streets have no day of their own in the Regulation."""

    townships: tuple[str, ...]
    offices: tuple[str, ...]  # of governments: departments, though a government's name stands in theirs
    governments: tuple[str, ...]
    departments: tuple[str, ...]


def class_of(organ: str | None, classes: OrganClasses) -> str | None:
    """`township`, `government` or `department`; None where the name does not tell."""
    if organ is None:
        return None
    name = _without_note(organ)
    kinds: Sequence[tuple[str, tuple[str, ...]]] = (
        ("township", classes.townships),
        ("department", classes.offices),
        ("government", classes.governments),
        ("department", classes.departments),
    )
    return next((kind for kind, endings in kinds if name.endswith(endings)), None)


def _without_note(organ: str) -> str:
    """贵阳市人民政府(市人民政府办公厅) without what stands in brackets behind it."""
    name = organ.strip()
    if name.endswith((")", "）")):
        name = name[: max(name.rfind("("), name.rfind("（"))]
    return name
