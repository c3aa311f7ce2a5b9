"""Reading a plan: files to nodes, nodes to the model, texts to prose."""

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.read.ahead import parse_now
from plan_compiler.read.compose import compose
from plan_compiler.read.parsed import Parser
from plan_compiler.read.prune import Pruner
from plan_compiler.read.source import ReadResult, Source
from plan_compiler.read.spans import NodeSpans
from plan_compiler.read.texts import faultless_texts, read_texts
from plan_compiler.read.tree import Tree
from plan_compiler.read.validate import validate


def read_plan(tree: Tree, parser: Parser | None = None, like: ReadResult | None = None) -> ReadResult:
    """Read the plan whose plan.yaml stands at the top of `tree`, its files parsed by `parser` where one is given.

    Texts that another version, which it is `like`, has too are not parsed again.

    Every fault of every file is a diagnostic; what cannot be read is left out of the plan, and its ids are poisoned.
    `source` is None only when plan.yaml itself cannot be read. Nothing a file holds raises an exception.
    """
    composed = compose(tree, parser or parse_now)
    if composed.root is None:
        return ReadResult(None, tuple(composed.diagnostics), composed.files)
    pruner = Pruner(composed.root, composed.poisoned)
    plan, faults = validate(composed.root, composed.faulty, pruner)
    diagnostics: list[Diagnostic] = [*composed.diagnostics, *faults]
    if plan is None:
        return ReadResult(None, tuple(diagnostics), composed.files)
    spans = NodeSpans(composed.root)
    texts, text_faults = read_texts(plan, composed.root, spans, faultless_texts(like) if like else {})
    incomplete = pruner.incomplete() | {(key,) for key in composed.incomplete}
    source = Source(
        plan,
        texts,
        spans,
        frozenset(pruner.poisoned),
        frozenset(incomplete),
        composed.files,
        frozenset(composed.unread),
    )
    return ReadResult(source, (*diagnostics, *text_faults), composed.files)
