"""What is laid out in less time is what WeasyPrint lays out."""

import gc
import importlib
import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from plan_compiler.writers.html import paged_files
from plan_compiler.writers.pdf import quick
from plan_compiler.writers.pdf.engine import lay_out, load_engine
from plan_compiler.writers.pdf.justify import justified
from plan_compiler.writers.pdf.quick import quickened
from tests.documents import sample_document
from tests.writers.themes import shipped_theme

HOSTILE = """<!DOCTYPE html><html><head><style>
@page { size: 80mm 60mm; margin: 5mm }
table { width: 100%; border-spacing: 0; table-layout: fixed } td { padding: 1mm 2%; overflow-wrap: anywhere }
.c { text-align: center } .r { text-align: right } .j { text-align: justify; text-indent: 2em } .p { white-space: pre-line }
.n { white-space: nowrap } .f { float: right; width: 9mm } .l::first-letter { font-size: 2em } .u { text-decoration: underline }
.x { direction: rtl } .t { tab-size: 3; white-space: pre-wrap } .k { font-kerning: none; letter-spacing: 1pt; word-spacing: 2pt }
.e { overflow: hidden; text-overflow: ellipsis; white-space: nowrap } .g { hyphens: auto } .b { box-sizing: border-box }
</style></head><body><table>ROWS</table><p class="j">WORDS</p><div class="f">浮动</div><p>WORDS</p></body></html>"""
WORDS = "全面建成 科技城（一期）2021-2025年，internationalization-of-everything 约12.5亿元。" * 4
ROWS = "".join(
    f'<tr><td class="{c}">{WORDS[n:]}</td><td>{n}</td><td></td><td> </td></tr>' for n, c in enumerate("crjpnlxutkegb")
)

EDGES = """<!DOCTYPE html><html><head><style>
@page { size: 80mm 60mm; margin: 5mm }
table { width: 100%; border-spacing: 0; margin-bottom: 2mm } td { padding: 1mm; border: 1pt solid #06c }
.c { border-collapse: collapse } .c td { border: 1.5pt solid #c00 } .faint { opacity: .4 } .thick { border-right: 3pt solid #06c }
.open { border-left: 0; border-top: 0 } .two { border-top-color: #0a0 } .round { border-radius: 2mm } .dots { border-style: dotted }
.hidden { visibility: hidden } .filled { background: #eee }
</style></head><body>
<table class="c"><tr><td>一</td><td class="faint">二</td><td rowspan="2">三</td></tr><tr><td colspan="2" class="filled">四</td></tr></table>
<table><tr><td class="thick">一</td><td class="faint filled">二</td><td class="open">三</td><td class="two">四</td></tr>
<tr><td class="round">五</td><td class="dots">六</td><td class="hidden">七</td><td class="faint open">八</td></tr></table>
<table class="faint"><tr><td>一</td><td class="faint open">二</td></tr></table></body></html>"""
PDFTOPPM = shutil.which("pdftoppm")

LINES = """<!DOCTYPE html><html lang="zh-CN"><head><style>
@page { size: 70mm 120mm; margin: 5mm } body { font-size: 10pt } p { margin: 0 0 1mm; overflow-wrap: anywhere }
.narrow { width: 13mm } .j { text-align: justify }</style></head><body>
<p>TEXT</p><p class="narrow">TEXT</p><p class="j">TEXT</p></body></html>"""
PIECES = st.sampled_from(
    ["全面", "建成科技城", "（一期）", "2021-2025年", "12.5%", " ", "internationalization", "a", "、。", "——", "“十四五”",
     "\u00a0", "\u200b", "\u00ad", "שלום", "🏗️", "ﷺ", "e\u0301", "1,234,567.89", "\u3000", "𠀀"]
)  # fmt: skip


CHINESE = st.sampled_from(
    ["全面", "建成科技城", "（一期）", "（2021", "2021-2025年", "12.5%", "，", "、", "。", "——", "“十四五”", "A1", "《纲要》", "Ⅱ", "㎡", "1,234"]
)  # fmt: skip

PAGES = """<!DOCTYPE html><html lang="zh-CN"><head><style>
@page { size: 60mm 30mm; margin: 6mm; @bottom-center { content: counter(page) } } @page :left { @top-left { content: "左" } }
@page :first { margin: 9mm; @bottom-center { content: none } } @page :nth(3) { counter-reset: page 7 } @page :nth(2n) { color: red }
@page wide { size: 30vw 30mm; @top-right { content: counter(page, lower-roman); width: 20vw } } @page wide:right { margin-left: 1cm }
.w { page: wide } p { margin: 0 }</style></head><body><p>TEXT</p><p class="w">TEXT</p><p>TEXT</p></body></html>"""


RUNS = """<!DOCTYPE html><html lang="zh-CN"><head><style>
@page { size: 80mm 120mm; margin: 5mm } table { width: 100%; table-layout: fixed } td { text-align: right; overflow-wrap: anywhere }
.m { margin: 0 4mm 0 1mm } .p { padding: 1mm 2mm; border: 1pt solid red } .a { margin-left: auto } .r { position: relative; left: 2mm }
.t { vertical-align: top } .s { vertical-align: super; font-size: 60% } .h { line-height: 3 } .f { float: left } .x { direction: rtl }
.b { display: inline-block; width: 5mm } .n { white-space: pre } .w { letter-spacing: 2pt } .j { text-indent: 9mm; text-align: justify }
</style></head><body><table>ROWS</table></body></html>"""


