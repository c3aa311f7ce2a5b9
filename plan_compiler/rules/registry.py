"""The registry: every module of `checks` is a rule."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from inspect import getdoc

from plan_compiler.diagnostics import Kind
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules import checks
from plan_compiler.rules.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it finds (its manual page with it), and how."""

    kind: Kind
    check: Callable[[LinkedPlan], Iterable[Outcome]]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by code."""
    modules = [importlib.import_module(f"{checks.__name__}.{m.name}") for m in pkgutil.iter_modules(checks.__path__)]
    found = [Rule(replace(module.KIND, manual=getdoc(module) or ""), module.check) for module in modules]
    return tuple(sorted(found, key=lambda rule: rule.kind.code))
