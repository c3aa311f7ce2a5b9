"""Which figure of the plan a figure in a text speaks of."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.proofing import proofing
from plan_compiler.language.vocabulary import Aspect, Discourse
from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.plan import Plan
from plan_compiler.quantity.mention import Mention, touching_after
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.scan import scan
from plan_compiler.quantity.units import Relation, is_count, relation
from plan_compiler.rules.prose.clauses import clauses, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.lists import name_of
from plan_compiler.rules.prose.subjects import By, Names, Subject
from plan_compiler.rules.prose.wording import Wording, plain
from plan_compiler.rules.prose.years import PlanYears, YearTold, year_of

COUNT = "#"
"""Picks the number of a subject's members."""
_REACH = 60
"""How far before a figure's clause another subject of a sum may be named."""
_YEAR_REACH = 12
"""How far before a figure's clause its year may stand in one of its own."""
_LOOK_BACK = 400
"""How far before 共70个项目 the projects may be named."""


class Spoken(Struct, frozen=True):
    """A figure of a text with the figure of the plan that it speaks of.

    `aspect` says whether it is told as a change or a running total, by the words that touch it or those before its
    name. `explicit` where the sentence itself says name, unit and year in full; else one of them was inferred.
    """

    told: Told
    subject: Subject
    key: str
    value: Quantity
    year: int | None
    aspect: Aspect | None
    explicit: bool


class Named(Struct, frozen=True):
    """A subject named beside a figure. `exact` where nothing but its name stands there; `picked` are the words that
    pick one of its amounts or columns. `apart` where names and figures are listed apart; `carried` where an earlier clause of the sentence, or of the paragraph, names it.
    """

    subject: Subject
    exact: bool
    picked: str = ""
    carried: bool = False
    apart: bool = False


