"""Random documents of every kind of node, and a document without what a redline is free to choose."""

from hypothesis import strategies as st
from msgspec.structs import replace

from plan_compiler.document.inlines import CrossRef, Emphasis, Footnote, Inline, NumberText, Strong, Text, plain_text
from plan_compiler.document.nodes import (
    Align,
    Block,
    Box,
    Caption,
    ContentsEntry,
    Cover,
    Document,
    Figure,
    Heading,
    Lead,
    List,
    ListItem,
    Origin,
    Paragraph,
    Part,
    Table,
    TableCell,
    TableRow,
)
from plan_compiler.document.revisions import joined
from plan_compiler.document.rewriting import Inlines, Rewriting

WORDS = {"contents": "目　录", "unit": "单位：", "placeholder": "图片待补"}
_ORIGIN: Origin = ("chapters", 0)
_texts = st.sampled_from(
    [
        "到2025年，",
        "总产值达到120亿元",
        "总产值达到220亿元",
        "推进园区建设。",
        "建成2-3个平台",
        "·",
        "“双碳”",
        "A",
        "发展",
        "发挥",
    ]
)
_anchors = st.sampled_from(["", "a", "b", "c", "chapters-0", "chapters-1", "chapters-2"])
_labels = st.sampled_from(["", "一、", "二、", "1."])


def _runs() -> st.SearchStrategy[Inlines]:
    leaf: st.SearchStrategy[Inline] = st.one_of(
        st.builds(Text, _texts),
        st.builds(NumberText, _texts, st.just("x")),
        st.builds(CrossRef, st.sampled_from(["表1", "表2"]), _anchors.filter(bool)),
    )
    nested: st.SearchStrategy[Inline] = st.one_of(
        st.builds(lambda it: Strong((it,)), leaf),
        st.builds(lambda it: Emphasis((it,)), leaf),
        st.builds(lambda it: Footnote(0, (it,)), leaf),
    )
    return st.lists(leaf | nested, max_size=5).map(joined)


INLINES = _runs()
_figures_of_cells = st.sampled_from(["120", "8.25", "1,010", "—"]).map(lambda text: (NumberText(text, "x"),))
_aligns: st.SearchStrategy[Align] = st.sampled_from(["center", "right"])
CELLS = st.builds(TableCell, INLINES) | st.builds(TableCell, _figures_of_cells, _aligns, role=st.just("number"))
TITLES = INLINES.filter(plain_text)
CAPTIONS = st.builds(Caption, st.just("table"), st.sampled_from(["", "表1", "表2"]), TITLES, _anchors)
HEADINGS = st.builds(Heading, st.integers(1, 2), _labels, TITLES, _anchors.filter(bool), st.just(_ORIGIN))
LEADS = st.builds(Lead, st.integers(3, 4), _labels, TITLES, st.sampled_from(["", "。"]), _anchors.filter(bool))
PARAGRAPHS = st.builds(Paragraph, INLINES, st.just(_ORIGIN), st.none() | LEADS)
NOTES = st.builds(Paragraph, INLINES, st.just(_ORIGIN))
_figures = st.builds(Figure, CAPTIONS, st.just("图"), st.sampled_from([None, None]), st.just(_ORIGIN))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of rows under titles that span them."""
    columns = draw(st.integers(2, 3))
    groups = draw(st.lists(st.integers(1, 3), max_size=3))
    rows = [row for size in groups for row in group(draw, size, columns)]
    head = TableRow(tuple(TableCell(draw(INLINES), role="header") for _ in range(columns)), _ORIGIN, "header")
    notes = tuple(draw(st.lists(NOTES, max_size=2)))
    widths = (1000 - 300 * (columns - 1), *(300,) * (columns - 1))
    dataset = draw(st.sampled_from(["", "t", "u"]))
    names = ("列",) * columns
    return Table(draw(CAPTIONS), "", names, widths, (head,), tuple(rows), notes, dataset, _ORIGIN)


def group(draw: st.DrawFn, size: int, columns: int) -> list[TableRow]:
    """Rows that one title spans."""
    title = TableCell(draw(INLINES), role="group", rowspan=size)
    rows = []
    for number in range(size):
        cells = tuple(draw(CELLS) for _ in range(columns - 1))
        anchor, role = draw(_anchors), draw(st.sampled_from(["row", "row", "subtotal"]))
        rows.append(TableRow((title, *cells) if number == 0 else cells, _ORIGIN, role, anchor))
    return rows


def items(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[ListItem]:
    """Items that hold what `inner` gives."""
    return st.builds(ListItem, _labels, st.lists(inner, min_size=1, max_size=2).map(tuple), st.just(_ORIGIN))


def _lists(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[List]:
    held = st.lists(items(inner), min_size=1, max_size=3).map(tuple)
    return st.builds(List, st.booleans(), held, _anchors, st.just(_ORIGIN))


_simple: st.SearchStrategy[Block] = st.one_of(PARAGRAPHS, PARAGRAPHS, _figures)
INNER: st.SearchStrategy[Block] = st.one_of(_simple, _lists(_simple), tables())
_boxes = st.builds(Box, CAPTIONS, st.lists(INNER, max_size=3).map(tuple), st.just(_ORIGIN))
BLOCKS: st.SearchStrategy[Block] = st.one_of(HEADINGS, PARAGRAPHS, _lists(INNER), tables(), _boxes)
COVERS = st.builds(Cover, st.sampled_from(["规划", "纲要"]), *(st.sampled_from(["", "甲", "乙"]) for _ in range(4)))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    parts = (
        Part("cover", "portrait", ()),
        Part("contents", "portrait", ()),
        Part("body", "portrait", (draw(HEADINGS), *draw(st.lists(BLOCKS, max_size=5)))),
    )
    return distinct(counted(Document("zh-CN", "规划", draw(COVERS), (), parts, None, WORDS)))


@st.composite
def revised(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two documents that have much in common."""
    old, other = draw(documents()), draw(documents())
    ours, theirs = list(old.parts[2].blocks), list(other.parts[2].blocks)
    mixed = [*theirs[:1], *ours[:-1], *theirs[1:2]]
    kept = draw(st.permutations([*ours, *theirs[:2]])) if draw(st.booleans()) else mixed
    body = replace(other.parts[2], blocks=(draw(st.sampled_from([ours[0], theirs[0]])), *kept))
    return old, distinct(counted(replace(other, parts=(*other.parts[:2], body))))


