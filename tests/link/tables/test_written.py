"""What is written in cells, and findings about where it is written."""

import pytest

from plan_compiler.diagnostics import Place
from tests.link.tables.tables import table


def rows(cell: str, unit: str = "万元") -> str:
    return f"unit: {unit}\ncolumns: {{a: 甲}}\nrows:\n  - id: r\n    title: 行\n    a: {cell}\n"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("'1,234.5'", "1234.5万元"),
        ("（12）", "-12万元"),
        ("１２", "12万元"),
        ("4.17亿元", "41700万元"),
        ("3亿", "unit"),
        ("≥30", "30万元"),
        ("100-150", "100～150万元"),
        ("1.2-1.3亿元", "12000～13000万元"),
        ("—", "nothing"),
        ("'-'", "nothing"),
        ("－－", "nothing"),
        ("未定", "nothing"),
        ("待统计", "qualitative"),
        ("'250,000,00'", "malformed"),
        ("'8,120.000'", "malformed"),
        ("1.2.3", "malformed"),
        ("12 345", "malformed"),
        ("1O0", "malformed"),
        ("（12", "malformed"),
        ("3号", "unit"),
        ("12户", "unit"),
    ],
)
def test_cells_are_read_as_figures(cell: str, expected: str) -> None:
    t = table(rows(cell))
    assert t.figure("r.a") == expected
    assert t.codes == (["REF106"] if expected == "unit" else [])


@pytest.mark.parametrize(
    ("cell", "words"), [("880（备用）", "（备用）"), ("'880 (备用)'", "(备用)"), ("880备用", "备用")]
)
def test_words_behind_a_number_are_told_as_what_they_are(cell: str, words: str) -> None:
    found = table(f"columns: {{a: {{title: 甲, unit: 千瓦}}}}\nrows: [{{title: 行, a: {cell}}}]\n").linked.diagnostics
    assert [(each.kind.code, each.args["words"], each.args["number"]) for each in found] == [("REF106", words, "880")]


def test_a_unit_in_a_cell_of_a_table_without_one_is_a_finding() -> None:
    assert table("columns: {a: 甲}\nrows: [{title: 行, a: 5亿元}]\n").codes == ["REF106"]


def test_keys_that_are_no_columns() -> None:
    t = table("""\
    columns: {alpha: 甲, beta: 乙}
    rows:
      - {title: 一, alpah: 1, 2021: 3}
      - {title: 二, titel: 3}
      - {title: 合计, role: total, stated: {gamma: 4}, formula: {zzz: "1"}}
    """)
    found = [(d.kind.code, d.where, d.hint) for d in t.linked.diagnostics]
    assert found == [
        ("REF601", Place(("tables", 0, "rows", 0, "alpah"), key=True), "near"),
        ("REF601", Place(("tables", 0, "rows", 0, "2021"), key=True), "hint"),
        ("REF601", Place(("tables", 0, "rows", 1, "titel"), key=True), "near"),
        ("REF601", Place(("tables", 0, "rows", 2, "stated", "gamma"), key=True), "hint"),
        ("REF601", Place(("tables", 0, "rows", 2, "formula", "zzz"), key=True), "hint"),
    ]


def test_figures_in_the_wrong_place_are_taken_all_the_same() -> None:
    t = table("""\
    columns: {a: 甲, b: 乙}
    rows:
      - {id: one, title: 一, a: 1, stated: {b: 2}}
      - {id: all, title: 合计, role: total, a: 5, b: "1,000"}
    """)
    found = [(d.message, d.args["columns"], d.args["corrected"]) for d in t.linked.diagnostics]
    assert found == [("not_computed", "b", "b: 2"), ("message", "a, b", "a: 5, b: 1,000")]
    assert t.figure("one.b") == "2"
    assert t.cell("all.a").reading is not None


def test_continues_names_what_there_is() -> None:
    t = table("""\
    columns: {a: {title: 甲, continues: zz}, b: 乙}
    rows: [{title: 期初, continues: 期未, a: 1}, {id: end, title: 期末, role: total}]
    """)
    assert t.codes == ["REF104", "REF104"]


def test_formulas_that_cannot_be_read() -> None:
    t = table("""\
    columns: {a: 甲, b: {title: 乙, formula: a +}, c: {title: 丙, formula: a > 1}}
    rows: [{id: r, title: 行, a: 1, formula: {b: "a +"}}, {title: 又, formula: nobody, a: 1}, {title: 再, formula: self.zz}]
    """)
    assert sorted(t.codes) == ["REF002", "REF101", "REF101", "REF102", "REF104", "REF602"]
    assert t.figure("r.b") == "missing"
