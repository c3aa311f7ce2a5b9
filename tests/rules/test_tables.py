"""What the rules on data tables find, what they say, and what they leave alone."""

from textwrap import dedent

import pytest

from plan_compiler.diagnostics import Finding
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree
from plan_compiler.report.wording import Speaker
from tests.rules.plans import codes, findings


def of_table(text: str, **files: str) -> list[Finding]:
    more = {f"{name}.yaml": content for name, content in files.items()}
    return findings({"tables/t.yaml": "id: t\ntitle: 表\n" + dedent(text), **more})


def only(found: list[Finding], code: str) -> Finding:
    (finding,) = [each for each in found if each.kind.code == code]
    return finding


def args(finding: Finding) -> dict[str, str]:
    return dict(finding.diagnostic.args)


SUM = """\
unit: 万元
columns: {{a: 金额}}
rows:
  - {{title: 道路, a: {}}}
  - {{title: 桥梁, a: {}}}
  - {{title: 冲减, role: less, a: 12}}
  - {{title: 其中贷款, role: memo, a: 317}}
  - {{id: all, title: 合计, role: total, stated: {{a: {}}}}}
"""


def test_a_failed_sum_says_the_addition_and_the_slip() -> None:
    finding = only(of_table(SUM.format(4138, 2507, 6363)), "SUM110")
    said = args(finding)
    assert (said["row"], said["stated"], said["computed"], said["gap"], said["count"]) == (
        "合计",
        "6363",
        "6633",
        "270",
        "3",
    )
    assert [(r.args["sign"], r.args["amount"], r.args["name"]) for r in finding.related] == [
        ("", "4138", "道路"),
        ("", "2507", "桥梁"),
        ("-", "12", "冲减"),
    ]
    assert (finding.entity, finding.field, finding.subject) == ("t.all", "stated.a", "合计")
    assert finding.diagnostic.explanation == "slip_transposed"


def test_two_shares_are_percentage_points_apart() -> None:
    found = of_table("""\
    columns: {old: 老年人口, all: 总人口, share: {title: 占比, unit: '%', formula: old / all}}
    rows:
      - {title: 城中区, old: 21.3, all: 78.2, stated: {share: 29.2}}
    """)
    said = args(only(found, "SUM113"))
    assert (said["computed"], said["gap"], said["apart"]) == ("27.2", "2.0", "2.0个百分点")


def test_a_memo_row_that_was_added_is_told() -> None:
    assert only(of_table(SUM.format(4138, 2507, 6950)), "SUM110").diagnostic.explanation == "slip_memo"


def test_the_fault_of_a_subtotal_is_carried_on() -> None:
    found = of_table("""\
    columns: {a: 金额}
    rows:
      - {title: 甲, stated: {a: 30}, rows: [{title: 一, a: 10}, {title: 二, a: 11}]}
      - {title: 乙, a: 100}
      - {id: all, title: 合计, role: total, stated: {a: 130}}
    """)
    assert sorted(codes(found)) == ["SUM110", "SUM110"]
    assert sorted(finding.diagnostic.message for finding in found) == ["carried", "message"]


ACROSS = """\
columns: {{a: 中央, b: 地方, all: {{title: 合计, formula: a + b}}}}
rows:
  - {{title: 甲, stated: {{a: 20, b: 30, all: {}}}, rows: [{{title: 一, a: 12, b: 18}}, {{title: 二, a: 8, b: 12}}]}}
  - {{title: 乙, stated: {{a: 10, b: 30, all: 40}}, rows: [{{title: 三, a: 6, b: 19}}, {{title: 四, a: 4, b: 11}}]}}
  - {{title: 合计, role: total, stated: {{a: 30, b: 60, all: {}}}}}
"""


def test_the_fault_of_a_row_is_carried_on_to_the_total_and_is_none_of_rounding() -> None:
    found = of_table(ACROSS.format(52, 92))
    assert [(f.kind.code, f.diagnostic.message) for f in found] == [("SUM113", "message"), ("SUM113", "carried")]


def test_a_total_that_is_wrong_by_itself_is_not_told_as_carried() -> None:
    found = of_table(ACROSS.format(52, 98))
    assert [(f.kind.code, f.diagnostic.message) for f in found] == [("SUM113", "message"), ("SUM110", "message")]


