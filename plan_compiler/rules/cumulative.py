"""The values of cumulative indicators, each beside the one before it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Kind, NodePath, Place, Related
from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.link.period import period_of_plan
from plan_compiler.link.reasons import Reason
from plan_compiler.link.worded import worded
from plan_compiler.model.indicators import Indicator
from plan_compiler.patterns import compiled
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, may_hold
from plan_compiler.quantity.units import is_count, parse_unit
from plan_compiler.rules.outcome import Consistent, NotCheckable
from plan_compiler.rules.prose.clauses import clauses

_PART_OR_NOT = compiled("其中|非|不是|except|not ")
_NOT = compiled("非|不是|except|not ")


class Fall(Struct, frozen=True):
    """A value that is smaller than the earlier one, as both are worded (`args`) and printed (`values`)."""

    place: Place
    earlier: Place
    args: Mapping[str, str]
    values: Mapping[str, str]

    def told(self, kind: Kind) -> Diagnostic:
        """As a finding of `kind`, which has a hint and a message for the earlier value."""
        related = (Related(self.earlier, "earlier", self.args),)
        return Diagnostic(kind, self.place, self.args, hint="hint", values=self.values, related=related)


Step: TypeAlias = Fall | Consistent | NotCheckable


def steps(linked: LinkedPlan, *, within: bool) -> Iterator[Step]:
    """Each value of a cumulative indicator beside the one of the year before it: both of the plan's own period (`within`), or not, but for totals that
    are known to begin anew with the plan.
    """
    period = period_of_plan(linked.plan)
    anew = words(linked.plan.language).discourse.of_five_years
    for path, table, indicator in indicators(linked.plan):
        if not indicator.cumulative or indicator.qualitative:
            continue
        pairs = [
            it for it in pairwise(sorted(indicator.values)) if (period is not None and it[0] >= period[0]) is within
        ]
        begins_anew = (
            not within
            and period is not None
            and (_says(anew, indicator, table.note) or _begins_anew(linked, indicator, period[0]))
        )
        if not begins_anew:
            yield from (_compared(linked, path, indicator, earlier, later) for earlier, later in pairs)


def is_done_yearly(linked: LinkedPlan, indicator: Indicator) -> bool:
    """Whether a running total is of what is done, or is said to be of five years, so that each year has a part of it."""
    anew = words(linked.plan.language).discourse.of_five_years
    notes = (table.note for _, table, own in indicators(linked.plan) if own is indicator)
    return _is_done(linked, indicator) or _says(anew, indicator, *notes)


def _says(choices: Iterable[str], indicator: Indicator, *notes: str | None) -> bool:
    """Whether a note of a table, or the indicator's own, says so of everything that it is about, or of the indicator by its name: not 其中新增就业为五年累计
    of others, nor 非五年累计.
    """
    told = (note for note in (*notes, indicator.note) if note and any(word in note for word in choices))
    return any(_PART_OR_NOT.search(note) is None or _names(choices, note, indicator.name) for note in told)


def _names(choices: Iterable[str], note: str, name: str) -> bool:
    """Whether a clause of a note says so of what is called by this name."""
    told = (clause for clause in clauses(note) if name in clause and any(word in clause for word in choices))
    return any(_NOT.search(clause) is None for clause in told)


def _begins_anew(linked: LinkedPlan, indicator: Indicator, first: int) -> bool:
    """Whether every target is below the last value before the plan begins, of what is done (改造老旧管网) and not of things that are there (5G基站)."""
    if not _is_done(linked, indicator):
        return False
    before, targets = (
        [
            linked.figures[f"{indicator.id}[{year}]"].result
            for year in sorted(indicator.values)
            if (year >= first) is later
        ]
        for later in (False, True)
    )
    base = next((result for result in reversed(before) if isinstance(result, Quantity)), None)
    told = [result for result in targets if isinstance(result, Quantity)]
    return base is not None and len(told) > 1 and not any(may_hold("<=", base, target) for target in told)


def _is_done(linked: LinkedPlan, indicator: Indicator) -> bool:
    """Whether an indicator tells how much is done, by a word for that in its name or by what it is counted in; not how many things there are."""
    own, named = words(linked.plan.language), f"{indicator.name} {indicator.unit}"
    told = own.discourse
    done = (*told.achieved, *told.making, *told.building, *told.coming_about, *own.qualifiers.aspects)
    return not is_count(parse_unit(indicator.unit)) or any(word in named for word in done)


def _compared(linked: LinkedPlan, path: NodePath, indicator: Indicator, earlier: int, later: int) -> Step:
    places = [Place((*path, "values", str(year))) for year in (earlier, later)]
    keys = [f"{indicator.id}[{year}]" for year in (earlier, later)]
    match [linked.figures[key].result for key in keys]:
        case [Unknown(reason=reason, about=about), _] | [_, Unknown(reason=reason, about=about)]:
            return NotCheckable(places[1], reason, about)
        case [Quantity() as before, Quantity() as after]:
            if may_hold("<=", before, after):
                return Consistent(places[1], tuple(keys))
            args = {
                "name": indicator.name,
                "earlier": str(earlier),
                "later": str(later),
                "before": worded(linked, keys[0]),
                "after": worded(linked, keys[1]),
            }
            return Fall(places[1], places[0], args, {"before": plain(before), "after": plain(after)})
    return NotCheckable(places[1], Reason.UNREADABLE, indicator.id)
