"""Page numbers without a layout: how many lines each block will take, in the measure of the theme's pages."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from msgspec import Struct, field

from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import Block, Box, Chart, Document, Figure, Heading, List, Paragraph, Part, Table
from plan_compiler.patterns import compiled
from plan_compiler.writers.charts import chart_height
from plan_compiler.writers.look import Look, Style
from plan_compiler.writers.measure import POINTS_PER_MM

_NARROW = compiled("[\u0000-\u2000]+")
"""Letters and digits that are half as wide as a Chinese character."""


class _Pages(Struct):
    """A run of pages that is being filled: where it stands, and the page of each anchor."""

    height: float
    first: int
    page: int = 0
    used: float = 0
    anchors: dict[str, str] = field(default_factory=dict)

    def put(self, height: float, *anchors: str) -> None:
        """Places something `height` points high that may run over pages, with its `anchors` at its head."""
        if self.used > 0 and self.used + min(height, self.height / 20) > self.height:
            self.page, self.used = self.page + 1, 0
        for anchor in anchors:
            if anchor:
                self.anchors.setdefault(anchor, str(self.first + self.page))
        more, self.used = divmod(self.used + height, self.height)
        self.page += int(more)


def estimate_pages(document: Document, look: Look) -> Mapping[str, str]:
    """The printed page of every anchor of the body and the annexes."""
    found: dict[str, str] = {}
    first = 1
    for part in document.parts:
        if part.role in ("body", "annex"):
            pages = _fill(part, look, first)
            first += pages.page + 1
            found = pages.anchors | found
    return found


def _fill(part: Part, look: Look, first: int) -> _Pages:
    page = look.page
    wide = part.orientation == "landscape"
    margins = page.landscape if wide else page.portrait
    width, height = (page.height, page.width) if wide else (page.width, page.height)
    room = (height - margins.top - margins.bottom) * POINTS_PER_MM
    pages = _Pages(max(room, look.styles.body.line), first)
    text_width = (width - margins.inside - margins.outside) * POINTS_PER_MM
    for block in part.blocks:
        for points, anchors in _heights(block, look, text_width, annex=part.role == "annex"):
            pages.put(points, *anchors)
    return pages


def _heights(block: Block, look: Look, width: float, *, annex: bool) -> Iterator[tuple[float, tuple[str, ...]]]:
    styles = look.styles
    match block:
        case Heading():
            style = styles.heading(block.level)
            yield _height(block.label + plain_text(block.title), style, width), (block.anchor,)
        case Paragraph():
            lead = block.lead
            head = lead.label + plain_text(lead.title) + lead.close if lead else ""
            yield _height(head + plain_text(block.inlines), styles.body, width), (lead.anchor if lead else "",)
        case List():
            yield 0, (block.anchor,)
            yield from _all(tuple(inner for item in block.items for inner in item.blocks), look, width, annex=annex)
        case Table():
            style = styles.table_annex if annex else styles.table
            yield _height(block.caption.label, styles.caption, width), (block.caption.anchor,)
            yield from _row_heights(block, style, width, look.table.padding * POINTS_PER_MM)
            yield from _all(block.notes, look, width, annex=annex)
        case Box():
            yield _height(block.caption.label, styles.box_title, width), (block.caption.anchor,)
            yield from _all(block.blocks, look, width - 2 * look.box.padding * POINTS_PER_MM, annex=annex)
        case Figure():
            yield look.figure.max_height / 2 * POINTS_PER_MM, (block.caption.anchor,)
            yield _height(block.caption.label, styles.caption, width), ()
        case Chart():
            yield chart_height(block, look), (block.caption.anchor,)
            yield _height(block.caption.label, styles.caption, width), ()
        case _:
            assert_never(block)


def _all(blocks: Iterable[Block], look: Look, width: float, *, annex: bool) -> Iterator[tuple[float, tuple[str, ...]]]:
    for block in blocks:
        yield from _heights(block, look, width, annex=annex)


def _row_heights(table: Table, style: Style, width: float, padding: float) -> Iterator[tuple[float, tuple[str, ...]]]:
    whole = sum(table.widths) or 1
    for row in (*table.header, *table.rows):
        column, height = 0, style.line
        for cell in row.cells:
            share = sum(table.widths[column : column + cell.colspan]) / whole
            column += cell.colspan
            if cell.rowspan == 1:
                height = max(height, _height(plain_text(cell.inlines), style, width * share - 2 * padding))
        yield height + padding, (row.anchor,)


def _height(text: str, style: Style, width: float) -> float:
    em = style.size + style.spacing
    length = style.indent + (len(text) + len(_NARROW.sub("", text))) / 2
    return style.before + style.after + style.line * max(1, -(-length * em // max(width, em)))
