"""From charts of a document to SVG."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from msgspec import Struct

from plan_compiler.document.charts import Bars, Progress, Schedule, Trajectory
from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import Chart, Document
from plan_compiler.writers.charts.bars import draw_bars
from plan_compiler.writers.charts.progress import draw_progress
from plan_compiler.writers.charts.schedule import draw_schedule
from plan_compiler.writers.charts.shapes import Drawing, length
from plan_compiler.writers.charts.sheet import Sheet
from plan_compiler.writers.charts.trajectory import draw_trajectory
from plan_compiler.writers.look import Look, Palette
from plan_compiler.writers.svg import render_svg
from plan_compiler.writers.templates import Templates

_TEMPLATE = "svg/chart.svg.j2"


class Titles(Struct, frozen=True):
    """What a drawing is called, and what it shows; `id` is that of the drawing in its page."""

    id: str
    title: str
    description: str


def chart_drawings(chart: Chart, look: Look, words: Mapping[str, str]) -> tuple[Drawing, ...]:
    """The drawings of a chart, as wide as the text; several where it is longer than a page."""
    sheet = Sheet.of(look)
    match chart.data:
        case Trajectory():
            return draw_trajectory(chart.data, sheet)
        case Progress():
            return draw_progress(chart.data, sheet)
        case Bars():
            return draw_bars(chart.data, sheet, words.get("unit", ""))
        case Schedule():
            return draw_schedule(chart.data, sheet)
        case _:
            assert_never(chart.data)


def chart_height(chart: Chart, look: Look) -> float:
    """How high all drawings of a chart are together, in points."""
    return sum(drawing.height for drawing in chart_drawings(chart, look, {}))


def chart_svgs(
    templates: Templates, chart: Chart, look: Look, document: Document, *, told_by_title: bool = False
) -> tuple[str, ...]:
    """The SVGs of a chart. Raises TemplateFaultError.

    What it shows stands in the description of each; with `told_by_title` also in the title, for readers that know no
    description.
    """
    drawings = chart_drawings(chart, look, document.words)
    titles = tuple(_titles(chart, document, len(drawings), told_by_title=told_by_title))
    face = look.fonts.face(look.styles.chart.font)
    shared = {
        "inks": _inks(look.colours.light),
        "families": tuple(dict.fromkeys((face.office, *face.families))),
        "size": length(look.styles.chart.size),
    }
    return tuple(
        render_svg(
            templates,
            _TEMPLATE,
            drawing=drawing,
            titles=title,
            width=length(drawing.width),
            height=length(drawing.height),
            **shared,
        )
        for drawing, title in zip(drawings, titles, strict=True)
    )


def _titles(chart: Chart, document: Document, count: int, *, told_by_title: bool) -> Iterator[Titles]:
    caption = chart.caption
    name = f"{caption.label} {plain_text(caption.title)}".strip()
    for index in range(count):
        title = name + document.words.get("continued", "") if index else name
        id = f"{caption.anchor}-drawing-{index + 1}"
        yield Titles(id, f"{title} {chart.alt}" if told_by_title else title, chart.alt)


def _inks(palette: Palette) -> Mapping[str, str]:
    """The colours by the names that shapes have for them."""
    series = {f"series-{number}": colour for number, colour in enumerate(palette.series, 1)}
    return {
        "text": palette.text,
        "muted": palette.muted,
        "rule": palette.rule,
        "grid": palette.grid,
        "track": palette.track,
        "paper": palette.paper,
        **series,
    }
