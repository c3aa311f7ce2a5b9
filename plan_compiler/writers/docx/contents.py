"""The table of contents: a TOC field that already holds its lines, links and page numbers."""

from collections.abc import Iterator

from plan_compiler.document.nodes import ContentsEntry, Document
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.inlines import text_runs
from plan_compiler.writers.docx.scope import Scope


def compose_contents(document: Document, scope: Scope) -> w.Contents:
    """The contents of `document` down to the theme's level."""
    levels = scope.look.contents.levels
    title = w.Paragraph("ContentsTitle", tuple(text_runs(scope.words.get("contents", ""))))
    entries = tuple(entry for entry in document.contents if entry.level <= levels)
    return w.Contents((title, *_lines(entries, levels, scope)))


def _lines(entries: tuple[ContentsEntry, ...], levels: int, scope: Scope) -> Iterator[w.Paragraph]:
    # \o takes headings, \u paragraphs with an outline level of their own (captions of annexes), \h makes links.
    start = w.FieldStart(f'TOC \\o "1-{levels}" \\h \\z \\u')
    for i, entry in enumerate(entries):
        before = (start,) if i == 0 else ()
        behind = (w.FieldEnd(),) if i == len(entries) - 1 else ()
        yield w.Paragraph(f"Contents{entry.level}", (*before, *_line(entry, scope), *behind))


def _line(entry: ContentsEntry, scope: Scope) -> tuple[w.Inline, ...]:
    words = (*text_runs(entry.label + entry.gap), *text_runs(entry.title), w.Tab())
    page = tuple(text_runs(scope.pages.get(entry.anchor, "")))
    target = scope.targets.entries.get(entry.anchor)
    if target is None:
        return (*words, *page)
    return (w.Link(target.name, (*words, w.Field(f"PAGEREF {target.name} \\h", page))),)
