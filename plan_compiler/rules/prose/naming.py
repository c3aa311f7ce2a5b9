"""The thing of the plan whose name stands beside a figure."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.discourse import Discourse
from plan_compiler.language.proofing import proofing
from plan_compiler.language.typography import in_chinese
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.words import words
from plan_compiler.quantity.mention import Mention, touching_after
from plan_compiler.quantity.scan import scan
from plan_compiler.quantity.units import is_count, is_pure
from plan_compiler.rules.prose.annexed import behind_annex, without_members
from plan_compiler.rules.prose.change_words import changes
from plan_compiler.rules.prose.clauses import clause_ends, clauses, sentence_start
from plan_compiler.rules.prose.figures import Told, unqualified
from plan_compiler.rules.prose.lists import name_of
from plan_compiler.rules.prose.periods import end_of_own
from plan_compiler.rules.prose.subjects import By, Names, Subject
from plan_compiler.rules.prose.wording import Wording, plain
from plan_compiler.rules.prose.years import PlanYears, own_opening

COUNT = "#"
"""Picks the number of a subject's members."""
_REACH = 60
"""How far before a figure's clause the clause that names its subject may begin."""
_YEAR_REACH = 12
"""How far before a figure's clause its year may stand in one of its own."""
_LOOK_BACK = 400
"""How far before 共70个项目 the projects may be named."""
_VERB = 4
"""How long the verb is at most that sets going what is named behind it."""
_MOST_DIGITS = 6


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


