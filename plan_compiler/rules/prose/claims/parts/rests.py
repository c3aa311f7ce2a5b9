"""What is left of a whole behind what is told of it: 总投资100亿元，财政30亿元，其余70亿元由社会资本承担; 118个，已完成80个，剩余38个."""

import re
from collections.abc import Sequence

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.quantity.quantity import Quantity, add_all, consistent
from plan_compiler.quantity.units import MONEY
from plan_compiler.rules.prose.clauses import sentence_end
from plan_compiler.rules.prose.figures import Told

_LISTED = "、"
_SEMICOLONS = ("；", ";")
_OPENING, _CLOSING = "（(", "）)"


class Rests(Struct, frozen=True):
    """The words by which a language tells what is left, as patterns."""

    rest: re.Pattern[str]
    """All that stands before what is left: 其余."""
    others: re.Pattern[str]
    """The same of words that also name what is not listed: 其他."""
    of_which: re.Pattern[str]
    done: re.Pattern[str]
    """Stands between a whole and what of it is done: ，已."""
    money: re.Pattern[str]
    """The end of the name of a sum of money that is spent as a whole: 总投资, 资金需求."""
    apart: re.Pattern[str]
    tight: re.Pattern[str]


def of_rest(known: Rests, text: str, whole: Told, figures: Sequence[Told]) -> tuple[Told, ...]:
    """The parts of `whole`, the last of which is what is left of it; none where it is open of what that is. `figures` are those behind it
    that could be parts.
    """
    within = _beside(known, text, whole, figures)
    at = next((at for at, told in enumerate(within) if known.rest.match(told.before)), 0)
    if not at:
        at = next((at for at, told in enumerate(within) if known.others.match(told.before)), 0)
        if not at or not all(known.tight.match(text, told.end) for told in within[:at]):
            return ()
    parts = tuple(within[: at + 1])
    if _goes_on(known, text, within[at], within[at + 1 :]):
        return ()
    is_level = whole.mention.aspect is None or _is_right_before(known, text, whole, parts[0])
    if not is_level or not _leads(known, text, whole, parts):
        return ()
    among = known.of_which.search(text, whole.end, parts[0].start)
    begins = among.end() if among else whole.end  # 4236件，同比下降3.8%；其中调解2889件
    if any(part.mention.aspect is not None for part in parts) or known.apart.search(text, begins, parts[-1].start):
        return ()
    listed = all(known.tight.match(text, part.end) for part in parts[:-1])
    return parts if listed or not _is_of_another(whole, parts) else ()


def _goes_on(known: Rests, text: str, rest: Told, behind: Sequence[Told]) -> bool:
    """Whether what is left is told in several figures: 其余5亿元2027年完成，剩余3亿元2028年完成; 剩余18个2026年完成、20个2027年完成."""
    for told in behind:
        if known.of_which.search(text, rest.end, told.start):
            return False
        if known.rest.match(told.before) or (told is behind[0] and told.mark == _LISTED):
            return True
    return False


def _beside(known: Rests, text: str, whole: Told, figures: Sequence[Told]) -> Sequence[Told]:
    """The figures of a whole's sentence, or of what goes on behind a semicolon with 其中, that stand in no brackets of their own, nor behind those
    that it stands in.
    """
    end, depth, at, found = sentence_end(text, whole.end), 0, whole.end, list[Told]()
    if text[end : end + 1] in _SEMICOLONS and known.of_which.match(text, end + 1):
        end = sentence_end(text, end + 1)
    for told in figures:
        depth += sum((char in _OPENING) - (char in _CLOSING) for char in text[at : told.start])
        at = told.end
        if told.start >= end or depth < 0:
            break
        if not depth:
            found.append(told)
    return found


def _leads(known: Rests, text: str, whole: Told, parts: Sequence[Told]) -> bool:
    """Whether what follows a whole is said to be of it: behind 其中, as done (one part alone), or what pays all of it."""
    first = parts[0]
    if known.of_which.search(text, whole.end, first.start):
        return not any(known.of_which.search(part.opening) for part in parts[1:])
    if known.done.match(text, whole.end, first.start):
        return len(parts) == 2
    return whole.mention.quantity.unit.dimension == MONEY and known.money.search(whole.label) is not None


def _is_right_before(known: Rests, text: str, whole: Told, first: Told) -> bool:
    """Whether nothing told stands between what is new and the parts that are told to be of it: 新增设施82处，其中养老28处、托育16处、其他38处."""
    between = text[whole.end : first.start]
    new = whole.mention.aspect is Aspect.CHANGE and known.of_which.search(between) is not None
    return new and not any(map(str.isdecimal, between))


def _is_of_another(whole: Told, parts: Sequence[Told]) -> bool:
    """Whether what is left is that of another figure (142座，其中病险水库86座，已除险加固60座，剩余26座), or of one alone of the parts."""
    *listed, rest = [part.mention.fact for part in parts]
    facts = [whole.mention.fact, *listed]
    if _is_sum(facts[0], [*listed, rest]):
        return False
    return any(
        _is_sum(facts[first], [*facts[second:last], rest])
        for first in range(len(facts))
        for second in range(first + 1, len(facts))
        for last in (second + 1, len(facts))
    )


def _is_sum(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    return consistent(whole, add_all(parts))
