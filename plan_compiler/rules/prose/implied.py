"""Years that a text says by other words than their number: 目前 is the base year, and what 五年累计 comes to is of the last."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from plan_compiler.language.typography import in_chinese
from plan_compiler.language.words import words
from plan_compiler.model.indicators import Indicator
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import Relation, is_pure, relation
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.clauses import clauses, sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import Named, aspect_of
from plan_compiler.rules.prose.setting import headings_of
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import YEARS_OF_A_PLAN, YearTold

_LEAST_OF_SUM, _MOST_OF_SUM = Fraction(9, 10), Fraction(11, 10)
"""How far a sum over the years of a plan may be from as many times the least and the most of a year."""


class ImpliedYears(Struct, frozen=True, dict=True):
    """Tells them, where a figure is that of an indicator and no year that the table has gives it."""

    background: Background

    def now(self, told: Told, named: Named) -> YearTold | None:
        """The base year, where a figure is told as that of the present; None where the indicator has none for it, or it is right of another."""
        indicator, base = named.subject.indicator, self.background.years.base
        if indicator is None or base is None or base not in indicator.values or named.subject.rows:
            return None
        return YearTold(base, False) if self.may_be_of(told, indicator, base) else None

    def last(self, told: Told, indicator: Indicator) -> int | None:
        """The last year of the plan, over whose five years a running total is told (今后五年新建100个); None where it may be of the five before, or
        is right of any year.
        """
        headings = headings_of(self.background.linked.plan, told.run.path)
        if not self._lead(told).startswith(self.background.discourse.of_this_plan) or self._says_a_time(told):
            return None
        final = self.background.years.final
        may_be = final is not None and not self._is_past(told, headings) and self.may_be_of(told, indicator, final)
        return final if may_be else None

    def is_reached(self, told: Told, indicator: Indicator) -> bool:
        """Whether a figure that no year but the plan's period is said for is what the indicator comes to in the last year, and not what comes together over
        the years (固定资产投资3100亿元, 700 in the last), or of one of them (城镇新增就业4.2万人，五年合计21万人).
        """
        discourse = self.background.discourse
        if indicator.cumulative:
            behind = plain(told.run.text[told.end : sentence_end(told.run.text, told.end)])
            return not any(word in behind for word in discourse.of_this_plan)
        if self._may_be_sum(told, indicator):
            return False
        reaching, lead = (*discourse.reaching, *discourse.staying), plain(told.before).rstrip()
        qualifying = plain(told.opening)[len(lead) :]  # 达到 qualifies a figure, too
        reaches = lead.endswith(reaching) or any(word in qualifying for word in reaching)
        return reaches or self._is_rate(told, indicator)

    def _may_be_sum(self, told: Told, indicator: Indicator) -> bool:
        """Whether it may be what comes together over the years of the plan, of so much in the base year and so much in the last (固定资产投资达到3000亿元)."""
        years, stated = self.background.years, told.mention.quantity
        nodes = (self.background.linked.figures.get(f"{indicator.id}[{year}]") for year in (years.base, years.final))
        ends = [node.result for node in nodes if node is not None and isinstance(node.result, Quantity)]
        if any(end.unit.dimension != stated.unit.dimension for end in ends) or is_pure(stated.unit):
            return False
        yearly = [end.converted(stated.unit).nominal for end in ends]
        known = [amount for amount in yearly if amount is not None]
        if stated.nominal is None or len(known) != len((years.base, years.final)):
            return False
        return (
            min(known) * YEARS_OF_A_PLAN * _LEAST_OF_SUM
            <= stated.nominal
            <= max(known) * YEARS_OF_A_PLAN * _MOST_OF_SUM
        )

    def _is_rate(self, told: Told, indicator: Indicator) -> bool:
        """Whether figures of several years are never added up: they are shares, averages, or so much a unit."""
        unit = told.mention.quantity.unit
        averages = words(told.language).data_table.averages
        return (
            (is_pure(unit) and unit.text != "")
            or any(power < 0 for _, power in unit.dimension)
            or any(word in indicator.name for word in averages)
        )

    def says_now(self, told: Told) -> bool:
        """Whether its clause, or the one before it alone, begins with a word for the present, and says no year: 目前，高新技术企业58家."""
        if not in_chinese(told.language):
            return False
        lead, discourse = self._lead(told), self.background.discourse
        area = next((word for word in self._areas() if lead.startswith(word)), "")
        own = lead.removeprefix(area)
        return own.startswith(discourse.now) and self.background.known.years.search(lead) is None

    def _areas(self) -> tuple[str, ...]:
        """What the plan's own area is called before what it has: 全县 of 全县现有."""
        own = self.background
        return tuple(f"{word}{own.level}" for word in own.discourse.throughout) if own.level else ()

    def reviews(self, told: Told, named: Named) -> bool:
        """Whether a chapter on what has been achieved tells it as what is reached by now: under 主要成就, 5G基站达到1580个, where no time is said before it in its
        paragraph.
        """
        discourse = self.background.discourse
        if not in_chinese(told.language) or not plain(told.opening).rstrip().endswith(discourse.reaching):
            return False
        if aspect_of(self.background.known, told) is not None or not named.exact or named.dating is not None:
            return False
        headings = headings_of(self.background.linked.plan, told.run.path)
        past = any(word in each for each in headings for word in discourse.past) and not any(
            word in each for each in headings for word in (*discourse.aims, *discourse.intended)
        )
        known, base = self.background.known, self.background.years.base
        return past and not known.names_plan_but(base, *headings) and self._first_time(told.run.text) >= told.start

    def _first_time(self, text: str) -> int:
        """Where a paragraph first says a time, whatever it is; behind its end where it says none. Looked for once a paragraph."""
        if text not in self._first_times:
            known, discourse = self.background.known, self.background.discourse
            patterns = (known.years, known.plan, known.within, known.final_year, known.base_year)
            matches = (pattern.search(text) for pattern in patterns)
            times = (*discourse.within_a_year, *discourse.stages, *discourse.past, *discourse.this_plan)
            places = [match.start() for match in matches if match] + [text.find(word) for word in times if word in text]
            self._first_times[text] = min(places, default=len(text))
        return self._first_times[text]

    @cached_property
    def _first_times(self) -> dict[str, int]:
        """By paragraph; all its figures ask for it."""
        return {}

    def _lead(self, told: Told) -> str:
        """The words of its clause before it; with those of the clause before that where that is but a word or two on when."""
        text, known = told.run.text, self.background.known
        *_, own = clauses(plain(text[sentence_start(text, told.start) : told.start]))
        before = [
            part.strip() for part in clauses(plain(text[sentence_start(text, told.start) : told.opens])) if part.strip()
        ]
        return (
            f"{before[-1]}{own}"
            if before and (known.leading.fills(before[-1]) or before[-1] in self.background.discourse.of_this_plan)
            else own.strip()
        )

    def _says_a_time(self, told: Told) -> bool:
        known, text = self.background.known, told.run.text
        sentence = text[sentence_start(text, told.start) : told.start]
        patterns = (known.years, known.plan, known.within, known.final_year, known.base_year)
        return any(pattern.search(sentence) for pattern in patterns)

    def _is_past(self, told: Told, headings: Sequence[str]) -> bool:
        past = self.background.discourse.past
        return any(word in each for each in (*headings, told.run.text[: told.start]) for word in past)

    def may_be_of(self, told: Told, indicator: Indicator, year: int) -> bool:
        """Whether it is the indicator's figure of the year, or of none."""
        return self._admits(told, indicator, year) or not any(
            self._admits(told, indicator, other) for other in indicator.values
        )

    def _admits(self, told: Told, indicator: Indicator, year: int) -> bool:
        node, unit = self.background.linked.figures.get(f"{indicator.id}[{year}]"), told.mention.quantity.unit
        if node is None or not isinstance(node.result, Quantity) or node.result.unit.dimension != unit.dimension:
            return False
        return relation(unit, node.result.unit) is not Relation.NONE and admits(told.mention, node.result)
