"""Sums that a text makes itself: 中央8亿元、地方12亿元，共计20亿元; 由…构成; kinds that exclude each other (其中男性…、女性…)."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.quantity.numerals import read_count
from plan_compiler.quantity.units import MONEY, Unit, is_count, is_pure
from plan_compiler.rules.prose.claims.parts.kinds import of_kinds
from plan_compiler.rules.prose.claims.parts.of_which import is_only_money
from plan_compiler.rules.prose.claims.parts.rests import of_rest
from plan_compiler.rules.prose.claims.parts.sum_words import Sums
from plan_compiler.rules.prose.claims.parts.yearly import of_next_sentence, of_spans, of_years
from plan_compiler.rules.prose.clauses import sentence_start, without_parentheses
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind

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
        found = found or _of_all_years(known, text, figures, index)
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
    told_before = total.opening.strip()
    match = known.closing.match(told_before)
    name = told_before[match.end() :] if match else ""
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
            not known.joint.fullmatch(between := without_parentheses(text[told.end : parts[0].start]))
            or known.apart.search(between)
        ):
            return None
        parts.insert(0, told)
    if len(parts) < 2 or not _are_all(known, parts, number, name):
        return None
    behind = words_behind(total) if is_count(unit) else ""  # 新开工70个、竣工30个，共120个在建项目
    return Summed(total, tuple(parts), True, not behind and _is_tight(known, text, parts))


def _are_all(known: Sums, parts: Sequence[Told], number: int, name: str) -> bool:
    """Whether parts may be all of a sum behind them, which is said to have `number` of them, or none; `name` is what it is called anew."""
    if (number and number != len(parts)) or any(known.summing.search(part.opening) for part in parts):
        return False
    if name and not (number and name in parts[0].opening):  # 2026年培训700人、2027年…，五年共培训3500人
        return False
    if number:  # 新建12座、改建8座，两项合计20座
        parts = [part for part in parts if not part.opening.rstrip().endswith(known.told.building)]
    return all(part.mention.aspect for part in parts) or all(p.mention.aspect is not Aspect.CHANGE for p in parts)


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
    if (match["made"] and not made) or (match["next"] and not _is_all_money(known, figures, index)):
        return None
    summed = known.summing.search(whole.opening) is not None
    complete = bool(made or (closes and (match["all"] or match["next"] or summed)))
    if not complete and (not closes or unit.dimension != MONEY):
        return None
    return Summed(whole, tuple(parts), complete, complete and _is_tight(known, text, parts))


def _is_all_money(known: Sums, figures: Sequence[Told], index: int) -> bool:
    """Whether a figure is all the money of something, and its sentence tells no other that what follows may pay for: 总投资50亿元。资金来源：…."""
    return is_only_money(figures, index) and known.rests.money.search(figures[index].label) is not None


def _of_all_years(known: Sums, text: str, figures: Sequence[Told], index: int) -> Summed | None:
    """五年培训3500人，2026年700人、2027年700人…: what each year of its span has of a total."""
    whole, unit = figures[index], figures[index].mention.quantity.unit
    behind = [told for told in figures[index + 1 : index + _MOST_PARTS] if _alike(told.mention.quantity.unit, unit)]
    parts = of_years(known.yearly, text, whole, behind)
    if parts:
        return Summed(whole, parts, True, False)
    parts = of_spans(known.yearly, text, whole, behind)
    # Of a sum of money that names no years of its own, some may be from before.
    complete = unit.dimension != MONEY or bool(
        known.yearly.span.search(text, sentence_start(text, whole.start), whole.start)
    )
    if not parts and not _is_second(known, figures, index):
        parts = of_next_sentence(known.yearly, text, whole, behind)
    return Summed(whole, parts, complete, False) if parts else None


def _is_second(known: Sums, figures: Sequence[Told], index: int) -> bool:
    """Whether a figure of the kind of the one at `index` stands before it in its sentence, of which that may be a part: 38000套，其中新建36000套."""
    told = figures[index]
    start, unit = sentence_start(told.run.text, told.start), told.mention.quantity.unit
    before = (each for each in figures[max(0, index - _MOST_PARTS) : index] if each.start >= start)
    return any(_alike(each.mention.quantity.unit, unit) for each in before)


def _with_rest(known: Sums, text: str, figures: Sequence[Told], index: int) -> Summed | None:
    """资金3.6亿元，其中交通1.2亿元、教育0.9亿元、其他1.5亿元: a list that names what is left is all of its whole."""
    whole = figures[index]
    if index and _is_listed(known, text, figures[index - 1], whole):
        return None
    parts = of_rest(known.rests, text, whole, _like(known, figures, index))
    return Summed(whole, parts, True, _is_tight(known, text, parts)) if parts else None


def _like(known: Sums, figures: Sequence[Told], index: int) -> Sequence[Told]:
    """The figures behind one that are of its kind of unit, up to one that is an average or a balance."""
    unit = figures[index].mention.quantity.unit
    behind = (told for told in figures[index + 1 : index + _MOST_PARTS] if _alike(told.mention.quantity.unit, unit))
    return list(takewhile(lambda told: _adds(known, told), behind))


def _of_kinds(known: Sums, text: str, figures: Sequence[Told], index: int) -> Summed | None:
    """常住人口486万人，其中男性249万人、女性237万人: kinds of which nothing can be two."""
    whole = figures[index]
    if index and _is_listed(known, text, figures[index - 1], whole):
        return None
    found = of_kinds(known.leads, text, _like(known, figures, index), whole)
    return Summed(found.whole, found.parts, found.complete, found.certain) if found is not None else None


def _is_listed(known: Sums, text: str, last: Told, told: Told) -> bool:
    """Whether a figure is one of a list, so that what is said behind it may be of all of them: 学校47所、医院12所，其中新建19所."""
    alike = _alike(last.mention.quantity.unit, told.mention.quantity.unit)
    return alike and known.listed.fullmatch(text, last.end, told.opens) is not None
