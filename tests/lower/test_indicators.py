from collections.abc import Mapping
from typing import Any

import pytest

from plan_compiler.document.inlines import Footnote, NumberText, Text, plain_text
from plan_compiler.document.nodes import DataSet, Table
from plan_compiler.lower import lower
from tests.lower.plans import linked_plan


def indicator(entity: str, name: str, values: Any, **more: Any) -> Any:
    return {"id": entity, "name": name, "unit": "亿元", "attribute": "预期性", "values": values, **more}


GROUPS: tuple[dict[str, Any], ...] = (
    {
        "title": "效益",
        "indicators": (
            indicator("investment", "投资", {"2020": "57", "2025": "130"}, note="含预备费。"),
            indicator("private", "民间", {"2020": "9.18", "2025": "25"}, part_of="investment"),
            indicator("public", "政府", {"2025": "30"}, part_of="investment"),
        ),
    },
    {
        "title": "平台",
        "indicators": (
            indicator("platforms", "平台数", {"2020": "9", "2025": "14"}, cumulative="true"),
            indicator("projects", "项目", {"2020": "1", "2025": "3"}, cumulative="true", mark="none"),
            indicator("air", "空气", {"2020": "良好", "2025": "良好"}, qualitative="true", cumulative="true"),
        ),
    },
)

TABLE = {
    "id": "targets",
    "title": "主要指标",
    "columns": {"2020": "实际", "2025": "目标"},
    "note": "[]内为累计值。",
    "groups": GROUPS,
}


def document(table: Mapping[str, Any] = TABLE, times: int = 1) -> Any:
    body = tuple({"table": "targets"} for _ in range(times))
    return lower(linked_plan(indicators=(table,), chapters=({"title": "章", "body": body},)))


def tables(found: Any) -> Any:
    return [b for b in found.parts[2].blocks if isinstance(b, Table)]


def printed(row: Any) -> Any:
    return [plain_text(cell.inlines) for cell in row.cells]


def test_two_header_rows_of_years_over_what_they_hold() -> None:
    (table,) = tables(document())
    top, below = table.header
    assert [(plain_text(c.inlines), c.rowspan) for c in top.cells] == [
        ("类别", 2),
        ("指标名称", 2),
        ("单位", 2),
        ("2020年", 1),
        ("2025年", 1),
        ("指标属性", 2),
    ]
    assert printed(below) == ["实际", "目标"]
    assert {c.role for c in (*top.cells, *below.cells)} == {"header"}


def test_one_header_row_where_no_column_says_what_it_holds() -> None:
    (table,) = tables(document({**TABLE, "columns": {"2020": "", "2025": ""}}))
    assert [c.rowspan for c in table.header[0].cells] == [1] * 6
    assert len(table.header) == 1


def test_a_year_is_named_once_above_its_column() -> None:
    (found,) = tables(document({**TABLE, "columns": {"2020": "2020年实际", "2025": "2025 目标"}}))
    assert [plain_text(cell.inlines) for cell in found.header[1].cells] == ["实际", "目标"]
    assert found.columns[3:5] == ("2020年实际", "2025年目标")
    (bare,) = tables(document({**TABLE, "columns": {"2020": "2020年", "2025": "2025年"}}))
    assert len(bare.header) == 1


def test_categories_span_their_rows() -> None:
    (table,) = tables(document())
    assert [(printed(r)[0], r.cells[0].rowspan, r.cells[0].role) for r in (table.rows[0], table.rows[3])] == [
        ("效益", 3, "group"),
        ("平台", 3, "group"),
    ]
    assert [len(r.cells) for r in table.rows] == [6, 5, 5, 6, 5, 5]


def test_parts_follow_their_whole_with_of_which_before_the_first() -> None:
    (table,) = tables(document())
    names = [next(c for c in row.cells if c.role == "name") for row in table.rows[:3]]
    assert [(plain_text(c.inlines), c.indent) for c in names] == [("投资", 0), ("其中：民间", 1), ("政府", 2)]


