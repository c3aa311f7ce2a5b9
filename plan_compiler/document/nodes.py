"""The Document: a closed, format-neutral tree, all that a writer sees of a plan.

Decimals became text before this tree and none is made after it. `origin` is the path of the plan's node that a
document node came from. Writers dispatch on `kind`, which each class fixes.
"""

from typing import ClassVar, Literal, TypeAlias

from msgspec import Struct, field

from plan_compiler.document.charts import ChartData
from plan_compiler.document.inlines import Inline
from plan_compiler.document.marks import Mark

Origin: TypeAlias = tuple[str | int, ...]
Extent: TypeAlias = tuple[int, int]
"""A stretch of the text at an origin: code-point offsets into the plan's value, the end exclusive."""
Align: TypeAlias = Literal["left", "center", "right"]
Orientation: TypeAlias = Literal["portrait", "landscape"]
SortKey: TypeAlias = Literal["", "words", "amount"]
"""What a column is sorted by: its words, the `value` of its cells, or nothing."""


def gap_behind(label: str) -> str:
    """An ideographic space where `label` ends in a letter or a digit."""
    return "\u3000" if label[-1:].isalnum() else ""


class _Labelled:
    """What has a number before its words. `gap` stands between them: 一、 needs none, 第一章 and 1.1 do."""

    __slots__ = ()
    label: str

    @property
    def gap(self) -> str:
        """What stands behind the label."""
        return gap_behind(self.label)


class Heading(_Labelled, Struct, frozen=True):
    """A heading of level 1 to 6, or of level 0: the title of a document that has no cover. `label` is its number as printed ("（一）"), "" without one.

    `was`, here and in other nodes with a label: the label in the older revision, where a redline shows that it changed.
    """

    kind: ClassVar[str] = "heading"
    level: int
    label: str
    title: tuple[Inline, ...]
    anchor: str
    origin: Origin
    marks: tuple[Mark, ...] = ()
    was: str | None = None


class Paragraph(Struct, frozen=True):
    """A paragraph. `lead` is a run-in heading printed before the text, `None` for plain text.

    `extents` tell where in the text at `origin` each of the inlines was written; () where that is not known.
    """

    kind: ClassVar[str] = "paragraph"
    inlines: tuple[Inline, ...]
    origin: Origin
    lead: "Lead | None" = None
    marks: tuple[Mark, ...] = ()
    extents: tuple[Extent, ...] = ()


class Lead(_Labelled, Struct, frozen=True):
    """A run-in heading: a heading by meaning (it has a level, a number, an anchor), text of its paragraph by look."""

    level: int
    label: str
    title: tuple[Inline, ...]
    close: str
    anchor: str
    was: str | None = None
    origin: Origin = ()


class ListItem(Struct, frozen=True):
    """An item: its printed number ("" where the theme's bullet stands) and its blocks."""

    label: str
    blocks: "tuple[Block, ...]"
    origin: Origin
    marks: tuple[Mark, ...] = ()
    was: str | None = None


class List(Struct, frozen=True):
    """A list; `anchor` is "" where nothing refers to it."""

    kind: ClassVar[str] = "list"
    ordered: bool
    items: tuple[ListItem, ...]
    anchor: str
    origin: Origin
    marks: tuple[Mark, ...] = ()


class Caption(Struct, frozen=True):
    """A numbered caption. `series` tells the counters apart ("table", "box", "figure"); `label` is 表1."""

    series: Literal["table", "box", "figure", "annex", "findings"]
    label: str
    title: tuple[Inline, ...]
    anchor: str
    was: str | None = None


class TableCell(Struct, frozen=True):
    """A cell with its spans. `role` is what a theme styles by: header, group, name (of its row), subtotal,
    total, number, words. `value` is its figure as a plain decimal (-1234.50), where readers sort and add it up. `origin`
    and `extents` are as in a paragraph, () where a cell has no place of its own.

    `goes_on`: in one revision of a redline the cell spans rows below, between which and its own the redline has others.
    """

    inlines: tuple[Inline, ...]
    align: Align = "left"
    colspan: int = 1
    rowspan: int = 1
    role: str = "words"
    indent: int = 0
    value: str = ""
    origin: Origin = ()
    extents: tuple[Extent, ...] = ()
    goes_on: bool = False


