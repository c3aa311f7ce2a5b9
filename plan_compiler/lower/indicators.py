"""The table of target indicators."""

from collections.abc import Iterator

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.inlines import Inline, NumberText, Text
from plan_compiler.document.nodes import Caption, DataSet, Table, TableCell, TableRow
from plan_compiler.language.typography import is_wide
from plan_compiler.lower.cells import LINE, header, length, longest, longest_word, widths, words_cell, written
from plan_compiler.lower.notes import table_notes
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.text import footnote
from plan_compiler.model.indicators import Indicator, IndicatorGroup, IndicatorTable
from plan_compiler.quantity.number import Number

_CATEGORY, _NAME, _UNIT, _ATTRIBUTE, _YEAR = 13, 32, 12, 12, 12
"""Widths of the columns in proportion to each other; there is one year column for each year."""
_FEWEST = 180
"""What the column of names keeps where others need the room, in thousandths."""
_WIDEST = 24
"""What a figure or a word has room for, in halves of a character: what is longer leaves others theirs."""
_UNBROKEN = 10
"""Chinese of more than this, in halves of a character, may be broken in a heading or a unit."""


def lower_indicators(scope: Scope, path: NodePath, table: IndicatorTable, block: NodePath) -> Table:
    """The indicator table at `path`, for the block that places it. Printed a second time, it has no anchors of its own."""
    first = table.id not in scope.tables
    scope.tables.add(table.id)
    anchor = scope.anchor(table.id, path) if first else scope.anchor(None, block)
    columns = _columns(scope, table)
    rows = tuple(
        row
        for index, group in enumerate(table.groups)
        for row in _group(scope, (*path, "groups", index), group, table, first)
    )
    if first:
        scope.datasets.append(_dataset(table, columns))
    return Table(
        caption=Caption("table", scope.label(path), (Text(table.title),), anchor),
        unit="",
        columns=columns,
        widths=_widths(scope, table, rows),
        header=_header(scope, path, table),
        rows=rows,
        notes=table_notes(scope, (*path, "note"), table.note),
        dataset=table.id,
        origin=path,
    )


def _widths(scope: Scope, table: IndicatorTable, rows: tuple[TableRow, ...]) -> tuple[int, ...]:
    """Widths of the columns: units and names give way to figures and headings that do not fit, since they can be broken."""
    titles = scope.words.indicator_columns
    category = _width(_CATEGORY, titles.category, *(group.title for group in table.groups))
    years = (_width(_YEAR, label) for label in table.columns.values())
    shares = widths((category, _NAME, _UNIT, *years, _ATTRIBUTE))
    texts = longest(rows, len(shares))
    headings = ("", "", "", *_notes(scope, table).values(), titles.attribute)
    wished = zip(texts[3:], map(_unbroken, headings[3:]), strict=True)
    least = (0, 0, 0, *(_share(min(max(*it), _WIDEST)) for it in wished))
    needed = [max(*it) for it in zip(shares, least, strict=True)]
    for column, fewest in ((2, _share(min(texts[2], _UNBROKEN))), (1, _FEWEST)):
        needed[column] -= min(sum(needed) - sum(shares), max(needed[column] - fewest, 0))
    return widths(needed)


