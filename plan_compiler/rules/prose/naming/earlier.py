"""What is named in an earlier clause than that of a figure: 重大项目70个，总投资740亿元."""

import re
from collections.abc import Sequence

from plan_compiler.language.proofing import proofing
from plan_compiler.rules.prose.claims.annex.annexed import behind_annex, without_members
from plan_compiler.rules.prose.clauses import clauses, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.basis import Basis
from plan_compiler.rules.prose.naming.named import COUNT, Named, adds_up, is_cumulative, without_sorts, words_behind
from plan_compiler.rules.prose.periods import end_of_own
from plan_compiler.rules.prose.subjects import By
from plan_compiler.rules.prose.wording import plain

_REACH = 60
"""How far before a figure's clause the clause that names its subject may begin."""
_VERB = 4
"""How long the verb is at most that sets going what is named behind it."""
_MOST_DIGITS = 6


def named_earlier(basis: Basis, told: Told) -> Named | None:
    """重大项目70个，总投资740亿元: a sum follows what it is the sum of, the last that its sentence names."""
    words = plain(told.before)
    rest = words[basis.known.leading.end(words) :]
    picked = next((word for word in basis.amounts() if rest.startswith(word)), "")
    if not picked or not basis.known.between.fills(rest[len(picked) :]) or plain(told.after).startswith("的"):
        return None
    start = sentence_start(told.run.text, told.start)
    return carried(basis, clauses(plain(told.run.text[start : told.opens])), picked)


def carried(basis: Basis, earlier: Sequence[str], picked: str) -> Named | None:
    """The annex or its category where the last of `earlier` clauses to name something names that, and no part of it;
    a project where its name is all that the sentence says before: 滨江路，总投资5亿元."""
    told, of_part = [clause for clause in earlier if clause.strip()], False
    rest = behind_annex(told[-1].strip(), basis.known) if told and basis.names.annex else None
    if rest is not None and basis.names.annex is not None:
        lead, members = _counted(rest, basis)
        fills = basis.known.making.fills(without_members(lead, basis.discourse))
        return Named(basis.names.annex, False, picked, carried=True, members=members) if fills else None
    for clause in reversed(told):
        of_part = of_part or any(word in clause for word in basis.discourse.of_which)
        for at in range(len(clause)):
            if name := basis.names.lexicon.at(clause, at):
                subject = basis.names.subjects[name]
                lead, members = (
                    _counted(clause[:at], basis) if subject is not None and subject.counted else (clause[:at], None)
                )
                opens = end_of_own(lead, basis.known, basis.years)
                leads = basis.known.leading.fills(lead, opens) or basis.known.making.fills(lead, opens)
                rest = clause[at + len(name) :]
                own = subject is not None and (
                    _leaves_open(basis, rest)
                    if subject.counted
                    else subject.by is By.AMOUNT and len(told) == 1 and not rest.strip()
                )
                if not (subject and own and leads) or (of_part and subject.counted):
                    return None  # 重大项目16个，其中续建6个，总投资20亿元 may be that of the 6
                return Named(subject, False, picked, carried=True, members=members)
    return None


def _leaves_open(basis: Basis, rest: str) -> bool:
    """Whether what a clause says behind a name is but its number, or where it is listed."""
    figure = rest[basis.known.between.end(rest) :].strip()
    return not figure or figure[0].isdecimal() or re.match(proofing(basis.language).see, figure) is not None


def named_to_be_made(basis: Basis, told: Told) -> Named | None:
    """推进高标准农田建设，规划期内累计建成42平方公里: what comes together in the plan's period is of what the clause before it sets going."""
    before = plain(told.before).strip()
    opens = basis.opens(before)
    if not opens or not is_cumulative(basis.known, told) or not basis.known.making.fills(before, opens):
        return None
    if words_behind(told):
        return None
    start = sentence_start(told.run.text, told.start)
    earlier = [clause.strip() for clause in clauses(plain(told.run.text[start : told.opens])) if clause.strip()]
    if not earlier or len(earlier[-1]) > _REACH:
        return None
    found = ((at, basis.names.lexicon.at(earlier[-1], at)) for at in range(len(earlier[-1])))
    at, name = next(((at, name) for at, name in found if name), (0, ""))
    subject = basis.names.subjects[name] if name else None
    if subject is None or subject.by is not By.YEAR or not adds_up(subject):
        return None
    lead, rest = earlier[-1][:at], earlier[-1][at + len(name) :]
    goes_on = len(lead) <= _VERB and basis.known.making.fills(rest)
    return Named(subject, False, carried=True) if goes_on else None


def named_as_annex(basis: Basis, told: Told) -> Named | None:
    """附表安排项目70个; 本规划共安排70个项目: all that the annex lists."""
    words, after = plain(told.before), plain(told.after).strip()
    rest = behind_annex(words, basis.known)
    counted = after in basis.discourse.members or without_members(words, basis.discourse) != words
    if basis.names.annex is None or rest is None or not counted or (after and after not in basis.discourse.members):
        return None
    return (
        Named(basis.names.annex, False, COUNT)
        if basis.known.making.fills(without_members(rest, basis.discourse))
        else None
    )


def _counted(words: str, basis: Basis) -> tuple[str, int | None]:
    """Words before a name without the whole number, with its measure word, at their end, and that number: 实施12个; 实施4大类12个."""
    rest = words.rstrip().rstrip(basis.discourse.member_measures)
    lead = rest.rstrip("0123456789")
    digits = rest[len(lead) :]
    return (
        (without_sorts(lead, basis.language), int(digits)) if digits and len(digits) <= _MOST_DIGITS else (words, None)
    )
