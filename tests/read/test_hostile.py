"""Input made to harm: it costs bounded time and memory, opens nothing, and never raises."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree
from tests.read.plans import PLAN, findings

GOOD = """\
title: 例
period: 2021-2025
numbering: [一、, （一）]
vocabulary: {nature: {缓建: delayed}}
chapters:
  - title: 总则
    body:
      - |
        拆除[12157户](:=demolished)，达到[99.9%](=demolished / demolished)，见[](#t)。
        - 甲
        - **乙**^[注]
      - box: {title: 专栏, body: "{{ demolished | 0 }}"}
      - list: {id: nine, items: [甲, 乙]}
    sections:
      - {title: 一, numbered: false}
indicators:
  - {id: t, title: 表, columns: {2025: 目标}, groups: [{title: 甲, indicators: []}]}
annex:
  id: annex
  title: 表
  unit: 万元
  categories:
    - id: c
      title: 类
      projects:
        - {id: R1, name: 路, scope: 长, nature: 新建, period: '2021', total: 1.50, in_period: 1, owner: [甲]}
facts:
  - {id: spending, value: 300亿元}
"""


def quick(files: dict[str, str | bytes]) -> None:
    started = time.process_time()
    read_plan(MemoryTree({"plan.yaml": PLAN, **files}))
    assert time.process_time() - started < 30


def test_an_alias_bomb_is_not_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    quick({"facts.yaml": bomb})
    found = findings({"facts.yaml": bomb})
    assert "YAM108" in {f.code for f in found}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "{a: " * 50_000,
        "- " * 100_000,
        "? " * 50_000,
        "a: " * 50_000,
        "- " + "甲" * 300_000,
        "- '" + "'" * 300_000,
        '- "' + "\\x41" * 100_000 + '"',
        "- |\n" + "  \n" * 50_000,
        "- a: 1\n" + "  a: 1\n" * 10_000,
        "- {" + ", ".join(f"k{n}: v" for n in range(20_000)) + "}",
        "- &a " * 20_000,
        "\t" * 100_000,
        "a：" * 50_000,
        "- id: a\n" * 20_000,
        "- a #b\n" * 100_000,
        "\n".join("　" * n for n in range(1500)),
        "\0" * 100_000,
    ],
    ids=lambda text: repr(text[:10]),
)
def test_large_and_deep_files_take_bounded_time(text: str) -> None:
    quick({"facts.yaml": text})


def test_a_long_line_in_a_body() -> None:
    for piece in (
        "[12户](:=x)，",
        "[",
        "{{ a }}",
        "{{",
        "**",
        "*a ",
        "(",
        "［甲］",
        "［",
        "^[甲]",
        "^[a]",
        "^[",
        "\\[",
        "《甲》",
        "[](",
        "<a",
        "`",
    ):
        body = piece * (50_000 // len(piece))
        quick({"plan.yaml": f"title: 例\nperiod: 2021-2025\nchapters:\n  - body: |\n      {body}\n"})


@pytest.mark.parametrize("line", ["", "- 甲", "  乙", "| 甲 |", "1. 甲", "    丙", "> 丁", "　戊", "---", "* 己", "\\"])
def test_a_body_of_many_lines(line: str) -> None:
    body = "      - 首\n" + f"      {line}\n" * 20_000 + "        尾\n"
    quick({"plan.yaml": f"title: 例\nperiod: 2021-2025\nchapters:\n  - body: |\n{body}"})


@pytest.mark.parametrize("name", ["plan.yaml", "facts.yaml"])
@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=200))
def test_random_bytes_never_raise(name: str, content: bytes) -> None:
    read_plan(MemoryTree({"plan.yaml": PLAN, name: content}))


PIECES = st.sampled_from(
    [*"-:#'\"[]{}&*!|>%@`?,~^\\\t\n =（：　", "  ", "- ", ": ", "null", "<<: ", "---\n", "id: ", "{{", "\0", "\ufeff"]
)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.lists(PIECES, max_size=4).map("".join))
def test_a_damaged_plan_never_raises_and_every_finding_can_be_said(at: int, cut: int, put: str) -> None:
    damaged = GOOD[:at] + put + GOOD[at + cut :]
    assert all(found.message and found.hint for found in findings({"plan.yaml": damaged}))


def test_the_plan_that_is_damaged_is_sound() -> None:
    assert findings({"plan.yaml": GOOD}) == []
