"""A revision as people read it: a summary and some tables of finished words, which every format lays out in its way."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.report import review_words as w
from plan_compiler.report.review_changes import other_rows, text_rows
from plan_compiler.report.review_figures import (
    figure_rows,
    finding_rows,
    follow_rows,
    investment_rows,
    print_rows,
    target_rows,
)
from plan_compiler.report.review_projects import amount_rows, project_rows, schedule_rows
from plan_compiler.report.review_rows import Table, heading_of
from plan_compiler.report.review_summary import summary
from plan_compiler.report.revision import Revision
from plan_compiler.report.wording import Speaker


class Review(Struct, frozen=True):
    """`title` names both versions, `lines` are the summary, `tables` those that hold something."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]


def review(revision: Revision) -> Review:
    """What is to be said of a revision, in its language."""
    tables = _tables(revision, Speaker(revision.language))
    return replace(outline(revision), tables=tuple(table for table in tables if table.rows))


def outline(revision: Revision) -> Review:
    """The title and the summary alone."""
    speaker = Speaker(revision.language)
    title = speaker.say(w.HEAD, {"old": revision.old.name, "new": revision.new.name})
    nothing = (speaker.say(w.NOTHING),) if revision.changes.is_empty else ()
    return Review(title, (*summary(revision, speaker), *nothing), ())


def _tables(revision: Revision, speaker: Speaker) -> Iterator[Table]:
    values = (w.WHAT, w.BEFORE, w.AFTER, w.DIFFERENCE, w.RATE)
    layout = (
        ("targets", w.TARGETS, (*values, w.VERDICT), target_rows),
        ("projects", w.PROJECTS, (w.VERDICT, w.WHAT, w.TOTAL, w.IN_PERIOD), project_rows),
        ("amounts", w.AMOUNTS, (*values, w.VERDICT), amount_rows),
        ("investment", w.INVESTMENT, (w.CATEGORY, w.COUNT, w.TOTAL, w.IN_PERIOD), investment_rows),
        ("figures", w.FIGURES, (*values, w.VERDICT), figure_rows),
        ("follows", w.FOLLOWS, (*values, w.CAUSE), follow_rows),
        ("prints", w.PRINTS, (w.VERDICT, w.WHAT, w.PRINTED), print_rows),
        ("schedule", w.SCHEDULE, (w.WHAT, w.BEFORE, w.AFTER, w.VERDICT), schedule_rows),
        ("texts", w.TEXTS, (w.WHERE, w.WHAT), text_rows),
        ("other", w.OTHER, (w.WHAT, w.VERDICT, w.BEFORE, w.AFTER), other_rows),
        ("findings", w.FINDINGS, (w.VERDICT, w.CODE, w.WHAT), finding_rows),
    )
    for key, title, columns, rows in layout:
        titles = tuple(heading_of(column, revision.new.linked, speaker) for column in columns)
        yield Table(key, speaker.say(title), titles, tuple(rows(revision, speaker)))