def test_a_sum_with_computed_members_and_blanks() -> None:
    found = of_table("""\
    columns: {a: 金额}
    rows:
      - {title: 甲, rows: [{title: 一, a: 10}, {title: 二, a: —}]}
      - {title: 丙, rows: [{title: 三, a: —}]}
      - {title: 乙, a: ≥100}
      - {id: all, title: 合计, role: total, stated: {a: 90}}
    """)
    assert only(found, "SUM110").diagnostic.explanation is None


def test_partitions_are_compared_with_what_is_stated_or_with_each_other() -> None:
    table = """\
    unit: 万元
    columns: {{a: 金额}}
    rows:
      - {{title: 按来源, role: partition, rows: [{{title: 甲, a: {}}}, {{title: 乙, a: 4}}]}}
      - {{title: 按用途, role: partition, rows: [{{title: 丙, a: {}}}, {{title: 丁, a: 5}}]}}
      - {{title: 按年度, role: partition, rows: [{{title: 戊, a: {}}}]}}
      - {{id: all, title: 合计, role: total{}}}
    """
    assert of_table(table.format(6, 5, 10, ", stated: {a: 10}")) == []
    stated = only(of_table(table.format(6, 25, 10, ", stated: {a: 10}")), "SUM111")
    assert (stated.diagnostic.message, args(stated)["partition"], args(stated)["computed"]) == (
        "message",
        "按用途",
        "30",
    )
    assert [r.args["amount"] for r in stated.related] == ["10", "30", "10"]
    computed = only(of_table(table.format(6, 25, 10, "")), "SUM111")
    assert (computed.diagnostic.message, args(computed)["first"]) == ("computed", "按来源")
    assert codes(of_table(table.format(6, "'1,0'", 10, ", stated: {a: 10}"))) == ["SUM119"]


def test_formulas_of_one_column_are_compared_with_each_other() -> None:
    found = of_table("""\
    columns: {a: 甲, b: 乙, c: 丙, s: {title: 合计, formula: [a + b, c]}}
    rows: [{title: 一, a: 1, b: 2, c: 9}, {title: 二, a: 1, b: 2, c: 3}]
    """)
    assert args(only(found, "SUM111"))["partition"] == "c"


PART = """\
columns: {a: 金额, p: {title: 单价, kind: rate}, d: {title: 增加, formula: a - p}}
rows:
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- {title: 甲, a: 10, p: 1, rows: [{title: 乙, role: including, a: 13, p: 9}]}", ["SUM112"]),
        ("- {title: 甲, a: 10, rows: [{title: 乙, role: including, a: 10}]}", []),
        (
            "- {title: 甲, a: 10, rows: [{title: 乙, role: including, a: 7, rows: [{title: 丙, role: including, a: 9}]}]}",
            ["SUM112"],
        ),
        ("- {title: 人均收入, a: 10, rows: [{title: 城镇, role: including, a: 13}]}", []),
        ("- {title: 甲, a: 10, rows: [{title: 乙, role: memo, a: 11}]}", []),
        ("- {title: 甲, a: -10, rows: [{title: 乙, role: including, a: -13}]}", ["SUM112"]),
        ("- {title: 甲, a: -10, rows: [{title: 乙, role: including, a: -9}]}", []),
        ("- {title: 甲, a: 10, rows: [{title: 乙, role: including, a: 13}]}\n- {title: 丙, a: -3}", []),
        ("- {title: 甲, a: 10}\n- {title: 乙, role: including, a: 13}\n- {title: 合计, role: total}", ["SUM112"]),
        ("- {title: 甲, a: 10}\n- {title: 乙, role: including, a: 13}", []),
        ("- {title: 甲, a: 10, rows: [{title: 乙, role: including, a: —}]}", []),
        ("- {title: 甲, a: 10, rows: [{title: 乙, role: including}]}", []),
        ("- {title: 甲, a: 10, unit: 户, rows: [{title: 乙, role: including, unit: 人, a: 13}]}", []),
        ("- {title: 甲, unit: 亿元, a: 1, rows: [{title: 乙, role: including, unit: 万元, a: 9000}]}", []),
        ("- {title: 甲, unit: 亿元, a: 1, rows: [{title: 乙, role: including, unit: 万元, a: 90000}]}", ["SUM112"]),
    ],
)
def test_parts_are_bounded_by_their_wholes_and_only_where_that_is_certain(rows: str, expected: list[str]) -> None:
    assert codes(of_table(PART + "  " + rows.replace("\n", "\n  "))) == expected


def test_an_opening_balance_and_a_closing_balance() -> None:
    found = of_table("""\
    columns: {q1: 一, q2: 二}
    rows:
      - {id: opening, title: 期初, continues: 期末, q1: 100, stated: {q2: 120}}
      - {title: 收入, q1: 80, q2: 50}
      - {title: 支出, role: less, q1: 70, q2: 60}
      - {title: 期末, role: total, stated: {q1: 110, q2: 150}}
    """)
    assert [(f.kind.code, f.diagnostic.message) for f in found] == [("SUM115", "opening"), ("SUM115", "message")]


BALANCES = """\
    unit: 万元
    columns: {{a: 一, b: 二, c: 三, d: 四}}
    rows:
      - {{title: 期初, continues: 期末, a: 100, stated: {{b: {opening}, c: 100, d: 120}}}}
      - {{title: 收入, a: 80, b: 50, c: 60, d: 70}}
      - {{title: 支出, role: less, a: 70, b: {outflow}, c: {later}, d: 60}}
      - {{title: 期末, role: total, stated: {{a: 110, b: {closing}, c: 120, d: 130}}}}
