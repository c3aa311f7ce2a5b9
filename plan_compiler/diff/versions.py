"""Both versions side by side: what the parts of the comparison share."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import Change, Entity, EntityKind, Pairing, Renamed
from plan_compiler.diff.entities import Node
from plan_compiler.link.linked import LinkedPlan, Symbol
from plan_compiler.link.tables.grid import GridRow
from plan_compiler.link.why import parted


class Versions(Struct, frozen=True):
    """Both linked plans, which entity is which, and the entities of the new version by their places.

    `renamed` has the new id of every entity that has another one. `rows` has the rows of data tables by what the keys of
    their cells begin with in the old version (``budget.loans``, ``budget.#4``): what they begin with in the new one where
    that is something else, None where the row is gone.
    """

    old: LinkedPlan
    new: LinkedPlan
    pairing: Pairing
    renamed: Mapping[str, str]
    places: Mapping[NodePath, Entity]
    rows: Mapping[str, str | None]

    def new_key(self, key: str) -> str | None:
        """The key of a figure of the old version, as the new one would name it; None for a cell of a row that is gone."""
        if not self.renamed and not self.rows:
            return key
        start = len("count(") if key.startswith("count(") else 0
        for end in range(len(key), start, -1):
            if end < len(key) and key[end] not in "[.)":
                continue
            name = key[start:end]
            if name in self.rows and self.rows[name] is None:
                return None
            other = self.rows.get(name) or self.renamed.get(name)
            if other is not None:
                return f"{key[:start]}{other}{key[end:]}"
        return key

    def owner(self, key: str) -> Symbol | None:
        """What a figure of the new version is a figure of, if that was in the old version too."""
        symbol = owner_of(self.new, key)
        return symbol if symbol is not None and self.pairing.to_old.get(symbol.path) is not None else None

    def is_of_new_row(self, key: str) -> bool:
        """Whether a figure of the new version is a cell of a row that is new."""
        cell = cell_at(self.new, key)
        return cell is not None and cell[0].path not in self.pairing.to_old

    def entity(self, symbol: Symbol | None) -> Entity | None:
        """The entity of a symbol; None for a figure that is defined in a text."""
        return None if symbol is None else self.places.get(symbol.path)


def versions_of(
    old: LinkedPlan, new: LinkedPlan, changes: Sequence[Change], pairing: Pairing, after: Sequence[Node]
) -> Versions:
    """Both versions; `after` are the entities of the new one."""
    renamed = {c.old.id: c.new.id for c in changes if isinstance(c, Renamed) and c.old.id and c.new.id}
    places = {node.place: node.entity for node in after}
    return Versions(old, new, pairing, renamed, places, dict(_other_rows(old, new, pairing)))


def _other_rows(old: LinkedPlan, new: LinkedPlan, pairing: Pairing) -> Iterator[tuple[str, str | None]]:
    now = _names_of_rows(new)
    for name, row in _rows(old):
        other = now.get(pairing.to_new.get(row.path, ()))
        if other != name:
            yield name, other


def _rows(linked: LinkedPlan) -> Iterator[tuple[str, GridRow]]:
    """The rows of all data tables, by what the keys of their cells begin with."""
    for table in linked.tables.values():
        for row in table.grid.rows:
            yield f"{table.id}.{row.name}", row


def figures_of(linked: LinkedPlan, entity: Entity) -> str | None:
    """What the keys of the figures of an entity begin with: its id, or that of its table and the name of the row."""
    if entity.kind is EntityKind.ROW:
        return _names_of_rows(linked).get(entity.home)
    return entity.id or None


@lru_cache(maxsize=2)
def _names_of_rows(linked: LinkedPlan) -> Mapping[NodePath, str]:
    return {row.path: name for name, row in _rows(linked)}


def cell_at(linked: LinkedPlan, key: str) -> tuple[GridRow, str] | None:
    """The row and the column of a figure that stands in a data table."""
    table = linked.tables.get(key.partition(".")[0])
    cell = table.cells.get(key) if table else None
    return (table.row(cell), cell.column) if table and cell else None


def owner_of(linked: LinkedPlan, key: str) -> Symbol | None:
    """The symbol that a key begins with: of a cell its row, else its table."""
    base, rest = parted(key)
    row, _ = parted(rest[1:])
    return linked.symbols.by_id.get(f"{base}.{row}") or linked.symbols.by_id.get(base)
