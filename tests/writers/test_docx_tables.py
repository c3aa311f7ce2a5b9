"""Tables on Word's grid."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plan_compiler.document.grid import slots
from plan_compiler.document.nodes import Caption, Paragraph, Part, Table, TableCell, TableRow
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.docx.tables import column_widths
from tests.documents import cell, sample_document, text
from tests.writers.docx_lints import Docx, W, lint, text_of, value
from tests.writers.test_docx_fields import document, theme, written


def table(header: Sequence[TableRow], rows: Sequence[TableRow], widths: Sequence[int], unit: str = "") -> Table:
    return Table(
        Caption("table", "表1", text("表"), "t"), unit, (), tuple(widths), tuple(header), tuple(rows), (), "", ()
    )


def row(*cells: TableCell, role: str = "row") -> TableRow:
    return TableRow(cells, (), role)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=30), st.integers(100, 20_000))
def test_widths_add_up(shares: list[int], width: int) -> None:
    widths = column_widths(shares, width)
    assert sum(widths) == width or min(widths) == 1
    assert all(w >= 1 for w in widths)


cells = st.builds(lambda c, r: TableCell(text("x"), colspan=c, rowspan=r), st.integers(-1, 5), st.integers(-1, 5))
grids = st.tuples(st.lists(st.lists(cells, max_size=6), min_size=1, max_size=6), st.integers(1, 6))


@given(grids)
def test_every_row_fills_the_grid(grid: tuple[list[list[TableCell]], int]) -> None:
    rows, columns = grid
    for line in slots([row(*line) for line in rows], columns):
        assert sum(slot.span for slot in line) == columns


@settings(max_examples=20, deadline=None)
@given(grids)
def test_any_spans_make_a_sound_table(grid: tuple[list[list[TableCell]], int]) -> None:
    rows, columns = grid
    lines = [row(*line) for line in rows]
    written(table(lines[:1], lines[1:], [1000 // columns] * columns))


def test_spans_become_merges() -> None:
    head = (row(cell("类别", rowspan=2), cell("数", colspan=2)), row(cell("甲"), cell("乙")))
    file = written(table(head, (), (400, 300, 300)))
    merges = [value(m) for m in file.document.iter(f"{W}vMerge")]
    assert merges == ["restart", ""]
    assert [value(s) for s in file.document.iter(f"{W}gridSpan")] == ["2"]


def test_header_rows_repeat_and_rows_stay_whole() -> None:
    file = written(table((row(cell("头")),), (row(cell("身")),), (1000,)))
    assert len(list(file.document.iter(f"{W}tblHeader"))) == 1
    assert len(list(file.document.iter(f"{W}cantSplit"))) == 2


def test_titles_of_rows_and_sums_stay_with_their_rows() -> None:
    roles = ("group", "row", "row", "subtotal", "row")
    file = written(table((), [row(cell(f"{i}"), role=role) for i, role in enumerate(roles)], (1000,)))
    kept = [text_of(p) for p in file.document.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["表1　表", "0", "2"]


def test_roles_and_alignment() -> None:
    rows = (
        row(cell("合计", role="total"), cell("1", "right", role="total"), role="total"),
        row(cell("甲", indent=1), cell("2")),
    )
    file = written(table((), rows, (500, 500), unit="万元"))
    assert [text_of(p) for p in file.paragraphs("TableTotal")] == ["合计", "1"]
    assert [value(j) for p in file.paragraphs("TableTotal") for j in p.iter(f"{W}jc")] == ["left", "right"]
    assert [value(i, "leftChars") for p in file.paragraphs("TableText") for i in p.iter(f"{W}ind")] == ["100"]
    assert [text_of(p) for p in file.paragraphs("TableUnit")] == ["单位：万元"]


def test_a_theme_may_leave_headers_unfilled() -> None:
    loaded = theme()
    look = loaded.look.model_copy(update={"table": loaded.look.table.model_copy(update={"header_fill": False})})
    data = write_docx(document(table((row(cell("头")),), (), (1000,))), replace(loaded, look=look))
    assert list(Docx(data).document.iter(f"{W}shd")) == []


def test_a_table_without_columns_or_rows_prints_its_caption() -> None:
    for empty in (table((), (), (1000,)), table((), (row(),), ())):
        assert text_of(written(empty).paragraphs("TableCaption")[0]) == "表1　表"


def test_rows_are_targets() -> None:
    sample = Docx(write_docx(sample_document(), theme()))
    names = [value(b, "name") for b in sample.document.iter(f"{W}bookmarkStart")]
    assert "plan_output" in names and "plan_基01" in names


def test_a_row_without_cells_is_no_target() -> None:
    data = write_docx(document(table((), (TableRow((), (), anchor="x"),), (1000,))), theme())
    assert lint(data) == []
    assert "plan_x" not in {value(b, "name") for b in Docx(data).document.iter(f"{W}bookmarkStart")}


def test_the_last_sums_of_an_annex_are_not_alone_with_one_project() -> None:
    rows = [*(row(cell(str(n))) for n in range(9)), row(cell("小计"), role="subtotal"), row(cell("合计"), role="total")]
    annex = replace(document(), parts=(Part("annex", "landscape", (table((), rows, (1000,)),)),))
    file = Docx(write_docx(annex, theme()))
    kept = [bool(list(line.iter(f"{W}keepNext"))) for line in file.document.iter(f"{W}tr")]
    assert kept == [False] * 6 + [True] * 4 + [False]


def test_the_last_row_stays_with_the_notes_of_its_table() -> None:
    def kept(*notes: Paragraph) -> list[bool]:
        made = replace(table((), (row(cell("甲")), row(cell("乙"))), (1000,)), notes=notes)
        return [bool(list(line.iter(f"{W}keepNext"))) for line in written(made).document.iter(f"{W}tr")]

    assert kept() == [False, False]
    assert kept(Paragraph(text("注：累计值。"), ())) == [False, True]


def test_headings_of_an_annex_are_as_large_as_its_rows() -> None:
    file = Docx(write_docx(sample_document(), theme()))
    sizes = {
        str(style.get(f"{W}styleId")): value(size)
        for style in file.parts["word/styles.xml"].iter(f"{W}style")
        for size in style.iterfind(f"{W}rPr/{W}sz")
    }
    assert sizes["AnnexTableHeader"] == sizes["AnnexTableText"] != sizes["TableHeader"]
    styles = [value(style) for style in file.document.iter(f"{W}pStyle")]
    assert styles.count("AnnexTableHeader") == 8
