"""Cells of data tables that a figure of a text quotes: the same amount, with the names of row and column in its sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.quantity.mention import Mention, admits
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import plain

_SHORTEST = 2
"""How many characters the title of a row has at least that is looked for in a sentence."""

_Amount: TypeAlias = tuple[Fraction, tuple[tuple[str, int], ...]]


class _Cell(Struct, frozen=True):
    """A cell: the titles that pick it, and the year in that of its column."""

    key: str
    row: str
    column: str
    year: str
    value: Quantity


class QuotedCells(Struct, frozen=True):
    """The cells of a plan's data tables by their amounts, whatever unit these are in."""

    by_amount: Mapping[_Amount, Sequence[_Cell]]

    @staticmethod
    def of(linked: LinkedPlan) -> "QuotedCells":
        """The cells of `linked` that have a figure and stand in a row with a name."""
        found: defaultdict[_Amount, list[_Cell]] = defaultdict(list)
        for table in linked.tables.values():
            for cell in table.cells.values():
                value, row = linked.figures[cell.key].result, plain(table.row(cell).row.title).strip()
                if isinstance(value, Quantity) and value.nominal is not None and len(row) >= _SHORTEST:
                    column = plain(table.grid.columns[cell.column].title).strip()
                    years = YEAR.findall(column)
                    year = years[0] if len(years) == 1 else ""
                    found[_amount(value)].append(_Cell(cell.key, row, column, year, value))
        return QuotedCells(found)

    def key(self, told: Told, *, telling: bool) -> str | None:
        """The key of the only cell that `told` may quote: of those that agree with it and whose row its sentence names, the ones
        whose column it names too; the others only where the figure is `telling` enough to stand for one thing. None for several.
        """
        alike = self.by_amount.get(_amount(told.mention.quantity), ())
        if told.mention.quantity.nominal is None or not alike:
            return None
        sentence = plain(told.run.text[sentence_start(told.run.text, told.start) : told.end] + told.after)
        named = [cell for cell in alike if cell.row in sentence and _agrees(told.mention, cell.value)]
        years = _years(sentence, told.language)
        picked = [cell for cell in named if (cell.year in years if cell.year else cell.column in sentence)]
        open_ = [cell for cell in named if telling and (not cell.year or not years)]
        for found in (picked, open_):
            if found:
                return found[0].key if len(found) == 1 else None
        return None


def _years(sentence: str, language: str) -> set[str]:
    """The years that a sentence tells of, and does not compare with: 比2025年增加9000张."""
    compared = words(language).discourse.compared
    found = YEAR.finditer(sentence)
    return {match[0] for match in found if not sentence[: match.start()].rstrip().endswith(compared)}


def _amount(quantity: Quantity) -> _Amount:
    return (quantity.nominal or Fraction(0)) * quantity.unit.factor, quantity.unit.dimension


def _agrees(mention: Mention, value: Quantity) -> bool:
    try:
        return admits(mention, value, printed=True)
    except UnitMismatchError:
        return False
