"""Targets that a text words weaker than the table sets them."""

from collections.abc import Collection, Iterator, Mapping
from enum import Enum, auto

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect, Attribute, Qualifier
from plan_compiler.language.words import words
from plan_compiler.link.worded import worded
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, aligned
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Consistent, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.bound import YearFigure, year_figures

_LOWER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_UPPER = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})
_WRONG_WAY = frozenset({(Qualifier.AT_LEAST, "lower"), (Qualifier.AT_MOST, "higher")})
_NEAR = Fraction(1, 10)


class Weaker(Struct, frozen=True):
    """A target that the table sets at `value`, and the text no nearer than its own bound."""

    figure: YearFigure
    value: str

    @property
    def args(self) -> Mapping[str, str]:
        """What messages say of it."""
        own = self.figure
        return {"stated": own.worded, "name": own.indicator.name, "year": str(own.year), "value": self.value}

    @property
    def values(self) -> Mapping[str, str]:
        """The figures it turns on."""
        return {"stated": self.figure.text, "value": self.value}


class Weakness(Enum):
    """How a bound in a text is weaker than the target."""

    BINDING = auto()
    """The target binds."""
    FAR = auto()
    """It is expected, and the bound is short of it by more than a tenth: another figure, and no rounder wording of this."""
    NEAR = auto()
    """It is expected, and the bound is near it: 超200亿元 for 220."""


def weaker_targets(prose: ProseFigures, wanted: Weakness) -> Iterator[Weaker | Consistent]:
    """The bounds that texts put to targets and that are weaker than these in the way that is `wanted`.

    Those that are not weaker hold; of expected targets, they are told with the weakest of faults.
    """
    attributes = words(prose.language).meanings.attributes
    base = prose.attribution.background.years.base
    after = words(prose.language).qualifiers.after
    about = [word for word, qualifier in after.items() if qualifier is Qualifier.ABOUT]
    for figure in prose.once(year_figures):
        is_binding = attributes.get(figure.indicator.attribute.strip()) is Attribute.BINDING
        if figure.mention.qualifier not in _LOWER | _UPPER or (base is not None and figure.year <= base):
            continue
        if figure.marking or figure.refined:
            continue
        if figure.demanded:  # 根据省下达任务，…不低于98% is the least that the province asks for
            continue
        if figure.aspect is Aspect.CHANGE:  # 新增640家以上 is short of 1500 by what there was before
            continue
        if figure.made and base is not None and _is_known(prose, f"{figure.indicator.id}[{base}]"):
            continue  # so may 培育640家以上 be
        if figure.throughout and base is not None and _is_known(prose, f"{figure.indicator.id}[{base}]"):
            continue  # so is 规划期内累计培育640家以上
        if not _is_weaker(figure, about):
            if wanted is (Weakness.BINDING if is_binding else Weakness.NEAR):
                yield Consistent(figure.place, (figure.key,), _tie(figure))
        elif not figure.matched and wanted is (Weakness.BINDING if is_binding else _distance(figure)):
            yield Weaker(figure, worded(prose.linked, figure.key))


def _is_known(prose: ProseFigures, key: str) -> bool:
    node = prose.linked.figures.get(key)
    return node is not None and isinstance(node.result, Quantity)


def _distance(figure: YearFigure) -> Weakness:
    """How far a weaker bound is from the target."""
    claim, value = aligned(figure.mention.fact, figure.value)
    bound, target = claim.nominal, value.nominal
    far = bound is not None and target is not None and abs(bound - target) > abs(target) * _NEAR
    return Weakness.FAR if far else Weakness.NEAR


def _tie(figure: YearFigure) -> Tie:
    """A bound beyond the target contradicts it (NUM401, NUM402), and one short of it is weaker: together they pin it.

    Not so a floor under what should be low, or a ceiling over what should be high; nor what is told as a change or running total
    of an indicator that is none, which contradicts nothing.
    """
    if figure.aspect is not None and not figure.indicator.cumulative:
        return Tie.BOUND
    against = "lower" if figure.mention.qualifier in _LOWER else "higher"
    return Tie.BOUND if figure.indicator.better == against else Tie.EQUAL


def _is_weaker(figure: YearFigure, about: Collection[str]) -> bool:
    """Whether the bound allows values short of the table's: a floor below it, or a ceiling above it; a floor under what should fall, or
    a ceiling over what should rise, whatever its height, where the text sets it (以内) and does not compare (低于2030年70%的目标).
    """
    try:
        claim, value = aligned(figure.mention.fact, figure.value)
    except UnitMismatchError:
        return False
    if not claim.interval.meets(value.interval):
        return False
    if (figure.mention.qualifier, figure.indicator.better) in _WRONG_WAY:
        return not any(word in figure.worded for word in about)  # 控制在700亿元左右 is no ceiling
    if figure.mention.qualifier in _LOWER:
        floor, lowest = claim.interval.low, value.interval.low
        return figure.indicator.better != "lower" and floor is not None and lowest is not None and floor < lowest
    ceiling, highest = claim.interval.high, value.interval.high
    return figure.indicator.better != "higher" and ceiling is not None and highest is not None and ceiling > highest
