"""Rates per 100 000, as health statistics give them: 孕产妇死亡率 9.5/10万."""

from fractions import Fraction

import pytest

from plan_compiler.quantity.mention import Mention, read_mention
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity, consistent
from plan_compiler.quantity.units import parse_unit


@pytest.mark.parametrize("text", ["9.5/10万", "十万分之9.5", "9.5 /10万"])
def test_they_are_read(text: str) -> None:
    mention = read_mention(text)
    assert isinstance(mention, Mention)
    assert consistent(mention.fact, Quantity.of(Fraction("9.5"), parse_unit("1/10万"), 1))


@pytest.mark.parametrize(
    ("unit", "printed"), [("1/10万", "9.5/10万"), ("/10万", "9.5/10万"), ("10万元", "9.5×10万元"), ("亿元", "9.5亿元")]
)
def test_a_unit_is_never_taken_for_digits_of_the_number(unit: str, printed: str) -> None:
    assert format_quantity(Quantity.of(Fraction("9.5"), parse_unit(unit), 1)) == printed


def test_ages_are_figures() -> None:
    mention = read_mention("78.9岁")
    assert isinstance(mention, Mention)
    assert mention.quantity.unit.text == "岁"
