"""What only follows from a wrong figure in the text refers to the finding that says which figure is wrong."""

from disclosecheck.engine.judged import Judged


def follow_suspects(judged: list[Judged]) -> list[Judged]:
    """Let a failure refer to the first other one that doubts a figure it rests on.

    A sum of parts, a percentage, a change against last year: each fails with the figure that the table denies.
    """
    doubted: dict[str, str] = {}
    for item in judged:
        if item.verdict.outcome == "fail":
            for figure in item.verdict.doubts:
                doubted.setdefault(figure, item.because_of or item.name)
    return [_follow(item, doubted) for item in judged] if doubted else judged


def _follow(item: Judged, doubted: dict[str, str]) -> Judged:
    if item.because_of is not None or item.verdict.outcome not in ("fail", "review"):
        return item
    owner = next((doubted[figure] for figure in item.verdict.suspects if figure in doubted), None)
    return item.following(owner) if owner is not None and owner != item.name else item
