"""A revision as Markdown for a pull or merge request: a short summary, tables folded away below it."""

from collections.abc import Iterator, Sequence

from plan_compiler.diff.words import Piece
from plan_compiler.report.markdown import LONGEST, escaped
from plan_compiler.report.review import review
from plan_compiler.report.review_rows import Row, Table
from plan_compiler.report.revision import Revision
from plan_compiler.report.wording import MORE, Speaker

_OPEN = frozenset({"targets", "projects"})
"""The tables that are unfolded: what a reviewer reads first."""
_WITH_PLACE = frozenset({"prints", "findings"})
"""Those whose rows say what is to be mended, each with its place in the files."""
_FEW = 10
"""Rows up to which such a table is unfolded."""
_CONTEXT = 24


def review_markdown(revision: Revision) -> str:
    """The review; what does not fit into a comment is counted."""
    speaker = Speaker(revision.language)
    found = review(revision)
    parts = [f"### plan diff: {escaped(found.title)}\n", *(f"- {escaped(line)}" for line in found.lines)]
    room = LONGEST - sum(map(len, parts))
    for table in found.tables:
        text = "\n".join(_table(table, speaker, room))
        room -= len(text)
        parts.append(text)
    return "\n".join(parts) + "\n"


def _table(table: Table, speaker: Speaker, room: int) -> Iterator[str]:
    rows = list(_fitting((_row(row, is_place_told=table.key in _WITH_PLACE) for row in table.rows), room - 400))
    unfolded = " open" if table.key in _OPEN and len(rows) <= _FEW else ""
    yield f"\n<details{unfolded}>\n<summary><b>{escaped(table.title)}</b> ({len(table.rows)})</summary>\n"
    yield f"| {' | '.join(map(escaped, table.columns))} |"
    yield f"|{'---|' * len(table.columns)}"
    yield from rows
    if len(rows) < len(table.rows):
        yield "\n" + speaker.say(MORE, {"count": len(table.rows) - len(rows)})
    yield "\n</details>"


def _row(row: Row, *, is_place_told: bool) -> str:
    cells = list(map(escaped, row.cells))
    if is_place_told and row.place:
        cells[-1] += f" <sub>{escaped(row.place)}</sub>"
    if row.pieces:
        cells[-1] = _pieces(row.pieces)
    if row.tone == "bad":
        cells[0] = f"⚠️ {cells[0]}"
    return f"| {' | '.join(cells)} |"


def _pieces(pieces: Sequence[Piece]) -> str:
    """Deletions struck out, insertions in bold, with a few words around them."""
    told = []
    for index, piece in enumerate(pieces):
        text = "<br>".join(map(escaped, piece.text.split("\n")))
        match piece.fate:
            case "deleted":
                told.append(f"<del>{text}</del>")
            case "inserted":
                told.append(f"<ins>{text}</ins>")
            case "kept":
                told.append(_shortened(piece.text, first=index == 0, last=index == len(pieces) - 1))
    return "".join(told)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    before, after = "" if first else text[:_CONTEXT], "" if last else text[-_CONTEXT:]
    if len(text) <= len(before) + len(after) + 1:
        return "<br>".join(map(escaped, text.split("\n")))
    return f"{escaped(before)}…{escaped(after)}"


def _fitting(rows: Iterator[str], room: int) -> Iterator[str]:
    for row in rows:
        room -= len(row) + 1
        if room < 0:
            return
        yield row
