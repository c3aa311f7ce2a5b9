"""Cells of data tables that a figure of a text quotes: the same amount, with the names of row and column in its sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.quantity.mention import Mention, admits
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import plain

_SHORTEST = 2
"""How many characters the title of a row has at least that is looked for in a sentence."""

_REACH = 24
"""How far before a figure the title of its column may begin."""
_DIGIT = compiled(r"[0-9]")
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
        whose column it names too; the others only where the figure is `telling` enough to stand for one thing; and so where the column is named right before it, and
        no row (the sum of all rows: 其中市级财政73500万元; the only row: 2027年安排79477万元). None for several.
        """
        alike = self.by_amount.get(_amount(told.mention.quantity), ())
        if told.mention.quantity.nominal is None or not alike:
            return None
        sentence = plain(told.run.text[sentence_start(told.run.text, told.start) : told.end] + told.after)
        named = [cell for cell in alike if cell.row in sentence and _agrees(told.mention, cell.value)]
        years = _years(sentence, told.language)
        picked = [cell for cell in named if (cell.year in years if cell.year else cell.column in sentence)]
        open_ = [cell for cell in named if telling and (not cell.year or not years)]
        beside = [cell for cell in alike if telling and _is_beside(told, cell)] if not named else []
        for found in (picked, open_, beside):
            if found:
                return found[0].key if len(found) == 1 else None
        return None


def _is_beside(told: Told, cell: _Cell) -> bool:
    """Whether the words between the figure before and a figure name the column of a cell that agrees with it."""
    before = plain(told.run.text[max(sentence_start(told.run.text, told.start), told.start - _REACH) : told.start])
    if cell.year:
        _, said, behind = before.rpartition(cell.year)
        return bool(said) and _agrees(told.mention, cell.value) and _DIGIT.search(behind) is None
    *_, behind = _DIGIT.split(before)
    return len(cell.column) >= _SHORTEST and cell.column in behind and _agrees(told.mention, cell.value)


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
