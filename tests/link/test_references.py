"""Ids and names: what is declared, what is used, and what leads nowhere."""

import pytest

from plan_compiler.diagnostics import Diagnostic, Place
from plan_compiler.link.likeness import Likeness
from plan_compiler.link.link import link
from plan_compiler.link.linked import SymbolKind
from plan_compiler.model.plan import Plan
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree
from tests.link.plans import ANNEX, HEAD, INDICATORS, Linked, linked, linked_facts, linked_text

DATA = {"indicators.yaml": INDICATORS, "annex.yaml": ANNEX}


def only(plan: Linked) -> Diagnostic:
    (diagnostic,) = plan.diagnostics
    return diagnostic


def start(diagnostic: Diagnostic) -> int | None:
    assert isinstance(diagnostic.where, Place)
    return diagnostic.where.start


def test_every_entity_with_an_id_is_a_symbol() -> None:
    plan = linked(
        {
            "plan.yaml": HEAD
            + """\
chapters:
  - id: review
    title: 回顾
    body:
      - 拆除[12157户](:=demolished)。
      - box: {id: works, title: 工程, body: 略}
      - figure: {id: road_map, title: 路网图, alt: 路网, file: 待补}
      - list: {id: nine, items: [甲, 乙]}
""",
            "facts.yaml": "- {id: area, name: 面积, value: 28平方公里}\n",
            "assertions.yaml": "- {id: positive, that: area > 0平方公里, because: 面积是正数}\n",
            "organizations.yaml": "- {id: bureau, name: 建设局}\n",
            **DATA,
        }
    )
    kinds = {symbol.id: symbol.kind for symbol in plan.plan.symbols.by_id.values()}
    assert kinds == {
        "review": SymbolKind.SECTION,
        "works": SymbolKind.BOX,
        "road_map": SymbolKind.FIGURE,
        "nine": SymbolKind.LIST,
        "targets": SymbolKind.INDICATOR_TABLE,
        **dict.fromkeys(("output", "revenue", "air"), SymbolKind.INDICATOR),
        "annex": SymbolKind.ANNEX,
        **dict.fromkeys(("roads", "parks"), SymbolKind.CATEGORY),
        **dict.fromkeys(("r1", "r2", "p1"), SymbolKind.PROJECT),
        **dict.fromkeys(("area", "demolished"), SymbolKind.FACT),
        "positive": SymbolKind.ASSERTION,
        "bureau": SymbolKind.ORGANIZATION,
    }
    assert plan.plan.symbols.by_name["规上工业总产值"].id == "output"
    assert plan.plan.symbols.by_id["demolished"].home == Place(("chapters", 0, "body", 0), 13, 23)
    assert plan.diagnostics == ()


def test_a_duplicate_shows_the_first() -> None:
    text = "拆除[12157户](:=output)，又[12户](:=demolished)，再[13户](:=demolished)。"
    plan = linked_text(text, DATA)
    assert plan.names == ["duplicate-id", "duplicate-id"]
    first, second = plan.diagnostics
    span = text.index("demolished"), text.index("demolished") + len("demolished")
    assert first.related[0].where == Place(("indicators", 0, "groups", 0, "indicators", 0, "id"))
    assert second.related[0].where == Place(("chapters", 0, "body"), *span)
    assert plan.quantity("demolished").nominal == 12
    assert plan.quantity("output[2020]").nominal == 78


@pytest.mark.parametrize(
    ("wrong", "near"),
    [("demolishd", "demolished"), ("规上工业产值", "规上工业总产值"), ("xyz", None), ("x" * 99, None)],
)
def test_an_undefined_reference_suggests_the_nearest(wrong: str, near: str | None) -> None:
    text = f"拆除[12157户](:=demolished)，即{{{{ demolished + {wrong} }}}}。"
    plan = linked_text(text, DATA)
    diagnostic = only(plan)
    assert diagnostic.kind.name == "undefined-reference"
    assert (diagnostic.hint, diagnostic.args.get("near")) == ("near" if near else "hint", near)
    assert start(diagnostic) == text.index(wrong)
    assert plan.form(1).printed == ""


