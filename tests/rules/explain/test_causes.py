"""Several failed sums that one figure explains."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import read_number
from plan_compiler.rules.explain import EXPLANATIONS, Balance, Term, explained_by_cause, named, root_cause, shared_cause

KIND = Kind("SUM101", "sum", Severity.ERROR, Message("", ""), EXPLANATIONS)


def cell(row: int, column: int, text: str, *, exact: bool = True, unit: str = "亩") -> Term:
    number = read_number(text)
    name = f"{row}.{column}"
    return Term(named(name), number, Quantity.from_number(number, unit, exact=exact), Place((row, column)))


def crosswise(texts: list[list[str]], *, exact: bool = True) -> list[Balance]:
    """The sums of a table whose last row and column hold totals: each row, then each column."""
    grid = [[cell(r, c, text, exact=exact) for c, text in enumerate(row)] for r, row in enumerate(texts)]
    columns = [list(column) for column in zip(*grid, strict=True)]
    return [Balance(line[-1], tuple(line[:-1])) for line in (*grid, *columns)]


def fails(balance: Balance) -> bool:
    gap = balance.gap()
    return gap is not None and 0 not in gap


def test_a_cell_that_breaks_its_row_and_its_column_is_found() -> None:
    sums = crosswise([["10", "29", "30"], ["5", "5", "10"], ["15", "25", "40"]])
    failed = [balance for balance in sums if fails(balance)]
    assert len(failed) == 2
    cause = shared_cause(failed, (balance for balance in sums if not fails(balance)))
    assert cause is not None
    assert (cause.term.name.zh, cause.becomes) == ("0.1", "20")
    told = explained_by_cause(Diagnostic(KIND, None), cause, 1)
    assert told.explanation is not None
    assert KIND.messages[told.explanation].zh.format_map(told.args) == (
        "与另外 1 处不符同出一源：若此数有误（0.1 29 → 20），则都相符"
    )


def test_a_stated_subtotal_may_be_the_cause_of_the_total_above() -> None:
    members = (cell(0, 0, "10"), cell(1, 0, "20"))
    subtotal, other, grand = cell(2, 0, "31"), cell(3, 0, "5"), cell(4, 0, "35")
    cause = shared_cause([Balance(subtotal, members), Balance(grand, (subtotal, other))])
    assert cause is not None
    assert (cause.term, cause.becomes) == (subtotal, "30")


def test_different_gaps_have_no_common_cause() -> None:
    shared = cell(0, 0, "10")
    first, second = Balance(cell(0, 1, "12"), (shared,)), Balance(cell(1, 0, "13"), (shared,))
    assert shared_cause([first, second]) is None
    assert shared_cause([first]) is None


def test_sums_that_share_nothing_or_cannot_be_made_have_none() -> None:
    lonely = [Balance(cell(r, 1, "2"), (cell(r, 0, "1"),)) for r in range(2)]
    assert shared_cause(lonely) is None
    shared = cell(0, 0, "10")
    mixed = Balance(cell(1, 0, "13", unit="户"), (shared,))
    assert shared_cause([Balance(cell(0, 1, "12"), (shared,)), mixed]) is None


def test_units_are_converted() -> None:
    shared = cell(0, 0, "10", unit="公顷")
    inner = Balance(cell(0, 1, "20", unit="公顷"), (shared,))
    outer = Balance(cell(1, 0, "300"), (shared,))
    cause = shared_cause([inner, outer])
    assert cause is not None
    assert cause.becomes == "20"


@given(
    st.lists(st.lists(st.integers(0, 9999), min_size=3, max_size=3), min_size=3, max_size=3),
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    st.integers(0, 99999),
    st.booleans(),
)
def test_one_wrong_cell_of_a_table_is_always_found(
    values: list[list[int]], at: tuple[int, int], wrong: int, exact: bool
) -> None:
    rows = [[*row, sum(row)] for row in values]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    texts = [[str(value) for value in row] for row in rows]
    row, column = at
    texts[row][column] = str(wrong)
    sums = crosswise(texts, exact=exact)
    failed = [balance for balance in sums if fails(balance)]
    assume(len(failed) == 2)
    cause = shared_cause(failed, [balance for balance in sums if not fails(balance)])
    assert cause is not None
    assert cause.term.name.zh == f"{row}.{column}"
    assert abs(Decimal(cause.becomes) - rows[row][column]) <= (0 if exact else 2)


def test_the_root_of_one_failed_sum_among_many() -> None:
    sums = crosswise(
        [["10", "29", "30"], ["5", "5", "10"], ["7", "1", "80"], ["22", "26", "48"]]
    )  # 29 should be 20, 80 should be 8
    failed = [balance for balance in sums if fails(balance)]
    roots = {balance.total.name.zh: root_cause(balance, failed) for balance in failed}
    told = {name: (root[0].term.name.zh, root[0].becomes, root[1]) if root else None for name, root in roots.items()}
    assert told["0.2"] == told["3.1"] == ("0.1", "20", 1)
    assert told["2.2"] == told["3.2"] == ("2.2", "8", 1)


def test_a_sum_that_holds_or_fails_alone_has_no_root() -> None:
    alone = Balance(cell(0, 1, "12"), (cell(0, 0, "10"),))
    holds = Balance(cell(1, 1, "10"), (cell(0, 0, "10"),))
    assert root_cause(alone, [alone, holds]) is None
    assert root_cause(holds, [alone, holds]) is None
