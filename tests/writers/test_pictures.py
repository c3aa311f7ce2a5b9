from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image, ImageFile

from plan_compiler.diagnostics import Place
from plan_compiler.document.nodes import Box, Caption, Document, Figure, List, ListItem, Part
from plan_compiler.writers.pictures import load_pictures
from tests.documents import sample_document

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'


def raster(kind: str, size: tuple[int, int] = (8, 6)) -> Any:
    data = BytesIO()
    Image.new("RGB", size, "red").save(data, kind)
    return data.getvalue()


def loaded(data: bytes | None, document: Document | None = None) -> Any:
    return load_pictures(document or sample_document("img/a"), lambda path: data if path == "img/a" else None)


def camera_jpeg() -> bytes:
    """A JPEG with a second picture behind it, as cameras and phones write it."""
    data = BytesIO()
    Image.new("RGB", (8, 6), "red").save(data, "MPO", save_all=True, append_images=[Image.new("RGB", (4, 3), "red")])
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix"), [(raster("PNG"), "png"), (raster("JPEG"), "jpg"), (camera_jpeg(), "jpg"), (SVG, "svg")]
)
def test_good_pictures(data: bytes, suffix: str) -> None:
    pictures, faults = loaded(data)
    assert faults == ()
    assert (pictures["img/a"].data, pictures["img/a"].suffix) == (data, suffix)


def svg(attributes: str = 'width="9" height="9"', content: str = "") -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" {attributes}>{content}</svg>'
    ).encode()


USES = "".join(f'<g id="g{n}">' + f'<use href="#g{n + 1}"/>' * 10 + "</g>" for n in range(20)) + '<g id="g20"/>'
BOMB = b'<!DOCTYPE svg [<!ENTITY a "x">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 40,
        b"text",
        raster("JPEG", (200, 200))[:700],
        raster("GIF"),
        raster("BMP"),
        b"<html/>",
        b"<svg",
        BOMB,
        f"<?xml version='1.0' encoding='utf-16'?>{BOMB.decode()}".encode("utf-16"),
        raster("PNG", (60, 1)),
        svg(""),
        svg('width="0" height="10"'),
        svg('width="10%" height="10%"'),
        svg('viewBox="0 0 x 3"'),
        svg('viewBox="0 0 1 900"'),
        svg(content='<image href="file:///etc/passwd"/>'),
        svg(content='<image x:href="http://example.org/a.png"/>'),
        svg(content="<unclosed>"),
        svg(content=USES),
        svg(content='<g id="a"><use x:href="#a"/></g>'),
        svg(content='<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>'),
        svg(content="<g>" * 5000 + "</g>" * 5000),
    ],
)
def test_broken_picture_is_a_fault_at_its_figure(data: bytes) -> None:
    pictures, (fault,) = loaded(data)
    assert pictures == {}
    assert fault.kind.code == "OUT202"
    assert fault.where == Place(("chapters", 0, "file"))
    assert fault.args == {"file": "img/a"}


@pytest.mark.parametrize(
    "data",
    [
        svg('viewBox="0 0 100 30"'),
        svg(content='<g id="a"/>' + '<use href="#a"/>' * 50 + '<use href="#none"/>'),
        svg(content='<filter id="f"/><rect filter="url(#f)" style="fill: url(\'#f\')"/>'),
        svg('width="2cm" height="20pt"'),
    ],
)
def test_ordinary_drawings_are_shown(data: bytes) -> None:
    assert loaded(data)[1] == ()


def test_missing_picture_is_a_fault() -> None:
    pictures, (fault,) = loaded(None)
    assert (pictures, fault.kind.code) == ({}, "OUT201")


def test_picture_of_too_many_pixels_is_not_opened() -> None:
    header = bytearray(raster("PNG"))
    header[16:24] = (40_000).to_bytes(4, "big") * 2
    assert loaded(bytes(header))[1][0].kind.code == "OUT202"


def test_placeholder_is_no_fault() -> None:
    assert load_pictures(sample_document(), lambda path: None) == ({}, ())


def test_pictures_are_found_in_boxes_and_lists_and_loaded_once() -> None:
    figure = Figure(Caption("figure", "图1", (), "f"), "x", "img/a", ("chapters", 0))
    items = List(False, (ListItem("", (figure,), ()),), "", ())
    box = Box(Caption("box", "", (), "b"), (figure, items), ())
    document: Document = replace(sample_document(), parts=(Part("body", "portrait", (box,)),))
    asked: list[str] = []

    def plan_file(path: str) -> bytes:
        asked.append(path)
        return SVG

    pictures, _ = load_pictures(document, plan_file)
    assert list(pictures) == ["img/a"] == asked


def test_file_that_breaks_off_is_broken_whatever_pillow_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert loaded(raster("JPEG", (200, 200))[:700])[1][0].kind.code == "OUT202"
    assert ImageFile.LOAD_TRUNCATED_IMAGES
