"""Which figure of the plan a figure in a text speaks of."""

from functools import cached_property

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect, Discourse
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import Relation, is_count, relation
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming import COUNT, Named, Naming, aspect_of
from plan_compiler.rules.prose.setting import Setting, Surroundings, headings_of
from plan_compiler.rules.prose.subjects import By, Names, Subject
from plan_compiler.rules.prose.wording import Wording
from plan_compiler.rules.prose.years import PlanYears, YearTold, year_of


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


class Attribution(Struct, frozen=True, dict=True):
    """Decides what figures speak of; silent where more than one thing may be meant."""

    linked: LinkedPlan
    names: Names
    known: Wording
    discourse: Discourse
    years: PlanYears
    level: str | None
    """That of the plan's own area, where its title says it: 市."""

    @cached_property
    def naming(self) -> Naming:
        """Finds what is named beside a figure."""
        return Naming(self.names, self.known, self.discourse, self.years, self.linked.plan.language)

    @cached_property
    def surroundings(self) -> Surroundings:
        """Judges what stands around a figure."""
        return Surroundings(self.linked, self.names, self.known, self.discourse, self.years, self.level)

    def spoken(self, told: Told) -> Spoken | None:
        """The figure of the plan that `told` speaks of; None where that is not certain enough."""
        named = self.naming.named(told)
        if named is None or self.surroundings.is_elsewhere(told) or self.surroundings.is_of_something_else(told, named):
            return None
        headings = headings_of(self.linked.plan, told.run.path)
        starts = self._start_of_change(told)
        year = year_of(told, headings, self.years, self.known, starts=starts)
        dated = year is not None and year.explicit
        if (starts is not None and not dated) or (year is not None and self.surroundings.is_intended(told, year.year)):
            return None
        key = self._key(told, named, year)
        node = self.linked.figures.get(key)
        if node is None or not isinstance(node.result, Quantity):
            return None
        alike = relation(told.mention.quantity.unit, node.result.unit)
        if alike is Relation.NONE:
            return None
        setting = Setting.UNCLEAR if named.carried else self.surroundings.of(told)
        if setting is Setting.NARROWED:
            return None
        sure = named.exact and alike is Relation.SAME and setting is Setting.CLEAR
        match named.subject.by:
            case By.YEAR:
                explicit = sure and year is not None and year.explicit
            case By.AMOUNT:
                explicit = sure and not (named.subject.described or (named.subject.counted and dated))
            case By.COLUMN | By.NAME:
                explicit = False
        return Spoken(
            told, named.subject, key, node.result, year.year if year else None, aspect_of(self.known, told), explicit
        )

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

    def _start_of_change(self, told: Told) -> str | None:
        """The words between 从 and a figure that a change starts from; None where there is no such word."""
        starts = [told.before.rfind(word) + len(word) for word in self.discourse.from_ if word in told.before]
        return told.before[max(starts) :] if starts else None


def _of_year(subject: Subject, year: YearTold | None) -> str:
    """The only column whose title has the year."""
    found = [column for title, column in subject.columns.items() if year is not None and str(year.year) in title]
    return found[0] if len(found) == 1 else ""
