"""Templates: Jinja held to what a document needs, since a plan may bring templates of its own.

A template gets finished values. It may loop, choose, and call macros of its theme; it can neither compute, nor build
strings that grow, nor reach Python. Every turn of a loop, call and import is counted, so are the letters that are
printed, and the time that all of it takes: a hostile template ends in a fault instead of running on.
"""

from collections.abc import Callable, Iterable, Iterator
from time import process_time
from types import CodeType, TracebackType
from typing import Any, TypeVar

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Position, Span
from plan_compiler.writers.admission import FILTERS, MAKE_TEXTS, TESTS, admit, own_letters
from plan_compiler.writers.compiled import keep, kept
from plan_compiler.writers.faults import TEMPLATE_FAULT
from plan_compiler.writers.theme import Theme

T = TypeVar("T")

MAX_TEMPLATE = 200_000
MAX_TURNS = 20_000_000
MAX_LETTERS = 400_000_000
MAX_TEXT = 100_000_000
"""Letters of what one macro returns."""
MAX_SECONDS = 120
"""Of processor time, for all that is printed with one set of templates; ten thousand projects take a few."""

_BETWEEN_LOOKS = 1024
"""Turns between two looks at the clock."""


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

    def __init__(
        self, theme: Theme, turns: int = MAX_TURNS, letters: int = MAX_LETTERS, seconds: float = MAX_SECONDS
    ) -> None:
        self._theme = theme
        self._environment = _Sandbox(_Budget(turns, letters, process_time() + seconds), _ThemeLoader(theme))

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
        except (TemplateError, RecursionError, MemoryError, TypeError, AttributeError, ValueError) as error:
            where = _template_line(error.__traceback__)
            if where is None and not isinstance(error, TemplateError | RecursionError | MemoryError):
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
    ends: float

    def spend(self, letters: int = 0) -> None:
        self.turns -= 1
        self.letters -= letters
        late = self.turns % _BETWEEN_LOOKS == 0 and process_time() > self.ends
        if self.turns < 0 or self.letters < 0 or late:
            raise SecurityError("the template does not come to an end")


def _public(kind: type) -> frozenset[str]:
    """The fields that a value of `kind` shows to templates, and the name by which they tell it from others."""
    fields = getattr(kind, "__struct_fields__", ())
    named = ("kind",) if fields and isinstance(getattr(kind, "kind", None), str) else ()
    return frozenset(name for name in (*fields, *named) if not name.startswith("_"))


class _Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, with nothing in it but macros, a few filters, and a budget."""

    def __init__(self, budget: _Budget, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            auto_reload=False, finalize=self._printed,
        )  # fmt: skip
        self._budget = budget
        self._shown: dict[type, frozenset[str]] = {}
        self.globals.clear()
        self.filters = {name: self._of_text(name) for name in FILTERS} | {"_metered": self._metered}
        self.tests = {name: self.tests[name] for name in TESTS}

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:
        """Counts every import."""
        self._budget.spend()
        return super().get_template(name, parent, globals)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A public field of a value needs none of the sandbox's questions: two thirds of the time of a long table."""
        kind = type(obj)
        if attribute in self._shown.get(kind, ()):
            return getattr(obj, attribute)
        if kind not in self._shown:
            self._shown[kind] = _public(kind)
            return self.getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Counts every call; what it returns was counted as it was printed."""
        self._budget.spend()
        result = super().call(context, obj, *args, **kwargs)
        if isinstance(result, str) and len(result) > MAX_TEXT:
            raise SecurityError("the template does not come to an end")
        return result

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros alone can be called."""
        return isinstance(obj, Macro)

    def _metered(self, values: Iterable[Any], letters: int) -> Iterator[Any]:
        """`values`; each costs a turn, and the letters that the template itself prints in it."""
        for value in values:
            self._budget.spend(letters)
            yield value

    def _printed(self, value: Any) -> Any:
        """Counts what is printed, and refuses what is no text: a list of lists could be endlessly long."""
        if isinstance(value, str):
            self._budget.letters -= len(value)
            if self._budget.letters < 0:
                raise SecurityError("the template does not come to an end")
        elif not isinstance(value, int | float | Undefined) and value is not None:
            raise SecurityError(f"not a text: {type(value).__name__}")
        return value

    def _of_text(self, name: str) -> Callable[..., Any]:
        """The filter `name`; one that makes a text of its value is given texts only."""
        own: Callable[..., Any] = self.filters[name]
        if name not in MAKE_TEXTS:
            return own

        def of_text(value: Any, *arguments: Any) -> Any:
            return own(self._printed(value), *arguments)

        return of_text


class _ThemeLoader(BaseLoader):
    """Loads the templates of a theme; refuses what they may not contain, and meters their loops."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        file = self._theme.find(name)
        if file is None:
            raise TemplateSyntaxError("there is no such template", 1, name)
        text, shipped = _text(file.data, name), file.shipped
        code = kept(shipped, text) if shipped else None
        if code is None:
            code = self._compiled(environment, name, text)
            if shipped:
                keep(shipped, text, code)
        return environment.template_class.from_code(environment, code, environment.make_globals(globals), None)

    def _compiled(self, environment: Environment, name: str, text: str) -> CodeType:
        try:
            tree = environment.parse(text, name, name)
            every_node = tuple(tree.find_all(nodes.Node))
            for node in every_node:
                admit(node, name)
            for loop in (node for node in every_node if isinstance(node, nodes.For)):
                size = nodes.Const(own_letters(loop), lineno=loop.lineno)
                loop.iter = nodes.Filter(loop.iter, "_metered", [size], [], None, None, lineno=loop.lineno)
            tree.set_environment(environment)
            return environment.compile(tree, name, name)
        except (SyntaxError, ValueError, MemoryError, OverflowError) as error:  # what Python says of nesting and sizes
            raise TemplateSyntaxError(f"too large or nested too deep: {error}", 1, name) from None


def _text(data: bytes, name: str) -> str:
    if len(data) > MAX_TEMPLATE:
        raise TemplateSyntaxError(f"larger than {MAX_TEMPLATE} bytes", 1, name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateSyntaxError("not UTF-8", 1, name) from None


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
