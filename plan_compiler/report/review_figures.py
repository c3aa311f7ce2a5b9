"""The rows on figures: targets, amounts, sums, what follows, what is printed, and what is found."""

from collections.abc import Iterator, Mapping

from plan_compiler.diagnostics import Message
from plan_compiler.diff.changes import Edited, EntityKind, Sense
from plan_compiler.diff.findings import How
from plan_compiler.diff.investment import CategoryShift
from plan_compiler.diff.shifts import TargetShift
from plan_compiler.report import review_words as w
from plan_compiler.report.review_causes import Causes, cause_name
from plan_compiler.report.review_changes import heading_at
from plan_compiler.report.review_presence import indicators_come_and_gone, table_rows_come_and_gone
from plan_compiler.report.review_rows import (
    NONE,
    Row,
    Tone,
    called,
    change_name,
    differences,
    is_count_of_projects,
    listed,
    place_of,
    printed_places,
    value,
    values,
)
from plan_compiler.report.revision import Revision
from plan_compiler.report.wording import Speaker
from plan_compiler.rules.sums.tables import cell_of


def target_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Indicators: values of the plan's years, actual values, attributes, values in words."""
    language, new = revision.language, revision.new.linked
    shifts = revision.changes.shifts
    for shift in shifts.targets:
        change = shift.change
        tone, verdict = _verdict(shift)
        name = change_name(change, revision, speaker)
        yield Row((name, *values(change, language), speaker.say(verdict)), tone, place_of(revision, change))
    for base in shifts.bases:
        name = change_name(base.change, revision, speaker)
        message = w.PRECISION if base.change.sense is Sense.PRECISION else w.BASE
        tone = "plain" if base.change.sense is Sense.PRECISION else "bad"
        yield Row((name, *values(base.change, language), speaker.say(message)), tone, place_of(revision, base.change))
    for attribute in shifts.attributes:
        name = f"{called(attribute.indicator, speaker)} {speaker.say(w.ATTRIBUTE)}"
        verdict = {"weaker": w.WEAKER_ATTRIBUTE, "stronger": w.STRONGER_ATTRIBUTE}.get(attribute.strength, w.CHANGED)
        place = revision.new.position((*attribute.indicator.home, "attribute"))
        cells = (name, attribute.before or NONE, attribute.after or NONE, NONE, NONE, speaker.say(verdict))
        yield Row(cells, "bad" if attribute.strength == "weaker" else "plain", place)
    for edit in _in_words(revision):
        title = new.words.indicator_columns.year.format(year=edit.field[-1])
        told = (f"{called(edit.new, speaker)} {title}", _words(edit.before), _words(edit.after), NONE, NONE)
        yield Row((*told, speaker.say(w.CHANGED)), place=revision.new.position((*edit.new.home, *edit.field)))
    yield from indicators_come_and_gone(revision, speaker)


def _verdict(shift: TargetShift) -> tuple[Tone, Message]:
    if shift.change.sense is Sense.PRECISION:
        return "plain", w.PRECISION
    match shift.strength:
        case "weaker":
            return "bad", w.WEAKER_BINDING if shift.binding else w.WEAKER
        case "stronger":
            return "good", w.STRONGER
        case "changed":
            return "plain", w.CHANGED


def _in_words(revision: Revision) -> Iterator[Edited]:
    """Values of indicators that are words in both versions."""
    for change in revision.changes.changes:
        if isinstance(change, Edited) and change.new.kind is EntityKind.INDICATOR and change.field[:1] == ("values",):
            in_words = isinstance(change.before, str) and isinstance(change.after, str)
            if in_words and not _has_figure(revision, change):
                yield change


def _has_figure(revision: Revision, edit: Edited) -> bool:
    return any(f.entity == edit.new and f.field == edit.field[-1] for f in revision.changes.figures)


def _words(value: object) -> str:
    return NONE if value is None else str(value)


