"""Whether rounding hides a slip: the relations of the figure hold for some of the values that the printed figures stand for.

An oracle of its own, by brute force: every combination of the ends of every figure's interval goes through plain fractions,
by Python's own grammar, and neither the interval arithmetic nor the expressions of the compiler take part.
"""

import ast
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

from bench.mutation.sites import Mutation
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.link.linked import LinkedForm, LinkedPlan
from plan_compiler.link.tables.linked import Computed, Same, Source, Sum
from plan_compiler.model.prose import Stated
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rules.prose.analysis import ProseFigures

_MOST = 14
"""Of how many rounded figures all combinations are tried."""

_Ends = tuple[Fraction | None, Fraction | None]


def is_hidden(linked: LinkedPlan, mutation: Mutation) -> bool:
    """Whether the mutated figure takes part in relations of the mutated plan, and all of them can still hold."""
    own = mutation.site.figure.covered.appearance.place
    keys = {key for key, node in linked.figures.items() if node.home is not None and node.home.path == own.path}
    keys = {key for key in keys if (home := linked.figures[key].home) and home.start in (None, own.start)}
    verdicts = [
        *(
            _form_holds(linked, f)
            for f in linked.forms.values()
            if isinstance(f.form, Stated) and _is_of(linked, f, mutation, keys)
        ),
        *_cells_hold(linked, keys),
        *_assertions_hold(linked, keys),
        *_spoken_hold(linked, mutation, keys),
    ]
    return bool(verdicts) and all(verdicts)


def _is_of(linked: LinkedPlan, form: LinkedForm, mutation: Mutation, keys: set[str]) -> bool:
    own = mutation.site.figure.covered.appearance.place
    return (form.place.path == own.path and form.place.start == own.start) or not keys.isdisjoint(
        _below(linked, form.needs)
    )


def _below(linked: LinkedPlan, needs: tuple[str, ...]) -> set[str]:
    """The figures that these are computed from, themselves among them."""
    found: set[str] = set()
    waiting = list(needs)
    while waiting:
        key = waiting.pop()
        if key not in found and key in linked.figures:
            found.add(key)
            waiting += linked.figures[key].needs
    return found


def _form_holds(linked: LinkedPlan, form: LinkedForm) -> bool:
    mention = form.mention
    if mention is None or not isinstance(form.form, Stated):
        return False
    factor = mention.quantity.unit.factor
    claimed = mention.claim if mention.qualifier is not Qualifier.EXACTLY else mention.quantity.interval
    project = next((key.split(".")[0] for key in form.needs if "." in key), "")
    values = {key: _ends(linked, key) for key in form.needs}
    reached = _range(form.form.expr.replace("self.", f"{project}."), values)
    return reached is not None and _meet(reached, _scaled(claimed, factor))


def _ends(linked: LinkedPlan, key: str) -> _Ends:
    result = linked.figures[key].at_bound
    return _scaled(result.interval, result.unit.factor) if isinstance(result, Quantity) else (None, None)


def _scaled(interval: Interval, factor: Fraction) -> _Ends:
    low, high = interval.low, interval.high
    return (None if low is None else low * factor, None if high is None else high * factor)


def _meet(one: _Ends, other: _Ends) -> bool:
    below = one[1] is not None and other[0] is not None and one[1] < other[0]
    above = other[1] is not None and one[0] is not None and other[1] < one[0]
    return not (below or above)


def _range(expr: str, values: Mapping[str, _Ends]) -> _Ends | None:
    """The lowest and the highest value of an expression over all combinations of ends; None where it cannot be had."""
    if any(low is None or high is None for low, high in values.values()) or len(values) > _MOST:
        return None
    tree = ast.parse(expr.strip(), mode="eval").body
    try:
        results = [_value(tree, dict(zip(values, ends, strict=True))) for ends in product(*map(set, values.values()))]
    except (KeyError, ValueError, ZeroDivisionError):
        return None
    return min(results), max(results)


