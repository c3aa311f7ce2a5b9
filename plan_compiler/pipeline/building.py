"""Building: from a checked plan to files in a folder, doing only what has changed."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path

from plan_compiler import __version__
from plan_compiler.diagnostics import Diagnostic, Finding, Severity
from plan_compiler.document.nodes import Document
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.lower import lower
from plan_compiler.output import manifest
from plan_compiler.output.atomic import remove_all, write_all
from plan_compiler.read.source import Source
from plan_compiler.read.tree import Tree
from plan_compiler.resources import resource_folder
from plan_compiler.rules.engine import locate
from plan_compiler.writers.faults import PLACEHOLDER_LEFT
from plan_compiler.writers.pictures import load_pictures, placeholders
from plan_compiler.writers.theme import PlanFile, Theme, load_theme


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


_THEME_DEPTH = 4
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
    document = lower(linked)
    faults = (*faults, *(_left(document) if order.final else ()))
    inputs = {f: _inputs(f, tree, source, document, order, plan_file) for f in order.formats}
    before = manifest.load(order.folder)
    stale = _stale(
        order, {f for f, hash_ in inputs.items() if not manifest.is_current(before.get(f), hash_, order.folder)}
    )
    current = tuple(f for f in Format if f in order.formats and f not in stale)
    results = list(_write(document, theme, plan_file, stale, step))
    diagnostics = (*faults, *(d for result in results for d in result.diagnostics))
    built = Built(locate(diagnostics, source), (), current)
    if built.fails or not stale:
        return built
    files = {name: data for result in results for name, data in result.files.items()}
    records = {**before, **{r.format: manifest.record(inputs[r.format], r.files) for r in results}}
    write_all(order.folder, {**files, manifest.NAME: manifest.dump(records)})
    remove_all(order.folder, _gone(before, records))
    return Built(built.findings, tuple(files), current)


@dataclass(frozen=True, slots=True)
class _Result:
    format: Format
    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def _left(document: Document) -> Iterator[Diagnostic]:
    for place, title in placeholders(document):
        yield Diagnostic(PLACEHOLDER_LEFT, place, {"title": title}, hint="hint")


def _stale(order: Order, changed: set[Format]) -> frozenset[Format]:
    """A Word file that is written anew needs the pages of the PDF beside it."""
    if Format.DOCX in changed and Format.PDF in order.formats:
        changed = {*changed, Format.PDF}
    return frozenset(changed)


def _write(
    document: Document, theme: Theme, plan_file: PlanFile, formats: frozenset[Format], step: Step
) -> Iterator[_Result]:
    pages: Mapping[str, str] | None = None
    for format_ in Format:
        if format_ not in formats:
            continue
        step(format_)
        match format_:
            case Format.PDF:
                from plan_compiler.writers.pdf import write_pdf

                pdf = write_pdf(document, theme, plan_file)
                pages = pdf.pagination
                yield _Result(format_, {} if pdf.data is None else {"plan.pdf": pdf.data}, pdf.diagnostics)
            case Format.DOCX:
                from plan_compiler.writers.docx import write_docx

                pictures, faults = load_pictures(document, plan_file)
                yield _Result(format_, {"plan.docx": write_docx(document, theme, pages, pictures)}, faults)
            case Format.HTML:
                from plan_compiler.writers.html import write_html

                html = write_html(document, theme, plan_file)
                yield _Result(format_, {f"html/{name}": data for name, data in html.files.items()}, html.diagnostics)


def _gone(before: Mapping[str, manifest.Record], after: Mapping[str, manifest.Record]) -> Iterable[str]:
    """Files of an earlier build that this one no longer has."""
    kept = {name for record in after.values() for name in record.outputs}
    return {name for record in before.values() for name in record.outputs} - kept


def _theme_files(tree: Tree, folder: str) -> Iterator[bytes]:
    """What the plan's own theme holds; it lies at most a few folders deep."""
    for name in tree.list(folder) if folder.count("/") <= _THEME_DEPTH else ():
        path = f"{folder}/{name}"
        content = tree.read(path)
        if isinstance(content, bytes):
            yield from (path.encode(), content)
        else:
            yield from _theme_files(tree, path)


def _code_stamp() -> bytes:
    """Tells one state of a checkout from another while the compiler itself is being worked on."""
    package = Path(__file__).resolve().parent.parent
    stats = ((path, path.stat()) for path in sorted(package.rglob("*.py")))
    return repr([(path.name, stat.st_size, stat.st_mtime_ns) for path, stat in stats]).encode()


def _inputs(format_: Format, tree: Tree, source: Source, document: Document, order: Order, plan_file: PlanFile) -> str:
    """The hash of everything an output depends on."""
    pictures, _ = load_pictures(document, plan_file)
    parts = [format_.encode(), __version__.encode(), os.environ.get("SOURCE_DATE_EPOCH", "").encode()]
    parts += [version(name).encode() for name in ("jinja2", "python-docx", "weasyprint")]
    parts += [f"{Format.PDF in order.formats and format_ is Format.DOCX}".encode(), _code_stamp()]
    parts += [part for path, text in sorted(source.files.items()) for part in (path.encode(), text.encode())]
    parts += [picture.data for _, picture in sorted(pictures.items())]
    parts += _theme_files(tree, f"templates/{source.plan.theme}")
    parts += [path.read_bytes() for path in sorted(resource_folder("templates").rglob("*")) if path.is_file()]
    if format_ is not Format.HTML:
        from plan_compiler.writers.pdf.fonts import installed_fonts

        parts += sorted(font.file.encode() for font in installed_fonts())
    return manifest.digest(parts)
