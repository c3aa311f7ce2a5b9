"""What a template may hold: finished values, choices, loops, and calls of macros; nothing that computes or grows."""

from jinja2 import TemplateSyntaxError, nodes

from plan_compiler.patterns import compiled

_SURROGATE = compiled("[\ud800-\udfff]")
TESTS = frozenset({"none", "defined", "undefined", "string", "number", "true", "false", "in"})
_REFUSED_NAMES = frozenset({"varargs", "kwargs"})
"""Names of what a macro was called with beside its parameters: a structure that could be doubled from call to call."""
MAKE_TEXTS = frozenset({"e", "escape", "trim"})
FILTERS = frozenset({"e", "escape", "first", "last", "length", "default", "trim"})
_NODES: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Macro, nodes.CallBlock,
    nodes.FromImport, nodes.Import, nodes.Assign, nodes.With, nodes.Name, nodes.Const, nodes.List, nodes.Tuple,
    nodes.Dict, nodes.Pair, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Keyword, nodes.Getattr,
    nodes.Getitem, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip


def admit(node: nodes.Node, name: str) -> None:
    """Raises TemplateSyntaxError for a node of template `name` that has no place in a template."""
    if not isinstance(node, _NODES):
        refused = type(node).__name__.lower()
    elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
        refused = f"filter {node.name}"
    elif isinstance(node, nodes.For) and node.recursive:
        refused = "recursive loop"
    elif isinstance(node, nodes.Test) and node.name not in TESTS:
        refused = f"test {node.name}"
    elif isinstance(node, nodes.Name) and node.name in _REFUSED_NAMES:
        refused = node.name
    elif isinstance(node, nodes.Const) and isinstance(node.value, str) and _SURROGATE.search(node.value):
        refused = "half of a character"
    elif _is_literal(node) and any(isinstance(inner, nodes.Name | nodes.Call) for inner in node.find_all(nodes.Expr)):
        refused = "a list of values"
    else:
        return
    raise TemplateSyntaxError(f"not allowed in a template: {refused}", node.lineno, name)


def _is_literal(node: nodes.Node) -> bool:
    """Whether it is a list written in the template; a tuple may also be the names of a loop."""
    return isinstance(node, nodes.List | nodes.Dict) or (isinstance(node, nodes.Tuple) and node.ctx == "load")


def own_letters(loop: nodes.For) -> int:
    """How many letters of the template's own each turn of `loop` can print, without those of loops inside it."""
    waiting: list[nodes.Node] = [*loop.body]
    letters = 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.TemplateData):
            letters += len(node.data)
        elif not isinstance(node, nodes.For):
            waiting.extend(node.iter_child_nodes())
    return letters
