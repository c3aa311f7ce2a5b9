"""The Document as the main story of a Word file: parts become sections."""

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.nodes import Cover, Document, Orientation, Part
from plan_compiler.document.revisions import change_of
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.blocks import compose_blocks
from plan_compiler.writers.docx.changes import changed_blocks, revised, settled
from plan_compiler.writers.docx.contents import compose_contents
from plan_compiler.writers.docx.figures import compose_ground
from plan_compiler.writers.docx.inlines import text_runs
from plan_compiler.writers.docx.scope import Scope
from plan_compiler.writers.docx.units import twips, twips_of_mm
from plan_compiler.writers.look import Look
from plan_compiler.writers.phrases import cover_lines, name_phrases, title_phrases

ODD_FOOTER, EVEN_FOOTER, BLANK_FOOTER = "rIdFooterOdd", "rIdFooterEven", "rIdFooterBlank"
DRAFT_HEADER = "rIdHeaderDraft"
COVER_FOOT = "CoverFoot"
_LEAST_WIDTH = 567
"""A centimetre: what text has at least, whatever margins a theme asks for."""
_NUMBERED = (w.FooterReference("default", ODD_FOOTER), w.FooterReference("even", EVEN_FOOTER))
_DRAFT = (w.FooterReference("default", DRAFT_HEADER), w.FooterReference("even", DRAFT_HEADER))
_BLANK = (w.FooterReference("default", BLANK_FOOTER), w.FooterReference("even", BLANK_FOOTER))


class _Pages(Struct, frozen=True):
    """A section: its first part, its blocks, and what a part is composed in here."""

    part: Part
    section: w.Section
    blocks: tuple[w.Block, ...]
    scope: Scope


def compose_story(document: Document, scope: Scope) -> w.Body:
    """All parts in order, each a section of its own. Page numbers start at the contents and again at the body."""
    *others, last = _pages(document, scope)
    blocks = [block for pages in others for block in _closed(pages)]
    return w.Body((*blocks, *settled(last.blocks, last.scope)), last.section)


def _pages(document: Document, scope: Scope) -> list[_Pages]:
    """The sections. The end of one cannot be deleted: a part that is gone stands on the pages of the one before it."""
    made: list[_Pages] = []
    body_seen = False
    for part in document.parts or (Part("body", "portrait", ()),):
        if made and scope.tracked is not None and _is_gone(part):
            held = made[-1]
            made[-1] = replace(held, blocks=(*held.blocks, *_part(part, document, held.scope)))
            continue
        section = _section(part, scope.look, restart=part.role == "contents" or not (body_seen or part.role == "cover"))
        if document.draft:
            section = replace(section, headers=_DRAFT)
        body_seen = body_seen or part.role in ("body", "annex", "findings")
        inner = replace(scope, width=text_width(scope.look, part.orientation))
        made.append(_Pages(part, section, tuple(_part(part, document, inner)), inner))
    return made


def _is_gone(part: Part) -> bool:
    return bool(part.blocks) and all(change_of(block.marks) == "deleted" for block in part.blocks)


def compose_notes(scope: Scope) -> tuple[w.Note, ...]:
    """The footnotes that composing the story met, each once."""
    mark = (w.NoteMark(), w.Run(" "))
    return tuple(w.Note(number, (*mark, *note.inlines)) for number, note in sorted(scope.notes.items()))


def text_width(look: Look, orientation: Orientation) -> int:
    """The width of the text area in twips."""
    section = _page(look, orientation)
    return max(_LEAST_WIDTH, section.width - section.left - section.right)


def _closed(pages: _Pages) -> tuple[w.Block, ...]:
    """The blocks of `pages` with the section's end on the last paragraph, or on a thin one of its own behind a table or a cover,
    before which paragraphs come and go as anywhere.

    So it is behind fields: LibreOffice 7.4 closes a bookmark of a section's last paragraph before the field in it.
    """
    at_end = settled(pages.blocks, pages.scope)
    last = at_end[-1] if at_end else None
    plain = isinstance(last, w.Paragraph) and not any(isinstance(it, w.Bookmark) for it in last.inlines)
    if isinstance(last, w.Paragraph) and plain and pages.part.role not in ("cover", "contents"):
        return (*at_end[:-1], replace(last, section=pages.section))
    return (*pages.blocks, w.Paragraph("Gap", (), section=pages.section))


