"""A revision as one HTML page: the tables with filters, and the text with both versions; no request to anywhere."""

from collections.abc import Sequence

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from plan_compiler.diff.words import Piece
from plan_compiler.report import review_words as w
from plan_compiler.report.review import review
from plan_compiler.report.review_rows import Row, Table
from plan_compiler.report.revision import Revision
from plan_compiler.report.visible import visible
from plan_compiler.report.wording import Speaker
from plan_compiler.resources import resource_folder

_FOLDER = "review"


class _Labels(Struct, frozen=True):
    """The fixed words of the page."""

    title: str
    search: str
    all: str
    attention: str
    before: str
    after: str
    both: str
    nothing: str
    list_view: str
    text_view: str
    marked_text: str
    new_text: str
    old_text: str
    changed_only: str
    previous: str
    next: str
    shown_as: str
    changes_in_all: str
    moved_away: str
    moved_here: str


_SHORT = 14
"""Letters of a cell that stays in one line."""


class Text(Struct, frozen=True):
    """The text of both versions as a page of its own, changes marked; or, where there is none, why: a sentence."""

    page: str = ""
    lacking: str = ""


class _Cell(Struct, frozen=True):
    """A cell with the title of its column; `is_short`: it stands in a column of figures and words that stay in one line."""

    text: str
    title: str
    is_short: bool


class _Line(Struct, frozen=True):
    """A row as the template lays it out: `old` and `new` are the two versions of a text, each with its own marks."""

    cells: tuple[_Cell, ...]
    tone: str
    place: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


class _Group(Struct, frozen=True):
    key: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[_Line, ...]
    is_text: bool


def review_html(revision: Revision, text: Text | None = None) -> str:
    """The page, with `text` where there is one. What a plan holds is escaped; the script on it reads nothing but the page.

    The page of the text is that of a theme, which a plan may bring: it lies in a frame in which no script runs.
    """
    speaker, found = Speaker(revision.language), review(revision)
    environment = Environment(
        loader=FileSystemLoader(resource_folder("templates") / _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("review.html.j2")
    groups = tuple(_group(table) for table in found.tables)
    return (
        template.render(
            review=found,
            groups=groups,
            labels=_labels(speaker),
            language="en" if revision.language.startswith("en") else "zh-CN",
            text=text or Text(),
            lacking=speaker.say(w.NO_TEXT, {"reason": text.lacking}) if text and text.lacking else "",
            old=visible(revision.old.name),
            new=visible(revision.new.name),
            title=revision.new.linked.plan.title,
        )
        + "\n"
    )


def _group(table: Table) -> _Group:
    is_text = any(row.pieces for row in table.rows)
    short = [
        index > 0 and all(len(row.cells[index]) <= _SHORT for row in table.rows) for index in range(len(table.columns))
    ]
    lines = tuple(_line(row, table.columns, short) for row in table.rows)
    return _Group(table.key, table.title, table.columns, lines, is_text)


def _line(row: Row, columns: Sequence[str], short: Sequence[bool]) -> _Line:
    old = tuple(piece for piece in row.pieces if piece.fate != "inserted")
    new = tuple(piece for piece in row.pieces if piece.fate != "deleted")
    cells = tuple(map(_Cell, row.cells, columns, short))
    return _Line(cells[:-1] if row.pieces else cells, row.tone, visible(row.place), old, new)


def _labels(speaker: Speaker) -> _Labels:
    return _Labels(
        *(
            speaker.say(message)
            for message in (
                *(w.PAGE_TITLE, w.SEARCH, w.ALL, w.ATTENTION, w.BEFORE, w.AFTER, w.BOTH, w.NOTHING_LEFT),
                *(w.LIST_VIEW, w.TEXT_VIEW, w.MARKED_TEXT, w.NEW_TEXT, w.OLD_TEXT, w.CHANGED_ONLY),
                *(w.PREVIOUS, w.NEXT, w.SHOWN_AS, w.CHANGES_IN_ALL, w.MOVED_AWAY, w.MOVED_HERE),
            )
        )
    )