class TableRow(Struct, frozen=True):
    """A row; cells that a rowspan above covers are left out. `role`: row, group, subtotal, total.

    `choices` are what readers choose it by: for each facet of the table's tools the values that it has.
    """

    cells: tuple[TableCell, ...]
    origin: Origin
    role: str = "row"
    anchor: str = ""
    marks: tuple[Mark, ...] = ()
    choices: tuple[tuple[str, ...], ...] = ()


class TableTools(Struct, frozen=True):
    """How readers may work a long table on a screen.

    `facets` are the titles of what rows are chosen by (the `choices` of each row), `sorts` what each column is sorted by.
    `adds`: amounts are exact, so that those of some rows can be added up.
    """

    facets: tuple[str, ...]
    sorts: tuple[SortKey, ...]
    adds: bool


class Table(Struct, frozen=True):
    """A table. `widths` are shares of the text width, one a column, whose sum is 1000."""

    kind: ClassVar[str] = "table"
    caption: Caption
    unit: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    header: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[Paragraph, ...]
    dataset: str
    origin: Origin
    marks: tuple[Mark, ...] = ()
    tools: TableTools | None = None


class Box(Struct, frozen=True):
    """A box (专栏)."""

    kind: ClassVar[str] = "box"
    caption: Caption
    blocks: "tuple[Block, ...]"
    origin: Origin
    marks: tuple[Mark, ...] = ()


class Figure(Struct, frozen=True):
    """A picture: `file` is the path inside the plan's folder, None for a placeholder."""

    kind: ClassVar[str] = "figure"
    caption: Caption
    alt: str
    file: str | None
    origin: Origin
    marks: tuple[Mark, ...] = ()


class Chart(Struct, frozen=True):
    """A chart of the plan's own figures; `alt` tells what it shows."""

    kind: ClassVar[str] = "chart"
    caption: Caption
    alt: str
    data: ChartData
    origin: Origin
    marks: tuple[Mark, ...] = ()


Block: TypeAlias = Heading | Paragraph | List | Table | Box | Figure | Chart


class Part(Struct, frozen=True):
    """A part of the document: its own page layout, its own page numbers. `findings` closes a draft."""

    role: Literal["cover", "contents", "body", "annex", "findings"]
    orientation: Orientation
    blocks: tuple[Block, ...]


class ContentsEntry(_Labelled, Struct, frozen=True):
    """A line of the table of contents."""

    level: int
    label: str
    title: str
    anchor: str
    marks: tuple[Mark, ...] = ()
    was: str | None = None


class Cover(Struct, frozen=True):
    """What the cover prints; "" where the plan says nothing. `was` is the cover of the older revision, in a redline."""

    title: str
    subtitle: str
    issuer: str
    date: str
    status: str
    was: "Cover | None" = None


class FigureSource(Struct, frozen=True):
    """Where a printed figure comes from: its id, name, printed value, definition, place, and the anchor of that place."""

    id: str
    name: str
    printed: str
    definition: str
    place: str
    anchor: str = ""


class DataSet(Struct, frozen=True):
    """The data behind a table, for download and charts: columns and rows of plain text."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Document(Struct, frozen=True):
    """A whole document. `words` are the fixed words of its language (contents title, continued, page form).
    `numbering` is the first number of each level of headings (一、), where a section has no other.

    `draft` is what every page of a draft says of itself, "" for a document that passed its check.
    """

    language: str
    title: str
    cover: Cover
    contents: tuple[ContentsEntry, ...]
    parts: tuple[Part, ...]
    date: str | None
    words: dict[str, str] = field(default_factory=dict)
    datasets: tuple[DataSet, ...] = ()
    sources: dict[str, FigureSource] = field(default_factory=dict)
    draft: str = ""
    numbering: tuple[str, ...] = ()
