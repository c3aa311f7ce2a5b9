"""The registry: every module of `checks` is a rule."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from inspect import getdoc
from types import ModuleType

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Kind
from plan_compiler.rules import checks
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.subject_matter import SubjectMatter


class Rule(Struct, frozen=True):
    """A rule: what it finds (its manual page with it), and how."""

    kind: Kind
    check: Callable[[SubjectMatter], Iterable[Outcome]]
    relates: Tie | None = None
    """How the relations that it judges hold their figures; None where what it judges is no relation of figures."""
    reads_figures: bool = False
    """Whether it looks at the figures of texts, which are read once for all such rules."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by code."""
    modules = (importlib.import_module(f"{checks.__name__}.{m.name}") for m in pkgutil.iter_modules(checks.__path__))
    return tuple(sorted(map(rule_of, modules), key=lambda rule: rule.kind.code))


def rule_of(module: ModuleType) -> Rule:
    """The rule of a module with `KIND`, `check` and a docstring, which is its manual page; `RELATES`, if it has that."""
    kind = replace(module.KIND, manual=getdoc(module) or "")
    return Rule(kind, _check(module), getattr(module, "RELATES", None), hasattr(module, "check_prose"))


def _check(module: ModuleType) -> Callable[[SubjectMatter], Iterable[Outcome]]:
    """A rule's `check` is given the linked plan; one called `check_prose` is given what the texts' figures speak of.

    One called `check_against` is given both versions of the plan, and asked only where there are two.
    """
    if hasattr(module, "check_against"):
        return lambda matter: module.check_against(matter.revision) if matter.revision is not None else ()
    if hasattr(module, "check_prose"):
        return lambda matter: module.check_prose(matter.prose)
    return lambda matter: module.check(matter.linked)
