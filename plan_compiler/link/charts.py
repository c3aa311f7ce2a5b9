"""What a chart can draw of what its `of` names, and what it cannot.

The same reading serves the rule that tells of what cannot be drawn and the drawing, which leaves just that out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.charts import chart_words
from plan_compiler.link.construction import Period, read_period
from plan_compiler.link.linked import LinkedPlan, Symbol, SymbolKind, Unknown
from plan_compiler.link.outline import indicators, projects
from plan_compiler.link.period import period_of_plan
from plan_compiler.link.references import DRAWN
from plan_compiler.model.blocks import Chart
from plan_compiler.model.indicators import Indicator, IndicatorTable
from plan_compiler.model.projects import Category, Project
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.units import parse_unit
from plan_compiler.rational import Fraction

MOST_LINES = 6
"""Indicators of one unit in a chart: more lines are not told apart."""
MOST_UNITS = 6
MOST_LEVELS = 24
MOST_PROJECTS = 300
MOST_GROUPS = 40


class Reading(Struct, frozen=True):
    """A value of an indicator that can be drawn: exact, as printed, from `low` to `high` where it is a range."""

    year: int
    value: Fraction
    text: str
    label: str
    is_target: bool
    low: Fraction | None = None
    high: Fraction | None = None


class DrawnIndicator(Struct, frozen=True):
    """An indicator with its table and at least one reading, by year."""

    table: IndicatorTable
    indicator: Indicator
    readings: tuple[Reading, ...]

    @property
    def level(self) -> Reading | None:
        """The latest measured value."""
        return next((r for r in reversed(self.readings) if not r.is_target), None)

    @property
    def target(self) -> Reading | None:
        """The last target."""
        last = self.readings[-1]
        return last if last.is_target else None


class DrawnProject(Struct, frozen=True):
    """A project with its path and category; its years where they are told."""

    path: NodePath
    category: Category
    project: Project
    period: Period | None


class ChartFault(Struct, frozen=True):
    """What cannot be drawn: a key of the rule's messages with its arguments, and where below the chart it is written."""

    message: str
    at: NodePath
    args: Mapping[str, str]


class Drawn(Struct, frozen=True):
    """What a chart draws; `known` is False where a name of `of` could not be resolved, which is told elsewhere."""

    indicators: tuple[DrawnIndicator, ...] = ()
    projects: tuple[DrawnProject, ...] = ()
    faults: tuple[ChartFault, ...] = ()
    known: bool = True


def drawn(linked: LinkedPlan, chart: Chart) -> Drawn:
    """What `chart` draws of the plan, and what it cannot."""
    named: list[tuple[NodePath, Symbol]] = []
    faults: list[ChartFault] = []
    known = True
    for at, target in chart.targets:
        symbol = linked.symbols.by_id.get(target) or linked.symbols.by_name.get(target)
        if symbol is None or symbol.kind not in DRAWN[chart.kind]:
            known = False
        elif any(symbol is other for _, other in named):
            faults.append(ChartFault("twice", at, {"id": symbol.id}))
        else:
            named.append((at, symbol))
    if chart.by is not None and chart.kind != "investment":
        faults.append(ChartFault("by", ("by",), {}))
    match chart.kind:
        case "trajectory" | "progress":
            found = tuple(_indicators(linked, chart, named, faults))
            faults += _too_many(chart, found)
            if known and not chart.targets:
                faults.append(ChartFault("of", (), {}))
            return Drawn(indicators=found, faults=tuple(faults), known=known)
        case "investment" | "schedule":
            chosen = tuple(_projects(linked, chart, named))
            if known:
                faults += _of_projects(linked, chart, chosen)
            return Drawn(projects=chosen[:MOST_PROJECTS], faults=tuple(faults), known=known)


