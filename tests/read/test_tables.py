"""Data tables found by convention, with the place of everything in them."""

import pytest

from plan_compiler.diagnostics import Place
from tests.read.plans import findings, read, source_of

TABLE = "id: {}\ntitle: 表\ncolumns: {{a: 甲}}\nrows:\n  - {{id: r, title: 行, a: 1}}\n"


def test_every_file_of_the_folder_is_a_table() -> None:
    source = source_of(
        {"tables/a.yaml": TABLE.format("t"), "tables/b.yml": TABLE.format("u"), "tables.yaml": TABLE.format("v")}
    )
    assert [table.id for table in source.plan.tables] == ["v", "t", "u"]
    span = source.spans.span(Place(("tables", 1, "rows", 0, "a")))
    key = source.spans.span(Place(("tables", 2, "rows", 0, "a"), key=True))
    assert span is not None and key is not None
    assert (span.file, span.start.line, span.start.column) == ("tables/a.yaml", 5, 26)
    assert (key.file, key.start.column) == ("tables/b.yml", 23)


def test_tables_may_stand_in_the_plan_itself_but_not_in_both() -> None:
    inline = "title: 例\nperiod: 2021-2025\nchapters: [{title: 总则}]\ntables:\n  - {id: t, title: 表, columns: {a: 甲}, rows: []}\n"
    assert [table.id for table in source_of({"plan.yaml": inline}).plan.tables] == ["t"]
    (found,) = findings({"plan.yaml": inline, "tables/a.yaml": TABLE.format("u")})
    assert (found.code, found.where.startswith("plan.yaml:4")) == ("MOD106", True)


def test_a_file_that_cannot_be_read_leaves_the_others() -> None:
    source = source_of({"tables/a.yaml": TABLE.format("t"), "tables/b.yaml": "id: lost\n\tx"})
    assert [table.id for table in source.plan.tables] == ["t"]
    assert "lost" in source.poisoned
    assert ("tables",) in source.incomplete


def test_a_malformed_cell_costs_nothing_and_a_malformed_row_only_itself() -> None:
    text = (
        TABLE.format("t")
        + "  - {id: s, title: 又, a: '250,000,00'}\n  - {id: lost, title: 再, a: [1]}\n  - {id: q, a: 1}\n"
    )
    result = read({"tables/a.yaml": text})
    assert result.source is not None
    (table,) = result.source.plan.tables
    assert [row.id for row in table.rows] == ["r", "s"]
    assert {"lost", "q"} <= result.source.poisoned
    assert ("tables", 0, "rows") in result.source.incomplete
    assert sorted(d.kind.code for d in result.diagnostics) == ["MOD201", "MOD203"]


@pytest.mark.parametrize(
    ("columns", "hint"),
    [
        ("[{name: total, title: 合计}, {name: b, title: 乙}]", "total: 合计"),
        ("[{title: 中央 资金, kind: words}]", "中央_资金: 中央 资金"),
        ("[{2026: 2026年}]", "2026: 2026年"),
        ("[中央, 地方]", "中央: 中央"),
        ("['2026', '2027']", "2026: 2026"),
        ("[[a]]", "plan explain MOD201"),
        ("[{kind: words, unit: 元}]", "plan explain MOD201"),
        ("[]", "plan explain MOD201"),
    ],
)
def test_columns_written_as_a_list_are_told_as_keys(columns: str, hint: str) -> None:
    (found,) = findings({"tables/a.yaml": f"id: t\ntitle: 表\ncolumns: {columns}\nrows: [{{title: 行}}]\n"})
    assert (found.code, found.where) == ("MOD201", "tables/a.yaml:3:1")
    assert hint in found.hint


def test_a_row_written_as_a_list_is_not_shown_as_keys() -> None:
    (found,) = findings({"tables/a.yaml": "id: t\ntitle: 表\ncolumns: {a: 甲}\nrows:\n  - [x]\n"})
    assert (found.code, found.where, "x: x" in found.hint) == ("MOD201", "tables/a.yaml:5:5", False)


def test_findings_name_the_key_and_what_is_allowed() -> None:
    text = "id: t\ntitle: 表\ncolumns: {title: 甲, b: {title: 乙, kind: flows}}\nrows: [{title: 行, role: totl}]\n"
    found = findings({"tables/a.yaml": text})
    assert [(f.code, f.where) for f in found] == [
        ("MOD206", "tables/a.yaml:3:11"),
        ("MOD207", "tables/a.yaml:3:41"),
        ("MOD207", "tables/a.yaml:4:25"),
    ]
    assert found[0].hint == "改成：title_"
    assert found[1].hint == "可用：amount, rate, stock, flow, words"
