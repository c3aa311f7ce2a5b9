"""The theme's look as the styles of styles.xml, with every length worked out."""

from collections.abc import Iterator, Set
from math import floor

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.writers.docx.units import eighths, half_points, twips, twips_of_mm
from plan_compiler.writers.look import Fonts, Look, Style

_RULE_GAP = 6
"""Points between a rule at the left and the text."""
_JC = {"left": "left", "center": "center", "right": "right", "justify": "both"}


class Face(Struct, frozen=True):
    """The fonts of a style, the size of type (half points), spacing between characters (twips), weight."""

    latin: str
    east_asian: str
    size: int
    spacing: int
    bold: bool


class ParagraphStyle(Struct, frozen=True):
    """A paragraph style. Lengths in twips, `first` and `left` in hundredths of a character; `level` is the outline
    level from 0 or None, `numbering` that of the numbering of headings; `next` the style of the following paragraph.
    `below` and `beside` are rules in eighths of a point, colours are in hex, "" for none.
    """

    id: str
    name: str
    face: Face
    align: str
    before: int
    after: int
    line: int
    line_rule: str = "exact"
    first: int = 0
    left: int = 0
    right: int = 0
    level: int | None = None
    next: str = ""
    keep_next: bool = False
    listed: bool = True
    tab: int = 0
    colour: str = ""
    fill: str = ""
    below: int = 0
    beside: int = 0
    rule_colour: str = ""
    new_page: bool = False
    numbering: int | None = None

    @property
    def first_twips(self) -> int:
        """`first` for programs that do not know characters."""
        return self.first * self.face.size // 10

    @property
    def left_twips(self) -> int:
        """`left` likewise."""
        return self.left * self.face.size // 10

    @property
    def right_twips(self) -> int:
        """`right` likewise."""
        return self.right * self.face.size // 10


class CharacterStyle(Struct, frozen=True):
    """A character style; a font of "" and a size of 0 are those of the paragraph."""

    id: str
    name: str
    latin: str = ""
    east_asian: str = ""
    bold: bool = False
    italic: bool = False
    raised: bool = False


class TableStyle(Struct, frozen=True):
    """A table style: rules in eighths of a point around and inside (0 for none), padding in twips, colours in hex.

    `columns`: there are rules between columns, and at both sides.
    """

    id: str
    name: str
    outer: int
    inner: int
    colour: str
    inner_colour: str
    fill: str
    side: int
    above: int
    columns: bool = True


class StyleSheet(Struct, frozen=True):
    """All styles, and the face that text has without any."""

    default: Face
    paragraphs: tuple[ParagraphStyle, ...]
    characters: tuple[CharacterStyle, ...]
    tables: tuple[TableStyle, ...]


def style_sheet(look: Look, contents_width: int, numbered: Set[int], *, western: bool = False) -> StyleSheet:
    """The styles of `look`; the contents' page numbers stand at `contents_width` (twips). `numbered` are the levels of
    headings, from 0, that Word counts. `western`: emphasis is in italics, since a face of Chinese shows nothing there.
    """
    return StyleSheet(
        face_of(look.styles.body, look.fonts),
        (*_text(look), *_headings(look, numbered), *_front(look, contents_width), *_tables_text(look), *_apart(look)),
        tuple(_characters(look, western=western)),
        tuple(_table_styles(look)),
    )


def face_of(style: Style, fonts: Fonts) -> Face:
    """The face of `style`."""
    # Rounded down, as lines and characters must not take more room than the theme counts on.
    return Face(
        fonts.latin.office,
        fonts.face(style.font).office,
        half_points(style.size),
        floor(style.spacing * 20),
        style.bold,
    )


def _paragraph(look: Look, style: Style, id: str, name: str) -> ParagraphStyle:
    palette = look.colours.light
    # Word draws a rule at the left outside of the text, which is moved in to make room for it.
    room = round((style.rule_left + _RULE_GAP) / style.size * 100) if style.rule_left else 0
    return ParagraphStyle(
        id, name, face_of(style, look.fonts), _JC[style.align], twips(style.before), twips(style.after),
        floor(style.line * 20), first=round(style.indent * 100), left=room,
        colour="" if style.colour == "text" else _hex(palette.ink(style.colour)),
        fill="" if style.fill is None else _hex(palette.ink(style.fill)),
        below=eighths(style.rule_below), beside=eighths(style.rule_left),
        rule_colour=_hex(palette.ink(style.rule_colour)), new_page=style.new_page,
    )  # fmt: skip


def _hex(colour: str) -> str:
    return colour.removeprefix("#")


def _text(look: Look) -> Iterator[ParagraphStyle]:
    body = _paragraph(look, look.styles.body, "Normal", "Normal")
    yield replace(body, first=0, colour=_hex(look.colours.light.text))
    yield replace(body, id="BodyText", name="Body Text")
    yield _paragraph(look, look.styles.box, "BoxText", "Box Text")
    yield _paragraph(look, look.styles.note, "TableNote", "Table Note")
    yield _paragraph(look, look.styles.footnote, "FootnoteText", "footnote text")
    yield replace(body, id="Gap", name="Gap", line=120, before=0, after=0, first=0, listed=False)


def _headings(look: Look, numbered: Set[int]) -> Iterator[ParagraphStyle]:
    for level in range(1, 7):
        style = _paragraph(look, look.styles.heading(level), f"Heading{level}", f"heading {level}")
        number = level - 1 if level - 1 in numbered else None
        yield replace(style, level=level - 1, next="BodyText", keep_next=True, numbering=number)


