"""Documents in another language than Chinese, in themes that are made for Chinese."""

import io
import re
import zipfile

import pytest
from msgspec.structs import replace

from plan_compiler.pipeline.checking import check
from plan_compiler.pipeline.writing import Work, prepare
from plan_compiler.read.tree import MemoryTree
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.html import paged_files, write_html
from plan_compiler.writers.in_language import in_language
from tests.writers.themes import shipped_theme

PLAN = """\
title: Plan
period: 2026-2030
language: {language}
theme: {theme}
chapters:
  - title: Homes
    body: |
      The Council’s promise.

      1. 5,200 new homes.
      2. 48 km of tracks.

      - 5 homes
"""
THEMES = pytest.mark.parametrize("theme", ["gongwen", "report"])


def work(language: str, theme: str) -> Work:
    tree = MemoryTree({"plan.yaml": PLAN.format(language=language, theme=theme)})
    linked = check(tree).linked
    assert linked is not None
    made, faults = prepare(tree, linked, final=False)
    assert made is not None, faults
    return made


@THEMES
def test_a_space_parts_a_mark_from_its_item(theme: str) -> None:
    """“1.5,200 new homes” is another figure."""
    made = work("en", theme)
    page = write_html(made.document, made.theme, {})["index.html"].decode()
    marks = re.findall(r'<span class="marker">([^<]*)</span>', page)
    assert len(marks) == 3
    assert all(mark.endswith(" ") and mark.strip() for mark in marks)
    with zipfile.ZipFile(io.BytesIO(write_docx(made.document, made.theme, None, {}))) as package:
        numbering = package.read("word/numbering.xml").decode()
    assert '<w:lvlText w:val="%1. "/>' in numbering


@THEMES
def test_letters_are_not_spaced_for_a_grid(theme: str) -> None:
    """Lines of words that are spaced break at odd places in Pango."""
    made = work("en", theme)
    assert made.theme.look.styles.body.spacing == 0
    sheet = paged_files(made.document, made.theme, {})["paged.css"].decode()
    assert not re.search(r"\.body > p[^}]*letter-spacing: -", sheet)


@THEMES
def test_quotation_marks_are_letters(theme: str) -> None:
    made = work("en", theme)
    for sheet in (
        paged_files(made.document, made.theme, {})["paged.css"],
        write_html(made.document, made.theme, {})["assets/style.css"],
    ):
        assert "U+2010-205E" in sheet.decode()


@THEMES
def test_chinese_has_the_theme_as_it_is(theme: str) -> None:
    made = work("zh-CN", theme)
    assert in_language(made.theme, "zh-Hant") is made.theme
    assert made.theme.look == shipped_theme(theme).look
    page = write_html(made.document, made.theme, {})["index.html"].decode()
    assert '<span class="marker">1．</span>' in page
    assert "U+2010" not in paged_files(made.document, made.theme, {})["paged.css"].decode()


@THEMES
def test_spaces_are_of_the_face_of_letters(theme: str) -> None:
    """A space from another face is of another width than the line was measured with, and gaps beside figures were wider."""
    made = work("en", theme)
    assert "unicode-range: U+20-7E" in paged_files(made.document, made.theme, {})["paged.css"].decode()


@THEMES
def test_what_a_face_of_chinese_sets_apart_is_bold_or_in_italics(theme: str) -> None:
    made = work("en", theme)
    styles = made.theme.look.styles
    assert all(style.bold for style in (styles.title, styles.heading_1, styles.heading_2, styles.table_header))
    assert not styles.body.bold
    with zipfile.ZipFile(io.BytesIO(write_docx(made.document, made.theme, None, {}))) as package:
        emphasis = package.read("word/styles.xml").decode().partition('w:styleId="Emphasis"')[2]
    assert "<w:i/>" in emphasis.partition("</w:style>")[0]


def test_marks_are_as_wide_as_letters() -> None:
    assert in_language(shipped_theme("gongwen"), "en").look.lists.ordered == ("1. ", "(1) ", "① ")


def test_a_theme_with_a_narrow_mark_parts_it_from_figures_in_chinese() -> None:
    """“1.” before “5个” reads 1.5."""
    shipped = shipped_theme("gongwen")
    lists = shipped.look.lists.model_copy(update={"ordered": ("1.", "（1）")})
    own = replace(shipped, look=shipped.look.model_copy(update={"lists": lists}))
    assert in_language(own, "zh-CN").look.lists.ordered == ("1. ", "（1）")
