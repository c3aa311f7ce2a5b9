"""What of a total each of its years has: 五年培训3500人，2026年700人、2027年700人…; 2026—2030年分别为8个、10个….

Only lists of all the years of the span that the total is said to be of are looked at, and only where they come near it: what is reached in
each year comes to many times the last of them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.quantity.numerals import read_count
from plan_compiler.quantity.quantity import add_all, aligned
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.years import YEARS_OF_A_PLAN

_FEWEST, _PAIR = 3, 2
_VERB = 2
"""How many characters tell a verb from others."""
_LEAST, _MOST = Fraction(2, 3), Fraction(3, 2)
"""How much of the total the list of its years may come to and be meant as all of it."""


class Yearly(Struct, frozen=True):
    """The words by which a language tells what each year has, as patterns."""

    span: re.Pattern[str]
    """A span of years: 五年 (`number`), 2026—2030年 (`first`, `last`), “十五五”期间 (`plan`)."""
    range: re.Pattern[str]
    """The same of years alone."""
    year: re.Pattern[str]
    """A year, at the end of the words before a figure but for some that say what is done in it."""
    apart: re.Pattern[str]
    """Between years and their figures, where they are listed apart: 分别."""
    tight: re.Pattern[str]
    level: re.Pattern[str]
    """Says that a figure is what is reached, or no figure of one year: 达到, 末."""
    more: re.Pattern[str]
    """Says that a figure is how much the total is more or less than elsewhere: 较."""
    of_which: re.Pattern[str]
    by_years: re.Pattern[str]
    """All that may lead, in a sentence of its own, to the first year of a list: 年度安排为：."""
    language: str

    def may_list(self, text: str) -> bool:
        """Whether a text may have such a list."""
        return self.span.search(text) is not None


def of_years(known: Yearly, text: str, whole: Told, figures: Sequence[Told]) -> tuple[Told, ...]:
    """The figures of all years of a total's span; none where it has no such list behind it. `figures` are those behind it in its unit."""
    number = _span(known, text, whole) if len(figures) >= _FEWEST else 0
    if number < _FEWEST or number > len(figures) or known.level.search(whole.opening):
        return ()
    parts, end = tuple(figures[:number]), sentence_end(text, whole.end)
    if parts[-1].start >= end or any(part.mention.aspect is Aspect.CUMULATIVE for part in parts):
        return ()
    gaps = [text[left.end : right.start] for left, right in pairwise((whole, *parts))]
    if any(known.level.search(gap) for gap in gaps) or not (_is_apart(known, gaps) or _is_dated(known, gaps)):
        return ()
    goes_on = number < len(figures) and figures[number].start < end and known.year.search(figures[number].opening)
    return parts if not goes_on and _is_near(whole, parts) else ()


def of_spans(known: Yearly, text: str, whole: Told, figures: Sequence[Told]) -> tuple[Told, ...]:
    """The figures of spans that follow each other over all the years of a total, or of five years where it names none but what follows is of it (其中):
    360个，其中2026—2027年150个、2028—2030年210个. What the total is more than elsewhere may stand between (较“十四五”增加2.5万人次).
    """
    at = next((at for at, told in enumerate(figures) if not known.more.search(told.opening)), 0)
    begins = figures[at - 1].end if at else whole.end
    parts, spans = _listed(known, text, figures[at:], begins, sentence_end(text, whole.end))
    if all(first == last for first, last in spans):
        return ()
    among = known.of_which.search(text, whole.end, parts[0].start)
    years = _span(known, text, whole) or (YEARS_OF_A_PLAN if among else 0)
    return parts if _are_all(known, whole, parts, spans, years) else ()


def of_next_sentence(known: Yearly, text: str, whole: Told, figures: Sequence[Told]) -> tuple[Told, ...]:
    """The figures of years and spans that are all of those that a total names, and that the next sentence lists: 五年筹集38000套。年度安排为：2026年7100套、…."""
    stop = sentence_end(text, whole.end)
    lead = known.by_years.match(text, stop + 1) if stop < len(text) else None
    if lead is None:
        return ()
    behind = [told for told in figures if told.start > stop]
    parts, spans = _listed(known, text, behind, lead.end(), sentence_end(text, stop + 1))
    own = all((done := _words(known, part)) == "" or done in whole.opening for part in parts)
    return parts if own and _are_all(known, whole, parts, spans, _span(known, text, whole)) else ()


