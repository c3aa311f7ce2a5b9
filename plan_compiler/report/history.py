"""The history of one entity, for a terminal and for programs."""

import json
from collections.abc import Iterator, Sequence

from plan_compiler.diff.history import CATEGORY, Event, Step
from plan_compiler.read.fields import HOME
from plan_compiler.report.terminal import cells, fitted
from plan_compiler.report.visible import inert_line, visible

COLUMNS = 80
_MARGIN = 4
_SHORT = 8
_MANY = 60
"""Fields that came or went together; of more, a terminal is told only how many."""


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
            "renamed_to": event.renamed_to,
            "notes": list(event.notes),
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
    if event.renamed_to:
        yield f"    {'此后标识' if chinese else 'since then'} {visible(event.renamed_to)}"
    yield from _changes(event, chinese=chinese)
    for note in event.notes:
        yield f"    {'说明' if chinese else 'note'}  {visible(' '.join(note.split()))}"


def _changes(event: Event, *, chinese: bool) -> Iterator[str]:
    came = all(step.old is None for step in event.steps)
    if len(event.steps) > _MANY and (came or all(step.new is None for step in event.steps)):
        count = len(event.steps)
        if chinese:
            yield f"    {'新增' if came else '删去'} {count} 个字段，逐项见 --format json"
        else:
            yield f"    {count} fields {'added' if came else 'removed'}; each with --format json"
        return
    for step in event.steps:
        yield from _step(step, chinese=chinese)


def _step(step: Step, *, chinese: bool) -> Iterator[str]:
    none = "（无）" if chinese else "(none)"
    old, new = (none if it is None else visible(" ".join(it.split())) for it in (step.old, step.new))
    known = {HOME: ("数字", "figure"), CATEGORY: ("类别", CATEGORY)}.get(step.field)
    field = visible(step.field) if known is None else known[not chinese]
    line = f"    {field}  {old} → {new}"
    if cells(line) <= COLUMNS:
        yield line
        return
    room = COLUMNS - 2 * _MARGIN
    yield f"    {field}"
    for sign, told in zip("-+", _from_change(old, new, room), strict=True):
        yield f"      {sign} {fitted(told, room)}"


def _from_change(old: str, new: str, room: int) -> tuple[str, str]:
    """Both from a little before where they part, which is to be seen within `room`."""
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(new))
    if cells(old[:same]) <= room // 2:
        return old, new
    start = same - room // 8
    return f"…{old[start:]}", f"…{new[start:]}"
