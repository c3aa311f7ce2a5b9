"""Comparing: from two trees of files to what changed, and what it does to the findings."""

from datetime import date

from msgspec import Struct

from plan_compiler.diff.diff import ChangeSet, diff
from plan_compiler.diff.findings import FindingChanges, compare_findings
from plan_compiler.link.link import link
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.pipeline.checking import Checked, check
from plan_compiler.read.plan import read_plan
from plan_compiler.read.source import Source
from plan_compiler.read.tree import Tree


class UnreadableVersionError(Exception):
    """plan.yaml of a version cannot be read; `checked` has the findings that say why, `is_old` which version it is."""

    def __init__(self, checked: Checked, *, is_old: bool) -> None:
        super().__init__("plan.yaml cannot be read")
        self.checked = checked
        self.is_old = is_old


class Compared(Struct, frozen=True, eq=False):
    """Two versions of a plan, checked, and what differs between them."""

    old: Checked
    new: Checked
    old_source: Source
    new_source: Source
    old_linked: LinkedPlan
    new_linked: LinkedPlan
    changes: ChangeSet
    findings: FindingChanges


def linked_version(tree: Tree) -> LinkedPlan:
    """A plan read and linked, to hold another version against it. Raises `UnreadableVersionError`."""
    read = read_plan(tree)
    source = read.source
    if source is None:
        raise UnreadableVersionError(check(tree), is_old=True)
    return link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread)[0]


def compare(old: Tree, new: Tree, *, today: date | None = None) -> Compared:
    """Check both versions and compare them. Raises `UnreadableVersionError`."""
    before, after = check(old, today=today), check(new, today=today)
    if before.linked is None or before.source is None:
        raise UnreadableVersionError(before, is_old=True)
    if after.linked is None or after.source is None:
        raise UnreadableVersionError(after, is_old=False)
    changes = diff(before.linked, after.linked)
    findings = compare_findings(before.findings, after.findings, changes.renamed)
    return Compared(before, after, before.source, after.source, before.linked, after.linked, changes, findings)
