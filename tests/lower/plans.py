"""Small linked plans: a plan as planners write it, with texts of one paragraph each unless given."""

from collections.abc import Mapping
from typing import Any

from plan_compiler.diagnostics import NodePath
from plan_compiler.link.link import link
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Paragraph, Prose, Words


def prose(text: str) -> Prose:
    """A paragraph of plain words."""
    extent = (0, len(text))
    return (Paragraph((Words(text, extent),), extent),)


def linked_plan(texts: Mapping[NodePath, Prose] | None = None, **fields: Any) -> LinkedPlan:
    """The linked plan of `fields`; a text that `texts` does not give is printed as it stands."""
    plan = Plan.model_validate({"title": "规划", "period": "2021-2025", "chapters": (), **fields})
    linked, _ = link(plan, dict(texts or {}), frozenset(), frozenset())
    return linked
