"""WordprocessingML as finished values: what the templates of a theme print, and nothing they would have to compute.

Lengths are in twips (1/20 pt), those of pictures in EMU (1/12700 pt). `style` is the id of a style of styles.xml, ""
for the default. Sources: ECMA-376-1 (ISO/IEC 29500-1), clause 17.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style. `east_asian` asks for the East Asian face where a character belongs to both (17.3.2.26)."""

    kind: ClassVar[str] = "run"
    text: str
    style: str = ""
    east_asian: bool = False


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line in the same paragraph."""

    kind: ClassVar[str] = "break"


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the next tab stop."""

    kind: ClassVar[str] = "tab"


@dataclass(frozen=True, slots=True)
class Field:
    """A complex field with its cached result (17.16.18)."""

    kind: ClassVar[str] = "field"
    instruction: str
    result: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class FieldStart:
    """The start of a field whose result goes on in other paragraphs; FieldEnd closes it."""

    kind: ClassVar[str] = "field_start"
    instruction: str


@dataclass(frozen=True, slots=True)
class FieldEnd:
    """The end of the field that the last FieldStart opened."""

    kind: ClassVar[str] = "field_end"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Inlines that references point at. `id` and `name` are unique in the document."""

    kind: ClassVar[str] = "bookmark"
    id: int
    name: str
    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the bookmark `target`."""

    kind: ClassVar[str] = "link"
    target: str
    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark of footnote `id` in the text."""

    kind: ClassVar[str] = "note_reference"
    id: int


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The same mark, at the head of the note itself."""

    kind: ClassVar[str] = "note_mark"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the line. `image` and `svg` are ids of relationships; `svg` is "" for other than vector pictures."""

    kind: ClassVar[str] = "picture"
    id: int
    name: str
    alt: str
    image: str
    svg: str
    width: int
    height: int


Inline: TypeAlias = (
    Run | LineBreak | Tab | Field | FieldStart | FieldEnd | Bookmark | Link | NoteReference | NoteMark | Picture
)


@dataclass(frozen=True, slots=True)
class FooterReference:
    """The footer of odd (`default`) or even pages, by its relationship."""

    pages: Literal["default", "even"]
    relationship: str


@dataclass(frozen=True, slots=True)
class Section:
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


@dataclass(frozen=True, slots=True)
class Indent:
    """An indent from the left in hundredths of a character, and in twips for programs that do not count those."""

    characters: int
    twips: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. The optional values override its style: `align`, `indent`, `numbering` (id and level), `outline` (level from 0); `section` ends a section with this paragraph;
    `frame` is the width of a frame at the foot of the page that the paragraph stands in, 0 for none.
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


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `span` columns. `merge`: "start" opens a vertical merge, "go_on" continues the one above."""

    width: int
    blocks: "tuple[Block, ...]"
    span: int = 1
    merge: Literal["", "start", "go_on"] = ""
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `header` repeats it on every page; `whole` keeps it on one page; `height` is the least, 0 for none."""

    cells: tuple[Cell, ...]
    header: bool = False
    whole: bool = True
    height: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of fixed column widths, `grid`. `title` and `summary` are read out by assistive software."""

    kind: ClassVar[str] = "table"
    style: str
    title: str
    summary: str
    width: int
    grid: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The block that Word knows as the table of contents."""

    kind: ClassVar[str] = "contents"
    paragraphs: tuple[Paragraph, ...]


Block: TypeAlias = Paragraph | Table | Contents

GAP = Paragraph("Gap", ())
"""A thin empty line, behind a table that nothing else follows."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its id (from 1) and its text."""

    id: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The main story: its blocks and the last section."""

    blocks: tuple[Block, ...]
    section: Section
