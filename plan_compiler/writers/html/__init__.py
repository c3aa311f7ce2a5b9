"""HTML: a folder that needs nothing else. index.html opens from the disk, and asks nothing of the network."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.nodes import ContentsEntry, Document
from plan_compiler.writers.characters import printable
from plan_compiler.writers.charts import chart_svgs
from plan_compiler.writers.cover import cover_svg
from plan_compiler.writers.estimate import estimate_pages
from plan_compiler.writers.html.downloads import downloads
from plan_compiler.writers.html.inlines import InlinePrinter, Medium
from plan_compiler.writers.html.nodes import Printer
from plan_compiler.writers.html.sheets import paged_values, screen_values
from plan_compiler.writers.html.tables import TablePrinter
from plan_compiler.writers.phrases import cover_lines, name_phrases, title_phrases
from plan_compiler.writers.pictures import Picture
from plan_compiler.writers.templates import Templates
from plan_compiler.writers.theme import Theme
from plan_compiler.writers.walk import referred

_SHEETS = ("style", "reader", "print")
_SCHEME = "scheme.js"
"""The script that runs before the page is painted."""
_SCRIPTS = ("folding.js", "contents.js", "search.js", "sources.js", "tables.js")
"""The other scripts of a page, in the order in which they run."""
_COVER = "cover.svg"


class PrintedPart(Struct, frozen=True):
    """A part with its text, as the page template prints it."""

    role: str
    orientation: str
    anchor: str
    text: Markup


def write_html(
    document: Document, theme: Theme, pictures: Mapping[str, Picture], pagination: Mapping[str, str] | None = None
) -> Mapping[str, bytes]:
    """`document` for a browser: index.html, its style sheets, scripts and pictures, and its data sets, by their path.

    `pictures` are those of its figures by the path that the figure names; where one is lacking, a frame stands in for
    it. `pagination` is the printed page of every anchor, as the PDF has it; None takes an estimate.
    Raises TemplateFaultError for a template of the theme that cannot be used.
    """
    templates = Templates(theme)
    printer, names = _printer(templates, document, theme, pictures, "screen")
    printer.texts.pages = estimate_pages(document, theme.look) if pagination is None else pagination
    parts = tuple(part for part in _parts(printer, document) if part.text)
    values = _page_values(document, theme, parts)
    sheets = screen_values(theme.look, document, printer.tables.widths, printer.tables.shifts)
    page = templates.render(
        "html/index.html.j2",
        **values,
        notes=tuple(printer.texts.notes),
        sources=printer.texts.printed_sources(printer.anchors),
        scripts=_SCRIPTS,
        sheets=(),
    )
    return {
        "index.html": printable(page).encode(),
        **{f"assets/{name}.css": templates.render(f"html/{name}.css.j2", **sheets).encode() for name in _SHEETS},
        **{f"assets/{name}": templates.file(f"html/{name}") for name in (_SCHEME, *_SCRIPTS)},
        **{names[path]: picture.data for path, picture in pictures.items()},
        **{file.path: file.data for files in printer.tables.downloads.values() for file in files},
    }


def write_page(document: Document, theme: Theme, pictures: Mapping[str, Picture]) -> str:
    """`document` as one page to be laid into another: style sheets and pictures are in it, no script, no data sets.

    `pictures` as for `write_html`; printed pages are estimated. Raises TemplateFaultError.
    """
    templates = Templates(theme)
    printer, _ = _printer(templates, replace(document, sources={}, datasets=()), theme, pictures, "screen")
    printer.texts.pages = estimate_pages(document, theme.look)
    printer.pictures = {path: _data_address(picture) for path, picture in pictures.items()}
    parts = tuple(part for part in _parts(printer, document) if part.text)
    values = _page_values(document, theme, parts)
    sheets = screen_values(theme.look, document, printer.tables.widths, printer.tables.shifts)
    texts = (templates.render(f"html/{name}.css.j2", **sheets) for name in ("style", "reader"))
    inlined = tuple(
        Markup(text.replace("</", "<\\/")) for text in texts
    )  # no sheet ends its element; CSS reads it the same
    notes = tuple(printer.texts.notes)
    return templates.render("html/index.html.j2", **values, notes=notes, sources=(), scripts=(), sheets=inlined)


_MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}


def _data_address(picture: Picture) -> str:
    return f"data:{_MEDIA_TYPES[picture.suffix]};base64,{b64encode(picture.data).decode('ascii')}"


def paged_files(document: Document, theme: Theme, pictures: Mapping[str, Picture]) -> dict[str, bytes]:
    """index.html and what it links, for a layout on pages. Raises TemplateFaultError."""
    templates = Templates(theme)
    printer, names = _printer(templates, document, theme, pictures, "paged")
    parts = _parts(printer, document)
    values = _page_values(document, theme, parts)
    created = document.date if document.date else None
    ground = cover_svg(templates, theme.look)
    styles, cover = theme.look.styles, document.cover
    title = _lines(title_phrases, cover_lines(title_phrases(cover.title), styles.title, theme.look))
    issuer = _lines(name_phrases, cover_lines(name_phrases(cover.issuer), styles.cover, theme.look))
    page = templates.render("html/paged.html.j2", **values, created=created, title=title, issuer=issuer)
    sheet = templates.render(
        "html/paged.css.j2",
        **paged_values(theme.look, document, printer.tables.widths, printer.tables.shifts, _COVER if ground else ""),
    )
    return {
        "index.html": printable(page).encode(),
        "paged.css": sheet.encode(),
        **({_COVER: ground} if ground else {}),
        **{names[path]: picture.data for path, picture in pictures.items()},
    }


def part_anchor(index: int) -> str:
    """The anchor of a part of the paged document."""
    return f"part.{index}"


def _printer(
    templates: Templates, document: Document, theme: Theme, pictures: Mapping[str, Picture], medium: Medium
) -> tuple[Printer, Mapping[str, str]]:
    names = {path: f"assets/figure-{n}.{p.suffix}" for n, (path, p) in enumerate(pictures.items(), 1)}
    screen = medium == "screen"
    texts = InlinePrinter(
        macros=templates.macros("html/nodes.html.j2"),
        words=document.words,
        sources=document.sources if screen else {},
        pages={},
        medium=medium,
    )
    anchors: set[str] = set()
    return Printer(
        texts=texts,
        tables=TablePrinter(
            texts,
            downloads=downloads(document.datasets) if screen else {},
            referred=None if screen else referred(document),
            anchors=anchors,
        ),
        lists=theme.look.lists,
        pictures=names,
        draw=lambda chart: chart_svgs(templates, chart, theme.look, document, told_by_title=not screen),
        anchors=anchors,
    ), names


def _parts(printer: Printer, document: Document) -> tuple[PrintedPart, ...]:
    return tuple(
        PrintedPart(part.role, part.orientation, part_anchor(index), printer.blocks(part.blocks))
        for index, part in enumerate(document.parts)
    )


def _page_values(document: Document, theme: Theme, parts: tuple[PrintedPart, ...]) -> dict[str, object]:
    contents = shown_contents(document, theme)
    whole_title = _whole(title_phrases(document.cover.title))
    return {
        "document": document, "words": document.words, "contents": contents, "parts": parts, "whole_title": whole_title,
    }  # fmt: skip


def _lines(phrases: Callable[[str], Iterable[tuple[str, bool]]], lines: Iterable[str]) -> Markup:
    """Lines of a text whose `phrases` stay whole."""
    return Markup("<br>").join(_whole(phrases(line)) for line in lines)


def _whole(pieces: Iterable[tuple[str, bool]]) -> Markup:
    """A text in which no line breaks within the pieces that stay in one."""
    return Markup("").join(
        Markup('<span class="whole">{}</span>').format(piece) if together else Markup.escape(piece)
        for piece, together in pieces
    )


def shown_contents(document: Document, theme: Theme) -> tuple[ContentsEntry, ...]:
    """The lines of the contents that the theme shows."""
    return tuple(entry for entry in document.contents if entry.level <= theme.look.contents.levels)
