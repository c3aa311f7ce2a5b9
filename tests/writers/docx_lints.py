"""What must hold in a DOCX file and what validators of the format do not look at."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_PREFIX = re.compile(r"xmlns:(\w+)='([^']+)'")
_STORES = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class Docx:
    """The parts of a DOCX file, parsed."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.members = {name: package.read(name) for name in package.namelist()}
        self.parts = {
            name: etree.fromstring(content)
            for name, content in self.members.items()
            if name.endswith((".xml", ".rels"))
        }

    @property
    def document(self) -> etree._Element:
        return self.parts["word/document.xml"]

    def texts(self, part: str = "word/document.xml") -> str:
        return "".join(node.text or "" for node in self.parts[part].iter(f"{W}t"))

    def paragraphs(self, style: str) -> list[etree._Element]:
        return [p for p in self.document.iter(f"{W}p") if style_of(p) == style]

    def relationships(self, part: str) -> dict[str, str]:
        folder, name = posixpath.split(part)
        rels = self.parts.get(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        if rels is None:
            return {}
        return {
            rel.get("Id", ""): posixpath.normpath(posixpath.join(folder, rel.get("Target", ""))).lstrip("/")
            for rel in rels.iter(f"{_RELS}Relationship")
            if rel.get("TargetMode") != "External"
        }

    def stores(self) -> Iterator[tuple[str, etree._Element]]:
        """The data parts that the document leads to, by their ids."""
        for part in self.relationships("word/document.xml").values():
            for properties in self.relationships(part).values():
                if self.parts[properties].tag == f"{_STORES}datastoreItem":
                    yield self.parts[properties].get(f"{_STORES}itemID", ""), self.parts[part]


def style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else value(style)


def value(element: etree._Element, name: str = "val") -> str:
    return element.get(f"{W}{name}", "")


def text_of(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def lint(data: bytes) -> list[str]:
    """The faults of a DOCX file, in words."""
    docx = Docx(data)
    return [
        fault
        for check in (
            _fields,
            _bookmarks,
            _anchors,
            _tables,
            _numberings,
            _styles,
            _relations,
            _types,
            _notes,
            _drawings,
            _controls,
        )
        for fault in check(docx)
    ]


def _stories(docx: Docx) -> Iterator[tuple[str, etree._Element]]:
    for name, part in docx.parts.items():
        if etree.QName(part).localname in ("document", "footnotes", "ftr", "hdr", "comments"):
            yield name, part


def _fields(docx: Docx) -> Iterator[str]:
    for name, story in _stories(docx):
        state: list[str] = []
        for mark in story.iter(f"{W}fldChar"):
            kind = value(mark, "fldCharType")
            if kind == "begin":
                state.append("instruction")
            elif not state or (kind == "separate" and state[-1] != "instruction"):
                yield f"{name}: fldChar {kind} without a begin"
            elif kind == "separate":
                state[-1] = "result"
            else:
                state.pop()
        if state:
            yield f"{name}: {len(state)} fields are not closed"
        for code in story.iter(f"{W}instrText"):
            if not (code.text or "").strip():
                yield f"{name}: empty instruction"


def _bookmarks(docx: Docx) -> Iterator[str]:
    starts = [b for _, story in _stories(docx) for b in story.iter(f"{W}bookmarkStart")]
    ends = [value(b, "id") for _, story in _stories(docx) for b in story.iter(f"{W}bookmarkEnd")]
    ids = [value(b, "id") for b in starts]
    names = [value(b, "name").lower() for b in starts]
    yield from (f"bookmark id {i} twice" for i, n in Counter(ids).items() if n > 1)
    yield from (f"bookmark name {i} twice" for i, n in Counter(names).items() if n > 1)
    yield from (f"bookmark name {n} is too long" for n in names if len(n) > 40)
    if sorted(ids) != sorted(ends):
        yield "bookmarks start and end differently"


def _anchors(docx: Docx) -> Iterator[str]:
    names = {value(b, "name") for _, story in _stories(docx) for b in story.iter(f"{W}bookmarkStart")}
    for part, story in _stories(docx):
        for link in story.iter(f"{W}hyperlink"):
            if value(link, "anchor") not in names:
                yield f"{part}: link to {value(link, 'anchor')}, which is not there"
        for code in story.iter(f"{W}instrText"):
            words = (code.text or "").split()
            if words[:1] in (["REF"], ["PAGEREF"]) and words[1] not in names:
                yield f"{part}: {words[0]} to {words[1]}, which is not there"


def _tables(docx: Docx) -> Iterator[str]:
    for number, table in enumerate(docx.document.iter(f"{W}tbl"), 1):
        grid = [int(value(c, "w")) for c in table.findall(f"{W}tblGrid/{W}gridCol")]
        above: set[tuple[int, int]] = set()
        for row in table.findall(f"{W}tr"):
            column = 0
            here: set[tuple[int, int]] = set()
            for cell in row.findall(f"{W}tc"):
                span_node = cell.find(f"{W}tcPr/{W}gridSpan")
                span = 1 if span_node is None else int(value(span_node))
                width = cell.find(f"{W}tcPr/{W}tcW")
                if width is None or int(value(width, "w")) != sum(grid[column : column + span]):
                    yield f"table {number}: a cell's width is not that of its columns"
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None:
                    here.add((column, span))
                    if value(merge) != "restart" and (column, span) not in above:
                        yield f"table {number}: a vertical merge goes on from nothing"
                if len(cell) == 0 or cell[-1].tag != f"{W}p":
                    yield f"table {number}: a cell does not end in a paragraph"
                column += span
            if column != len(grid):
                yield f"table {number}: {column} columns in a row, {len(grid)} in the grid"
            above = here
        following = table.getnext()
        if following is not None and following.tag == f"{W}tbl":
            yield f"table {number} touches the next one"
        total = table.find(f"{W}tblPr/{W}tblW")
        if total is None or int(value(total, "w")) != sum(grid):
            yield f"table {number}: its width is not that of its columns"


def _numberings(docx: Docx) -> Iterator[str]:
    part = docx.parts["word/numbering.xml"]
    abstract = {value(a, "abstractNumId") for a in part.iter(f"{W}abstractNum")}
    numbers = {value(n, "numId") for n in part.findall(f"{W}num")}
    for num in part.findall(f"{W}num"):
        base = num.find(f"{W}abstractNumId")
        if base is None or value(base) not in abstract:
            yield f"numbering {value(num, 'numId')} has no definition"
    for used in (*docx.document.iter(f"{W}numId"), *docx.parts["word/styles.xml"].iter(f"{W}numId")):
        if value(used) not in numbers:
            yield f"numbering {value(used)} is not there"
    tied = {value(style) for style in part.iter(f"{W}pStyle")}
    styles = docx.parts["word/styles.xml"].iter(f"{W}style")
    numbered = {value(style, "styleId") for style in styles if style.find(f"{W}pPr/{W}numPr") is not None}
    yield from (f"style {name} and its numbering do not name each other" for name in tied ^ numbered)


def _styles(docx: Docx) -> Iterator[str]:
    styles = docx.parts["word/styles.xml"]
    ids = [value(s, "styleId") for s in styles.iter(f"{W}style")]
    yield from (f"style {i} twice" for i, n in Counter(ids).items() if n > 1)
    for _, part in (*_stories(docx), ("styles", styles)):
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            for use in part.iter(f"{W}{tag}"):
                if value(use) not in ids:
                    yield f"style {value(use)} is not there"


def _relations(docx: Docx) -> Iterator[str]:
    for name, part in docx.parts.items():
        if name.endswith(".rels"):
            continue
        targets = docx.relationships(name)
        yield from (f"{name}: {target} is not there" for target in targets.values() if target not in docx.members)
        for element in part.iter(etree.Element):
            for attribute, reference in element.attrib.items():
                if str(attribute).startswith(R) and reference not in targets:
                    yield f"{name}: relationship {reference!r} is not there"


def _types(docx: Docx) -> Iterator[str]:
    types = docx.parts["[Content_Types].xml"]
    known = {o.get("PartName", "").lstrip("/") for o in types.iter(f"{_TYPES}Override")}
    endings = {d.get("Extension", "").lower() for d in types.iter(f"{_TYPES}Default")}
    for member in docx.members:
        if member not in known and member.rpartition(".")[2].lower() not in endings and member != "[Content_Types].xml":
            yield f"{member} has no content type"
    yield from (f"content type of {name}, which is not there" for name in known if name not in docx.members)


def _notes(docx: Docx) -> Iterator[str]:
    written = [
        value(n, "id") for n in docx.parts["word/footnotes.xml"].iter(f"{W}footnote") if n.get(f"{W}type") is None
    ]
    yield from (f"footnote {i} twice" for i, n in Counter(written).items() if n > 1)
    for use in docx.document.iter(f"{W}footnoteReference"):
        if value(use, "id") not in written:
            yield f"footnote {value(use, 'id')} is not there"


def _drawings(docx: Docx) -> Iterator[str]:
    ids = [e.get("id", "") for e in docx.document.iter(etree.Element) if etree.QName(e).localname == "docPr"]
    yield from (f"drawing id {i} twice" for i, n in Counter(ids).items() if n > 1)


def _controls(docx: Docx) -> Iterator[str]:
    ids = [value(i) for _, story in _stories(docx) for pr in story.iter(f"{W}sdtPr") for i in pr.findall(f"{W}id")]
    yield from (f"control id {i} twice" for i, n in Counter(ids).items() if n > 1)
    for _, story in _stories(docx):
        for control in story.iter(f"{W}sdt"):
            for name in ("alias", "tag"):
                for words in control.findall(f"{W}sdtPr/{W}{name}"):
                    if len(value(words)) > 64:
                        yield f"{name} of a control is longer than Word takes: {value(words)}"
            for binding in control.findall(f"{W}sdtPr/{W}dataBinding"):
                yield from _binding(docx, binding, text_of(control))


def _binding(docx: Docx, binding: etree._Element, shown: str) -> Iterator[str]:
    path = value(binding, "xpath")
    prefixes = dict(_PREFIX.findall(value(binding, "prefixMappings")))
    stores = [item for name, item in docx.stores() if name == value(binding, "storeItemID")]
    if len(stores) != 1:
        yield f"{len(stores)} stores with the id {value(binding, 'storeItemID')}"
        return
    found = stores[0].xpath(path, namespaces=prefixes)
    if not isinstance(found, list) or len(found) != 1 or not isinstance(found[0], etree._Element):
        yield f"{path} does not lead to one entry"
    elif found[0].text != shown:
        yield f"{path} holds {found[0].text!r}, the control {shown!r}"
