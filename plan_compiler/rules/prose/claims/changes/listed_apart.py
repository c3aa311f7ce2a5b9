"""Changes listed apart behind as many figures: 成功率、结案率分别达到75%、97%，比2025年分别提高6.8个和2.4个百分点."""

from collections.abc import Sequence

from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_clauses import clause_apart
from plan_compiler.rules.prose.claims.changes.change_words import Changes
from plan_compiler.rules.prose.claims.changes.ends import Ends
from plan_compiler.rules.prose.claims.changes.over_plan import ends_on, is_of_other_time
from plan_compiler.rules.prose.claims.changes.reached import course_to
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told

_MOST = 8
"""How many changes a list has at most."""
_LISTED, _APART = "、", "，,"


def listed_apart(prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    """The ends of one of such changes: the figure that stands where it does in its own list, and that of the indicator which this is of."""
    text = figures[index].run.text
    if not any(word in text for word in known.told.respectively):
        return None
    first = next((at for at in range(index, max(-1, index - _MOST), -1) if not _goes_on(known, figures, at)), None)
    clause = clause_apart(prose, known, figures[first]) if first else None
    if first is None or clause is None or clause.name or not (clause.since or clause.whole or clause.yearly):
        return None
    stop = next((at for at in range(first + 1, len(figures)) if not _goes_on(known, figures, at)), len(figures))
    reached = _reached(known, figures, first, stop - first)
    if not reached or is_of_other_time(prose, known, figures[index]):
        return None
    course = course_to(prose, reached[index - first], clause)
    return None if course is None else ends_on(prose, course, figures[index], yearly=clause.yearly)


def _goes_on(known: Changes, figures: Sequence[Told], index: int) -> bool:
    """Whether nothing but the mark of a list stands between a figure and the one before it."""
    last, told = figures[index - 1] if index else None, figures[index]
    return last is not None and told.run.text[last.end : told.start].strip() in known.told.joining


def _reached(known: Changes, figures: Sequence[Told], first: int, number: int) -> Sequence[Told]:
    """So many figures right before the change at `first`, in its sentence and no more than these in their list; () for others."""
    found, text = figures[max(0, first - number) : first], figures[first].run.text
    start = sentence_start(text, figures[first].start)
    if number < len(_APART) or len(found) < number or found[0].start < start:
        return ()
    marks = {_LISTED if _goes_on(known, found, at) else found[at].mark for at in range(1, number)}
    behind = text[found[-1].end : figures[first].opens].strip()
    if behind not in tuple(_APART) or not marks <= {_LISTED, *_APART}:
        return ()
    before = figures[first - number - 1] if first > number else None
    alone = before is None or before.start < start
    return found if alone or (marks == {_LISTED} and found[0].mark in tuple(_APART)) else ()
