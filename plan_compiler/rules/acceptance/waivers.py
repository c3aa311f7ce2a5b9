"""Waivers: findings a person accepted, for as long as the values are the ones that person saw."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Finding, Place, Related
from plan_compiler.model.waivers import Waiver
from plan_compiler.rules.acceptance.waiver_faults import EXPIRED, MALFORMED, OUTDATED, UNMATCHED

_Key: TypeAlias = tuple[str | None, str | None, str | None, str | None]


class Waived(Struct, frozen=True):
    """The findings, those covered carrying their waiver's reason; and what is wrong with the waivers themselves."""

    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]


def apply_waivers(findings: Iterable[Finding], waivers: Mapping[int, Waiver], today: date | None) -> Waived:
    """Cover findings by waivers, given by their index in the plan.

    What they are `meant` for must have the same values; one that ended before `today` covers nothing.
    """
    found = tuple(findings)
    meant = meant_by(found)
    covered: dict[_Key, str] = {}
    diagnostics: list[Diagnostic] = []
    for index, waiver in waivers.items():
        finding = meant(waiver)
        fault = _fault(waiver, index, finding, today)
        if fault is not None:
            diagnostics.append(_with_nearest(fault, waiver, found) if fault.kind is UNMATCHED else fault)
        elif finding is not None:
            covered[_key(finding)] = waiver.reason
    waived = (replace(f, waiver=covered[_key(f)]) if _key(f) in covered else f for f in found)
    return Waived(tuple(waived), tuple(diagnostics))


def meant_by(findings: Iterable[Finding]) -> Callable[[Waiver], Finding | None]:
    """Which of `findings` a waiver is for, or None: that with its code, entity, field and subject.

    A row of a data table may be called by its own id alone where only one of them has that.
    """
    by_key: dict[_Key, Finding] = {}
    by_row: defaultdict[_Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        code, entity, field, subject = by = _key(finding)
        by_key[by] = finding
        if entity is not None and "." in entity:
            by_row[code, entity.partition(".")[2], field, subject].append(finding)

    def meant(waiver: Waiver) -> Finding | None:
        key = (waiver.code, waiver.entity, waiver.field, waiver.subject)
        of_row = by_row.get(key, ())
        return by_key.get(key) or (of_row[0] if len(of_row) == 1 else None)

    return meant


def is_called(entity: str | None, name: str) -> bool:
    """Whether `name` is the id of `entity`, or the own id of the row of a data table that it is: ``total`` of ``budget.total``."""
    return entity is not None and (entity == name or entity.endswith(f".{name}"))


def _with_nearest(fault: Diagnostic, waiver: Waiver, findings: Iterable[Finding]) -> Diagnostic:
    """The fault, told by the one finding that differs from the waiver in field or subject only, if there is one."""
    near = [f for f in findings if f.kind.code == waiver.code and _is_of(f, waiver.entity)]
    if len(near) != 1:
        return fault
    args = {**fault.args, "field": near[0].field or "-", "subject": near[0].subject or "-"}
    related = (Related(near[0].span, "finding"),) if near[0].span else ()
    return replace(fault, args=args, message="near", hint=None, related=related)


def _is_of(finding: Finding, entity: str | None) -> bool:
    return finding.entity is None if entity is None else is_called(finding.entity, entity)


def _key(finding: Finding) -> _Key:
    return (finding.kind.code, finding.entity, finding.field, finding.subject)


def _fault(waiver: Waiver, index: int, finding: Finding | None, today: date | None) -> Diagnostic | None:
    place = Place(("waivers", index))
    args = {"code": waiver.code, "entity": waiver.entity or waiver.field or "-"}
    if waiver.until is not None:
        try:
            until = date.fromisoformat(waiver.until)
        except ValueError:
            return Diagnostic(MALFORMED, Place(("waivers", index, "until")), {"until": waiver.until})
        if today is not None and until < today:
            return Diagnostic(EXPIRED, place, {**args, "until": waiver.until}, hint="hint")
    if finding is None:
        return Diagnostic(UNMATCHED, place, args, hint="hint")
    now = dict(finding.diagnostic.values)
    if dict(waiver.values) != now:
        args |= {"was": _pairs(waiver.values), "now": _pairs(now)}
        related = (Related(finding.span, "finding"),) if finding.span else ()
        return Diagnostic(OUTDATED, place, args, hint="hint", related=related)
    return None


def _pairs(values: Mapping[str, str]) -> str:
    return ", ".join(f"{key}={value}" for key, value in values.items()) or "-"
