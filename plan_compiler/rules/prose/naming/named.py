"""A subject named beside a figure, and what the words there say of the figure."""

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.words import words
from plan_compiler.quantity.mention import touching_after
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.subjects import Subject
from plan_compiler.rules.prose.wording import Wording, longest_first, plain

COUNT = "#"
"""Picks the number of a subject's members."""


class Named(Struct, frozen=True):
    """A subject named beside a figure. `exact` where nothing but its name stands there; `picked` are the words that
    pick one of its amounts or columns. `apart` where names and figures are listed apart; `carried` where an earlier clause of the sentence, or of the paragraph, names it.
    Of the figure that a change ends at, `dating` are the words that alone may say its year. `members` is how many of a counted subject an
    earlier clause says that there are: those are all of them only where that is their number.
    """

    subject: Subject
    exact: bool
    picked: str = ""
    carried: bool = False
    apart: bool = False
    dating: str | None = None
    members: int | None = None


def aspect_of(known: Wording, told: Told) -> Aspect | None:
    """Whether a figure is said to be all there are (累计培育100家) or what is new (新增高新技术企业100家)."""
    before = told.before
    for word in known.levels:
        before = before.replace(word, " ")
    found = {aspect for word, aspect in known.aspects.items() if word in before} | {told.mention.aspect}
    return next((aspect for aspect in (Aspect.CUMULATIVE, Aspect.CHANGE) if aspect in found), None)


def is_cumulative(known: Wording, told: Told) -> bool:
    """Whether a figure is said to be all there are."""
    return aspect_of(known, told) is Aspect.CUMULATIVE


def without_sorts(text: str, language: str) -> str:
    """Words without the number of sorts at their end: 实施 of 实施4大类 and of 实施四大类."""
    own, rest = words(language), text.rstrip()
    sorts = next((word for word in longest_first(own.discourse.sorts) if rest.endswith(word)), "")
    lead = rest.removesuffix(sorts).rstrip(f"0123456789{''.join(own.numerals.digits)}")
    return lead if sorts and len(lead) + len(sorts) < len(rest) else text


def words_behind(told: Told) -> str:
    """The words of its clause behind a figure and what qualifies it."""
    after = plain(told.after).lstrip()
    for word in touching_after(after, told.language):
        after = after.lstrip().removeprefix(word)
    return after.strip()


def ends(discourse: Discourse, told: Told) -> bool:
    """Whether nothing behind a figure in its clause could make it one of something else."""
    behind = words_behind(told)
    return not behind or behind.startswith(discourse.ending)


def adds_up(subject: Subject) -> bool:
    """Whether a figure of the plan's whole period can be the subject's: a number of members, a running total."""
    return subject.counted or (subject.indicator is not None and subject.indicator.cumulative)
