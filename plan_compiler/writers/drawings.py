"""SVG drawings: which of them can be shown, and how large they ask to be."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from plan_compiler.patterns import compiled

if TYPE_CHECKING:
    from lxml import etree

MAX_DRAWN = 100_000
"""Elements that a drawing may draw, each counted as often as something refers to it."""
_MAX_CHAIN = 300
_SVG = "{http://www.w3.org/2000/svg}svg"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_LOCAL_URL = compiled(r"""url\(\s*["']?#([^)"'\s]+)""")
_LENGTH = compiled(r"([0-9]{0,7}(?:\.[0-9]{1,9})?)(px|pt|pc|mm|cm|in|)")
_PIXELS: Mapping[str, float] = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}


def parse_drawing(data: bytes) -> "etree._Element | None":
    """The root of an SVG that every format can show, else None.

    Refused are a document type (entities can make a small file endless), references to anything outside the file, and
    references that run in a circle or multiply beyond MAX_DRAWN.
    """
    from lxml import etree

    # In UTF-16 every second byte of these is zero.
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root.tag != _SVG or any(_points_outside(element) for element in root.iter("*")):
        return None
    return root if _Count(root).drawn(root, 0) <= MAX_DRAWN else None


def drawn_size(root: "etree._Element") -> tuple[float, float]:
    """The size in CSS pixels that a drawing asks for, else that of its view box; (0, 0) without either."""
    size = _pixels(root.get("width", "")), _pixels(root.get("height", ""))
    box = root.get("viewBox", "").replace(",", " ").split()
    return (_pixels(box[2]), _pixels(box[3])) if 0 in size and len(box) == 4 else size


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length.strip())
    return float(match[1]) * _PIXELS[match[2]] if match and match[1] else 0


def _points_outside(element: "etree._Element") -> bool:
    hrefs = (element.get(name, "#") for name in _HREFS)
    return any(not href.lstrip().startswith(("#", "data:")) for href in hrefs)


class _Count:
    """How many elements are drawn where one is: itself, those inside it, and those that it refers to."""

    def __init__(self, root: "etree._Element") -> None:
        self._by_id = {e.get("id", ""): e for e in root.iter("*") if e.get("id")}
        self._known: dict[etree._Element, int] = {}

    def drawn(self, element: "etree._Element", depth: int) -> int:
        """The count for `element`; more than MAX_DRAWN where references run in a circle."""
        if depth > _MAX_CHAIN:
            return MAX_DRAWN + 1
        if element not in self._known:
            # Known while it is being counted as too much: a reference back to it is a circle.
            self._known[element] = MAX_DRAWN + 1
            inner = (*element.iterchildren("*"), *self._referred(element))
            self._known[element] = min(MAX_DRAWN + 1, 1 + sum(self.drawn(one, depth + 1) for one in inner))
        return self._known[element]

    def _referred(self, element: "etree._Element") -> Iterator["etree._Element"]:
        values = [str(value) for value in element.values()]
        names = [id for value in values for id in _LOCAL_URL.findall(value)]
        if str(element.tag).rpartition("}")[2] == "use":
            names += [element.get(name, "#").strip()[1:] for name in _HREFS]
        return (self._by_id[name] for name in names if name in self._by_id)
