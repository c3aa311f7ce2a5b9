"""Building: from a checked plan to files in a folder, doing only what has changed."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from plan_compiler.diagnostics import Diagnostic, Finding, Severity
from plan_compiler.document.nodes import Document
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.lower import lower
from plan_compiler.output import manifest
from plan_compiler.output.atomic import remove_all, write_all
from plan_compiler.pipeline.ingredients import Ingredients
from plan_compiler.read.source import Source
from plan_compiler.read.tree import Tree
from plan_compiler.rules.engine import locate
from plan_compiler.writers.pdf.pagination import Pagination
from plan_compiler.writers.pictures import Picture, load_pictures, placeholders
from plan_compiler.writers.templates import TemplateFaultError
from plan_compiler.writers.theme import Theme, load_theme


class Format(StrEnum):
    """The formats, in the order they are written: the Word file takes its page numbers from the PDF."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to. `written` are the files that were written, `current` the formats that needed nothing.

    Where a finding is an error, nothing was written.
    """

    findings: tuple[Finding, ...]
    written: tuple[str, ...]
    current: tuple[Format, ...]

    @property
    def fails(self) -> bool:
        """Whether an error kept the build from being written."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and where. `final`: a picture that is still to come is an error."""

    formats: frozenset[Format]
    folder: Path
    final: bool = False


_EPOCH_DIGITS = 11
Step = Callable[[str], None]
"""Is told the format that is being worked on."""


def build(tree: Tree, source: Source, linked: LinkedPlan, order: Order, step: Step) -> Built:
    """Write the formats of `order` that are not current.

    Raises OSError where the folder cannot be written; earlier outputs are whole then.
    """

    def plan_file(path: str) -> bytes | None:
        data = tree.read(path)
        return data if isinstance(data, bytes) else None

    theme, faults = load_theme(source.plan.theme, plan_file)
    if theme is None:
        return Built(locate(faults, source), (), ())
    document = _dated(lower(linked))
    pictures, broken = load_pictures(document, plan_file)
    faults = (*faults, *broken, *(placeholders(document) if order.final else ()))
    ingredients = Ingredients(tree, source, pictures)
    paged = Format.PDF in order.formats
    inputs = {f: ingredients.hash_for(f, paged) for f in order.formats}
    before = manifest.load(order.folder)
    current = tuple(f for f in Format if f in inputs and manifest.is_current(before.get(f), inputs[f], order.folder))
    stale = order.formats.difference(current)
    pages = before[Format.PDF].pages if Format.PDF in current else None
    results = list(_write(_Work(document, theme, pictures), stale, pages, step))
    diagnostics = (*faults, *(d for result in results for d in result.diagnostics))
    built = Built(locate(diagnostics, source), (), current)
    if built.fails or not stale:
        return built
    files = {name: data for result in results for name, data in result.files.items()}
    records = before | {r.format.value: manifest.record(inputs[r.format], r.files, r.pages) for r in results}
    write_all(order.folder, {**files, manifest.NAME: manifest.dump(records)})
    remove_all(order.folder, _gone(before, records))
    return Built(built.findings, tuple(files), current)


def _dated(document: Document) -> Document:
    """With the date of SOURCE_DATE_EPOCH, where the plan has none; no output holds the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if document.date is not None or not epoch.isdecimal() or len(epoch) > _EPOCH_DIGITS:
        return document
    return replace(document, date=datetime.fromtimestamp(int(epoch), tz=UTC).date().isoformat())


@dataclass(frozen=True, slots=True)
class _Work:
    document: Document
    theme: Theme
    pictures: Mapping[str, Picture]


@dataclass(frozen=True, slots=True)
class _Result:
    format: Format
    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()
    pages: Pagination | None = None


def _write(work: _Work, formats: frozenset[Format], pages: Pagination | None, step: Step) -> Iterator[_Result]:
    """The results of `formats`, up to the first that meets a template which cannot be used.

    `pages` are those of a PDF that is current; one that is written now gives its own.
    """
    for format_ in Format:
        if format_ not in formats:
            continue
        step(format_)
        try:
            match format_:
                case Format.PDF:
                    result = _pdf(work)
                    pages = result.pages
                case Format.DOCX:
                    result = _docx(work, pages)
                case Format.HTML:
                    result = _html(work, pages)
        except TemplateFaultError as error:
            yield _Result(format_, {}, (error.diagnostic,))
            return
        yield result


def _pdf(work: _Work) -> _Result:
    from plan_compiler.writers.pdf import write_pdf

    pdf = write_pdf(work.document, work.theme, work.pictures)
    if pdf.data is None:
        return _Result(Format.PDF, {}, pdf.diagnostics)
    return _Result(Format.PDF, {"plan.pdf": pdf.data}, pdf.diagnostics, pdf.pagination)


def _docx(work: _Work, pages: Pagination | None) -> _Result:
    from plan_compiler.writers.docx import write_docx

    return _Result(Format.DOCX, {"plan.docx": write_docx(work.document, work.theme, pages, work.pictures)})


def _html(work: _Work, pages: Pagination | None) -> _Result:
    from plan_compiler.writers.html import write_html

    files = write_html(work.document, work.theme, work.pictures, pages)
    return _Result(Format.HTML, {f"html/{name}": data for name, data in files.items()})


def _gone(before: Mapping[str, manifest.Record], after: Mapping[str, manifest.Record]) -> Iterable[str]:
    """Files of an earlier build that this one no longer has."""
    kept = {name for record in after.values() for name in record.outputs}
    return {name for record in before.values() for name in record.outputs} - kept
