"""Indicators over the years: a panel for each unit, measured values joined by a line, targets by a dashed one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from plan_compiler.document.charts import ChartLine, ChartPanel, ChartValue, Trajectory
from plan_compiler.writers.charts.shapes import Drawing, Ink, Shape, block, dot, stroke, words
from plan_compiler.writers.charts.sheet import Sheet, Strip, drawings

_GAP = 22.0
_PLOT = 118.0
_LONE_PLOT = 150.0
_DOT = 2.6
_INSET = 20.0
"""From the ends of the axis to the first and the last year: room for half a label."""


class _Label(NamedTuple):
    """A value at its point: the middle of its text, on the base line."""

    x: float
    y: float
    text: str
    ink: Ink


def draw_trajectory(data: Trajectory, sheet: Sheet) -> tuple[Drawing, ...]:
    """Panels side by side, two in a row; one alone has the whole width."""
    if len(data.panels) == 1:
        return drawings(sheet, None, (_row(data.panels, sheet, sheet.width, _LONE_PLOT),))
    width = (sheet.width - _GAP) / 2
    rows = [data.panels[index : index + 2] for index in range(0, len(data.panels), 2)]
    return drawings(sheet, None, [_row(row, sheet, width, _PLOT) for row in rows])


def _row(panels: Sequence[ChartPanel], sheet: Sheet, width: float, plot: float) -> Strip:
    legends = [[sheet.wrapped(line.legend, width - 26, 2) for line in panel.lines] for panel in panels]
    above = max(sum(map(len, legend)) for legend in legends) * sheet.line + sheet.line
    below = sheet.line * (2 if any(column.note for panel in panels for column in panel.columns) else 1) + 12

    def draw(top: float) -> Iterator[Shape]:
        for index, (panel, legend) in enumerate(zip(panels, legends, strict=True)):
            left = index * (width + _GAP)
            yield from _legend(legend, sheet, left, top)
            # The plane begins behind the numbers of its steps.
            axis = max(sheet.measure(tick.text) for tick in panel.ticks) + 5
            upper = top + above
            yield from _Plot(panel, sheet, left + axis, left + width, upper, upper + plot).shapes()

    return Strip(above + plot + below, draw)


def _legend(legend: Sequence[tuple[str, ...]], sheet: Sheet, left: float, top: float) -> Iterator[Shape]:
    y = top + sheet.size
    for index, lines in enumerate(legend):
        ink, middle = sheet.series(index), y - sheet.size * 0.35
        yield stroke(((left, middle), (left + 18, middle)), 1.6, ink)
        yield dot(left + 9, middle, _DOT, ink, hollow=False)
        for line in lines:
            yield words((left + 24, y), line)
            y += sheet.line


class _Plot(Struct, frozen=True):
    """A panel's plane: where its axis begins and ends, and the height of its lowest and highest step."""

    panel: ChartPanel
    sheet: Sheet
    left: float
    right: float
    top: float
    bottom: float

    def shapes(self) -> Iterator[Shape]:
        """Everything in the plane and at its edges."""
        yield from self.grid()
        columns = enumerate(self.panel.columns)
        yield from self.columns(self.with_room([max(c.title, c.note, key=self.sheet.measure) for _, c in columns]))
        values = [[value.text for value in self.values(column)] for column in range(len(self.panel.columns))]
        shown = sorted(self.with_room([max(texts, key=self.sheet.measure, default="") for texts in values]))
        labels = [label for column in shown for label in self.labels(column)]
        lines = [(line, self.sheet.series(index)) for index, line in enumerate(self.panel.lines)]
        for line, ink in lines:
            yield from self.line(line, ink)
        # No line runs through a value; the points stand above both.
        yield from (self.ground(label) for label in labels)
        for line, ink in lines:
            yield from self.points(line, ink)
        yield from (words((x, y), text, ink, anchor="middle") for x, y, text, ink in labels)

    def x(self, column: int) -> float:
        columns = self.panel.columns
        first, last = columns[0].year, columns[-1].year
        inset = min(_INSET, (self.right - self.left) / 4)
        share = (columns[column].year - first) / (last - first) if last > first else 0.5
        return self.left + inset + share * (self.right - self.left - 2 * inset)

    def middle(self, column: int, text: str) -> float:
        """Where the middle of a text of a column stands: at its year, or so far inwards that no edge cuts it."""
        half = self.sheet.measure(text) / 2
        return max(min(self.x(column), self.right - half), min(self.x(column), self.left + half))

    def y(self, value: ChartValue) -> float:
        return self.height_of(float(value.value))

    def height_of(self, value: float) -> float:
        low, high = float(self.panel.ticks[0].value), float(self.panel.ticks[-1].value)
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)

    def grid(self) -> Iterator[Shape]:
        for tick in self.panel.ticks:
            y = self.y(tick)
            ink = "rule" if tick.value == 0 or tick is self.panel.ticks[0] else "grid"
            yield stroke(((self.left, y), (self.right, y)), 0.75 if ink == "rule" else 0.5, ink)
            yield words((self.left - 4, y + self.sheet.size * 0.35), tick.text, "muted", anchor="end")

    def with_room(self, texts: Sequence[str]) -> frozenset[int]:
        """The columns whose `texts` are printed: as many as have room, the last one always."""
        shown: list[int] = []
        for index in reversed(range(len(texts))):
            room = (self.sheet.measure(texts[index]) + self.sheet.measure(texts[shown[-1]])) / 2 + 3 if shown else 0
            if not shown or self.middle(shown[-1], texts[shown[-1]]) - self.middle(index, texts[index]) >= room:
                shown.append(index)
        return frozenset(shown)

    def values(self, column: int) -> Iterator[ChartValue]:
        return (value for line in self.panel.lines if (value := line.values[column]) is not None)

    def columns(self, shown: frozenset[int]) -> Iterator[Shape]:
        for index, column in enumerate(self.panel.columns):
            x, y = self.x(index), self.bottom + self.sheet.line
            yield stroke(((x, self.bottom), (x, self.bottom + 3)), 0.75, "rule")
            if index in shown:
                yield words((self.middle(index, column.title), y + 2), column.title, anchor="middle")
                if column.note:
                    (note,) = self.sheet.wrapped(column.note, self.right - self.left, 1)
                    below = (self.middle(index, note), y + self.sheet.line + 2)
                    yield words(below, note, "muted", anchor="middle")

    def line(self, line: ChartLine, ink: str) -> Iterator[Shape]:
        known = [(index, value) for index, value in enumerate(line.values) if value is not None]
        for (before, start), (at, end) in pairwise(known):
            places = ((self.x(before), self.y(start)), (self.x(at), self.y(end)))
            yield stroke(places, 1.6, ink, dashed=at >= line.targets)

    def points(self, line: ChartLine, ink: str) -> Iterator[Shape]:
        for index, value in enumerate(line.values):
            if value is None:
                continue
            x = self.x(index)
            if value.low is not None and value.high is not None:
                low, high = self.height_of(float(value.low)), self.height_of(float(value.high))
                yield block(x - 1.5, high, 3, low - high, ink)
            yield dot(x, self.y(value), _DOT, ink, hollow=index >= line.targets)

    def ground(self, label: _Label) -> Shape:
        width, size = self.sheet.measure(label.text), self.sheet.size
        return block(label.x - width / 2 - 0.5, label.y - size * 0.78, width + 1, size * 0.86, "paper")

    def labels(self, column: int) -> Iterator[_Label]:
        """The values of a column above their points, pushed apart where they would cover each other.

        The lowest stands below its point where there is no room above it.
        """
        wanted = sorted(
            (self.y(value) - _DOT - 3, index, value.text)
            for index, line in enumerate(self.panel.lines)
            if (value := line.values[column]) is not None
        )
        step, floor, ceiling = self.sheet.size + 1, self.bottom - 2, self.top - _DOT - 3
        if len(wanted) > 1:
            lowest, index, text = wanted[-1]
            below = lowest + 2 * (_DOT + 3) + self.sheet.size * 0.8
            if lowest - wanted[-2][0] < step + 2 * _DOT + 3 and below <= floor:
                wanted[-1] = (below, index, text)
        # Upwards, so that no value covers its own point, and down again where the plane ends.
        places = [y for y, _, _ in wanted]
        for index in reversed(range(len(places) - 1)):
            places[index] = min(places[index], places[index + 1] - step)
        for index in range(len(places)):
            places[index] = max(places[index], ceiling + step * index)
        for y, (_, index, text) in zip(places, wanted, strict=True):
            yield _Label(self.middle(column, text), y, text, self.sheet.series(index))
