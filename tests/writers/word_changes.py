"""What a word processor makes of tracked changes when all are accepted, or all rejected (ECMA-376-1, 17.13.5)."""

import io
import zipfile
from copy import deepcopy
from typing import Literal

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = etree._Element
_OTHER_NAMES = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_NO_CONTENT = (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}pPr")


def part(docx: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return etree.fromstring(file.read(name))


def resolved(root: Element, answer: Literal["accept", "reject"]) -> Element:
    """`root` after all its changes got the same `answer`."""
    root = deepcopy(root)
    keep, drop = (f"{W}ins", f"{W}del") if answer == "accept" else (f"{W}del", f"{W}ins")
    _resolve_properties(root, answer)
    _resolve_runs(root, keep, drop)
    _resolve_rows(root, keep, drop)
    for paragraph in list(root.iter(f"{W}p")):
        _resolve_mark(paragraph, keep, drop)
    for properties in list(root.iter(f"{W}rPr")):
        parent = properties.getparent()
        if not len(properties) and parent is not None:
            parent.remove(properties)
    return root


def _resolve_properties(root: Element, answer: str) -> None:
    for change in list(root.iter(f"{W}pPrChange")):
        properties = change.getparent()
        assert properties is not None
        properties.remove(change)
        if answer == "reject":
            (older,) = change
            own = [child for child in properties if child.tag in (f"{W}rPr", f"{W}sectPr")]
            properties[:] = [*older, *own]


def _resolve_runs(root: Element, keep: str, drop: str) -> None:
    for change in list(root.iter(drop, keep)):
        parent = change.getparent()
        if parent is None or parent.tag in (f"{W}rPr", f"{W}trPr"):
            continue
        at = parent.index(change)
        parent.remove(change)
        if change.tag == keep:
            for element in change.iter(*_OTHER_NAMES):
                element.tag = _OTHER_NAMES[element.tag]
            parent[at:at] = list(change)
        else:
            _drop_emptied(parent, at)


def _drop_emptied(parent: Element, at: int) -> None:
    """A link or a bookmark all of whose content went, goes with it."""
    if parent.tag == f"{W}hyperlink" and all(child.tag in _NO_CONTENT for child in parent):
        above = parent.getparent()
        assert above is not None
        index = above.index(parent)
        above[index : index + 1] = list(parent)
        _drop_emptied(above, index)
        return
    start, end = (parent[i] if 0 <= i < len(parent) else None for i in (at - 1, at))
    if start is not None and end is not None and (start.tag, end.tag) == (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        assert start.get(f"{W}id") == end.get(f"{W}id")
        parent.remove(start)
        parent.remove(end)
        _drop_emptied(parent, at - 1)


def _resolve_rows(root: Element, keep: str, drop: str) -> None:
    for row in list(root.iter(f"{W}tr")):
        properties = row.find(f"{W}trPr")
        marks = [] if properties is None else [mark for mark in properties if mark.tag in (keep, drop)]
        table = row.getparent()
        assert table is not None
        if any(mark.tag == drop for mark in marks):
            table.remove(row)
            if table.find(f"{W}tr") is None:
                above = table.getparent()
                assert above is not None
                above.remove(table)
        elif properties is not None:
            for mark in marks:
                properties.remove(mark)


def _resolve_mark(paragraph: Element, keep: str, drop: str) -> None:
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    for mark in [] if marks is None else list(marks):
        if marks is not None and mark.tag == keep:
            marks.remove(mark)
    if marks is None or marks.find(drop) is None:
        return
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    following = paragraph.getnext()
    assert following is not None, "the last paragraph of a story or a cell cannot go"
    if following.tag == f"{W}p":
        at = 0 if following.find(f"{W}pPr") is None else 1
        following[at:at] = content
    else:
        assert all(child.tag in _NO_CONTENT for child in content), "text cannot go into a table"
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)
