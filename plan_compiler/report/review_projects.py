"""The rows on projects: which came, went, moved, were split or merged, with their amounts, and whose years are others."""

from collections.abc import Iterator

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import Entity, EntityKind, Moved, Renamed, Sense
from plan_compiler.diff.presence import lone_projects
from plan_compiler.diff.shifts import ScheduleShift
from plan_compiler.report import review_words as w
from plan_compiler.report.review_rows import (
    NONE,
    Row,
    Tone,
    called,
    change_name,
    column_title,
    listed,
    place_of,
    value,
    values,
)
from plan_compiler.report.revision import Revision, Side
from plan_compiler.report.wording import Speaker

_AMOUNTS = ("total", "in_period")


def project_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Projects that came, went, moved, were split or merged, or have another id."""
    changes = revision.changes
    told = {e.path for split in changes.splits for e in split.parts} | {m.new.path for m in changes.mergers}
    gone = {split.old.path for split in changes.splits} | {e.path for m in changes.mergers for e in m.parts}
    for split in changes.splits:
        parts = listed([called(part, speaker) for part in split.parts], speaker)
        yield _project(revision.old, split.old, speaker.say(w.SPLIT, {"parts": parts}), speaker)
        for part in split.parts:
            message = w.PART_KEPT if part.id == split.old.id else w.PART
            yield _project(revision.new, part, speaker.say(message, {"whole": split.old.id}), speaker, "added")
    for merger in changes.mergers:
        parts = listed([called(part, speaker) for part in merger.parts], speaker)
        yield _project(revision.new, merger.new, speaker.say(w.MERGED, {"parts": parts}), speaker)
        for part in merger.parts:
            message = w.BEFORE_MERGER if part.id == merger.new.id else w.ABSORBED
            yield _project(revision.old, part, speaker.say(message, {"whole": merger.new.id}), speaker, "removed")
    for old in lone_projects(revision.old.linked, changes.pairing.to_new):
        if old.path not in gone:
            yield _project(revision.old, old, speaker.say(w.DROPPED), speaker, "removed")
    for new in lone_projects(revision.new.linked, changes.pairing.to_old):
        if new.path not in told:
            yield _project(revision.new, new, speaker.say(w.ADDED), speaker, "added")
    for change in changes.changes:
        match change:
            case Moved(new=new) if new.kind is EntityKind.PROJECT:
                yield _project(revision.new, new, moved_words(change, revision, speaker), speaker)
            case Renamed(new=new) if new.kind is EntityKind.PROJECT:
                yield _project(revision.new, new, renamed_words(change, speaker), speaker)
            case _:
                pass


def _project(side: Side, entity: Entity, verdict: str, speaker: Speaker, tone: Tone = "plain") -> Row:
    figures = side.linked.figures
    nodes = [figures.get(f"{entity.id}.{column}") for column in _AMOUNTS]
    amounts = tuple(NONE if node is None else value(node.result, speaker.language) for node in nodes)
    return Row((verdict, called(entity, speaker), *amounts), tone, side.position(entity.home))


def moved_words(change: Moved, revision: Revision, speaker: Speaker) -> str:
    """From where to where."""
    old, new = called(change.home, speaker, revision.old.linked), called(change.new_home, speaker, revision.new.linked)
    return speaker.say(w.MOVED, {"old": old, "new": new})


def renamed_words(change: Renamed, speaker: Speaker) -> str:
    """The old id and the new one."""
    return speaker.say(w.RENAMED, {"old": change.old.id or NONE, "new": change.new.id or NONE})


def amount_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Amounts of projects that both versions have, and those that went to the parts of a project or came from them."""
    verdicts = dict(_families(revision, speaker))
    for change in revision.changes.figures:
        if not change.computed and change.entity is not None and change.entity.kind is EntityKind.PROJECT:
            told = speaker.say(w.PRECISION) if change.sense is Sense.PRECISION else verdicts.get(change.entity.path, "")
            cells = (change_name(change, revision, speaker), *values(change, revision.language), told)
            yield Row(cells, place=place_of(revision, change))
    for split in revision.changes.splits:
        for part in split.parts:
            if part.id != split.old.id:
                yield from _part(revision.new, part, speaker.say(w.PART, {"whole": split.old.id}), speaker)
    for merger in revision.changes.mergers:
        for part in merger.parts:
            if part.id != merger.new.id:
                yield from _part(
                    revision.old, part, speaker.say(w.ABSORBED, {"whole": merger.new.id}), speaker, is_old=True
                )


def _families(revision: Revision, speaker: Speaker) -> Iterator[tuple[NodePath, str]]:
    """What became of the projects of the new version that others came from, or went into."""
    for split in revision.changes.splits:
        for part in split.parts:
            if part.id == split.old.id:
                yield part.path, speaker.say(w.PART_KEPT)
    for merger in revision.changes.mergers:
        yield merger.new.path, speaker.say(w.AFTER_MERGER)


def _part(side: Side, part: Entity, verdict: str, speaker: Speaker, *, is_old: bool = False) -> Iterator[Row]:
    """The amounts of a project that only one version has."""
    for column in _AMOUNTS:
        node = side.linked.figures.get(f"{part.id}.{column}")
        if node is not None:
            shown = value(node.result, speaker.language)
            name = f"{called(part, speaker)} {column_title(side.linked, column, speaker)}"
            pair = (shown, NONE) if is_old else (NONE, shown)
            yield Row((name, *pair, NONE, NONE, verdict), "removed" if is_old else "added", side.position(part.home))


def schedule_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Years of projects, and of the plan itself."""
    for shift in revision.changes.shifts.schedules:
        name = called(shift.entity, speaker)
        told = name if shift.entity.kind is EntityKind.PROJECT else f"{name} {shift.field}"
        place = revision.new.position((*shift.entity.home, shift.field))
        tone: Tone = "bad" if (shift.years or 0) > 0 and shift.entity.kind is EntityKind.PROJECT else "plain"
        yield Row((told, shift.before or NONE, shift.after or NONE, _delay(shift, speaker)), tone, place)


def _delay(shift: ScheduleShift, speaker: Speaker) -> str:
    match shift.years:
        case None | 0:
            return ""
        case 1:
            return speaker.say(w.LATER_ONE)
        case -1:
            return speaker.say(w.SOONER_ONE)
        case years:
            return speaker.say(w.LATER if years > 0 else w.SOONER, {"years": abs(years)})
