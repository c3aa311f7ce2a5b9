"""The expression language: a whitelisted subset of Python's grammar, as a closed tree. Never evaluated by Python."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias, assert_never

from msgspec import Struct

from plan_compiler.quantity.number import Number

Extent: TypeAlias = tuple[int, int]
"""Code-point offsets into the expression's text."""


class Literal(Struct, frozen=True):
    """A number, re-read from the source as it is printed. It stands for exactly that value: 2 is no 1.5 to 2.5."""

    number: Number
    at: Extent


class Name(Struct, frozen=True):
    """An id, the printed name of an indicator, or `self`."""

    id: str
    at: Extent


class At(Struct, frozen=True):
    """``x[2025]``: an indicator's value in a year."""

    base: Name
    year: int
    at: Extent


class Field(Struct, frozen=True):
    """``x.total``; in a formula of a data table ``row.column``."""

    base: Name
    name: str
    at: Extent


class Cell(Struct, frozen=True):
    """``table.row.column``, ``table.row[2025]``: a figure of a data table."""

    base: Name
    row: str
    column: str
    at: Extent


class Negative(Struct, frozen=True):
    """``-x``."""

    operand: "Expr"
    at: Extent


class Binary(Struct, frozen=True):
    """``a + b``, ``-``, ``*``, ``/``."""

    operator: str
    left: "Expr"
    right: "Expr"
    at: Extent


class Compare(Struct, frozen=True):
    """``a == b``, ``<``, ``<=``, ``>``, ``>=``, ``!=``: only at the top of an assertion."""

    operator: str
    left: "Expr"
    right: "Expr"
    at: Extent


class Call(Struct, frozen=True):
    """A call of one of the few functions."""

    function: str
    arguments: "tuple[Expr, ...]"
    at: Extent


Expr: TypeAlias = Literal | Name | At | Field | Cell | Negative | Binary | Compare | Call

Reference: TypeAlias = Name | At | Field | Cell

FUNCTIONS: Mapping[str, tuple[int, int | None]] = MappingProxyType(
    {
        "sum": (1, None),
        "min": (1, None),
        "max": (1, None),
        "average": (1, None),
        "count": (1, 1),
        "share": (2, 2),
        "growth": (2, 2),
        "cagr": (2, 3),
        "per_year": (1, 2),
    }
)
"""The functions of the language: how many arguments each takes, at least and at most (None: any number)."""


def children(expr: Expr) -> tuple[Expr, ...]:
    """The expressions that `expr` is made of, left to right; the name below a reference is a part of it."""
    match expr:
        case Literal() | Name() | At() | Field() | Cell():
            return ()
        case Negative():
            return (expr.operand,)
        case Binary() | Compare():
            return (expr.left, expr.right)
        case Call():
            return expr.arguments
        case _:
            assert_never(expr)


def walk(expr: Expr) -> Iterator[Expr]:
    """`expr` and everything in it, in the order of the text."""
    stack = [expr]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(children(node)))


def written(expr: Expr) -> str:
    """`expr` written out, the same for expressions that differ only in layout."""
    parts = [written(child) for child in children(expr)]
    match expr:
        case Literal():
            text = expr.number.text
        case Name():
            text = expr.id
        case At():
            text = f"{expr.base.id}[{expr.year}]"
        case Field():
            text = f"{expr.base.id}.{expr.name}"
        case Cell():
            column = f"[{expr.column}]" if expr.column.isdigit() else f".{expr.column}"
            text = f"{expr.base.id}.{expr.row}{column}"
        case Negative():
            text = f"-{parts[0]}"
        case Binary() | Compare():
            text = f"({parts[0]} {expr.operator} {parts[1]})"
        case Call():
            text = f"{expr.function}({', '.join(parts)})"
        case _:
            assert_never(expr)
    return text
