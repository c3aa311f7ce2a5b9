"""The files of a plan: which are read, and what is said of those that cannot be."""

import pytest

from plan_compiler.diagnostics import Place, Position, Span
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree, TreeFault
from tests.read.plans import PLAN, codes, findings, read, source_of

LISTED = "title: 例\nperiod: 2021-2025\nchapters:\n  - {}\n"
ANNEX = "id: annex\ntitle: 表\nunit: 万元\ncategories:\n  - projects/a.yaml\n"
CATEGORY = """\
id: roads
title: 道路
projects:
  - id: R1
    name: 甲路
    scope: 长[3公里](:=length)
    nature: 新建
    period: 2021-2022
    total: 100
    in_period: 100
    owner: 城建
"""
TABLE = "id: {}\ntitle: 表\ncolumns: {{2025: 目标}}\ngroups: []\n"


@pytest.mark.parametrize("name", ["indicators/._a.yaml", "indicators/.#a.yaml"])
def test_what_systems_and_editors_hide_in_a_folder_is_no_part_of_the_plan(name: str) -> None:
    source = source_of(
        {"plan.yaml": LISTED.format("title: 甲"), "indicators/a.yaml": TABLE.format("one"), name: "\0\5\x16"}
    )
    assert [table.id for table in source.plan.indicators] == ["one"]
    assert name not in source.files


def test_every_file_finds_its_place_in_the_plan() -> None:
    source = source_of(
        {
            "plan.yaml": "title: 例\nperiod: 2021-2025\nchapters: [chapters/a.yaml, {title: 乙}]\n",
            "chapters/a.yaml": "title: 甲\n",
            "indicators.yaml": TABLE.format("one"),
            "indicators/b.yaml": TABLE.format("three"),
            "indicators/a.yaml": TABLE.format("two"),
            "annex.yaml": ANNEX,
            "projects/a.yaml": CATEGORY,
            "facts.yaml": "- {id: spending, value: 300亿元}\n",
            "assertions.yaml": "- {id: same, that: spending == spending, because: 同一个数}\n",
            "organizations.yaml": "- {id: kejiju, name: 区科技局}\n",
            "waivers.yaml": "- {code: SUM101, reason: 已刊印}\n",
        }
    )
    plan = source.plan
    assert [chapter.title for chapter in plan.chapters] == ["甲", "乙"]
    assert [table.id for table in plan.indicators] == ["one", "two", "three"]
    assert plan.annex is not None
    assert [project.id for project in plan.annex.categories[0].projects] == ["R1"]
    assert (plan.facts[0].id, plan.assertions[0].id, plan.organizations[0].id) == ("spending", "same", "kejiju")
    assert plan.waivers[0].code == "SUM101"
    assert sorted(source.files) == [
        "annex.yaml",
        "assertions.yaml",
        "chapters/a.yaml",
        "facts.yaml",
        "indicators.yaml",
        "indicators/a.yaml",
        "indicators/b.yaml",
        "organizations.yaml",
        "plan.yaml",
        "projects/a.yaml",
        "waivers.yaml",
    ]
    path = ("annex", "categories", 0, "projects", 0, "total")
    span = source.spans.span(Place(path))
    assert span is not None
    assert (span.file, span.start, span.end) == ("projects/a.yaml", Position(9, 12), Position(9, 15))
    assert not source.poisoned
    assert not source.incomplete


def test_a_small_plan_may_hold_its_parts_itself() -> None:
    source = source_of({"plan.yaml": PLAN + "facts:\n  - {id: spending, value: 300亿元}\n"})
    assert source.plan.facts[0].id == "spending"


@pytest.mark.parametrize(
    ("entry", "code", "hint"),
    [
        ("chapters/onne.yaml", "MOD101", "是不是 chapters/one.yaml？"),
        ("one.yaml", "MOD101", "是不是 chapters/one.yaml？"),
        ("导言", "MOD101", "建立这个文件，或改正路径"),
        ("../one.yaml", "MOD102", "从规划文件夹写起，用 / 分隔：one.yaml"),
        ("'chapters\\one.yaml'", "MOD102", "从规划文件夹写起，用 / 分隔：chapters/one.yaml"),
        ("'C:\\plan\\chapters\\one.yaml'", "MOD102", "从规划文件夹写起，用 / 分隔：plan/chapters/one.yaml"),
        ("/chapters/one.yaml", "MOD102", "从规划文件夹写起，用 / 分隔：chapters/one.yaml"),
        ("chapters", "MOD103", "换成普通的文本文件"),
    ],
)
def test_a_listed_file_that_cannot_be_read(entry: str, code: str, hint: str) -> None:
    files = {"plan.yaml": LISTED.format(entry), "chapters/one.yaml": "title: 甲\n"}
    found = [f for f in findings(files) if f.code != "MOD105"]
    assert [(f.code, f.where, f.hint) for f in found] == [(code, "plan.yaml:4:5", hint)]
    source = source_of(files)
    assert source.plan.chapters == ()
    assert source.incomplete == {("chapters",)}


