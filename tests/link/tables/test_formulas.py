"""Formulas of rows and columns, balances brought forward, and references to cells from elsewhere."""

import pytest

from plan_compiler.link.queries import find_ids
from plan_compiler.link.why import Explanation, why
from tests.link.tables.tables import table

WATER = """\
unit: hm²
columns: {now: 现状, plan: 规划, change: {title: 增加, formula: plan - now}, growth: {title: 增幅, unit: '%', formula: 'growth(plan, now)'}}
rows:
  - {id: surface, title: 水域面积, now: 285.10, plan: 346.87, stated: {change: 61.77}}
  - {id: land, title: 土地面积, now: 2844.20, plan: 2844.20}
  - {id: share, title: 水面率, unit: '%', formula: surface / land}
  - {id: all_of_it, title: 占全区, unit: '%', formula: surface / area}
  - {id: fixed, title: 水面率, unit: '%', formula: {plan: surface.plan / land.now, now: self.plan - 2}}
"""


def test_formulas_of_columns_and_rows() -> None:
    t = table(WATER, facts="- {id: area, value: 28.442km²}\n")
    assert t.codes == []
    assert t.figures("surface.change", "surface.growth") == ["61.77hm²", "21.67%"]
    assert t.figures("share.now", "share.plan", "share.change") == ["10.024%", "12.196%", "2.172%"]
    assert t.figures("all_of_it.plan", "fixed.plan") == ["12.196%", "12.196%"]
    assert t.bases("share.plan") == ["row"]
    assert t.bases("share.change") == ["column"]


def test_a_column_that_only_adds_up_gives_way_to_the_formula_of_a_row() -> None:
    t = table("""\
    unit: 万元
    columns: {q1: 一季度, q2: 二季度, year: {title: 全年, formula: "sum(q1, q2)"}}
    rows:
      - {id: income, title: 收入, q1: 100, q2: 300}
      - {id: cost, title: 成本, q1: 50, q2: 210}
      - {title: 成本率, unit: '%', formula: cost / income}
      - {title: 单价, unit: 元/件, q1: 3, q2: 4}
    """)
    assert t.figures("成本率.year", "income.year", "单价.year") == ["65%", "400万元", "missing"]


def test_what_adds_up_both_ways_is_computed_both_ways() -> None:
    t = table("""\
    unit: 万元
    columns: {a: 甲, b: 乙, sum: {title: 合计, formula: a + b}, gap: {title: 差, formula: a - b}}
    rows:
      - {title: 一, a: 1, b: 2}
      - {title: 二, a: 3}
      - {id: all, title: 合计, role: total}
    """)
    assert t.bases("all.sum") == ["column", "sum"]
    assert t.figures("二.sum", "二.gap", "all.sum") == ["3万元", "missing", "6万元"]
    assert [getattr(d.result, "reason", "") for d in t.cell("all.gap").derived] == ["", "missing"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a - b", "5"),
        ("-b + a", "5"),
        ("sum(a, b)", "5"),
        ("a + count(t)", "6"),
        ("a * b", "nothing"),
        ("b", "nothing"),
        ("c", "missing"),
        ("a - c", "missing"),
        ("a + c", "5"),
        ("a / 0", "division"),
    ],
)
def test_dashes_are_nothing_and_blanks_only_where_figures_are_added(formula: str, expected: str) -> None:
    t = table(
        f"columns: {{a: 甲, b: 乙, c: 丙, d: {{title: 丁, formula: {formula!r}}}}}\nrows: [{{id: r, title: 行, a: 5, b: —}}]\n"
    )
    assert (t.codes, t.figure("r.d")) == ([], expected)


def test_years_may_be_columns() -> None:
    t = table(
        """\
        columns: {2023: 2023年, 2025: 2025年, both: {title: 合计, formula: 2023 + 2025}, ratio: {title: 倍, formula: "self[2025] / self[2023]"}}
        rows:
          - {id: r, title: 行, 2023: 4, 2025: 6}
          - {id: s, title: 另, formula: {2025: "r[2023] * 2"}}
        """,
        prose="两年[10](=t.r.both)，[1.5](=t.r[2025] / t.r[2023])，年均增长{{ cagr(t.r[2025], t.r[2023]) }}，{{ t.s[2025] }}",
    )
    assert t.codes == []
    assert t.figures("r.both", "s[2025]") == ["10", "8"]
    assert [form.printed for form in t.linked.plan.forms.values()][2:] == ["22%", "8"]


