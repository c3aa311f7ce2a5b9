"""Walking a plan by paths."""

from collections.abc import Mapping

from plan_compiler.diagnostics import NodePath
from plan_compiler.model.plan import Plan


def child(node: object, part: str | int) -> object:
    """What stands one step below a node; None where there is nothing."""
    if isinstance(node, tuple) and isinstance(part, int):
        return node[part] if part < len(node) else None
    if isinstance(node, Mapping):
        return next((value for key, value in node.items() if str(key) == part), None)
    return getattr(node, str(part), None)


def node_at(plan: Plan, path: NodePath) -> object:
    """What stands at `path`; None where there is nothing."""
    node: object = plan
    for part in path:
        node = child(node, part)
    return node
