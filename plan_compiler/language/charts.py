"""Words in and around charts, by language. Those with braces are `str.format` templates."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class ChartWords(Struct, frozen=True):
    """`actual` are words that a column of measured values is called by.

    Titles are over `names`; `first` of them and their `count` where there are `many`. What a chart shows is told by a
    sentence a series, with the kind of chart before them.
    """

    actual: tuple[str, ...]
    many: str
    trajectory: str
    progress: str
    by_category: str
    by_start: str
    by_period: str
    schedule: str
    lines: str
    bars: str
    levels: str
    spans: str
    value: str
    """A value of a year, over `year` and `value`."""
    level: str
    """Over `year`, `value`, `target_year`, `target`."""
    share: str
    """What part of the target a value comes to, over `share`; it follows on `level`."""
    amounts: str
    """A group of projects, over `name`, `count`, and the amounts."""
    years: str
    """All projects of a schedule, over `count`, `first` and `last`."""
    undecided: str
    """Those whose years are not told, over `count`."""
    year: str
    started: str
    """Projects begun in `year`."""
    started_before: str
    """Projects begun in `year` or earlier."""
    started_after: str
    no_year: str
    """The group of projects whose years are not told."""
    projects: str
    """How many projects a group has, over `count`."""


_CHINESE = ChartWords(
    actual=("实际", "完成", "现状", "基期", "实绩"),
    many="{first}等{count}项指标",
    trajectory="{names}走势",
    progress="{names}目标进度",
    by_category="{names}投资（按类别）",
    by_start="{names}投资（按开工年份）",
    by_period="{names}投资（按建设期限）",
    schedule="{names}建设进度",
    lines="折线图。",
    bars="条形图。",
    levels="进度图。",
    spans="横道图。",
    value="{year}年{value}",
    level="{name}{year}年为{value}，{target_year}年目标为{target}",
    share="，相当于目标值的{share}",
    amounts="{name}（{count}个项目）：总投资{total}，规划期内投资{in_period}",
    years="共{count}个项目，{first}年至{last}年",
    undecided="，其中{count}个期限未定",
    year="{year}年",
    started="{year}年",
    started_before="{year}年及以前",
    started_after="{year}年及以后",
    no_year="未定",
    projects="{count}个项目",
)

_ENGLISH = ChartWords(
    actual=("actual", "measured", "achieved", "baseline", "outturn"),
    many="{first} and others ({count} indicators)",
    trajectory="{names} over the years",
    progress="{names}: progress toward the target",
    by_category="{names}: investment by category",
    by_start="{names}: investment by year of start",
    by_period="{names}: investment by years of construction",
    schedule="{names}: schedule",
    lines="Line chart. ",
    bars="Bar chart. ",
    levels="Progress chart. ",
    spans="Gantt chart. ",
    value="{value} in {year}",
    level="{name}: {value} in {year}, target {target} in {target_year}",
    share=", {share} of the target",
    amounts="{name} ({count} projects): {total} in total, {in_period} within the period",
    years="{count} projects, {first} to {last}",
    undecided=", {count} of them not scheduled yet",
    year="{year}",
    started="{year}",
    started_before="{year} or earlier",
    started_after="{year} or later",
    no_year="not scheduled",
    projects="{count} projects",
)

_WORDS: Mapping[str, ChartWords] = MappingProxyType({"zh": _CHINESE, "en": _ENGLISH})


def chart_words(language: str) -> ChartWords:
    """The words for a language tag; English for a language that has none."""
    return _WORDS.get(language.partition("-")[0].lower(), _ENGLISH)
