"""Years that a text says by other words than their number: 目前 is the base year, and what 五年累计 comes to is of the last."""

from collections.abc import Sequence

from msgspec import Struct

from plan_compiler.language.typography import in_chinese
from plan_compiler.model.indicators import Indicator
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import Relation, relation
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.clauses import clauses, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import Named
from plan_compiler.rules.prose.setting import headings_of
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import YearTold


class ImpliedYears(Struct, frozen=True):
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

    def says_now(self, told: Told) -> bool:
        """Whether its clause, or the one before it alone, begins with a word for the present, and says no year: 目前，高新技术企业58家."""
        if not in_chinese(told.language):
            return False
        lead = self._lead(told)
        return lead.startswith(self.background.discourse.now) and self.background.known.years.search(lead) is None

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
