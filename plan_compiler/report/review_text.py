"""A revision in the terminal: the summary, then a table for each kind of change."""

from collections.abc import Iterator, Sequence

from plan_compiler.diff.words import Piece
from plan_compiler.report.review import outline, review
from plan_compiler.report.review_rows import NONE, Row, Table, Tone
from plan_compiler.report.revision import Revision
from plan_compiler.report.terminal import cells, filled, wrapped
from plan_compiler.report.visible import inert_line, visible

_COLUMNS = 80
"""How wide it is where there is no terminal."""
_COLOURS: dict[Tone, str] = {"good": "32", "bad": "33", "added": "32", "removed": "31", "plain": ""}
_GAP = "  "
_INDENT = "  "
_NARROWEST = 16
_WIDEST = 28
"""Columns that the first cell of a row takes at most, so that the figures stand below each other."""
_CONTEXT = 12
"""Characters of a text that are shown beside a change."""
_MOST_ROWS = 200
_LABELLED = {"projects": (2, 3), "investment": (1, 2, 3)}
"""The cells that say what they are, by table: amounts of several kinds beside each other."""
_SENTENCES = frozenset({"findings", "prints"})
"""The tables whose last cell is a sentence, which goes on in lines of its own."""


def review_text(
    revision: Revision, *, colour: bool = False, columns: int | None = None, only_summary: bool = False
) -> str:
    """The review as one text, `columns` wide. What was deleted stands in [- -], what was inserted in {+ +}."""
    found = outline(revision) if only_summary else review(revision)
    writer = _Writer(columns or _COLUMNS, colour=colour)
    lines = [*writer.wrap(found.title, ""), *(line for each in found.lines for line in writer.wrap(each, _INDENT))]
    for table in found.tables:
        lines += ["", writer.bold(table.title), *writer.table(table)]
    return "\n".join(map(inert_line, lines)) + "\n"


class _Writer:
    def __init__(self, columns: int, *, colour: bool) -> None:
        self._columns = columns
        self._colour = colour

    def bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self._colour else text

    def wrap(self, text: str, indent: str) -> Iterator[str]:
        yield from wrapped(visible(text), self._columns, indent)

    def table(self, table: Table) -> Iterator[str]:
        rows = table.rows[:_MOST_ROWS]
        if any(row.pieces for row in rows):
            for row in rows:
                yield from self._text(row)
        else:
            yield from self._cells(table, rows)
        if len(table.rows) > len(rows):
            yield f"{_INDENT}… +{len(table.rows) - len(rows)}"

    def _text(self, row: Row) -> Iterator[str]:
        yield from self.wrap(" ".join(filter(None, (row.cells[0], f"({row.place})" if row.place else ""))), _INDENT)
        for line in _excerpt(row.pieces).split("\n"):
            for part in wrapped(visible(line), self._columns, _INDENT * 2):
                yield self._marks(part)

    def _marks(self, line: str) -> str:
        if not self._colour:
            return line
        for opening, closing, code in (("[-", "-]", "31"), ("{+", "+}", "32")):
            line = line.replace(opening, f"\x1b[{code}m{opening}").replace(closing, f"{closing}\x1b[0m")
        return line

    def _cells(self, table: Table, rows: Sequence[Row]) -> Iterator[str]:
        """Cells in columns as wide as their longest; a row that does not fit goes on in a second line."""
        if table.key in _LABELLED and (whole := self._with_titles(table, rows)):
            yield from whole
            return
        shown = [_with_place(table, row, tuple(_labelled(table, row))) for row in rows]
        widths = _widths(shown)
        for row, texts in zip(rows, shown, strict=True):
            columns = [filled(text, width) for text, width in zip(texts, widths, strict=True)]
            line = _GAP.join(columns).rstrip()
            if cells(line) + len(_INDENT) <= self._columns and cells(texts[0]) <= widths[0]:
                yield self._painted(_INDENT + line, row.tone)
            elif table.key in _SENTENCES:
                yield from self._hanging(_GAP.join((*columns[:-1], texts[-1])), row.tone)
            else:
                yield from self._broken(row, texts)

    def _with_titles(self, table: Table, rows: Sequence[Row]) -> list[str]:
        """The cells below the titles of their columns; none where a row does not fit into a line."""
        shown = [tuple(map(visible, texts)) for texts in (table.columns, *(row.cells for row in rows))]
        widths = [max(map(cells, column)) for column in zip(*shown, strict=True)]
        if cells(_INDENT) + sum(widths) + cells(_GAP) * (len(widths) - 1) > self._columns:
            return []
        lines = [_GAP.join(map(filled, texts, widths)).rstrip() for texts in shown]
        tones: list[Tone] = ["plain", *(row.tone for row in rows)]
        return [self._painted(_INDENT + line, tone) for line, tone in zip(lines, tones, strict=True)]

    def _broken(self, row: Row, texts: Sequence[str]) -> Iterator[str]:
        """The name in a line, and the other cells below it, each whole as far as it fits into one."""
        first, *rest = texts
        yield from self._hanging(first, row.tone)
        indent, line = _INDENT * 3, ""
        for cell in (text for text in rest if text and text != NONE):
            if line and cells(indent + line + _GAP + cell) > self._columns:
                yield from (self._painted(each, row.tone) for each in self.wrap(line, indent))
                line = cell
            else:
                line = f"{line}{_GAP if line else ''}{cell}"
        yield from (self._painted(each, row.tone) for each in self.wrap(line, indent))

    def _hanging(self, text: str, tone: Tone) -> Iterator[str]:
        room = self._columns - len(_INDENT) * 2
        for number, line in enumerate(wrapped(text, room, "")):
            yield self._painted(_INDENT * (1 if number == 0 else 3) + line, tone)

    def _painted(self, line: str, tone: Tone) -> str:
        code = _COLOURS[tone]
        return f"\x1b[{code}m{line}\x1b[0m" if self._colour and code else line


def _widths(shown: Sequence[tuple[str, ...]]) -> list[int]:
    """How wide the columns are; a row with a long cell behind its name goes on in a second line and widens none."""
    short = [texts for texts in shown if max(map(cells, texts[1:]), default=0) <= _WIDEST] or shown
    return [min(max(map(cells, column)), _WIDEST) for column in zip(*short, strict=True)]


def _with_place(table: Table, row: Row, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The cells; of what must be found and mended, with its place in the files."""
    if table.key not in _SENTENCES or not row.place:
        return texts
    return (*texts[:-1], f"{texts[-1]} ({visible(row.place)})")


def _labelled(table: Table, row: Row) -> Iterator[str]:
    """The cells of a row, with the titles of their columns where they need them."""
    labelled = _LABELLED.get(table.key, ())
    for index, (title, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        yield visible(f"{title} {cell}" if index in labelled and cell not in ("", NONE) else cell)


def _excerpt(pieces: Sequence[Piece]) -> str:
    """The changes of a text with a few words around them."""
    parts = []
    for index, piece in enumerate(pieces):
        match piece.fate:
            case "deleted":
                parts.append(f"[-{piece.text}-]")
            case "inserted":
                parts.append(f"{{+{piece.text}+}}")
            case "kept":
                parts.append(_shortened(piece.text, first=index == 0, last=index == len(pieces) - 1))
    return "".join(parts)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    before = "" if first else text[:_CONTEXT]
    after = "" if last else text[-_CONTEXT:]
    if len(text) <= len(before) + len(after) + 1:
        return text
    return f"{before}…{after}"
