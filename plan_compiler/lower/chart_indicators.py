"""Charts of indicators: their course over the years, and how far they are from their targets."""

from collections.abc import Iterator

from msgspec.structs import replace

from plan_compiler.document.charts import (
    ChartColumn,
    ChartLine,
    ChartPanel,
    ChartValue,
    Level,
    Progress,
    Trajectory,
)
from plan_compiler.language.charts import chart_words
from plan_compiler.link.charts import DrawnIndicator, Reading
from plan_compiler.lower.chart_axis import ticks
from plan_compiler.lower.indicators import note_of_year
from plan_compiler.lower.scope import Scope
from plan_compiler.quantity.printing import plain, with_unit_text
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rational import Fraction


def trajectory(scope: Scope, drawn: tuple[DrawnIndicator, ...]) -> Trajectory:
    """Indicators of one unit in a panel, panels in the order in which their units are met."""
    by_unit: dict[str, list[DrawnIndicator]] = {}
    for one in drawn:
        by_unit.setdefault(one.indicator.unit, []).append(one)
    return Trajectory(tuple(_panel(scope, unit, members) for unit, members in by_unit.items()))


def _panel(scope: Scope, unit: str, members: list[DrawnIndicator]) -> ChartPanel:
    labels = {reading.year: reading.label for one in reversed(members) for reading in one.readings}
    year = scope.words.indicator_columns.year
    named = ((at, year.format(year=at), labels[at]) for at in sorted(labels))
    columns = tuple(ChartColumn(at, title, note_of_year(at, title, label)) for at, title, label in named)
    ends = (end for one in members for reading in one.readings for end in (reading.value, reading.low, reading.high))
    grouped = any("," in reading.text for one in members for reading in one.readings)
    steps = ticks((end for end in ends if end is not None), grouped=grouped)
    return ChartPanel(_printed_unit(scope, unit), columns, tuple(_line(scope, one, columns) for one in members), steps)


def _line(scope: Scope, one: DrawnIndicator, columns: tuple[ChartColumn, ...]) -> ChartLine:
    by_year = {reading.year: reading for reading in one.readings}
    found = tuple(by_year.get(column.year) for column in columns)
    measured = [index for index, reading in enumerate(found) if reading and not reading.is_target]
    values = tuple(_value(reading) if reading else None for reading in found)
    name, unit = one.indicator.name, _printed_unit(scope, one.indicator.unit)
    legend = scope.words.annex_columns.amount.format(title=name, unit=unit) if unit else name
    return ChartLine(name, legend, values, measured[-1] + 1 if measured else 0)


def _value(reading: Reading) -> ChartValue:
    return ChartValue(reading.value, reading.text, reading.low, reading.high)


def _measured(scope: Scope, reading: Reading, unit: str) -> ChartValue:
    text = with_unit_text(reading.text, _printed_unit(scope, unit), scope.words.language)
    return replace(_value(reading), text=text)


def _printed_unit(scope: Scope, unit: str) -> str:
    return "" if unit.strip() in scope.words.meanings.no_unit else unit


def told_trajectory(scope: Scope, data: Trajectory) -> str:
    """Every line with its values, in words."""
    words, marks = chart_words(scope.words.language), scope.words.typography
    sentences = []
    for panel in data.panels:
        for line in panel.lines:
            values = marks.list_separator.join(
                words.value.format(year=column.year, value=with_unit_text(value.text, panel.unit, scope.words.language))
                for column, value in zip(panel.columns, line.values, strict=True)
                if value is not None
            )
            sentences.append(f"{line.name}{marks.colon}{values}")
    return words.lines + marks.clause_separator.join(sentences) + marks.run_in_close


def progress(scope: Scope, drawn: tuple[DrawnIndicator, ...]) -> Progress:
    """Each indicator with its latest measured value and its last target."""
    return Progress(tuple(level for one in drawn for level in _level(scope, one)))


def _level(scope: Scope, one: DrawnIndicator) -> Iterator[Level]:
    level, target = one.level, one.target
    if level is None or target is None:
        return
    steps = tuple(_value(r) for r in one.readings if r.is_target and r is not target)
    year = scope.words.indicator_columns.year
    yield Level(
        one.indicator.name,
        year.format(year=level.year),
        _measured(scope, level, one.indicator.unit),
        year.format(year=target.year),
        _measured(scope, target, one.indicator.unit),
        steps,
        f"{plain(Quantity.of(level.value / target.value * Fraction(100), decimals=0))}%",
    )


def told_progress(scope: Scope, data: Progress) -> str:
    """Every indicator with both values, in words."""
    words, marks = chart_words(scope.words.language), scope.words.typography
    sentences = (
        words.level.format(
            name=level.name,
            year=level.year,
            value=level.value.text,
            target_year=level.target_year,
            target=level.target.text,
        )
        + words.share.format(share=level.share)
        for level in data.levels
    )
    return words.levels + marks.clause_separator.join(sentences) + marks.run_in_close
