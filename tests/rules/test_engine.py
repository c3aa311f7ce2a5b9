"""The engine: what becomes of a rule that breaks off, and of rules that are run beside others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_compiler.beside import beside
from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.link import link
from plan_compiler.pipeline.checking import load
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import FolderTree, MemoryTree
from plan_compiler.rules.engine import judge
from plan_compiler.rules.foreign.faults import UNUSABLE
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.registry import Rule, rules
from plan_compiler.rules.subject_matter import SubjectMatter

PLAN = b"title: A\nperiod: 2021-2025\nchapters: [{title: B, body: C}]\n"
KIND = Kind("TXT999", "of-the-test", Severity.ERROR, Message("甲", "A"), {"message": Message("乙", "B")})


def test_a_rule_that_breaks_off_is_one_finding_and_keeps_what_was_found() -> None:
    def breaks_off(matter: SubjectMatter) -> Iterator[Outcome]:
        yield Diagnostic(KIND, Place(("title",)), {})
        raise ZeroDivisionError("of all things")

    def goes_on(matter: SubjectMatter) -> Iterator[Outcome]:
        yield Diagnostic(KIND, Place(("period",)), {})

    source = read_plan(MemoryTree({"plan.yaml": PLAN})).source
    assert source is not None
    linked, _ = link(source.plan, source.texts, source.poisoned, source.incomplete)
    found = judge(linked, [Rule(KIND, breaks_off), Rule(KIND, goes_on)]).diagnostics
    assert [diagnostic.kind.code for diagnostic in found] == ["TXT999", UNUSABLE.code, "TXT999"]
    assert found[1].args["code"] == "TXT999"
    assert "ZeroDivisionError" in found[1].args["error"]
    assert found[1].args["at"].startswith("tests/") or "test_engine.py" in found[1].args["at"]


CASES = [path.parent for path in sorted((Path(__file__).parent.parent / "golden/cases").rglob("plan.yaml"))]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_rules_run_beside_the_others_come_to_the_same(case: Path) -> None:
    loaded = load(FolderTree(case))
    assert loaded.linked is not None
    assert judge(loaded.linked, rules(), start=beside) == judge(loaded.linked, rules())
