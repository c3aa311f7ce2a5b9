"""The look of a document: what theme.yaml says, for all three formats.

A theme may come with a plan, so it is untrusted: every name and colour that reaches a style sheet is held to a plain
alphabet, and every length to a range.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

Role: TypeAlias = Literal["title", "fang", "kai", "hei", "song", "latin"]
"""What a face is for: the title's 小标宋, 仿宋, 楷体, 黑体, 宋体, and the face of Latin letters and digits."""

Points: TypeAlias = Annotated[float, Field(ge=0, le=200)]
Millimetres: TypeAlias = Annotated[float, Field(ge=0, le=1200)]
# Lengths are limits beside the pattern: counted in it, letters of all scripts would take 30 ms to compile.
FontName: TypeAlias = Annotated[str, Field(pattern=r"^\w[\w .+-]*$", max_length=61)]
Colour: TypeAlias = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Rem: TypeAlias = Annotated[float, Field(ge=0.5, le=4)]
Mark: TypeAlias = Annotated[str, Field(min_length=1, max_length=8)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Margins(_Part):
    """Margins of a page, mm. The inside edge is the left one of an odd page."""

    top: Millimetres
    bottom: Millimetres
    inside: Millimetres
    outside: Millimetres


class Page(_Part):
    """The paper (upright, mm), its margins in both orientations, and the grid of lines and characters."""

    width: Annotated[float, Field(ge=50, le=1200)]
    height: Annotated[float, Field(ge=50, le=1200)]
    portrait: Margins
    landscape: Margins
    header: Millimetres
    footer: Millimetres
    lines: Annotated[int, Field(ge=1, le=200)]
    characters: Annotated[int, Field(ge=1, le=200)]


class Face(_Part):
    """A face: the name that DOCX gives (`office`), and the families that PDF and HTML try, in this order."""

    office: FontName
    families: Annotated[tuple[FontName, ...], Field(min_length=1, max_length=30)]
    weight: Annotated[int, Field(ge=100, le=900)] = 400


class Fonts(_Part):
    """The faces by role."""

    title: Face
    fang: Face
    kai: Face
    hei: Face
    song: Face
    latin: Face

    def face(self, role: Role) -> Face:
        """The face of `role`."""
        face: Face = getattr(self, role)
        return face


Ink: TypeAlias = Literal[
    "text",
    "muted",
    "paper",
    "ground",
    "accent",
    "link",
    "rule",
    "hairline",
    "header_fill",
    "total_fill",
    "box_fill",
    "box_rule",
]
"""A colour of the palette, by its name."""


class Style(_Part):
    """A style of text. Sizes, line heights, gaps and rules in points; indent in characters; `spacing` between characters.

    `colour` is that of the words, `fill` that behind the whole line; `rule_below` and `rule_left` are rules beside it, in
    `rule_colour`; `new_page`: it begins a page.
    """

    font: Role
    size: Annotated[float, Field(ge=4, le=120)]
    line: Annotated[float, Field(ge=4, le=200)]
    align: Literal["left", "center", "right", "justify"] = "left"
    bold: bool = False
    indent: Annotated[float, Field(ge=0, le=20)] = 0
    before: Points = 0
    after: Points = 0
    spacing: Annotated[float, Field(ge=-5, le=20)] = 0
    colour: Ink = "text"
    fill: Ink | None = None
    rule_below: Annotated[float, Field(ge=0, le=12)] = 0
    rule_left: Annotated[float, Field(ge=0, le=12)] = 0
    rule_colour: Ink = "accent"
    new_page: bool = False


class Styles(_Part):
    """The styles by what they are for."""

    body: Style
    title: Style
    subtitle: Style
    status: Style
    cover: Style
    contents_title: Style
    contents_1: Style
    contents_2: Style
    contents_3: Style
    heading_1: Style
    heading_2: Style
    heading_3: Style
    heading_4: Style
    heading_5: Style
    heading_6: Style
    annex_mark: Style
    caption: Style
    unit: Style
    table: Style
    table_header: Style
    table_annex: Style
    note: Style
    box_title: Style
    box: Style
    figure: Style
    chart: Style
    footnote: Style
    page_number: Style

    def heading(self, level: int) -> Style:
        """The style of a heading of `level` 1 to 6; the title of a page, level 0, is set as that of the contents."""
        style: Style = getattr(self, f"heading_{level}" if level else "contents_title")
        return style

    def by_name(self) -> dict[str, Style]:
        """Every style by its name, in the order of theme.yaml."""
        return {name: getattr(self, name) for name in type(self).model_fields}


class Palette(_Part):
    """Colours by what they colour."""

    text: Colour
    muted: Colour
    paper: Colour
    ground: Colour
    accent: Colour
    link: Colour
    rule: Colour
    hairline: Colour
    header_fill: Colour
    total_fill: Colour
    box_fill: Colour
    box_rule: Colour
    grid: Colour
    track: Colour
    series: Annotated[tuple[Colour, ...], Field(min_length=6, max_length=12)]
    inserted: Colour
    deleted: Colour
    comment: Colour
    highlight: Colour

    def ink(self, name: Ink) -> str:
        """The colour of this name."""
        colour: str = getattr(self, name)
        return colour


class Colours(_Part):
    """The palette of paper and screen, and that of the screen at night."""

    light: Palette
    dark: Palette


class TableLook(_Part):
    """Rules (points) and padding (mm) of tables; whether header cells are filled, and columns parted by rules."""

    rule: Annotated[float, Field(ge=0, le=10)]
    hairline: Annotated[float, Field(ge=0, le=10)]
    padding: Annotated[float, Field(ge=0, le=20)]
    header_fill: bool
    columns: bool = True


class BoxLook(_Part):
    """The frame of a box (points) and its padding (mm)."""

    rule: Annotated[float, Field(ge=0, le=10)]
    padding: Annotated[float, Field(ge=0, le=50)]


class FigureLook(_Part):
    """The greatest height of a picture, mm."""

    max_height: Annotated[float, Field(ge=10, le=1200)]


class Lists(_Part):
    """The marks of list items by depth; `ordered` are examples of the first number (1., （1）, ①)."""

    bullets: Annotated[tuple[Mark, ...], Field(min_length=1, max_length=6)]
    ordered: Annotated[tuple[Mark, ...], Field(min_length=1, max_length=6)]


class ContentsLook(_Part):
    """How many levels the contents show, and how its own pages are numbered."""

    levels: Annotated[int, Field(ge=1, le=3)]
    numbers: Literal["roman", "none"]


class ScreenLook(_Part):
    """Sizes of type on a screen, in rem: what a reader has set as the size of text counts 1."""

    body: Rem = 1.06
    heading_1: Rem = 1.5
    heading_2: Rem = 1.28
    heading_3: Rem = 1.12
    heading_4: Rem = 1.06
    caption: Rem = 1
    table: Rem = 0.88
    table_annex: Rem = 0.82
    box: Rem = 1
    note: Rem = 0.85


class PageNumber(_Part):
    """The page number: `#` in `form` stands for it; `inset` from the margin, in characters."""

    form: Annotated[str, Field(pattern=r"^[\w —–·().-]*#[\w —–·().-]*$", max_length=21)]
    odd: Literal["left", "center", "right"]
    even: Literal["left", "center", "right"]
    inset: Annotated[float, Field(ge=0, le=10)]

    def split(self) -> tuple[str, str]:
        """What stands before and behind the number."""
        before, _, after = self.form.partition("#")
        return before, after


class Look(_Part):
    """theme.yaml as a whole. `based_on` is the theme that gives what this one leaves out."""

    based_on: str | None = None

    page: Page
    fonts: Fonts
    styles: Styles
    colours: Colours
    table: TableLook
    box: BoxLook
    figure: FigureLook
    lists: Lists
    contents: ContentsLook
    page_number: PageNumber
    screen: ScreenLook = ScreenLook()
