"""The plan in document order: its sections, and what stands in their bodies."""

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.model.blocks import (
    Body,
    Box,
    BoxBlock,
    Chart,
    ChartBlock,
    Figure,
    FigureBlock,
    ItemList,
    ListBlock,
    TableBlock,
)
from plan_compiler.model.chapter import Section
from plan_compiler.model.indicators import Indicator, IndicatorTable
from plan_compiler.model.plan import Plan
from plan_compiler.model.projects import Category, Project


class TablePlacement(Struct, frozen=True):
    """A table block: the id it names."""

    table: str


BodyPart: TypeAlias = str | Box | Figure | Chart | ItemList | TablePlacement
"""What stands in a body: a text, or what a block holds."""


def sections(plan: Plan) -> Iterator[tuple[NodePath, Section]]:
    """Chapters and their sections, each before those below it."""
    stack: list[tuple[NodePath, Section]] = _numbered(("chapters",), plan.chapters)
    while stack:
        path, section = stack.pop()
        yield path, section
        stack.extend(_numbered((*path, "sections"), section.sections))


def _numbered(path: NodePath, below: tuple[Section, ...]) -> list[tuple[NodePath, Section]]:
    return [((*path, index), section) for index, section in reversed(list(enumerate(below)))]


def body_parts(path: NodePath, section: Section) -> Iterator[tuple[NodePath, BodyPart]]:
    """What stands in the body of the section at `path`, boxes before what they hold. Sections below are left out."""
    return _parts((*path, "body"), section.body)


def _parts(path: NodePath, body: Body | None) -> Iterator[tuple[NodePath, BodyPart]]:
    match body:
        case None:
            return
        case str():
            yield path, body
        case tuple():
            for index, item in enumerate(body):
                yield from _part((*path, index), item)
        case _:
            assert_never(body)


def _part(
    path: NodePath, item: str | BoxBlock | TableBlock | FigureBlock | ChartBlock | ListBlock
) -> Iterator[tuple[NodePath, BodyPart]]:
    match item:
        case str():
            yield path, item
        case BoxBlock():
            yield (*path, "box"), item.box
            yield from _parts((*path, "box", "body"), item.box.body)
        case TableBlock():
            yield (*path, "table"), TablePlacement(item.table)
        case FigureBlock():
            yield (*path, "figure"), item.figure
        case ChartBlock():
            yield (*path, "chart"), item.chart
        case ListBlock():
            yield (*path, "list"), item.list
        case _:
            assert_never(item)


def indicators(plan: Plan) -> Iterator[tuple[NodePath, IndicatorTable, Indicator]]:
    """All indicators, with their tables, in the order of the tables."""
    for t, table in enumerate(plan.indicators):
        for g, group in enumerate(table.groups):
            for i, indicator in enumerate(group.indicators):
                yield ("indicators", t, "groups", g, "indicators", i), table, indicator


def projects(plan: Plan) -> Iterator[tuple[NodePath, Category, Project]]:
    """All projects of the annex, with their categories, in printed order."""
    if plan.annex is None:
        return
    for c, category in enumerate(plan.annex.categories):
        below: NodePath = ("annex", "categories", c, "projects")
        for p, project in enumerate(category.projects):
            yield (*below, p), category, project
