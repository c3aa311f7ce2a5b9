"""Running totals of data tables: wrong steps are found, and what only looks like one is left alone."""

import pytest

from tests.rules.plans import codes, findings

HEAD = "id: t\ntitle: 安排表\nunit: 亿元\n"


def table(columns: str, *rows: str) -> list[str]:
    """The codes of what is found in a table of these columns and rows."""
    lines = "".join(f"  - {{{row}}}\n" for row in rows)
    return codes(findings({"tables/t.yaml": f"{HEAD}columns: {{{columns}}}\nrows:\n{lines}"}))


def by_year(columns: str, *figures: str) -> list[str]:
    """The same with a row for each year from 2026, its figures under x, y and z."""
    rows = []
    for year, own in enumerate(figures, start=2026):
        cells = ", ".join(f"{column}: {figure}" for column, figure in zip("xyz", own.split(), strict=False))
        rows.append(f"title: {year}年, {cells}")
    return table(columns, *rows)


@pytest.mark.parametrize(
    "columns",
    [
        "x: 投资, y: {title: 累计投资, kind: stock}",
        "x: 当年完成, y: {title: 累计完成, kind: stock}",
        "x: 年度投资（亿元）, y: {title: 累计, kind: stock}",
    ],
)
def test_a_running_total_that_does_not_follow_is_found_once(columns: str) -> None:
    assert by_year(columns, "13 13", "15 28", "16 54", "18 62", "20 82") == ["SUM126"]
    assert by_year(columns, "13 13", "15 28", "19 44", "18 62", "20 82") == ["SUM126"]
    assert by_year(columns, "13 13", "15 28", "16 44", "18 62", "20 82") == []


def test_rows_of_years_under_columns_are_added_up_too() -> None:
    years = "2026: 2026年, 2027: 2027年, 2028: 2028年, 2029: 2029年"
    first = "title: 完成投资, 2026: 13, 2027: 15, 2028: 16, 2029: 18"
    assert table(
        years, first, "title: 累计完成投资, role: memo, kind: stock, 2026: 13, 2027: 28, 2028: 54, 2029: 62"
    ) == ["SUM126"]
    assert (
        table(years, first, "title: 累计完成投资, role: memo, kind: stock, 2026: 13, 2027: 28, 2028: 44, 2029: 62")
        == []
    )


@pytest.mark.parametrize(
    ("columns", "figures"),
    [
        ("x: 投资, y: {title: 累计投资, kind: stock}", ["13 113", "15 128", "16 144", "18 162"]),  # begun before
        ("x: 投资, y: {title: 累计投资, kind: stock}", ["13.4 13", "15.4 29", "16.4 45", "18.4 64"]),  # rounded apart
        ("x: 投资, y: {title: 累计投资, kind: stock}", ["13 13", "15 35", "16 60", "18 90"]),  # of something else
        ("x: 新建, y: {title: 累计建成, kind: stock}", ["13 10", "15 21", "16 33", "18 60"]),
        ("x: 投资, y: {title: 累计完成率, unit: '%', kind: rate}", ["13 21", "15 45", "16 71", "18 100"]),
        ("x: 投资, y: 资金, z: {title: 累计, kind: stock}", ["13 9 9", "15 8 17", "16 7 30", "18 6 36"]),
        ("x: 投资, y: {title: 年末余额, kind: stock}", ["13 13", "15 28", "16 54", "18 62"]),
        ("x: 投资, y: {title: 累计投资, kind: stock}", ["13 13", "15 30"]),  # too few to tell
    ],
)
def test_what_is_no_running_total_of_its_neighbour_is_left_alone(columns: str, figures: list[str]) -> None:
    assert by_year(columns, *figures) == []


def test_years_that_do_not_follow_each_other_are_left_alone() -> None:
    rows = ("title: 2026年, x: 13, y: 13", "title: 2028年, x: 16, y: 44", "title: 2029年, x: 18, y: 62")
    assert table("x: 投资, y: {title: 累计投资, kind: stock}", *rows) == []
