"""Data tables as they are printed."""

from typing import Any

from plan_compiler.document.inlines import Footnote, NumberText, plain_text
from plan_compiler.document.nodes import Document, Table, TableRow
from plan_compiler.lower import lower
from tests.lower.plans import linked_plan

BUDGET: dict[str, Any] = {
    "id": "budget",
    "title": "投资预算",
    "unit": "万元",
    "columns": {
        "total": {"title": "合计", "formula": "fiscal + loan"},
        "fiscal": {"title": "财政资金", "under": "资金来源"},
        "loan": {"title": "银行贷款", "under": "资金来源"},
        "length": {"title": "长度", "unit": "公里", "kind": "rate"},
        "remark": {"title": "备注", "kind": "words"},
    },
    "rows": (
        {
            "title": "第一部分",
            "rows": (
                {"title": "道路", "fiscal": "1,200", "loan": "—", "remark": "含路灯", "note": "见附件。"},
                {"title": "冲减", "role": "less", "loan": "（400）"},
                {"title": "路灯", "role": "including", "fiscal": "50"},
                {"title": "绿化", "role": "including", "fiscal": "20"},
                {"title": "其中：苗木", "role": "including", "fiscal": "10"},
            ),
        },
        {"title": "按来源", "role": "partition", "rows": ({"title": "甲", "fiscal": "1"},)},
        {"title": "总计", "role": "total", "stated": {"total": "1,600"}},
    ),
    "note": "因四舍五入略有差异。",
}


def document(table: dict[str, Any] = BUDGET, times: int = 1, **more: Any) -> Document:
    body = tuple({"table": table["id"]} for _ in range(times))
    return lower(linked_plan(tables=(table,), chapters=({"title": "章", "body": body},), **more))


def tables(found: Document) -> list[Table]:
    return [block for block in found.parts[2].blocks if isinstance(block, Table)]


def printed(row: TableRow) -> list[str]:
    return [plain_text(cell.inlines) for cell in row.cells]


def test_titles_stand_under_common_ones() -> None:
    (table,) = tables(document())
    top, below = table.header
    assert [(plain_text(c.inlines), c.colspan, c.rowspan) for c in top.cells] == [
        ("项目", 1, 2),
        ("合计", 1, 2),
        ("资金来源", 2, 1),
        ("长度（公里）", 1, 2),
        ("备注", 1, 2),
    ]
    assert printed(below) == ["财政资金", "银行贷款"]
    assert (table.unit, table.caption.label, sum(table.widths)) == ("万元", "表1", 1000)


def test_a_row_with_nothing_but_parts_of_it_is_no_subtotal() -> None:
    including = ({"title": "设备", "role": "including", "fiscal": "8"},)
    rows = (
        {"title": "水库", "fiscal": "20", "rows": including},
        {"title": "堤防", "rows": ({"title": "甲", "fiscal": "1"},)},
    )
    (table,) = tables(document({**BUDGET, "rows": rows}))
    assert [row.role for row in table.rows] == ["row", "row", "subtotal", "row"]


def test_rows_are_indented_and_computed_figures_look_like_their_neighbours() -> None:
    (table,) = tables(document())
    assert [printed(row) for row in table.rows] == [
        ["第一部分", "1,600", "1,200", "400", "", ""],
        ["道路", "1,200", "1,200", "—", "", "含路灯"],
        ["减：冲减", "（400）", "", "（400）", "", ""],
        ["其中：路灯", "50", "50", "", "", ""],
        ["绿化", "20", "20", "", "", ""],
        ["其中：苗木", "10", "10", "", "", ""],
        ["按来源", "", "", "", "", ""],
        ["甲", "1", "1", "", "", ""],
        ["总计", "1,600", "1,200", "400", "", ""],
    ]
    assert [row.cells[0].indent for row in table.rows] == [0, 1, 1, 1, 1, 1, 0, 1, 0]
    assert [row.role for row in table.rows] == ["subtotal", *["row"] * 5, "row", "row", "total"]
    total = table.rows[8].cells[1]
    assert (total.inlines, total.align) == ((NumberText("1,600", "budget.总计.total"),), "right")
    assert table.rows[1].cells[3].align == "center"


def test_notes_footnotes_and_the_data_set() -> None:
    found = document()
    (table,) = tables(found)
    assert [plain_text(note.inlines) for note in table.notes] == ["注：因四舍五入略有差异。"]
    assert isinstance(table.rows[1].cells[0].inlines[-1], Footnote)
    (dataset,) = found.datasets
    assert dataset.columns == ("项目", "合计", "财政资金", "银行贷款", "长度（公里）", "备注")
    assert dataset.rows[2] == ("减：冲减", "（400）", "", "（400）", "", "")


def test_a_table_placed_twice_has_one_anchor_and_one_data_set() -> None:
    found = document(times=2)
    first, second = tables(found)
    assert (first.caption.anchor, second.caption.anchor != "budget") == ("budget", True)
    assert len(found.datasets) == 1


