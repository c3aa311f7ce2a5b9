"""A revision as JSON, version 1 (schemas/revision.schema.json): the edit script, and what it means."""

from typing import Any

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import Edited, Entity
from plan_compiler.diff.figures import Difference, FigureChange
from plan_compiler.diff.findings import FindingChange
from plan_compiler.diff.script import plain_change, plain_entity
from plan_compiler.link.linked import Result, Unknown
from plan_compiler.quantity.printing import plain, with_bound
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.report.json import json_text, place_json
from plan_compiler.report.review import review
from plan_compiler.report.review_changes import Texts, is_text
from plan_compiler.report.review_rows import signed
from plan_compiler.report.revision import Revision, Side
from plan_compiler.report.wording import Speaker


def review_json(revision: Revision) -> str:
    """One object. `changes` alone make the new plan of the old one."""
    changes, shifts = revision.changes, revision.changes.shifts
    found, texts = review(revision), Texts(revision)
    return json_text(
        {
            "version": 1,
            "old": revision.old.name,
            "new": revision.new.name,
            "summary": list(found.lines),
            "changes": [_change(change, revision, texts) for change in changes.changes],
            "splits": [
                {"old": plain_entity(s.old), "parts": list(map(plain_entity, s.parts)), "column": s.column}
                for s in changes.splits
            ],
            "mergers": [
                {"parts": list(map(plain_entity, m.parts)), "new": plain_entity(m.new), "column": m.column}
                for m in changes.mergers
            ],
            "figures": [_figure(figure, revision) for figure in changes.figures],
            "targets": [
                {
                    "key": s.change.key,
                    "indicator": s.indicator.id,
                    "year": s.year,
                    "strength": s.strength,
                    "binding": s.binding,
                }
                for s in shifts.targets
            ],
            "bases": [{"key": s.change.key, "indicator": s.indicator.id, "year": s.year} for s in shifts.bases],
            "attributes": [
                {"indicator": s.indicator.id, "before": s.before, "after": s.after, "strength": s.strength}
                for s in shifts.attributes
            ],
            "schedules": [
                {
                    "entity": plain_entity(s.entity),
                    "field": s.field,
                    "before": s.before,
                    "after": s.after,
                    "years": s.years,
                }
                for s in shifts.schedules
            ],
            "investment": [
                {
                    "old": _entity(s.old),
                    "new": _entity(s.new),
                    "projects": {"before": s.projects[0], "after": s.projects[1]},
                    "total": _pair(s.total, s.total_difference, revision.language),
                    "in_period": _pair(s.in_period, s.in_period_difference, revision.language),
                }
                for s in shifts.categories
            ],
            "pictures": [
                {"old": plain_entity(p.old), "new": plain_entity(p.new), "file": p.file} for p in changes.pictures
            ],
            "findings": {
                "new": [_finding(change, revision) for change in revision.findings.new],
                "gone": [_finding(change, revision) for change in revision.findings.gone],
                "changed": [_finding(change, revision) for change in revision.findings.changed],
                "kept": revision.findings.kept,
            },
        }
    )


def _change(change: Any, revision: Revision, texts: Texts) -> dict[str, Any]:
    """A change as the edit script has it, with its words compared and its place in the files."""
    plain_form = plain_change(change)
    if isinstance(change, Edited):
        plain_form |= _node(revision.new, (*change.new.home, *change.field))
        if change.printed is not None and is_text(change):
            plain_form["words"] = [[piece.fate, piece.text] for piece in texts.compared(*change.printed)]
        return plain_form
    entity: Entity | None = getattr(change, "new", None)
    if entity is not None:
        return plain_form | _node(revision.new, entity.home)
    return plain_form | _node(revision.old, change.old.home)


def _node(side: Side, path: NodePath) -> dict[str, Any]:
    return {"place": side.position(path) or None}


def _entity(entity: Entity | None) -> dict[str, Any] | None:
    return None if entity is None else plain_entity(entity)


def _figure(change: FigureChange, revision: Revision) -> dict[str, Any]:
    return {
        "key": change.key,
        "old_key": change.old_key,
        "entity": _entity(change.entity),
        "field": change.field,
        "sense": change.sense.value,
        "stated": change.stated,
        "computed": change.computed,
        **_pair((change.before, change.after), change.difference, revision.language),
        "causes": [cause.key for cause in change.causes if not cause.is_old],
        "old_causes": [cause.key for cause in change.causes if cause.is_old],
        "prints": [
            {
                **place_json(revision.new.span(each.place), revision.new.paths),
                "printed": each.printed,
                "fate": each.fate,
            }
            for each in change.prints
        ],
    }


def _pair(results: tuple[Result, Result], difference: Difference | None, language: str) -> dict[str, Any]:
    amount = None if difference is None else difference.amount
    rate = None if difference is None else difference.rate
    return {
        "before": _value(results[0], language),
        "after": _value(results[1], language),
        "difference": None if amount is None else _difference(amount, language),
        "per_cent": None if rate is None else _number(rate)["value"],
    }


def _difference(quantity: Quantity, language: str) -> dict[str, Any]:
    """The difference as the printed figures give it, and between what it lies, since they are rounded."""
    printed = quantity if quantity.nominal is None else Quantity.of(quantity.nominal, quantity.unit)
    interval = quantity.interval
    ends = (None if end is None else plain(Quantity.of(end, quantity.unit)) for end in (interval.low, interval.high))
    low, high = ends
    return {**_number(printed), "low": low, "high": high, "printed": signed(quantity, language)}


def _value(result: Result, language: str) -> dict[str, Any] | None:
    if isinstance(result, Unknown):
        return None
    return {**_number(result), "printed": with_bound(result, language)}


def _number(quantity: Quantity) -> dict[str, Any]:
    """Its number as text, since JSON's own numbers lose decimals, and its unit."""
    return {"value": plain(quantity), "unit": quantity.unit.text}


def _finding(change: FindingChange, revision: Revision) -> dict[str, Any]:
    finding = change.finding
    side = revision.new if change.after is not None else revision.old
    return {
        "how": change.how,
        "code": finding.kind.code,
        "severity": finding.severity.value,
        "message": Speaker(revision.language).message(finding),
        **place_json(finding.span, side.paths),
        "entity": finding.entity,
        "field": finding.field,
        "subject": finding.subject,
        "before": None if change.before is None else dict(change.before.diagnostic.values),
        "after": None if change.after is None else dict(change.after.diagnostic.values),
        "fingerprint": finding.fingerprint,
    }
