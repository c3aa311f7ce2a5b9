"""Figures in content controls, bound to the store of figures in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from plan_compiler.document.inlines import Footnote, NumberText, Strong
from plan_compiler.document.nodes import FigureSource
from plan_compiler.writers.docx import bindings, write_docx
from tests.documents import paragraph, text
from tests.writers.docx_lints import Docx, W, lint, text_of, value
from tests.writers.test_docx_fields import document, theme, written

QUOTES = "\"双\"'单'&<>"


def controls(file: Docx, part: str = "word/document.xml") -> list[etree._Element]:
    return [sdt for sdt in file.parts[part].iter(f"{W}sdt") if sdt.find(f"{W}sdtPr/{W}dataBinding") is not None]


def entries(file: Docx) -> list[tuple[str, str, str]]:
    stores = list(file.stores())
    return [(e.get("id", ""), e.get("printed", ""), e.text or "") for _, store in stores for e in store]


def test_every_figure_has_a_control_and_every_wording_an_entry() -> None:
    file = written(
        paragraph(NumberText("1.2万户", "homes"), NumberText("超过1.2万户", "homes"), NumberText("1.2万户", "homes")),
        paragraph(NumberText("78", "output[2020]")),
    )
    assert [text_of(c) for c in controls(file)] == ["1.2万户", "超过1.2万户", "1.2万户", "78"]
    assert entries(file) == [
        ("homes", "1.2万户", "1.2万户"),
        ("homes", "超过1.2万户", "超过1.2万户"),
        ("output[2020]", "78", "78"),
    ]


def test_a_control_is_called_what_the_figure_is_called() -> None:
    source = FigureSource("output[2020]", "规上工业总产值 2020", "78亿元", "", "表1")
    told = document(paragraph(NumberText("78亿元", "output[2020]")))
    file = Docx(write_docx(replace(told, sources={source.id: source}), theme()))
    (control,) = controls(file)
    assert [value(e) for e in control.findall(f"{W}sdtPr/{W}alias")] == ["规上工业总产值 2020"]
    assert [value(e) for e in control.findall(f"{W}sdtPr/{W}tag")] == ["output[2020]"]


def test_a_figure_keeps_its_stress_and_stands_in_notes_too() -> None:
    file = written(paragraph(Strong((NumberText("3户", "a"),)), Footnote(1, (NumberText("4户", "b"),))))
    (control,) = controls(file)
    assert [value(style) for style in control.iter(f"{W}rStyle")] == ["Strong", "Strong"]
    assert [text_of(c) for c in controls(file, "word/footnotes.xml")] == ["4户"]


@pytest.mark.parametrize("figure", [NumberText("", "a"), NumberText("甲\n乙", "a"), NumberText("长" * 10_000, "a")])
def test_what_no_control_can_hold_is_text(figure: NumberText) -> None:
    file = written(paragraph(figure, *text("后")))
    assert controls(file) == []
    assert not [name for name in file.members if name.startswith("customXml")]


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_figure_leads_to_its_entry(words: str, source: str) -> None:
    data = write_docx(document(paragraph(NumberText(words, source), NumberText(QUOTES, source))), theme())
    assert lint(data) == []


@pytest.mark.parametrize("words", ["", "a", "a'b", 'a"b', QUOTES, "'\"'", "''\"\"", "'"])
def test_a_literal_is_the_text_itself(words: str) -> None:
    assert etree.Element("a").xpath(bindings.literal(words)) == words