def test_several_formulas_of_a_column() -> None:
    t = table("""\
    columns: {a: 甲, b: 乙, c: 丙, d: 丁, sum: {title: 合计, formula: [a + b, c + d]}}
    rows: [{id: r, title: 行, a: 1, b: 2, c: 2, d: 2, stated: {sum: 4}}]
    """)
    assert (t.bases("r.sum"), t.figure("r.sum")) == (["column", "column"], "4")


CASH = """\
unit: 万元
columns: {q1: 一季度, q2: 二季度, year: {title: 全年, formula: q1 + q2}}
rows:
  - {id: opening, title: 期初, continues: 期末, q1: 100}
  - {title: 收入, q1: 80, q2: 50}
  - {title: 支出, role: less, q1: 70, q2: 60}
  - {id: closing, title: 期末, role: total}
  - {id: closing_again, title: 另算, role: memo, formula: opening + 收入 - 支出}
"""


def test_balances_are_brought_forward_and_not_added_over_the_year() -> None:
    t = table(CASH)
    assert t.codes == []
    assert t.figures("opening.q2", "closing.q1", "closing.q2") == ["110万元", "110万元", "100万元"]
    assert t.figures("opening.year", "收入.year", "closing.year") == ["100万元", "130万元", "100万元"]
    assert t.bases("closing.year") == ["periods", "roll-forward"]
    assert (t.bases("opening.q1"), t.bases("opening.q2"), t.bases("closing_again.q1")) == (
        [],
        ["roll-forward"],
        ["roll-forward"],
    )


def test_periods_may_be_rows() -> None:
    t = table("""\
    unit: 万元
    columns:
      opening: {title: 期初, continues: closing}
      flow: 增加
      closing: {title: 期末, formula: opening + flow}
      people: {title: 人数, unit: 人, kind: stock}
    rows:
      - {title: 一月, opening: 10, flow: 5, people: 7}
      - {title: 二月, flow: (3), people: 9}
      - {id: all, title: 合计, role: total}
    """)
    assert t.codes == []
    assert t.figures("二月.opening", "二月.closing") == ["15万元", "12万元"]
    assert t.figures("all.opening", "all.flow", "all.closing", "all.people") == ["10万元", "2万元", "12万元", "9人"]
    assert t.bases("all.people") == ["periods"]


def test_a_declared_stock_over_declared_periods_and_a_row_whose_kind_holds_below() -> None:
    t = table("""\
    unit: 人
    periods: columns
    columns: {a: 甲年, b: 乙年, both: {title: 两年, formula: a + b}}
    rows:
      - {id: people, title: 人口, kind: stock, rows: [{title: 城镇, a: 5, b: 6}, {title: 乡村, a: 4, b: 3}]}
      - {title: 出生, kind: flow, a: 1, b: 1}
    """)
    assert t.figures("城镇.both", "people.both", "出生.both") == ["6人", "9人", "2人"]


def test_circles_are_found_and_their_cells_are_unknown() -> None:
    t = table("""\
    columns: {a: 甲}
    rows:
      - {id: x, title: 一, formula: y + 1}
      - {id: y, title: 二, formula: x - 1, stated: {a: 3}}
    """)
    assert t.codes == ["REF105"]
    assert t.figures("x.a", "y.a") == ["cycle", "cycle"]
    assert [getattr(d.result, "reason", "") for d in t.cell("y.a").derived] == ["cycle"]


def test_facts_and_tables_stand_in_one_graph() -> None:
    t = table(
        "unit: 万元\ncolumns: {a: 甲, b: {title: 乙, formula: a * rate}}\nrows: [{id: r, title: 行, a: 200}]\n",
        facts="- {id: rate, value: 5%, exact: true}\n- {id: twice, formula: t.r.b * 2}\n",
    )
    assert t.figure("r.b") == "10万元"
    assert t.linked.quantity("twice").nominal == 20


