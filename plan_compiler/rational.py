"""Exact fractions. Type checkers see `fractions.Fraction`; what runs is quicktions, the same class compiled.

Sums, comparisons and roundings of a large plan are a million operations on fractions, each of which takes a seventh of the time.
Never give it a text: up to 1.24 a text of one character is written into the interpreter's own b"\\0", which is another byte from then on.
Texts are read by `plan_compiler.quantity.number`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction
else:
    from quicktions import Fraction

__all__ = ["Fraction"]
