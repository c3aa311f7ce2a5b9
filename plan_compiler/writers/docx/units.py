"""Lengths: millimetres and points of the theme as the whole numbers of WordprocessingML."""

from plan_compiler.writers.docx.wordml import Indent
from plan_compiler.writers.look import Style


def twips_of_mm(millimetres: float) -> int:
    """1/20 pt."""
    return round(millimetres * 1440 / 25.4)


def twips(points: float) -> int:
    """1/20 pt."""
    return round(points * 20)


def indent(characters: float, style: Style) -> Indent | None:
    """An indent of so many `characters` of `style`; None for none."""
    return Indent(round(characters * 100), twips(characters * style.size)) if characters else None


def half_points(points: float) -> int:
    """Sizes of type."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Widths of rules, which Word holds to 2 to 96 eighths of a point."""
    return min(96, max(2, round(points * 8))) if points > 0 else 0