def document_of(*blocks: Block) -> Document:
    """A document with `blocks` for its text."""
    return Document("zh-CN", "规划", Cover("规划", "", "", "", ""), (), (Part("body", "portrait", blocks),), None)


def said(*said: Inline | str) -> Paragraph:
    """A paragraph of a chapter."""
    return Paragraph(tuple(Text(it) if isinstance(it, str) else it for it in said), ("chapters", 0, "body"))


def distinct(document: Document) -> Document:
    """`document` with no anchor twice and no reference that leads nowhere, as a plan has it."""
    seen: set[str] = set()

    def anchor(name: str) -> str:
        while name and name in seen:
            name += "x"
        seen.add(name)
        return name

    def landed(inline: Inline) -> Inline:
        match inline:
            case CrossRef():
                return inline if inline.anchor in seen else Text(inline.text)
            case Strong() | Emphasis() | Footnote():
                return replace(inline, inlines=joined(map(landed, inline.inlines)))
            case _:
                return inline

    named = Rewriting(anchor=anchor).document(replace(document, contents=()))
    made = Rewriting(inlines=lambda inlines: joined(map(landed, inlines))).document(named)
    headings = (block for block in made.parts[2].blocks if isinstance(block, Heading))
    contents = (ContentsEntry(it.level, it.label, plain_text(it.title), it.anchor) for it in headings)
    return replace(made, contents=tuple(contents))


def counted(document: Document) -> Document:
    """`document` with its footnotes counted."""
    count = iter(range(1, 10_000))

    def number(inline: Inline) -> Inline:
        match inline:
            case Footnote():
                return replace(inline, number=next(count))
            case Strong() | Emphasis():
                return replace(inline, inlines=tuple(map(number, inline.inlines)))
            case _:
                return inline

    return Rewriting(inlines=lambda inlines: tuple(map(number, inlines))).document(document)


def _of_no_dataset(block: Block) -> Block:
    match block:
        case Table():
            return replace(block, dataset="")
        case Box():
            return replace(block, blocks=tuple(map(_of_no_dataset, block.blocks)))
        case List():
            items = (replace(item, blocks=tuple(map(_of_no_dataset, item.blocks))) for item in block.items)
            return replace(block, items=tuple(items))
        case _:
            return block


def bare(document: Document) -> Document:
    """`document` with its footnotes counted in order, and without what says where a node came from and leads to."""

    def plain(inline: Inline) -> Inline:
        match inline:
            case NumberText():
                return Text(inline.text)
            case CrossRef():
                return replace(inline, anchor="")
            case Strong() | Emphasis() | Footnote():
                return replace(inline, inlines=joined(map(plain, inline.inlines)))
            case _:
                return inline

    stripped = Rewriting(inlines=lambda inlines: joined(map(plain, inlines)), anchor=lambda _: "").document(document)
    parts = tuple(replace(part, blocks=tuple(map(_of_no_dataset, part.blocks))) for part in stripped.parts)
    return counted(replace(stripped, parts=parts, datasets=(), sources={}))
