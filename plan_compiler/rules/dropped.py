"""Indicators that a revision no longer has, and whether a note says why."""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, NodePath, Place
from plan_compiler.diff.presence import lone_indicators
from plan_compiler.language.vocabulary import Attribute
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.indicators import Indicator
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.revision import Revision


def dropped_indicators(revision: Revision, kind: Kind, *, binding: bool) -> Iterator[Outcome]:
    """What `kind` is to say of the indicators that are gone: of the binding ones, or of all others."""
    for path, indicator in lone_indicators(revision.old, revision.changes.pairing.to_new):
        if _is_binding(revision.old, indicator) is not binding or revision.may_be_unread(path, indicator.id):
            continue
        place = _place(path, revision)
        if revision.is_noted((indicator.id,)):
            yield Consistent(place)
        else:
            args = {"id": indicator.id, "name": indicator.name, "against": revision.called}
            yield Diagnostic(kind, place, args, hint="hint", subject=indicator.id)


def _is_binding(linked: LinkedPlan, indicator: Indicator) -> bool:
    return linked.words.meanings.attributes.get(indicator.attribute) is Attribute.BINDING


def _place(old: NodePath, revision: Revision) -> Place:
    """What the indicator stood in, as far as the new version has it: its group, its table, the plan."""
    above = (old[:length] for length in range(len(old) - 1, 0, -1))
    known = revision.changes.pairing.to_new
    return Place(next((known[path] for path in above if path in known), ()))