class Naming(Struct, frozen=True, dict=True):
    """Finds what is named; silent where more than one thing may be meant."""

    names: Names
    known: Wording
    discourse: Discourse
    years: PlanYears
    language: str

    @cached_property
    def _bracketed(self) -> tuple[str, ...]:
        """The names that have brackets in them, which end clauses elsewhere: 细颗粒物（PM2.5）浓度."""
        return tuple(name for name in self.names.subjects if ")" in name or "）" in name)

    def whole(self, told: Told) -> Told:
        """The figure with all its words before it, where the name before it has brackets."""
        if not self._bracketed or told.run.text[told.opens - 1 : told.opens] not in ("）", ")"):
            return told
        opens = self._clause_start(plain(told.run.text[: told.start]))
        before = unqualified(told.run.text[opens : told.start], told.language)
        return replace(told, opens=opens, before=before) if opens < told.opens else told

    def _clause_start(self, text: str) -> int:
        """Where the last clause of `text` begins: brackets within a name end none."""
        for start, end in reversed(clause_ends(text)):
            around = (text.find(name, max(0, start - len(name)), start + len(name)) for name in self._bracketed)
            if all(at < 0 or at > start for at in around):
                return end
        return 0

    def named(self, told: Told) -> Named | None:
        """The subject whose name stands beside the figure, with nothing between or around that could be another's."""
        found = self._found(told)
        return found if found is not None and self._is_of_its_kind(found.subject, told) else None

    def _is_of_its_kind(self, subject: Subject, told: Told) -> bool:
        """Whether no adjective before what is counted, and nothing behind a cost, tells of a part: 300 council homes; costs £5 million in repairs."""
        if in_chinese(self.language):
            return True
        counted = set(plain(told.text).split()) & set(words(self.language).units.adjectives)
        if not counted <= set(plain(subject.name).split()):
            return False
        behind = words_behind(told)
        return subject.by is not By.AMOUNT or not behind or behind.startswith(self.discourse.joining)

    def _found(self, told: Told) -> Named | None:
        return (
            self._named_apart(told)
            or self._named_before(told)
            or self._named_behind(told)
            or self._named_earlier(told)
            or self._named_at_start(told)
            or self._named_with_other_year(told)
            or self._named_to_be_made(told)
            or self._named_as_annex(told)
        )

    def _named_apart(self, told: Told) -> Named | None:
        """城镇化率、森林覆盖率分别达到71%、45.5%: each figure is of the name at its own place."""
        found = name_of(told.run.text, told.start, self.language)
        if found is None:
            return None
        name, between = plain(found[0]), plain(found[1])
        subject = self.names.subjects.get(name[self.known.leading.end(name) :].strip())
        changes = any(word in between for word, aspect in self.known.aspects.items() if aspect is Aspect.CHANGE)
        if subject is None or subject.by is not By.YEAR or changes or not self.known.between.fills(between):
            return None
        return Named(subject, False, apart=True)

    def _named_at_start(self, told: Told) -> Named | None:
        """生产总值由2025年的2850亿元增加到2030年的4200亿元: what a change ends at is of what is named before its start.

        Its year stands before it, else before the name: 到2030年，生产总值由2025年的2850亿元增加到4200亿元.
        """
        opening = plain(told.opening).rstrip("的 ")
        if not opening.endswith(self.discourse.to) and not self.known.years.search(opening):
            return None
        start = sentence_start(told.run.text, told.start)
        before = plain(told.run.text[start : told.opens])
        clause = before[self._clause_start(before) :]
        if not changes(self.language).verb(opening) and not changes(self.language).may_lead(f"{clause} {opening}"):
            return None
        opening = plain(own_opening(told, self.known)).rstrip("的 ")
        named = self._last_level(clause.strip(), told) if len(clause) <= _REACH else None
        if named is None:
            return None
        dated = self.known.years.search(opening) is not None
        dating = opening if dated else before[: len(before) - len(clause)]
        return replace(named, exact=dated and _ends(self.discourse, told), carried=False, dating=dating)

    def _named_with_other_year(self, told: Told) -> Named | None:
        """到2027年，生产总值达到3300亿元；到2030年，达到4200亿元: a clause with nothing but a year goes on about the indicator before it."""
        text, opens, before = told.run.text, told.opens, plain(told.before).strip()
        if not self.known.years.search(text, max(0, opens - _YEAR_REACH), told.start) or not self._leads_on(before):
            return None
        earlier = [clause for clause in clauses(plain(text[max(0, opens - _REACH) : opens])) if clause.strip()]
        times = list[str]()
        while earlier and self.known.leading.fills(earlier[-1].strip()):
            times.append(earlier.pop())
        dated = any(self.known.years.search(clause) for clause in (before, *times))
        return (
            self._last_level(earlier[-1].strip(), told) if earlier and dated and _ends(self.discourse, told) else None
        )

    def _named_to_be_made(self, told: Told) -> Named | None:
        """推进高标准农田建设，规划期内累计建成42平方公里: what comes together in the plan's period is of what the clause before it sets going."""
        before = plain(told.before).strip()
        opens = self._opens(before)
        if not opens or not self._is_cumulative(told) or not self.known.making.fills(before, opens):
            return None
        if words_behind(told):
            return None
        start = sentence_start(told.run.text, told.start)
        earlier = [clause.strip() for clause in clauses(plain(told.run.text[start : told.opens])) if clause.strip()]
        if not earlier or len(earlier[-1]) > _REACH:
            return None
        found = ((at, self.names.lexicon.at(earlier[-1], at)) for at in range(len(earlier[-1])))
        at, name = next(((at, name) for at, name in found if name), (0, ""))
        subject = self.names.subjects[name] if name else None
        if subject is None or subject.by is not By.YEAR or not _adds_up(subject):
            return None
        lead, rest = earlier[-1][:at], earlier[-1][at + len(name) :]
        goes_on = len(lead) <= _VERB and self.known.making.fills(rest)
        return Named(subject, False, carried=True) if goes_on else None

    def _named_as_annex(self, told: Told) -> Named | None:
        """附表安排项目70个; 本规划共安排70个项目: all that the annex lists."""
        words, after = plain(told.before), plain(told.after).strip()
        rest = behind_annex(words, self.known)
        counted = after in self.discourse.members or without_members(words, self.discourse) != words
        if self.names.annex is None or rest is None or not counted or (after and after not in self.discourse.members):
            return None
        return (
            Named(self.names.annex, False, COUNT)
            if self.known.making.fills(without_members(rest, self.discourse))
            else None
        )

    def _leads_on(self, before: str) -> bool:
        """Whether the words before a figure name nothing."""
        return self.known.between.fills(before) or self.known.leading.fills(before)

    def _last_level(self, clause: str, told: Told) -> Named | None:
        """The indicator whose figure a clause tells, in the unit of `told`, and nothing else."""
        start = self.known.leading.end(clause)
        name = self.names.lexicon.at(clause, start)
        subject = self.names.subjects[name] if name else None
        if subject is None or subject.by is not By.YEAR:
            return None
        rest = clause[start + len(name) :]
        figures = scan(rest, self.language)
        if len(figures) != 1 or not isinstance(mention := figures[0].reading, Mention) or mention.aspect is not None:
            return None
        low, high = figures[0].at
        behind = rest[high:].strip()
        for word in touching_after(behind, self.language):
            behind = behind.removeprefix(word).strip()
        same = mention.quantity.unit.text == told.mention.quantity.unit.text
        fits = same and not behind and self.known.between.fills(rest[:low])
        return Named(subject, False, carried=True) if fits else None

    def _named_before(self, told: Told) -> Named | None:
        words, cumulative = plain(told.before), self._is_cumulative(told)
        for start in range(len(words)):
            name = self.names.lexicon.at(words, start)
            if not name:
                continue
            subject = self.names.subjects[name]
            column = _column_at_end(subject, words[:start]) if subject else ""
            before, opens = start - len(column), self._opens(words) if subject and _adds_up(subject) else 0
            leads = self.known.leading.fills(words, opens, before)
            if subject and (leads or self.known.making.fills(words, opens, before)):
                fits = self._fits(subject, words[start + len(name) :], cumulative)
                exact = fits is not None and fits.exact and (leads or cumulative) and _ends(self.discourse, told)
                return fits and replace(fits, exact=exact, picked=fits.picked or column)
            if leads:
                return None
        return None

    def _opens(self, words: str) -> int:
        """Where a clause on what the plan has goes on behind its period: 规划期内安排重大项目70个."""
        return end_of_own(words, self.known, self.years)

    def _fits(self, subject: Subject, rest: str, cumulative: bool) -> Named | None:
        """Whether `rest`, between the name and the figure, leaves the figure to the subject."""
        if rest.rstrip().endswith(self.discourse.joining):
            return None
        picked = ""
        if subject.falls:
            rest = self._without_base(rest)
            return Named(subject, False) if self.known.between.fills(rest) else None
        if subject.by is By.AMOUNT:
            picked = next((word for word in self._amounts() if word in rest), "")
            rest = rest.replace(picked, "", 1) if picked else (rest if subject.counted else "-")
            if not picked and subject.counted:
                fits = self.known.between.fills(rest) or self.known.making.fills(rest)
                return Named(subject, False, COUNT) if fits else None
        elif subject.by is By.COLUMN:
            picked = next((title for title in _longest_first(subject.columns) if title in rest), "")
            rest = rest.replace(picked, "", 1)
        else:
            ending = next((word for word in self.known.endings if rest.startswith(word)), "")
            rest = rest[len(ending) :]
            rest = rest[self._opens(rest) :] if _adds_up(subject) else rest
        if self.known.between.fills(rest):
            return Named(subject, True, picked)
        return Named(subject, cumulative, picked) if self.known.making.fills(rest) else None

    def _without_base(self, rest: str) -> str:
        """Words without the base year where that is compared with: 比2025年."""
        match = self.known.years.search(rest)
        own = match is not None and match["compared"] and not match["last"] and int(match["year"]) == self.years.base
        return f"{rest[: match.start()]}{rest[match.end() :]}" if match and own else rest

    def _amounts(self) -> tuple[str, ...]:
        return _longest_first((*self.discourse.in_period_investment, *self.discourse.total_investment))

    def _named_behind(self, told: Told) -> Named | None:
        """建成5家省级未来社区: the name follows the figure as its noun, and ends the clause."""
        before, after = plain(told.before), plain(told.after)
        lead = plain(told.opening).strip()
        opens = self._opens(before)
        if not self.known.making.fills(before, opens):
            return None
        after = self._noun(told, after)
        name = self.names.lexicon.at(after, 0)
        if after in self.discourse.members and lead.startswith(self.discourse.summing):
            earlier = told.run.text[max(0, told.opens - _LOOK_BACK) : told.opens]
            return self._carried(clauses(plain(earlier)), COUNT)
        subject = self.names.subjects[name] if name else None
        rest = after[len(name) :].strip()
        if subject is None or subject.by is By.COLUMN or not self._ends_name(rest):
            return None
        if opens and not _adds_up(subject):
            return None
        if subject.by is By.AMOUNT:
            return Named(subject, False, COUNT) if subject.counted else None
        makes = any(word in before for word in self.discourse.making)
        return Named(subject, self._is_cumulative(told) or not makes)

    def _noun(self, told: Told, after: str) -> str:
        """The words from the noun of a figure on, of which `after` are those behind it; "" for a share, which is one of what is named there."""
        if not in_chinese(self.language) and is_count(told.mention.quantity.unit):
            counted = plain(told.text).lstrip("0123456789., ")  # the noun is its unit: 5,200 new homes
            return f"{counted}{after}".strip()
        for word in touching_after(after, self.language):
            after = after.lstrip()[len(word) :]
        joint = next((word for word in self.discourse.joint if after.strip().startswith(word)), "")
        return "" if joint and is_pure(told.mention.quantity.unit) else after.strip().removeprefix(joint).lstrip()

    def _ends_name(self, rest: str) -> bool:
        """Whether nothing behind the name of what a figure is of makes it another: 48 km of cycle tracks will be open by 2030."""
        return (
            not rest or rest in self.known.endings or (not in_chinese(self.language) and self.known.making.fills(rest))
        )

    def _named_earlier(self, told: Told) -> Named | None:
        """重大项目70个，总投资740亿元: a sum follows what it is the sum of, the last that its sentence names."""
        words = plain(told.before)
        rest = words[self.known.leading.end(words) :]
        picked = next((word for word in self._amounts() if rest.startswith(word)), "")
        if not picked or not self.known.between.fills(rest[len(picked) :]) or plain(told.after).startswith("的"):
            return None
        start = sentence_start(told.run.text, told.start)
        return self._carried(clauses(plain(told.run.text[start : told.opens])), picked)

    def _carried(self, earlier: Sequence[str], picked: str) -> Named | None:
        """The annex or its category where the last of `earlier` clauses to name something names that, and no part of it;
        a project where its name is all that the sentence says before: 滨江路，总投资5亿元."""
        told = [clause for clause in earlier if clause.strip()]
        rest = behind_annex(told[-1].strip(), self.known) if told and self.names.annex else None
        if rest is not None and self.names.annex is not None:
            lead, members = _counted(rest, self.discourse.member_measures)
            fills = self.known.making.fills(without_members(lead, self.discourse))
            return Named(self.names.annex, False, picked, carried=True, members=members) if fills else None
        for clause in reversed(told):
            for at in range(len(clause)):
                if name := self.names.lexicon.at(clause, at):
                    subject = self.names.subjects[name]
                    lead, members = (
                        _counted(clause[:at], self.discourse.member_measures)
                        if subject is not None and subject.counted
                        else (clause[:at], None)
                    )
                    leads = self.known.leading.fills(lead) or self.known.making.fills(lead)
                    rest = clause[at + len(name) :]
                    own = subject is not None and (
                        self._leaves_open(rest)
                        if subject.counted
                        else subject.by is By.AMOUNT and len(told) == 1 and not rest.strip()
                    )
                    if not (subject and own and leads):
                        return None
                    return Named(subject, False, picked, carried=True, members=members)
        return None

    def _leaves_open(self, rest: str) -> bool:
        """Whether what a clause says behind a name is but its number, or where it is listed."""
        figure = rest[self.known.between.end(rest) :].strip()
        return not figure or figure[0].isdecimal() or re.match(proofing(self.language).see, figure) is not None

    def _is_cumulative(self, told: Told) -> bool:
        return aspect_of(self.known, told) is Aspect.CUMULATIVE