def painted(files: Mapping[str, bytes]) -> bytes:
    """The file, with lines as the writer justifies them."""
    engine = load_engine()
    with justified(engine):
        return bytes(lay_out(engine, files, frozenset()).write_pdf())


@pytest.fixture
def own_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edges of cells drawn by WeasyPrint itself: the one thing that is drawn in another way."""
    monkeypatch.setattr(quick, "edges", lambda own: own)


@pytest.mark.usefixtures("own_edges")
@pytest.mark.parametrize("theme", ["gongwen", "report"])
def test_not_a_byte_differs(theme: str) -> None:
    files = paged_files(sample_document(), shipped_theme(theme), {})
    plain = painted(files)
    with quickened(load_engine()):
        assert painted(files) == plain


@pytest.mark.usefixtures("own_edges")
def test_not_a_byte_differs_in_a_page_of_all_sorts() -> None:
    files = {"index.html": HOSTILE.replace("ROWS", ROWS).replace("WORDS", WORDS).encode()}
    plain = painted(files)
    with quickened(load_engine()):
        assert painted(files) == plain


@pytest.mark.usefixtures("own_edges")
def test_not_a_byte_differs_where_borders_collapse_and_cells_are_faint() -> None:
    plain = painted({"index.html": EDGES.encode()})
    with quickened(load_engine()):
        assert painted({"index.html": EDGES.encode()}) == plain


@pytest.mark.skipif(PDFTOPPM is None, reason="needs pdftoppm of poppler")
def test_edges_look_the_same_where_borders_collapse_and_cells_are_faint(tmp_path: Path) -> None:
    plain = picture(painted({"index.html": EDGES.encode()}), tmp_path)
    with quickened(load_engine()):
        quick_one = picture(painted({"index.html": EDGES.encode()}), tmp_path)
    difference = ImageChops.difference(plain, quick_one)
    assert max(difference.convert("L").tobytes()) < 48  # of 255: edges that meet are smoothed otherwise
    assert len(plain.getcolors(10_000) or ()) > 10


def picture(data: bytes, folder: Path) -> Image.Image:
    file = folder / "page.pdf"
    file.write_bytes(data)
    command = [str(PDFTOPPM), "-r", "144", "-png", "-singlefile", str(file)]
    return Image.open(BytesIO(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)).convert("RGB")


@settings(deadline=None, max_examples=25)
@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
def test_texts_break_and_look_as_they_did(words: str) -> None:
    files = {"index.html": LINES.replace("TEXT", words).encode()}
    plain = painted(files)
    with quickened(load_engine()):
        assert painted(files) == plain


@settings(deadline=None, max_examples=25)
@given(st.lists(CHINESE, min_size=40, max_size=300).map("".join))
def test_chinese_breaks_and_looks_as_it_did(words: str) -> None:
    files = {"index.html": LINES.replace("TEXT", words).encode()}
    plain = painted(files)
    with quickened(load_engine()):
        assert painted(files) == plain


@pytest.mark.usefixtures("own_edges")
def test_not_a_byte_differs_where_a_cell_holds_one_element() -> None:
    texts = ("12", "33,000.5", " 12 ", "", "全面建成科技城（一期）" * 3, "internationalization", "12<br>3", "1 2")
    kinds = (*"mpartshfxbnwj", "m p", "m h w")
    rows = "".join(
        f'<tr>{"".join(f"""<td class="j"><span class="{kind}">{text}</span></td>""" for text in texts)}</tr>'
        for kind in kinds
    )
    files = {"index.html": RUNS.replace("ROWS", rows).encode()}
    plain = painted(files)
    with quickened(load_engine()):
        assert painted(files) == plain


def test_pages_of_all_kinds_have_their_own_styles() -> None:
    files = {"index.html": PAGES.replace("TEXT", "全面建成科技城。" * 40).encode()}
    plain = painted(files)
    with quickened(load_engine()):
        assert painted(files) == plain


def test_a_plain_text_is_shaped_for_the_layout_only(monkeypatch: pytest.MonkeyPatch) -> None:
    layouts: Any = importlib.import_module("weasyprint.text.line_break").Layout
    again: list[str] = []
    own = layouts.reactivate

    def reactivate(self: Any, style: Any) -> None:
        again.append(self.text)
        own(self, style)

    monkeypatch.setattr(layouts, "reactivate", reactivate)
    page = LINES.replace("TEXT", "全面建成科技城（一期），2021-2025年投资12.5亿元。" * 9)
    files = {"index.html": page.replace("</body>", "<p><u>加线</u></p></body>").encode()}
    with quickened(load_engine()):
        painted(files)
    assert again == ["加线"]
    again.clear()
    painted(files)
    assert len(again) > 10


def functions() -> list[Any]:
    return [getattr(owner, name) for owner, name, _ in quick._replacements()]


def test_everything_is_put_back_after_an_error() -> None:
    before, collected = functions(), gc.isenabled()
    with pytest.raises(ZeroDivisionError), quickened(load_engine()):
        assert not gc.isenabled()
        assert all(now is not own for now, own in zip(functions(), before, strict=True))
        raise ZeroDivisionError
    assert functions() == before
    assert gc.isenabled() is collected


def test_other_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "TESTED", ())
    before = functions()
    with quickened(load_engine()):
        assert functions() == before


def test_a_page_that_is_no_xml_is_read_as_html() -> None:
    page = "<!DOCTYPE html><p>一<p>二<br>三<img alt=x>"
    pages = lay_out(load_engine(), {"index.html": page.encode()}, frozenset()).pages
    assert "".join(box.text for box in pages[0]._page_box.descendants() if hasattr(box, "text")) == "一二三x"
