"""Both versions side by side: what the parts of the comparison share."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import Change, Entity, Pairing, Renamed
from plan_compiler.diff.entities import Node
from plan_compiler.link.linked import LinkedPlan, Symbol
from plan_compiler.link.why import parted


class Versions(Struct, frozen=True):
    """Both linked plans, which entity is which, and the entities of the new version by their places.

    `renamed` has the new id of every entity that has another one.
    """

    old: LinkedPlan
    new: LinkedPlan
    pairing: Pairing
    renamed: Mapping[str, str]
    places: Mapping[NodePath, Entity]

    def new_key(self, key: str) -> str:
        """The key of a figure of the old version, as the new one would name it."""
        if not self.renamed:
            return key
        start = len("count(") if key.startswith("count(") else 0
        for end in range(len(key), start, -1):
            if (end == len(key) or key[end] in "[.)") and (other := self.renamed.get(key[start:end])) is not None:
                return f"{key[:start]}{other}{key[end:]}"
        return key

    def owner(self, key: str) -> Symbol | None:
        """What a figure of the new version is a figure of, if that was in the old version too."""
        symbol = owner_of(self.new, key)
        return symbol if symbol is not None and self.pairing.to_old.get(symbol.path) is not None else None

    def entity(self, symbol: Symbol | None) -> Entity | None:
        """The entity of a symbol; None for a figure that is defined in a text."""
        return None if symbol is None else self.places.get(symbol.path)


def versions_of(
    old: LinkedPlan, new: LinkedPlan, changes: Sequence[Change], pairing: Pairing, after: Sequence[Node]
) -> Versions:
    """Both versions; `after` are the entities of the new one."""
    renamed = {c.old.id: c.new.id for c in changes if isinstance(c, Renamed) and c.old.id and c.new.id}
    return Versions(old, new, pairing, renamed, {node.place: node.entity for node in after})


def owner_of(linked: LinkedPlan, key: str) -> Symbol | None:
    """The symbol that a key begins with: of a cell its row, else its table."""
    base, rest = parted(key)
    row, _ = parted(rest[1:])
    return linked.symbols.by_id.get(f"{base}.{row}") or linked.symbols.by_id.get(base)
