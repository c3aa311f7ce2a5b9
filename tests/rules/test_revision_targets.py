"""Rules on revisions of indicators: what is found, and what must be left alone."""

from collections.abc import Callable
from typing import Any

import pytest

from plan_compiler.pipeline.checking import Asked, judged, load
from plan_compiler.pipeline.comparing import linked_version
from tests.diff.plans import Data, indicators, plan, tree

Edit = Callable[[Data], Any]


def _codes(edit: Edit) -> list[tuple[str, str | None]]:
    new = plan()
    edit(new)
    found = judged(load(tree(new)), Asked(), linked_version(tree(plan()))).findings
    return [(f.kind.code, f.subject or f.entity) for f in found if f.kind.code.startswith("REV")]


def _value(name: str, year: str, value: str, **more: str) -> Edit:
    def edit(data: Data) -> None:
        row = next(row for row in indicators(data) if row["id"] == name)
        row["values"][year] = value
        row.update(more)

    return edit


def _dropped(*names: str) -> Edit:
    def edit(data: Data) -> None:
        for group in data["indicators"][0]["groups"]:
            group["indicators"] = [row for row in group["indicators"] if row["id"] not in names]

    return edit


def _misspelt(key: str, *names: str) -> Edit:
    def edit(data: Data) -> None:
        for row in indicators(data):
            if row["id"] in names:
                row[f"{key}z"] = row.pop(key)

    return edit


def _noted(edit: Edit, **note: str) -> Edit:
    def noted(data: Data) -> None:
        edit(data)
        data["changes"] = [{"reason": "中期评估后按程序调整", **note}]

    return noted


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (_dropped("water"), [("REV104", "water")]),
        (_dropped("forest"), [("REV105", "forest")]),
        (_dropped("water", "forest"), [("REV104", "water"), ("REV105", "forest")]),
        (_noted(_dropped("water"), entity="water"), []),
        (_noted(_dropped("water"), entity="water", field="values.2025"), [("REV104", "water")]),
        (_value("water", "2025", "10.0", id="open_water"), []),
        (_misspelt("values", "water"), []),
        (_misspelt("name", "water", "forest"), []),
    ],
)
def test_indicators_that_are_gone_want_a_note(edit: Edit, found: list[tuple[str, str]]) -> None:
    assert _codes(edit) == found


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (_value("water", "2025", "9.5"), [("REV106", "water")]),
        (_value("water", "2025", "11.0"), [("REV106", "water")]),
        (_value("water", "2025", "10.00"), []),
        (_value("water", "2025", "9.5", better="higher"), [("REV103", "water")]),
        (_value("water", "2025", "11.0", better="higher"), []),
        (_noted(_value("water", "2025", "9.5"), entity="water", field="values.2025"), []),
        (_value("forest", "2025", "22.5"), [("REV106", "forest")]),
        (_value("forest", "2025", "20"), [("REV106", "forest")]),
        (_value("forest", "2025", "24"), []),
        (_value("output", "2025", "200"), [("REV102", "output")]),
        (_value("output", "2025", "约220"), []),
    ],
)
def test_targets_without_a_direction_are_told_where_they_may_be_weaker(
    edit: Edit, found: list[tuple[str, str]]
) -> None:
    assert _codes(edit) == found
