"""Text that means harm, in all three formats: whoever opens them reads it as it was written."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from unicodedata import category

import pytest
from msgspec.structs import replace

from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import Block, Document, Table
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.fontconfig import installed_fonts
from plan_compiler.writers.html import write_html
from plan_compiler.writers.pdf import write_pdf
from tests.documents import paragraph, sample_document
from tests.writers.docx_lints import Docx, text_of
from tests.writers.themes import shipped_theme

PDFTOTEXT = shutil.which("pdftotext")
THEME = shipped_theme()
LONG = "长" * 10_000
WORDS = (
    "标签<script>alert(1)</script>止",
    "段落]]>与<![CDATA[甲]]>止",
    "实体&amp;&#0;&lt;b&gt;止",
    "花括号{{ 7*7 }}{% raw %}${x}止",
    "注释--><!--止",
)
RARE = "𠮷野家𬭎𪚥龘é"
EMOJI = "😀👨‍👩‍👧🏳️‍🌈"
BOTH_WAYS = "右到左\u202eabc\u202c止\u200f标记\u200e与مرحبا、שלום止"
PLACES = 3
"""Where the words stand: in a paragraph, and in a cell of each of two tables."""
CONTROLS = "控制\x00\x01\x0b\x1b\x7f字符\ud800\ufffe止"


def with_words(*words: str, tables: int | None = None) -> Document:
    """The sample plan with a paragraph for each of `words`, and with all of them in a cell of each table.

    With `tables` they stand in the cells of so many tables alone.
    """
    left = count()

    def in_cell(block: Block) -> Block:
        if not isinstance(block, Table) or (tables is not None and next(left) >= tables):
            return block
        first, *rest = block.rows
        name = replace(first.cells[1], inlines=tuple(map(Text, words)))
        return replace(block, rows=(replace(first, cells=(first.cells[0], name, *first.cells[2:])), *rest))

    sample = sample_document()
    parts = [replace(part, blocks=tuple(map(in_cell, part.blocks))) for part in sample.parts]
    body = next(index for index, part in enumerate(parts) if part.role == "body")
    said = () if tables else tuple(paragraph(Text(text)) for text in words)
    parts[body] = replace(parts[body], blocks=(*said, *parts[body].blocks))
    return replace(sample, parts=tuple(parts))


class _Reader(HTMLParser):
    """The words of a page as a browser shows them; scripts and styles are none."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def in_html(document: Document, _: Path) -> str:
    reader = _Reader()
    reader.feed(write_html(document, THEME, {})["index.html"].decode())
    return "".join(reader.words)


def in_word(document: Document, _: Path) -> str:
    return text_of(Docx(write_docx(document, THEME)).document)


def in_pdf(document: Document, folder: Path) -> str:
    if PDFTOTEXT is None:
        pytest.skip("pdftotext is not installed: it comes with poppler-utils")
    data = write_pdf(document, THEME, {}).data
    assert data
    file = folder / "plan.pdf"
    file.write_bytes(data)
    return subprocess.run(
        [PDFTOTEXT, "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, check=True
    ).stdout.decode()


FORMATS: Mapping[str, Callable[[Document, Path], str]] = {"html": in_html, "docx": in_word, "pdf": in_pdf}


@pytest.fixture(params=FORMATS)
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., str]:
    """What a reader of one format finds in the sample plan with these words; lines and spaces are left out."""
    return lambda *words: "".join(FORMATS[request.param](with_words(*words), tmp_path).split())


def test_markup_of_every_kind_comes_out_as_text(read: Callable[..., str]) -> None:
    found = read(*WORDS)
    for words in WORDS:
        assert found.count("".join(words.split())) == PLACES


@pytest.mark.parametrize("format", FORMATS)
def test_ten_thousand_characters_in_a_cell_are_all_there(format: str, tmp_path: Path) -> None:
    found = FORMATS[format](with_words(LONG, tables=1), tmp_path)
    assert found.count("长") >= len(LONG)


def test_rare_characters_and_emoji_come_out_where_a_font_has_them(read: Callable[..., str]) -> None:
    fonts = installed_fonts()
    seen = [char for char in RARE + EMOJI if category(char)[0] in "LS" and any(font.has(char) for font in fonts)]
    found = read(*seen)
    assert {f"U+{ord(char):04X}": found.count(char) for char in seen if found.count(char) < PLACES} == {}


def test_writing_from_right_to_left_loses_nothing(read: Callable[..., str]) -> None:
    found = read(BOTH_WAYS)
    for letters in ("右到左", "标记", "مرحبا", "שלום"):
        assert found.count(letters) + found.count(letters[::-1]) >= PLACES
    assert found.count("abc") + found.count("cba") >= PLACES


def test_control_characters_take_nothing_with_them(read: Callable[..., str]) -> None:
    found = "".join(character for character in read(CONTROLS) if "\u4e00" <= character <= "\u9fff")
    assert found.count("控制字符止") == PLACES
