"""Text, pictures and themes that mean harm."""

import io
import time
import warnings
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from plan_compiler.diagnostics import Span
from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import Caption, Cover, Figure, Heading
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.docx.pictures import shown_pictures
from plan_compiler.writers.pictures import Picture
from plan_compiler.writers.templates import TemplateFaultError
from plan_compiler.writers.theme import ThemeFile
from tests.documents import paragraph, sample_document, text
from tests.writers.docx_lints import Docx, lint, text_of
from tests.writers.test_docx_fields import document, theme, written

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" %s>%s</svg>'


@pytest.mark.parametrize(
    "words",
    [
        "]]>",
        "<script>alert(1)</script>",
        "&amp; &lt;",
        "{{ 7*7 }}{% raw %}",
        "😀👨‍👩‍👧",
        "a\"b'c",
        "<w:p/>",
        "--><!--",
        "\u202e反",
        "甲" * 200_000,
    ],
)
def test_text_comes_out_as_it_was(words: str) -> None:
    file = written(paragraph(Text(words)), Heading(1, words[:50], text(words[:50]), "h", ()))
    assert text_of(file.paragraphs("BodyText")[0]) == words


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_any_text_makes_a_file(words: str) -> None:
    file = written(paragraph(Text(words)))
    kept = [c for c in words if c.isalnum()]
    assert [c for c in text_of(file.paragraphs("BodyText")[0]) if c.isalnum()] == kept


def test_forbidden_characters_leave_a_trace() -> None:
    file = written(paragraph(Text("甲\x0b乙\x00丙\ud800丁\uffff")))
    assert text_of(file.paragraphs("BodyText")[0]) == "甲\ufffd乙\ufffd丙\ufffd丁\ufffd"


def test_hostile_words_in_names_and_properties() -> None:
    bad = '"/><x y="\x01]]>&'
    cover = Cover(bad, bad, bad, bad, bad)
    figure = Figure(Caption("figure", bad, text(bad), bad), bad, None, ())
    data = write_docx(replace(document(figure), title=bad, cover=cover, words={"placeholder": bad}), theme())
    assert lint(data) == []


def png(**options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 100)).save(out, "PNG", **options)
    return out.getvalue()


def test_pictures_keep_their_size_where_they_say_it() -> None:
    shown = shown_pictures({"a": Picture(png(dpi=(200, 200)), "png"), "b": Picture(png(), "png")})
    assert round(shown["a"].width / 914_400, 2) == 1
    assert round(shown["b"].width / 914_400, 2) == round(200 / 96, 2)


def test_pictures_of_both_kinds_are_stored_as_they_are() -> None:
    data = png()
    file = Docx(write_docx(sample_document("a"), theme(), None, {"a": Picture(data, "png")}))
    assert file.members["word/media/image1.png"] == data
    assert not [name for name in file.members if name.endswith(".svg")]


def test_a_large_picture_is_scaled_to_the_text() -> None:
    svg = SVG % (b'viewBox="0 0 9000 3000"', b"")
    data = write_docx(sample_document("a"), theme(), None, {"a": Picture(svg, "svg")})
    extent = next(e for e in Docx(data).document.iter() if str(e.tag).endswith("}extent"))
    assert abs(int(str(extent.get("cx"))) - 156 * 36_000) < 2 * 635
    assert lint(data) == []


def test_a_drawing_in_another_encoding_gets_its_pixels() -> None:
    svg = '<?xml version="1.0" encoding="gb18030"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>图</text></svg>'
    shown = shown_pictures({"a": Picture(svg.encode("gb18030"), "svg")})["a"]
    assert shown.svg
    assert Image.open(io.BytesIO(shown.pixels)).size == (1600, 1600)


def test_a_tall_drawing_is_bounded_in_its_pixels() -> None:
    shown = shown_pictures({"a": Picture(SVG % (b'width="2" height="100"', b""), "svg")})["a"]
    width, height = Image.open(io.BytesIO(shown.pixels)).size
    assert width * height <= 4_100_000


ENDLESS = b'<filter id="f"><feTurbulence numOctaves="100000000"/></filter><rect width="9" height="9" filter="url(#f)"/>'


def test_a_drawing_that_takes_too_long_is_kept_as_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_compiler.writers.docx.raster.SECONDS", 1)
    started = time.monotonic()
    shown = shown_pictures({"a": Picture(SVG % (b'width="9" height="9"', ENDLESS), "svg")})["a"]
    assert time.monotonic() - started < 10
    assert shown.svg
    assert Image.open(io.BytesIO(shown.pixels)).size == (1, 1)


def test_damaged_data_of_a_camera_are_passed_over_in_silence() -> None:
    broken_off = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x03\x01\x12\x00\x03\x00\x00\xff\xff\x00\x00\xff\xff"
    out = io.BytesIO()
    Image.new("RGB", (96, 48)).save(out, "JPEG", exif=broken_off)
    head, rest = out.getvalue()[:2], out.getvalue()[20:]  # without JFIF, which has a resolution of its own
    with pytest.warns(UserWarning):
        Image.open(io.BytesIO(head + rest))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shown = shown_pictures({"a": Picture(head + rest, "jpg")})["a"]
    assert shown.width == 2 * shown.height


def test_margins_wider_than_the_page_leave_a_file_that_opens() -> None:
    loaded = theme()
    wide = loaded.look.page.portrait.model_copy(update={"inside": 1200, "top": 1200})
    page = loaded.look.page.model_copy(update={"portrait": wide, "landscape": wide})
    look = loaded.look.model_copy(update={"page": page})
    assert lint(write_docx(sample_document(), replace(loaded, look=look))) == []


def own_template(name: str, content: str) -> Callable[[str], ThemeFile | None]:
    loaded = theme()
    return lambda path: ThemeFile(content.encode()) if path == f"docx/{name}.xml.j2" else loaded.find(path)


@pytest.mark.parametrize(
    "content",
    ["<a>", "", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "{{ nothing }}", "{% for"],
)
def test_a_template_that_cannot_be_used_is_named(content: str) -> None:
    broken = replace(theme(), find=own_template("settings", content))
    with pytest.raises(TemplateFaultError) as caught:
        write_docx(sample_document(), broken)
    where = caught.value.diagnostic.where
    assert isinstance(where, Span)
    assert where.file == "templates/gongwen/docx/settings.xml.j2"
