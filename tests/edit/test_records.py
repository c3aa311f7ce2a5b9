"""Entries of waivers.yaml: what is written is what is read, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.edit.records import NoListError, appended, schema_line
from plan_compiler.model.kinds import FileKind
from plan_compiler.model.waivers import Waiver
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree

PLAN = "title: 例\nperiod: 2021-2025\nchapters:\n  - {title: 总则, body: 正文。}\n"
WAIVER = Waiver(code="SUM101", entity="roads", field="stated.total", reason="已刊印", values={"stated": "12"})
WRITTEN = "- code: SUM101\n  entity: roads\n  field: stated.total\n  reason: 已刊印\n  values: {stated: 12}\n"


def read_back(text: str) -> tuple[Waiver, ...]:
    result = read_plan(MemoryTree({"plan.yaml": PLAN, "waivers.yaml": text}))
    assert result.diagnostics == ()
    assert result.source is not None
    return result.source.plan.waivers


@pytest.mark.parametrize(
    "before", ["", "# 说明\n", "# a\n---\n", "- {code: A, reason: b}\n", "- code: A\n  reason: b   # why\n\n# end\n"]
)
def test_an_entry_goes_behind_the_last(before: str) -> None:
    text = appended(before, WAIVER)
    assert text == before.rstrip() + ("\n" if before else "") + WRITTEN
    assert read_back(text)[-1] == WAIVER


def test_indent_and_line_breaks_are_those_of_the_file() -> None:
    text = appended("  - code: A\r\n    reason: b\r\n", WAIVER)
    assert text.endswith("".join(f"  {line}\r\n" for line in WRITTEN.splitlines()))
    assert text.count("\r\n") == text.count("\n")
    assert read_back(text)[-1] == WAIVER


@pytest.mark.parametrize("text", ["[]", "[{code: A, reason: b}]\n", "code: A\n", "text\n"])
def test_another_file_than_a_list_is_refused(text: str) -> None:
    with pytest.raises(NoListError):
        appended(text, WAIVER)


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u2028\u2029"), min_size=1
).filter(lambda text: text == " ".join(text.split()))


@given(WORDS, WORDS, WORDS, st.dictionaries(st.sampled_from(["stated", "computed"]), WORDS))
def test_whatever_is_written_is_read_back(subject: str, reason: str, name: str, values: dict[str, str]) -> None:
    waiver = Waiver(code="NUM401", subject=subject, reason=reason, approved_by=name, values=values)
    text = appended("- {code: A, reason: b}\n", waiver)
    result = read_plan(MemoryTree({"plan.yaml": PLAN, "waivers.yaml": text}))
    assert result.source is not None
    assert result.source.plan.waivers[-1] == waiver


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("# yaml-language-server: $schema=../schemas/plan.schema.json\ntitle: a\n", "../schemas/waivers.schema.json"),
        ("title: a\n", "schemas/waivers.schema.json"),
    ],
)
def test_the_schema_lies_beside_that_of_the_plan(plan: str, expected: str) -> None:
    tree = MemoryTree({"schemas/waivers.schema.json": b"{}"})
    assert schema_line(plan, tree, FileKind.WAIVERS) == f"# yaml-language-server: $schema={expected}\n"


@pytest.mark.parametrize("plan", ["title: a\n", "# yaml-language-server: $schema=own/plan.schema.json\ntitle: a\n"])
def test_a_schema_that_is_not_there_is_not_named(plan: str) -> None:
    assert schema_line(plan, MemoryTree({}), FileKind.WAIVERS) == ""
