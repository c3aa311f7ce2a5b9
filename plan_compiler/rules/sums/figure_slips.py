"""A figure of the text beside what it is bound to, so that a difference can be explained by a slip."""

from collections.abc import Iterator
from itertools import chain

from plan_compiler.link.expressions import At, Binary, Call, Cell, Expr, Field, Name, Negative
from plan_compiler.link.linked import LinkedForm, LinkedPlan, SymbolKind
from plan_compiler.model.indicators import Indicator
from plan_compiler.quantity.number import MalformedNumberError, Number
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, aligned
from plan_compiler.quantity.reading import read_number
from plan_compiler.rational import Fraction
from plan_compiler.rules.explain import Balance, Term, named
from plan_compiler.rules.figure_names import called


def figure_balance(
    linked: LinkedPlan, form: LinkedForm, printed: str, stated: Quantity, computed: Quantity
) -> Balance | None:
    """What is printed, and what its expression comes to; None where it is printed in words or with a qualifier."""
    try:
        number = read_number(printed)
        right, shown = aligned(computed, stated)
    except (MalformedNumberError, UnitMismatchError):
        return None
    if shown is not stated or not stated.is_rounding or Fraction(number.value) != stated.nominal:
        return None
    total = Term(named(""), number, stated, form.place)
    members = tuple(_members(linked, form)) or (Term(named(""), _number(right), right, trusted=True),)
    return Balance(total, members, tuple(_beside(linked, form)))


def adds(expr: Expr | None) -> bool:
    """Whether an expression only adds and subtracts figures, two or more of them."""
    return expr is not None and len(_signs(expr)) > 1


def _members(linked: LinkedPlan, form: LinkedForm) -> Iterator[Term]:
    """The figures of an expression that only adds and subtracts them; nothing for another one."""
    signs = _signs(form.expr) if form.expr and len(form.needs) > 1 else ()
    nodes = [linked.figures[key] for key in form.needs]
    if len(signs) != len(nodes):
        return
    for sign, node in zip(signs, nodes, strict=True):
        if isinstance(node.result, Quantity):
            yield Term(named(called(linked, node.key)), _number(node.result), node.result, node.home, sign)


def _signs(expr: Expr) -> tuple[int, ...]:
    """1 for each figure that is added, -1 for each that is subtracted, in the order of the text."""
    match expr:
        case Name() | At() | Field() | Cell():
            return (1,)
        case Negative(operand=operand):
            return tuple(-sign for sign in _signs(operand))
        case Binary(operator="+", left=left, right=right):
            return _joined(_signs(left), _signs(right))
        case Binary(operator="-", left=left, right=right):
            return _joined(_signs(left), tuple(-sign for sign in _signs(right)))
        case Call(function="sum", arguments=arguments):
            return _joined(*map(_signs, arguments))
        case _:
            return ()


def _joined(*parts: tuple[int, ...]) -> tuple[int, ...]:
    """All signs; none where one part is no such sum."""
    return tuple(chain.from_iterable(parts)) if all(parts) else ()


def _beside(linked: LinkedPlan, form: LinkedForm) -> Iterator[Term]:
    """The cells beside the one that a figure is bound to, where it is bound to one alone."""
    if len(form.needs) != 1:
        return
    for key in _neighbours(linked, form.needs[0]):
        node = linked.figures.get(key)
        if node is not None and isinstance(node.result, Quantity):
            yield Term(named(called(linked, key)), _number(node.result), node.result, node.home)


def _neighbours(linked: LinkedPlan, key: str) -> Iterator[str]:
    """The other years of an indicator, then the same year of the indicators above and below it; a project's other amount."""
    name, _, rest = key.partition("[")
    symbol = linked.symbols.by_id.get(name)
    if symbol is not None and symbol.kind is SymbolKind.INDICATOR and rest:
        group, row = _row(linked, symbol.path)
        yield from (f"{name}[{year}]" for year in group[row].values if f"{year}]" != rest)
        yield from (f"{group[at].id}[{rest}" for at in (row - 1, row + 1) if 0 <= at < len(group))
    name, _, column = key.rpartition(".")
    if column in ("total", "in_period"):
        yield f"{name}.{'in_period' if column == 'total' else 'total'}"


def _row(linked: LinkedPlan, path: tuple[str | int, ...]) -> tuple[tuple[Indicator, ...], int]:
    """The group of the indicator at `path`, and its place in it."""
    _, table, _, group, _, row = (int(part) if isinstance(part, int) else 0 for part in path)
    return linked.plan.indicators[table].groups[group].indicators, row


def _number(quantity: Quantity) -> Number:
    """A computed figure as it would be printed."""
    text = plain(quantity)
    try:
        return read_number(text)
    except MalformedNumberError:
        return read_number("0")
