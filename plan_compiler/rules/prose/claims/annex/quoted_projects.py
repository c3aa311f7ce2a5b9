"""Amounts of projects that a figure of a text quotes: the same amount, with words of the project's name before it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import projects
from plan_compiler.model.projects import Column
from plan_compiler.patterns import compiled
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.sums.totals import COLUMNS

_SHARED = 4
"""How many characters of a project's name stand in the sentence at least."""
_REACH = 120
"""How far before a figure they may stand."""
_MARK = compiled("[、，,；：（(]")
_Amount: TypeAlias = tuple[Fraction, tuple[tuple[str, int], ...]]


class _Own(Struct, frozen=True):
    """An amount of a project."""

    key: str
    name: str
    column: Column
    value: Quantity


class QuotedProjects(Struct, frozen=True):
    """The amounts of a plan's projects, whatever unit these are in."""

    by_amount: Mapping[_Amount, Sequence[_Own]]

    @staticmethod
    def of(linked: LinkedPlan) -> "QuotedProjects":
        """Those of `linked` that are known."""
        found: defaultdict[_Amount, list[_Own]] = defaultdict(list)
        for _, _, project in projects(linked.plan):
            for column in COLUMNS:
                node = linked.figures.get(f"{project.id}.{column}")
                if node is not None and isinstance(node.result, Quantity) and node.result.nominal is not None:
                    found[_amount(node.result)].append(_Own(node.key, plain(project.name), column, node.result))
        return QuotedProjects(found)

    def key(self, told: Told) -> str | None:
        """The key of the only amount that `told` may quote: it is called one, and its sentence has words of no other project of that amount as well."""
        column = _column(told)
        own = self.by_amount.get(_amount(told.mention.quantity), ()) if column is not None else ()
        before = plain(told.run.text[max(sentence_start(told.run.text, told.start), told.start - _REACH) : told.start])
        alike = [each for each in own if each.column == column and admits(told.mention, each.value, printed=True)]
        found = [each.key for each in alike if _is_named(before, each.name)]
        return found[0] if len(found) == 1 else None


def _column(told: Told) -> Column | None:
    """Which amount the words right before a figure call it."""
    discourse, label = words(told.language).discourse, told.label.strip()
    if label.endswith(discourse.in_period_investment):
        return "in_period"
    return "total" if label.endswith(discourse.total_investment) else None


def _is_named(text: str, name: str) -> bool:
    """Whether a text has words of a name, and goes on to nothing beside it: 滨江大道、滨河路，总投资…."""
    shared = SequenceMatcher(None, text, name, autojunk=False).find_longest_match()
    mark = _MARK.search(text, shared.a + shared.size)
    return shared.size >= _SHARED and (mark is None or mark[0] != "、")


def _amount(quantity: Quantity) -> _Amount:
    return (quantity.nominal or Fraction(0)) * quantity.unit.factor, quantity.unit.dimension
