"""Sums that a text makes itself: 中央8亿元、地方12亿元，共计20亿元; 由…构成; kinds that exclude each other (其中男性…、女性…)."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.quantity.numerals import read_count
from plan_compiler.quantity.units import MONEY, Unit, is_count, is_pure
from plan_compiler.rules.prose.claims.kinds import of_kinds
from plan_compiler.rules.prose.claims.sum_words import Sums
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told

_MOST_PARTS = 40


class Summed(Struct, frozen=True):
    """A whole with its parts. `complete` where they are all of it; `certain` where they cannot be more than it."""

    whole: Told
    parts: tuple[Told, ...]
    complete: bool
    certain: bool


def sums(known: Sums, text: str, figures: Sequence[Told]) -> Iterator[Summed]:
    """The sums of a text."""
    for index, told in enumerate(figures):
        if not _adds(known, told):
            continue
        found = _closed(known, text, figures, index) or _opened(known, text, figures, index)
        found = found or _with_rest(known, text, figures, index) or _of_kinds(known, text, figures, index)
        if found:
            yield found


def _adds(known: Sums, told: Told) -> bool:
    """Whether a figure is an amount or a number of things, and no average, rate or balance."""
    unit = told.mention.quantity.unit
    return not is_pure(unit) and not any(w in told.label for w in (*known.averages, *known.told.balances))


def _alike(one: Unit, other: Unit) -> bool:
    return one.dimension == other.dimension and (not is_count(one) or one.text[-1] == other.text[-1])


def _run_of(known: Sums, text: str, figures: Sequence[Told], unit: Unit) -> list[Told]:
    """The figures of one list, from the first of `figures` on."""
    found: list[Told] = []
    for told in figures[:_MOST_PARTS]:
        if not _alike(told.mention.quantity.unit, unit) or not _adds(known, told):
            break
        between = text[found[-1].end : told.start] if found else ""
        if found and (not known.joint.fullmatch(between) or known.summing.search(between) or _breaks(known, between)):
            break
        found.append(told)
    return found


def _breaks(known: Sums, between: str) -> bool:
    return known.apart.search(between) is not None or known.of_which.search(between) is not None


def _closed(known: Sums, text: str, figures: Sequence[Told], index: int) -> Summed | None:
    """中央8亿元、地方12亿元，共计20亿元: all that is listed before a sum in its sentence."""
    total = figures[index]
    match = known.closing.fullmatch(total.opening.strip())
    number = read_count(match["number"] or "", known.language) if match else 0
    opens = total.opens
    if match and index > 2 and (counted := _number_of_parts(figures[index - 1], total)):
        index, number, opens = index - 1, counted, figures[index - 1].opens
    if match is None or index < 2 or text[figures[index - 1].end : opens].strip() not in ("，", ",", "、", ""):
        return None
    start, unit = sentence_start(text, total.start), total.mention.quantity.unit
    parts: list[Told] = []
    for told in reversed(figures[max(0, index - _MOST_PARTS) : index]):
        if told.start < start or (parts and known.of_which.search(parts[0].opening)):
            break
        if not _alike(told.mention.quantity.unit, unit) or not _adds(known, told):
            if told.mention.quantity.unit.dimension == unit.dimension:
                return None
            break
        if parts and (
            not known.joint.fullmatch(between := text[told.end : parts[0].start]) or known.apart.search(between)
        ):
            return None
        parts.insert(0, told)
    if len(parts) < 2 or (number and number != len(parts)) or any(known.summing.search(p.opening) for p in parts):
        return None
    if any(p.mention.aspect is Aspect.CHANGE for p in parts) and not all(p.mention.aspect for p in parts):
        return None
    return Summed(total, tuple(parts), True, _is_tight(known, text, parts))


def _number_of_parts(told: Told, total: Told) -> int:
    """How many parts a sum says that it has, where that is read as a figure of its own: 两项共计; 0 for another figure."""
    quantity = told.mention.quantity
    beside = told.end == total.opens and not told.opening.strip()
    return int(quantity.nominal) if beside and is_count(quantity.unit) and quantity.nominal is not None else 0


def _is_tight(known: Sums, text: str, parts: Sequence[Told]) -> bool:
    """Whether nothing but the marks of a list stands between the parts."""
    return all(known.tight.match(text, part.end) for part in parts[:-1])


def _opened(known: Sums, text: str, figures: Sequence[Told], index: int) -> Summed | None:
    """总投资20亿元，由中央8亿元和地方12亿元构成; 包括…; （…、…）."""
    whole = figures[index]
    if index + 2 >= len(figures) or whole.mention.aspect is not None:
        return None
    match = known.opening.fullmatch(text, whole.end, figures[index + 1].start)
    if match is None or known.of_which.search(match[0]) or known.uncounted.search(match[0]):
        return None
    unit = whole.mention.quantity.unit
    parts = _run_of(known, text, figures[index + 1 :], unit)
    listed = len(parts)
    if known.of_which.search(whole.opening) and not match["all"]:  # 其中财政6亿元，包括中央4亿元、省级2亿元，自筹4亿元
        parts = parts[: next((at for at in range(1, listed) if not known.tight.match(text, parts[at - 1].end)), listed)]
    if len(parts) < 2:
        return None
    made = known.made.match(text, parts[-1].end)
    closes = len(parts) < listed or known.end.match(text, parts[-1].end) is not None
    if match["made"] and not made:
        return None
    summed = known.summing.search(whole.opening) is not None
    complete = bool(made or (closes and (match["all"] or summed)))
    if not complete and (not closes or unit.dimension != MONEY):
        return None
    return Summed(whole, tuple(parts), complete, complete and _is_tight(known, text, parts))


def _with_rest(known: Sums, text: str, figures: Sequence[Told], index: int) -> Summed | None:
    """资金3.6亿元，其中交通1.2亿元、教育0.9亿元、其他1.5亿元: a list that names what is left is all of its whole; so is what is done with
    what is left (118个，已完成80个，剩余38个).
    """
    whole = figures[index]
    if index + 2 >= len(figures) or whole.mention.aspect is not None:
        return None
    first = figures[index + 1]
    done = known.done.match(text, whole.end, first.start) is not None
    if not (done or known.of_which.search(text, whole.end, first.start)) or first.start > sentence_end(text, whole.end):
        return None
    parts = _run_of(known, text, figures[index + 1 :], whole.mention.quantity.unit)
    at = next((at for at, part in enumerate(parts) if known.rest.match(part.before)), 0)
    at = 0 if done and at > 1 else at
    return Summed(whole, tuple(parts[: at + 1]), True, _is_tight(known, text, parts[: at + 1])) if at else None


def _of_kinds(known: Sums, text: str, figures: Sequence[Told], index: int) -> Summed | None:
    """常住人口486万人，其中男性249万人、女性237万人: kinds of which nothing can be two."""
    whole, unit = figures[index], figures[index].mention.quantity.unit
    if index and _is_listed(known, text, figures[index - 1], whole):
        return None
    behind = [told for told in figures[index + 1 : index + _MOST_PARTS] if _alike(told.mention.quantity.unit, unit)]
    found = of_kinds(known.leads, text, list(takewhile(lambda told: _adds(known, told), behind)), whole)
    return Summed(found.whole, found.parts, found.complete, found.certain) if found is not None else None


def _is_listed(known: Sums, text: str, last: Told, told: Told) -> bool:
    """Whether a figure is one of a list, so that what is said behind it may be of all of them: 学校47所、医院12所，其中新建19所."""
    alike = _alike(last.mention.quantity.unit, told.mention.quantity.unit)
    return alike and known.tight.fullmatch(text, last.end, told.opens) is not None
