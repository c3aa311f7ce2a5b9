"""Where the figures that a person asks for stand typed by hand, beside the places that are bound to them."""

from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.why import Explanation, Usage, words_at
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.bindings import typed_places


def typed_uses(linked: LinkedPlan, explanation: Explanation) -> tuple[Usage, ...]:
    """The places in texts that print a figure of `explanation` and are not bound to it, each with its words."""
    keys = {figure.node.key for figure in explanation.figures}
    return tuple(Usage(place, words_at(linked.plan, place)) for place in typed_places(ProseFigures(linked), keys))
