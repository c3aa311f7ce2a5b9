"""What stands around a figure that may make it one of something else than what is named."""

from enum import Enum, auto

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.words import words
from plan_compiler.model.plan import Plan
from plan_compiler.quantity.units import is_count
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.clauses import clauses, sentence_end, sentence_start, sentences
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import Named, words_behind
from plan_compiler.rules.prose.subjects import By
from plan_compiler.rules.prose.wording import plain

_HEAD = 12
"""How many characters at the head of a sentence may hold the place that it is about."""
_LOOK_BACK = 200
"""How far before a sentence another may say of which place it is."""
_SHORT_HEADING = 8
_REACH = 60
"""How far before a figure's clause another subject of a sum may be named."""


class Setting(Enum):
    """What stands before a figure in its sentence."""

    CLEAR = auto()
    """Nothing but times and figures of the plan."""
    UNCLEAR = auto()
    """Other words, which may say of what part the figures are."""
    NARROWED = auto()
    """A part of the plan's area, or another area: 临港片区地区生产总值200亿元，…."""


class Surroundings(Struct, frozen=True):
    """Judges what stands around the figures of a plan's texts."""

    background: Background

    def is_intended(self, told: Told, year: int, name: str = "") -> bool:
        """Whether it was the target for a year that is past by now: what came of it may be something else. `name` is what it is named by,
        which may have such a word itself (人均预期寿命).
        """
        past = self.background.years.base is not None and year <= self.background.years.base
        beside = (plain(told.before).replace(plain(name).strip(), ""), told.after)
        return past and any(word in each for word in self.background.discourse.intended for each in beside)

    def is_of_something_else(self, told: Told, named: Named) -> bool:
        """Whether it is the mark that others are beyond (60%以上的县), one of several that share a sum (甲、乙总投资…), how often
        it is what it was (翻一番), how many of the named are something (有520家为规上企业), or by how much it differs (6 km short of).
        """
        if told.text in words(self.background.linked.plan.language).numerals.multiples:
            return True
        if self._is_of_another_time(told, named) or self._is_of_each(told, named):
            return True
        behind = words_behind(told)
        if behind.startswith(self.background.discourse.possessive) and not any(
            word in behind for word in self.background.discourse.intended
        ):
            return True
        discourse = self.background.discourse
        becoming = discourse.becoming if is_count(told.mention.quantity.unit) else ()
        if behind.startswith((*becoming, *discourse.differing_from)):
            return True
        if named.apart:
            return False
        lead = plain(told.run.text[max(0, told.opens - _REACH) : told.opens]).rstrip()
        joint = next((word for word in self.background.discourse.joining if lead.endswith(word)), "")
        beside = joint and self.background.names.lexicon.ending(lead.removesuffix(joint).rstrip())
        return bool(beside)

    def _is_of_each(self, told: Told, named: Named) -> bool:
        """Whether it is a part of so much for each, where all there is of it is named: 每千人口床位7.5张，其中基层医疗机构床位1.3张."""
        start, discourse = sentence_start(told.run.text, told.start), self.background.discourse
        before = told.run.text[start : told.start]
        whole = before[: max(0, *map(before.rfind, discourse.of_which))]
        return any(word in whole and word not in named.subject.name for word in discourse.for_each)

    def _is_yearly(self, told: Told) -> bool:
        """Whether its sentence is of a year, and not of the whole plan."""
        sentence = told.run.text[sentence_start(told.run.text, told.start) : told.start]
        return any(word in sentence for word in self.background.discourse.within_a_year)

    def _is_of_another_time(self, told: Told, named: Named) -> bool:
        """Whether it is of a year, of another plan, or of more than is listed, where that is named which the annex lists for the whole plan."""
        if named.subject.counted and self._is_yearly(told):
            return True
        return named.subject.by is By.AMOUNT and (self._is_of_another_plan(told) or self._is_of_more(told))

    def _is_of_another_plan(self, told: Told) -> bool:
        """Whether the last period before it in its sentence is of another plan, or its words are of the past: 过去五年，实施重大项目26个."""
        known, plan, discourse = self.background.known, self.background.years, self.background.discourse
        sentence = told.run.text[sentence_start(told.run.text, told.start) : told.start]
        if any(word in sentence for word in discourse.past):
            return True
        named = [(match.start(), last) for match, last in known.plans_in(sentence)]
        ranges = (match for match in known.years.finditer(sentence) if match["last"])
        spans = sorted(named + [(match.start(), int(match["last"])) for match in ranges])
        own = (last for at, last in spans if not plain(sentence[:at]).rstrip().endswith(discourse.compared))
        last = next(reversed(list(own)), plan.final)
        return last != plan.final and plan.base is not None and last is not None and last <= plan.base

    def _is_of_more(self, told: Told) -> bool:
        """Whether it is of more than what the annex lists, which the sentence tells apart: 共谋划项目58个，其中列入附表2个."""
        discourse, text = self.background.discourse, told.run.text
        behind = text[told.end : sentence_end(text, told.end)]
        among = max(map(behind.rfind, discourse.of_which))
        return among >= 0 and any(word in behind[among:] for word in discourse.of_annex)

    def is_elsewhere(self, told: Told) -> bool:
        """Whether its sentence speaks of another area, plan or part of a year before it, or its heading of a smaller area."""
        text = told.run.text
        if self._speaks_of_elsewhere(text[sentence_start(text, told.start) : told.start]):
            return True
        if self._is_of_part_of_a_year(told) or self._is_told_of_another(told) or self._is_in_one_case(told):
            return True
        headings = headings_of(self.background.linked.plan, told.run.path)
        return any(heading.rstrip("。；").endswith(self.background.discourse.narrower) for heading in headings)

    def _speaks_of_elsewhere(self, words: str) -> bool:
        areas = self.background.known.elsewhere.finditer(words)
        return any(area["level"] is None or area["level"] != self.background.level for area in areas)

    def _is_of_part_of_a_year(self, told: Told) -> bool:
        """Whether a month or a quarter stands behind the last year before it: 2025年1—9月."""
        text, known = told.run.text, self.background.known
        years = list(known.years.finditer(text, sentence_start(text, told.start), told.start))
        return bool(years) and known.part_of_year.match(text, years[-1].end()) is not None

    def _is_told_of_another(self, told: Told) -> bool:
        """Whether a clause before it in its sentence says that another plan, or another place, has it so: 省“十四五”规划提出; 以石桥镇为例."""
        text, discourse = told.run.text, self.background.discourse
        before = [part.strip() for part in clauses(text[sentence_start(text, told.start) : told.opens])]
        others = (part for part in before if part.endswith((*discourse.proposing, *discourse.for_example)))
        return any(not part.startswith(discourse.this_plan) for part in others)

    def _is_in_one_case(self, told: Told) -> bool:
        """Whether a clause of its sentence up to it begins with a condition: 如2030年达到150家，…."""
        text, discourse = told.run.text, self.background.discourse
        sentence = plain(text[sentence_start(text, told.start) : told.start])
        if not any(word in sentence for word in discourse.conditions):
            return False
        heads = (part.lstrip() for part in clauses(sentence))
        return any(
            head.startswith(discourse.conditions) and not head.startswith(discourse.no_conditions) for head in heads
        )

    def is_doubtful(self, told: Told) -> bool:
        """Whether a sentence before it, or a short heading, begins with another place, of which it may be; or it is striven for, beyond a target."""
        text = told.run.text
        start = sentence_start(text, told.start)
        before, own = text[start : told.start], self.background.place
        if any(word in before for word in self.background.discourse.striving):
            return True
        if any(word in before for word in (*self._whole(), *((own,) if own else ()))):
            return False
        heads = [part.strip()[:_HEAD] for part in sentences(text[max(0, start - _LOOK_BACK) : start])]
        headings = headings_of(self.background.linked.plan, told.run.path)
        heads += [heading for heading in headings if len(heading) <= _SHORT_HEADING]
        return any(map(self.names_another_place, heads))

    def _whole(self) -> tuple[str, ...]:
        """What the plan's own area is called in all its texts: 全市, 我市."""
        return tuple(f"{word}{self.background.level}" for word in self.background.discourse.throughout)

    def names_another_place(self, words: str) -> bool:
        """Whether words are of another place than the plan's own area."""
        if self._speaks_of_elsewhere(words):
            return True
        discourse, own, whole = self.background.discourse, self.background.place, self._whole()
        places = (match[0] for match in self.background.known.place.finditer(words))
        named = (name for name in places if not name.endswith((*discourse.areas, *whole)))
        if any(own is None or own not in name for name in named):
            return True
        return words.rstrip("。；").endswith(discourse.places) and (own is None or own not in words)

    def of(self, told: Told) -> Setting:
        """What the clauses before it in its sentence do to what it names."""
        text = told.run.text
        start = sentence_start(text, told.start)
        parts = self.background.names.clauses(plain(text[start : max(told.opens, start)]))
        found = {self._of_clause(part) for part in parts}
        return next((setting for setting in (Setting.NARROWED, Setting.UNCLEAR) if setting in found), Setting.CLEAR)

    def _of_clause(self, clause: str) -> Setting:
        period = self.background.known.within.match(clause)
        behind = clause[period.end() :] if period else clause
        rest = behind[self.background.names.opening(behind, self.background.known.leading) :].strip()
        if not rest or self.background.names.lexicon.at(rest, 0) or rest.startswith(self.background.known.going_on):
            return Setting.CLEAR
        at = next((at for at in range(len(rest)) if self.background.names.lexicon.at(rest, at)), None)
        named = at is not None and not self._makes(rest, at)
        narrow = rest.endswith((*self.background.discourse.narrower, *self.background.discourse.places))
        return Setting.NARROWED if named or narrow else Setting.UNCLEAR

    def _makes(self, clause: str, at: int) -> bool:
        """Whether a clause says how many of what is named at `at` are made, which narrows nothing behind it: 累计建成5G基站2600个."""
        known, names = self.background.known, self.background.names
        rest = clause[at + len(names.lexicon.at(clause, at)) :]
        figure = rest[known.making.end(rest) :]
        return known.making.fills(clause, 0, at) and figure[:1].isdecimal()


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
