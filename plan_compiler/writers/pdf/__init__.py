"""PDF: the HTML of the same templates with a style sheet for pages, laid out by WeasyPrint."""

from dataclasses import dataclass
from pathlib import Path

from plan_compiler.diagnostics import Diagnostic, Severity
from plan_compiler.document.nodes import Document
from plan_compiler.writers.faults import RAGGED_EDGES
from plan_compiler.writers.html import paged_files
from plan_compiler.writers.pdf.engine import EngineMissingError, lay_out, load_engine
from plan_compiler.writers.pdf.fonts import check_fonts, installed_fonts
from plan_compiler.writers.pdf.justify import justified
from plan_compiler.writers.pdf.pagination import Pagination, paginate
from plan_compiler.writers.pictures import load_pictures
from plan_compiler.writers.templates import TemplateFaultError
from plan_compiler.writers.theme import PlanFile, Theme


@dataclass(frozen=True, slots=True)
class WrittenPdf:
    """A PDF and the pages of its anchors; `data` is None where a diagnostic says why it could not be written."""

    data: bytes | None
    pagination: Pagination
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def write_pdf(document: Document, theme: Theme, plan_file: PlanFile) -> WrittenPdf:
    """`document` on pages."""
    pictures, faults = load_pictures(document, plan_file)
    try:
        engine = load_engine()
        files = paged_files(document, theme, pictures)
    except (EngineMissingError, TemplateFaultError) as error:
        return WrittenPdf(None, {}, 0, (*faults, error.diagnostic))
    fonts = installed_fonts()
    said = (*faults, *check_fonts(files["index.html"].decode(), theme.look.fonts, fonts))
    if any(diagnostic.kind.severity is Severity.ERROR for diagnostic in said[len(faults) :]):
        return WrittenPdf(None, {}, 0, said)
    with justified(engine) as straight:
        pages = lay_out(engine, files, frozenset(Path(font.file).as_uri() for font in fonts if font.file))
    if not straight:
        said = (*said, Diagnostic(RAGGED_EDGES, None, {"version": engine.__version__}))
    return WrittenPdf(pages.write_pdf(), paginate(pages.pages, document, theme), len(pages.pages), said)