class Attribution(Struct, frozen=True):
    """Decides what figures speak of; silent where more than one thing may be meant."""

    linked: LinkedPlan
    names: Names
    known: Wording
    discourse: Discourse
    years: PlanYears
    level: str | None
    """That of the plan's own area, where its title says it: 市."""

    def spoken(self, told: Told) -> Spoken | None:
        """The figure of the plan that `told` speaks of; None where that is not certain enough."""
        named = self.named(told)
        if named is None or self._is_elsewhere(told) or self._is_of_something_else(told, named):
            return None
        headings = headings_of(self.linked.plan, told.run.path)
        starts = self._start_of_change(told)
        year = year_of(told, headings, self.years, self.known, starts=starts)
        dated = year is not None and year.explicit
        if (starts is not None and not dated) or (year is not None and self._is_intended(told, year.year)):
            return None
        key = self._key(told, named, year)
        node = self.linked.figures.get(key)
        if node is None or not isinstance(node.result, Quantity):
            return None
        alike = relation(told.mention.quantity.unit, node.result.unit)
        if alike is Relation.NONE:
            return None
        setting = _Setting.UNCLEAR if named.carried else self._setting(told)
        if setting is _Setting.NARROWED:
            return None
        sure = named.exact and alike is Relation.SAME and setting is _Setting.CLEAR
        match named.subject.by:
            case By.YEAR:
                explicit = sure and year is not None and year.explicit
            case By.AMOUNT:
                explicit = sure and not (named.subject.described or (named.subject.counted and dated))
            case By.COLUMN | By.NAME:
                explicit = False
        return Spoken(told, named.subject, key, node.result, year.year if year else None, self._aspect(told), explicit)

    def _key(self, told: Told, named: Named, year: YearTold | None) -> str:
        """The key of the figure; "" where the words pick none."""
        match named.subject.by:
            case By.YEAR:
                return f"{named.subject.id}[{year.year}]" if year else ""
            case By.AMOUNT if named.picked is COUNT:
                dated = year is not None and year.explicit
                return f"count({named.subject.id})" if is_count(told.mention.quantity.unit) and not dated else ""
            case By.AMOUNT:
                within = named.picked in self.discourse.in_period_investment
                return f"{named.subject.id}.{'in_period' if within else 'total'}"
            case By.COLUMN:
                column = named.subject.columns.get(named.picked) or _of_year(named.subject, year)
                return f"{named.subject.id}.{column}"
            case By.NAME:
                return named.subject.id

    def named(self, told: Told) -> Named | None:
        """The subject whose name stands beside the figure, with nothing between or around that could be another's."""
        return (
            self._named_apart(told)
            or self._named_before(told)
            or self._named_behind(told)
            or self._named_earlier(told)
            or self._named_with_other_year(told)
        )

    def _named_apart(self, told: Told) -> Named | None:
        """城镇化率、森林覆盖率分别达到71%、45.5%: each figure is of the name at its own place."""
        found = name_of(told.run.text, told.start, self.linked.plan.language)
        if found is None:
            return None
        name, between = plain(found[0]), plain(found[1])
        leading = self.known.leading.match(name)
        subject = self.names.subjects.get(name[leading.end() if leading else 0 :].strip())
        changes = any(word in between for word, aspect in self.known.aspects.items() if aspect is Aspect.CHANGE)
        if subject is None or subject.by is not By.YEAR or changes or not self.known.between.fullmatch(between):
            return None
        return Named(subject, False, apart=True)

    def _named_with_other_year(self, told: Told) -> Named | None:
        """到2027年，生产总值达到3300亿元；到2030年，达到4200亿元: a clause with nothing but a year goes on about the indicator before it."""
        text, opens, before = told.run.text, told.opens, plain(told.before).strip()
        if not self.known.years.search(text, max(0, opens - _YEAR_REACH), told.start) or not self._leads_on(before):
            return None
        earlier = [clause for clause in clauses(plain(text[max(0, opens - _REACH) : opens])) if clause.strip()]
        times = list[str]()
        while earlier and self.known.leading.fullmatch(earlier[-1].strip()):
            times.append(earlier.pop())
        dated = any(self.known.years.search(clause) for clause in (before, *times))
        return self._last_level(earlier[-1].strip(), told) if earlier and dated and self._ends(told) else None

    def _leads_on(self, before: str) -> bool:
        """Whether the words before a figure name nothing."""
        return self.known.between.fullmatch(before) is not None or self.known.leading.fullmatch(before) is not None

    def _last_level(self, clause: str, told: Told) -> Named | None:
        """The indicator whose figure a clause tells, in the unit of `told`, and nothing else."""
        leading = self.known.leading.match(clause)
        start = leading.end() if leading else 0
        name = self.names.lexicon.at(clause, start)
        subject = self.names.subjects[name] if name else None
        if subject is None or subject.by is not By.YEAR:
            return None
        rest = clause[start + len(name) :]
        figures = scan(rest, self.linked.plan.language)
        if len(figures) != 1 or not isinstance(mention := figures[0].reading, Mention) or mention.aspect is not None:
            return None
        low, high = figures[0].at
        behind = rest[high:].strip()
        for word in touching_after(behind, self.linked.plan.language):
            behind = behind.removeprefix(word).strip()
        same = mention.quantity.unit.text == told.mention.quantity.unit.text
        fits = same and not behind and self.known.between.fullmatch(rest[:low])
        return Named(subject, False, carried=True) if fits else None

    def _named_before(self, told: Told) -> Named | None:
        words, cumulative = plain(told.before), self._is_cumulative(told)
        for start in range(len(words)):
            name = self.names.lexicon.at(words, start)
            if not name:
                continue
            subject = self.names.subjects[name]
            column = _column_at_end(subject, words[:start]) if subject else ""
            before, opens = start - len(column), self._opens(words) if subject and subject.counted else 0
            leads = self.known.leading.fullmatch(words, opens, before) is not None
            if subject and (leads or self.known.making.fullmatch(words, opens, before)):
                fits = self._fits(subject, words[start + len(name) :], cumulative)
                exact = fits is not None and fits.exact and (leads or cumulative) and self._ends(told)
                return fits and replace(fits, exact=exact, picked=fits.picked or column)
            if leads:
                return None
        return None

    def _opens(self, words: str) -> int:
        """Where a clause on what the plan has goes on behind its period: 规划期内安排重大项目70个."""
        match = self.known.within.match(words)
        own = match is not None and (match["plan"] is None or self.known.plans[match["plan"]] == self.years.final)
        return match.end() if match and own else 0

    def _fits(self, subject: Subject, rest: str, cumulative: bool) -> Named | None:
        """Whether `rest`, between the name and the figure, leaves the figure to the subject."""
        picked = ""
        if subject.by is By.AMOUNT:
            picked = next((word for word in self._amounts() if word in rest), "")
            rest = rest.replace(picked, "", 1) if picked else (rest if subject.counted else "-")
            if not picked and subject.counted:
                fits = self.known.between.fullmatch(rest) or self.known.making.fullmatch(rest)
                return Named(subject, False, COUNT) if fits else None
        elif subject.by is By.COLUMN:
            picked = next((title for title in _longest_first(subject.columns) if title in rest), "")
            rest = rest.replace(picked, "", 1)
        else:
            ending = next((word for word in self.known.endings if rest.startswith(word)), "")
            rest = rest[len(ending) :]
        if self.known.between.fullmatch(rest):
            return Named(subject, True, picked)
        return Named(subject, cumulative, picked) if self.known.making.fullmatch(rest) else None

    def _amounts(self) -> tuple[str, ...]:
        return _longest_first((*self.discourse.in_period_investment, *self.discourse.total_investment))

    def _named_behind(self, told: Told) -> Named | None:
        """建成5家省级未来社区: the name follows the figure as its noun, and ends the clause."""
        before, after = plain(told.before), plain(told.after)
        lead = plain(told.opening).strip()
        if not self.known.making.fullmatch(before):
            return None
        for word in touching_after(after, self.linked.plan.language):
            after = after.lstrip()[len(word) :]
        after = after.strip().removeprefix("的")
        name = self.names.lexicon.at(after, 0)
        if after in self.discourse.members and lead.startswith(self.discourse.summing):
            earlier = told.run.text[max(0, told.opens - _LOOK_BACK) : told.opens]
            return self._carried(clauses(plain(earlier)), COUNT)
        subject = self.names.subjects[name] if name else None
        rest = after[len(name) :].strip()
        if subject is None or subject.by is By.COLUMN or (rest and rest not in self.known.endings):
            return None
        if subject.by is By.AMOUNT:
            return Named(subject, False, COUNT) if subject.counted else None
        makes = any(word in before for word in self.discourse.making)
        return Named(subject, self._is_cumulative(told) or not makes)

    def _named_earlier(self, told: Told) -> Named | None:
        """重大项目70个，总投资740亿元: a sum follows what it is the sum of, the last that its sentence names."""
        words = plain(told.before)
        leading = self.known.leading.match(words)
        rest = words[leading.end() if leading else 0 :]
        picked = next((word for word in self._amounts() if rest.startswith(word)), "")
        if not picked or not self.known.between.fullmatch(rest[len(picked) :]) or plain(told.after).startswith("的"):
            return None
        start = sentence_start(told.run.text, told.start)
        return self._carried(clauses(plain(told.run.text[start : told.opens])), picked)

    def _carried(self, earlier: Sequence[str], picked: str) -> Named | None:
        """The annex or its category where the last of `earlier` clauses to name something names that, and no part of it;
        a project where its name is all that the sentence says before: 滨江路，总投资5亿元."""
        told = [clause for clause in earlier if clause.strip()]
        for clause in reversed(told):
            for at in range(len(clause)):
                if name := self.names.lexicon.at(clause, at):
                    subject = self.names.subjects[name]
                    leads = self.known.leading.fullmatch(clause, 0, at) or self.known.making.fullmatch(clause, 0, at)
                    rest = clause[at + len(name) :]
                    own = subject is not None and (
                        self._leaves_open(rest)
                        if subject.counted
                        else subject.by is By.AMOUNT and len(told) == 1 and not rest.strip()
                    )
                    return Named(subject, False, picked, carried=True) if subject and own and leads else None
        return None

    def _leaves_open(self, rest: str) -> bool:
        """Whether what a clause says behind a name is but its number, or where it is listed."""
        leads = self.known.between.match(rest)
        figure = rest[leads.end() if leads else 0 :].strip()
        return (
            not figure or figure[0].isdecimal() or re.match(proofing(self.linked.plan.language).see, figure) is not None
        )

    def _is_cumulative(self, told: Told) -> bool:
        return self._aspect(told) is Aspect.CUMULATIVE

    def _aspect(self, told: Told) -> Aspect | None:
        """Whether it is said to be all there are (累计培育100家) or what is new (新增高新技术企业100家)."""
        found = {aspect for word, aspect in self.known.aspects.items() if word in told.before} | {told.mention.aspect}
        return next((aspect for aspect in (Aspect.CUMULATIVE, Aspect.CHANGE) if aspect in found), None)

    def _start_of_change(self, told: Told) -> str | None:
        """The words between 从 and a figure that a change starts from; None where there is no such word."""
        starts = [told.before.rfind(word) + len(word) for word in self.discourse.from_ if word in told.before]
        return told.before[max(starts) :] if starts else None

    def _is_intended(self, told: Told, year: int) -> bool:
        """Whether it was the target for a year that is past by now: what came of it may be something else."""
        past = self.years.base is not None and year <= self.years.base
        return past and any(word in told.before or word in told.after for word in self.discourse.intended)

    def _behind(self, told: Told) -> str:
        """The words of its clause behind a figure and what qualifies it."""
        after = plain(told.after).lstrip()
        for word in touching_after(after, self.linked.plan.language):
            after = after.lstrip().removeprefix(word)
        return after.strip()

    def _ends(self, told: Told) -> bool:
        """Whether nothing behind a figure in its clause could make it one of something else."""
        behind = self._behind(told)
        return not behind or behind.startswith(self.discourse.ending)

    def _is_of_something_else(self, told: Told, named: Named) -> bool:
        """Whether it is the mark that others are beyond (60%以上的县), one of several that share a sum (甲、乙总投资…), how often
        it is what it was (翻一番), or how many of the named are something (有520家为规上企业).
        """
        if told.text in words(self.linked.plan.language).numerals.multiples:
            return True
        if named.subject.counted and self._is_yearly(told):
            return True
        behind = self._behind(told)
        if behind.startswith(self.discourse.possessive) and not any(word in behind for word in self.discourse.intended):
            return True
        if is_count(told.mention.quantity.unit) and behind.startswith(self.discourse.becoming):
            return True
        if named.apart:
            return False
        lead = plain(told.run.text[max(0, told.opens - _REACH) : told.opens]).rstrip()
        beside = lead.endswith(self.discourse.joining) and self.names.lexicon.ending(lead[:-1].rstrip())
        return bool(beside)

    def _is_yearly(self, told: Told) -> bool:
        """Whether its sentence is of a year, and not of the whole plan."""
        sentence = told.run.text[sentence_start(told.run.text, told.start) : told.start]
        return any(word in sentence for word in self.discourse.within_a_year)

    def _is_elsewhere(self, told: Told) -> bool:
        """Whether its sentence speaks of another area before it, or its heading of a smaller one."""
        text = told.run.text
        areas = self.known.elsewhere.finditer(text, sentence_start(text, told.start), told.start)
        if any(area["level"] is None or area["level"] != self.level for area in areas):
            return True
        headings = headings_of(self.linked.plan, told.run.path)
        return any(heading.rstrip("。；").endswith(self.discourse.narrower) for heading in headings)

    def _setting(self, told: Told) -> "_Setting":
        """What the clauses before it in its sentence do to what it names."""
        text = told.run.text
        start = sentence_start(text, told.start)
        found = {self._of_clause(plain(part)) for part in clauses(text[start : max(told.opens, start)])}
        return next((setting for setting in (_Setting.NARROWED, _Setting.UNCLEAR) if setting in found), _Setting.CLEAR)

    def _of_clause(self, clause: str) -> "_Setting":
        leading = self.known.leading.match(clause)
        rest = clause[leading.end() if leading else 0 :].strip()
        if not rest or self.names.lexicon.at(rest, 0) or self.known.going_on.match(rest):
            return _Setting.CLEAR
        named = any(self.names.lexicon.at(rest, at) for at in range(len(rest)))
        narrow = rest.endswith((*self.discourse.narrower, *self.discourse.places))
        return _Setting.NARROWED if named or narrow else _Setting.UNCLEAR


