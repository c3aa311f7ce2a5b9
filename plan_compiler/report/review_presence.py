"""The rows on indicators and rows of tables that only one version has, with the figures that came or went with them."""

from collections.abc import Iterator

from plan_compiler.diagnostics import Message
from plan_compiler.diff.presence import Known, lone_indicators, lone_rows
from plan_compiler.link.linked import LinkedPlan, LinkedTable, Unknown
from plan_compiler.link.tables.grid import GridRow
from plan_compiler.model.indicators import Indicator
from plan_compiler.report import review_words as w
from plan_compiler.report.review_rows import NONE, Row, Tone, value
from plan_compiler.report.revision import Revision, Side
from plan_compiler.report.wording import STOP, Speaker


def indicators_come_and_gone(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Indicators that are gone, which wants to be looked at, and those that are new."""
    for side, known, message, tone in _sides(revision, w.DROPPED_INDICATOR, w.NEW_INDICATOR):
        for path, indicator in lone_indicators(side.linked, known):
            told = speaker.say(STOP).join(_values(side.linked, indicator, speaker)) or NONE
            yield _row(revision, side, (indicator.name, told, speaker.say(message)), tone, side.position(path))


def table_rows_come_and_gone(revision: Revision, speaker: Speaker) -> Iterator[Row]:
    """Rows of data tables that are gone, and those that are new."""
    for side, known, message, tone in _sides(revision, w.DROPPED_ROW, w.NEW_ROW):
        for table, row in lone_rows(side.linked, known):
            told = speaker.say(STOP).join(_cells(side.linked, table, row, speaker)) or NONE
            name = speaker.say(w.ROW, {"table": table.grid.table.title, "row": row.row.title})
            plain: Tone = "removed" if tone == "bad" else tone
            yield _row(revision, side, (name, told, speaker.say(message)), plain, side.position(row.path))


def _sides(revision: Revision, gone: Message, new: Message) -> tuple[tuple[Side, Known, Message, Tone], ...]:
    pairing = revision.changes.pairing
    return ((revision.old, pairing.to_new, gone, "bad"), (revision.new, pairing.to_old, new, "added"))


def _row(revision: Revision, side: Side, told: tuple[str, str, str], tone: Tone, place: str) -> Row:
    name, figures, verdict = told
    before, after = (figures, NONE) if side is revision.old else (NONE, figures)
    return Row((name, before, after, NONE, NONE, verdict), tone, place)


def _values(linked: LinkedPlan, indicator: Indicator, speaker: Speaker) -> Iterator[str]:
    """What it is in each of its years, in figures or in words."""
    for year, written in indicator.values.items():
        node = linked.figures.get(f"{indicator.id}[{year}]")
        in_words = node is None or isinstance(node.result, Unknown)
        shown = (
            str(getattr(written, "text", written)) if node is None or in_words else value(node.result, speaker.language)
        )
        title = linked.words.indicator_columns.year.format(year=year)
        yield speaker.say(w.IN_COLUMN, {"column": title, "value": shown})


def _cells(linked: LinkedPlan, table: LinkedTable, row: GridRow, speaker: Speaker) -> Iterator[str]:
    """What stands in each of its columns of figures."""
    for column, layout in table.grid.columns.items():
        node = linked.figures.get(table.grid.key(row.index, column))
        if node is not None and not isinstance(node.result, Unknown):
            shown = value(node.result, speaker.language)
            yield speaker.say(w.IN_COLUMN, {"column": layout.title, "value": shown})
