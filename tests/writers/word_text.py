"""A Word document as plain values, to be compared with another: everything that is seen and everything it leads to.

Left out is only what a program is free to choose: ids, the names of bookmarks, bookmarks around nothing, where runs are cut, content
controls, and a thin empty line behind a paragraph at the end of a section or a cell. `loose` leaves out as well what no tracked change
can hold: the properties of sections, the alternative texts and widths of tables, and the page numbers that fields remember; and whether
the number of a caption is counted, since a deleted one is not.
"""

import re
from collections.abc import Iterator
from typing import Any

from tests.writers.word_changes import Element, W

_AMBIGUOUS = re.compile(
    "[\u00a7\u00a8\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203b\u2103-\u22ff\u2460-\u27bf]"
)
Value = Any


class Reader:
    """Reads one document; `notes` is its part of footnotes."""

    def __init__(self, document: Element, notes: Element, *, loose: bool) -> None:
        self._notes = {note.get(f"{W}id"): note for note in notes}
        self._loose = loose
        names = [mark.get(f"{W}name", "") for mark in document.iter(f"{W}bookmarkStart") if not _is_empty(mark)]
        self._names = {name: f"mark-{number}" for number, name in enumerate(names)}
        self._names |= {
            mark.get(f"{W}name", ""): "nothing" for mark in document.iter(f"{W}bookmarkStart") if _is_empty(mark)
        }
        self._lists: dict[str, int] = {}
        self._document = document

    def value(self) -> Value:
        (body,) = self._document
        return list(self._blocks(body))

    def _blocks(self, container: Element) -> Iterator[Value]:
        found: list[Value] = []
        for block in _unwrapped(container):
            if block.tag == f"{W}p":
                section = block.find(f"{W}pPr/{W}sectPr")
                paragraph = self._paragraph(block)
                paragraph = _GAP if paragraph == _SECTION_END else paragraph  # the gap that a part ends with, made thin
                if not (section is not None and paragraph == _GAP and found and found[-1][0] == "p"):
                    found.append(paragraph)
                if section is not None:
                    found.append(self._section(section))
            elif block.tag == f"{W}tbl":
                found.append(self._table(block))
            elif block.tag == f"{W}sectPr":
                found = _without_gap(found)
                found.append(self._section(block))
        yield from _without_gap(found) if container.tag == f"{W}tc" else found

    def _section(self, section: Element) -> Value:
        return ("section",) if self._loose else ("section", [(c.tag, sorted(c.items())) for c in section])

    def _table(self, table: Element) -> Value:
        properties = table.find(f"{W}tblPr")
        assert properties is not None
        loose = (f"{W}tblCaption", f"{W}tblDescription", f"{W}tblW") if self._loose else ()
        own = [(c.tag, sorted(c.items())) for c in properties if c.tag not in loose]
        grid = [[] if self._loose else sorted(c.items()) for c in table.iter(f"{W}gridCol")]
        return ("table", own, grid, [self._row(row) for row in table.findall(f"{W}tr")])

    def _row(self, row: Element) -> Value:
        properties = row.find(f"{W}trPr")
        own = [] if properties is None else [(c.tag, sorted(c.items())) for c in properties]
        return own, [self._cell(cell) for cell in row.findall(f"{W}tc")]

    def _cell(self, cell: Element) -> Value:
        properties = cell.find(f"{W}tcPr")
        loose = (f"{W}tcW",) if self._loose else ()
        own = [] if properties is None else [(c.tag, sorted(c.items())) for c in properties if c.tag not in loose]
        return own, list(self._blocks(cell))

    def _paragraph(self, paragraph: Element) -> Value:
        properties = paragraph.find(f"{W}pPr")
        kept = [] if properties is None else [c for c in properties if c.tag not in (f"{W}sectPr", f"{W}rPr")]
        return "p", [self._property(child) for child in kept], self._pieces(paragraph)

    def _property(self, child: Element) -> Value:
        number, level = child.find(f"{W}numId"), child.find(f"{W}ilvl")
        if number is None or level is None:
            return child.tag, sorted(child.items())
        own = number.get(f"{W}val", "")
        return child.tag, self._lists.setdefault(own, len(self._lists)), level.get(f"{W}val")

    def _pieces(self, paragraph: Element) -> list[Value]:
        """What is in the paragraph. The result of a field for a page is left out."""
        pieces: list[Value] = []
        of_page, depth = 0, 0
        for piece in self._inner(paragraph):
            depth += (piece == ("field", "begin")) - (piece == ("field", "end"))
            of_page = 0 if depth < of_page else of_page
            if not (self._loose and of_page and piece[0] == "char"):
                pieces.append(piece)
            if piece[0] == "code" and piece[1].startswith("PAGEREF"):
                of_page = depth
        return list(_without_counters(pieces)) if self._loose else pieces

    def _inner(self, element: Element) -> Iterator[Value]:
        for child in _unwrapped(element):
            match child.tag.removeprefix(W):
                case "r":
                    yield from self._run(child)
                case "hyperlink":
                    yield "link", self._name(child.get(f"{W}anchor", ""))
                    yield from self._inner(child)
                    yield ("link-end",)
                case "bookmarkStart":
                    if not _is_empty(child):
                        yield "mark", self._name(child.get(f"{W}name", ""))
                case "pPr" | "bookmarkEnd":
                    pass
                case other:
                    raise AssertionError(f"{other} in a paragraph")

    def _run(self, run: Element) -> Iterator[Value]:
        style = run.find(f"{W}rPr/{W}rStyle")
        hint = run.find(f"{W}rPr/{W}rFonts")
        named = "" if style is None else style.get(f"{W}val", "")
        for child in run:
            match child.tag.removeprefix(W):
                case "t":
                    for char in (child.text or "").replace("\u00a0", ""):  # room beside figures: layout, no text
                        yield "char", char, named, hint is not None and bool(_AMBIGUOUS.match(char))
                case "instrText":
                    words = (child.text or "").split()
                    yield "code", " ".join(self._name(word) for word in words)
                case "fldChar":
                    yield "field", child.get(f"{W}fldCharType")
                case "footnoteReference":
                    note = self._notes[child.get(f"{W}id")]
                    yield "note", [self._paragraph(paragraph) for paragraph in note.iter(f"{W}p")]
                case "drawing":
                    (picture,) = (e for e in child.iter() if e.tag.endswith("}docPr"))
                    (extent,) = (e for e in child.iter() if e.tag.endswith("}extent"))
                    yield "picture", picture.get("descr"), sorted(extent.items())
                case "rPr":
                    pass
                case other:
                    yield (other,)

    def _name(self, name: str) -> str:
        return self._names.get(name, name)


