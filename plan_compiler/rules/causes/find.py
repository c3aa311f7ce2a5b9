"""Which findings come from one cause."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import assert_never

from plan_compiler.diagnostics import Cause, Diagnostic, Finding, Message, NodePath, Place, Severity, listed
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.paths import node_at
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rational import Fraction
from plan_compiler.read.source import Source
from plan_compiler.rules.causes.edits import Mend, mend
from plan_compiler.rules.causes.rows import MissingRow
from plan_compiler.rules.causes.suspects import Figure, MistakenUnit, Suspect, Suspicion, Swapped, suspicions
from plan_compiler.rules.causes.trial import Trial, told
from plan_compiler.rules.checks.gap_in_serials import KIND as GAP
from plan_compiler.rules.explain import is_carried
from plan_compiler.rules.figure_names import figure_name
from plan_compiler.rules.origins import closure
from plan_compiler.rules.outcome import Inconsistent

_MOST_FAILED = 60
"""Among how many failed relations a common cause is looked for."""
_MOST_TRIALS = 8
_MOST_TRIED = 4
"""How many changes that are equally likely by arithmetic are tried, to see whether all but one break something."""
_WORK = 4_000_000
"""Characters that may be read in trials, so that these stay a matter of moments whatever the plan's length."""

_CELL = Message(
    "若{name} {written} 改为 {becomes}，这 {count} 条都相符，别处不受影响",
    "if {name}, {written}, becomes {becomes}, these {count} agree, and nothing else is touched",
)
_UNIT = Message(
    "若{name}的单位“{written}”改为“{becomes}”，这 {count} 条都相符，别处不受影响",
    "if the unit of {name}, “{written}”, becomes “{becomes}”, these {count} agree, and nothing else is touched",
)
_ROW = Message(
    "若{name}补上一行（{becomes}），这 {count} 条都相符：像是漏了一行",
    "if {name} had one more row ({becomes}), these {count} agree: a row seems to be lost",
)
_SWAP = Message(
    "若{name}的总投资与规划期内投资写反了，对调后这 {count} 条都相符，别处不受影响",
    "if the two amounts of {name} change places, these {count} agree, and nothing else is touched",
)
_SWAPPED_CELLS = Message(
    "若{name}的两个数（{columns}）写反了，对调后这 {count} 条都相符，别处不受影响",
    "if two figures of {name} ({columns}) change places, these {count} agree, and nothing else is touched",
)
_FOLLOW = Message(
    "另有 {count} 条由此而来：那里的合计是按此处所列的数加的，改正此处，再改正合计",
    "{count} more follow from it: totals there add up what is stated here; mend this one, then them",
)
_SHARED = Message(
    "另有 {count} 条可能与此同出一源，先改这一处：若错在其中一项，改正后都相符",
    "{count} more may have the same cause; begin here: if one of these figures is wrong, all agree once it is mended",
)


def find_causes(
    source: Source, linked: LinkedPlan, failed: Sequence[Inconsistent], trial: Trial, findings: Sequence[Finding]
) -> tuple[Cause, ...]:
    """What two or more of the standing `findings` come from, each proved by a trial of its change.

    `failed` are the relations among them. No time is taken where fewer than two fail.
    """
    standing = {told(f.diagnostic) for f in findings if f.stands and f.severity is not Severity.INFO}
    own = [each for each in failed if told(each.diagnostic) in standing][:_MOST_FAILED]
    return _Search(source, linked, own, trial, findings).causes() if len(own) > 1 else ()


