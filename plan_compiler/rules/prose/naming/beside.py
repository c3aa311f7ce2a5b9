"""What is named in the words that touch a figure: 生产总值达到380亿元; 建成5家省级未来社区."""

from msgspec.structs import replace

from plan_compiler.language.typography import in_chinese
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.quantity.mention import touching_after
from plan_compiler.quantity.units import is_count, is_pure
from plan_compiler.rules.prose.clauses import clauses
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.lists import name_of
from plan_compiler.rules.prose.naming.basis import Basis
from plan_compiler.rules.prose.naming.earlier import carried
from plan_compiler.rules.prose.naming.named import COUNT, Named, adds_up, ends, is_cumulative
from plan_compiler.rules.prose.subjects import By, Subject
from plan_compiler.rules.prose.wording import longest_first, plain

_LOOK_BACK = 400
"""How far before 共70个项目 the projects may be named."""


def named_apart(basis: Basis, told: Told) -> Named | None:
    """城镇化率、森林覆盖率分别达到71%、45.5%: each figure is of the name at its own place."""
    found = name_of(told.run.text, told.start, basis.language)
    if found is None:
        return None
    name, between = plain(found[0]), plain(found[1])
    subject = basis.names.subjects.get(name[basis.names.opening(name, basis.known.leading) :].strip())
    changes = any(word in between for word, aspect in basis.known.aspects.items() if aspect is Aspect.CHANGE)
    if subject is None or subject.by is not By.YEAR or changes or not basis.known.between.fills(between):
        return None
    return Named(subject, False, apart=True)


def named_before(basis: Basis, told: Told) -> Named | None:
    """到2030年，地区生产总值达到380亿元: the name stands before the figure in its clause, with nothing else there."""
    words, cumulative = plain(told.before), is_cumulative(basis.known, told)
    for start in range(len(words)):
        name = basis.names.lexicon.at(words, start)
        if not name:
            continue
        subject = basis.names.subjects[name]
        column = _column_at_end(subject, words[:start]) if subject else ""
        before, opens = start - len(column), basis.opens_for(words, subject) if subject else 0
        leads = basis.known.leading.fills(words, opens, before)
        if subject and (leads or basis.known.making.fills(words, opens, before)):
            fits = _fits(basis, subject, words[start + len(name) :], cumulative)
            exact = fits is not None and fits.exact and (leads or cumulative) and ends(basis.discourse, told)
            return fits and replace(fits, exact=exact, picked=fits.picked or column)
        if leads:
            return None
    return None


def _fits(basis: Basis, subject: Subject, rest: str, cumulative: bool) -> Named | None:
    """Whether `rest`, between the name and the figure, leaves the figure to the subject."""
    if rest.rstrip().endswith(basis.discourse.joining):
        return None
    picked = ""
    if subject.falls:
        rest = _without_base(basis, rest)
        return Named(subject, False) if basis.known.between.fills(rest) else None
    if subject.by is By.AMOUNT:
        picked = next((word for word in basis.amounts() if word in rest), "")
        rest = rest.replace(picked, "", 1) if picked else (rest if subject.counted else "-")
        if not picked and subject.counted:
            fits = basis.known.between.fills(rest) or basis.known.making.fills(rest)
            return Named(subject, False, COUNT) if fits else None
    elif subject.by is By.COLUMN:
        picked = next((title for title in longest_first(subject.columns) if title in rest), "")
        rest = rest.replace(picked, "", 1)
    else:
        ending = next((word for word in basis.known.endings if rest.startswith(word)), "")
        rest = rest[len(ending) :]
        rest = rest[basis.opens(rest) :] if adds_up(subject) else rest
    if basis.known.between.fills(rest):
        return Named(subject, True, picked)
    return Named(subject, cumulative, picked) if basis.known.making.fills(rest) else None


def _without_base(basis: Basis, rest: str) -> str:
    """Words without the base year where that is compared with: 比2025年."""
    match = basis.known.years.search(rest)
    own = match is not None and match["compared"] and not match["last"] and int(match["year"]) == basis.years.base
    return f"{rest[: match.start()]}{rest[match.end() :]}" if match and own else rest


def named_behind(basis: Basis, told: Told) -> Named | None:
    """建成5家省级未来社区: the name follows the figure as its noun, and ends the clause."""
    before, after = plain(told.before), plain(told.after)
    lead = plain(told.opening).strip()
    opens = basis.opens(before)
    if not basis.known.making.fills(before, opens):
        return None
    after = _noun(basis, told, after)
    name = basis.names.lexicon.at(after, 0)
    if after in basis.discourse.members and lead.startswith(basis.discourse.summing):
        earlier = told.run.text[max(0, told.opens - _LOOK_BACK) : told.opens]
        return carried(basis, clauses(plain(earlier)), COUNT)
    subject = basis.names.subjects[name] if name else None
    rest = after[len(name) :].strip()
    if subject is None or subject.by is By.COLUMN or not _ends_name(basis, rest):
        return None
    if opens and not adds_up(subject):
        return None
    if subject.by is By.AMOUNT:
        return Named(subject, False, COUNT) if subject.counted else None
    makes = any(word in before for word in basis.discourse.making)
    return Named(subject, is_cumulative(basis.known, told) or not makes)


def _noun(basis: Basis, told: Told, after: str) -> str:
    """The words from the noun of a figure on, of which `after` are those behind it; "" for a share, which is one of what is named there."""
    if not in_chinese(basis.language) and is_count(told.mention.quantity.unit):
        counted = plain(told.text).lstrip("0123456789., ")  # the noun is its unit: 5,200 new homes
        return f"{counted}{after}".strip()
    for word in touching_after(after, basis.language):
        after = after.lstrip()[len(word) :]
    joint = next((word for word in basis.discourse.joint if after.strip().startswith(word)), "")
    return "" if joint and is_pure(told.mention.quantity.unit) else after.strip().removeprefix(joint).lstrip()


def _ends_name(basis: Basis, rest: str) -> bool:
    """Whether nothing behind the name of what a figure is of makes it another: 48 km of cycle tracks will be open by 2030."""
    return (
        not rest or rest in basis.known.endings or (not in_chinese(basis.language) and basis.known.making.fills(rest))
    )


def _column_at_end(subject: Subject, before: str) -> str:
    """The title of a column of its table that stands right before the name of a row: 现状水系面积."""
    return next((title for title in longest_first(subject.columns) if title and before.endswith(title)), "")