def _is_empty(bookmark: Element) -> bool:
    following = bookmark.getnext()
    return following is not None and following.tag == f"{W}bookmarkEnd"


_GAP: Value = ("p", [(f"{W}pStyle", [(f"{W}val", "Gap")])], [])
_SECTION_END: Value = ("p", [(f"{W}pStyle", [(f"{W}val", "SectionEnd")])], [])


def _without_gap(blocks: list[Value]) -> list[Value]:
    thin = len(blocks) > 1 and blocks[-1] == _GAP and blocks[-2][0] == "p"
    return blocks[:-1] if thin else blocks


def _unwrapped(element: Element) -> Iterator[Element]:
    for child in element:
        content = child.find(f"{W}sdtContent")
        if content is None:
            yield child
        else:
            yield from _unwrapped(content)


def _without_counters(pieces: list[Value]) -> Iterator[Value]:
    """`pieces` with the result of each SEQ field as text."""
    opened: list[bool] = []
    for index, piece in enumerate(pieces):
        if piece == ("field", "begin"):
            following = pieces[index + 1]
            opened.append(following[0] == "code" and following[1].startswith("SEQ "))
        counted = bool(opened) and opened[-1]
        if piece == ("field", "end") and opened:  # one that began in another paragraph ends here too
            opened.pop()
        if not (counted and piece[0] in ("field", "code")):
            yield piece