@pytest.mark.parametrize("broken", ["- {id: lost, name: 面积, value: '28}\n", "\ufffe"])
def test_what_a_file_that_cannot_be_read_may_declare_is_no_finding(broken: str) -> None:
    plan = b"title: A\nperiod: 2021-2025\nchapters: [{title: B, body: '\xe8\xa7\x81[](#b), {{ gone }}'}]\n"
    read = read_plan(MemoryTree({"plan.yaml": plan, "facts.yaml": broken.encode()}))
    assert read.source is not None
    assert read.source.unread == {"facts.yaml"}
    source = read.source
    assert link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread)[1] == ()
    assert link(source.plan, source.texts, source.poisoned, source.incomplete)[1] != ()


def test_poisoned_ids_are_no_findings() -> None:
    plan = Plan.model_validate(
        {"title": "例", "period": "2021-2025", "chapters": (), "facts": [{"id": "a", "formula": "b + 1"}]}
    )
    linked_plan, diagnostics = link(plan, {}, frozenset({"b"}), frozenset())
    assert diagnostics == ()
    assert linked_plan.poisoned == {"b"}
    assert getattr(linked_plan.figures["a"].result, "reason", "") == "poisoned"


def test_names_serve_as_references_unless_shared() -> None:
    facts = (
        "- {id: a, name: 面积, value: 1公顷}\n- {id: b, name: 面积, value: 2公顷}\n- {id: c, name: 长度, value: 3米}\n"
    )
    plan = linked_text("共{{ 面积 }}，长{{ 长度 }}，产值{{ 规上工业总产值[2025] }}。", {"facts.yaml": facts, **DATA})
    diagnostic = only(plan)
    assert diagnostic.kind.name == "ambiguous-name"
    assert [related.args["id"] for related in diagnostic.related] == ["a", "b"]
    assert plan.form(1).needs == ("c",)
    assert plan.form(2).needs == ("output[2025]",)


def test_findings_stay_short_whatever_the_plan_holds() -> None:
    facts = "".join(f"- {{id: a{number}, name: 面积, value: 1公顷}}\n" for number in range(50))
    diagnostic = only(linked_text("共{{ 面积 }}。", {"facts.yaml": facts}))
    assert diagnostic.args["ids"].endswith(", …")
    assert len(diagnostic.related) == 12


def test_every_use_has_its_place() -> None:
    text = "产值[220亿元](=output[2025])，是{{ output[2025] / 规上工业总产值[2020] }}倍，见[](#targets)，共[3项](=count(r1))。"
    body = f"chapters:\n  - title: 回顾\n    body:\n      - |\n        {text}\n      - table: targets\n"
    organizations = "- {id: bureau, name: 建设局}\n"
    annex = ANNEX.replace("owner: 建设局}", "owner: bureau}", 1).replace(
        "owner: 建设局}", "owner: [建设局, bureau]}", 1
    )
    part = INDICATORS.replace("name: 财政收入,", "name: 财政收入, part_of: output,")
    plan = linked(
        {"plan.yaml": HEAD + body, "indicators.yaml": part, "annex.yaml": annex, "organizations.yaml": organizations}
    )
    uses = plan.plan.symbols.uses
    chapter = ("chapters", 0, "body", 0)
    texts = [text[u.place.start : u.place.end] for u in uses["output"] if u.place.path == chapter]
    assert texts == ["output", "output", "规上工业总产值"]
    assert uses["output"][0].place.path[-1] == "part_of"
    assert [u.place.path for u in uses["targets"]] == [("chapters", 0, "body", 1, "table"), chapter]
    assert [u.place.path[-3:] for u in uses["bureau"]] == [("projects", 0, "owner"), (1, "owner", 1)]


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("{{ output }}", "year-of-indicator", "message"),
        ("{{ output[2024] }}", "year-of-indicator", "unknown"),
        ("{{ r1[2024] }}", "year-of-indicator", "no_years"),
        ("{{ r1 }}", "wrong-reference", "fields"),
        ("{{ targets }}", "wrong-reference", "message"),
        ("{{ r1.cost }}", "unknown-field", "message"),
        ("{{ output.total }}", "unknown-field", "none"),
        ("{{ count(r1) }}", "wrong-reference", "count"),
        ("{{ count(1) }}", "wrong-reference", "count_of"),
        ("{{ count(nine) }}", "undefined-reference", "message"),
        ("{{ self.total }}", "undefined-reference", "self"),
        ("[](#output)", "wrong-reference", "label"),
        ("[](#targets)", "nothing-to-print", "unplaced"),
        ("[](#nothing)", "undefined-reference", "message"),
    ],
)
def test_wrong_references(text: str, name: str, message: str) -> None:
    plan = linked_text(f"如{text}。", DATA)
    diagnostic = only(plan)
    assert (diagnostic.kind.name, diagnostic.message) == (name, message)
    for language in ("zh", "en"):
        sentence = getattr(diagnostic.kind.messages[diagnostic.message], language).format(**diagnostic.args)
        assert sentence
        if diagnostic.hint:
            assert getattr(diagnostic.kind.messages[diagnostic.hint], language).format(**diagnostic.args)