def _front(look: Look, width: int) -> Iterator[ParagraphStyle]:
    styles = look.styles
    title = _paragraph(look, styles.title, "CoverTitle", "Title")
    # The title of a cover stands in the upper third of the text area.
    height = look.page.height - look.page.portrait.top - look.page.portrait.bottom
    yield replace(title, before=title.before + twips_of_mm(height / 5))
    yield replace(_paragraph(look, styles.subtitle, "CoverSubtitle", "Subtitle"), before=twips(styles.subtitle.size))
    yield _paragraph(look, styles.status, "CoverStatus", "Cover Status")
    yield _paragraph(look, styles.cover, "CoverFoot", "Cover Foot")
    yield _paragraph(look, styles.contents_title, "ContentsTitle", "TOC Heading")
    yield replace(
        _paragraph(look, styles.heading(0), "PageTitle", "Page Title"), level=0, next="BodyText", keep_next=True
    )
    for level, style in enumerate((styles.contents_1, styles.contents_2, styles.contents_3), 1):
        line = _paragraph(look, style, f"Contents{level}", f"toc {level}")
        yield replace(line, left=line.first, first=0, tab=width)


def _tables_text(look: Look) -> Iterator[ParagraphStyle]:
    styles = look.styles
    for style, name in ((styles.table, "Table"), (styles.table_annex, "AnnexTable")):
        text = _paragraph(look, style, f"{name}Text", f"{name.replace('Table', ' Table').strip()} Text")
        yield text
        yield replace(
            text, id=f"{name}Total", name=text.name.replace("Text", "Total"), face=replace(text.face, bold=True)
        )
    head = _paragraph(look, styles.table_header, "TableHeader", "Table Header")
    yield head
    annex = _paragraph(look, styles.table_annex, "AnnexTableHeader", "Annex Table Header")
    yield replace(annex, face=replace(head.face, size=annex.face.size), align=head.align, colour=head.colour)
    yield replace(_paragraph(look, styles.unit, "TableUnit", "Table Unit"), keep_next=True)
    yield replace(_paragraph(look, styles.caption, "TableCaption", "Table Caption"), keep_next=True)
    yield replace(_paragraph(look, styles.box_title, "BoxCaption", "Box Caption"), keep_next=True)
    below = _paragraph(look, styles.caption, "FigureCaption", "Figure Caption")
    # The gap of a caption towards what it names is `after` above a table, and `before` below a figure.
    yield replace(below, before=below.after, after=below.before)


def _apart(look: Look) -> Iterator[ParagraphStyle]:
    styles = look.styles
    yield replace(_paragraph(look, styles.annex_mark, "AnnexMark", "Annex Mark"), keep_next=True, next="AnnexTitle")
    yield replace(_paragraph(look, styles.contents_title, "AnnexTitle", "Annex Title"), keep_next=True)
    # Lines of a fixed height would cut a picture off.
    figure = _paragraph(look, styles.figure, "Figure", "Figure")
    yield replace(figure, before=max(figure.before, twips(styles.caption.before)), line=240, line_rule="auto")
    yield _paragraph(look, styles.figure, "FigureFrame", "Figure Frame")
    note = replace(_paragraph(look, styles.unit, "CommentText", "annotation text"), align="left", listed=False)
    yield note
    yield replace(note, id="DraftNotice", name="Draft Notice", align="center", colour=_hex(look.colours.light.deleted))
    number = _paragraph(look, styles.page_number, "Footer", "footer")
    yield number
    inset = round(look.page_number.inset * 100)
    for pages, align in (("Odd", look.page_number.odd), ("Even", look.page_number.even)):
        yield replace(
            number, id=f"Footer{pages}", name=f"Footer {pages}", align=align,
            left=inset if align == "left" else 0, right=inset if align == "right" else 0,
        )  # fmt: skip


def _characters(look: Look, *, western: bool) -> Iterator[CharacterStyle]:
    kai = look.fonts.kai.office
    yield CharacterStyle("Strong", "Strong", bold=True)
    yield CharacterStyle("Emphasis", "Emphasis", east_asian=kai, italic=western)
    yield CharacterStyle("StrongEmphasis", "Strong Emphasis", east_asian=kai, bold=True, italic=western)
    yield CharacterStyle("FootnoteReference", "footnote reference", raised=True)
    yield CharacterStyle("CommentReference", "annotation reference")
    yield CharacterStyle("Hyperlink", "Hyperlink")
    for level in range(1, 7):
        style = look.styles.heading(level)
        face = face_of(style, look.fonts)
        yield CharacterStyle(f"Lead{level}", f"Lead {level}", face.latin, face.east_asian, style.bold)


def _table_styles(look: Look) -> Iterator[TableStyle]:
    colours = look.colours.light
    rule, hairline = eighths(look.table.rule), eighths(look.table.hairline)
    padding = twips_of_mm(look.table.padding)
    frame = twips_of_mm(look.box.padding)
    ink, thin = colours.rule.removeprefix("#"), colours.hairline.removeprefix("#")
    yield TableStyle(
        "PlanTable", "Plan Table", rule, hairline, ink, thin, "", padding, padding // 2, look.table.columns
    )
    yield TableStyle(
        "PlanBox", "Plan Box", eighths(look.box.rule), 0, colours.box_rule.removeprefix("#"), thin,
        colours.box_fill.removeprefix("#"), frame, frame,
    )  # fmt: skip
    yield TableStyle("PlanFrame", "Plan Frame", hairline, 0, thin, thin, colours.ground.removeprefix("#"), frame, frame)