def test_a_file_listed_twice() -> None:
    plan = LISTED.format("a.yaml\n  - ./a.yaml")
    assert codes({"plan.yaml": plan, "a.yaml": "title: 甲\n"}) == ["MOD106"]


def test_a_part_given_twice() -> None:
    plan = PLAN + "facts:\n  - {id: spending, value: 300亿元}\n"
    files = {"plan.yaml": plan, "facts.yaml": "- {id: revenue, value: 1户}\n"}
    assert [(f.code, f.where) for f in findings(files)] == [("MOD106", "plan.yaml:6:1")]
    assert "revenue" in source_of(files).poisoned


@pytest.mark.parametrize("text", ["", "# 数据\n", "---\n", "~\n"])
def test_an_empty_file(text: str) -> None:
    assert codes({"facts.yaml": text}) == ["MOD104"]


@pytest.mark.parametrize(
    ("file", "text"),
    [("facts.yaml", "id: a\n"), ("facts.yaml", "甲\n"), ("annex.yaml", "- a\n"), ("plan.yaml", "- a\n")],
)
def test_a_file_of_the_wrong_type(file: str, text: str) -> None:
    assert [(f.code, f.where) for f in findings({file: text})] == [("MOD201", f"{file}:1:1")]


def test_a_file_beside_the_listed_ones_is_noticed() -> None:
    files = {
        "plan.yaml": LISTED.format("chapters/a.yaml"),
        "chapters/a.yaml": "title: 甲\n",
        "chapters/b.yaml": "title: 乙\n",
    }
    assert [(f.code, f.where) for f in findings(files)] == [("MOD105", "chapters/b.yaml:1:1")]
    assert [(f.code, f.hint) for f in findings({"fact.yaml": "a"})] == [("MOD105", "是不是应该叫 facts.yaml？")]
    assert codes({"facts.yml": "a"}) == ["MOD105"]
    assert codes({"compose.yaml": "a", "notes.txt": "b"}) == []


def test_an_unparsable_file_poisons_its_ids_and_those_of_the_files_it_lists() -> None:
    files = {"annex.yaml": ANNEX + "note: a: b\n", "projects/a.yaml": CATEGORY}
    source = source_of(files)
    assert source.poisoned >= {"annex", "roads", "R1", "length"}
    assert source.plan.annex is None
    assert ("annex",) in source.incomplete


def test_a_file_in_another_encoding_poisons_its_ids() -> None:
    source = source_of({"facts.yaml": "- id: spending\n  name: 支出的合计\n".encode("gb18030")})
    assert "spending" in source.poisoned


def test_an_unreadable_plan_is_no_plan() -> None:
    for text in ("a: b: c\n", "", "- a\n", "title: 例\n", "title: 例\nperiod: 2021-2025\nchapters: 总则\n"):
        assert read({"plan.yaml": text}).source is None


def test_a_fault_does_not_hide_those_of_other_files() -> None:
    files = {"facts.yaml": "- id: a: b\n", "organizations.yaml": "- id: x-y\n  name: 局\n", "annex.yaml": ANNEX}
    assert codes(files) == ["YAM101", "MOD101", "MOD206"]


class Refusing(MemoryTree):
    """A tree that holds a file and does not give it."""

    def __init__(self, files: dict[str, str | bytes], fault: TreeFault) -> None:
        super().__init__(files)
        self._fault = fault

    def read(self, path: str) -> bytes | TreeFault:
        return self._fault if path == "a.yaml" else super().read(path)


@pytest.mark.parametrize(
    ("fault", "code", "message"),
    [
        (TreeFault.OUTSIDE, "MOD102", "link"),
        (TreeFault.TOO_LARGE, "YAM109", "message"),
        (TreeFault.UNREADABLE, "MOD103", "message"),
        (TreeFault.NOT_A_FILE, "MOD103", "not_a_file"),
    ],
)
def test_what_a_tree_refuses(fault: TreeFault, code: str, message: str) -> None:
    result = read_plan(Refusing({"plan.yaml": LISTED.format("a.yaml")}, fault))
    (diagnostic,) = result.diagnostics
    assert (diagnostic.kind.code, diagnostic.message) == (code, message)
    assert isinstance(diagnostic.where, Span)
    assert diagnostic.where.start == Position(4, 5)
