"""Trying a change: the plan is read and judged again with it, as if a person had made it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Place, Severity
from plan_compiler.edit.edits import Edit, edited_files
from plan_compiler.link.link import link
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree
from plan_compiler.rules.engine import Judgement, judge
from plan_compiler.rules.registry import Rule

_Told: TypeAlias = tuple[str, object, str]


class Trial(Struct, frozen=True):
    """The files of a plan, the rules on relations of figures, what they find, and what reading and linking find."""

    files: Mapping[str, str]
    rules: tuple[Rule, ...]
    before: tuple[Diagnostic, ...]
    faults: tuple[Diagnostic, ...]

    @staticmethod
    def of(
        files: Mapping[str, str], rules: Iterable[Rule], judgement: Judgement, faults: Iterable[Diagnostic]
    ) -> "Trial":
        """The trials of a plan that was judged; of all `rules`, those that relate figures take part."""
        own = tuple(rule for rule in rules if rule.relates is not None)
        codes = {rule.kind.code for rule in own}
        return Trial(files, own, tuple(d for d in judgement.diagnostics if d.kind.code in codes), tuple(faults))

    def mended(self, edit: Edit, *, adds: bool = False) -> tuple[Diagnostic, ...] | None:
        """What is no longer found with `edit`; None where an error is found then, or a relation fails, which was not before.

        `adds` where it adds a row, which stands for one that nobody knows: what linking finds in it is not looked at.
        """
        read = read_plan(MemoryTree({**self.files, **edited_files(self.files, (edit,))}))
        source = read.source
        if source is None:
            return None
        linked, faults = link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread)
        if not adds and _counted((*read.diagnostics, *faults)) - _counted(self.faults):
            return None
        judgement = judge(linked, self.rules)
        if _counted(_certain(judgement)) - _counted(self.before):
            return None
        after = _counted(judgement.diagnostics)
        return tuple(diagnostic for diagnostic in self.before if not after[told(diagnostic)])


def _certain(judgement: Judgement) -> tuple[Diagnostic, ...]:
    """The errors, and the relations that fail; what else is doubtful of a row says nothing against a change of it."""
    failed = {id(each.diagnostic) for each in judgement.failed}
    return tuple(d for d in judgement.diagnostics if d.kind.severity is Severity.ERROR or id(d) in failed)


def told(diagnostic: Diagnostic) -> _Told:
    """What tells a diagnostic from others, whatever its figures are."""
    where = diagnostic.where
    return diagnostic.kind.code, where.path if isinstance(where, Place) else None, diagnostic.subject or ""


def _counted(diagnostics: Iterable[Diagnostic]) -> Counter[_Told]:
    return Counter(map(told, diagnostics))
