"""Changes that English texts tell: those that are wrong, and like ones that are right."""

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree

PLAN = "title: Plan of Avon\nperiod: 2021-2025\nlanguage: en\nchapters:\n  - title: Aims\n    body: |\n      {body}\n"


def codes(body: str) -> list[str]:
    """What the rules on figures find in a text."""
    return [
        finding.kind.code
        for finding in check(MemoryTree({"plan.yaml": PLAN.format(body=body)}), select=["NUM"]).findings
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Output rose from 500 million yuan to 800 million yuan, up 50%.", "NUM411"),
        ("Output rose from 500 million yuan to 800 million yuan, an increase of 400 million yuan.", "NUM411"),
        ("Output fell from 500 million yuan to 800 million yuan.", "NUM415"),
        ("Unemployment fell from 4.8% to 5.2%.", "NUM415"),
        ("Revenue rose from 500 million yuan to 430 million yuan.", "NUM415"),
    ],
)
def test_a_slip_is_found(body: str, code: str) -> None:
    assert codes(body) == [code]


@pytest.mark.parametrize(
    "body",
    [
        "Output rose from 500 million yuan to 800 million yuan, up 60%.",
        "Emissions fell from 500 tonnes to 420 tonnes.",
        "Unemployment fell from 5.2% to 4.8%.",
        "Grants range from 5 million yuan to 8 million yuan.",
        "From 2021 to 2025, 500 million yuan to 800 million yuan is spent each year.",
        "Output grew from 500 million yuan in 2020 to 800 million yuan in 2025.",
    ],
)
def test_what_is_right_is_left_alone(body: str) -> None:
    assert codes(body) == []