def test_a_missing_year_says_which_exist() -> None:
    assert only(linked_text("{{ 规上工业总产值 }}", DATA)).args["years"] == "2020, 2023, 2025"


def test_self_is_the_project_of_the_text() -> None:
    annex = ANNEX.replace("scope: 略", 'scope: "总投资[100万元](=self.total)，多{{ self.total - self.in_period }}"', 1)
    plan = linked_text("正文。", {"annex.yaml": annex})
    assert plan.form(0).needs == ("r1.total",)
    assert plan.form(1).needs == ("r1.total", "r1.in_period")
    assert plan.diagnostics == ()


def test_part_of_names_an_indicator_and_no_circle() -> None:
    data = INDICATORS.replace("name: 规上工业总产值,", "name: 规上工业总产值, part_of: revenue,")
    data = data.replace("name: 财政收入,", "name: 财政收入, part_of: output,").replace(
        "name: 空气质量,", "name: 空气质量, part_of: targets,"
    )
    plan = linked_text("正文。", {"indicators.yaml": data})
    assert [d.message for d in plan.diagnostics] == ["part_of", "part_of_self"]


def test_parts_without_a_circle() -> None:
    data = INDICATORS.replace("name: 财政收入,", "name: 财政收入, part_of: output,")
    assert linked_text("正文。", {"indicators.yaml": data}).diagnostics == ()


def test_part_of_nothing() -> None:
    data = INDICATORS.replace("name: 财政收入,", "name: 财政收入, part_of: outputs,")
    assert linked_text("正文。", {"indicators.yaml": data}).names == ["undefined-reference"]


def test_a_table_block_names_a_table() -> None:
    body = "chapters:\n  - title: 回顾\n    body:\n      - table: r1\n      - table: none_such\n"
    plan = linked({"plan.yaml": HEAD + body, **DATA})
    assert plan.names == ["wrong-reference", "undefined-reference"]


def test_likeness_stays_quick_with_many_questions() -> None:
    likeness = Likeness(f"word{number}" for number in range(10_000))
    answers = [likeness.nearest(f"wrod{number}") for number in range(300)]
    assert answers[0] is not None
    assert answers[-1] is None
    assert likeness.nearest("wrod0") == answers[0]


def test_of_words_as_like_the_first_is_the_nearest() -> None:
    for letter in "abcdefghijkl":
        words = [f"{letter}35_above", f"{letter}24_above"]
        assert Likeness(words).nearest(f"{letter}25_above") == words[0]
        assert Likeness(reversed(words)).nearest(f"{letter}25_above") == words[1]


def test_ids_of_facts_hide_nothing_of_the_same_name() -> None:
    plan = linked_facts("id: a, name: b, value: 1户", "id: b, value: 2户", "id: c, formula: b")
    assert plan.quantity("c").nominal == 2
