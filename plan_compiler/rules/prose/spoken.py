"""Which figure of the plan a figure in a text speaks of."""

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.typography import in_chinese
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.quantity.mention import admits, in_rate
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import Relation, is_count, relation
from plan_compiler.rules.prose.above import Headings
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.implied import ImpliedYears
from plan_compiler.rules.prose.naming.basis import Basis
from plan_compiler.rules.prose.naming.named import COUNT, Named, aspect_of
from plan_compiler.rules.prose.naming.naming import Naming
from plan_compiler.rules.prose.periods import last_year
from plan_compiler.rules.prose.setting import Setting, Surroundings
from plan_compiler.rules.prose.subjects import By, Subject
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import YearTold, year_of, years_in

_LOOK_BACK = 400
"""How far before a sentence its paragraph may name its period."""


class Spoken(Struct, frozen=True):
    """A figure of a text with the figure of the plan that it speaks of.

    `aspect` says whether it is told as a change or a running total, by the words that touch it or those before its
    name. `explicit` where the sentence itself says name, unit and year in full; else one of them was inferred. `throughout` where
    it is what comes together over the whole period of a plan, and nothing says that of a part alone.
    """

    told: Told
    subject: Subject
    key: str
    value: Quantity
    year: int | None
    aspect: Aspect | None
    explicit: bool
    throughout: bool = False


