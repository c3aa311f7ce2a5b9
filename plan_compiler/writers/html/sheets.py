"""What the style sheets print: the look of a theme in the units of CSS."""

from collections.abc import Iterable

from msgspec import Struct

from plan_compiler.document.nodes import Document
from plan_compiler.language.typography import in_chinese
from plan_compiler.writers.look import Look, Style


class Declarations(Struct, frozen=True):
    """A style in the units of CSS: every field is a finished value."""

    font: str
    weight: str
    size: str
    line: str
    align: str
    indent: str
    before: str
    after: str
    spacing: str
    colour: str
    fill: str
    rule_below: str
    rule_left: str
    rule_colour: str
    new_page: bool


class NumberRule(Struct, frozen=True):
    """The page number: what stands around it, where it stands, and how it is set."""

    before: str
    after: str
    odd: str
    even: str
    drop: str
    inset: str
    size: str
    line: str
    font: str
    weight: str
    colour: str
    decimal: str = ", decimal"


class ColumnWidth(Struct, frozen=True):
    """A width of columns: in thousandths of the table, which names its class, and as a share in CSS."""

    thousandths: int
    share: str


class Shift(Struct, frozen=True):
    """Room beside a figure: in tenths of the width of a digit, which name its class, and as CSS has it."""

    tenths: int
    room: str


def screen_values(look: Look, document: Document, widths: Iterable[int], shifts: Iterable[int]) -> dict[str, object]:
    """The values of the style sheets for screens; `widths` are those of the columns of its tables, in thousandths,
    `shifts` the room beside their figures, in tenths of the width of a digit.
    """
    palette = look.colours.light
    series = (f"series-{number}" for number in range(1, len(palette.series) + 1))
    return {
        "fonts": look.fonts,
        "western": not in_chinese(document.language),
        "styles": look.styles,
        "table": look.table,
        "screen": look.screen,
        "page": look.page,
        "light": palette,
        "dark": look.colours.dark,
        "inks": ("text", "muted", "rule", "grid", "track", "paper", *series),
        "widths": _widths(widths),
        "shifts": _shifts(shifts),
    }


def _shifts(shifts: Iterable[int]) -> tuple[Shift, ...]:
    return tuple(Shift(tenths, f"{tenths / 10:g}ch") for tenths in sorted(shifts) if tenths)


def _widths(widths: Iterable[int]) -> tuple[ColumnWidth, ...]:
    return tuple(ColumnWidth(width, f"{width / 10:g}%") for width in sorted(widths))


def paged_values(
    look: Look, document: Document, widths: Iterable[int], shifts: Iterable[int], cover: str
) -> dict[str, object]:
    """The values of the style sheet for pages; lengths carry their units. `widths` and `shifts` as in
    `screen_values`; `cover`
    is the file of its ground, "" without one."""
    page = look.page
    roles = [part.role for part in document.parts]
    return {
        "draft": document.draft,
        "fonts": look.fonts,
        "western": not in_chinese(document.language),
        "colours": look.colours.light,
        "page": page,
        "portrait_size": f"{page.width:g}mm {page.height:g}mm",
        "landscape_size": f"{page.height:g}mm {page.width:g}mm",
        "number": _number(look),
        "contents_numbers": ", upper-roman" if look.contents.numbers == "roman" else "",
        "first_numbered": next((role for role in roles if role in ("body", "annex")), "body"),
        "styles": {name: _declarations(style, look) for name, style in look.styles.by_name().items()},
        "leads": tuple(_declarations(look.styles.heading(level), look) for level in range(1, 7)),
        "table": {
            "rule": f"{look.table.rule:g}pt",
            "hairline": f"{look.table.hairline:g}pt",
            "padding": f"{look.table.padding:g}mm",
            "header_fill": look.table.header_fill,
            "columns": look.table.columns,
        },
        "box": {"rule": f"{look.box.rule:g}pt", "padding": f"{look.box.padding:g}mm"},
        "widths": _widths(widths),
        "shifts": _shifts(shifts),
        "cover": cover,
        "max_height": f"{look.figure.max_height:g}mm",
    }


def _declarations(style: Style, look: Look) -> Declarations:
    face, palette = look.fonts.face(style.font), look.colours.light
    return Declarations(
        font=style.font,
        weight=str(max(face.weight, 700) if style.bold else face.weight),
        size=f"{style.size:g}pt",
        line=f"{style.line:g}pt",
        align=style.align,
        indent=f"{style.indent * (style.size + style.spacing):g}pt",
        before=f"{style.before:g}pt",
        after=f"{style.after:g}pt",
        spacing=f"{style.spacing:g}pt",
        colour="" if style.colour == "text" else palette.ink(style.colour),
        fill="" if style.fill is None else palette.ink(style.fill),
        rule_below=f"{style.rule_below:g}pt" if style.rule_below else "",
        rule_left=f"{style.rule_left:g}pt" if style.rule_left else "",
        rule_colour=palette.ink(style.rule_colour),
        new_page=style.new_page,
    )


def _number(look: Look) -> NumberRule:
    style, number = _declarations(look.styles.page_number, look), look.page_number
    before, after = number.split()
    drop = max(0.0, look.page.portrait.bottom - look.page.footer)
    return NumberRule(
        before=before,
        after=after,
        odd=number.odd,
        even=number.even,
        drop=f"{drop:g}mm",
        inset=f"{number.inset * look.styles.page_number.size:g}pt",
        size=style.size,
        line=style.line,
        font=style.font,
        weight=style.weight,
        colour=style.colour,
    )
