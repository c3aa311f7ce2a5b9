"""Writing: from a linked plan to the files of each format."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.beside import beside
from plan_compiler.diagnostics import Diagnostic
from plan_compiler.document.nodes import Document
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.lower import lower
from plan_compiler.pipeline.formats import Format, Step
from plan_compiler.read.tree import Tree
from plan_compiler.writers.in_language import in_language
from plan_compiler.writers.pdf.pagination import Pagination
from plan_compiler.writers.pictures import Picture, load_pictures, placeholders
from plan_compiler.writers.templates import TemplateFaultError
from plan_compiler.writers.theme import Theme, load_theme

_EPOCH_DIGITS = 11


class Work(Struct, frozen=True):
    """What the writers are given."""

    document: Document
    theme: Theme
    pictures: Mapping[str, Picture]


class Result(Struct, frozen=True):
    """What a writer has made of it; `pages` where it is the PDF."""

    format: Format
    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()
    pages: Pagination | None = None


def prepare(tree: Tree, linked: LinkedPlan, *, final: bool) -> tuple[Work | None, tuple[Diagnostic, ...]]:
    """The document, its theme and its pictures, and what is wrong with them; None without a theme.

    `final`: a picture that is still to come is an error. All faults are errors.
    """

    def plan_file(path: str) -> bytes | None:
        data = tree.read(path)
        return data if isinstance(data, bytes) else None

    theme, faults = load_theme(linked.plan.theme, plan_file)
    if theme is None:
        return None, faults
    document = _dated(lower(linked))
    pictures, broken = load_pictures(document, plan_file)
    return Work(document, in_language(theme, document.language), pictures), (
        *faults,
        *broken,
        *(placeholders(document) if final else ()),
    )


def write(
    work: Work, formats: frozenset[Format], pages: Pagination | None, step: Step, profile: str | None = None
) -> Iterator[Result]:
    """The results of `formats`, up to the first that meets a template which cannot be used.

    `pages` are those of a PDF that is current; one that is written now gives its own, and conforms to `profile`. HTML is
    written beside DOCX.
    """
    html: Callable[[], Result] | None = None
    for format_ in Format:
        if format_ not in formats:
            continue
        step(format_)
        try:
            match format_:
                case Format.PDF:
                    result = _pdf(work, profile)
                    pages = result.pages
                case Format.DOCX:
                    html = beside(partial(_html, work, pages)) if Format.HTML in formats else None
                    result = _docx(work, pages)
                case Format.HTML:
                    waited, html = html or partial(_html, work, pages), None
                    result = waited()
        except TemplateFaultError as error:
            _end(html)
            yield Result(format_, {}, (error.diagnostic,))
            return
        yield result


def _end(writing: Callable[[], Result] | None) -> None:
    """Let a process come to its end whose result is not wanted."""
    if writing is not None:
        with suppress(TemplateFaultError):
            writing()


def _pdf(work: Work, profile: str | None) -> Result:
    from plan_compiler.writers.pdf import write_pdf
    from plan_compiler.writers.pdf.conformance import Profile

    pdf = write_pdf(work.document, work.theme, work.pictures, Profile(profile) if profile else None)
    if pdf.data is None:
        return Result(Format.PDF, {}, pdf.diagnostics)
    return Result(Format.PDF, {"plan.pdf": pdf.data}, pdf.diagnostics, pdf.pagination)


def _docx(work: Work, pages: Pagination | None) -> Result:
    from plan_compiler.writers.docx import write_docx

    return Result(Format.DOCX, {"plan.docx": write_docx(work.document, work.theme, pages, work.pictures)})


def _html(work: Work, pages: Pagination | None) -> Result:
    from plan_compiler.writers.html import write_html

    files = write_html(work.document, work.theme, work.pictures, pages)
    return Result(Format.HTML, {f"html/{name}": data for name, data in files.items()})


def _dated(document: Document) -> Document:
    """With the date of SOURCE_DATE_EPOCH, where the plan has none; no output holds the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if document.date is not None or not epoch.isdecimal() or len(epoch) > _EPOCH_DIGITS:
        return document
    return replace(document, date=datetime.fromtimestamp(int(epoch), tz=UTC).date().isoformat())
