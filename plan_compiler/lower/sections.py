"""Chapters and sections: headings, run-in leads, bodies."""

from collections.abc import Iterator
from typing import assert_never

from msgspec.structs import replace

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import Block, Heading, Lead, Paragraph
from plan_compiler.lower.box import lower_box
from plan_compiler.lower.charts import lower_chart
from plan_compiler.lower.figure import lower_figure
from plan_compiler.lower.list import lower_list
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.tables import lower_table
from plan_compiler.lower.text import lower_text
from plan_compiler.model.blocks import Body, BodyItem, BoxBlock, ChartBlock, FigureBlock, ListBlock, TableBlock
from plan_compiler.model.chapter import Section

_DEEPEST = 6
_CLOSING = "。！？：；.!?:;…"


def lower_sections(scope: Scope, chapters: tuple[Section, ...]) -> tuple[Block, ...]:
    """The blocks of all chapters, in printed order."""
    return tuple(_sections(scope, ("chapters",), chapters, 1))


def _sections(scope: Scope, path: NodePath, sections: tuple[Section, ...], level: int) -> Iterator[Block]:
    for index, section in enumerate(sections):
        yield from _section(scope, (*path, index), section, level)


def _section(scope: Scope, path: NodePath, section: Section, level: int) -> Iterator[Block]:
    """A section without a title is transparent: what is below it stands on its own level."""
    below = level if section.title is None else level + 1
    if section.title is None:
        yield from _body(scope, (*path, "body"), section.body)
    elif section.run_in:
        yield from _run_in(scope, path, section, section.title, level)
    else:
        anchor = scope.anchor(section.id, path)
        title = (Text(section.title),)
        yield Heading(min(level, _DEEPEST), scope.label(path), title, anchor, path)
        yield from _body(scope, (*path, "body"), section.body)
    yield from _sections(scope, (*path, "sections"), section.sections, below)


def _run_in(scope: Scope, path: NodePath, section: Section, title: str, level: int) -> Iterator[Block]:
    """The title runs into the first paragraph, or stands alone where the body begins with something else."""
    body = tuple(_body(scope, (*path, "body"), section.body))
    first = body[0] if body and isinstance(body[0], Paragraph) else None
    close = scope.words.typography.run_in_close if first and not title.endswith(tuple(_CLOSING)) else ""
    lead = Lead(
        min(level, _DEEPEST), scope.label(path), (Text(title),), close, scope.anchor(section.id, path), origin=path
    )
    yield replace(first, lead=lead) if first else Paragraph((), path, lead)
    yield from body[1:] if first else body


def _body(scope: Scope, path: NodePath, body: Body | None) -> Iterator[Block]:
    match body:
        case None:
            return
        case str():
            yield from lower_text(scope, path, body)
        case tuple():
            for index, item in enumerate(body):
                yield from _item(scope, (*path, index), item)
        case _:
            assert_never(body)


def _item(scope: Scope, path: NodePath, item: BodyItem) -> Iterator[Block]:
    match item:
        case str():
            yield from lower_text(scope, path, item)
        case BoxBlock():
            yield lower_box(scope, (*path, "box"), item.box)
        case TableBlock():
            yield from lower_table(scope, (*path, "table"), item.table)
        case FigureBlock():
            yield lower_figure(scope, (*path, "figure"), item.figure)
        case ChartBlock():
            yield from lower_chart(scope, (*path, "chart"), item.chart)
        case ListBlock():
            yield from lower_list(scope, (*path, "list"), item.list)
        case _:
            assert_never(item)
