from typing import Any

from plan_compiler.document.inlines import Footnote, NumberText, Text, plain_text
from plan_compiler.document.nodes import Document, Table, TableRow
from plan_compiler.lower import lower
from tests.lower.plans import linked_plan


def project(entity: str, **more: Any) -> Any:
    fields = {"name": f"项目{entity}", "scope": "道路。", "nature": "续建", "period": "2019-2024", "owner": "集团"}
    return {"id": entity, "total": "100", "in_period": "60.5", **fields, **more}


def annex(**more: Any) -> Any:
    categories = (
        {
            "id": "roads",
            "title": "基础设施",
            "stated": {"total": "999"},
            "projects": (project("r1", note="含二期。"), project("r2", owner=("jt", "区教育局"))),
        },
        {"id": "parks", "title": "生态", "projects": (project("p1", in_period="40"),)},
    )
    return {"id": "annex", "title": "项目安排表", "unit": "万元", "categories": categories, **more}


def document(**more: Any) -> Document:
    return lower(linked_plan(annex=annex(**more), organizations=({"id": "jt", "name": "建投集团"},)))


def table(**more: Any) -> Table:
    return table_of(document(**more))


def table_of(found: Document) -> Table:
    part = found.parts[3]
    assert (part.role, part.orientation) == ("annex", "landscape")
    (table,) = part.blocks
    assert isinstance(table, Table)
    return table


def printed(row: TableRow) -> list[str]:
    return [plain_text(cell.inlines) for cell in row.cells]


def test_rows_in_printed_order() -> None:
    assert [(r.role, printed(r)[0], r.anchor) for r in table().rows] == [
        ("group", "一", "roads"),
        ("row", "1", "r1"),
        ("row", "2", "r2"),
        ("subtotal", "小计", ""),
        ("group", "二", "parks"),
        ("row", "3", "p1"),
        ("subtotal", "小计", ""),
        ("total", "合计", ""),
    ]


def test_grand_total_at_the_top() -> None:
    assert [r.role for r in table(total_at="top").rows][:2] == ["total", "group"]


def test_published_totals_are_printed_and_the_others_computed() -> None:
    rows = table().rows
    assert printed(rows[3]) == ["小计", "999", "121.0", ""]
    assert rows[3].cells[1].inlines == (NumberText("999", "roads.total"),)
    assert printed(rows[6]) == ["小计", "100", "40.0", ""]
    assert printed(rows[7]) == ["合计", "300", "161.0", ""]
    assert rows[7].cells[0].colspan == 5


def test_a_computed_total_is_written_as_its_column() -> None:
    projects = (project("p1", total="57.0", in_period="1,020"), project("p2", total="21", in_period="15"))
    found = table(categories=({"id": "c", "title": "类", "projects": projects},), stated=None)
    assert [printed(row)[1:3] for row in found.rows[-2:]] == [["78.0", "1,035"]] * 2


def test_total_of_an_unknown_figure_is_left_empty() -> None:
    linked = linked_plan(annex=annex())
    bare = type(linked)(**{f: getattr(linked, f) for f in type(linked).__struct_fields__} | {"figures": {}})
    assert printed(table_of(lower(bare)).rows[-1]) == ["合计", "", "", ""]


def test_amounts_of_other_units_are_converted_and_other_kinds_left_out() -> None:
    def total(amount: Any) -> Any:
        category = {"id": "c", "title": "类", "projects": (project("p", total=amount, in_period="1"),)}
        return printed(table(categories=(category,)).rows[-1])[1]

    assert total("1.2亿元") == "12000"
    assert total("3户") == ""


def test_owners_are_printed_by_name() -> None:
    assert printed(table().rows[2])[-1] == "建投集团、区教育局"


def test_note_of_a_project_is_a_footnote_of_its_scope() -> None:
    assert table().rows[1].cells[2].inlines == (Text("道路。"), Footnote(1, (Text("含二期。"),)))


def test_column_titles_and_unit() -> None:
    default = table()
    assert default.columns[5:7] == ("总投资（万元）", "规划期内投资（万元）")
    assert default.unit == ""
    named = table(columns={"in_period": "十四五投资", "serial": "编号"})
    assert (named.columns[0], named.columns[6], named.unit) == ("编号", "十四五投资", "万元")


def test_caption_contents_and_data() -> None:
    found = document(note="金额为估算。")
    assert (found.contents[-1].label, found.contents[-1].anchor) == ("附表：", "annex")
    assert plain_text(table_of(found).notes[0].inlines) == "注：金额为估算。"
    (data,) = found.datasets
    assert data.columns[:2] == ("类别", "序号")
    assert data.rows[2] == ("生态", "3", "项目p1", "道路。", "续建", "2019-2024", "100", "40", "集团")


def test_plan_without_annex_has_no_such_part() -> None:
    assert [p.role for p in lower(linked_plan()).parts] == ["cover", "contents", "body"]


def test_words_of_english_annexes_are_not_broken() -> None:
    def nature(word: str) -> tuple[int, ...]:
        return table(
            categories=({"id": "roads", "title": "基础设施", "projects": (project("r1", nature=word),)},)
        ).widths

    chinese, english = nature("续建"), nature("continued")
    assert chinese[3] < english[3]
    assert english[2] < chinese[2]
    assert sum(chinese) == sum(english) == 1000
