"""What charts show: finished data. Every number is exact, with the text that is printed for it."""

from typing import ClassVar, TypeAlias

from msgspec import Struct

from plan_compiler.rational import Fraction


class ChartValue(Struct, frozen=True):
    """A value, where it is drawn and what is printed at it; a range from `low` to `high` is drawn at its middle."""

    value: Fraction
    text: str
    low: Fraction | None = None
    high: Fraction | None = None


class ChartColumn(Struct, frozen=True):
    """A year on the axis, and what its values are (实际, 目标)."""

    year: int
    title: str
    note: str


class ChartLine(Struct, frozen=True):
    """A series: a value for each column (None where there is none), of which those from `targets` on are targets.

    `legend` is its name with the unit.
    """

    name: str
    legend: str
    values: tuple[ChartValue | None, ...]
    targets: int


class ChartPanel(Struct, frozen=True):
    """Lines of one unit over the same columns. `ticks` are the steps of the axis, the first and last its ends."""

    unit: str
    columns: tuple[ChartColumn, ...]
    lines: tuple[ChartLine, ...]
    ticks: tuple[ChartValue, ...]


class Trajectory(Struct, frozen=True):
    """Indicators over the years, a panel for each unit."""

    kind: ClassVar[str] = "trajectory"
    panels: tuple[ChartPanel, ...]


class Level(Struct, frozen=True):
    """An indicator on its way: where it stands and its target, each with its unit and its year, the targets between, the share."""

    name: str
    year: str
    value: ChartValue
    target_year: str
    target: ChartValue
    steps: tuple[ChartValue, ...]
    share: str


class Progress(Struct, frozen=True):
    """Indicators and their targets."""

    kind: ClassVar[str] = "progress"
    levels: tuple[Level, ...]


class BarGroup(Struct, frozen=True):
    """A name, what is said below it, and a bar for each measure (None where there is no value)."""

    name: str
    note: str
    bars: tuple[ChartValue | None, ...]


class Bars(Struct, frozen=True):
    """Groups of bars, one a measure, all in one unit."""

    kind: ClassVar[str] = "bars"
    unit: str
    measures: tuple[str, ...]
    groups: tuple[BarGroup, ...]


class Work(Struct, frozen=True):
    """A project: its serial and name, its years as printed, and from when to when (None where that is left open)."""

    serial: str
    name: str
    text: str
    start: int | None
    end: int | None


class WorkGroup(Struct, frozen=True):
    """The projects of a category."""

    title: str
    works: tuple[Work, ...]


class Schedule(Struct, frozen=True):
    """Projects over the years of the axis, `first` to `last`; `plan` are those of the plan."""

    kind: ClassVar[str] = "schedule"
    first: int
    last: int
    plan: tuple[int, int] | None
    groups: tuple[WorkGroup, ...]


ChartData: TypeAlias = Trajectory | Progress | Bars | Schedule
