"""Files parsed ahead, by another process: the same plan, the same places, the same findings."""

from pathlib import Path

import pytest

from plan_compiler import beside
from plan_compiler.read import ahead
from plan_compiler.read.ahead import parser_ahead
from plan_compiler.read.nodes import FileRoot, Mapping, Node, Scalar, Sequence
from plan_compiler.read.parse import parse
from plan_compiler.read.parsed import Budget, Parsed, Parser
from plan_compiler.read.plan import read_plan
from plan_compiler.read.text import FileText
from plan_compiler.read.tree import FolderTree, MemoryTree, TreeFault

CONTENT = Path(__file__).parents[2] / "content"
MANY = "".join(f"- id: project_{number}\n  name: 工程{number}\n" for number in range(2_000))
PLAN = {
    "plan.yaml": "title: 规划\nperiod: 2021-2025\nchapters: [chapters/first.yaml, chapters/second.yaml]\n",
    "chapters/first.yaml": f"title: 总则\nbody: ['{'文' * 9_000}']\n",
    "chapters/second.yaml": f"title: 附则\nbody: ['{'字' * 9_000}']\n",
}


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (ahead, beside):
        monkeypatch.setattr(module, "has_room", lambda: True)


def shape(node: Node) -> object:
    """A node with all that it holds, to compare by."""
    match node:
        case Scalar(value, start, end, style):
            return value, start, end, style
        case Sequence(start, flow, end, items):
            return start, flow, end, [shape(item) for item in items]
        case Mapping(start, flow, end, keys, values, quoted):
            return start, flow, end, *keys.items(), quoted, [(key, shape(each)) for key, each in values.items()]
        case FileRoot():
            raise AssertionError


def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are parsed in this process, as they are."""
    here: list[str] = []

    def counted(text: FileText, budget: Budget) -> Parsed:
        here.append(text.path)
        return parse(text, budget)

    monkeypatch.setattr(ahead, "parse_now", counted)
    return here


def test_the_same_plan_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = FolderTree(CONTENT)
    parser = parser_ahead(tree)
    here = asked(monkeypatch)
    quick, ordinary = read_plan(tree, parser), read_plan(tree)
    assert not here
    assert quick.source is not None and ordinary.source is not None
    assert quick.source.plan == ordinary.source.plan
    assert quick.source.texts == ordinary.source.texts
    assert quick.diagnostics == ordinary.diagnostics


def test_every_node_is_where_it_was() -> None:
    files = {path.relative_to(CONTENT).as_posix(): path.read_text("utf-8") for path in CONTENT.glob("*/*.yaml")}
    listed = "chapters: [" + ", ".join(files) + "]\n"
    parser = parser_ahead(MemoryTree({**files, "plan.yaml": listed}))
    assert parser is not None
    assert shapes(files, parser) == shapes(files, parse)


def test_nodes_count_as_if_they_were_read_now() -> None:
    parser = parser_ahead(MemoryTree({"tables/a.yaml": MANY}))
    assert parser is not None
    ahead_of, now = Budget(), Budget()
    parser(FileText("tables/a.yaml", MANY), ahead_of)
    parse(FileText("tables/a.yaml", MANY), now)
    assert ahead_of.nodes == now.nodes < Budget().nodes


def test_this_process_takes_its_share_of_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"tables/{name}.yaml": MANY for name in "abc"}
    trees = MemoryTree(files), MemoryTree(files)
    alone, shared = parser_ahead(trees[0], meanwhile=None), parser_ahead(trees[1], meanwhile=1_000)
    here = asked(monkeypatch)
    assert alone is not None and shared is not None
    expected = shapes(files, parse)
    assert shapes(files, alone) == expected
    assert not here
    assert shapes(files, shared) == expected
    assert len(here) == 1


def shapes(files: dict[str, str], parser: Parser) -> list[object]:
    roots = [parser(FileText(path, text), Budget()).root for path, text in files.items()]
    return [shape(root) for root in roots if root is not None]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"chapters/first.yaml": "title: 总则\nbody: [改了]\n"}, id="changed meanwhile"),
        pytest.param({"chapters/first.yaml": f"title: [总则\nbody: ['{'文' * 9_000}']\n"}, id="no YAML"),
        pytest.param({"chapters/first.yaml": f"title: &a 总则\nbody: ['{'文' * 9_000}']\n"}, id="with a fault"),
        pytest.param({"chapters/first.yaml": f"title: 总则\nbody: ['{'文' * 9_000}']\n".encode("gbk")}, id="in GBK"),
        pytest.param({"chapters/first.yaml": b"\xff" * 90_000}, id="no text"),
        pytest.param({"chapters/first.yaml": ""}, id="empty"),
    ],
)
def test_what_is_not_as_foreseen_is_told_as_ever(changed: dict[str, str | bytes]) -> None:
    now = MemoryTree({**PLAN, **changed})
    for before in (MemoryTree(dict(PLAN)), now):
        parser = (
            parser_ahead(before) if before is not now else parser_ahead(MemoryTree({**PLAN, **changed, "z.yaml": MANY}))
        )
        assert parser is not None
        quick, ordinary = read_plan(now, parser), read_plan(now)
        assert quick.diagnostics == ordinary.diagnostics
        assert quick.files == ordinary.files
        assert (quick.source and quick.source.plan) == (ordinary.source and ordinary.source.plan)


def test_no_more_nodes_than_a_plan_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    text = FileText("tables/a.yaml", MANY)
    parser = parser_ahead(MemoryTree({"tables/a.yaml": MANY}))
    assert parser is not None
    assert [fault.kind.code for fault in parser(text, Budget(20)).faults] == ["YAM109"]


def test_small_plans_and_lone_processors_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parser_ahead(MemoryTree({"plan.yaml": "title: 规划\n"})) is None
    monkeypatch.setattr(ahead, "has_room", lambda: False)
    assert parser_ahead(FolderTree(CONTENT)) is None


def test_only_what_a_plan_names_is_read_and_no_more_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    class Watched(MemoryTree):
        def read(self, path: str) -> bytes | TreeFault:
            content = super().read(path)
            opened.extend([path] if isinstance(content, bytes) else [])
            return content

    stray = {"data/c.yaml": MANY, "build/d.yaml": MANY, "e.yaml": MANY, ".tables/f.yaml": MANY}
    parser_ahead(Watched({**PLAN, **stray, "tables/notes.txt": MANY, "tables/a.yaml": MANY}))
    assert sorted(opened) == ["chapters/first.yaml", "chapters/second.yaml", "plan.yaml", "tables/a.yaml"]

    opened.clear()
    monkeypatch.setattr(ahead, "_MOST_BYTES", 100_000)
    parser_ahead(Watched({**PLAN, **{f"tables/{number}.yaml": MANY for number in range(9)}}))
    assert len(opened) < 5
