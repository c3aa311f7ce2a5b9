from typing import Any

import pytest
from msgspec.structs import replace

from plan_compiler.document.inlines import Marked
from plan_compiler.document.nodes import Table, TableCell, TableRow, TableTools
from plan_compiler.writers.html import paged_files
from tests.documents import sample_document, text
from tests.writers.test_html import THEME, body, read, written

HEAD = TableRow(tuple(TableCell(text(t), role="header") for t in ("名称", "性质", "投资")), (), "header")


def project(name: str, nature: str, value: str, *owners: str) -> TableRow:
    cells = (TableCell(text(name), role="name"), TableCell(text(nature)), TableCell(text(value), value=value))
    return TableRow(cells, (), anchor=name, choices=((nature,), owners))


def projects(*rows: TableRow, header: tuple[TableRow, ...] = (HEAD,), adds: bool = True) -> Any:
    table = next(block for block in sample_document().parts[3].blocks if isinstance(block, Table))
    tools = TableTools(("性质", "单位"), ("words", "", "amount"), adds)
    return body(
        replace(table, columns=("名称", "性质", "投资"), widths=(400, 300, 300), header=header, rows=rows, tools=tools)
    )


ROWS = (
    project("甲", "续建", "3", "住建局", "水利局"),
    project("乙", "新建", "4.5", "水利局"),
    project("丙", "续建", "5"),
)


def tags(document: Any) -> Any:
    return read(written(document)).tags


def test_rows_are_chosen_by_what_they_have() -> None:
    page = tags(projects(*ROWS))
    assert [a["value"] for tag, a in page if tag == "option"] == ["", "0.0", "0.1", "", "1.0", "1.1"]
    assert [a.get("data-options") for tag, a in page if a.get("class") == "row"] == ["0.0 1.0 1.1", "0.1 1.1", "0.0"]


def test_options_say_how_many_rows_they_give() -> None:
    page = written(projects(*ROWS))["index.html"].decode()
    for option in ("续建 (2)", "新建 (1)", "住建局 (1)", "水利局 (2)"):
        assert f">{option}</option>" in page


def test_columns_say_what_they_are_sorted_by() -> None:
    page = tags(projects(*ROWS))
    assert [a.get("data-sort") for tag, a in page if tag == "th" and "header" in a["class"]] == [
        "words",
        None,
        "amount",
    ]
    assert [a["data-value"] for _, a in page if "data-value" in a] == ["3", "4.5", "5"]


def test_a_header_of_several_rows_sorts_nothing() -> None:
    wide = replace(HEAD, cells=(replace(HEAD.cells[0], colspan=3),))
    for header in ((HEAD, HEAD), (wide,)):
        assert not any("data-sort" in a for _, a in tags(projects(*ROWS, header=header)))


@pytest.mark.parametrize("adds", [True, False])
def test_amounts_that_are_not_exact_are_not_added_up(adds: bool) -> None:
    tools = next(a for tag, a in tags(projects(*ROWS, adds=adds)) if a.get("class") == "filters")
    assert ("data-sum" in tools) == adds


def test_hostile_values_are_words_of_the_options() -> None:
    evil = '"><script>alert(1)</script>'
    page = tags(projects(project("甲", evil, "1", evil)))
    assert [a["src"] for tag, a in page if tag == "script" and not a["src"].startswith("assets/")] == []
    assert [a["data-options"] for _, a in page if "data-options" in a] == ["0.0 1.0"]


def test_paper_has_no_tools() -> None:
    page = paged_files(projects(*ROWS), THEME, {})["index.html"].decode()
    for trace in ("<form", "data-sort", "data-options", "<select"):
        assert trace not in page


def test_widths_of_columns_are_those_of_the_table() -> None:
    for files, sheet in (
        (written(projects(*ROWS)), "assets/style.css"),
        (paged_files(projects(*ROWS), THEME, {}), "paged.css"),
    ):
        assert ".w-300 { width: 30%; }" in files[sheet].decode()
        assert '<col class="w-300">' in files["index.html"].decode()


@pytest.mark.parametrize("paged", [False, True])
def test_comments_of_a_row_stand_in_the_cell_of_its_name(paged: bool) -> None:
    found = Marked("comment", text("5"), "合计应为 6\n出处", "error", "错误 SUM101", number=3)
    total = TableRow(
        (TableCell(text("合计"), role="name"), TableCell(()), TableCell((found,), align="right")), (), "total"
    )
    files = paged_files(projects(*ROWS, total), THEME, {}) if paged else written(projects(*ROWS, total))
    page = files["index.html"].decode()
    name = page[page.index(">合计<") : page.index("</th>", page.index(">合计<"))]
    assert "3 错误 SUM101</b> 合计应为 6</div>" in name
    assert page.count("合计应为 6</div>") == 1
