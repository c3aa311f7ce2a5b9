"""A slip in the heading of a column is one finding, and not one for each row."""

import pytest

from tests.rules.plans import codes, findings

HEAD = "title: 新区规划\nperiod: 2026-2030\nbase: 2025\nmilestones: [2028, 2030]\nchapters:\n  - title: 总则\n    body: 正文。\n"
ROWS = "".join(
    f"      - {{id: i{n}, name: 指标{n}号, unit: 亿元, attribute: 预期性, values: {{2025: {n}, 2028: {n + 1}, 2030: {n + 2}}}}}\n"
    for n in range(1, 8)
)
TABLE = """\
id: budget
title: 预算
unit: 万元
columns: {COLUMNS, sum: {title: 合计, formula: 2026+2027+2028}}
rows:
  - {title: 市级, 2026: 20000, 2027: 22000, 2028: 23000}
  - {title: 区级, 2026: 36000, 2027: 38000, 2028: 39000}
  - {title: 总计, role: total, stated: {2026: 56000, 2027: 60000, 2028: 62000, sum: 178000}}
"""


def _indicators(columns: str, rows: str = ROWS) -> list[str]:
    table = f"id: targets\ntitle: 主要指标\ncolumns: {{{columns}}}\ngroups:\n  - title: 水\n    indicators:\n{rows}"
    return [code for code in codes(findings({"plan.yaml": HEAD, "indicators.yaml": table})) if code != "IND213"]


def _budget(columns: str) -> list[str]:
    return codes(findings({"plan.yaml": HEAD, "tables/budget.yaml": TABLE.replace("COLUMNS", columns)}))


@pytest.mark.parametrize("columns", ["2025: 实际, 2082: 目标, 2030: 目标", "2025: 实际, 2082: 2028年目标, 2030: 目标"])
def test_a_year_that_no_row_has_is_told_once(columns: str) -> None:
    assert _indicators(columns) == ["TXT730"]


def test_a_heading_of_another_year_is_told() -> None:
    assert _indicators("2025: 实际, 2028: 2082年目标, 2030: 目标") == ["TXT730"]


def test_the_year_that_the_rows_have_is_offered() -> None:
    line = "columns: {2025: 实际, 2082: 目标, 2030: 目标}"
    table = f"id: targets\ntitle: 主要指标\n{line}\ngroups:\n  - title: 水\n    indicators:\n{ROWS}"
    (fix,) = (f.fix for f in findings({"plan.yaml": HEAD, "indicators.yaml": table}) if f.kind.code == "TXT730")
    assert fix is not None
    assert line[fix.span.start.column - 1 : fix.span.end.column - 1] == "2082"
    assert fix.replacement == "2028"


def test_a_column_that_some_rows_have_is_told_row_by_row() -> None:
    rows = ROWS.replace("2028: 2,", "2027: 2,", 1)
    assert _indicators("2025: 实际, 2028: 目标, 2030: 目标", rows) == ["IND204", "IND204"]


@pytest.mark.parametrize(
    "columns",
    ["2025: 2025年实际（2020年价）, 2028: 目标, 2030: 比2025年增加", "2025: 基期, 2028: 目标, 2030: 2026—2030年"],
)
def test_headings_may_name_other_years_besides(columns: str) -> None:
    assert _indicators(columns) == []


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ("2026: 2026年, 2027: 2027年, 2028: 2028年", []),
        ("2026: 2026年, 2027: 2027年, 2082: 2028年", ["REF601"]),
        ("2026: 2026年, 2027: 2027年, 2028: 2082年", ["TXT730"]),
    ],
)
def test_a_column_of_a_data_table_is_told_once(columns: str, found: list[str]) -> None:
    assert _budget(columns) == found


def test_rows_that_do_not_call_a_column_as_its_formulas_do_are_wrong_themselves() -> None:
    table = (
        "id: t\ntitle: 表\nunit: 万元\ncolumns: {a: 甲, bb: 乙, c: {title: 比, unit: '%', formula: bb / a}}\n"
        "rows:\n  - {title: 一, a: 3, bb_: 4}\n  - {title: 二, a: 3, bb_: 6}\n"
    )
    found = [f for f in findings({"plan.yaml": HEAD, "tables/t.yaml": table}) if f.kind.code == "REF601"]
    assert [f.span.start.line for f in found if f.span] == [6, 7]


def test_a_heading_may_begin_with_the_year_of_its_prices() -> None:
    assert _indicators("2025: 2020年不变价, 2028: 目标, 2030: 目标") == []