def test_units_of_rows_have_a_column() -> None:
    water = {
        "id": "water",
        "title": "水域",
        "unit": "hm²",
        "stub": "指标",
        "columns": {"now": "现状", "plan": {"title": "规划", "decimals": "1"}},
        "rows": (
            {"id": "s", "title": "水域", "now": "285.10", "plan": "346.9"},
            {"title": "组", "rows": ({"title": "合计", "role": "total"}, {"title": "一", "now": "1", "plan": "2.5"})},
            {"title": "水面率", "unit": "%", "formula": "s / 2844.2hm²"},
        ),
    }
    (table,) = tables(document(water))
    assert (table.unit, printed(table.header[0])) == ("", ["指标", "单位", "现状", "规划"])
    assert [printed(row) for row in table.rows] == [
        ["水域", "hm²", "285.10", "346.9"],
        ["组", "", "", ""],
        ["合计", "hm²", "1", "2.5"],
        ["一", "hm²", "1", "2.5"],
        ["水面率", "%", "10.024", "12.2"],
    ]
    assert table.rows[1].role == "group"


def test_exact_figures_have_the_decimals_of_their_column() -> None:
    exact = {
        "id": "e",
        "title": "表",
        "exact": "true",
        "columns": {"a": "甲", "n": {"title": "差", "formula": "0 - a"}},
        "rows": (
            {"title": "一", "a": "1.10"},
            {"title": "二", "a": "2.20"},
            {"title": "合计", "role": "total"},
        ),
    }
    (table,) = tables(document(exact))
    assert [printed(row)[1:] for row in table.rows] == [["1.10", "-1.1"], ["2.20", "-2.2"], ["3.30", "-3.3"]]


def test_a_block_that_names_no_table_prints_nothing() -> None:
    assert tables(lower(linked_plan(chapters=({"title": "章", "body": ({"table": "none"},)},)))) == []
    both = lower(
        linked_plan(tables=(BUDGET,), chapters=({"id": "budget_", "title": "章", "body": ({"table": "budget_"},)},))
    )
    assert tables(both) == []


def test_computed_cells_say_what_they_come_from() -> None:
    sources = document().sources
    assert sources["budget.道路.total"].definition == "= 道路 财政资金 1,200万元 + 道路 银行贷款 —"
    assert sources["budget.第一部分.fiscal"].definition == "所列1项之和"
    assert sources["budget.第一部分.loan"].definition == "由2项相加减所得"
    assert "budget.道路.fiscal" not in sources
    assert "budget.总计.total" not in sources
    road = sources["budget.道路.total"]
    assert (road.name, road.printed, road.anchor) == ("道路 合计", "1,200万元", "budget")


def test_figures_have_the_room_that_they_need_where_words_can_give_way() -> None:
    years = [f"y{year}" for year in range(26, 31)]
    values = dict(zip(years, ("123456.5", "98765.4", "120000", "8.5", "0"), strict=True))
    table = {
        "id": "roads",
        "title": "道路",
        "columns": {year: f"20{year[1:]}年" for year in years} | {"fund": "其中财政资金"},
        "rows": [{"id": "a", "title": "沿海高速公路改扩建工程（滨海互通至东港枢纽段）", **values, "fund": "1234567"}],
    }
    name, *figures = tables(document(table))[0].widths
    assert figures[2] >= 1000 * 8 // 84  # six digits, and what stands beside them
    assert figures[0] >= 1000 * 10 // 84
    assert name > max(figures)


def test_titles_over_figures_give_way_too() -> None:
    titles = ("Spending 2026-2030", "Government grant", "Local contributions", "Public loans", "Private finance")
    columns = {f"c{index}": title for index, title in enumerate(titles)}
    row = {"title": "Roads, buses and active travel", **dict.fromkeys(columns, "1274.9")}
    table = {"id": "funds", "title": "Funds", "stub": "Programme", "columns": columns, "rows": [row]}
    name, *figures = tables(document(table))[0].widths
    assert name >= 1000 * len("Roads, buses and") // 84
    assert min(figures) >= 1000 * (len("1274.9") + 2) // 84
    assert figures[2] >= 1000 * len("contributions") // 84  # letters are not broken


def test_figures_that_are_marked_as_accumulated_are_printed_so_and_added() -> None:
    rows = (
        {"title": "甲县", "all": "[40.0]"},
        {"title": "乙县", "all": "〔1,030.5〕"},
        {"id": "total", "title": "合计", "role": "total"},
    )
    (table,) = tables(document({"id": "trees", "title": "造林", "columns": {"all": "五年累计"}, "rows": rows}))
    assert [printed(row)[1] for row in table.rows] == ["[40.0]", "〔1,030.5〕", "1,070.5"]
