"""Sums of rows: subtotals, totals, deductions, parts, memo rows, partitions, blanks."""

import pytest

from plan_compiler.link.link import link
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree
from tests.link.tables.tables import table

BUDGET = """\
unit: 万元
columns: {a: 甲, b: 乙}
rows:
  - {id: grand, title: 合计, role: total}
  - id: works
    title: 工程
    rows:
      - {id: road, title: 道路, a: "1,200", b: 100}
      - id: bridges
        title: 桥梁
        rows:
          - {title: 甲桥, a: 300, b: —}
          - {title: 乙桥, a: 200}
          - {title: 栏杆, role: including, a: 50}
          - {title: 租金, role: memo, a: 999}
  - {title: 冲减, role: less, a: （100）, b: 20}
  - {title: 预备费, a: 5亿元}
"""


def test_rows_with_rows_below_and_totals_are_sums() -> None:
    t = table(BUDGET)
    assert t.codes == []
    assert t.figures("bridges.a", "bridges.b") == ["500万元", "nothing"]
    assert t.figures("works.a", "works.b") == ["1700万元", "100万元"]
    assert t.figures("grand.a", "grand.b") == ["51800万元", "80万元"]
    assert t.bases("grand.a") == ["sum"]
    assert t.figures("栏杆.a", "甲桥.b", "乙桥.b") == ["50万元", "nothing", "missing"]


def test_a_zero_is_a_figure_and_a_dash_is_none() -> None:
    t = table("columns: {a: 甲}\nrows: [{title: 甲, a: 0}, {title: 乙, a: —}, {id: all, title: 合计, role: total}]\n")
    interval = t.linked.quantity("t.all.a").interval
    assert (str(interval.low), str(interval.high)) == ("-1/2", "1/2")


def test_an_exact_table_and_a_truncated_one() -> None:
    rows = "columns: {a: 甲}\nrows: [{title: 甲, a: 1.5}, {id: all, title: 合计, role: total}]\n"
    exact = table("exact: true\n" + rows).linked.quantity("t.all.a")
    cut = table("truncated: true\n" + rows).linked.quantity("t.all.a")
    declared = table("decimals: 0\n" + rows).linked.quantity("t.all.a")
    assert exact.interval.point is not None
    assert (str(cut.interval.low), str(cut.interval.high), cut.interval.high_closed) == ("3/2", "8/5", False)
    assert (str(declared.interval.low), str(declared.interval.high)) == ("1", "2")


def test_subtotals_add_the_rows_since_the_last() -> None:
    t = table("""\
    columns: {a: 甲}
    rows:
      - {title: 一, a: 1}
      - {title: 二, a: 2}
      - {id: s1, title: 小计, role: subtotal}
      - {title: 三, a: 4}
      - {title: 减项, role: less, a: 1}
      - {id: s2, title: 小计, role: subtotal}
      - {id: all, title: 合计, role: total}
    """)
    assert t.figures("s1.a", "s2.a", "all.a") == ["3", "3", "6"]


def test_a_subtotal_with_rows_of_its_own_is_a_member_and_a_total_with_rows_is_not() -> None:
    t = table("""\
    columns: {a: 甲}
    rows:
      - {id: s, title: 小计, role: subtotal, rows: [{title: 一, a: 1}, {title: 二, a: 2}]}
      - {id: inner, title: 总计, role: total, rows: [{title: 三, a: 4}]}
      - {id: all, title: 合计, role: total}
      - {id: none, title: 空, role: subtotal}
    """)
    assert t.figures("s.a", "inner.a", "all.a") == ["3", "4", "3"]


def test_a_subtotal_of_nothing_is_blank() -> None:
    t = table("columns: {a: 甲}\nrows: [{id: s, title: 小计, role: subtotal}, {title: 一, a: 1}]\n")
    assert t.figure("s.a") == "missing"


def test_partitions_are_sums_of_their_own_and_each_is_the_whole() -> None:
    t = table("""\
    columns: {a: 甲}
    rows:
      - {title: 一, a: 1}
      - {title: 二, a: 2}
      - {id: by, title: 按来源, role: partition, rows: [{title: 三, a: 1}, {title: 四, a: 3}]}
      - {id: all, title: 合计, role: total, stated: {a: 4}}
    """)
    assert t.bases("all.a") == ["partition", "partition"]
    assert [d.result for d in t.cell("all.a").derived] != []
    assert t.figures("by.a", "all.a") == ["4", "4"]  # of two partitions, the one that agrees with what is stated


