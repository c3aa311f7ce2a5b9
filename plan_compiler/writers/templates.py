"""Templates: Jinja held to what a document needs, since a plan may bring templates of its own.

A template gets finished values. It may loop, choose, and call macros of its theme; it can neither compute, nor build
strings that grow, nor reach Python. Every turn of a loop, call and import is counted, and so are the letters that
calls return: a hostile template ends in a fault instead of running on.
"""

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, TypeVar

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Position, Span
from plan_compiler.writers.faults import TEMPLATE_FAULT
from plan_compiler.writers.theme import Theme

T = TypeVar("T")

MAX_TEMPLATE = 200_000
MAX_TURNS = 20_000_000
MAX_LETTERS = 400_000_000

_FILTERS = frozenset({"e", "escape", "first", "last", "length", "default", "trim"})
_NODES: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Macro, nodes.CallBlock,
    nodes.FromImport, nodes.Import, nodes.Assign, nodes.With, nodes.Name, nodes.Const, nodes.List, nodes.Tuple,
    nodes.Dict, nodes.Pair, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Keyword, nodes.Getattr,
    nodes.Getitem, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip


class TemplateFaultError(Exception):
    """A template of the theme cannot be used; `diagnostic` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class Macros(Struct, frozen=True):
    """The macros of one template file."""

    _call: Callable[[str, tuple[object, ...]], Markup]

    def __call__(self, name: str, *values: object) -> Markup:
        """The text of macro `name` for `values`. Raises TemplateFaultError."""
        return self._call(name, values)


class Templates:
    """The templates of a theme, with one budget for everything rendered from them."""

    def __init__(self, theme: Theme, turns: int = MAX_TURNS, letters: int = MAX_LETTERS) -> None:
        self._theme = theme
        self._environment = _Sandbox(_Budget(turns, letters), _ThemeLoader(theme))

    def render(self, name: str, **values: object) -> str:
        """The text of the template file `name` (``html/page.html.j2``). Raises TemplateFaultError."""
        return self._guarded(name, lambda: self._environment.get_template(name).render(values))

    def has(self, name: str) -> bool:
        """Whether the theme has this file."""
        return self._theme.file(name) is not None

    def file(self, name: str) -> bytes:
        """The bytes of a file of the theme that is used as it is. Raises TemplateFaultError where there is none."""
        data = self._theme.file(name)
        if data is None:
            raise self.fault(name, 1, "there is no such file")
        return data

    def macros(self, name: str) -> Macros:
        """The macros of the template file `name`. Raises TemplateFaultError."""
        module = self._guarded(name, lambda: self._environment.get_template(name).module)
        context = self._environment.get_template(name).new_context()

        def found(macro: str) -> object:
            known = getattr(module, macro, None)
            if not isinstance(known, Macro):
                raise TemplateSyntaxError(f"there is no macro {macro}", 1, name)
            return known

        def call(macro: str, values: tuple[object, ...]) -> Markup:
            return self._guarded(name, lambda: Markup(self._environment.call(context, found(macro), *values)))

        return Macros(call)

    def _guarded(self, name: str, work: Callable[[], T]) -> T:
        try:
            return work()
        except TemplateSyntaxError as error:
            raise self.fault(error.name or name, error.lineno, error.message or "") from error
        except (TemplateError, RecursionError, TypeError, AttributeError, ValueError) as error:
            where = _template_line(error.__traceback__)
            if where is None and not isinstance(error, TemplateError | RecursionError):
                raise
            raise self.fault(*(where or (name, 1)), (str(error) or type(error).__name__).splitlines()[0]) from error

    def fault(self, name: str, line: int, reason: str) -> TemplateFaultError:
        """The error to raise for a template file and a line of it."""
        start = Position(line, 1)
        span = Span(f"templates/{self._theme.name}/{name}", start, start)
        return TemplateFaultError(Diagnostic(TEMPLATE_FAULT, span, {"reason": reason}))


class _Budget(Struct):
    turns: int
    letters: int

    def spend(self, letters: int = 0) -> None:
        self.turns -= 1
        self.letters -= letters
        if self.turns < 0 or self.letters < 0:
            raise SecurityError("the template does not come to an end")


class _Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, with nothing in it but macros, a few filters, and a budget."""

    def __init__(self, budget: _Budget, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            auto_reload=False,
        )  # fmt: skip
        self._budget = budget
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS} | {"_metered": self._metered}

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:
        """Counts every import."""
        self._budget.spend()
        return super().get_template(name, parent, globals)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A public field of a value needs none of the sandbox's questions: two thirds of the time of a long table."""
        if attribute in getattr(type(obj), "__struct_fields__", ()) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Counts every call and the letters it returns."""
        self._budget.spend()
        result = super().call(context, obj, *args, **kwargs)
        self._budget.spend(len(result) if isinstance(result, str) else 0)
        return result

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros alone can be called."""
        return isinstance(obj, Macro)

    def _metered(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self._budget.spend()
            yield value


class _ThemeLoader(BaseLoader):
    """Loads the templates of a theme; refuses what they may not contain, and meters their loops."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        tree = environment.parse(self._text(name), name, name)
        for node in tree.find_all(nodes.Node):
            _admit(node, name)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_metered", [], [], None, None, lineno=loop.lineno)
        tree.set_environment(environment)
        code = environment.compile(tree, name, name)
        return environment.template_class.from_code(environment, code, environment.make_globals(globals), None)

    def _text(self, name: str) -> str:
        data = self._theme.file(name)
        if data is None:
            raise TemplateSyntaxError("there is no such template", 1, name)
        if len(data) > MAX_TEMPLATE:
            raise TemplateSyntaxError(f"larger than {MAX_TEMPLATE} bytes", 1, name)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise TemplateSyntaxError("not UTF-8", 1, name) from None


def _admit(node: nodes.Node, name: str) -> None:
    if not isinstance(node, _NODES):
        refused = type(node).__name__.lower()
    elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        refused = f"filter {node.name}"
    elif isinstance(node, nodes.For) and node.recursive:
        refused = "recursive loop"
    else:
        return
    raise TemplateSyntaxError(f"not allowed in a template: {refused}", node.lineno, name)


def _template_line(traceback: TracebackType | None) -> tuple[str, int] | None:
    """The innermost template and line that `traceback` goes through."""
    found = None
    while traceback is not None:
        frame = traceback.tb_frame
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            found = template.name or "", template.get_corresponding_lineno(traceback.tb_lineno)
        elif "__jinja_exception__" in frame.f_globals:  # a frame that Jinja has already put in terms of the template
            found = frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next
    return found