def _listed(
    known: Yearly, text: str, figures: Sequence[Told], begins: int, end: int
) -> tuple[tuple[Told, ...], list[tuple[int, int]]]:
    """The first of `figures` up to `end` that stand behind years or spans which follow each other, and these; the first from `begins` on."""
    parts, spans = list[Told](), list[tuple[int, int]]()
    for told in figures:
        gap = text[begins : told.start]
        own = None if told.start >= end or known.level.search(gap) else _only_span(known, gap)
        if own is None or (spans and own[0] != spans[-1][1] + 1):
            break
        parts.append(told)
        spans.append(own)
        begins = told.end
    return tuple(parts), spans


def _are_all(known: Yearly, whole: Told, parts: Sequence[Told], spans: Sequence[tuple[int, int]], years: int) -> bool:
    """Whether parts are told to be done alike in all of so many years, and come near their whole."""
    if len(parts) < _PAIR or known.level.search(whole.opening) or spans[-1][1] - spans[0][0] + 1 != years:
        return False
    sums = any(part.mention.aspect is Aspect.CUMULATIVE for part in parts)
    alike = len({done for part in parts if (done := _done(known, part))}) <= 1
    return alike and not sums and _is_near(whole, parts)


def _done(known: Yearly, part: Told) -> str:
    """The end of the words between a span and its figure, which say what is done in it: 改造; "" for none."""
    return _words(known, part)[-_VERB:]


def _words(known: Yearly, part: Told) -> str:
    """All of them."""
    spans = [match.end() for match in (*known.range.finditer(part.opening), *known.year.finditer(part.opening))]
    return part.opening[max(spans, default=0) :].strip()


def _only_span(known: Yearly, gap: str) -> tuple[int, int] | None:
    """The first and last year of the only span, or year, that stands between two figures; None for none or several."""
    found = [(int(match["first"]), int(match["last"])) for match in known.range.finditer(gap)]
    found += [(int(match["year"]),) * 2 for match in known.year.finditer(known.range.sub("", gap))]
    return found[0] if len(found) == 1 else None


def _span(known: Yearly, text: str, whole: Told) -> int:
    """Over how many years a total comes together, by the last span that its sentence names before it; 0 where it names none."""
    found = [*known.span.finditer(text, sentence_start(text, whole.start), whole.start)]
    if not found:
        return 0
    return _years(known, found[-1])


def _years(known: Yearly, match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("first"):
        return int(match["last"]) - int(match["first"]) + 1
    return YEARS_OF_A_PLAN if groups.get("plan") else read_count(match["number"], known.language)


def _is_apart(known: Yearly, gaps: Sequence[str]) -> bool:
    """Whether all the years stand before the first figure: 2026—2030年分别为8个、10个…."""
    if not known.apart.search(gaps[0]) or not all(known.tight.fullmatch(gap) for gap in gaps[1:]):
        return False
    span = known.range.search(gaps[0])
    listed = [int(match["year"]) for match in known.year.finditer(gaps[0])]
    return (_years(known, span) if span else len(listed) if _follow(listed) else 0) == len(gaps)


def _is_dated(known: Yearly, gaps: Sequence[str]) -> bool:
    """Whether each figure stands behind its year."""
    found = [known.year.findall(gap) for gap in gaps]
    return all(len(each) == 1 for each in found) and _follow([int(each[0]) for each in found])


def _follow(years: Sequence[int]) -> bool:
    return all(right == left + 1 for left, right in pairwise(years))


def _is_near(whole: Told, parts: Sequence[Told]) -> bool:
    left, right = aligned(whole.mention.fact, add_all([part.mention.fact for part in parts]))
    if left.nominal is None or right.nominal is None:
        return False
    return left.nominal * _LEAST <= right.nominal <= left.nominal * _MOST
