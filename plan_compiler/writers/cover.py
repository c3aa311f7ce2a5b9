"""The ground of the cover: a drawing as large as the paper, where a theme has one."""

from plan_compiler.writers.look import Look
from plan_compiler.writers.measure import POINTS_PER_MM
from plan_compiler.writers.svg import render_svg
from plan_compiler.writers.templates import Templates

_TEMPLATE = "svg/cover.svg.j2"


def cover_svg(templates: Templates, look: Look) -> bytes | None:
    """The drawing; None in a theme without one. Raises TemplateFaultError."""
    if not templates.has(_TEMPLATE):
        return None
    palette = look.colours.light
    width, height = (f"{length * POINTS_PER_MM:.2f}" for length in (look.page.width, look.page.height))
    return render_svg(templates, _TEMPLATE, width=width, height=height, colours=palette, series=palette.series).encode()
