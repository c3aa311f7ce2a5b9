"""Why what a text lists of a whole cannot be above it: the same things, amounts of one name, the money of a purse, stretches of one work."""

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.quantity.units import MONEY, Dimension, is_count, is_pure
from plan_compiler.rules.prose.claims.parts.of_which_words import OfWhich
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind

_NOUN = 2
"""How many characters of their names must be the same for two counts to be of one thing."""
_SHORTEST_LIST = 2
_CERTAIN: tuple[Dimension, ...] = (MONEY, (("m", 2),))
"""What one part cannot have more of than the whole. The two bores of a tunnel are each as long as it, or a little longer."""
LENGTH: Dimension = (("m", 1),)


class Sort(Enum):
    """Why a part cannot be above its whole."""

    COUNT = auto()
    NAME = auto()
    PURSE = auto()
    LIST = auto()
    """What a total of money is made of, in one list."""
    STRETCH = auto()
    """A length of what the whole is a length of: 公路320公里，其中农村公路…."""
    WORK = auto()
    """Works that are built or mended, each of which is one of the whole's: 新建学校30所，其中小学…."""
    LIKE_WORK = auto()
    """The same, where only the last words are alike, or the part is of a kind that excludes others (国道)."""


def sort_of(known: OfWhich, whole: Told, part: Told) -> Sort | None:
    """Why the part cannot be above the whole, whatever else is meant by it; None where it may be."""
    own = whole.mention.quantity.unit
    if any(map(whole.label.__contains__, known.balances)):
        return None
    if is_count(own) or own.dimension == LENGTH:
        return _of_things(known, whole, part)
    named = known.whole.search(whole.label)
    if named is None or known.whole.search(part.label) or own.dimension not in _CERTAIN:
        return None
    if part.before.endswith(named["noun"]) or known.phase.search(part.before):
        return Sort.NAME
    return Sort.PURSE if own.dimension == MONEY and _is_purse(known, part) else None


def is_plainly_part(known: OfWhich, text: str, whole: Told, part: Told, before: Sequence[Told]) -> bool:
    """Whether 其中 stands right behind the whole, or behind rates and changes of it, before one part in the very same unit: whatever they are
    called, it is likely to be a part. Lengths lie abreast, and things counted by a word for all things (个) may be of several kinds.
    """
    own = whole.mention.quantity.unit
    if part.mention.quantity.unit.text != own.text or own.dimension == LENGTH or own.text.endswith(known.generic):
        return False
    if _may_be_of_another_kind(known, whole, part) or known.colon.search(text, whole.end, part.start):
        return False
    start = sentence_start(text, whole.start)
    several = any(told.mention.quantity.unit.text == own.text for told in before if start <= told.start < whole.start)
    between = [told.mention for told in before if told.start >= whole.end]
    return not several and all(is_pure(m.quantity.unit) or m.aspect is Aspect.CHANGE for m in between)


def _may_be_of_another_kind(known: OfWhich, whole: Told, part: Told) -> bool:
    """Whether the words of a part or its whole say what may be more in the part: 利润; a total beside what is not called one; a purse."""
    if any(word in told.label for told in (whole, part) for word in (*known.uneven, *known.balances)):
        return True
    of_total = known.whole.search(part.label) is not None or any(map(part.label.__contains__, known.funds))
    return of_total or words_behind(part).startswith(known.possessive)


def _of_things(known: OfWhich, whole: Told, part: Told) -> Sort | None:
    own, other = whole.mention.quantity.unit, part.mention.quantity.unit
    if is_count(own) and own.text != other.text:
        return None
    named = Sort.COUNT if is_count(own) and _is_of_noun(known, whole, part) else None
    return _work(known, whole, part) or named


def _work(known: OfWhich, whole: Told, part: Told) -> Sort | None:
    """Whether it is of works, or stretches of one, that the whole is of; not of what lies abreast, each about as long as the whole (左洞)."""
    noun, own = whole.label[-_NOUN:], part.label[-_NOUN:]
    if len(noun) < _NOUN or any(map(part.label.__contains__, (*known.abreast, *known.building))):
        return None
    built = any(map(whole.label.__contains__, known.building))
    if noun == own:
        if built:
            return Sort.WORK
        return Sort.STRETCH if whole.mention.quantity.unit.dimension == LENGTH else None
    if own in whole.label and whole.label.endswith(known.measures) and whole.mention.quantity.unit.dimension == LENGTH:
        return Sort.STRETCH  # 公路总里程2860公里，其中高速公路86公里
    return Sort.LIKE_WORK if built and (set(noun) & set(own) or part.label.endswith(known.members)) else None


def is_one_list(known: OfWhich, text: str, whole: Told, parts: Sequence[Told]) -> bool:
    """Whether nothing but enumeration commas parts what is listed of a total of money: such lists go by one sort (工程费用、征地费用、预备费),
    but for those of purses, one of which may pay into another (资本金59.6亿元、中央资金30亿元).
    """
    if (
        len(parts) < _SHORTEST_LIST
        or whole.mention.quantity.unit.dimension != MONEY
        or not known.whole.search(whole.label)
    ):
        return False
    if any(known.whole.search(part.label) or _is_purse(known, part) for part in parts):
        return False
    return all(text[left.end : left.end + 1] == "、" and right.opens == left.end + 1 for left, right in pairwise(parts))


def _is_of_noun(known: OfWhich, whole: Told, part: Told) -> bool:
    """Whether both count things of one name (企业500家，其中规上企业120家), or the part has no name but its level (县级3个)."""
    noun = whole.label[-_NOUN:]
    return (len(noun) == _NOUN and part.before.endswith(noun)) or known.of_level.search(part.before) is not None


def _is_purse(known: OfWhich, part: Told) -> bool:
    """Whether its name is that of what pays: 财政资金, 中央."""
    return part.before.endswith(known.funds) or known.of_level.search(part.before) is not None
