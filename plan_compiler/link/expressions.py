"""The expression language: a whitelisted subset of Python's grammar, as a closed tree. Never evaluated by Python."""

from dataclasses import dataclass
from typing import TypeAlias

from plan_compiler.quantity.number import Number

Extent: TypeAlias = tuple[int, int]
"""Code-point offsets into the expression's text."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, re-read from the source as it is printed."""

    number: Number
    at: Extent


@dataclass(frozen=True, slots=True)
class Name:
    """An id, the printed name of an indicator, or `self`."""

    id: str
    at: Extent


@dataclass(frozen=True, slots=True)
class At:
    """``x[2025]``: an indicator's value in a year."""

    base: Name
    year: int
    at: Extent


@dataclass(frozen=True, slots=True)
class Field:
    """``x.total``."""

    base: Name
    name: str
    at: Extent


@dataclass(frozen=True, slots=True)
class Negative:
    """``-x``."""

    operand: "Expr"
    at: Extent


@dataclass(frozen=True, slots=True)
class Binary:
    """``a + b``, ``-``, ``*``, ``/``."""

    operator: str
    left: "Expr"
    right: "Expr"
    at: Extent


@dataclass(frozen=True, slots=True)
class Compare:
    """``a == b``, ``<``, ``<=``, ``>``, ``>=``, ``!=``: only at the top of an assertion."""

    operator: str
    left: "Expr"
    right: "Expr"
    at: Extent


@dataclass(frozen=True, slots=True)
class Call:
    """A call of one of the few functions."""

    function: str
    arguments: "tuple[Expr, ...]"
    at: Extent


Expr: TypeAlias = Literal | Name | At | Field | Negative | Binary | Compare | Call
