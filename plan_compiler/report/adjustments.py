"""The adjustment tables (指标调整表, 项目调整表) of a revision, as a Document for the writers."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from plan_compiler.diagnostics import Message
from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import (
    Align,
    Block,
    Caption,
    Cover,
    Document,
    Heading,
    Paragraph,
    Part,
    Table,
    TableCell,
    TableRow,
)
from plan_compiler.patterns import compiled
from plan_compiler.report import review_words as w
from plan_compiler.report.review_figures import investment_rows, table_rows, target_rows
from plan_compiler.report.review_projects import amount_rows, project_rows, schedule_rows
from plan_compiler.report.review_rows import Row, heading_of
from plan_compiler.report.review_summary import adjusted
from plan_compiler.report.revision import Revision
from plan_compiler.report.wording import Speaker

TITLE = Message("{title}调整情况表", "{title}: adjustments")
TARGETS = Message("指标调整表", "Targets adjusted")
PROJECTS = Message("项目调整表", "Projects adjusted")
AMOUNTS = Message("项目投资调整表", "Project amounts adjusted")
INVESTMENT = Message("分类投资调整表", "Investment by category")
TABLES = Message("数据表调整表", "Tables adjusted")
SCHEDULE = Message("期限调整表", "Schedules adjusted")
_VERSIONS = Message("原稿：{old}；现稿：{new}", "From {old} to {new}")
_DATED = Message("{name}（{day}）", "{name} ({day})")
_ORDER = Message("序号", "no.")
_HYPHEN = compiled(r"(?:^|(?<=[\s（(，,]))-(?=\d)")
"""That of a negative amount; one of a period or an id stands behind something else."""


def adjustment_document(revision: Revision, days: tuple[str, str] = ("", "")) -> Document:
    """Landscape tables of what was adjusted in targets, projects, investment, schedules and data tables; a sentence where nothing was.

    `days` are those of both versions, "" where they have none.
    """
    speaker = Speaker(revision.language)
    plan = revision.new.linked.plan
    title = speaker.say(TITLE, {"title": plan.title})
    names = (revision.old.name, revision.new.name)
    old, new = (
        speaker.say(_DATED, {"name": name, "day": day}) if day else name for name, day in zip(names, days, strict=True)
    )
    versions = speaker.say(_VERSIONS, {"old": old, "new": new})
    lines = (
        [versions, *adjusted(revision, speaker)]
        if not revision.changes.is_empty
        else [versions, speaker.say(w.NOTHING)]
    )
    head: list[Block] = [Heading(0, "", (Text(title),), "adjustments", ("title",))]
    head += [Paragraph((Text(_with_minus(line)),), ("title",)) for line in lines]
    words = revision.new.linked.words
    fixed = {"continued": words.captions.continued, "note": words.captions.note, "unit": words.captions.unit}
    return Document(
        plan.language,
        title,
        Cover("", "", "", "", ""),
        (),
        (Part("body", "landscape", (*head, *_tables(revision, speaker))),),
        plan.date,
        fixed,
    )


class _Layout(Struct, frozen=True):
    """A table: its name in the document, its title, its columns with their widths beside the order's 60."""

    key: str
    title: Message
    columns: tuple[Message, ...]
    widths: tuple[int, ...]
    words: int
    """How many of the columns, from the first one, hold words; figures stand in the middle of theirs."""
    rows: Callable[[Revision, Speaker], Iterable[Row]]


_VALUES = (w.WHAT, w.BEFORE, w.AFTER, w.DIFFERENCE, w.RATE, w.VERDICT)
_VALUE_WIDTHS = (300, 140, 140, 140, 100, 120)
_AMOUNTS = (w.VERDICT, w.WHAT, w.TOTAL, w.IN_PERIOD)
_LAYOUTS = (
    _Layout("targets", TARGETS, _VALUES, _VALUE_WIDTHS, 1, target_rows),
    _Layout("projects", PROJECTS, _AMOUNTS, (300, 360, 140, 140), 2, project_rows),
    _Layout("amounts", AMOUNTS, _VALUES, _VALUE_WIDTHS, 1, amount_rows),
    _Layout("schedule", SCHEDULE, (w.WHAT, w.BEFORE, w.AFTER, w.VERDICT), (400, 180, 180, 180), 1, schedule_rows),
    _Layout(
        "investment", INVESTMENT, (w.CATEGORY, w.COUNT, w.TOTAL, w.IN_PERIOD), (180, 80, 340, 340), 1, investment_rows
    ),
    _Layout("tables", TABLES, _VALUES, _VALUE_WIDTHS, 1, table_rows),
)


def _tables(revision: Revision, speaker: Speaker) -> Iterator[Table]:
    captions, number = revision.new.linked.words.captions, 0
    for layout in _LAYOUTS:
        rows = tuple(layout.rows(revision, speaker))
        if rows:
            number += 1
            titles = [heading_of(column, revision.new.linked, speaker) for column in layout.columns]
            yield _table(
                f"{captions.table}{number}", layout, (speaker.say(_ORDER), *titles), speaker.say(layout.title), rows
            )


def _table(label: str, layout: _Layout, titles: tuple[str, ...], title: str, rows: Sequence[Row]) -> Table:
    return Table(
        caption=Caption("table", label, (Text(title),), f"adjustments_{layout.key}"),
        unit="",
        columns=titles,
        widths=(60, *layout.widths),
        header=(TableRow(tuple(_cell(text, "center", "header") for text in titles), (layout.key,), "header"),),
        rows=tuple(
            TableRow(
                (
                    _cell(str(number), "center"),
                    *(
                        _cell(_with_minus(text), "left" if at < layout.words else "center")
                        for at, text in enumerate(row.cells)
                    ),
                ),
                (layout.key, number),
                "total" if row.total else "row",
            )
            for number, row in enumerate(rows, 1)
        ),
        notes=(),
        dataset="",
        origin=(layout.key,),
    )


def _with_minus(text: str) -> str:
    """`text` with minus signs, behind which no line ends, as it may behind a hyphen."""
    return _HYPHEN.sub("\u2212", text)


def _cell(text: str, align: Align = "left", role: str = "words") -> TableCell:
    return TableCell((Text(text),) if text else (), align, role=role)
