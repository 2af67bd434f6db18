"""One gap is one finding: who reports first that something is not there owns it, the others merely lack it.

Packs list the rules about presence before those that need what is present.
"""

from disclosecheck.engine.judged import Judged


def attribute_gaps(judged: list[Judged]) -> list[Judged]:
    """Findings all of whose gaps were reported before become consequences of the first that reported one."""
    owners: dict[str, str] = {}
    attributed: list[Judged] = []
    for item in judged:
        absent = item.verdict.absent
        if absent and all(place in owners for place in absent):
            attributed.append(item.following(owners[absent[0]]))
            continue
        for place in absent:
            owners.setdefault(place, item.name)
        attributed.append(item)
    return attributed