"""


@pytest.mark.parametrize(
    ("changed", "at"),
    [
        ({}, []),
        ({"outflow": "66"}, [("期末", "二", 4)]),
        ({"later": "48"}, [("期末", "三", 2)]),
        ({"outflow": "66", "later": "48"}, [("期末", "二", 1), ("期末", "三", 2)]),
        ({"closing": "105"}, [("期末", "二", 0)]),
        ({"opening": "120"}, [("期初", "二", 0)]),
    ],
)
def test_a_wrong_flow_is_told_once_with_the_balances_that_carry_it(
    changed: dict[str, str], at: list[tuple[str, str, int]]
) -> None:
    figures = {"opening": "110", "outflow": "60", "later": "40", "closing": "100", **changed}
    found = of_table(BALANCES.format(**figures))
    assert codes(found) == ["SUM115"] * len(at)
    told = [
        (args(f)["row"], args(f)["column"], [r.message for r in f.diagnostic.related].count("carried")) for f in found
    ]
    assert told == at


def test_opening_balances_that_are_left_blank_carry_a_wrong_flow_on() -> None:
    balances = BALANCES.replace(", stated: {{b: {opening}, c: 100, d: 120}}", "")
    (finding,) = of_table(balances.format(outflow="66", later="40", closing="100"))
    assert (args(finding)["column"], [r.message for r in finding.diagnostic.related].count("carried")) == ("二", 2)


def test_a_balance_by_formula_is_carried_too() -> None:
    found = of_table("""\
    columns: {start: {title: 期初, continues: end}, flow: 本期, end: {title: 期末, formula: start + flow}}
    rows:
      - {title: 一, start: 100, flow: 10, stated: {end: 110}}
      - {title: 二, flow: 26, stated: {start: 110, end: 130}}
      - {title: 三, flow: 30, stated: {start: 130, end: 160}}
    """)
    assert [(f.kind.code, args(f)["row"]) for f in found] == [("SUM115", "二")]


def test_cells_in_other_units() -> None:
    table = """\
    unit: {}
    columns: {{a: 金额, b: {{title: 又, formula: a + c}}, c: {{title: 丙}}}}
    rows:
      - {{title: 组, stated: {{a: {}}}, rows: [{{title: 道路, a: 3.20, c: 1}}, {{title: 桥梁, a: {}, c: 1}}]}}
      - {{title: 合计, role: total, stated: {{a: 7.37}}}}
    """
    wrong = of_table(table.format("亿元", 7.37, "4.17万元"))
    assert sorted(codes(wrong)) == ["SUM110", "SUM110", "SUM117", "SUM118"]
    assert (args(only(wrong, "SUM118"))["number"], args(only(wrong, "SUM118"))["whole"]) == ("4.17", "组")
    right = of_table(table.format("亿元", 7.37, "41700万元"))
    assert [(f.kind.code, f.diagnostic.message) for f in right] == [("SUM117", "message")]
    twice = of_table(table.format("亿元", 7.37, "4.17亿元"))
    assert [(f.kind.code, f.diagnostic.message) for f in twice] == [("SUM117", "twice")]
    neither = of_table(table.format("亿元", 7.37, "4.99万元"))
    assert "SUM118" not in codes(neither)


def test_a_unit_that_would_break_another_sum_is_not_called_wrong() -> None:
    found = of_table("""\
    unit: 亿元
    columns: {a: 金额, b: 乙, s: {title: 合计, formula: a + b}}
    rows:
      - {title: 道路, a: 3.2, b: 0, stated: {s: 3.2}}
      - {title: 桥梁, a: 5000万元, b: 1.0, stated: {s: 1.5}}
      - {title: 合计, role: total, stated: {a: 5003.2}}
    """)
    assert "SUM118" not in codes(found)
    assert "SUM110" in codes(found)


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("'250,000,00'", "grouping"),
        ("'8,120.000'", "ambiguous-separators"),
        ("（12", "parentheses"),
        ("1.2.3", "message"),
        ("l2", "message"),
        (".5", "message"),
        ("—12", "message"),
        ("'[12'", "message"),
        ("▲12", "message"),
    ],
)
def test_malformed_figures_cost_their_cell_and_no_other(cell: str, message: str) -> None:
    found = of_table(
        f"columns: {{a: 甲, b: 乙}}\nrows: [{{title: 一, a: {cell}, b: 1}}, {{title: 合计, role: total, stated: {{a: 7, b: 5}}}}]\n"
    )
    assert [f.kind.code for f in found] == ["SUM119", "SUM110"]
    assert found[0].diagnostic.message == message


def test_a_complete_table_has_no_blank_member() -> None:
    table = """\
    {}
    columns: {{a: 甲, b: 乙, r: {{title: 率, unit: '%'}}}}
    rows:
      - {{title: 组, rows: [{{title: 一, a: 1, b: 2}}, {{title: 二, a: 1}}, {{title: 三, role: memo}}]}}
      - {{title: 四, a: —, b: 0}}
      - {{title: 合计, role: total}}
    """
    assert of_table(table.format("note: 注")) == []
    missing = only(of_table(table.format("complete: true")), "SUM120")
    assert (missing.subject, args(missing)["whole"]) == ("二 乙", "组")


def test_more_digits_than_declared() -> None:
    found = of_table(
        "decimals: 1\ncolumns: {a: 甲, b: {title: 乙, decimals: 2}}\nrows: [{title: 一, a: 1.25, b: 1.25}, {title: 二, a: 1.25亿}]\n"
    )
    assert codes(found) == ["SUM121", "SUM117"]


def test_rounding_is_mentioned_once_and_not_where_the_note_says_so() -> None:
    table = """\
    columns: {{a: 甲, b: 乙}}
    rows:
      - {{title: 一, a: 1.4, b: 1.4}}
      - {{title: 二, a: 1.3, b: 1.3}}
      - {{title: 合计, role: total, stated: {{a: 2.8, b: {}}}}}
    note: {}
    """
    assert codes(of_table(table.format("≥2", "略"))) == ["SUM122"]
    assert of_table(table.format("2.7", "尾数差由四舍五入造成")) == []


def test_stocks_over_periods() -> None:
    table = """\
    unit: 万人
    periods: columns
    columns: {{a: 甲, b: 乙, both: {{title: 合计, formula: a + b}}}}
    rows: [{{title: 人口, {}a: 4, b: 5, stated: {{both: {}}}}}]
    """
    assert codes(of_table(table.format("kind: stock, ", 9))) == ["SUM116"]
    assert of_table(table.format("kind: stock, ", 5)) == []
    assert codes(of_table(table.format("kind: flow, ", 5))) == ["SUM113"]
    assert of_table(table.format("", 9)) == []


def test_what_cannot_be_judged_is_counted() -> None:
    table = (
        "id: t\ntitle: 表\ncolumns: {a: 甲}\nrows: [{title: 一, a: 待核}, {title: 合计, role: total, stated: {a: 3}}]\n"
    )
    plan = "title: 例\nperiod: 2021-2025\nchapters: [{title: 表, body: [{table: t}]}]\n"
    summary = check(MemoryTree({"plan.yaml": plan, "tables/t.yaml": table})).summary
    assert (summary.error, summary.not_checkable) == (0, 1)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("[{title: 甲, a: 1}, {title: 乙, a: 2}, {title: 甲, a: 1}]", ["same"]),
        ("[{title: 甲, a: 1}, {title: 甲 , unit: 家, a: 2}]", []),
        ("[{title: 一组, rows: [{title: 甲, a: 1}]}, {title: 二组, rows: [{title: 甲, a: 2}, {title: 甲, a: 3}]}]", ["message"]),
        ("[{title: 城镇}, {title: 甲, a: 1}, {title: 农村}, {title: 甲, a: 2}]", []),
        ("[{title: 甲, a: 1}, {title: 小计, role: subtotal}, {title: 甲, a: 2}, {title: 小计, role: subtotal}]", []),
        ("[{title: 甲, a: 1}, {title: 男, a: 2}, {title: 女, a: 3}, {title: 乙, a: 1}, {title: 男, a: 2}, {title: 女, a: 3}]", []),
    ],
)  # fmt: skip
def test_a_row_that_is_listed_twice(rows: str, expected: list[str]) -> None:
    table = f"id: t\ntitle: 表\nunit: 万元\ncolumns: {{a: 数}}\nrows: {rows}\n"
    assert [f.diagnostic.message for f in of_table(table) if f.kind.code == "SUM125"] == expected


CALLED = """\
unit: 万元
columns: {{a: 金额, rate: {{title: 增速, kind: rate}}, says: {{title: 说明, kind: words}}}}
rows:
  - {{title: 道路, a: 4138, rate: 3}}
  - {{title: 桥梁, a: 2507, rate: 4}}
  - {{{}}}