def test_a_stated_total_that_agrees_narrows_the_figure_and_one_that_does_not_is_left_aside() -> None:
    text = "columns: {{a: 甲}}\nrows: [{{title: 一, a: 1}}, {{title: 二, a: 1}}, {{id: all, title: 合计, role: total, stated: {{a: {}}}}}]\n"
    agreeing = table(text.format(3)).linked.quantity("t.all.a")
    assert (str(agreeing.interval.low), str(agreeing.interval.high), str(agreeing.nominal)) == ("5/2", "3", "3")
    assert table(text.format(5)).figure("all.a") == "2"


def test_what_is_stated_is_the_figure_where_nothing_can_be_computed() -> None:
    t = table("columns: {a: 甲}\nrows: [{title: 一, a: 待核}, {id: all, title: 合计, role: total, stated: {a: 3}}]\n")
    assert t.figures("一.a", "all.a") == ["qualitative", "3"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("unit: '%'", "missing"),
        ("unit: 元/平方米", "missing"),
        ("unit: 元/平方米, kind: amount", "3元/平方米"),
        ("unit: '%', kind: amount", "3%"),
        ("kind: rate", "missing"),
        ("unit: 人·天", "3人·天"),
    ],
)
def test_rates_are_not_added(more: str, expected: str) -> None:
    t = table(
        f"columns: {{a: {{title: 甲, {more}}}}}\nrows: [{{title: 一, a: 1}}, {{title: 二, a: 2}}, {{id: all, title: 合计, role: total}}]\n"
    )
    assert (t.codes, t.figure("all.a")) == ([], expected)


def test_units_of_rows_hold_for_the_rows_below_and_are_converted_in_sums() -> None:
    t = table("""\
    unit: 公顷
    columns: {a: 面积}
    rows:
      - {id: fields, title: 农田, unit: 亩, rows: [{title: 一, a: 150}, {title: 二, a: 300}]}
      - {title: 林地, a: 20}
      - {title: 覆盖率, unit: '%', a: 12.5}
      - {id: all, title: 合计, role: total}
    """)
    assert t.codes == []
    assert t.figures("一.a", "fields.a", "all.a", "覆盖率.a") == ["150亩", "450亩", "50公顷", "12.5%"]


def test_units_of_different_kinds_in_one_sum_are_a_finding() -> None:
    t = table("""\
    unit: 公顷
    columns: {a: 面积, b: 另一列}
    rows:
      - {title: 一, a: 1, b: 2}
      - {title: 二, unit: 户, a: 1, b: 2}
      - {id: all, title: 合计, role: total}
    """)
    assert t.codes == ["REF106"]
    assert t.figure("all.a") == "unit"


def test_a_table_of_words_and_a_table_without_rows() -> None:
    t = table(
        "columns: {a: {title: 甲, kind: words}, b: 乙}\nrows: [{title: 一, a: 3号地块, b: 1}, {id: all, title: 合计, role: total}]\n"
    )
    assert (t.codes, t.figure("all.b")) == ([], "1")
    assert "t.一.a" not in t.table.cells
    assert table("columns: {a: {title: 甲, formula: self.b + c}, b: 乙, c: 丙}\nrows: []\n").codes == ["REF002"]


def test_a_row_that_could_not_be_read_makes_its_sums_unknown() -> None:
    text = "id: t\ntitle: 表\ncolumns: {a: 甲}\nrows:\n  - {title: 一, a: 1}\n  - {titel: 二, a: 1}\n  - {id: all, title: 合计, role: total}\n"
    read = read_plan(
        MemoryTree(
            {"plan.yaml": b"title: x\nperiod: 2021-2025\nchapters: [{title: y}]\n", "tables/t.yaml": text.encode()}
        )
    )
    assert read.source is not None
    plan, _ = link(read.source.plan, read.source.texts, read.source.poisoned, read.source.incomplete)
    reasons = {key: getattr(plan.figures[key].result, "reason", "") for key in ("t.all.a", "count(t)")}
    assert reasons == {"t.all.a": "incomplete", "count(t)": "incomplete"}
