"""The summary of a revision: a line for each thing that a reviewer asks first."""

from collections.abc import Iterator

from plan_compiler.diff.changes import Added, Change, Edited, EntityKind, Moved, Removed, Sense
from plan_compiler.diff.presence import lone_indicators, lone_projects
from plan_compiler.language.typography import in_chinese
from plan_compiler.report import review_words as w
from plan_compiler.report.review_changes import is_text, other_rows
from plan_compiler.report.review_rows import (
    called,
    differences,
    heading_of,
    is_count_of_projects,
    printed_places,
    value,
)
from plan_compiler.report.revision import Revision
from plan_compiler.report.wording import STOP, Speaker

_MOST_FILES = 3


def summary(revision: Revision, speaker: Speaker) -> Iterator[str]:
    """The lines; where nothing changed only what could not be read."""
    yield from _unread(revision, speaker)
    if revision.changes.is_empty:
        return
    yield from _joined(speaker, _targets(revision, speaker))
    yield from _undirected(revision, speaker)
    yield from _joined(speaker, _projects(revision, speaker))
    yield from _investment(revision, speaker)
    figures = [
        change
        for change in revision.changes.figures
        if change.sense is Sense.VALUE and not is_count_of_projects(change)
    ]
    if figures:
        follows = sum(change.computed for change in figures)
        yield speaker.say(w.SUM_FIGURES, {"count": len(figures) - follows, "follows": follows})
    stale = sum(shown.fate == "unchanged" for shown in printed_places(revision.changes.figures))
    if stale:
        yield speaker.say(w.STALE, {"count": stale})
    texts = sum(_is_text(change) for change in revision.changes.changes)
    if texts:
        yield speaker.say(w.SUM_TEXTS, {"count": texts})
    others = sum(1 for _ in other_rows(revision, speaker))
    if others:
        yield speaker.say(w.SUM_OTHER, {"count": others})
    found = revision.findings
    yield speaker.say(
        w.SUM_FINDINGS, {"new": len(found.new), "gone": len(found.gone), "kept": found.kept + len(found.changed)}
    )


def adjusted(revision: Revision, speaker: Speaker) -> Iterator[str]:
    """What was adjusted, for those who are to agree to it: targets, projects, sums of investment."""
    yield from _joined(speaker, _targets(revision, speaker))
    yield from _joined(speaker, _projects(revision, speaker))
    yield from _investment(revision, speaker)


def _unread(revision: Revision, speaker: Speaker) -> Iterator[str]:
    """What must be known before all else: a file that is told as gone, or as new, since one version of it cannot be read."""
    for side in (revision.old, revision.new):
        files = sorted(map(side.paths.shown, side.unread))
        if files:
            args = {"name": side.name, "count": len(files), "shown": speaker.say(w.COMMA).join(files[:_MOST_FILES])}
            yield speaker.say(w.UNREAD if len(files) <= _MOST_FILES else w.UNREAD_MORE, args)


def _joined(speaker: Speaker, parts: Iterator[str]) -> Iterator[str]:
    found = list(parts)
    if found:
        yield speaker.say(STOP).join(found)


def _targets(revision: Revision, speaker: Speaker) -> Iterator[str]:
    shifts, pairing = revision.changes.shifts, revision.changes.pairing
    targets = [shift for shift in shifts.targets if shift.change.sense is Sense.VALUE]
    strengths = [*(shift.strength for shift in targets), *(shift.strength for shift in shifts.attributes)]
    counted = (
        (w.SUM_TARGETS, len(strengths)),
        (w.SUM_WEAKER, strengths.count("weaker")),
        (w.SUM_STRONGER, strengths.count("stronger")),
        (w.SUM_BASES, sum(base.change.sense is Sense.VALUE for base in shifts.bases)),
        (w.SUM_NEW_INDICATORS, sum(1 for _ in lone_indicators(revision.new.linked, pairing.to_old))),
        (w.SUM_DROPPED_INDICATORS, sum(1 for _ in lone_indicators(revision.old.linked, pairing.to_new))),
    )
    yield from (speaker.say(message, {"count": count}) for message, count in counted if count)


def _undirected(revision: Revision, speaker: Speaker) -> Iterator[str]:
    """Why some targets are only called changed, and what to do about it."""
    targets = revision.changes.shifts.targets
    unsaid = {
        s.indicator.id for s in targets if s.change.sense is Sense.VALUE and s.strength == "changed" and not s.better
    }
    if unsaid:
        yield speaker.say(w.UNDIRECTED, {"count": len(unsaid)})


def _projects(revision: Revision, speaker: Speaker) -> Iterator[str]:
    changes = revision.changes
    split, merged = len(changes.splits), len(changes.mergers)
    told_new = {part.path for s in changes.splits for part in s.parts} | {m.new.path for m in changes.mergers}
    told_old = {s.old.path for s in changes.splits} | {part.path for m in changes.mergers for part in m.parts}
    new = lone_projects(revision.new.linked, changes.pairing.to_old)
    gone = lone_projects(revision.old.linked, changes.pairing.to_new)
    added = sum(entity.path not in told_new for entity in new)
    dropped = sum(entity.path not in told_old for entity in gone)
    moved = sum(isinstance(it, Moved) and it.new.kind is EntityKind.PROJECT for it in changes.changes)
    counted = (
        (w.SUM_ADDED, added), (w.SUM_DROPPED, dropped), (w.SUM_MOVED, moved), (w.SUM_SPLIT, split), (w.SUM_MERGED, merged)
    )  # fmt: skip
    yield from (speaker.say(message, {"count": count}) for message, count in counted if count)


def _investment(revision: Revision, speaker: Speaker) -> Iterator[str]:
    """The sums of the annex that are others."""
    for shift in revision.changes.shifts.categories:
        if shift.new is None or shift.new.kind is not EntityKind.ANNEX:
            continue
        sums = (
            (w.TOTAL, shift.total, shift.total_difference),
            (w.IN_PERIOD, shift.in_period, shift.in_period_difference),
        )
        for title, (before, after), difference in sums:
            if before != after:
                amount, rate = differences(difference, revision.language)
                name = heading_of(title, revision.new.linked, speaker)
                yield speaker.say(
                    w.SUM_INVESTMENT if difference is not None else w.SUM_UNKNOWN,
                    {
                        "name": f"{called(shift.new, speaker)}{name}" if in_chinese(speaker.language) else f"{name}:",
                        "before": value(before, revision.language),
                        "after": value(after, revision.language),
                        "difference": speaker.say(w.AND).join((amount, rate)),
                    },
                )


def _is_text(change: Change) -> bool:
    match change:
        case Edited():
            return change.sense is Sense.WORDING and change.printed is not None and is_text(change)
        case Added(content=str()) | Removed(content=str()):
            return True
        case _:
            return False
