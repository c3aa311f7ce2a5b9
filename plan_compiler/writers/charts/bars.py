"""Amounts by group: lying bars, so that long names have room, each with its amount behind it."""

from collections.abc import Iterator

from plan_compiler.document.charts import BarGroup, Bars
from plan_compiler.writers.charts.shapes import Anchor, Drawing, Shape, block, stroke, words
from plan_compiler.writers.charts.sheet import Sheet, Strip, drawings

_BAR = 9.0
_BETWEEN = 2.0
_NAMES = 0.32
_KEY = 16.0
"""From the colour of a measure to behind it, where its name begins."""


def draw_bars(data: Bars, sheet: Sheet, unit_word: str) -> tuple[Drawing, ...]:
    """A row for each group under the legend of the measures and the unit."""
    values = [float(bar.value) for group in data.groups for bar in group.bars if bar is not None]
    texts = [bar.text for group in data.groups for bar in group.bars if bar is not None]
    left, room = sheet.width * _NAMES, max((sheet.measure(text) for text in texts), default=0.0) + 8
    low, high = min((0.0, *values)), max((0.0, *values))
    inner = sheet.width - left - room - (room if low < 0 else 0)
    scale = inner / (high - low) if high > low else 0.0
    zero = left + (room if low < 0 else 0) - low * scale
    rows = [_row(group, sheet, left, zero, scale) for group in data.groups]
    return drawings(sheet, _legend(data, sheet, unit_word), rows)


def _legend(data: Bars, sheet: Sheet, unit_word: str) -> Strip:
    """The measures from where the bars begin, in as many lines as they need; the unit ends the last line or the next."""
    left, unit = sheet.width * _NAMES, unit_word + data.unit
    places: list[tuple[float, int, str]] = []
    x, line = left, 0
    for measure in data.measures:
        (text,) = sheet.wrapped(measure, sheet.width - left - _KEY, 1)
        if x > left and x + _KEY + sheet.measure(text) > sheet.width:
            x, line = left, line + 1
        places.append((x, line, text))
        x += 30 + sheet.measure(text)
    if x + sheet.measure(unit) > sheet.width:
        line += 1
    last = line

    def draw(top: float) -> Iterator[Shape]:
        base = top + sheet.size
        for index, (x, line, text) in enumerate(places):
            y = base + line * sheet.line
            yield block(x, y - 7, 12, 7, sheet.series(index))
            yield words((x + _KEY, y), text)
        yield words((sheet.width, base + last * sheet.line), unit, "muted", anchor="end")

    return Strip((last + 1) * sheet.line + 6, draw)


def _row(group: BarGroup, sheet: Sheet, left: float, zero: float, scale: float) -> Strip:
    lines = sheet.wrapped(group.name, left - 10, 2)
    texts = [*((line, "text") for line in lines), *(((group.note, "muted"),) if group.note else ())]
    bars = len(group.bars) * (_BAR + _BETWEEN)
    height = max(bars, len(texts) * sheet.line) + 8

    def draw(top: float) -> Iterator[Shape]:
        y = top + (height - len(texts) * sheet.line) / 2 + sheet.size
        for index, (text, ink) in enumerate(texts):
            yield words((left - 8, y + index * sheet.line), text, ink, anchor="end")
        y = top + (height - bars) / 2
        for index, bar in enumerate(group.bars):
            if bar is not None:
                long = float(bar.value) * scale
                yield block(min(zero, zero + long), y, max(0.75, abs(long)), _BAR, sheet.series(index))
                anchor: Anchor = "start" if long >= 0 else "end"
                yield words((zero + long + (4 if long >= 0 else -4), y + _BAR - 1), bar.text, anchor=anchor)
            y += _BAR + _BETWEEN
        yield stroke(((zero, top), (zero, top + height)), 0.75, "rule")

    return Strip(height, draw)