def _value(node: ast.expr, values: Mapping[str, Fraction | None]) -> Fraction:
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            return _apply(op, _value(left, values), _value(right, values))
        case ast.Call(func=ast.Name(id=name), args=args):
            if (key := ast.unparse(node)) in values:
                return _known(values[key])
            return _call(name, [_value(arg, values) for arg in args])
        case ast.Constant(value=int(number)):
            return Fraction(number)
        case ast.Name() | ast.Subscript() | ast.Attribute():
            return _known(values[ast.unparse(node)])
        case _:
            raise ValueError(ast.unparse(node))


def _known(value: Fraction | None) -> Fraction:
    if value is None:
        raise ValueError("no end")
    return value


def _apply(op: ast.operator, left: Fraction, right: Fraction) -> Fraction:
    match op:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.Div():
            return left / right
        case _:
            raise ValueError(type(op).__name__)


def _call(name: str, values: list[Fraction]) -> Fraction:
    match name:
        case "sum":
            return sum(values, Fraction(0))
        case "share":
            return values[0] / values[1]
        case "growth":
            return values[0] / values[1] - 1
        case "min" | "max":
            return min(values) if name == "min" else max(values)
        case _:
            raise ValueError(name)


def _cells_hold(linked: LinkedPlan, keys: set[str]) -> Iterator[bool]:
    """The relations of data tables in which a figure takes part, stated or as a member."""
    for table in linked.tables.values():
        for cell in table.cells.values():
            for derived in cell.derived:
                if isinstance(cell.reading, Quantity) and keys & {cell.key, *derived.source.needs}:
                    reached = _reached(linked, derived.source)
                    yield reached is not None and _meet(reached, _scaled(cell.reading.interval, cell.unit.factor))


def _assertions_hold(linked: LinkedPlan, keys: set[str]) -> Iterator[bool]:
    """The assertions that a figure takes part in."""
    texts = {assertion.id: assertion.that for assertion in linked.plan.assertions}
    for assertion in linked.assertions:
        if not keys.isdisjoint(_below(linked, assertion.needs)):
            values = {key: _ends(linked, key) for key in assertion.needs}
            left, _, right = texts[assertion.id].partition(assertion.operator)
            one, other = _range(left, values), _range(right, values)
            yield one is not None and other is not None and assertion.operator == "==" and _meet(one, other)


def _reached(linked: LinkedPlan, source: Source) -> _Ends | None:
    match source:
        case Sum() | Computed(addends=Sum()):
            members = source.members if isinstance(source, Sum) else source.addends.members if source.addends else ()
            return _added([(member.weight, _ends(linked, member.key)) for member in members])
        case Same(key=key):
            return _ends(linked, key)
        case Computed(bound=bound, text=text):
            names = {f"v{start}": key for (start, _), key in bound.items() if isinstance(key, str)}
            for start, end in sorted(bound, reverse=True):
                text = f"{text[:start]}v{start}{text[end:]}"
            return _range(text, {name: _ends(linked, key) for name, key in names.items()})


def _spoken_hold(linked: LinkedPlan, mutation: Mutation, keys: set[str]) -> Iterator[bool]:
    """What a figure typed into a text says of a figure of a table; which one that is, the checker tells."""
    own = mutation.site.figure.covered.appearance.place
    prose = ProseFigures(linked)
    for spoken in prose.spoken:
        place = spoken.told.place(prose.written(spoken.told.run)) if spoken.told.run.path == own.path else None
        if spoken.key in keys or (place is not None and place.start == own.start):
            mention = spoken.told.mention
            said = _scaled(mention.claim, mention.quantity.unit.factor)
            yield _meet(said, _scaled(spoken.value.interval, spoken.value.unit.factor))


def _added(ends: list[tuple[int, _Ends]]) -> _Ends:
    lows = [low if weight > 0 else -high for weight, (low, high) in ends if low is not None and high is not None]
    highs = [high if weight > 0 else -low for weight, (low, high) in ends if low is not None and high is not None]
    return sum(lows, Fraction(0)), sum(highs, Fraction(0))
