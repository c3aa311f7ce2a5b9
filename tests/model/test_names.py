"""What may be an id."""

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.link.expressions import FUNCTIONS
from plan_compiler.model.names import FUNCTION_NAMES, MAX_ID_LENGTH, IdFault, id_fault, suggested_id


@pytest.mark.parametrize("text", ["a", "_a", "基01", "output", "规上工业总产值", "a_1", "é"])
def test_ids(text: str) -> None:
    assert id_fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", IdFault.EMPTY),
        ("a" * (MAX_ID_LENGTH + 1), IdFault.TOO_LONG),
        ("ａ", IdFault.NOT_NORMAL),
        ("e\u0301", IdFault.NOT_NORMAL),
        ("1a", IdFault.DIGIT_FIRST),
        ("a-b", IdFault.HYPHEN),
        ("a–b", IdFault.HYPHEN),
        ("a b", IdFault.CHARACTER),
        ("a.b", IdFault.CHARACTER),
        ("if", IdFault.KEYWORD),
        ("sum", IdFault.FUNCTION),
        ("total", IdFault.FIELD),
        ("self", IdFault.FIELD),
    ],
)
def test_no_ids(text: str, fault: IdFault) -> None:
    assert id_fault(text) is fault


def test_every_function_of_the_expressions_is_reserved() -> None:
    assert set(FUNCTIONS) <= FUNCTION_NAMES


@given(st.text() | st.sampled_from([*keyword.kwlist, *FUNCTION_NAMES, "a" * 80, "sum" * 30]))
def test_what_is_suggested_is_an_id(text: str) -> None:
    assert id_fault(suggested_id(text)) is None