class _Search:
    def __init__(
        self,
        source: Source,
        linked: LinkedPlan,
        failed: Sequence[Inconsistent],
        trial: Trial,
        findings: Sequence[Finding],
    ) -> None:
        self._source = source
        self._linked = linked
        self._failed = failed
        self._trial = trial
        self._findings = findings
        length = sum(map(len, source.files.values()))
        self._left = max(1, min(_MOST_TRIALS, _WORK // max(1, length)))

    def causes(self) -> tuple[Cause, ...]:
        """One after the other, those of the most relations first; no relation has two."""
        found: list[Cause] = []
        explained: set[int] = set()
        for suspicion in suspicions(self._linked, self._failed):
            if self._left and not suspicion.relations & explained and (cause := self._proved(suspicion)):
                found.append(cause)
                mended = {told(f.diagnostic) for f in self._findings if f.fingerprint in cause.findings}
                explained |= {i for i, each in enumerate(self._failed) if told(each.diagnostic) in mended}
        rest = [each for index, each in enumerate(self._failed) if index not in explained]
        return tuple(sorted((*found, *self._following(rest)), key=lambda cause: cause.span))

    def _following(self, rest: Sequence[Inconsistent]) -> Iterator[Cause]:
        """Relations that fail by themselves, each with the totals that add up what is stated for it and for nothing else that fails."""
        by_place = {each.diagnostic.where: each for each in rest if isinstance(each.diagnostic.where, Place)}
        leads: dict[int, list[Diagnostic]] = {}
        for each in rest:
            if is_carried(each.diagnostic):
                own = [by_place[r.where] for r in each.diagnostic.related if r.where in by_place]
                if len(own) == 1 and not is_carried(own[0].diagnostic):
                    leads.setdefault(rest.index(own[0]), []).append(each.diagnostic)
        for index, others in leads.items():
            (lead,) = self._standing((rest[index].diagnostic,)) or (None,)
            following = tuple(finding.fingerprint for finding in self._standing(others))
            if lead is not None and lead.span is not None and following:
                args = {"count": str(len(following))}
                yield Cause(lead.span, _FOLLOW, args, (lead.fingerprint, *following), lead=lead.fingerprint)

    def _proved(self, suspicion: Suspicion) -> Cause | None:
        """The cause of a suspicion that stands its trial, named where no other could be it: each other has failed its trial or
        mends less, or of many it alone stands in a row where something is wrong besides.
        """
        several = len(suspicion.suspects) > _MOST_TRIED
        tried = self._tried(suspicion)
        stood = sorted((each for each in tried if each[2]), key=lambda each: -len(each[2]))
        if not stood:
            return None
        (suspect, _, found), *others = stood
        if several:
            is_only = [each for each in suspicion.suspects if self._likelihood(each)[0]] == [suspect]
        else:
            is_only = len(tried) == len(suspicion.suspects) and all(len(each[2]) < len(found) for each in others)
        return self._named(*stood[0]) if is_only else self._shared(suspicion, found)

    def _tried(self, suspicion: Suspicion) -> list[tuple[Suspect, Mend, tuple[Finding, ...]]]:
        """The suspects that could be tried, with what their change mends; of many, up to the first of the likeliest that mends."""
        several = len(suspicion.suspects) > _MOST_TRIED
        tried: list[tuple[Suspect, Mend, tuple[Finding, ...]]] = []
        for suspect in self._likeliest(suspicion.suspects) if several else suspicion.suspects:
            change = mend(suspect, self._linked, self._source)
            if change is None or not self._left:
                continue
            self._left -= 1
            mended = self._trial.mended(change.edit, adds=isinstance(suspect, MissingRow))
            found = self._standing(mended or ())
            tried.append((suspect, change, found if len(found) > 1 else ()))
            if several and len(found) > 1:
                break
        return tried

    def _likeliest(self, suspects: Sequence[Suspect]) -> Sequence[Suspect]:
        """Some of many suspects: those in whose row something is wrong besides, then the largest figures, which a change leaves
        most like what they are.
        """
        return sorted(suspects, key=self._likelihood, reverse=True)[:_MOST_TRIED]

    def _likelihood(self, suspect: Suspect) -> tuple[bool, Fraction]:
        node = self._linked.figures[suspect.key] if isinstance(suspect, Figure) else None
        if node is None or node.home is None or not isinstance(node.result, Quantity):
            return False, Fraction(0)
        size = Fraction(node.result.nominal or 0) * node.result.unit.factor
        return node.home.path[:-1] in self._rows, size

    @cached_property
    def _rows(self) -> frozenset[NodePath]:
        """The rows in which something is found that is certain."""
        wheres = (each.where for each in self._trial.before if each.kind.severity is Severity.ERROR)
        return frozenset(where.path[:-1] for where in wheres if isinstance(where, Place))

    def _standing(self, mended: Iterable[Diagnostic]) -> tuple[Finding, ...]:
        own = set(map(told, mended))
        return tuple(finding for finding in self._findings if finding.stands and told(finding.diagnostic) in own)

    def _gaps(self, row: MissingRow) -> tuple[Finding, ...]:
        """The gaps in the serials of the projects to which a row seems to be lost."""
        return tuple(
            finding
            for finding in self._findings
            if finding.stands
            and finding.kind.code == GAP.code
            and isinstance(finding.diagnostic.where, Place)
            and finding.diagnostic.where.path[: len(row.owner)] == row.owner
        )

    def _named(self, suspect: Suspect, change: Mend, found: tuple[Finding, ...]) -> Cause:
        if isinstance(suspect, MissingRow):
            found = (*found, *self._gaps(suspect))
        args = {
            "name": self._name(suspect),
            "written": change.written,
            "becomes": change.becomes,
            "count": str(len(found)),
            "columns": listed(suspect.titles) if isinstance(suspect, Swapped) else "",
        }
        fingerprints = tuple(finding.fingerprint for finding in found)
        written = change.written
        return Cause(change.span, _message(suspect), args, fingerprints, written, change.becomes if written else "")

    def _shared(self, suspicion: Suspicion, found: tuple[Finding, ...]) -> Cause | None:
        """The relation of the fewest figures among those that fail, which leads the others."""
        own = [self._failed[index] for index in sorted(suspicion.relations)]
        first = min(own, key=lambda each: (len(closure(self._linked, each.figures)), _is_in_text(each.diagnostic)))
        lead = next((finding for finding in found if told(finding.diagnostic) == told(first.diagnostic)), None)
        if lead is None or lead.span is None:
            return None
        others = tuple(finding.fingerprint for finding in found if finding is not lead)
        args = {"count": str(len(others))}
        return Cause(lead.span, _SHARED, args, (lead.fingerprint, *others), lead=lead.fingerprint)

    def _name(self, suspect: Suspect) -> str:
        match suspect:
            case Figure(key=key):
                return figure_name(self._linked, key)
            case MistakenUnit(path=path) | MissingRow(owner=path) | Swapped(path=path):
                node = node_at(self._linked.plan, path)
                return str(getattr(node, "title", None) or getattr(node, "name", None) or "")
            case _:
                assert_never(suspect)


def _is_in_text(diagnostic: Diagnostic) -> bool:
    return isinstance(diagnostic.where, Place) and diagnostic.where.start is not None


def _message(suspect: Suspect) -> Message:
    match suspect:
        case Figure():
            return _CELL
        case MistakenUnit():
            return _UNIT
        case MissingRow():
            return _ROW
        case Swapped(titles=titles):
            return _SWAPPED_CELLS if titles else _SWAP
        case _:
            assert_never(suspect)
