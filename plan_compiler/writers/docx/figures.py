"""Figures: the picture in a line of its own with its caption below, or a frame where it is to come."""

from collections.abc import Iterator

from plan_compiler.document.nodes import Chart, Figure
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.captions import caption_text, compose_caption
from plan_compiler.writers.docx.inlines import text_runs
from plan_compiler.writers.docx.pictures import EMU_PER_MM, Shown
from plan_compiler.writers.docx.scope import Scope
from plan_compiler.writers.docx.units import twips_of_mm

_EMU_PER_TWIP = 635
_PLACEHOLDER_HEIGHT_MM = 50


def compose_figure(figure: Figure, scope: Scope) -> Iterator[w.Block]:
    """The picture or its frame, then the caption."""
    image = None if figure.file is None else scope.pictures.get(figure.file)
    if image is None:
        yield from (w.GAP, _frame(figure, scope))
    else:
        limit = round(scope.look.figure.max_height * EMU_PER_MM)
        yield _picture(image, figure, image.within(scope.width * _EMU_PER_TWIP, limit), scope)
    yield from compose_caption(figure.caption, "FigureCaption", scope, keep_next=False) or (w.GAP,)


def compose_chart(chart: Chart, scope: Scope) -> Iterator[w.Block]:
    """The drawings of the chart, then the caption."""
    for image in scope.charts[chart]:
        yield _picture(image, chart, image.within(scope.width * _EMU_PER_TWIP, image.height), scope)
    yield from compose_caption(chart.caption, "FigureCaption", scope, keep_next=False) or (w.GAP,)


def compose_ground(image: Shown, title: str, scope: Scope) -> w.Picture:
    """The ground of the cover, behind its text."""
    page = scope.look.page
    width, height = round(page.width * EMU_PER_MM), round(page.height * EMU_PER_MM)
    id = next(scope.drawings)
    return w.Picture(
        id,
        f"cover {id}",
        title,
        picture_relationship(image.number),
        svg_relationship(image.number),
        width,
        height,
        True,
    )


def _picture(image: Shown, of: Figure | Chart, size: tuple[int, int], scope: Scope) -> w.Paragraph:
    """The picture in a line of its own, which stays with what follows."""
    id = next(scope.drawings)
    picture = w.Picture(
        id, f"{of.caption.series} {id}", of.alt, picture_relationship(image.number),
        svg_relationship(image.number) if image.svg else "", *size,
    )  # fmt: skip
    return w.Paragraph("Figure", (picture,), keep_next=True)


def picture_relationship(number: int) -> str:
    """The id of the relationship to picture `number`."""
    return f"rIdPicture{number}"


def svg_relationship(number: int) -> str:
    """The id of the relationship to the vector form of picture `number`."""
    return f"rIdVector{number}"


def _frame(figure: Figure, scope: Scope) -> w.Table:
    words = w.Paragraph("FigureFrame", tuple(text_runs(scope.words.get("placeholder", ""))), keep_next=True)
    row = w.Row((w.Cell(scope.width, (words,)),), height=_frame_height())
    return w.Table("PlanFrame", caption_text(figure.caption), figure.alt, scope.width, (scope.width,), (row,))


def _frame_height() -> int:
    return twips_of_mm(_PLACEHOLDER_HEIGHT_MM)