def _counted(words: str, measures: str) -> tuple[str, int | None]:
    """Words before a name without the whole number, with its measure word, at their end, and that number: 实施12个."""
    rest = words.rstrip().rstrip(measures)
    lead = rest.rstrip("0123456789")
    digits = rest[len(lead) :]
    return (lead, int(digits)) if digits and len(digits) <= _MOST_DIGITS else (words, None)


def aspect_of(known: Wording, told: Told) -> Aspect | None:
    """Whether a figure is said to be all there are (累计培育100家) or what is new (新增高新技术企业100家)."""
    found = {aspect for word, aspect in known.aspects.items() if word in told.before} | {told.mention.aspect}
    return next((aspect for aspect in (Aspect.CUMULATIVE, Aspect.CHANGE) if aspect in found), None)


def words_behind(told: Told) -> str:
    """The words of its clause behind a figure and what qualifies it."""
    after = plain(told.after).lstrip()
    for word in touching_after(after, told.language):
        after = after.lstrip().removeprefix(word)
    return after.strip()


def _ends(discourse: Discourse, told: Told) -> bool:
    """Whether nothing behind a figure in its clause could make it one of something else."""
    behind = words_behind(told)
    return not behind or behind.startswith(discourse.ending)


def _adds_up(subject: Subject) -> bool:
    """Whether a figure of the plan's whole period can be the subject's: a number of members, a running total."""
    return subject.counted or (subject.indicator is not None and subject.indicator.cumulative)


def _longest_first(choices: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(choices, key=len, reverse=True))


def _column_at_end(subject: Subject, before: str) -> str:
    """The title of a column of its table that stands right before the name of a row: 现状水系面积."""
    return next((title for title in _longest_first(subject.columns) if title and before.endswith(title)), "")
