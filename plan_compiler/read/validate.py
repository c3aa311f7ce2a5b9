"""Nodes to the authoring model: what is not valid is reported and left out."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from plan_compiler.diagnostics import Diagnostic, NodePath
from plan_compiler.model.plan import Plan
from plan_compiler.read.faults.yaml import TOO_LARGE
from plan_compiler.read.nodes import FileRoot, Mapping, Node, child, plain
from plan_compiler.read.parsed import MAX_FAULTS
from plan_compiler.read.prune import Pruner
from plan_compiler.read.shape_faults import TYPE_ERRORS, ShapeError, shape_fault, without_misspelt, without_shallow
from plan_compiler.read.spans import locate


def validate(root: FileRoot, faulty: dict[int, Node], pruner: Pruner) -> tuple[Plan | None, list[Diagnostic]]:
    """The plan without its faulty entries; None where they leave none.

    `faulty` are nodes, by identity, whose faults are already reported. They are left out only after the first round,
    so that it finds what else is wrong around them. Every round takes at least one node out of the tree, so that
    there is an end.
    """
    found: list[Diagnostic] = []
    known = set(pruner.paths_of(faulty))
    while not pruner.fatal:
        plan, errors = _read(root)
        if plan is not None and not known:
            return plan, found
        errors = [error for error in errors if not _stands_in(error.path, known)]
        found += _diagnostics(root, [error for error in errors if not _was_removed(root, error, pruner)])
        paths = [error.path for error in errors if not error.key_only]
        pruner.remove([*known, *paths], [error.path for error in errors if error.key_only])
        known = set()
    return None, found


def _read(root: FileRoot) -> tuple[Plan | None, list[ShapeError]]:
    try:
        return Plan.model_validate(plain(root)), []
    except ValidationError as error:
        return None, shape_errors(root, error)


def _stands_in(path: NodePath, known: set[NodePath]) -> bool:
    return any(path[:length] in known for length in range(len(path) + 1))


def _diagnostics(root: FileRoot, errors: list[ShapeError]) -> list[Diagnostic]:
    errors = without_misspelt(root, without_shallow(root, errors))
    found = [diagnostic for error in errors[:MAX_FAULTS] if (diagnostic := shape_fault(root, error))]
    if len(errors) > MAX_FAULTS:
        start = root.text.span(0, 0)
        found.append(Diagnostic(TOO_LARGE, start, {"limit": str(MAX_FAULTS)}, message="faults", hint="hint"))
    return found


def _was_removed(root: FileRoot, error: ShapeError, pruner: Pruner) -> bool:
    """Whether the key is missing because it was taken out."""
    located = locate(root, error.path) if error.type == "missing" else None
    return located is not None and isinstance(located.node, Mapping) and pruner.was_removed(located.node, error.key)


def shape_errors(root: FileRoot, error: ValidationError) -> list[ShapeError]:
    """The errors, one a node.

    Of a union, pydantic reports every branch: an error about the node's type goes where another branch came further.
    """
    found = [_placed(root, details) for details in error.errors(include_url=False, include_input=False)]
    deeper = {fault.path[:length] for fault in found for length in range(len(fault.path))}
    deeper |= {fault.path for fault in found if fault.type == "missing"}
    by_node: dict[tuple[NodePath, str], ShapeError] = {}
    for fault in found:
        if fault.type not in TYPE_ERRORS:
            by_node.setdefault((fault.path, fault.key), fault)
        elif fault.path not in deeper:
            by_node[fault.path, fault.key] = _merged(by_node.get((fault.path, fault.key)), fault)
    return list(by_node.values())


def _merged(first: ShapeError | None, second: ShapeError) -> ShapeError:
    if first is None or first.type == second.type:
        return second
    return ShapeError("text_or_list", first.path, first.key, first.context)


def _placed(root: FileRoot, details: ErrorDetails) -> ShapeError:
    """Where in the nodes an error is; names of union branches, which the location holds too, are passed over."""
    path: list[str | int] = []
    location = details["loc"]
    missing = details["type"] == "missing"
    node: Node = root
    for part in location[:-1] if missing else location:
        if part != "[key]" and (below := child(node, part)) is not None:
            path.append(part)
            node = below
    key = str(location[-1]) if missing else next((p for p in reversed(path) if isinstance(p, str)), "")
    context = dict(details.get("ctx", {})) | {"key": location[-1:] == ("[key]",)}
    return ShapeError(details["type"], tuple(path), key, context)