class Attribution(Struct, frozen=True, dict=True):
    """Decides what figures speak of; silent where more than one thing may be meant."""

    background: Background

    @cached_property
    def naming(self) -> Naming:
        """Finds what is named beside a figure."""
        own = self.background
        return Naming(Basis(own.names, own.known, own.discourse, own.years, own.linked.plan.language))

    @cached_property
    def implied(self) -> ImpliedYears:
        """Tells years by other words."""
        return ImpliedYears(self.background)

    @cached_property
    def surroundings(self) -> Surroundings:
        """Judges what stands around a figure."""
        return Surroundings(self.background)

    def spoken(self, told: Told) -> Spoken | None:
        """The figure of the plan that `told` speaks of; None where that is not certain enough."""
        told = self.naming.whole(told)
        named = self.naming.named(told)
        if named is None or self.surroundings.is_elsewhere(told) or self._is_of_another(told, named):
            return None
        starts = self._start_of_change(told) if named.dating is None else named.dating
        within = self._adds_up_within(told, named) if starts is None else None
        year = self._year(told, named, starts)
        if within is None and year is not None and year.whole and self._adds_up(told, named):
            within = year.year
        if within is not None and not (year is not None and year.explicit):
            year = YearTold(within, False)
        if self.implied.says_now(told) or (year is None and starts is None and self.implied.reviews(told, named)):
            year = self.implied.now(told, named)
        dated = year is not None and year.explicit
        if (starts is not None and not dated) or not self._is_fit(told, named, year):
            return None
        key = self._key(told, named, year)
        node = self.background.linked.figures.get(key)
        if node is None or not isinstance(node.result, Quantity):
            return None
        mention = in_rate(told.mention, node.result.unit)
        inferred, told = mention is not told.mention, replace(told, mention=mention)
        alike = relation(told.mention.quantity.unit, node.result.unit)
        if alike is Relation.NONE:
            return None
        setting = Setting.UNCLEAR if named.carried else self.surroundings.of(told)
        if setting is Setting.NARROWED or any(self._may_be_cell(told, row) for row in named.subject.rows):
            return None
        # Only where the grammar of a language is known well enough is anything certain.
        plain_words = (
            named.exact
            and alike is Relation.SAME
            and not inferred
            and setting is Setting.CLEAR
            and in_chinese(told.language)
        )
        sure = plain_words and not self.surroundings.is_doubtful(told)
        match named.subject.by:
            case By.YEAR:
                explicit = sure and year is not None and year.explicit and not named.subject.rows
            case By.AMOUNT:
                explicit = sure and not (named.subject.described or (named.subject.counted and dated))
            case By.COLUMN | By.NAME:
                explicit = False
        is_level = named.dating is not None or named.subject.falls
        aspect = None if is_level else self._aspect(told, named, within=within is not None)
        throughout = within is not None and not dated and setting is Setting.CLEAR and not told.mention.falls
        return Spoken(told, named.subject, key, node.result, year.year if year else None, aspect, explicit, throughout)

    def _may_be_cell(self, told: Told, row: Subject) -> bool:
        """Whether it prints a figure of a row with the indicator's name: what was planned, where the indicator tells what came of it."""
        nodes = (self.background.linked.figures.get(f"{row.id}.{column}") for column in row.columns.values())
        values = [node.result for node in nodes if node is not None and isinstance(node.result, Quantity)]
        unit = told.mention.quantity.unit
        return any(
            relation(unit, value.unit) is not Relation.NONE
            and unit.dimension == value.unit.dimension
            and admits(told.mention, value)
            for value in values
        )

    def _is_of_another(self, told: Told, named: Named) -> bool:
        """Whether it is of something else than what is named, or of a part of its members: 实施5个重大项目, of twelve; 新增学位2万个，其中学前教育1260个."""
        if named.picked is COUNT and named.subject.described and not self._tells_members(told):
            return True
        if named.members is not None:
            node = self.background.linked.figures.get(f"count({named.subject.id})")
            if node is None or not isinstance(node.result, Quantity) or node.result.nominal != named.members:
                return True
        return self.surroundings.is_of_something_else(told, named)

    def _tells_members(self, told: Told) -> bool:
        """Whether what the annex lists is spoken of where a category is called by its field alone (交通3个): its sentence has a word for it."""
        text = told.run.text
        start = text.rfind("。", 0, told.start) + 1
        near = plain(text[start : sentence_end(text, told.end)])
        listed = (*self.background.discourse.members, *self.background.discourse.of_annex)
        return not in_chinese(told.language) or any(word in near for word in listed)

    def undated(self, told: Told) -> tuple[str, ...]:
        """The keys of an indicator's figures, one of which `told` is by its words, while nothing says of which year."""
        told = self.naming.whole(told)
        named = self.naming.named(told)
        indicator = named.subject.indicator if named else None
        if named is None or indicator is None or named.subject.falls:
            return ()
        if self.surroundings.is_elsewhere(told) or self.surroundings.is_of_something_else(told, named):
            return ()
        ends = named.dating is not None or self._start_of_change(told) is not None
        if not ends and aspect_of(self.background.known, told) is Aspect.CHANGE:
            return ()
        starts = self._start_of_change(told) if named.dating is None else named.dating
        year = year_of(told, _nothing_above, self.background.years, self.background.known, starts=starts)
        if (year is not None and year.explicit) or self.surroundings.of(told) is Setting.NARROWED:
            return ()
        return tuple(f"{indicator.id}[{each}]" for each in indicator.values)

    def _year(self, told: Told, named: Named, starts: str | None) -> YearTold | None:
        """The year that it is of; where no verb says that this is a target but what stands above, only if it is not right of another."""
        year = year_of(
            told, lambda: self.headings.over(told), self.background.years, self.background.known, starts=starts
        )
        indicator = named.subject.indicator
        if year is not None and indicator is not None and year.whole and not self.implied.is_reached(told, indicator):
            return None
        states = plain(told.before).strip().endswith(plain(named.subject.name).strip())
        if year is None or indicator is None or not (year.loose or (year.whole and states)):
            return year
        return year if self.implied.may_be_of(told, indicator, year.year) else None

    @cached_property
    def headings(self) -> Headings:
        """Reads what stands above a paragraph."""
        own = self.background
        return Headings(own.linked.plan, own.years, own.known, own.discourse)

    def _adds_up(self, told: Told, named: Named) -> bool:
        """Whether it may be told as what comes together over a period."""
        indicator = named.subject.indicator
        return indicator is not None and indicator.cumulative and aspect_of(self.background.known, told) is not None

    def _adds_up_within(self, told: Told, named: Named) -> int | None:
        """The last year of the plan over whose whole period a running total is said to come together: “十五五”期间，新增创新平台85个."""
        indicator = named.subject.indicator
        if indicator is None or not self._adds_up(told, named):
            return None
        start = sentence_start(told.run.text, told.start)
        text = plain(told.run.text[start : told.start])
        named_year = last_year(text, self.background.known, self.background.years)
        if named_year is None:
            named_year = self.implied.last(told, indicator)
        return self._period_before(told, text, start) if named_year is None else named_year

    def _period_before(self, told: Told, own: str, start: int) -> int | None:
        """The last year of the only period that the paragraph of a running total names before its sentence, `own`, which is of no year, and no year beside it."""
        if aspect_of(self.background.known, told) is not Aspect.CUMULATIVE:
            return None
        before = plain(told.run.text[max(0, start - _LOOK_BACK) : start])
        dated = years_in(own + before, self.background.years, self.background.known)
        return None if any(dated) else last_year(before, self.background.known, self.background.years)

    def _aspect(self, told: Told, named: Named, *, within: bool) -> Aspect | None:
        """Whether it is a change or a running total; what is called by a change (城镇新增就业) is, over the whole period, its total."""
        aspect = aspect_of(self.background.known, told)
        name = plain(named.subject.name).strip()
        if aspect is not Aspect.CHANGE or not within or told.mention.aspect is not None:
            return aspect
        rest = plain(told.before).replace(name, "")
        return aspect if any(word in rest for word in self.background.known.aspects) else Aspect.CUMULATIVE

    def _is_fit(self, told: Told, named: Named, year: YearTold | None) -> bool:
        """Whether it can be that of the named for the year: no target of a past one, and of what falls, the whole fall."""
        if year is None:
            return not named.subject.falls
        if self._is_of_one_year(told, named, year) or self.surroundings.is_intended(
            told, year.year, named.subject.name
        ):
            return False
        return not named.subject.falls or self._falls_by(told, year.year)

    def _is_of_one_year(self, told: Told, named: Named, year: YearTold) -> bool:
        """Whether it is of what the annex lists in one year, and not of all that is up to then: 2026年安排重大项目2个，总投资10亿元."""
        if named.subject.by is not By.AMOUNT or not year.explicit:
            return False
        return not in_chinese(told.language) or (named.subject.counted and not self._says_until(told, year.year))

    def _says_until(self, told: Told, year: int) -> bool:
        words = plain(told.run.text[sentence_start(told.run.text, told.start) : told.start])
        return any(f"{to}{year}" in words for to in self.background.discourse.to)

    def _falls_by(self, told: Told, year: int) -> bool:
        """Whether it tells by how much something has fallen since the base year, and not in one year: 到2030年累计下降14%."""
        if not told.mention.falls or aspect_of(self.background.known, told) is Aspect.CUMULATIVE:
            return told.mention.falls
        words = plain(told.run.text[sentence_start(told.run.text, told.start) : told.start])
        return self._says_until(told, year) or any(
            f"{word}{self.background.years.base}" in words for word in self.background.discourse.compared
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
                within = named.picked in self.background.discourse.in_period_investment
                return f"{named.subject.id}.{'in_period' if within else 'total'}"
            case By.COLUMN:
                column = named.subject.columns.get(named.picked) or _of_year(named.subject, year)
                return f"{named.subject.id}.{column}"
            case By.NAME:
                return named.subject.id

    def _start_of_change(self, told: Told) -> str | None:
        """The words between 从 and a figure that a change starts from; None where there is no such word."""
        starts = [
            told.before.rfind(word) + len(word) for word in self.background.discourse.from_ if word in told.before
        ]
        return told.before[max(starts) :] if starts else None


def _nothing_above() -> None:
    """No year but those of its own paragraph is looked for."""
    return


def _of_year(subject: Subject, year: YearTold | None) -> str:
    """The only column whose title has the year."""
    found = [column for title, column in subject.columns.items() if year is not None and str(year.year) in title]
    return found[0] if len(found) == 1 else ""
