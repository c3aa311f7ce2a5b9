"""The layout reads the document's own files and installed fonts, whatever a style sheet or a picture asks for."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from plan_compiler.writers.drawings import parse_drawing
from plan_compiler.writers.pdf.engine import lay_out, load_engine

OPENED: list[str] = []
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
PAGE = '<link rel="stylesheet" href="a.css"><p>文<img src="a.svg" alt="x"></p>'


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        OPENED.append(str(arguments[0]))
    elif event.startswith(("socket.connect", "socket.getaddrinfo")):
        OPENED.append(event)


@pytest.fixture(scope="module", autouse=True)
def heard() -> Iterator[None]:
    """What the interpreter opens is noted in OPENED; an audit hook stays for the life of the process."""
    sys.addaudithook(_hear)
    yield
    OPENED.clear()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A picture outside the document, which is also a style sheet."""
    path = tmp_path / "secret.png"
    Image.new("RGB", (4, 4)).save(path)
    return path


STYLES = [
    "@import url({});",
    "@import '{}' print;",
    "p {{ background: url({}) }}",
    "p::before {{ content: url('{}') }}",
    "li, p {{ display: list-item; list-style-image: url({}) }}",
    "p {{ border-image-source: url({}) }}",
    "@font-face {{ font-family: x; src: url({}) }} p {{ font-family: x }}",
    "@page {{ @top-center {{ content: url({}) }} background: url({}) }}",
    "@color-profile device-cmyk {{ src: url({}) }}",
    "p {{ -weasy-link: url({}) }}",
]
DRAWINGS = [
    '<image href="{}" width="5" height="5"/>',
    '<image xlink:href="{}" width="5" height="5"/>',
    '<use href="{}#a"/>',
    '<style>@import url({}); rect {{ fill: url({}) }}</style><rect width="5" height="5"/>',
    '<rect width="5" height="5" style="fill: url({}#a)"/>',
    '<foreignObject><img src="{}"/></foreignObject>',
    '<text>a<tref xlink:href="{}#a"/></text>',
    '<filter id="f"><feImage href="{}"/></filter><rect filter="url(#f)" width="5" height="5"/>',
]


def opened(files: dict[str, str]) -> list[str]:
    OPENED.clear()
    lay_out(load_engine(), {name: text.encode() for name, text in files.items()}, frozenset()).write_pdf()
    return [path for path in OPENED if "secret" in path or "passwd" in path or path.startswith("socket")]


@pytest.mark.parametrize("address", ["uri", "path", "https://example.org/secret.png"])
@pytest.mark.parametrize("style", STYLES)
def test_styles(style: str, address: str, secret: Path) -> None:
    place = {"uri": secret.as_uri(), "path": str(secret)}.get(address, address)
    files = {"index.html": PAGE, "a.css": style.replace("{}", place).replace("{{", "{").replace("}}", "}")}
    assert opened(files) == []


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_drawings(drawing: str, secret: Path) -> None:
    svg = SVG.format(drawing.replace("{}", secret.as_uri()).replace("{{", "{").replace("}}", "}"))
    assert opened({"index.html": PAGE, "a.css": "", "a.svg": svg}) == []
    inline = PAGE.replace('<img src="a.svg" alt="x">', svg)
    assert opened({"index.html": inline, "a.css": ""}) == []


def test_entities_of_drawings() -> None:
    svg = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&x;</text>")
    assert parse_drawing(svg.encode()) is None
    assert opened({"index.html": PAGE, "a.css": "", "a.svg": svg}) == []


def test_what_is_opened_is_heard(secret: Path) -> None:
    OPENED.clear()
    style = f"@import url({secret.as_uri()});".encode()
    lay_out(load_engine(), {"index.html": PAGE.encode(), "a.css": style}, frozenset({secret.as_uri()}))
    assert any("secret" in path for path in OPENED)
