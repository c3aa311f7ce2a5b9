"""Where the figures of a plan stand in its files, so that each can be written over."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bench.mutation.slips import Slip, slipped
from plan_compiler.diagnostics import NodePath, Span
from plan_compiler.pipeline.checking import Checked
from plan_compiler.pipeline.covering import covered
from plan_compiler.quantity.mention import Mention, read_mention
from plan_compiler.report.coverage import Placed
from plan_compiler.rules.appearances import FigureKind

_CELLS = frozenset(
    {FigureKind.INDICATOR, FigureKind.PROJECT, FigureKind.SUBTOTAL, FigureKind.GRAND_TOTAL, FigureKind.CELL}
) | {FigureKind.STATED_CELL}
_TOTALS = frozenset({FigureKind.SUBTOTAL, FigureKind.GRAND_TOTAL, FigureKind.STATED_CELL})


class Site(NamedTuple):
    """A figure with the extent of its text in a file, in code points; `unit` is that of its column or its own."""

    figure: Placed
    file: str
    start: int
    end: int
    unit: str

    @property
    def kind(self) -> FigureKind:
        """The kind of its figure."""
        return self.figure.covered.appearance.kind

    @property
    def text(self) -> str:
        """The figure as printed."""
        return self.figure.covered.appearance.text

    @property
    def path(self) -> NodePath:
        """The path of the text or cell that it stands in."""
        return self.figure.covered.appearance.place.path


class Mutation(NamedTuple):
    """One slip of one figure: what the file is to hold instead from `start` to `end`."""

    site: Site
    slip: Slip
    start: int
    end: int
    text: str


def sites(checked: Checked) -> tuple[Site, ...]:
    """The figures of a plan that stand in its files as they are printed."""
    found: list[Site] = []
    for figure in covered(checked).figures:
        if figure.span is not None and (extent := _extent(checked.files[figure.span.file], figure)):
            found.append(Site(figure, figure.span.file, *extent, _unit(checked, figure)))
    return tuple(found)


def _extent(file: str, figure: Placed) -> tuple[int, int] | None:
    start, end = _offsets(file, figure.span) if figure.span else (0, 0)
    at = file.find(figure.covered.appearance.text, start, end)
    return None if at < 0 else (at, at + len(figure.covered.appearance.text))


def _offsets(file: str, span: Span) -> tuple[int, int]:
    lines = [0, *(match.end() for match in re.finditer("\n", file))]
    return lines[span.start.line - 1] + span.start.column - 1, lines[span.end.line - 1] + span.end.column - 1


def _unit(checked: Checked, figure: Placed) -> str:
    """The unit of a figure: that of its column where it stands in a table, else the one behind it."""
    linked, appearance = checked.linked, figure.covered.appearance
    if linked is None:
        return ""
    match appearance.kind:
        case FigureKind.PROJECT | FigureKind.SUBTOTAL | FigureKind.GRAND_TOTAL:
            return linked.plan.annex.unit if linked.plan.annex else ""
        case FigureKind.INDICATOR:
            _, t, _, g, _, i, *_ = appearance.place.path
            return linked.plan.indicators[int(t)].groups[int(g)].indicators[int(i)].unit
        case FigureKind.CELL | FigureKind.STATED_CELL:
            own = (c.unit.text for t in linked.tables.values() for c in t.cells.values() if c.place == appearance.place)
            return next(own, "")
        case _:
            reading = read_mention(appearance.text, language=linked.plan.language)
            return reading.quantity.unit.text if isinstance(reading, Mention) else ""


def mutations(checked: Checked) -> Iterator[Mutation]:
    """Every slip of every figure, then every row that is left out."""
    found = sites(checked)
    language = checked.source.plan.language if checked.source else "zh-CN"
    for site in found:
        beside = tuple(other.text for other in _neighbours(site, found))
        for slip, text in slipped(site.text, site.unit, beside, in_cell=site.kind in _CELLS, language=language):
            yield Mutation(site, slip, site.start, site.end, text)
        if site.kind in _TOTALS:
            yield from _stale(site, found)
    yield from _rows(checked.files, found)


def _neighbours(site: Site, found: tuple[Site, ...]) -> Iterator[Site]:
    """The figures before and behind in the same file; in a table, those of the same row and of the same column."""
    own = [other for other in found if other.file == site.file and (other.kind in _CELLS) is (site.kind in _CELLS)]
    own.sort(key=lambda other: other.start)
    at = own.index(site)
    yield from (own[index] for index in (at - 1, at + 1) if 0 <= index < len(own))
    column = [other for other in own if other.path[-1] == site.path[-1] and other.kind is site.kind]
    if site.kind in _CELLS and column:
        at = column.index(site)
        yield from (column[index] for index in (at - 1, at + 1) if 0 <= index < len(column))


def _stale(site: Site, found: tuple[Site, ...]) -> Iterator[Mutation]:
    """A total that was not drawn up anew when a row was added: it lacks one of the members that it should hold."""
    members = [other for other in found if other.kind in (FigureKind.PROJECT, FigureKind.CELL)]
    for other in members:
        same = other.path[-1] == site.path[-1] and other.path[: len(site.path) - 2] == site.path[:-2]
        if same and other.text.isdecimal() and site.text.isdecimal() and int(other.text):
            yield Mutation(site, Slip.STALE, site.start, site.end, str(int(site.text) - int(other.text)))
            return


def _rows(files: Mapping[str, str], found: tuple[Site, ...]) -> Iterator[Mutation]:
    """Rows of tables left out: the item of the list in which a figure stands."""
    seen: set[tuple[str, int]] = set()
    for site in found:
        if site.kind in (FigureKind.PROJECT, FigureKind.INDICATOR, FigureKind.CELL):
            start, end = _item(files[site.file], site.start)
            if start < end and (site.file, start) not in seen:
                seen.add((site.file, start))
                yield Mutation(site, Slip.ROW, start, end, "")


def _item(file: str, at: int) -> tuple[int, int]:
    """The extent of the innermost item of a block sequence around an offset."""
    starts = [match for match in re.finditer(r"(?m)^( *)- ", file) if match.start() <= at]
    if not starts:
        return 0, 0
    start, indent = starts[-1].start(), len(starts[-1][1])
    ends = re.compile(rf"(?m)^ {{0,{indent}}}\S").search(file, starts[-1].end())
    return start, ends.start() if ends else len(file)


def applied(files: Mapping[str, str], mutation: Mutation) -> dict[str, str]:
    """The files with one slip in them."""
    text = files[mutation.site.file]
    return {**files, mutation.site.file: text[: mutation.start] + mutation.text + text[mutation.end :]}
