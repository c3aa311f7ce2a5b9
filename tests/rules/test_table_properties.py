"""Tables that are right are never called wrong; figures that are wrong beyond rounding are always found."""

import re
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_compiler.diagnostics import Severity
from plan_compiler.link.link import link
from plan_compiler.model.plan import Plan
from plan_compiler.rules.engine import Judgement, judge
from plan_compiler.rules.registry import rules
from tests.rules.random_tables import ledger, partitions, roll_forward, shares, table, written_cells

ALL = (table, roll_forward, ledger, partitions, shares)
OF_TABLES = tuple(rule for rule in rules() if re.fullmatch("SUM1[123][0-9]", rule.kind.code))
SEEDS = st.integers(0, 2**32)


def judged(*tables: dict[str, Any]) -> Judgement:
    plan = Plan.model_validate({"title": "例", "period": "2021-2025", "chapters": (), "tables": tables})
    linked, faults = link(plan, {}, frozenset(), frozenset())
    assert [fault for fault in faults if fault.kind.code != "REF001"] == []
    return judge(linked, OF_TABLES)


def errors(judgement: Judgement) -> list[str]:
    return [d.kind.code for d in judgement.diagnostics if d.kind.severity is Severity.ERROR]


@pytest.mark.parametrize("make", ALL)
@given(seed=SEEDS)
@settings(max_examples=40, deadline=None)
def test_tables_that_are_right_have_no_errors(make: Callable[[Random], dict[str, Any]], seed: int) -> None:
    judgement = judged(make(Random(seed)))
    assert errors(judgement) == []
    assert judgement.consistent > 0


def test_no_false_alarm_in_thousands_of_relations() -> None:
    consistent = 0
    for seed in range(60):
        for make in ALL:
            judgement = judged(make(Random(seed)))
            assert errors(judgement) == [], (make, seed)
            consistent += judgement.consistent
    assert consistent >= 5000


def slipped(text: str, random: Random) -> str:
    """The figure with a slip of more than any rounding in the table."""
    step = Decimal(random.choice((1, -1)) * random.randint(1000, 10**6))
    return f"{Decimal(text) + step:f}"


@pytest.mark.parametrize("make", ALL)
@given(seed=SEEDS)
@settings(max_examples=40, deadline=None)
def test_a_figure_that_is_wrong_beyond_rounding_is_found(make: Callable[[Random], dict[str, Any]], seed: int) -> None:
    random = Random(seed)
    made = make(random)
    cells, column = random.choice(list(written_cells(made["rows"])))
    cells[column] = slipped(cells[column], random)
    assert {d.kind.severity for d in judged(made).diagnostics} & {Severity.ERROR, Severity.WARNING}
