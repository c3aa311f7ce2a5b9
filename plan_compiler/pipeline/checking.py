"""Checking: from a tree of files to findings."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.beside import beside
from plan_compiler.diagnostics import Diagnostic, Finding, Kind, Severity, Summary
from plan_compiler.link import faults as link_faults
from plan_compiler.link.link import link
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.pipeline.surroundings import surroundings
from plan_compiler.read import faults as read_faults
from plan_compiler.read.parsed import Parser
from plan_compiler.read.plan import read_plan
from plan_compiler.read.source import ReadResult, Source
from plan_compiler.read.tree import Tree
from plan_compiler.rules.acceptance import policy, waiver_faults, waivers
from plan_compiler.rules.acceptance.policy import Policy
from plan_compiler.rules.engine import Judgement, judge, locate
from plan_compiler.rules.foreign import faults as foreign_faults
from plan_compiler.rules.registry import Rule, rules
from plan_compiler.rules.unjudged import NOT_CHECKABLE, unjudged
from plan_compiler.writers import faults as writer_faults

if TYPE_CHECKING:
    from plan_compiler.rules.acceptance.baseline import Baseline
    from plan_compiler.rules.revision import Revision

_NOTHING = Judgement((), 0, 0, ())
_READING = ("YAM", "MOD")
_REVISIONS = "REV"


class Checked(Struct, frozen=True):
    """A checked plan. `linked` is None when plan.yaml could not be read; the findings say why.

    `files` are the texts of the files that were read, by their path in the tree; `foreign` what the rules find that the
    plan takes from elsewhere; `rules` those that judged it, and `judgement` what they came to; `faults` what reading and linking found.
    """

    files: Mapping[str, str]
    source: Source | None
    linked: LinkedPlan | None
    findings: tuple[Finding, ...]
    summary: Summary
    foreign: tuple[Kind, ...] = ()
    rules: tuple[Rule, ...] = ()
    judgement: Judgement = _NOTHING
    faults: tuple[Diagnostic, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether an error stands that is neither waived nor in the baseline."""
        return self.summary.error > 0


def catalogue() -> tuple[Kind, ...]:
    """Every kind of finding there is, by code."""
    kinds = (*_fixed_kinds(), NOT_CHECKABLE, *waiver_faults.KINDS, *(rule.kind for rule in rules()))
    return tuple(sorted(kinds, key=lambda kind: kind.code))


def _fixed_kinds() -> tuple[Kind, ...]:
    """What the passes before and after the rules find: errors among these mean that something is not in the plan."""
    return (*read_faults.KINDS, *link_faults.KINDS, *policy.KINDS, *foreign_faults.KINDS, *writer_faults.KINDS)


def check(
    tree: Tree,
    *,
    today: date | None = None,
    use_waivers: bool = True,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Checked:
    """Read, link and judge the plan of `tree`.

    `select` and `ignore` are codes or their beginnings (``SUM``); what plan.yaml itself selects gives way to `select`.
    Waivers are applied unless `use_waivers` is false; those that ended before `today` are findings.
    """
    return judged(load(tree), Asked(today, use_waivers, tuple(select), tuple(ignore)))


class Asked(Struct, frozen=True):
    """How a check is to be run: see `check`.

    Half of the rules are run `in_parallel` with the others, by a forked process: for a command, which has one thread.
    `against` is what an older version is called that the plan is held against.
    """

    today: date | None = None
    use_waivers: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    in_parallel: bool = False
    against: str = "REV"


class Loaded(Struct, frozen=True, eq=False):
    """A plan read and linked, and not judged yet; its tree is not needed any more. `linked` is None as in `Checked`.

    Of its `faults`, `linking` are those of linking alone.
    """

    read: ReadResult
    linked: LinkedPlan | None
    faults: tuple[Diagnostic, ...]
    linking: tuple[Diagnostic, ...] = ()


def load(tree: Tree, parser: Parser | None = None, like: ReadResult | None = None) -> Loaded:
    """Read and link the plan of `tree`, as `read_plan` does."""
    read = read_plan(tree, parser, like)
    source = read.source
    if source is None:
        return Loaded(read, None, ())
    linked, faults = link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread)
    return Loaded(read, linked, (*faults, *surroundings(tree, linked)), faults)


