from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.document.nodes import ContentsEntry, Cover
from plan_compiler.lower import lower
from plan_compiler.lower.cells import widths
from tests.lower.plans import linked_plan


def test_cover_prints_what_the_plan_says() -> None:
    fields: dict[str, Any] = {"subtitle": "副题", "issuer": "管委会", "date": "2021年7月", "status": "征求意见稿"}
    assert lower(linked_plan(**fields)).cover == Cover("规划", "副题", "管委会", "2021年7月", "征求意见稿")
    assert lower(linked_plan()).cover == Cover("规划", "", "", "", "")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021年7月", "2021-07-01"),
        ("2021年7月15日", "2021-07-15"),
        ("2021-07-15", "2021-07-15"),
        ("2021.7", "2021-07-01"),
        ("二〇二一年七月", None),
        ("2021年13月", None),
        ("2021年2月31日", None),
        ("0000年7月", None),
        (None, None),
    ],
)
def test_date_of_the_document(written: str | None, iso: str | None) -> None:
    assert lower(linked_plan(date=written)).date == iso


def test_contents_have_headings_of_all_levels() -> None:
    chapter = {
        "id": "one",
        "title": "章",
        "sections": ({"title": "节", "sections": ({"title": "目", "run_in": True},)},),
    }
    assert lower(linked_plan(chapters=(chapter,))).contents == (
        ContentsEntry(1, "一、", "章", "one"),
        ContentsEntry(2, "（一）", "节", "chapters-0-sections-0"),
    )


def test_words_are_those_of_the_language() -> None:
    assert lower(linked_plan()).words["unit"] == "单位："
    assert lower(linked_plan(language="en")).words["contents"] == "Contents"
    assert lower(linked_plan(language="xx")).words["contents"]


@given(st.lists(st.integers(1, 100), min_size=1, max_size=20))
def test_widths_always_make_a_whole(proportions: list[int]) -> None:
    assert sum(widths(proportions)) == 1000
