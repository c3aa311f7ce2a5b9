"""The texts of a plan: which strings are read as prose, and where their faults stand."""

from plan_compiler.diagnostics import Place
from plan_compiler.read.plan import read_plan
from plan_compiler.read.texts import MAX_FAULTS
from plan_compiler.read.tree import MemoryTree
from tests.read.plans import findings, read, source_of

PLAN = "title: 例\nperiod: 2021-2025\nchapters:\n  - title: {title}\n    body: {body}\n"


def test_every_text_is_read_and_no_label() -> None:
    source = source_of(
        {
            "plan.yaml": PLAN.format(title="总则", body="[文, {box: {title: 专栏, body: 框}}]"),
            "organizations.yaml": "- {id: a, name: '**局**'}\n",
        }
    )
    assert list(source.texts) == [("chapters", 0, "body", 0), ("chapters", 0, "body", 1, "box", "body")]


def test_a_form_in_a_label() -> None:
    plan = PLAN.format(title="'拆除[12157户](:=demolished)和{{ a }}'", body="文")
    (found,) = findings({"plan.yaml": plan})
    assert (found.code, found.where) == ("TXT004", "plan.yaml:4:15")
    assert found.message == "“title”照字面印出，不能含“[12157户](:=demolished)”"
    assert found.hint == "改成文字，或写到正文里：拆除12157户和…"


def test_half_a_form_in_a_label() -> None:
    (found,) = findings({"plan.yaml": PLAN.format(title="'拆除{{ a'", body="文")})
    assert (found.code, found.where) == ("TXT004", "plan.yaml:4:12")


def test_a_text_fault_is_a_place_with_its_words_and_a_fix() -> None:
    (diagnostic,) = read({"plan.yaml": PLAN.format(title="总则", body="拆除［12户］（=a）。")}).diagnostics
    place = Place(("chapters", 0, "body"), 2, 11)
    assert diagnostic.where == place
    assert diagnostic.subject == "［12户］（=a）"
    assert diagnostic.fix is not None
    assert (diagnostic.fix.where, diagnostic.fix.replacement) == (place, "[12户](=a)")


def test_a_correction_over_several_lines_is_the_form_alone() -> None:
    (found,) = findings({"plan.yaml": PLAN.format(title="总则", body="|\n      见[表\n      一](#t)。")})
    assert (found.code, found.hint) == ("TXT001", "改成：[](#t)")


def test_what_a_finding_shows_is_short() -> None:
    (found,) = findings({"plan.yaml": PLAN.format(title="总则", body="甲" * 1000 + "[](t)")})
    assert found.hint == "改成：[](#t)"
    (found,) = findings({"plan.yaml": PLAN.format(title="总则", body="见[" + "甲" * 1000 + "](https://a)")})
    assert len(found.message) < 500


def test_faults_of_one_text_are_limited() -> None:
    found = findings({"plan.yaml": PLAN.format(title="总则", body="'" + "{{ " * 1000 + "'")})
    assert len(found) == MAX_FAULTS


def test_texts_of_another_version_are_not_parsed_again_but_those_with_faults() -> None:
    body = "[文*中*字, 拆除［12户］（=a）, {text}]"
    old = read({"plan.yaml": PLAN.format(title="总则", body=body.format(text="旧"))})
    tree = MemoryTree({"plan.yaml": PLAN.format(title="总则", body=body.format(text="新**文**"))})
    alone, beside = read_plan(tree), read_plan(tree, like=old)
    assert alone.source is not None and beside.source is not None and old.source is not None
    assert beside.source.texts == alone.source.texts
    assert beside.diagnostics == alone.diagnostics != ()
    same = ("chapters", 0, "body", 0)
    assert beside.source.texts[same] is old.source.texts[same]
