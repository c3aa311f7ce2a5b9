"""The history of one entity, for a terminal and for programs."""

import json
from collections.abc import Iterator, Sequence

from plan_compiler.diff.history import Event, Step
from plan_compiler.report.terminal import cells, fitted
from plan_compiler.report.visible import inert_line, visible

COLUMNS = 80
_MARGIN = 4
_SHORT = 8


def history_text(events: Sequence[Event], *, chinese: bool) -> str:
    """The events, the newest first: day, author, subject and commit, then each field from what to what."""
    return "".join(f"{inert_line(line)}\n" for event in events for line in _lines(event, chinese=chinese))


def history_json(name: str, events: Sequence[Event]) -> str:
    """One object, version 1 (schemas/history.schema.json)."""
    told = [
        {
            "commit": event.commit,
            "author": event.author,
            "date": event.when.isoformat().replace("+00:00", "Z"),
            "subject": event.subject,
            "renamed_from": event.renamed_from,
            "changes": [{"field": step.field, "before": step.old, "after": step.new} for step in event.steps],
        }
        for event in events
    ]
    return json.dumps({"version": 1, "id": name, "events": told}, ensure_ascii=False, indent=2) + "\n"


def _lines(event: Event, *, chinese: bool) -> Iterator[str]:
    head = f"{event.when:%Y-%m-%d}  {visible(event.author)}  {visible(event.subject)}"
    yield f"{fitted(head, COLUMNS - _SHORT - 2)}  {event.commit[:_SHORT]}"
    if event.renamed_from:
        yield f"    {'原标识' if chinese else 'was'} {visible(event.renamed_from)}"
    for step in event.steps:
        yield from _step(step, chinese=chinese)


def _step(step: Step, *, chinese: bool) -> Iterator[str]:
    none = "（无）" if chinese else "(none)"
    old, new = (none if it is None else visible(" ".join(it.split())) for it in (step.old, step.new))
    line = f"    {visible(step.field)}  {old} → {new}"
    if cells(line) <= COLUMNS:
        yield line
        return
    yield f"    {visible(step.field)}"
    for sign, told in (("-", old), ("+", new)):
        yield f"      {sign} {fitted(told, COLUMNS - 2 * _MARGIN)}"