class _Setting(Enum):
    """What stands before a figure in its sentence."""

    CLEAR = auto()
    """Nothing but times and figures of the plan."""
    UNCLEAR = auto()
    """Other words, which may say of what part the figures are."""
    NARROWED = auto()
    """A part of the plan's area, or another area: 临港片区地区生产总值200亿元，…."""


def _longest_first(choices: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(choices, key=len, reverse=True))


def _column_at_end(subject: Subject, before: str) -> str:
    """The title of a column of its table that stands right before the name of a row: 现状水系面积."""
    return next((title for title in _longest_first(subject.columns) if title and before.endswith(title)), "")


def _of_year(subject: Subject, year: YearTold | None) -> str:
    """The only column whose title has the year."""
    found = [column for title, column in subject.columns.items() if year is not None and str(year.year) in title]
    return found[0] if len(found) == 1 else ""


def headings_of(plan: Plan, path: NodePath) -> tuple[str, ...]:
    """The titles of the sections that a text stands in, the nearest first."""
    titles: list[str] = []
    node: object = plan
    for part in path:
        node = node[part] if isinstance(node, tuple) and isinstance(part, int) else getattr(node, str(part), None)
        title = getattr(node, "title", None)
        if isinstance(title, str) and node is not plan:
            titles.append(title)
    return tuple(reversed(titles))
