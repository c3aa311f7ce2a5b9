"""What is laid out in less time is what WeasyPrint lays out."""

import gc
from collections.abc import Mapping
from typing import Any

import pytest

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


def painted(files: Mapping[str, bytes]) -> bytes:
    """The file, with lines as the writer justifies them."""
    engine = load_engine()
    with justified(engine):
        return bytes(lay_out(engine, files, frozenset()).write_pdf())


@pytest.fixture
def own_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edges of cells drawn by WeasyPrint itself: the one thing that is drawn in another way."""
    monkeypatch.setattr(quick, "_edges", lambda own: own)


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
