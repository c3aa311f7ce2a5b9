"""SVG from the templates of a theme."""

from plan_compiler.patterns import compiled
from plan_compiler.writers.drawings import parse_drawing
from plan_compiler.writers.templates import Templates

_FORBIDDEN = compiled("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no place for; readers report it, here it must do no harm."""


def render_svg(templates: Templates, name: str, **values: object) -> str:
    """What the template file `name` makes of `values`: a drawing that every format can show. Raises TemplateFaultError."""
    svg = _FORBIDDEN.sub("\ufffd", templates.render(name, **values)).strip()
    if parse_drawing(svg.encode()) is None:
        raise templates.fault(name, 1, "SVG")
    return svg