def test_values_are_printed_as_written_and_cumulative_ones_in_brackets() -> None:
    (table,) = tables(document())
    values = [[plain_text(c.inlines) for c in row.cells if c.role == "number"] for row in table.rows]
    assert values == [["57", "130"], ["9.18", "25"], ["", "30"], ["[9]", "[14]"], ["1", "3"], ["良好", "良好"]]
    assert table.rows[3].cells[3].inlines == (NumberText("[9]", "platforms[2020]"),)


def test_notes_stand_under_the_table_and_at_their_indicator() -> None:
    (table,) = tables(document())
    assert plain_text(table.notes[0].inlines) == "注：[]内为累计值。"
    assert table.rows[0].cells[1].inlines == (Text("投资"), Footnote(1, (Text("含预备费。"),)))
    assert tables(document({k: v for k, v in TABLE.items() if k != "note"}))[0].notes == ()


def test_data_set_has_the_values_without_brackets() -> None:
    (data,) = document().datasets
    assert isinstance(data, DataSet)
    assert data.columns == ("类别", "指标名称", "单位", "2020年实际", "2025年目标", "指标属性")
    assert data.rows[3] == ("平台", "平台数", "亿元", "9", "14", "预期性")
    assert data.rows[2][3] == ""


def test_anchors_are_unique_where_a_table_is_printed_twice() -> None:
    found = document(times=2)
    first, second = tables(found)
    assert first.caption.anchor == "targets"
    assert [r.anchor for r in first.rows[:2]] == ["investment", "private"]
    assert second.caption.anchor not in ("", "targets")
    assert {r.anchor for r in second.rows} == {""}
    assert len(found.datasets) == 1


def test_widths_make_a_whole() -> None:
    (table,) = tables(document())
    assert sum(table.widths) == 1000
    assert len(table.widths) == len(table.columns) == 6


def test_a_category_is_as_wide_as_its_words() -> None:
    def category(title: str) -> int:
        groups = tuple({**group, "title": title} for group in GROUPS)
        return int(tables(document({**TABLE, "groups": groups}))[0].widths[0])

    assert category("Transport and environment") > category("Homes and jobs") == category("生态环境和交通运输")


def test_unknown_table_prints_nothing() -> None:
    found = lower(linked_plan(chapters=({"title": "章", "body": ({"table": "none"},)},)))
    assert tables(found) == []


def test_columns_of_years_hold_their_figures_in_one_line_with_points_under_each_other() -> None:
    def years(**values: str) -> list[int]:
        groups = (
            {"title": "民生", "indicators": tuple(indicator(k, k, {"2020": v, "2025": v}) for k, v in values.items())},
        )
        return list(tables(document({**TABLE, "groups": groups}))[0].widths[3:5])

    short, long, apart = years(a="57"), years(a="1234567890"), years(a="31240", b="0.162")
    assert min(long) * 84 >= 1000 * 11  # as many halves of a wide character, with room beside them
    assert min(apart) * 84 >= 1000 * 10  # five digits before the point and four places behind it
    assert max(short) < min(apart)


@pytest.mark.parametrize("long", ["一" * 10_000, "9" * 60, "a" * 3_000])
def test_what_is_very_long_leaves_other_columns_their_room(long: str) -> None:
    groups = ({"title": "民生", "indicators": (indicator("a", "甲", {"2020": "57", "2025": long}),)},)
    (table,) = tables(document({**TABLE, "groups": groups}))
    assert min(table.widths) >= 50
    assert table.widths[1] >= 150


def test_a_heading_of_a_few_characters_stays_in_one_line() -> None:
    columns = {"2020": "实际", "2022": "实际", "2023": "中期目标", "2025": "目标"}
    (table,) = tables(document({**TABLE, "columns": columns}))
    assert min(table.widths[5], table.widths[7]) * 84 >= 1000 * 9
    assert sum(table.widths) == 1000
    assert table.widths[1] >= 180
