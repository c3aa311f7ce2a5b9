"""Random documents and what people do to them: blocks, rows, items and words that come, go, change and move."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from hypothesis import strategies as st
from msgspec.structs import replace

from plan_compiler.document.charts import BarGroup, Bars, ChartValue
from plan_compiler.document.nodes import (
    Block,
    Box,
    Caption,
    Chart,
    Document,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Part,
    Table,
    TableCell,
    TableRow,
)
from plan_compiler.document.rewriting import Inlines
from plan_compiler.rational import Fraction
from tests.marks import documents as random
from tests.marks.documents import WORDS, counted, distinct

T = TypeVar("T")
_Group = tuple[TableCell, list[TableRow]]
"""The title of rows that span together, and the rows without it."""

_bars = st.sampled_from(["120", "220"]).map(
    lambda total: Bars("万元", ("总投资",), (BarGroup("道路", "", (ChartValue(Fraction(int(total)), total),)),))
)
_charts = st.builds(Chart, random.CAPTIONS, st.sampled_from(["柱状图", "条形图"]), _bars, st.just(("chapters", 0)))
_blocks: st.SearchStrategy[Block] = random.BLOCKS | _charts


@st.composite
def edited(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document, and what became of it by a few edits."""
    head = draw(random.HEADINGS)
    body = draw(st.lists(_blocks, min_size=1, max_size=5))
    annex = draw(st.none() | st.lists(random.tables(), min_size=1, max_size=1))
    changed = list(body)
    for _ in range(draw(st.integers(1, 4))):
        changed = _edited(draw, changed, _blocks, _block)
    gone = draw(st.integers(0, 9)) == 0
    then = None if annex is None or gone else [_block(draw, table) for table in annex]
    return _document(draw, [head, *body], annex), _document(draw, [_block(draw, head), *changed], then)


def _document(draw: st.DrawFn, body: Sequence[Block], annex: Sequence[Block] | None) -> Document:
    parts = [Part("cover", "portrait", ()), Part("contents", "portrait", ()), Part("body", "portrait", tuple(body))]
    if annex is not None:
        parts.append(Part("annex", "landscape", tuple(annex)))
    return distinct(counted(Document("zh-CN", "规划", draw(random.COVERS), (), tuple(parts), None, WORDS)))


def _edited(
    draw: st.DrawFn, items: Sequence[T], fresh: st.SearchStrategy[T], change: Callable[[st.DrawFn, T], T]
) -> list[T]:
    """`items` with one that came, went, moved or changed."""
    made = list(items)
    what = draw(st.sampled_from(["change", "change", "replace", "remove", "insert", "move"])) if made else "insert"
    at = draw(st.integers(0, len(made) - 1)) if made else 0
    match what:
        case "change":
            made[at] = change(draw, made[at])
        case "replace":
            made[at] = draw(fresh)
        case "remove":
            del made[at]
        case "move":
            item = made.pop(at)
            made.insert(draw(st.integers(0, len(made))), item)
        case _:
            made.insert(draw(st.integers(0, len(made))), draw(fresh))
    return made


def _block(draw: st.DrawFn, block: Block) -> Block:  # noqa: PLR0911 - one for each kind of block
    """`block` with one thing in it changed."""
    match block:
        case Heading():
            level, label = draw(st.sampled_from([block.level, 1, 2])), draw(st.sampled_from([block.label, "三、", ""]))
            return replace(block, level=level, label=label, title=_words(draw, block.title, random.TITLES))
        case Paragraph():
            lead = (
                draw(st.sampled_from([block.lead, block.lead, None])) if block.lead else draw(random.LEADS | st.none())
            )
            return replace(block, lead=lead, inlines=_words(draw, block.inlines, random.INLINES))
        case List():
            items = _edited(draw, block.items, random.items(random.PARAGRAPHS), _item)
            return replace(block, items=tuple(items) or block.items, ordered=draw(st.booleans()))
        case Table():
            return _table(draw, block)
        case Box():
            blocks = _edited(draw, block.blocks, random.INNER, _block)
            return replace(block, caption=_caption(draw, block.caption), blocks=tuple(blocks))
        case Figure():
            return replace(block, caption=_caption(draw, block.caption), alt=draw(st.sampled_from([block.alt, "图样"])))
        case Chart():
            return replace(block, caption=_caption(draw, block.caption), data=draw(_bars))


def _words(draw: st.DrawFn, inlines: Inlines, other: st.SearchStrategy[Inlines]) -> Inlines:
    return draw(st.just(inlines) | other)


def _item(draw: st.DrawFn, item: ListItem) -> ListItem:
    blocks = _edited(draw, item.blocks, random.PARAGRAPHS, _block)
    return replace(item, blocks=tuple(blocks) or item.blocks, label=draw(st.sampled_from([item.label, "3."])))


def _caption(draw: st.DrawFn, caption: Caption) -> Caption:
    label = draw(st.sampled_from([caption.label, caption.label, "表3", ""]))
    return replace(caption, label=label, title=_words(draw, caption.title, random.TITLES))


def _table(draw: st.DrawFn, table: Table) -> Table:
    columns = len(table.widths)

    def fresh_row(draw: st.DrawFn) -> TableRow:
        (row,) = random.group(draw, 1, columns)
        return replace(row, cells=row.cells[1:])

    def row(draw: st.DrawFn, row: TableRow) -> TableRow:
        return replace(row, cells=tuple(_edited_cell(draw, cell) for cell in row.cells))

    def group(draw: st.DrawFn, group: _Group) -> _Group:
        title, rows = group
        edited = _edited(draw, rows, st.composite(fresh_row)(), row)
        return draw(st.sampled_from([title, replace(title, inlines=draw(random.INLINES))])), edited or rows

    def fresh_group(draw: st.DrawFn) -> _Group:
        return _groups(random.group(draw, draw(st.integers(1, 3)), columns))[0]

    groups = _groups(table.rows)
    for _ in range(draw(st.integers(0, 2))):
        groups = _edited(draw, groups, st.composite(fresh_group)(), group)
    notes = _edited(draw, table.notes, random.NOTES, _note) if draw(st.booleans()) else table.notes
    return replace(table, caption=_caption(draw, table.caption), rows=_rows(groups), notes=tuple(notes))


def _note(draw: st.DrawFn, note: Paragraph) -> Paragraph:
    return replace(note, inlines=_words(draw, note.inlines, random.INLINES))


def _edited_cell(draw: st.DrawFn, cell: TableCell) -> TableCell:
    return draw(random.CELLS) if draw(st.integers(0, 2)) == 0 else cell


def _groups(rows: Sequence[TableRow]) -> list[_Group]:
    groups: list[_Group] = []
    for row in rows:
        if row.cells and row.cells[0].role == "group":
            groups.append((row.cells[0], [replace(row, cells=row.cells[1:])]))
        else:
            groups[-1][1].append(row)
    return groups


def _rows(groups: Sequence[_Group]) -> tuple[TableRow, ...]:
    return tuple(
        replace(row, cells=(replace(title, rowspan=len(rows)), *row.cells)) if number == 0 else row
        for title, rows in groups
        for number, row in enumerate(rows)
    )
