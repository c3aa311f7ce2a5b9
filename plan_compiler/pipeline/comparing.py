"""Comparing: from two trees of files to what changed, and what it does to the findings."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.beside import beside
from plan_compiler.diagnostics import Finding
from plan_compiler.diff.diff import ChangeSet, diff
from plan_compiler.diff.findings import FindingChanges, compare_findings
from plan_compiler.diff.pictures import picture_changes
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.pipeline.checking import Asked, Checked, Loaded, judged, load
from plan_compiler.read.parsed import Parser
from plan_compiler.read.source import ReadResult, Source
from plan_compiler.read.tree import Tree
from plan_compiler.rules.registry import rules

_Findings: TypeAlias = tuple[Finding, ...]
_Parsers: TypeAlias = tuple[Parser | None, Parser | None]


class UnreadableVersionError(Exception):
    """plan.yaml of a version cannot be read; `checked` has the findings that say why, `is_old` which version it is."""

    def __init__(self, checked: Checked, *, is_old: bool) -> None:
        super().__init__("plan.yaml cannot be read")
        self.checked = checked
        self.is_old = is_old


class Version(Struct, frozen=True, eq=False):
    """A version of a plan, read and linked."""

    loaded: Loaded
    source: Source
    linked: LinkedPlan


class Compared(Struct, frozen=True, eq=False):
    """Two versions of a plan, and what differs between them."""

    old: Version
    new: Version
    changes: ChangeSet
    findings: FindingChanges


def linked_version(tree: Tree) -> LinkedPlan:
    """A plan read and linked, to hold another version against it. Raises `UnreadableVersionError`."""
    return _version(tree, is_old=True).linked


def compare(
    old: Tree, new: Tree, *, today: date | None = None, in_parallel: bool = False, parsers: _Parsers = (None, None)
) -> Compared:
    """Check both versions and compare them, their files parsed by `parsers` where given. Raises `UnreadableVersionError`.

    The rules are run `in_parallel` with reading and comparing, by forked processes: for a command, which has one thread.
    """
    if in_parallel:
        rules()  # imported once, for both processes
    before = _version(old, parsers[0], is_old=True)

    def judge_old() -> _Findings:
        return judged(before.loaded, Asked(today)).findings

    old_findings = beside(judge_old) if in_parallel else judge_old
    after = _version(new, parsers[1], before.loaded.read, is_old=False)
    new_findings = judged(after.loaded, Asked(today, in_parallel=in_parallel)).findings
    changes = diff(before.linked, after.linked)
    pictures = picture_changes((before.linked.plan, old.read), (after.linked.plan, new.read), changes.pairing)
    changes = replace(changes, pictures=tuple(pictures))
    renamed = {**changes.renamed, **{old: new for old, new in changes.rows.items() if new is not None}}
    return Compared(before, after, changes, compare_findings(old_findings(), new_findings, renamed))


def _version(tree: Tree, parser: Parser | None = None, like: ReadResult | None = None, *, is_old: bool) -> Version:
    loaded = load(tree, parser, like)
    source, linked = loaded.read.source, loaded.linked
    if source is None or linked is None:
        raise UnreadableVersionError(judged(loaded, Asked()), is_old=is_old)
    return Version(loaded, source, linked)
