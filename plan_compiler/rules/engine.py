"""The engine: runs the rules and gives each diagnostic its span, its entity and its field."""

from collections import Counter
from collections.abc import Iterable

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


def judge(linked: LinkedPlan, rules: Iterable[Rule], revision: Revision | None = None) -> Judgement:
    """Run `rules` over the plan, and over what changed in it where there is a `revision`. One that raises is a finding, beside what it found before."""
    diagnostics: list[Diagnostic] = []
    not_checkable: list[NotCheckable] = []
    failed: list[Inconsistent] = []
    consistent = inconsistent = 0
    matter = SubjectMatter(linked, revision)
    for rule in rules:
        consistent_before, before = consistent, len(diagnostics)
        try:
            for outcome in rule.check(matter):
                match outcome:
                    case Diagnostic():
                        diagnostics.append(outcome)
                    case Inconsistent():
                        diagnostics.append(outcome.diagnostic)
                        failed.append(outcome)
                    case Consistent():
                        consistent += 1
                    case NotCheckable():
                        not_checkable.append(outcome)
        except Exception as error:  # a fault of the compiler must not take the other rules' findings with it
            diagnostics.append(broken_off(rule.kind.code, error))
        if rule.relates is not None or consistent > consistent_before:
            inconsistent += len(diagnostics) - before
    repeats = [each for each in failed if each.unless and _is_told(each, diagnostics)]
    if repeats:
        told = set(map(id, repeats))
        failed = [each for each in failed if id(each) not in told]
        told = {id(each.diagnostic) for each in repeats}
        diagnostics = [diagnostic for diagnostic in diagnostics if id(diagnostic) not in told]
    return Judgement(tuple(diagnostics), consistent, inconsistent - len(repeats), tuple(not_checkable), tuple(failed))


def _is_told(failed: Inconsistent, diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether another rule has said the same of the same place."""
    where = failed.diagnostic.where
    return any(other.kind.code in failed.unless and other.where == where for other in diagnostics)


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
    """The nearest id on the way down `path`, and how many steps lead to its entity."""
    node: object = plan
    entity: str | None = None
    depth = 0
    for steps, part in enumerate(path, start=1):
        node = child(node, part)
        own = getattr(node, "id", None)
        if isinstance(own, str):
            entity, depth = own, steps
    return entity, depth