"""


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("title: 合计, a: 6945", "role: total, stated: {a: 6945}"),
        ("title: 合　计, a: 6645, rate: 5", "role: total, stated: {a: 6645}"),
        ("title: （总计）, a: 6645", "role: total, stated: {a: 6645}"),
        ("title: 小计：, a: 6645", "role: subtotal, stated: {a: 6645}"),
    ],
)
def test_a_row_called_a_total_needs_its_role(row: str, hint: str) -> None:
    finding = only(of_table(CALLED.format(row)), "SUM127")
    assert f"写成：{hint}；" in (Speaker("zh-CN").hint(finding) or "")


@pytest.mark.parametrize(
    "row",
    [
        "title: 合计, role: memo, a: 6945",
        "title: 合计, role: total, stated: {a: 6645}",
        "title: 合计, rate: 5",
        "title: 合计, says: 见附表",
        "title: 合计, a: 待定",
        "title: 合计利用外资, a: 6945",
        "title: 合计, formula: 道路 + 桥梁",
    ],
)
def test_rows_that_are_no_unchecked_totals_are_left_alone(row: str) -> None:
    assert "SUM127" not in codes(of_table(CALLED.format(row)))


def test_a_total_beside_one_row_is_left_alone() -> None:
    table = "unit: 万元\ncolumns: {a: 金额}\nrows:\n  - {title: 道路, a: 4138}\n  - {title: 合计, a: 6945}\n"
    assert codes(of_table(table)) == []


def test_a_stated_total_without_its_role_is_told_to_have_one() -> None:
    finding = only(of_table(CALLED.format("title: 合计, stated: {a: 6645}")), "REF602")
    assert Speaker("zh-CN").hint(finding) == "写上 role: total，由编译器求和，再与 stated 核对"


YEARS = """\
unit: 万元
columns: {{2026: 2026年, 2027: 2027年, 2028: 2028年, all: {{title: 合计, formula: 2026 + 2027 + 2028}}}}
rows:
  - {{title: 道路, 2026: 10, 2027: 20, 2028: 30}}
  - {{title: 桥梁, {}, stated: {{all: 60}}}}
"""


@pytest.mark.parametrize(
    ("cells", "hint"),
    [
        ("2025: 10, 2027: 20, 2028: 30", "改成：2026"),
        ("2026: 10, 2027: 20, 2082: 30", "改成：2028"),
        ("2025: 10, 2027: 20", "可用的列：2026, 2027, 2028, all"),
        ("2026: 10, 2027: 20, 2028: 30, 2029: 9", "可用的列：2026, 2027, 2028, all"),
    ],
)
def test_a_year_that_is_no_column_is_told_the_one_that_the_row_lacks(cells: str, hint: str) -> None:
    assert Speaker("zh-CN").hint(only(of_table(YEARS.format(cells)), "REF601")) == hint


def test_no_slip_is_told_of_a_table_that_was_not_read_whole() -> None:
    wrong = SUM.format(4138, 2507, 6363)
    assert only(of_table(wrong), "SUM110").diagnostic.explanation is not None
    misspelt = wrong.replace("title: 冲减, role: less, a: 12", "title: 冲减, role: less, b: 12")
    assert only(of_table(misspelt), "SUM110").diagnostic.explanation is None
