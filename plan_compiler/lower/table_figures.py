"""The figures of a data table as they are printed: as written; those that are computed, like their neighbours."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.link.linked import LinkedPlan, LinkedTable, Unknown
from plan_compiler.link.tables.linked import LinkedCell
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity


class FigureStyle(Struct, frozen=True):
    """How computed figures of a table are printed.

    `grouped`: with thousands separators; `parentheses`: what stands around a negative figure, "" for a minus sign.
    `decimals` are those of columns whose figures are exact.
    """

    linked: LinkedPlan
    table: LinkedTable
    grouped: bool
    parentheses: str
    decimals: dict[str, int]

    @staticmethod
    def of(linked: LinkedPlan, table: LinkedTable) -> "FigureStyle":
        """The style that the written figures of the table have."""
        written = list(_written(table))
        negative = next((number.text for _, number in written if number.text.startswith(("(", "（"))), "")
        decimals: dict[str, int] = {}
        for column, number in written:
            decimals[column] = max(decimals.get(column, 0), number.decimals)
        grouped = any("," in number.text or "，" in number.text for _, number in written)
        return FigureStyle(
            linked, table, grouped, f"{negative[0]}{_CLOSING[negative[0]]}" if negative else "", decimals
        )

    def text(self, cell: LinkedCell) -> str:
        """The text of a cell; "" for a blank, and for a figure that cannot be computed."""
        match cell.written:
            case Number(text=text) | (str() as text):
                return text
        result = self.linked.figures[cell.key].result
        return "" if isinstance(result, Unknown) else self._computed(result, cell)

    def _computed(self, quantity: Quantity, cell: LinkedCell) -> str:
        columns, table = self.table.grid.columns, self.table.grid.table
        declared = columns[cell.column].decimals
        decimals = table.decimals if declared is None else declared
        if decimals is None and quantity.decimals is None:
            decimals = self.decimals.get(cell.column)
        text = plain(quantity if decimals is None else replace(quantity, decimals=decimals))
        sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
        if self.grouped and quantity.nominal is not None:
            whole, point, fraction = digits.partition(".")
            digits = f"{int(whole):,}{point}{fraction}"
        return f"{self.parentheses[0]}{digits}{self.parentheses[1]}" if sign and self.parentheses else sign + digits


_CLOSING = {"(": ")", "（": "）"}


def _written(table: LinkedTable) -> Iterator[tuple[str, Number]]:
    for cell in table.cells.values():
        if isinstance(cell.written, Number):
            yield cell.column, cell.written
