"""The table of contents: a TOC field that already holds its lines, links and page numbers."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from plan_compiler.document.nodes import ContentsEntry, Document, gap_behind
from plan_compiler.document.revisions import labels
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.changes import composed, revised, settled
from plan_compiler.writers.docx.inlines import text_runs
from plan_compiler.writers.docx.scope import Scope


def compose_contents(document: Document, scope: Scope) -> Iterator[w.Block]:
    """The contents of `document` down to the theme's level: a block that Word knows as such.

    In a redline they are plain paragraphs: changes are not seen inside of a content control.
    """
    levels = scope.look.contents.levels
    title = w.Paragraph("ContentsTitle", tuple(text_runs(scope.words.get("contents", ""))))
    entries = tuple(entry for entry in document.contents if entry.level <= levels)
    lines = tuple(line for entry in entries for line in composed(entry.marks, scope, partial(_line, entry)))
    if scope.tracked is None:
        yield w.Contents((title, *_field(lines, levels)))
    else:
        yield title
        yield from _field(settled(lines, scope), levels)


def _field(lines: tuple[w.Block, ...], levels: int) -> Iterator[w.Paragraph]:
    # \o takes headings, \u paragraphs with an outline level of their own (captions of annexes), \h makes links.
    start = w.FieldStart(f'TOC \\o "1-{levels}" \\h \\z \\u')
    for i, line in enumerate(lines):
        if isinstance(line, w.Paragraph):
            before = (start,) if i == 0 else ()
            behind = (w.FieldEnd(),) if i == len(lines) - 1 else ()
            yield replace(line, inlines=(*before, *line.inlines, *behind))


def _line(entry: ContentsEntry, scope: Scope) -> Iterator[w.Paragraph]:
    newer, older = (tuple(text_runs(label + gap_behind(label))) for label in labels(entry))
    words = (*revised(newer, older, scope), *text_runs(entry.title), w.Tab())
    page = tuple(text_runs(scope.pages.get(entry.anchor, "")))
    target = scope.targets.entries.get(entry.anchor)
    linked = None if target is None else w.Link(target.name, (*words, w.Field(f"PAGEREF {target.name} \\h", page)))
    yield w.Paragraph(f"Contents{entry.level}", (*words, *page) if linked is None else (linked,))
