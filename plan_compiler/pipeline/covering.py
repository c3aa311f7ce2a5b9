"""How far the figures of a checked plan are checked."""

from plan_compiler.pipeline.checking import Checked
from plan_compiler.report.coverage import Placed
from plan_compiler.rules.coverage import coverage


def covered(checked: Checked) -> tuple[Placed, ...]:
    """Every written figure of the plan with its place; none where plan.yaml could not be read."""
    if checked.source is None or checked.linked is None:
        return ()
    spans = checked.source.spans
    return tuple(Placed(each, spans.span(each.appearance.place)) for each in coverage(checked.linked, checked.rules))
