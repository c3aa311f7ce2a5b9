"""What naming goes by."""

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.rules.prose.naming.named import adds_up
from plan_compiler.rules.prose.periods import end_of_own
from plan_compiler.rules.prose.subjects import Names, Subject
from plan_compiler.rules.prose.wording import Wording, longest_first
from plan_compiler.rules.prose.years import PlanYears


class Basis(Struct, frozen=True):
    """The names of a plan, its years, and the words of its language."""

    names: Names
    known: Wording
    discourse: Discourse
    years: PlanYears
    language: str

    def clause_start(self, text: str) -> int:
        """Where the last clause of a half-width `text` begins."""
        return next((end for _, end in self.names.clause_ends(text)), 0)

    def opens(self, words: str) -> int:
        """Where a clause on what the plan has goes on behind its period: 规划期内安排重大项目70个."""
        return end_of_own(words, self.known, self.years)

    def opens_for(self, words: str, subject: Subject) -> int:
        """The same, where figures of the subject come together over a period; of a running total also behind 五年."""
        if not adds_up(subject):
            return 0
        ahead = (word for word in self.discourse.of_this_plan if words.startswith(word))
        return self.opens(words) or (0 if subject.counted else len(max(ahead, key=len, default="")))

    def leads_on(self, before: str) -> bool:
        """Whether the words before a figure name nothing."""
        return self.known.between.fills(before) or self.known.leading.fills(before)

    def amounts(self) -> tuple[str, ...]:
        """The words that pick an amount of what has several, the longest first."""
        return longest_first((*self.discourse.in_period_investment, *self.discourse.total_investment))