def _part(part: Part, document: Document, scope: Scope) -> Iterator[w.Block]:
    match part.role:
        case "cover":
            yield from _cover(document.cover, scope)
        case "contents":
            yield from compose_contents(document, scope)
        case "body" | "findings":
            pass
        case "annex":
            scope = replace(scope, annex=True)
        case _:
            assert_never(part.role)
    yield from compose_blocks(part.blocks, scope)


def _cover(cover: Cover, scope: Scope) -> Iterator[w.Block]:
    """The lines of the cover; what is behind all of them stands in the first."""
    ground: tuple[w.Inline, ...] = ()
    if scope.ground is not None:
        ground = (compose_ground(scope.ground, cover.title, scope),)
    texts, before = (_cover_texts(it, scope.look) for it in (cover, cover.was or cover))
    for (style, newer), (_, older) in zip(texts, before, strict=True):
        for line in _cover_line(style, newer, older, scope):
            yield replace(line, inlines=(*ground, *line.inlines)) if isinstance(line, w.Paragraph) else line
            ground = ()


def _cover_line(style: str, newer: str, older: str, scope: Scope) -> Iterator[w.Block]:
    runs = revised(tuple(text_runs(newer)), tuple(text_runs(older)), scope)
    line = w.Paragraph(style, runs, frame=scope.width if style == COVER_FOOT else 0)
    if newer and (older or scope.tracked is None):
        yield line
    elif newer or (older and scope.tracked is not None):
        plain = replace(line, inlines=tuple(text_runs(newer or older)))
        yield from changed_blocks((plain,), "inserted" if newer else "deleted", scope)


def _cover_texts(cover: Cover, look: Look) -> tuple[tuple[str, str], ...]:
    """The texts of the cover by their style; Word has nothing that keeps a phrase in one line, so lines are broken for it."""
    title = cover_lines(title_phrases(cover.title), look.styles.title, look)
    issuer = cover_lines(name_phrases(cover.issuer), look.styles.cover, look)
    return (
        ("CoverStatus", cover.status), ("CoverTitle", "\n".join(title)), ("CoverSubtitle", cover.subtitle),
        (COVER_FOOT, "\n".join(issuer)), (COVER_FOOT, cover.date),
    )  # fmt: skip


def _section(part: Part, look: Look, *, restart: bool) -> w.Section:
    numbered = part.role != "cover" and not (part.role == "contents" and look.contents.numbers == "none")
    return replace(
        _page(look, part.orientation),
        footers=_NUMBERED if numbered else _BLANK,
        number_format="upperRoman" if part.role == "contents" else "decimal",
        number_start=1 if restart else None,
    )


def _page(look: Look, orientation: Orientation) -> w.Section:
    page = look.page
    landscape = orientation == "landscape"
    margins = page.landscape if landscape else page.portrait
    width, height = twips_of_mm(page.width), twips_of_mm(page.height)
    top, bottom = twips_of_mm(margins.top), twips_of_mm(margins.bottom)
    if landscape:
        width, height = height, width
    return w.Section(
        width=width, height=height, landscape=landscape, top=top, bottom=bottom,
        left=twips_of_mm(margins.inside), right=twips_of_mm(margins.outside),
        header=twips_of_mm(page.header), footer=max(0, twips_of_mm(page.footer) - twips(look.styles.page_number.line)),
        footers=(), number_format="decimal", number_start=None,
        # Rounded down: one twip too many and the last line of the page does not fit.
        line_pitch=twips(look.styles.body.line) if landscape else max(20, (height - top - bottom) // page.lines),
    )  # fmt: skip
