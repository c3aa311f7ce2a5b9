"""Charts: the figures of what is drawn, with a caption and a text for who cannot see it."""

from collections.abc import Iterator
from typing import assert_never

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.charts import ChartData
from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import Caption, Chart
from plan_compiler.language.charts import chart_words
from plan_compiler.link.charts import DrawnIndicator, DrawnProject, drawn
from plan_compiler.lower.chart_indicators import progress, told_progress, told_trajectory, trajectory
from plan_compiler.lower.chart_projects import bars, schedule, told_bars, told_schedule
from plan_compiler.lower.scope import Scope
from plan_compiler.model import blocks as model

_NAMED = 3
"""So many indicators are named in a title that is made of them."""


def lower_chart(scope: Scope, path: NodePath, chart: model.Chart) -> Iterator[Chart]:
    """The chart at `path`; nothing where it has nothing to draw."""
    what = drawn(scope.linked, chart)
    if not what.indicators and not what.projects:
        return
    words = chart_words(scope.words.language)
    data: ChartData
    match chart.kind:
        case "trajectory":
            data = trajectory(scope, what.indicators)
            title, alt = words.trajectory, told_trajectory(scope, data)
        case "progress":
            data = progress(scope, what.indicators)
            title, alt = words.progress, told_progress(scope, data)
        case "investment":
            by = chart.by or "category"
            data = bars(scope, what.projects, by)
            title = {"category": words.by_category, "start": words.by_start, "period": words.by_period}[by]
            alt = told_bars(scope, data)
        case "schedule":
            data = schedule(scope, what.projects)
            title, alt = words.schedule, told_schedule(scope, data)
        case _:
            assert_never(chart.kind)
    names = _of_indicators(scope, what.indicators) or _of_projects(scope, what.projects)
    printed = chart.title or title.format(names=names)
    caption = Caption("figure", scope.label(path), (Text(printed),), scope.anchor(chart.id, path))
    yield Chart(caption, chart.alt or alt, data, path)


def _of_indicators(scope: Scope, drawn: tuple[DrawnIndicator, ...]) -> str:
    names = [one.indicator.name for one in drawn]
    if len(names) > _NAMED:
        return chart_words(scope.words.language).many.format(first=names[0], count=len(names))
    return scope.words.typography.list_separator.join(names)


def _of_projects(scope: Scope, drawn: tuple[DrawnProject, ...]) -> str:
    """The title of their category where they are of one, else that of the annex."""
    annex = scope.linked.plan.annex
    categories = {one.category.id: one.category for one in drawn}
    if len(categories) == 1:
        return next(iter(categories.values())).title
    return annex.title if annex else ""
