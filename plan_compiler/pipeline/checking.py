"""Checking: from a tree of files to findings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plan_compiler.diagnostics import Diagnostic, Finding, Kind, Summary
from plan_compiler.link import faults as link_faults
from plan_compiler.link.link import link
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.pipeline.surroundings import surroundings
from plan_compiler.read import faults as read_faults
from plan_compiler.read.plan import read_plan
from plan_compiler.read.source import ReadResult, Source
from plan_compiler.read.tree import Tree
from plan_compiler.rules import waivers
from plan_compiler.rules.engine import Judgement, judge, locate
from plan_compiler.rules.registry import rules
from plan_compiler.writers import faults as writer_faults

_NOTHING = Judgement((), 0, ())


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked plan. `linked` is None when plan.yaml could not be read; the findings say why.

    `files` are the texts of the files that were read, by their path in the tree.
    """

    files: Mapping[str, str]
    source: Source | None
    linked: LinkedPlan | None
    findings: tuple[Finding, ...]
    summary: Summary

    @property
    def fails(self) -> bool:
        """Whether an error stands that no waiver covers."""
        return self.summary.error > 0


def catalogue() -> tuple[Kind, ...]:
    """Every kind of finding there is, by code."""
    kinds = (
        *read_faults.KINDS,
        *link_faults.KINDS,
        *waivers.KINDS,
        *writer_faults.KINDS,
        *(rule.kind for rule in rules()),
    )
    return tuple(sorted(kinds, key=lambda kind: kind.code))


def check(
    tree: Tree,
    *,
    today: date | None = None,
    use_waivers: bool = True,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Checked:
    """Read, link and judge the plan of `tree`.

    `select` and `ignore` are codes or their beginnings (``SUM``). Waivers are applied unless `use_waivers` is false;
    those that ended before `today` are findings.
    """
    read = read_plan(tree)
    source = read.source
    if source is None:
        return _checked(read, None, locate(read.diagnostics, None), _NOTHING)
    linked, faults = link(source.plan, source.texts, source.poisoned, source.incomplete)
    wanted = _wanted(tuple(select), tuple(ignore))
    judgement = judge(linked, (rule for rule in rules() if wanted(rule.kind.code)))
    found = (*read.diagnostics, *faults, *surroundings(tree, linked), *judgement.diagnostics)
    diagnostics = (diagnostic for diagnostic in found if wanted(diagnostic.kind.code))
    findings = locate(diagnostics, source)
    if use_waivers:
        findings = _waive(findings, source, today, wanted)
    return _checked(read, linked, findings, judgement)


def _wanted(select: tuple[str, ...], ignore: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda code: (not select or code.startswith(select)) and not (ignore and code.startswith(ignore))


def _waive(
    findings: tuple[Finding, ...], source: Source, today: date | None, wanted: Callable[[str], bool]
) -> tuple[Finding, ...]:
    considered = {index: waiver for index, waiver in enumerate(source.plan.waivers) if wanted(waiver.code)}
    waived = waivers.apply_waivers(findings, considered, today)
    faults: list[Diagnostic] = [d for d in waived.diagnostics if wanted(d.kind.code)]
    return (*waived.findings, *locate(faults, source))


def _checked(
    read: ReadResult, linked: LinkedPlan | None, findings: tuple[Finding, ...], judgement: Judgement
) -> Checked:
    summary = Summary.of(findings, judgement.relations, len(judgement.not_checkable))
    return Checked(read.files, read.source, linked, findings, summary)
