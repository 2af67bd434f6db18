"""Words that a text must hold before a pattern can match it: cheap to ask, so that most patterns are never compiled."""

Needs = tuple[tuple[tuple[str, ...], ...], ...]
# Ways to match: of one of them a word of every group stands in the text, in the order of the groups and none over
# another. Empty where nothing is known of the pattern.


def may_match(needs: Needs, text: str) -> bool:
    """Whether the pattern is worth asking about this text."""
    return not needs or any(_in_order(groups, text) for groups in needs)


def _in_order(groups: tuple[tuple[str, ...], ...], text: str) -> bool:
    place = 0
    for group in groups:
        ends = [start + len(word) for word in group if (start := text.find(word, place)) >= 0]
        if not ends:
            return False
        place = min(ends)
    return True
