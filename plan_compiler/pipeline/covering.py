"""How far the figures of a checked plan are checked."""

from plan_compiler.pipeline.checking import Checked
from plan_compiler.report.coverage import Coverage, Open, Placed
from plan_compiler.rules.coverage import coverage, not_checkable
from plan_compiler.rules.figure_names import called


def covered(checked: Checked) -> Coverage:
    """Every written figure of the plan, and every relation that cannot be judged, with its place; nothing where plan.yaml could
    not be read.
    """
    if checked.source is None or checked.linked is None:
        return Coverage((), ())
    spans = checked.source.spans
    figures = coverage(checked.linked, checked.rules)
    relations = not_checkable(checked.linked, checked.rules)
    return Coverage(
        tuple(Placed(each, spans.span(each.appearance.place)) for each in figures),
        tuple(Open(each.reason, called(checked.linked, each.about), spans.span(each.place)) for each in relations),
    )
