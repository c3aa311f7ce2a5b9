"""PDF: the HTML of the same templates with a style sheet for pages, laid out by WeasyPrint."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.document.nodes import Document
from plan_compiler.writers.faults import NO_CHINESE_FONT, RAGGED_EDGES
from plan_compiler.writers.fontconfig import installed_fonts
from plan_compiler.writers.html import paged_files
from plan_compiler.writers.pdf.conformance import Profile, conform
from plan_compiler.writers.pdf.engine import EngineMissingError, lay_out, load_engine
from plan_compiler.writers.pdf.fonts import check_fonts
from plan_compiler.writers.pdf.hanging import hung
from plan_compiler.writers.pdf.justify import justified
from plan_compiler.writers.pdf.pagination import Pagination, paginate
from plan_compiler.writers.pdf.quick import quickened
from plan_compiler.writers.pictures import Picture
from plan_compiler.writers.theme import Theme
from plan_compiler.writers.walk import place_of


class WrittenPdf(Struct, frozen=True):
    """A PDF and the pages of its anchors; `data` is None where a diagnostic says why it could not be written."""

    data: bytes | None
    pagination: Pagination
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def write_pdf(
    document: Document, theme: Theme, pictures: Mapping[str, Picture], profile: Profile | None = None
) -> WrittenPdf:
    """`document` on pages, conforming to `profile`; `pictures` as in `write_html`. Raises TemplateFaultError."""
    files = paged_files(document, theme, pictures)
    fonts = installed_fonts()
    said = check_fonts(files["index.html"].decode(), theme.look.fonts, fonts, partial(place_of, document))
    if any(diagnostic.kind is NO_CHINESE_FONT for diagnostic in said):
        return WrittenPdf(None, {}, 0, said)
    try:
        engine = load_engine()
    except EngineMissingError as error:
        return WrittenPdf(None, {}, 0, (error.diagnostic,))
    with quickened(engine):
        with hung(engine), justified(engine) as straight:
            laid_out = lay_out(engine, files, frozenset(Path(font.file).as_uri() for font in fonts if font.file))
        data = _painted(laid_out, profile)
    if not straight:
        said = (*said, Diagnostic(RAGGED_EDGES, None, {"version": engine.__version__}))
    pages = laid_out.pages
    return WrittenPdf(data, paginate(pages, document, theme), len(pages), said)


def _painted(laid_out: Any, profile: Profile | None) -> bytes:
    """The file of a laid-out document."""
    if profile is None:
        return bytes(laid_out.write_pdf())
    return bytes(laid_out.write_pdf(pdf_variant=profile.variant, finisher=lambda _, pdf: conform(pdf, profile)))
