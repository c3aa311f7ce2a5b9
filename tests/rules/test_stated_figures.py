"""Figures in texts that are bound to others: what differs, and what is the same figure in other words."""

import pytest

from plan_compiler.pipeline import check
from plan_compiler.read.tree import MemoryTree

HOME = "拆除[12157户](:=demolished)，投入[78.1亿元](:=spent)，约[300亿元](:=planned)，两处[3户](:=a)、[4户](:=b)。"


def differs(figure: str) -> bool:
    text = f"title: 规划\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: '{HOME}又作{figure}。'\n"
    codes = [finding.kind.code for finding in check(MemoryTree({"plan.yaml": text})).findings]
    return "NUM401" in codes


@pytest.mark.parametrize("figure", ["[12158户](=demolished)", "[78.2亿元](=spent)"])
def test_a_figure_that_is_printed_again_is_the_same(figure: str) -> None:
    assert differs(figure)


@pytest.mark.parametrize(
    "figure",
    [
        "[12157户](=demolished)",
        "[1.2万户](=demolished)",
        "[78亿元](=spent)",
        "[78.10亿元](=spent)",
        "[781000万元](=spent)",
        "[超过78亿元](=spent)",
        "[310亿元](=planned)",
        "[156.2亿元](=spent * 2)",
        "[156.3亿元](=spent * 2)",
    ],
)
def test_other_prints_of_a_figure_agree(figure: str) -> None:
    assert not differs(figure)