def figure_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Figures in texts and tables, and published totals."""
    others = (EntityKind.PROJECT, EntityKind.INDICATOR)
    for change in revision.changes.figures:
        if not change.computed and (change.entity is None or change.entity.kind not in others):
            verdict = speaker.say(w.PRECISION) if change.sense is Sense.PRECISION else ""
            cells = (change_name(change, revision, speaker), *values(change, revision.language), verdict)
            yield Row(cells, place=place_of(revision, change))
    yield from table_rows_come_and_gone(revision, speaker)


def table_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Cells of data tables: the edited ones, the sums that follow, the totals as published."""
    for change in revision.changes.figures:
        if cell_of(revision.new.linked, change.key) is not None:
            name = change_name(change, revision, speaker)
            told = w.PRECISION if change.sense is Sense.PRECISION else w.PRINT_FOLLOWS if change.computed else None
            cells = (name, *values(change, revision.language), "" if told is None else speaker.say(told))
            yield Row(cells, place=place_of(revision, change))
    yield from table_rows_come_and_gone(revision, speaker)


def follow_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Sums, shares and other computed figures, with what they changed by."""
    ordered = Causes.of(revision)
    for change in revision.changes.figures:
        if change.computed and not is_count_of_projects(change):
            name = change_name(change, revision, speaker)
            causes = [cause_name(cause, revision, speaker) for cause in ordered.told(change)]
            cause = listed(causes, speaker) if causes else speaker.say(w.NO_CAUSE)
            yield Row((name, *values(change, revision.language), cause), place=place_of(revision, change))


def print_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """The places in texts that print a changed figure; those that were not touched first."""
    fates = {"unchanged": w.PRINT_UNCHANGED, "edited": w.PRINT_EDITED, "follows": w.PRINT_FOLLOWS}
    found = printed_places(revision.changes.figures)
    for fate, message in fates.items():
        for shown, changes in found.items():
            if shown.fate == fate:
                told = " ".join(filter(None, (heading_at(revision.new, shown.place.path), shown.printed)))
                names = [change_name(change, revision, speaker) for change in changes]
                span = revision.new.span(shown.place)
                place = revision.new.paths.position(span) if span is not None else ""
                cells = (speaker.say(message), listed(names, speaker), told)
                yield Row(cells, "bad" if fate == "unchanged" else "plain", place)


def investment_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """The categories and the whole, before and after."""
    for shift in revision.changes.shifts.categories:
        entity = shift.new or shift.old
        name = called(entity, speaker) if entity is not None else NONE
        tone: Tone = "added" if shift.old is None else "removed" if shift.new is None else "plain"
        whole = entity is not None and entity.kind is EntityKind.ANNEX
        yield Row((name, _arrow(*map(str, shift.projects)), *_sums(shift, speaker)), tone, total=whole)


def _sums(shift: CategoryShift, speaker: Speaker) -> tuple[str, str]:
    pairs = ((shift.total, shift.total_difference), (shift.in_period, shift.in_period_difference))
    told = []
    for (before, after), difference in pairs:
        shown = _arrow(value(before, speaker.language), value(after, speaker.language))
        amount, _ = differences(difference, speaker.language)
        unchanged = before == after or amount == NONE
        told.append(shown if unchanged else speaker.say(w.WITH_DIFFERENCE, {"change": shown, "difference": amount}))
    return told[0], told[1]


def _arrow(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def finding_rows(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Findings that came, those that went, and those that stand with other values."""
    found = revision.findings
    hows: Mapping[How, tuple[Message, Tone]] = {
        "found": (w.FINDING_NEW, "bad"),
        "uncovered": (w.FINDING_UNCOVERED, "bad"),
        "changed": (w.FINDING_CHANGED, "plain"),
        "mended": (w.FINDING_MENDED, "good"),
        "waived": (w.FINDING_WAIVED, "plain"),
    }
    for change in (*found.new, *found.changed, *found.gone):
        message, tone = hows[change.how]
        finding = change.finding
        side = revision.new if change.after is not None else revision.old
        place = side.paths.position(finding.span) if finding.span is not None else ""
        yield Row((speaker.say(message), finding.kind.code, speaker.message(finding)), tone, place)
