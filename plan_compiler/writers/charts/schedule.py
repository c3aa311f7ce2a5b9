"""Projects over the years: a bar from the first to the last year of each, the years of the plan shaded."""

from collections.abc import Iterator

from msgspec import Struct

from plan_compiler.document.charts import Schedule, Work
from plan_compiler.writers.charts.shapes import Area, Drawing, Ink, Shape, block, points, stroke, words
from plan_compiler.writers.charts.sheet import Sheet, Strip, drawings

_NAMES = 0.42
_ARROW = 4.0


def draw_schedule(data: Schedule, sheet: Sheet) -> tuple[Drawing, ...]:
    """A row for each project under the years, which stand above every piece of a long schedule."""
    texts = [work.text for group in data.groups for work in group.works]
    serials = [work.serial for group in data.groups for work in group.works]
    serial = max(map(sheet.measure, serials), default=0.0) + 6
    right = sheet.width - min(max(map(sheet.measure, texts), default=0.0), sheet.width / 5) - 8
    years = _Years(data, sheet, serial, sheet.width * _NAMES, right)
    strips = [
        strip for index, group in enumerate(data.groups) for strip in years.group(index, group.title, group.works)
    ]
    return drawings(sheet, years.head(), strips)


class _Years(Struct, frozen=True):
    """The plane of a schedule: serials end at `serial`, names at `left`, and years lie from there to `right`."""

    data: Schedule
    sheet: Sheet
    serial: float
    left: float
    right: float

    def x(self, year: int) -> float:
        """Where a year begins."""
        return self.left + (year - self.data.first) * (self.right - self.left) / (self.data.last - self.data.first + 1)

    def head(self) -> Strip:
        """The years above the columns."""
        height = self.sheet.line + 6
        count = self.data.last - self.data.first + 1
        every = max(1, -(-int(self.sheet.measure("0000") + 4) // max(1, int((self.right - self.left) / count))))

        def draw(top: float) -> Iterator[Shape]:
            yield from self.ground(top, height)
            for year in range(self.data.first, self.data.last + 1, every):
                middle = (self.x(year) + self.x(year + 1)) / 2
                yield words((middle, top + self.sheet.size), str(year), "muted", anchor="middle")
            yield stroke(((0, top + height), (self.sheet.width, top + height)), 0.75, "rule")

        return Strip(height, draw)

    def ground(self, top: float, height: float) -> Iterator[Shape]:
        """The shade of the plan's years, and a line where each year begins."""
        if self.data.plan:
            first, last = self.data.plan
            yield block(self.x(first), top, self.x(last + 1) - self.x(first), height, "track")
        for year in range(self.data.first, self.data.last + 2):
            yield stroke(((self.x(year), top), (self.x(year), top + height)), 0.35, "grid")

    def group(self, index: int, title: str, works: tuple[Work, ...]) -> Iterator[Strip]:
        """A line for the category, and one for each of its projects."""
        height = self.sheet.line + 5

        def draw(top: float) -> Iterator[Shape]:
            yield from self.ground(top, height)
            yield words((0, top + self.sheet.size + 2), title, self.sheet.series(index), bold=True)

        yield Strip(height, draw, leads=True)
        for work in works:
            yield self.work(work, self.sheet.series(index))

    def work(self, work: Work, ink: Ink) -> Strip:
        """The row of a project."""
        lines = self.sheet.wrapped(work.name, self.left - self.serial - 10, 2)
        height = len(lines) * self.sheet.line + 3
        (text,) = self.sheet.wrapped(work.text, self.sheet.width - self.right - 4, 1)

        def draw(top: float) -> Iterator[Shape]:
            yield from self.ground(top, height)
            yield words((self.serial - 6, top + self.sheet.size + 1), work.serial, "muted", anchor="end")
            for index, line in enumerate(lines):
                yield words((self.serial, top + self.sheet.size + 1 + index * self.sheet.line), line)
            yield from self.bar(work, top + height / 2, ink)
            yield words((self.sheet.width, top + self.sheet.size + 1), text, "muted", anchor="end")
            yield stroke(((0, top + height), (self.sheet.width, top + height)), 0.35, "grid")

        return Strip(height, draw)

    def bar(self, work: Work, middle: float, ink: Ink) -> Iterator[Shape]:
        """From the first to the last year, with a point at an end that lies outside or is left open."""
        first, last = self.data.first, self.data.last
        if work.start is None and work.end is None:
            start, end = self.data.plan or (first, last)
            yield stroke(((self.x(start), middle), (self.x(end + 1), middle)), 1, ink, dashed=True)
            return
        starts, ends = work.start or first - 1, work.end or last + 1
        left, right = self.x(min(max(starts, first), last + 1)), self.x(max(min(ends, last), first - 1) + 1)
        high, low = middle - 3.5, middle + 3.5
        if starts < first and ends < first:
            left = right = self.x(first)
        if starts > last:
            left = right = self.x(last + 1)
        yield block(left, high, max(1.5, right - left), low - high, ink)
        if starts < first:
            yield Area(points((left - _ARROW, middle), (left, high - 1), (left, low + 1)), ink)
        if ends > last:
            yield Area(points((right + _ARROW, middle), (right, high - 1), (right, low + 1)), ink)