def _width(least: int, *texts: str) -> int:
    """The width of a column of `texts`; a word of another script than Chinese is not broken."""
    return max(least, longest_word(*texts) * 4 // 3 + 2)


def _unbroken(heading: str) -> int:
    """How much of `heading` stays in one line, in halves of a wide character."""
    lengths = (min(length(word), _UNBROKEN) if any(map(is_wide, word)) else length(word) for word in heading.split())
    return max(lengths, default=0)


def _share(text: int) -> int:
    """The width in thousandths that a text so long takes, with room beside it; letters without serifs are wider than half a character."""
    return (text * 21 // 20 + 2) * 1000 // LINE


def _columns(scope: Scope, table: IndicatorTable) -> tuple[str, ...]:
    titles = scope.words.indicator_columns
    years = (titles.year.format(year=year) + note for year, note in _notes(scope, table).items())
    return (titles.category, titles.name, titles.unit, *years, titles.attribute)


def _notes(scope: Scope, table: IndicatorTable) -> dict[int, str]:
    titles = scope.words.indicator_columns
    return {year: note_of_year(year, titles.year.format(year=year), label) for year, label in table.columns.items()}


def note_of_year(year: int, title: str, label: str) -> str:
    """What the column of a year is headed, below its `title`: without the year where that begins it (2030年目标)."""
    note = label.removeprefix(title)
    return (note if note != label else label.removeprefix(f"{year} ")).strip()


def _header(scope: Scope, path: NodePath, table: IndicatorTable) -> tuple[TableRow, ...]:
    """Years over what they hold (2020年 over 实际), in one row where no column says what it holds."""
    titles = scope.words.indicator_columns
    notes = _notes(scope, table)
    deep = 2 if any(notes.values()) else 1
    years = tuple(header(titles.year.format(year=year)) for year in table.columns)
    fixed = tuple(header(title, rowspan=deep) for title in (titles.category, titles.name, titles.unit))
    top = TableRow((*fixed, *years, header(titles.attribute, rowspan=deep)), path, "header")
    if deep == 1:
        return (top,)
    return top, TableRow(tuple(header(note) for note in notes.values()), (*path, "columns"), "header")


def _group(
    scope: Scope, path: NodePath, group: IndicatorGroup, table: IndicatorTable, anchored: bool
) -> Iterator[TableRow]:
    whole: str | None = None
    for index, indicator in enumerate(group.indicators):
        here: NodePath = (*path, "indicators", index)
        cells = _cells(scope, here, indicator, table, first_part=indicator.part_of != whole)
        whole = indicator.part_of
        if index == 0:
            title = written(
                words_cell(group.title, "center", role="group", rowspan=len(group.indicators)), (*path, "title")
            )
            cells = (title, *cells)
        yield TableRow(cells, here, anchor=scope.anchor(indicator.id, here) if anchored else "")


def _cells(
    scope: Scope, path: NodePath, indicator: Indicator, table: IndicatorTable, *, first_part: bool
) -> tuple[TableCell, ...]:
    """The cells behind the category. 其中： stands before the first of the parts of a whole."""
    part = indicator.part_of is not None
    prefix = scope.words.indicator_columns.of_which if part and first_part else ""
    name: tuple[Inline, ...] = (Text(prefix + indicator.name),)
    if indicator.note is not None:
        name = (*name, footnote(scope, (*path, "note"), indicator.note))
    indent = 0 if not part else 1 if first_part else 2
    years = (_value(indicator, year, (*path, "values", str(year))) for year in table.columns)
    return (
        TableCell(name, role="name", indent=indent, origin=(*path, "name")),
        written(words_cell(indicator.unit, "center"), (*path, "unit")),
        *years,
        written(words_cell(indicator.attribute, "center"), (*path, "attribute")),
    )


def _value(indicator: Indicator, year: int, origin: NodePath) -> TableCell:
    text = printed_value(indicator, year)
    inlines = (NumberText(text, f"{indicator.id}[{year}]"),) if text else ()
    return TableCell(inlines, "center", role="number", origin=origin)


def printed_value(indicator: Indicator, year: int) -> str:
    """A value as the table prints it: in brackets where it is cumulative, "" where there is none."""
    value = indicator.values.get(year)
    if value is None:
        return ""
    if not isinstance(value, Number):
        return value
    return f"[{value.text}]" if indicator.cumulative and indicator.mark != "none" else value.text


def _dataset(table: IndicatorTable, columns: tuple[str, ...]) -> DataSet:
    rows = tuple(
        (group.title, i.name, i.unit, *(_raw(i, year) for year in table.columns), i.attribute)
        for group in table.groups
        for i in group.indicators
    )
    return DataSet(table.id, table.title, columns, rows)


def _raw(indicator: Indicator, year: int) -> str:
    value = indicator.values.get(year)
    return value.text if isinstance(value, Number) else value or ""
