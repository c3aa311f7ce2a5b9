"""What only one of two versions has, whatever it went or came with: a project that is gone with its category is gone."""

from collections.abc import Iterator, Mapping

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import Entity, EntityKind
from plan_compiler.link.linked import LinkedPlan, LinkedTable
from plan_compiler.link.outline import indicators, projects
from plan_compiler.link.tables.grid import GridRow
from plan_compiler.model.indicators import Indicator

Known = Mapping[NodePath, NodePath]
"""The entities of a version that the other one has as well: a side of a `Pairing`."""


def lone_projects(linked: LinkedPlan, known: Known) -> Iterator[Entity]:
    """The projects that the other version has not, in printed order."""
    for path, _, project in projects(linked.plan):
        if path not in known:
            yield Entity(EntityKind.PROJECT, project.id, project.name, path)


def lone_indicators(linked: LinkedPlan, known: Known) -> Iterator[tuple[NodePath, Indicator]]:
    """The indicators that the other version has not, in printed order."""
    for path, _, indicator in indicators(linked.plan):
        if path not in known:
            yield path, indicator


def lone_rows(linked: LinkedPlan, known: Known) -> Iterator[tuple[LinkedTable, GridRow]]:
    """The rows that the other version has not, of data tables that it has."""
    for table in linked.tables.values():
        if table.grid.path in known:
            for row in table.grid.rows:
                if row.path not in known:
                    yield table, row
