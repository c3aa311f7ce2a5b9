"""Walking the indicators of a plan with their paths."""

from collections.abc import Iterator

from plan_compiler.diagnostics import NodePath
from plan_compiler.model.indicators import Indicator
from plan_compiler.model.plan import Plan


def each_indicator(plan: Plan) -> Iterator[tuple[NodePath, Indicator]]:
    """Every indicator of every table, in order, with its path."""
    for t, table in enumerate(plan.indicators):
        for g, group in enumerate(table.groups):
            for i, indicator in enumerate(group.indicators):
                yield ("indicators", t, "groups", g, "indicators", i), indicator
