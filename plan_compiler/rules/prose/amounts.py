"""Which amount of its own project a figure in the project's text is."""

from plan_compiler.language.discourse import Discourse
from plan_compiler.model.projects import Column
from plan_compiler.rules.prose.figures import Told


def amount_named(told: Discourse, figure: Told, project: str) -> Column | None:
    """The amount of `project` that a figure of its own text is said to be; None for one of something narrower."""
    label = figure.label.removeprefix(project).strip()
    for name in sorted(told.self_names, key=len, reverse=True):
        label = label.removeprefix(name).strip()
    if label in told.total_investment:
        return "total"
    return "in_period" if label in told.in_period_investment else None