def judged(loaded: Loaded, asked: Asked, against: LinkedPlan | None = None) -> Checked:
    """Run the rules over a plan; with an older version to hold it `against`, those on revisions too."""
    read, source, linked = loaded.read, loaded.read.source, loaded.linked
    if source is None or linked is None:
        return _checked(read, None, locate(read.diagnostics, None), _NOTHING)
    wishes, others, unusable = _wishes(source, asked.select, asked.ignore)
    in_force = tuple(rule for rule in (*rules(), *others) if wishes.graded(rule.kind))
    revision = None if against is None else _revision(against, linked, asked.against)
    judgement = judge(linked, in_force, revision, beside) if asked.in_parallel else judge(linked, in_force, revision)
    told = (*judgement.diagnostics, *unjudged(judgement.not_checkable))
    findings = locate(wishes.of((*read.diagnostics, *unusable, *loaded.faults, *told)), source)
    if asked.use_waivers:
        findings = _waive(findings, source, asked.today, wishes, alone=against is None)
    checked = _checked(read, linked, findings, judgement)
    faults = (*read.diagnostics, *loaded.linking)
    return replace(
        checked, foreign=tuple(rule.kind for rule in others), rules=in_force, judgement=judgement, faults=faults
    )


def _revision(old: LinkedPlan, new: LinkedPlan, called: str) -> "Revision":
    from plan_compiler.diff.diff import diff
    from plan_compiler.rules.revision import Revision

    return Revision(old, new, diff(old, new), called)


def compared(checked: Checked, baseline: "Baseline") -> Checked:
    """The checked plan, with the findings that `baseline` has marked as known."""
    from plan_compiler.rules.acceptance.baseline import mark_known

    findings = mark_known(checked.findings, baseline)
    summary = Summary.of(findings, checked.summary.relations_checked, checked.summary.not_checkable)
    return replace(checked, findings=findings, summary=summary)


class _Wishes(Struct, frozen=True):
    """What is to be looked for: what a run selects and ignores, and what the plan's own policy says."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    policy: Policy | None

    def wants(self, code: str) -> bool:
        """A file that cannot be read is told of whatever is selected: what is in it was not looked at."""
        selected = not self.select or code.startswith((*self.select, *_READING))
        return selected and not (self.ignore and code.startswith(self.ignore))

    def graded(self, kind: Kind) -> Kind | None:
        if not self.wants(kind.code):
            return None
        return kind if self.policy is None else self.policy.graded(kind)

    def of(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Those that are wanted, as grave as the plan holds them."""
        for diagnostic in diagnostics:
            kind = self.graded(diagnostic.kind)
            if kind is not None:
                yield diagnostic if kind is diagnostic.kind else replace(diagnostic, kind=kind)


def _wishes(
    source: Source, select: tuple[str, ...], ignore: tuple[str, ...]
) -> tuple[_Wishes, tuple[Rule, ...], tuple[Diagnostic, ...]]:
    """The wishes of a run and its plan, the rules from elsewhere that it wants, and what is wrong with both."""
    checks = source.plan.checks
    if checks is None:
        return _Wishes(select, ignore, None), (), ()
    others, unusable = _foreign(checks.rules)
    fixed = frozenset(kind.code for kind in _fixed_kinds() if kind.severity is Severity.ERROR)
    kinds = (*catalogue(), *(rule.kind for rule in others))
    own = Policy.of(checks, fixed)
    faults = (*unusable, *policy.faults(checks, kinds, fixed))
    return _Wishes(select, ignore, replace(own, select=()) if select else own), others, faults


def _foreign(names: tuple[str, ...]) -> tuple[tuple[Rule, ...], tuple[Diagnostic, ...]]:
    if not names:
        return (), ()
    from plan_compiler.rules.foreign.load import load

    found = load(names)
    return found.rules, found.diagnostics


def _waive(
    findings: tuple[Finding, ...], source: Source, today: date | None, wishes: _Wishes, *, alone: bool
) -> tuple[Finding, ...]:
    """Waivers of rules on revisions are left alone where there is no older version: they may cover what is not looked at."""
    kinds = {kind.code: kind for kind in catalogue()} if wishes.policy else {}
    considered = {
        index: waiver
        for index, waiver in enumerate(source.plan.waivers)
        if not (alone and waiver.code.startswith(_REVISIONS))
        and (wishes.graded(kinds[waiver.code]) if waiver.code in kinds else wishes.wants(waiver.code))
    }
    waived = waivers.apply_waivers(findings, considered, today)
    return (*waived.findings, *locate(wishes.of(waived.diagnostics), source))


def _checked(
    read: ReadResult, linked: LinkedPlan | None, findings: tuple[Finding, ...], judgement: Judgement
) -> Checked:
    summary = Summary.of(findings, judgement.relations, len(judgement.not_checkable))
    return Checked(read.files, read.source, linked, findings, summary)
