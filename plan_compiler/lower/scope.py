"""What every part of lowering needs to know: the linked plan, the words of its language, and what is gathered."""

from collections.abc import Iterator
from itertools import count

from msgspec import Struct, field

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.nodes import DataSet
from plan_compiler.language.vocabulary import Words
from plan_compiler.link.linked import LinkedPlan


class Scope(Struct, frozen=True):
    """The plan being lowered. `notes` numbers footnotes in the order they are met; `datasets` gathers those of tables.

    Lowering goes through the plan in printed order, so both come out in that order.
    """

    linked: LinkedPlan
    words: Words
    notes: Iterator[int] = field(default_factory=lambda: count(1))
    datasets: list[DataSet] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)

    @staticmethod
    def of(linked: LinkedPlan) -> "Scope":
        """A new scope."""
        return Scope(linked, linked.words)

    def label(self, path: NodePath) -> str:
        """The printed number of the node at `path`, "" without one."""
        label = self.linked.labels.get(path)
        return label.printed if label else ""

    def anchor(self, entity_id: str | None, path: NodePath) -> str:
        """The anchor of the node at `path`: its id where it is the id's owner, else a name that no id can have."""
        symbol = self.linked.symbols.by_id.get(entity_id) if entity_id else None
        return symbol.id if symbol and symbol.path == path else "-".join(map(str, path))

    def target(self, entity_id: str) -> str | None:
        """The anchor that a reference to `entity_id` leads to; None where it leads nowhere."""
        symbol = self.linked.symbols.by_id.get(entity_id)
        return symbol.id if symbol else None
