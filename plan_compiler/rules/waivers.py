"""Waivers: findings a person accepted, for as long as the values are the ones that person saw."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Finding, Place, Related
from plan_compiler.model.waivers import Waiver
from plan_compiler.rules.waiver_faults import EXPIRED, MALFORMED, OUTDATED, UNMATCHED

_Key: TypeAlias = tuple[str | None, str | None, str | None, str | None]


class Waived(Struct, frozen=True):
    """The findings, those covered carrying their waiver's reason; and what is wrong with the waivers themselves."""

    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]


def apply_waivers(findings: Iterable[Finding], waivers: Mapping[int, Waiver], today: date | None) -> Waived:
    """Cover findings by waivers, given by their index in the plan.

    Code, entity, field, subject and values must all be the same; one that ended before `today` covers nothing.
    """
    found = tuple(findings)
    by_key = {_key(finding): finding for finding in found}
    covered: dict[_Key, str] = {}
    diagnostics: list[Diagnostic] = []
    for index, waiver in waivers.items():
        key = (waiver.code, waiver.entity, waiver.field, waiver.subject)
        fault = _fault(waiver, index, by_key.get(key), today)
        if fault is None:
            covered[key] = waiver.reason
        elif fault.kind is UNMATCHED:
            diagnostics.append(_with_nearest(fault, waiver, found))
        else:
            diagnostics.append(fault)
    waived = (replace(f, waiver=covered[_key(f)]) if _key(f) in covered else f for f in found)
    return Waived(tuple(waived), tuple(diagnostics))


def _with_nearest(fault: Diagnostic, waiver: Waiver, findings: Iterable[Finding]) -> Diagnostic:
    """The fault, told by the one finding that differs from the waiver in field or subject only, if there is one."""
    near = [f for f in findings if f.kind.code == waiver.code and f.entity == waiver.entity]
    if len(near) != 1:
        return fault
    args = {**fault.args, "field": near[0].field or "-", "subject": near[0].subject or "-"}
    related = (Related(near[0].span, "finding"),) if near[0].span else ()
    return replace(fault, args=args, message="near", hint=None, related=related)


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
