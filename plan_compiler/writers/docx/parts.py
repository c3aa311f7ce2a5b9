"""The parts of the file, each from its template."""

import re
from collections.abc import Iterator, Sequence, Set

from plan_compiler.document.nodes import Document
from plan_compiler.language.typography import in_chinese
from plan_compiler.patterns import compiled
from plan_compiler.writers.docx import kinds
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.headings import heading_levels
from plan_compiler.writers.docx.inlines import text_runs
from plan_compiler.writers.docx.lists import HEADINGS, UNNUMBERED, bullet_levels, counted_levels, unnumbered_levels
from plan_compiler.writers.docx.package import File
from plan_compiler.writers.docx.story import BLANK_FOOTER, DRAFT_HEADER, EVEN_FOOTER, ODD_FOOTER, text_width
from plan_compiler.writers.docx.stylesheet import face_of, style_sheet
from plan_compiler.writers.docx.xml import PartTemplates
from plan_compiler.writers.look import Look
from plan_compiler.writers.theme import Theme

_FULL_DATE = compiled(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def main_part(templates: PartTemplates, body: w.Body) -> bytes:
    """``/word/document.xml``."""
    return templates.part("document", body=body)


def styled_parts(
    templates: PartTemplates, document: Document, look: Look, lists: Sequence[int], counted: Set[str]
) -> Iterator[File]:
    """Styles and numberings; `lists` are the ids of counted lists, `counted` the anchors of headings that Word counts."""
    width = text_width(look, "portrait")
    headings = heading_levels(document.numbering, look) if counted else ()
    western = not in_chinese(document.language)
    sheet = style_sheet(look, width, {level.number for level in headings}, western=western)
    styles = templates.part("styles", sheet=sheet, language=document.language, frame_width=width, headings_id=HEADINGS)
    yield File("/word/styles.xml", kinds.STYLES, styles, "rIdStyles")
    numbering = templates.part(
        "numbering", bullets=bullet_levels(look.lists), counted=counted_levels(look.lists), lists=lists,
        headings=headings, headings_id=HEADINGS, unnumbered_id=UNNUMBERED, unnumbered=unnumbered_levels(),
    )  # fmt: skip
    yield File("/word/numbering.xml", kinds.NUMBERING, numbering, "rIdNumbering")


def word_parts(templates: PartTemplates, document: Document, theme: Theme, notes: Sequence[w.Note]) -> Iterator[File]:
    """Settings, fonts, footers, footnotes, and the header of a draft."""
    look = theme.look
    body, title = (face_of(style, look.fonts) for style in (look.styles.body, look.styles.title))
    settings = templates.part("settings", language=document.language)
    yield File("/word/settings.xml", kinds.SETTINGS, settings, "rIdSettings")
    fonts = templates.part("fonts", fonts=_fonts(look))
    yield File("/word/fontTable.xml", kinds.FONT_TABLE, fonts, "rIdFonts")
    office = templates.part("theme", theme=theme.name, colours=_colours(look), title=title, body=body)
    yield File("/word/theme/theme1.xml", kinds.THEME, office, "rIdTheme")
    footnotes = templates.part("footnotes", notes=notes)
    yield File("/word/footnotes.xml", kinds.FOOTNOTES, footnotes, "rIdFootnotes")
    yield from _footers(templates, look)
    if document.draft:
        header = templates.part("header", text=document.draft, ground=look.colours.light.paper.removeprefix("#"))
        yield File("/word/header1.xml", kinds.HEADER, header, DRAFT_HEADER)


def comments_part(templates: PartTemplates, comments: Sequence[w.Comment]) -> Iterator[File]:
    """The comments; nothing where there are none."""
    if comments:
        part = templates.part("comments", comments=comments)
        yield File("/word/comments.xml", kinds.COMMENTS, part, "rIdComments")


def outer_parts(templates: PartTemplates, document: Document) -> Iterator[File]:
    """The document's properties. Their dates are the document's own, if it has a full one, and never the clock's."""
    date = document.date if document.date and _FULL_DATE.fullmatch(document.date) else None
    core = templates.part("core", document=document, date=date and f"{date}T00:00:00Z")
    yield File("/docProps/core.xml", kinds.CORE_PROPERTIES, core, "rIdCore")
    app = templates.part("app", document=document)
    yield File("/docProps/app.xml", kinds.EXTENDED_PROPERTIES, app, "rIdApp")


def _footers(templates: PartTemplates, look: Look) -> Iterator[File]:
    before, behind = look.page_number.split()
    number = (*text_runs(before), w.Field("PAGE", (w.Run("1"),)), *text_runs(behind))
    for file, style, inlines, relationship in (
        ("footer1", "FooterOdd", number, ODD_FOOTER),
        ("footer2", "FooterEven", number, EVEN_FOOTER),
        ("footer3", "Footer", (), BLANK_FOOTER),
    ):
        footer = templates.part("footer", style=style, number=inlines)
        yield File(f"/word/{file}.xml", kinds.FOOTER, footer, relationship)


def _fonts(look: Look) -> tuple[tuple[str, str], ...]:
    """The faces by name, each with the first other family that may stand in for it, or ""."""
    roles = look.fonts
    faces = (roles.title, roles.fang, roles.kai, roles.hei, roles.song, roles.latin)
    return tuple({f.office: (f.office, next((n for n in f.families if n != f.office), "")) for f in faces}.values())


def _colours(look: Look) -> tuple[tuple[str, str], ...]:
    """The twelve colours of an Office theme by name (20.1.6.2), in hex."""
    palette = look.colours.light
    roles = {
        "dk1": palette.text, "lt1": palette.paper, "dk2": palette.rule, "lt2": palette.ground,
        "accent1": palette.accent, "accent2": palette.box_rule, "accent3": palette.hairline, "accent4": palette.inserted,
        "accent5": palette.comment, "accent6": palette.deleted, "hlink": palette.link, "folHlink": palette.muted,
    }  # fmt: skip
    return tuple((name, colour.removeprefix("#")) for name, colour in roles.items())
