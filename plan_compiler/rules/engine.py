"""The engine: runs the rules and gives each diagnostic its span, its entity and its field."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import (
    Diagnostic,
    Finding,
    Fix,
    FoundFix,
    NodePath,
    Place,
    RelatedFinding,
    Span,
    format_path,
)
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.paths import child
from plan_compiler.model.plan import Plan
from plan_compiler.model.tables import DataTable, Row
from plan_compiler.read.source import Source
from plan_compiler.rules.foreign.faults import broken_off
from plan_compiler.rules.outcome import Consistent, Inconsistent, NotCheckable
from plan_compiler.rules.registry import Rule
from plan_compiler.rules.revision import Revision
from plan_compiler.rules.subject_matter import SubjectMatter


class Judgement(Struct, frozen=True):
    """What the rules came to: the faults, how many relations held or did not, and which could not be judged.

    A finding of a rule that judges no relations, such as one of a comma, is no inconsistent relation.
    """

    diagnostics: tuple[Diagnostic, ...]
    consistent: int
    inconsistent: int
    not_checkable: tuple[NotCheckable, ...]
    failed: tuple[Inconsistent, ...] = ()
    """Those of the faults that are relations of figures with two sides."""

    @property
    def relations(self) -> int:
        """All relations that were judged, one way or the other."""
        return self.consistent + self.inconsistent


class _Ran(Struct, frozen=True):
    """What one rule said."""

    faults: tuple[Diagnostic | Inconsistent, ...]
    consistent: int
    not_checkable: tuple[NotCheckable, ...]
    relates: bool
    """Whether what it found are relations that fail."""


_Start: TypeAlias = Callable[[Callable[[], list[_Ran]]], Callable[[], list[_Ran]]]


def _at_once(work: Callable[[], list[_Ran]]) -> Callable[[], list[_Ran]]:
    return work


def judge(
    linked: LinkedPlan, rules: Iterable[Rule], revision: Revision | None = None, start: _Start = _at_once
) -> Judgement:
    """Run `rules` over the plan, and over what changed in it where there is a `revision`. One that raises is a finding, beside what it found before.

    `start` may begin the rules that look at the figures of texts beside the others: they are half of the work.
    """
    every, matter = tuple(rules), SubjectMatter(linked, revision)
    of_texts = start(lambda: [_run(rule, matter) for rule in every if rule.reads_figures])
    others = [_run(rule, matter) for rule in every if not rule.reads_figures]
    ran = {True: iter(of_texts()), False: iter(others)}
    return _judgement([next(ran[rule.reads_figures]) for rule in every])


def _run(rule: Rule, matter: SubjectMatter) -> _Ran:
    faults: list[Diagnostic | Inconsistent] = []
    not_checkable: list[NotCheckable] = []
    consistent = 0
    try:
        for outcome in rule.check(matter):
            match outcome:
                case Consistent():
                    consistent += 1
                case Diagnostic() | Inconsistent():
                    faults.append(outcome)
                case NotCheckable():
                    not_checkable.append(outcome)
    except Exception as error:  # a fault of the compiler must not take the other rules' findings with it
        faults.append(broken_off(rule.kind.code, error))
    return _Ran(tuple(faults), consistent, tuple(not_checkable), rule.relates is not None or consistent > 0)


def _judgement(ran: Sequence[_Ran]) -> Judgement:
    """What all rules came to, without what one of them says after another."""
    said = [_diagnostic(fault) for each in ran for fault in each.faults]
    repeats = {id(fault) for each in ran for fault in each.faults if _is_told(fault, said)}
    faults = [fault for each in ran for fault in each.faults if id(fault) not in repeats]
    return Judgement(
        tuple(map(_diagnostic, faults)),
        sum(each.consistent for each in ran),
        sum(id(fault) not in repeats for each in ran if each.relates for fault in each.faults),
        tuple(chain.from_iterable(each.not_checkable for each in ran)),
        tuple(fault for fault in faults if isinstance(fault, Inconsistent)),
    )


def _diagnostic(fault: Diagnostic | Inconsistent) -> Diagnostic:
    return fault.diagnostic if isinstance(fault, Inconsistent) else fault


def _is_told(fault: Diagnostic | Inconsistent, said: Iterable[Diagnostic]) -> bool:
    """Whether another rule has said the same of the same place."""
    if isinstance(fault, Diagnostic) or not fault.unless:
        return False
    where = fault.diagnostic.where
    return any(other.kind.code in fault.unless and other.where == where for other in said)


def locate(diagnostics: Iterable[Diagnostic], source: Source | None) -> tuple[Finding, ...]:
    """Findings in the order of the files, from diagnostics in any order.

    Where several findings would share a fingerprint, the later ones' subjects are numbered: ``50% #2``.
    """
    seen: Counter[str] = Counter()
    findings: list[Finding] = []
    for finding in sorted((_locate(d, source) for d in diagnostics), key=_order):
        seen[finding.fingerprint] += 1
        times = seen[finding.fingerprint]
        findings.append(
            finding if times == 1 else replace(finding, subject=f"{finding.subject or ''} #{times}".strip())
        )
    return tuple(findings)


def _order(finding: Finding) -> tuple[bool, Span | tuple[()], str]:
    return (finding.span is None, finding.span or (), finding.kind.code)


def _locate(diagnostic: Diagnostic, source: Source | None) -> Finding:
    related = tuple(RelatedFinding(_span(r.where, source), r.message, r.args) for r in diagnostic.related)
    where = diagnostic.where
    path = where.path if isinstance(where, Place) else None
    return Finding(
        diagnostic,
        _span(where, source),
        _entity(source.plan, path) if source and path else None,
        format_path(_below_entity(source.plan, path)) if source and path else None,
        diagnostic.subject,
        related,
        fix=_fix(diagnostic.fix, source) if diagnostic.fix else None,
    )


def _fix(fix: Fix, source: Source | None) -> FoundFix | None:
    span = _span(fix.where, source)
    return FoundFix(span, fix.replacement, fix.safe) if span else None


def _span(where: Span | Place | None, source: Source | None) -> Span | None:
    match where:
        case Place():
            return source.spans.span(where) if source else None
        case _:
            return where


def _entity(plan: Plan, path: NodePath) -> str | None:
    entity, _ = _walk(plan, path)
    return entity


def _below_entity(plan: Plan, path: NodePath) -> NodePath:
    _, depth = _walk(plan, path)
    return path[depth:]


def _walk(plan: Plan, path: NodePath) -> tuple[str | None, int]:
    """The nearest id on the way down `path`, and how many steps lead to its entity. Ids of rows are of their table alone: ``budget.total``."""
    node: object = plan
    entity: str | None = None
    table = ""
    depth = 0
    for steps, part in enumerate(path, start=1):
        node = child(node, part)
        own = getattr(node, "id", None)
        if isinstance(own, str):
            entity, depth = f"{table}.{own}" if isinstance(node, Row) else own, steps
            table = own if isinstance(node, DataTable) else table
    return entity, depth
