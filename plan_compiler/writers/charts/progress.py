"""How far indicators are from their targets: a bar up to where each stands, a mark where it is to be."""

from collections.abc import Iterator

from plan_compiler.document.charts import Level, Progress
from plan_compiler.writers.charts.shapes import Drawing, Shape, block, stroke, words
from plan_compiler.writers.charts.sheet import Sheet, Strip, drawings

_BAR = 8.0
_NAMES = 0.34
"""What part of the width the names may take."""


def draw_progress(data: Progress, sheet: Sheet) -> tuple[Drawing, ...]:
    """A row for each indicator: its name, its bar with both values below, its share."""
    return drawings(sheet, None, [_row(level, sheet) for level in data.levels])


def _row(level: Level, sheet: Sheet) -> Strip:
    names = sheet.width * _NAMES
    lines = sheet.wrapped(level.name, names - 8, 3)
    height = max(_BAR + sheet.line + 4, len(lines) * sheet.line) + 10

    def draw(top: float) -> Iterator[Shape]:
        yield from (
            words((names - 8, top + sheet.size + index * sheet.line), line, anchor="end")
            for index, line in enumerate(lines)
        )
        yield from _bar(level, sheet, names, top)

    return Strip(height, draw)


def _bar(level: Level, sheet: Sheet, left: float, top: float) -> Iterator[Shape]:
    right = sheet.width - sheet.measure("10000%") - 6
    sizes = [abs(float(each.value)) for each in (level.value, level.target, *level.steps)]
    scale = (right - left) / max(sizes)
    bar = top + 2
    yield block(left, bar, right - left, _BAR, "track")
    yield block(left, bar, max(0.75, sizes[0] * scale), _BAR, "series-1")
    for size in sizes[2:]:
        x = left + size * scale
        yield stroke(((x, bar + 1), (x, bar + _BAR - 1)), 0.75, "muted")
    aim = left + sizes[1] * scale
    yield stroke(((aim, bar - 2), (aim, bar + _BAR + 2)), 1.8, "series-2")
    below = bar + _BAR + sheet.line
    yield words((left, below), f"{level.year} {level.value.text}", "muted")
    yield words((right, below), f"{level.target_year} {level.target.text}", anchor="end")
    yield words((sheet.width, bar + _BAR), level.share, anchor="end", bold=True)
