"""Figures stand under each other with their points in line, in every format."""

import io
import re
import zipfile

from lxml import etree
from msgspec.structs import replace

from plan_compiler.document.inlines import NumberText
from plan_compiler.document.nodes import Align, Document, Part, Table, TableCell, TableRow
from plan_compiler.document.points import Point, column_points, point_of, room
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.html import paged_files, write_html
from tests.documents import cell, sample_document
from tests.writers.themes import shipped_theme

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def figure(text: str, align: Align = "right") -> TableCell:
    return TableCell((NumberText(text, "x"),), align, role="number")


def rows(*texts: str, align: Align = "right") -> tuple[TableRow, ...]:
    return tuple(TableRow((cell("行", role="name"), figure(text, align)), ("tables", 0)) for text in texts)


def document(*texts: str, align: Align = "right") -> Document:
    sample = sample_document()
    (table,) = (b for part in sample.parts for b in part.blocks if isinstance(b, Table) and b.caption.series == "table")
    made = replace(table, columns=("项", "数"), widths=(500, 500), header=(), rows=rows(*texts, align=align), notes=())
    return replace(sample, parts=(Part("body", "portrait", (made,)),))


def test_a_figure_is_measured_on_both_sides_of_its_point() -> None:
    assert point_of(figure("1,234.56")) == Point(45, 25)
    assert point_of(figure("78")) == Point(20, 0)
    assert point_of(figure("[9.18]")) == Point(17, 32)
    assert [point_of(figure(text)) for text in ("—", "约100～110", "总体良好", "")] == [None] * 4


def test_a_column_has_room_for_its_longest_figures_and_words_need_none() -> None:
    table = rows("1,234.5", "78", "0.25", "—")
    assert column_points(table, 2) == (None, Point(45, 25))
    assert [point for _, point in room(table, 2)] == [Point(0, 10), Point(25, 25), Point(35, 0)]
    assert column_points(rows("12", "34"), 2) == (None, None)


def test_spans_do_not_move_figures_into_other_columns() -> None:
    group = TableRow((cell("组", rowspan=2, role="group"), figure("1.5")), ())
    below, across = TableRow((figure("22"),), ()), TableRow((cell("合计", colspan=2),), ())
    assert column_points((group, below, across), 2) == (None, Point(20, 15))


def test_html_and_pdf_give_a_figure_the_room_it_lacks() -> None:
    made = document("1.25", "100")
    for page, sheet in (
        (write_html(made, shipped_theme(), {}), "assets/style.css"),
        (paged_files(made, shipped_theme(), {}), "paged.css"),
    ):
        text, css = page["index.html"].decode(), page[sheet].decode()
        assert re.search(r'<span class="a-25">(<[^>]*>)?100', text)
        assert ".a-25 { margin-right: 2.5ch; }" in css
    centred = paged_files(document("1.25", "100", align="center"), shipped_theme(), {})["index.html"].decode()
    assert '<span class="a-25">' in centred


def test_word_has_spaces_half_as_wide_as_a_digit() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(document("1.25", "100"), shipped_theme()))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    texts = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]
    assert "1.25" in texts
    assert "100" + "\u00a0" * 5 in texts
