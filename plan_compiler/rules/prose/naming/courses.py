"""What goes on about the indicator of the figure before: 由2850亿元增加到4200亿元; 到2030年，达到4200亿元."""

from msgspec.structs import replace

from plan_compiler.quantity.mention import Mention, touching_after
from plan_compiler.quantity.scan import scan
from plan_compiler.rules.prose.claims.changes.change_words import changes
from plan_compiler.rules.prose.clauses import clauses, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.basis import Basis
from plan_compiler.rules.prose.naming.named import Named, ends
from plan_compiler.rules.prose.subjects import By
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import own_opening

_REACH = 60
"""How far before a figure's clause the clause that names its subject may begin."""
_YEAR_REACH = 12
"""How far before a figure's clause its year may stand in one of its own."""


def named_at_start(basis: Basis, told: Told) -> Named | None:
    """生产总值由2025年的2850亿元增加到2030年的4200亿元: what a change ends at is of what is named before its start.

    Its year stands before it, else before the name: 到2030年，生产总值由2025年的2850亿元增加到4200亿元.
    """
    opening = plain(told.opening).rstrip("的 ")
    if not opening.endswith(basis.discourse.to) and not basis.known.years.search(opening):
        return None
    start = sentence_start(told.run.text, told.start)
    written = told.run.text[start : told.opens]
    before = plain(written)
    opens = basis.clause_start(before)
    clause = before[opens:]
    if not changes(basis.language).verb(opening) and not changes(basis.language).may_lead(f"{clause} {opening}"):
        return None
    opening = plain(own_opening(told, basis.known)).rstrip("的 ")
    named = _last_level(basis, written[opens:].strip(), told) if len(clause) <= _REACH else None
    if named is None:
        return None
    dated = basis.known.years.search(opening) is not None
    dating = opening if dated else before[: len(before) - len(clause)]
    return replace(named, exact=dated and ends(basis.discourse, told), carried=False, dating=dating)


def named_with_other_year(basis: Basis, told: Told) -> Named | None:
    """到2027年，生产总值达到3300亿元；到2030年，达到4200亿元: a clause with nothing but a year goes on about the indicator before it."""
    text, opens, before = told.run.text, told.opens, plain(told.before).strip()
    if not basis.known.years.search(text, max(0, opens - _YEAR_REACH), told.start) or not basis.leads_on(before):
        return None
    earlier = [clause for clause in clauses(text[max(0, opens - _REACH) : opens]) if clause.strip()]
    times = list[str]()
    while earlier and basis.known.leading.fills(plain(earlier[-1]).strip()):
        times.append(plain(earlier.pop()))
    dated = any(basis.known.years.search(clause) for clause in (before, *times))
    return _last_level(basis, earlier[-1].strip(), told) if earlier and dated and ends(basis.discourse, told) else None


def _last_level(basis: Basis, written: str, told: Told) -> Named | None:
    """The indicator whose figure a clause tells, in the unit of `told`, and nothing else."""
    clause = plain(written)
    start = basis.names.opening(clause, basis.known.leading)
    name = basis.names.lexicon.at(clause, start)
    subject = basis.names.subjects[name] if name else None
    if subject is None or subject.by is not By.YEAR:
        return None
    rest = clause[start + len(name) :]
    rest = rest[len(next((word for word in basis.known.endings if rest.startswith(word)), "")) :]
    figures = scan(written[len(written) - len(rest) :], basis.language)
    if len(figures) != 1 or not isinstance(mention := figures[0].reading, Mention) or mention.aspect is not None:
        return None
    low, high = figures[0].at
    behind = rest[high:].strip()
    for word in touching_after(behind, basis.language):
        behind = behind.removeprefix(word).strip()
    same = mention.quantity.unit.text == told.mention.quantity.unit.text
    fits = same and not behind and basis.known.between.fills(rest[:low])
    return Named(subject, False, carried=True) if fits else None
