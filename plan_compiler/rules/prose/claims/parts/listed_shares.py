"""Lists of parts and their shares in one whole, the first of which names it: 人口486万人，其中男性248万人、占51.1%，女性238万人、占48.9%."""

from collections.abc import Sequence

from msgspec import Struct

from plan_compiler.quantity.interval import ZeroDivisorError
from plan_compiler.quantity.quantity import UnitMismatchError, consistent
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.claims.parts.shares import Shares, alike, is_stop
from plan_compiler.rules.prose.figures import Told

_REACH = 100
"""How many figures before a share it may be of."""


class Held(Struct, frozen=True):
    """A share that holds, and the whole that it is of."""

    rate: Told
    whole: Told


def going_on(known: Shares, held: Held | None, figures: Sequence[Told], index: int) -> tuple[Told, Told] | None:
    """The next part of a whole, a part of which has its share told rightly before: 男性51.1%，女性237.8万人、占48.9%."""
    rate = figures[index]
    if held is None or index < 1 or rate.label not in known.told.share:
        return None
    part = figures[index - 1]
    if part is held.whole or part.start < held.rate.end or not alike(part, held.whole):
        return None
    if _is_itself_part(known, held, figures) or _is_of_one(part, rate, figures[max(0, index - _REACH) : index - 1]):
        return None
    unit = part.mention.quantity.unit.text == held.whole.mention.quantity.unit.text
    between = rate.run.text[held.rate.end : part.start]
    return (part, held.whole) if unit and not known.breaks.search(between) and not is_stop(between) else None


def _is_of_one(part: Told, rate: Told, before: Sequence[Told]) -> bool:
    """Whether a share is right of one of the figures before it: 耕地200亩、占40%，林地300亩、占60%，基本农田100亩、占50%."""
    try:
        whole = part.mention.fact / rate.mention.fact
        near = [told.mention.fact for told in before if alike(told, part)]
        return any(consistent(fact, whole.converted(fact.unit)) for fact in near)
    except (UnitMismatchError, ZeroDivisorError):
        return False


def _is_itself_part(known: Shares, held: Held, figures: Sequence[Told]) -> bool:
    """Whether the whole has a share of its own, so that what follows may be of what that is of: 基本支出6亿元，占60%，其中人员经费…；项目支出…."""
    behind = next((told for told in figures if told.start >= held.whole.end), None)
    return (
        behind is not None
        and behind is not held.rate
        and is_pure(behind.mention.quantity.unit)
        and behind.label in known.told.share
    )