def _indicators(
    linked: LinkedPlan, chart: Chart, named: list[tuple[NodePath, Symbol]], faults: list[ChartFault]
) -> Iterator[DrawnIndicator]:
    by_path = {path: (table, indicator) for path, table, indicator in indicators(linked.plan)}
    for at, symbol in named:
        table, indicator = by_path[symbol.path]
        one = DrawnIndicator(table, indicator, tuple(_readings(linked, table, indicator)))
        message = _lacks(chart, one)
        if message is None:
            yield one
        else:
            faults.append(ChartFault(message, at, {"id": symbol.id, "name": indicator.name}))


def _lacks(chart: Chart, one: DrawnIndicator) -> str | None:
    """What keeps an indicator from being drawn."""
    if not one.readings:
        return "words"
    if chart.kind == "trajectory":
        return "one_value" if len(one.readings) < 2 else None
    level, target = one.level, one.target
    if level is None or target is None:
        return "no_target"
    return None if target.value * level.value >= 0 and target.value else "no_scale"


def _readings(linked: LinkedPlan, table: IndicatorTable, indicator: Indicator) -> Iterator[Reading]:
    plan = linked.plan
    years = period_of_plan(plan)
    base = plan.base if plan.base is not None else years[0] - 1 if years else 0
    actual = chart_words(linked.words.language).actual
    for year, label in sorted(table.columns.items()):
        node = linked.figures.get(f"{indicator.id}[{year}]")
        quantity = node.at_bound if node else None
        cell = indicator.values.get(year)
        if quantity is None or isinstance(quantity, Unknown) or cell is None:
            continue
        quantity = quantity.expressed(parse_unit(indicator.unit))
        measured = year <= base or any(word in label.lower() for word in actual)
        text = cell.text if isinstance(cell, Number) else cell
        low, high = quantity.interval.low, quantity.interval.high
        if quantity.nominal is not None:
            yield Reading(year, quantity.nominal, text, label, not measured)
        elif low is not None and high is not None:
            yield Reading(year, (low + high) / 2, text, label, not measured, low, high)


def _too_many(chart: Chart, found: tuple[DrawnIndicator, ...]) -> Iterator[ChartFault]:
    if chart.kind == "progress":
        if len(found) > MOST_LEVELS:
            yield ChartFault("many", ("of",), {"count": str(len(found)), "most": str(MOST_LEVELS)})
        return
    units = Counter(one.indicator.unit for one in found)
    unit, count = max(units.items(), key=lambda item: item[1], default=("", 0))
    if count > MOST_LINES:
        yield ChartFault("many_lines", ("of",), {"count": str(count), "most": str(MOST_LINES), "unit": unit})
    if len(units) > MOST_UNITS:
        yield ChartFault("many_units", ("of",), {"count": str(len(units)), "most": str(MOST_UNITS)})


def _projects(linked: LinkedPlan, chart: Chart, named: list[tuple[NodePath, Symbol]]) -> Iterator[DrawnProject]:
    """The projects that `of` names, by themselves or by their category, in the order of the annex."""
    everything = not chart.targets or any(symbol.kind is SymbolKind.ANNEX for _, symbol in named)
    wanted = {symbol.path for _, symbol in named}
    for path, category, project in projects(linked.plan):
        if everything or path in wanted or path[:3] in wanted:
            yield DrawnProject(path, category, project, _years(project))


def _years(project: Project) -> Period | None:
    period = read_period(project.period)
    if period and period.start is not None and period.end is not None and period.start > period.end:
        return None
    return period


def _of_projects(linked: LinkedPlan, chart: Chart, chosen: tuple[DrawnProject, ...]) -> Iterator[ChartFault]:
    at: NodePath = ("of",) if chart.targets else ()
    if not chosen:
        yield ChartFault("no_projects", at, {})
    elif len(chosen) > MOST_PROJECTS:
        yield ChartFault("many_projects", at, {"count": str(len(chosen)), "most": str(MOST_PROJECTS)})
    elif chart.kind == "schedule" and not any(each.period for each in chosen):
        yield ChartFault("no_years", at, {})
    elif chart.kind == "investment" and chart.by == "period":
        count = len({each.period for each in chosen})
        if count > MOST_GROUPS:
            yield ChartFault("many_groups", ("by",), {"count": str(count), "most": str(MOST_GROUPS)})
