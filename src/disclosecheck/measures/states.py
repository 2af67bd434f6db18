"""Whether rows count, a byte a row: no, perhaps (a cell cannot be read), yes. A million rows are combined at once."""

from collections.abc import Iterable, Sequence

NO, MAYBE, YES = 0, 1, 3  # so that the bits of two states, joined by `and`, are the lesser of them

_ONLY_YES = bytes(int(state == YES) for state in range(256))
_NOT_NO = bytes(int(state != NO) for state in range(256))
_OPPOSITE = bytes({NO: YES, YES: NO}.get(state, state) for state in range(256))


def all_yes(size: int) -> bytes:
    return bytes((YES,)) * size


def both(one: bytes, other: bytes) -> bytes:
    """What two demands say of each row together."""
    return (int.from_bytes(one, "little") & int.from_bytes(other, "little")).to_bytes(len(one), "little")


def all_of(masks: Iterable[bytes], size: int) -> bytes:
    joined = all_yes(size)
    for mask in masks:
        joined = both(joined, mask)
    return joined


def neither(masks: Iterable[bytes], size: int) -> bytes:
    """Rows to which none of these applies."""
    return all_of((mask.translate(_OPPOSITE) for mask in masks), size)


def pairs(counting: bytes, holding: bytes) -> dict[tuple[int, int], int]:
    """How many rows there are of each pair of states."""
    size = len(counting)
    joined = (int.from_bytes(counting, "little") << 2 | int.from_bytes(holding, "little")).to_bytes(size + 1, "little")
    joined = joined[:size]
    return {(one, other): joined.count(one << 2 | other) for one in (NO, MAYBE, YES) for other in (NO, MAYBE, YES)}


def certain(states: bytes) -> bytes:
    """1 for the rows that count, to go with itertools.compress."""
    return states.translate(_ONLY_YES)


def possible(states: bytes) -> bytes:
    """1 for the rows that count or may count."""
    return states.translate(_NOT_NO)


def looked_up(column: Sequence[int], states: dict[int, int]) -> bytes:
    """The state of each row by its cell; every cell's value has an entry."""
    return bytes(map(states.__getitem__, column))
