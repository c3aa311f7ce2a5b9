import csv
import io
import json
from typing import Any

import pytest
from msgspec.structs import replace

from plan_compiler.document.nodes import DataSet
from plan_compiler.writers.html.downloads import downloads
from tests.documents import sample_document
from tests.writers.test_html import read, written

HOSTILE = [
    "</script><script>alert(1)</script>",
    "]]>",
    "\u202eabc\u202c",
    "😀",
    'a,b"c\r\nd',
    "78.10",
    "=1+1",
    "",
    "长" * 10_000,
]


def files(*rows: tuple[str, ...], title: str = "指标") -> Any:
    dataset = DataSet("targets", title, ("名称", "2025"), rows)
    return {file.kind: file for file in downloads((dataset,))["targets"]}


def rows_of_csv(data: bytes) -> Any:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_table_is_offered_as_csv_and_json() -> None:
    page = written()
    data = page["data/table-1.csv"]
    assert rows_of_csv(data) == [["指标名称", "2020", "2025"], ["规上工业总产值", "78", "220"]]
    offered = [(a["href"], a["download"]) for tag, a in read(page).tags if "download" in a]
    assert offered == [
        ("data/table-1.csv", "主要规划指标.csv"),
        ("data/table-1.json", "主要规划指标.json"),
        ("data/table-2.csv", "重大项目安排表.csv"),
        ("data/table-2.json", "重大项目安排表.json"),
    ]


def test_json_has_every_cell_as_it_is_printed() -> None:
    rows = tuple((cell, "2.50") for cell in HOSTILE)
    value = json.loads(files(*rows, title=HOSTILE[0])["JSON"].data)
    assert value == {
        "version": 1,
        "id": "targets",
        "title": HOSTILE[0],
        "columns": ["名称", "2025"],
        "rows": [[cell, "2.50"] for cell in HOSTILE],
    }


def test_json_of_a_table_without_rows() -> None:
    assert json.loads(files()["JSON"].data)["rows"] == []


@pytest.mark.parametrize(
    ("cell", "written_as"),
    [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+A1", "'+A1"), ("-2+3", "'-2+3"), ("\t=1", "'\t=1"), ("＝1", "'＝1"),
        ("-2.5", "-2.5"), ("+3%", "+3%"), ("-", "-"), ("", ""), ("a=1", "a=1"),
    ],
)  # fmt: skip
def test_no_cell_of_a_spreadsheet_is_a_formula(cell: str, written_as: str) -> None:
    dataset = DataSet("a", "", (cell, "2025"), ((cell, "78"),))
    data = downloads((dataset,))["a"][0].data
    assert rows_of_csv(data) == [[written_as, "2025"], [written_as, "78"]]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("“十四五”主要指标（2021—2025年）", "“十四五”主要指标（2021—2025年）.csv"),
        ("../../etc/passwd", "etc passwd.csv"),
        ("表\u202evsc.exe", "表 vsc exe.csv"),
        ("", "table-1.csv"),
        ("///", "table-1.csv"),
        ("长" * 500, "长" * 60 + ".csv"),
    ],
)
def test_name_of_a_saved_file_is_plain(title: str, name: str) -> None:
    assert files(title=title)["CSV"].name == name


def test_page_and_files_agree() -> None:
    document = sample_document()
    page = written(replace(document, datasets=document.datasets[:1]))
    assert [name for name in page if name.startswith("data/")] == ["data/table-1.csv", "data/table-1.json"]
    assert len([link for link in read(page).links if link.startswith("data/")]) == 2
