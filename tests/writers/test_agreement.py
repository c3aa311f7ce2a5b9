"""One theme.yaml, three formats: what the PDF, the Word file and the page say of themselves is read back and compared."""

import io
import re
import zipfile
import zlib
from typing import Any

import pytest
from lxml import etree

from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.html import paged_files, write_html
from plan_compiler.writers.look import Style
from plan_compiler.writers.pdf import write_pdf
from plan_compiler.writers.theme import Theme, shipped_themes
from tests.documents import sample_document
from tests.writers.themes import shipped_theme

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = {
    "body": ("BodyText", None),
    "heading_1": ("Heading1", ".heading-1"),
    "heading_2": ("Heading2", ".heading-2"),
    "heading_3": ("Heading3", ".heading-3"),
    "table": ("TableText", "table"),
    "table_header": ("TableHeader", "thead th"),
    "table_annex": ("AnnexTableText", ".table-annex table"),
    "note": ("TableNote", ".note"),
    "box": ("BoxText", ".box > p, .box > .mark > p, .box .items p"),
    "box_title": ("BoxCaption", ".box > .box-title"),
    "footnote": ("FootnoteText", ".footnote"),
    "title": ("CoverTitle", None),
}
"""Styles of theme.yaml: the style of styles.xml, and the selector of the sheet for pages."""


@pytest.fixture(scope="module", params=shipped_themes())
def theme(request: Any) -> Theme:
    return shipped_theme(request.param)


@pytest.fixture(scope="module")
def word(theme: Theme) -> dict[str, Any]:
    data = write_docx(sample_document(), theme)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(f"word/{name}.xml")) for name in ("styles", "document")}


@pytest.fixture(scope="module")
def sheet(theme: Theme) -> str:
    return paged_files(sample_document(), theme, {})["paged.css"].decode()


def declared(sheet: str, selector: str) -> dict[str, str]:
    """What the sheet declares for a selector, the last word of each property."""
    found: dict[str, str] = {}
    for block in re.findall(rf"(?:^|\n|\}}\s*){re.escape(selector)} \{{(.*?)\}}", sheet, re.DOTALL):
        for declaration in filter(str.strip, block.split(";")):
            name, _, value = declaration.partition(":")
            found.setdefault(name.strip(), value.strip())
    return found


def word_style(word: Any, id: str) -> Any:
    (style,) = (s for s in word["styles"].iter(f"{W}style") if s.get(f"{W}styleId") == id)
    return style


