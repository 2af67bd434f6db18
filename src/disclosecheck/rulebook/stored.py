"""The catalogue as bytes from which a run decodes what it needs: one pack of many, none of the names of figures."""

from collections.abc import Collection, Iterator, Mapping
from typing import Generic, TypeVar

import msgspec

from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.registry import FactName
from disclosecheck.model.rule import RulePack

T = TypeVar("T")


class _Copy(msgspec.Struct, frozen=True):
    """`rest` is the catalogue without what stands beside it."""

    state: str
    rest: msgspec.Raw
    facts: dict[str, msgspec.Raw]
    packs: dict[str, msgspec.Raw]


class Stored(Mapping[str, T], Generic[T]):
    """Values by name, each decoded when it is first asked for."""

    def __init__(self, entries: Mapping[str, msgspec.Raw], type_: type[T]) -> None:
        self._entries = entries
        self._type = type_
        self._decoded: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._decoded:
            self._decoded[name] = msgspec.msgpack.decode(self._entries[name], type=self._type)
        return self._decoded[name]

    def decoded(self) -> Collection[str]:
        """The names that were asked for."""
        return self._decoded.keys()

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def encode(catalogue: Catalogue, state: str) -> bytes:
    """`state` tells what the catalogue was made of."""
    rest = msgspec.structs.replace(catalogue, facts={}, packs={})
    return msgspec.msgpack.encode(
        _Copy(
            state=state,
            rest=msgspec.Raw(msgspec.msgpack.encode(rest)),
            facts={name: msgspec.Raw(msgspec.msgpack.encode(fact)) for name, fact in catalogue.facts.items()},
            packs={name: msgspec.Raw(msgspec.msgpack.encode(pack)) for name, pack in catalogue.packs.items()},
        )
    )


def decode(data: bytes, state: str) -> Catalogue | None:
    """The catalogue, when it was made of what `state` says. Raises MsgspecError for bytes that are no such copy."""
    copy = msgspec.msgpack.decode(data, type=_Copy)
    if copy.state != state:
        return None
    rest = msgspec.msgpack.decode(copy.rest, type=Catalogue)
    return msgspec.structs.replace(rest, facts=Stored(copy.facts, FactName), packs=Stored(copy.packs, RulePack))
