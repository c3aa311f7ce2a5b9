"""Explanations of failed sums: every kind of slip, put into random sums, is named or nothing is said."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import read_number
from plan_compiler.rules.explain import EXPLANATIONS, Balance, Slip, Term, explain, explained, named

ZH = "zh-CN"
KIND = Kind("SUM101", "sum", Severity.ERROR, Message("", ""), EXPLANATIONS)


def term(name: str, text: str, unit: str = "万元", *, exact: bool = True, trusted: bool = False) -> Term:
    number = read_number(text)
    place = Place((name,))
    return Term(named(name), number, Quantity.from_number(number, unit, exact=exact), place, trusted=trusted)


def balance(total: str, *members: str, unit: str = "万元", exact: bool = True, **more: tuple[Term, ...]) -> Balance:
    rows = tuple(term(f"r{index}", text, unit, exact=exact) for index, text in enumerate(members))
    return Balance(term("total", total, unit, exact=exact), rows, **more)


def sentence(given_balance: Balance, language: str = ZH) -> str | None:
    diagnostic = explained(Diagnostic(KIND, None), explain(given_balance, language))
    if diagnostic.explanation is None:
        return None
    message = KIND.messages[diagnostic.explanation]
    return (message.zh if language == ZH else message.en).format_map(diagnostic.args)


@pytest.mark.parametrize(
    ("failed", "said"),
    [
        (balance("8700", "3000", "4800"), None),  # 3000 may be 3900 as well
        (balance("82751", "33111", "54140"), "若两位数字颠倒（total 82751 → 87251），则相符"),
        (balance("87251", "33411", "54540"), "若一位数字有误（total 87251 → 87951），则相符"),
        (balance("705389", "700000", "53890"), "若小数点或单位有误（r1 53890 → 5389），则相符"),
        (balance("41705.1", "4.17", "5.1"), "若小数点或单位有误（r0 4.17 → 41700，误以亿元计），则相符"),
        (balance("63.4", "71.9", "8.5"), "若正负号有误（r1 8.5 → -8.5），则相符"),
        (balance("3417", "1205", "2212", "777"), "若漏加了一项（r2 777），则相符"),
        (balance("4194", "1205", "2212", "777"), None),  # it holds
        (balance("4971", "1205", "2212", "777"), "若一项重复相加（r2 777），则相符"),
        (
            balance("4289", "1205", "2212", memo=(term("其中", "872"),)),
            "若误加了不应相加的一项（其中 872），则相符",
        ),
        (
            balance("9951", "1205", "2212", near=(term("beside", "9951"),)),
            "若误抄了旁边的数（total 9951 → 3417，与 beside 相同），则相符",
        ),
    ],
)
def test_sentences(failed: Balance, said: str | None) -> None:
    found = sentence(failed)
    if said is None:
        assert found is None
    else:
        assert found is not None
        assert found.startswith(said)


def test_in_english() -> None:
    said = sentence(balance("82751", "33111", "54140"), "en")
    assert said == "it agrees if two digits are transposed (total 82751 → 87251)"


def test_a_figure_with_a_unit_of_its_own_is_told_with_the_right_one() -> None:
    failed = Balance(term("total", "5万元"), (term("row", "50000", trusted=True),))
    assert sentence(failed) == "若小数点或单位有误（total 5万元 → 5亿元），则相符"


def test_areas_may_be_mistaken_for_one_another() -> None:
    failed = Balance(term("total", "150", "亩"), (term("row", "10", "亩"), term("trusted", "0", "亩", trusted=True)))
    assert "误以公顷计" in (sentence(failed) or "")


def test_separators_of_thousands_are_kept() -> None:
    assert "82,751 → 87,251" in (sentence(balance("82,751", "33,111", "54,140")) or "")


def test_equal_members_are_told_together() -> None:
    said = sentence(balance("3417", "1205", "2212", "1205"))
    assert said == "若漏加了一项（r0 1205 / r2 1205），则相符"
    assert sentence(balance("64215", "64215", *["1205"] * 4, "1")) is None


def test_one_wrong_digit_says_nothing_of_short_figures() -> None:
    failed = Balance(term("total", "5"), (term("row", "2", trusted=True),))
    assert explain(failed, ZH) is None


def test_a_trusted_figure_is_not_suspected() -> None:
    suspected = balance("87301", "33112", "45189")
    assert {edit.term.name.zh for edit in (explain(suspected, ZH) or pytest.fail("nothing")).edits} == {"total", "r1"}
    trusting = replace(suspected, members=tuple(replace(member, trusted=True) for member in suspected.members))
    assert {edit.term.name.zh for edit in (explain(trusting, ZH) or pytest.fail("nothing")).edits} == {"total"}


def test_figures_that_do_not_add_are_not_explained() -> None:
    assert explain(Balance(term("total", "5"), (term("row", "2", "户"),)), ZH) is None


def test_ranges_and_zeros_are_left_alone() -> None:
    whole = Quantity.from_number(read_number("12"), "户")
    wide = replace(whole, interval=whole.interval + whole.interval)
    failed = Balance(Term(named("t"), read_number("12"), wide), (term("row", "0", "户"),))
    assert explain(failed, ZH) is None


class Sum(Struct, frozen=True, dict=True):
    """A sum that holds: members and their total as printed."""

    members: tuple[str, ...]
    total: str
    exact: bool


@st.composite
def sums(draw: st.DrawFn) -> Sum:
    decimals = draw(st.integers(0, 2))
    values = draw(st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
    exact = draw(st.booleans())
    return Sum(tuple(printed(value, decimals) for value in values), printed(sum(values), decimals), exact)


def printed(steps: int, decimals: int) -> str:
    return (
        str(Decimal(steps).scaleb(-decimals)) if decimals == 0 else f"{Decimal(steps).scaleb(-decimals):.{decimals}f}"
    )


def sum_of(texts: tuple[str, ...]) -> str:
    return str(sum(map(Decimal, texts), Decimal(0)))


@st.composite
def misprints(draw: st.DrawFn, text: str) -> tuple[Slip, str]:
    """A slip within one figure, and what it makes of it."""
    slip = draw(st.sampled_from([Slip.TRANSPOSED, Slip.DIGIT, Slip.SCALE, Slip.SIGN]))
    places = [index for index, char in enumerate(text) if char.isdigit()]
    at = draw(st.integers(0, len(places) - 1))
    chars = list(text)
    match slip:
        case Slip.TRANSPOSED:
            assume(at > 0)
            left, right = places[at - 1], places[at]
            chars[left], chars[right] = chars[right], chars[left]
            return slip, "".join(chars)
        case Slip.DIGIT:
            chars[places[at]] = draw(st.sampled_from("0123456789"))
            return slip, "".join(chars)
        case Slip.SIGN:
            return slip, f"-{text}"
        case _:
            by = draw(st.sampled_from([-4, -3, -2, -1, 1, 2, 3, 4]))
            return slip, f"{Decimal(text).scaleb(by):f}"


def check(slip: Slip, failed: Balance, culprit: str, right: str | None) -> None:
    found = explain(failed, ZH)
    if found is None:
        return
    assert found.slip is slip
    mending = [edit for edit in found.edits if edit.term.name.zh == culprit]
    assert mending
    if right is not None:
        assert Decimal(right) in [Decimal(edit.becomes) for edit in mending]


@settings(max_examples=400)
@given(sums(), st.data())
def test_a_misprint_is_named_or_nothing_is(given_sum: Sum, data: st.DataObject) -> None:
    texts = [*given_sum.members, given_sum.total]
    at = data.draw(st.integers(0, len(texts) - 1))
    right = texts[at]
    slip, texts[at] = data.draw(misprints(right))
    failed = balance(texts[-1], *texts[:-1], exact=given_sum.exact)
    check(slip, failed, "total" if at == len(texts) - 1 else f"r{at}", right)


@settings(max_examples=300)
@given(sums(), st.data())
def test_a_member_added_wrongly_is_named_or_nothing_is(given_sum: Sum, data: st.DataObject) -> None:
    members = given_sum.members
    at = data.draw(st.integers(0, len(members) - 1))
    slip = data.draw(st.sampled_from([Slip.LEFT_OUT, Slip.TWICE, Slip.MEMO]))
    culprit = f"r{at}"
    memo: tuple[Term, ...] = ()
    match slip:
        case Slip.LEFT_OUT:
            total = sum_of(members[:at] + members[at + 1 :])
        case Slip.TWICE:
            total = sum_of((*members, members[at]))
        case _:
            extra = data.draw(st.integers(1, 10**6).map(str))
            total, memo, culprit = sum_of((*members, extra)), (term("memo", extra),), "memo"
    check(slip, balance(total, *members, exact=given_sum.exact, memo=memo), culprit, None)


@settings(max_examples=300)
@given(sums(), st.integers(0, 10**6), st.booleans())
def test_a_copied_total_is_named_or_nothing_is(given_sum: Sum, beside: int, decoy: bool) -> None:
    near = (*((term("decoy", "77"),) if decoy else ()), term("beside", str(beside)))
    failed = balance(str(beside), *given_sum.members, exact=given_sum.exact, near=near)
    check(Slip.COPIED, failed, "total", given_sum.total if given_sum.exact else None)


@given(sums())
def test_a_sum_that_holds_is_not_explained(given_sum: Sum) -> None:
    assert explain(balance(given_sum.total, *given_sum.members, exact=given_sum.exact), ZH) is None


@settings(max_examples=200)
@given(st.lists(st.integers(-(10**6), 10**6).map(str), min_size=1, max_size=6), st.integers(-(10**6), 10**6).map(str))
def test_every_edit_makes_the_sum_hold(members: list[str], total: str) -> None:
    found = explain(balance(total, *members), ZH)
    for edit in found.edits if found else ():
        texts = {f"r{index}": Decimal(text) for index, text in enumerate(members)} | {"total": -Decimal(total)}
        name = edit.term.name.zh
        match found and found.slip:
            case Slip.LEFT_OUT:
                texts[name] = Decimal(0)
            case Slip.TWICE:
                texts[name] *= 2
            case _:
                texts[name] = Decimal(edit.becomes) * (-1 if name == "total" else 1)
        assert sum(texts.values()) == 0