def value(element: Any, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else str(found.get(f"{W}{name}"))


def points(length: str) -> float:
    return float(length.removesuffix("pt"))


@pytest.mark.parametrize("name", STYLES)
def test_type_is_that_of_the_theme_in_word(theme: Theme, word: Any, name: str) -> None:
    style: Style = theme.look.styles.by_name()[name]
    found = word_style(word, STYLES[name][0])
    face = theme.look.fonts.face(style.font)
    assert value(found, "rPr/rFonts", "eastAsia") == face.office
    assert value(found, "rPr/rFonts", "ascii") == theme.look.fonts.latin.office
    assert int(value(found, "rPr/sz") or 0) == round(style.size * 2)
    assert int(value(found, "pPr/spacing", "line") or 0) == pytest.approx(style.line * 20, abs=1)
    assert (value(found, "rPr/b") is not None or found.find(f"{W}rPr/{W}b") is not None) == style.bold
    palette = theme.look.colours.light
    expected = None if style.colour == "text" else palette.ink(style.colour).lstrip("#")
    assert value(found, "rPr/color") == expected
    assert value(found, "pPr/shd", "fill") == (palette.ink(style.fill).lstrip("#") if style.fill else None)
    assert (found.find(f"{W}pPr/{W}pageBreakBefore") is not None) == style.new_page


@pytest.mark.parametrize("name", [name for name, (_, selector) in STYLES.items() if selector])
def test_type_is_that_of_the_theme_on_pages(theme: Theme, sheet: str, name: str) -> None:
    style: Style = theme.look.styles.by_name()[name]
    found = declared(sheet, STYLES[name][1] or "")
    weight, size, families = found["font"].split(" ", 2)
    assert tuple(map(points, size.split("/"))) == (style.size, style.line)
    face = theme.look.fonts.face(style.font)
    assert families.split(", ")[1:-1] == [f'"{family}"' for family in face.families]
    assert (int(weight) >= 700) == (style.bold or face.weight >= 700)
    palette = theme.look.colours.light
    assert found.get("color") == (None if style.colour == "text" else palette.ink(style.colour))
    ground = palette.header_fill if name == "table_header" else palette.ink(style.fill) if style.fill else None
    assert found.get("background") == ground
    assert ("break-before" in found and found["break-before"] == "page") == style.new_page


def test_the_page_number_is_that_of_the_theme(theme: Theme, word: Any, sheet: str) -> None:
    style = theme.look.styles.page_number
    colour = None if style.colour == "text" else theme.look.colours.light.ink(style.colour)
    assert value(word_style(word, "Footer"), "rPr/color") == (colour.lstrip("#") if colour else None)
    rule = re.search(r"@page body:right \{ @bottom-\w+ \{(.*?)\}", sheet)
    assert rule
    assert (f"color: {colour};" in rule[1]) == bool(colour)
    assert f" {style.size:g}pt/{style.line:g}pt " in rule[1]


def test_paper_and_margins_are_the_same(theme: Theme, word: Any, sheet: str) -> None:
    page = theme.look.page
    for section in word["document"].iter(f"{W}sectPr"):
        wide = value(section, "pgSz", "orient") == "landscape"
        margins = page.landscape if wide else page.portrait
        found = [int(value(section, "pgMar", side) or 0) for side in ("top", "bottom", "left", "right")]
        wanted = [margins.top, margins.bottom, margins.inside, margins.outside]
        assert found == pytest.approx([mm / 25.4 * 1440 for mm in wanted], abs=1)
        size = sorted(int(value(section, "pgSz", side) or 0) for side in ("w", "h"))
        assert size == pytest.approx([mm / 25.4 * 1440 for mm in (page.width, page.height)], abs=1)
    body = declared(sheet, "@page body")
    m = page.portrait
    assert body["margin"] == f"{m.top}mm {m.outside}mm {m.bottom}mm {m.inside}mm"


def test_colours_of_rules_and_tables_are_the_same(theme: Theme, word: Any, sheet: str) -> None:
    look = theme.look
    table = word_style(word, "PlanTable")
    assert value(table, "tblPr/tblBorders/top", "color") == look.colours.light.rule.lstrip("#")
    assert int(value(table, "tblPr/tblBorders/top", "sz") or 0) == round(look.table.rule * 8)
    assert f"border-top: {look.table.rule:g}pt solid {look.colours.light.rule}" in sheet
    fills = {e.get(f"{W}fill") for e in word["document"].iter(f"{W}shd")}
    assert look.colours.light.header_fill.lstrip("#") in fills
    assert f"background: {look.colours.light.header_fill}" in sheet


def test_the_page_on_a_screen_has_the_palettes_faces_and_sizes_of_the_theme(theme: Theme) -> None:
    files = write_html(sample_document(), theme, {})
    screen, look = files["assets/style.css"].decode(), theme.look
    for palette in (look.colours.light, look.colours.dark):
        assert f"--accent: {palette.accent}" in screen
        assert f"--text: {palette.text}" in screen
    for role in ("title", "fang", "kai", "hei", "song"):
        families = ", ".join(f'"{family}"' for family in look.fonts.face(role).families)
        assert f'--{role}: "Plan Latin", {families}' in screen
    assert (
        f".heading-1 {{ font-size: {look.screen.heading_1}rem; font-family: var(--{look.styles.heading_1.font})"
        in screen
    )
    for level, style in ((1, look.styles.heading_1), (2, look.styles.heading_2)):
        shown = declared(screen, ".lead") | (declared(screen, ".lead-1") if level == 1 else {})
        assert shown["font-family"] == f"var(--{style.font})"
        assert shown["font-weight"] == ("700" if style.bold else "400")
    margins = look.page.portrait
    assert (
        f"margin: {margins.top}mm {margins.outside}mm {margins.bottom}mm {margins.inside}mm"
        in files["assets/print.css"].decode()
    )


def test_the_pdf_is_set_in_these_sizes_and_colours_within_these_margins(theme: Theme) -> None:
    written = write_pdf(sample_document(), theme, {})
    assert written.data is not None
    streams = [unpacked(match[1]) for match in STREAM.finditer(written.data)]
    objects, look = b"".join((written.data, *streams)), theme.look
    page = look.page
    boxes = {tuple(round(float(n) / 72 * 25.4) for n in box.split()[2:]) for box in MEDIA_BOX.findall(objects)}
    assert boxes == {(page.width, page.height), (page.height, page.width)}
    styles = look.styles
    shown = {style.size for style in styles.by_name().values()}
    text = [stream for stream in streams if b" Tf" in stream]
    sizes = {round(float(size) * PIXEL, 1) for stream in text for size in SIZE.findall(stream)}
    assert {
        styles.body.size,
        styles.heading_1.size,
        styles.title.size,
        styles.table.size,
        styles.table_annex.size,
    } <= sizes
    assert all(any(abs(size - own) < 0.11 for own in (*shown, 9)) for size in sizes), sizes - shown
    used = {
        tuple(round(float(part) * 255) for part in colour.split()) for stream in text for colour in INK.findall(stream)
    }
    for colour in {
        look.colours.light.ink(style.colour) for style in (styles.body, styles.heading_1, styles.table_header)
    }:
        assert tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5)) in used
    body = [s for s in text if any(abs(float(size) * PIXEL - styles.body.size) < 0.11 for size in SIZE.findall(s))]
    edges = [float(x) * PIXEL for stream in body for x in PLACE.findall(stream)]
    margin = min(page.portrait.inside, page.portrait.outside) / 25.4 * 72
    assert edges
    assert margin - 0.5 <= min(edges) < margin + 30


STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
MEDIA_BOX = re.compile(rb"/MediaBox ?\[([^\]]*)\]")
SIZE = re.compile(rb"/\S+ ([\d.]+) Tf")
INK = re.compile(rb"([\d.]+ [\d.]+ [\d.]+) rg")
PLACE = re.compile(rb"1 0 0 -1 ([\d.]+) [\d.]+ Tm")
PIXEL = 0.75
"""Points of a CSS pixel, the measure that the streams of WeasyPrint are in."""


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize("level", range(1, 7))
def test_run_in_headings_are_set_alike(theme: Theme, word: Any, sheet: str, level: int) -> None:
    style = theme.look.styles.heading(level)
    (run,) = (s for s in word["styles"].iter(f"{W}style") if s.get(f"{W}styleId") == f"Lead{level}")
    face = theme.look.fonts.face(style.font)
    assert value(run, "rPr/rFonts", "eastAsia") == face.office
    on_pages = declared(sheet, f".lead-{level}")
    assert on_pages["font-family"].startswith(f'"Plan Latin", "{face.families[0]}"')
    assert (run.find(f"{W}rPr/{W}b") is not None) == style.bold
    assert on_pages["font-weight"] == str(max(face.weight, 700) if style.bold else face.weight)
