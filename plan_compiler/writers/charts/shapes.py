"""What drawings are made of. Lengths are points as text, for a template to print; an `ink` is a name of the palette."""

from collections.abc import Iterable
from typing import ClassVar, Literal, TypeAlias

from msgspec import Struct

Anchor: TypeAlias = Literal["start", "middle", "end"]
Ink: TypeAlias = str
"""A colour of the palette by its name, or ``series-1``, ``series-2`` … for those of a chart."""


class Block(Struct, frozen=True):
    """A filled rectangle."""

    kind: ClassVar[str] = "block"
    x: str
    y: str
    width: str
    height: str
    ink: Ink


class Area(Struct, frozen=True):
    """A filled polygon."""

    kind: ClassVar[str] = "area"
    points: str
    ink: Ink


class Stroke(Struct, frozen=True):
    """A line through `points`, dashed or not."""

    kind: ClassVar[str] = "stroke"
    points: str
    width: str
    ink: Ink
    dashed: bool


class Dot(Struct, frozen=True):
    """A point of a line; hollow for what is not measured but aimed at."""

    kind: ClassVar[str] = "dot"
    x: str
    y: str
    radius: str
    ink: Ink
    hollow: bool


class Words(Struct, frozen=True):
    """A line of text on its base line."""

    kind: ClassVar[str] = "words"
    x: str
    y: str
    text: str
    anchor: Anchor
    ink: Ink
    bold: bool


Shape: TypeAlias = Block | Area | Stroke | Dot | Words


class Drawing(Struct, frozen=True):
    """A drawing of `width` by `height` points."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def points(*places: tuple[float, float]) -> str:
    """The places of a polygon or line as SVG has them."""
    return " ".join(f"{length(x)},{length(y)}" for x, y in places)


def length(value: float) -> str:
    """Points to a hundredth: what no eye can tell apart is the same text on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def block(x: float, y: float, width: float, height: float, ink: Ink) -> Block:
    """A rectangle, from numbers."""
    return Block(length(x), length(y), length(width), length(height), ink)


def stroke(places: Iterable[tuple[float, float]], width: float, ink: Ink, *, dashed: bool = False) -> Stroke:
    """A line, from numbers."""
    return Stroke(points(*places), length(width), ink, dashed)


def dot(x: float, y: float, radius: float, ink: Ink, *, hollow: bool) -> Dot:
    """A point, from numbers."""
    return Dot(length(x), length(y), length(radius), ink, hollow)


def words(
    at: tuple[float, float], text: str, ink: Ink = "text", *, anchor: Anchor = "start", bold: bool = False
) -> Words:
    """A text, from numbers."""
    return Words(length(at[0]), length(at[1]), text, anchor, ink, bold)
