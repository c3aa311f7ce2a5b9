"""What naming goes by."""

from functools import cached_property

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.rules.prose.clauses import clause_ends
from plan_compiler.rules.prose.naming.named import adds_up
from plan_compiler.rules.prose.periods import end_of_own
from plan_compiler.rules.prose.subjects import Names, Subject
from plan_compiler.rules.prose.wording import Wording, longest_first
from plan_compiler.rules.prose.years import PlanYears


class Basis(Struct, frozen=True, dict=True):
    """The names of a plan, its years, and the words of its language."""

    names: Names
    known: Wording
    discourse: Discourse
    years: PlanYears
    language: str

    @cached_property
    def bracketed(self) -> tuple[str, ...]:
        """The names that have brackets in them, which end clauses elsewhere: 细颗粒物（PM2.5）浓度."""
        return tuple(name for name in self.names.subjects if ")" in name or "）" in name)

    def clause_start(self, text: str) -> int:
        """Where the last clause of `text` begins: brackets within a name end none."""
        for start, end in reversed(clause_ends(text)):
            around = (text.find(name, max(0, start - len(name)), start + len(name)) for name in self.bracketed)
            if all(at < 0 or at > start for at in around):
                return end
        return 0

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
