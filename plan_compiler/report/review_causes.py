"""Why a computed figure changed: the figures that it is made of, those that moved it most first."""

from collections.abc import Mapping

from msgspec import Struct

from plan_compiler.diff.figures import Cause, FigureChange, difference
from plan_compiler.diff.versions import owner_of
from plan_compiler.link.linked import FigureNode, Result, SymbolKind
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rational import Fraction
from plan_compiler.report.review_rows import MOST_CELLS, column_title
from plan_compiler.report.revision import Revision
from plan_compiler.report.terminal import fitted
from plan_compiler.report.wording import Speaker
from plan_compiler.rules.sums.tables import cell_of, names


def cause_name(cause: Cause, revision: Revision, speaker: Speaker) -> str:
    """What a figure is called by which another one changed: a row and its column, a project and its amount, a fact by its id."""
    linked = revision.old.linked if cause.is_old else revision.new.linked
    if (found := cell_of(linked, cause.key)) is not None:
        own = names(*found)
        return f"{own['row']} {own['column']}"
    symbol = owner_of(linked, cause.key)
    if symbol is None or not symbol.name or cause.key == symbol.id or cause.key.startswith("count("):
        return cause.key
    field = cause.key.removeprefix(symbol.id).strip("[].")
    name = symbol.id if symbol.kind is SymbolKind.PROJECT else fitted(symbol.name, MOST_CELLS)
    return f"{name} {column_title(linked, field, speaker)}"


class Causes(Struct, frozen=True):
    """The causes of changes in order: what moved the figure most comes first, and last the parts of a project that was split, or put together,
    which leave it as it was.

    `before` has what a changed figure was, by its key in the new version; `level` the ids of such projects.
    """

    revision: Revision
    before: Mapping[str, Result]
    level: frozenset[str]

    @staticmethod
    def of(revision: Revision) -> "Causes":
        """Those of a revision."""
        changes = revision.changes
        entities = [entity for split in changes.splits for entity in (split.old, *split.parts)]
        entities += [entity for merger in changes.mergers for entity in (merger.new, *merger.parts)]
        level = {entity.id for entity in entities if entity.id}
        return Causes(revision, {figure.key: figure.before for figure in changes.figures}, frozenset(level))

    def told(self, change: FigureChange) -> tuple[Cause, ...]:
        """The causes of one change."""
        return tuple(
            sorted(change.causes, key=lambda cause: (cause.key.partition(".")[0] in self.level, -self._size(cause)))
        )

    def _size(self, cause: Cause) -> Fraction:
        """By how much a cause changed, or what came or went with it, in the scale of its unit."""
        old, new = self.revision.old.linked.figures, self.revision.new.linked.figures
        now = None if cause.is_old else _known(new.get(cause.key))
        was = _known(old.get(cause.key)) if cause.is_old else self.before.get(cause.key)
        between = difference(was, now) if isinstance(was, Quantity) and now is not None else None
        amount = between.amount if between is not None else now or was
        if not isinstance(amount, Quantity) or amount.nominal is None:
            return Fraction(0)
        return abs(amount.nominal * amount.unit.factor)


def _known(node: FigureNode | None) -> Quantity | None:
    return node.result if node is not None and isinstance(node.result, Quantity) else None
