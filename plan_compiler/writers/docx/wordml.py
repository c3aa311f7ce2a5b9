"""WordprocessingML as finished values: what the templates of a theme print, and nothing they would have to compute.

Lengths are in twips (1/20 pt), those of pictures in EMU (1/12700 pt). `style` is the id of a style of styles.xml, ""
for the default. Sources: ECMA-376-1 (ISO/IEC 29500-1), clause 17.
"""

from typing import ClassVar, Literal, TypeAlias

from msgspec import Struct


class Run(Struct, frozen=True):
    """Text of one style. `east_asian` asks for the East Asian face where a character belongs to both (17.3.2.26)."""

    kind: ClassVar[str] = "run"
    text: str
    style: str = ""
    east_asian: bool = False


class Control(Struct, frozen=True):
    """A content control whose words are those of `xpath` in the data part `store` (17.5.2); it offers those of `run`.
    `title` is shown to who edits it, `tag` to programs; `mappings` declares the prefixes of `xpath`.
    """

    kind: ClassVar[str] = "control"
    id: int
    title: str
    tag: str
    mappings: str
    xpath: str
    store: str
    run: Run


class LineBreak(Struct, frozen=True):
    """A new line in the same paragraph."""

    kind: ClassVar[str] = "break"


class Tab(Struct, frozen=True):
    """A jump to the next tab stop."""

    kind: ClassVar[str] = "tab"


class Field(Struct, frozen=True):
    """A complex field with its cached result (17.16.18)."""

    kind: ClassVar[str] = "field"
    instruction: str
    result: "tuple[Inline, ...]"


class FieldStart(Struct, frozen=True):
    """The start of a field whose result goes on in other paragraphs; FieldEnd closes it."""

    kind: ClassVar[str] = "field_start"
    instruction: str


class FieldEnd(Struct, frozen=True):
    """The end of the field that the last FieldStart opened."""

    kind: ClassVar[str] = "field_end"


class Bookmark(Struct, frozen=True):
    """Inlines that references point at. `id` and `name` are unique in the document."""

    kind: ClassVar[str] = "bookmark"
    id: int
    name: str
    inlines: "tuple[Inline, ...]"


class Link(Struct, frozen=True):
    """A link to the bookmark `target`."""

    kind: ClassVar[str] = "link"
    target: str
    inlines: "tuple[Inline, ...]"


class Commented(Struct, frozen=True):
    """Inlines that the comment `id` is about."""

    kind: ClassVar[str] = "commented"
    id: int
    inlines: "tuple[Inline, ...]"


class NoteReference(Struct, frozen=True):
    """The mark of footnote `id` in the text."""

    kind: ClassVar[str] = "note_reference"
    id: int


class NoteMark(Struct, frozen=True):
    """The same mark, at the head of the note itself."""

    kind: ClassVar[str] = "note_mark"


class Picture(Struct, frozen=True):
    """A picture in the line. `image` and `svg` are ids of relationships; `svg` is "" for other than vector pictures.

    `behind`: it stands behind the text, at the corner of the page.
    """

    kind: ClassVar[str] = "picture"
    id: int
    name: str
    alt: str
    image: str
    svg: str
    width: int
    height: int
    behind: bool = False


class Change(Struct, frozen=True):
    """A tracked change (17.13.5): who made it and when, in the form of XML Schema; "" where that is not known."""

    id: int
    kind: Literal["inserted", "deleted"]
    author: str
    date: str


class Changed(Struct, frozen=True):
    """Inlines that were inserted or deleted; there are no links and no bookmarks among them."""

    kind: ClassVar[str] = "changed"
    change: Change
    inlines: "tuple[Inline, ...]"


Inline: TypeAlias = (
    Run
    | Control
    | LineBreak
    | Tab
    | Field
    | FieldStart
    | FieldEnd
    | Bookmark
    | Link
    | Commented
    | Changed
    | NoteReference
    | NoteMark
    | Picture
)


class FooterReference(Struct, frozen=True):
    """The header or footer of odd (`default`) or even pages, by its relationship."""

    pages: Literal["default", "even"]
    relationship: str


class Section(Struct, frozen=True):
    """The layout of the pages up to here (17.6.17). `number_start` is None where the numbers run on."""

    width: int
    height: int
    landscape: bool
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    footers: tuple[FooterReference, ...]
    number_format: Literal["decimal", "upperRoman"]
    number_start: int | None
    line_pitch: int
    headers: tuple[FooterReference, ...] = ()


class Indent(Struct, frozen=True):
    """An indent from the left in hundredths of a character, and in twips for programs that do not count those."""

    characters: int
    twips: int


class Paragraph(Struct, frozen=True):
    """A paragraph. The optional values override its style: `align`, `indent`, `numbering` (id and level), `outline` (level from 0); `section` ends a section with this paragraph;
    `frame` is the width of a frame at the foot of the page that the paragraph stands in, 0 for none. `mark` says that
    the end of the paragraph was inserted or deleted; `before` is a paragraph of the properties it had, and when they
    were changed.
    """

    kind: ClassVar[str] = "paragraph"
    style: str
    inlines: tuple[Inline, ...]
    align: str = ""
    indent: Indent | None = None
    numbering: tuple[int, int] | None = None
    outline: int | None = None
    keep_next: bool = False
    section: Section | None = None
    frame: int = 0
    mark: Change | None = None
    before: "tuple[Change, Paragraph] | None" = None


class Cell(Struct, frozen=True):
    """A cell over `span` columns. `merge`: "start" opens a vertical merge, "go_on" continues the one above.  `tight`: with less room
    above and below."""

    width: int
    blocks: "tuple[Block, ...]"
    span: int = 1
    merge: Literal["", "start", "go_on"] = ""
    fill: str = ""
    tight: bool = False


class Row(Struct, frozen=True):
    """A row. `header` repeats it on every page; `whole` keeps it on one page; `height` is the least, 0 for none.
    `mark` says that it was inserted or deleted.
    """

    cells: tuple[Cell, ...]
    header: bool = False
    whole: bool = True
    height: int = 0
    mark: Change | None = None


class Table(Struct, frozen=True):
    """A table of fixed column widths, `grid`. `title` and `summary` are read out by assistive software."""

    kind: ClassVar[str] = "table"
    style: str
    title: str
    summary: str
    width: int
    grid: tuple[int, ...]
    rows: tuple[Row, ...]


class Contents(Struct, frozen=True):
    """The block that Word knows as the table of contents."""

    kind: ClassVar[str] = "contents"
    paragraphs: tuple[Paragraph, ...]


Block: TypeAlias = Paragraph | Table | Contents

GAP = Paragraph("Gap", ())
"""A thin empty line, behind a table that nothing else follows."""


class Note(Struct, frozen=True):
    """A footnote: its id (from 1) and its text."""

    id: int
    inlines: tuple[Inline, ...]


class Comment(Struct, frozen=True):
    """A comment: its id (from 0), its head, and its lines of text."""

    id: int
    head: str
    lines: tuple[str, ...]


class Body(Struct, frozen=True):
    """The main story: its blocks and the last section."""

    blocks: tuple[Block, ...]
    section: Section