def test_units_of_a_formula_that_do_not_fit_its_cell_are_one_finding() -> None:
    t = table("""\
    unit: 万元
    columns: {a: 甲, n: {title: 数, unit: 户}, per: {title: 户均, formula: a / n}}
    rows: [{id: r, title: 一, a: 10, n: 5}, {title: 二, a: 10, n: 5}]
    """)
    assert t.codes == ["REF106"]
    assert t.figure("r.per") == "unit"


@pytest.mark.parametrize(
    ("prose", "code", "message", "hint"),
    [
        ("{{ t }}", "REF004", "message", "hint"),
        ("{{ t.r }}", "REF004", "fields", "hint"),
        ("{{ t.q.a }}", "REF104", "row", "hint_row"),
        ("{{ t.surfac.a }}", "REF104", "row", "near_row"),
        ("{{ t.r.zz }}", "REF104", "column", "hint_column"),
        ("{{ t.r.words }}", "REF104", "column", "hint_column"),
        ("{{ t.r[2021] }}", "REF104", "column", "hint_column"),
        ("{{ t[2021] }}", "REF103", "no_years", "hint"),
        ("{{ f.r.a }}", "REF104", "none", "hint"),
        ("{{ count(t.q) }}", "REF104", "row", "hint_row"),
        ("{{ count(f.a) }}", "REF004", "count_of", None),
        ("{{ count(q.a) }}", "REF002", "message", "hint"),
    ],
)
def test_references_that_lead_nowhere(prose: str, code: str, message: str, hint: str | None) -> None:
    rows = "[{id: r, title: 行, a: 1, words: 字}, {id: surface, title: 水面}]"
    t = table(
        f"columns: {{a: 甲, words: {{title: 字, kind: words}}}}\nrows: {rows}\n",
        prose=prose,
        facts="- {id: f, value: 1户}\n",
    )
    (found,) = t.linked.diagnostics
    assert (found.kind.code, found.message, found.hint) == (code, message, hint)


def test_counts_and_labels() -> None:
    t = table(
        """\
        columns: {a: 甲}
        rows:
          - {id: g, title: 组, rows: [{title: 一, a: 1}, {title: 二, a: 2}, {title: 其一, role: including, a: 1}]}
          - {title: 三, role: less, a: 1}
          - {title: 合计, role: total}
        """,
        prose="共{{ count(t) }}项，一组{{ count(t.g) }}项，{{ t.一.a + t.二.a }}，[](#t)",
    )
    assert [form.printed for form in t.linked.plan.forms.values()] == ["3", "2", "3", ""]
    assert t.codes == ["REF005"]  # the table stands in no body


def test_rows_are_named_by_id_or_by_a_title_of_their_own() -> None:
    t = table("""\
    columns: {a: 甲}
    rows:
      - {title: 面积, a: 1}
      - {title: 面积, a: 2}
      - {id: x, title: 人口, a: 3}
      - {title: 一、总量, a: 4}
      - {id: x, title: 重复, a: 5}
      - {title: ｘ, a: 6}
    """)
    assert [row.name for row in t.table.grid.rows] == ["#1", "#2", "x", "#4", "#5", "#6"]
    assert t.codes == ["REF001"]
    assert t.figure("x.a") == "3"


def test_two_tables_of_one_id() -> None:
    t = table(
        "columns: {a: 甲}\nrows: [{id: r, title: 行, a: 1}]\n",
        **{"tables/u": "id: t\ntitle: 又\ncolumns: {b: 乙}\nrows: [{id: r, title: 行, b: 2}]\n"},
    )
    assert t.codes == ["REF001"]
    assert (t.table.grid.table.title, t.figure("r.a")) == ("表", "1")


def test_figures_of_a_table_are_explained_and_found() -> None:
    t = table(WATER, facts="- {id: area, value: 28.442km²}\n")
    plan = t.linked.plan
    explained = why(plan, "t.surface")
    assert isinstance(explained, Explanation)
    assert explained.figures[0].node.key == "t.surface.now"
    whole = why(plan, "t")
    assert isinstance(whole, Explanation)
    assert whole.figures[-1].node.key == "count(t)"
    (match,) = find_ids(plan, "水域")
    assert (match.symbol.id, match.paste) == ("t.surface", "[285.10hm²](=t.surface.now)")
    assert [m.paste for m in find_ids(plan, "t") if m.symbol.id == "t"] == ["[](#t)"]
