"""What composing a block needs to know of the whole document and of where the block stands."""

from collections.abc import Iterator, Mapping, Set
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.nodes import Chart
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.bindings import Bindings
from plan_compiler.writers.docx.pictures import Shown
from plan_compiler.writers.docx.sequences import Sequence
from plan_compiler.writers.docx.targets import Targets
from plan_compiler.writers.docx.wordml import Comment
from plan_compiler.writers.look import Look


class Revision(Struct, frozen=True):
    """Who made the changes of a redline, and when (``2026-03-01T08:00:00Z``); "" where that is not known."""

    author: str
    date: str = ""


class Tracked(Struct, frozen=True):
    """How changes are written: by whom, the ids for them, and what references, captions and numbers were then."""

    revision: Revision
    ids: Iterator[int]
    targets: Targets
    sequences: Mapping[tuple[str, str], Sequence]
    counted: Set[str]

    def change(self, kind: Literal["inserted", "deleted"]) -> w.Change:
        """A change with an id of its own."""
        return w.Change(next(self.ids), kind, self.revision.author, self.revision.date)


class Scope(Struct, frozen=True):
    """The document's `targets`, `sequences`, `pages` (of anchors), `pictures` and drawings of
    `charts`; `ground` is that of the cover; `width` (twips) is what the block
    may take up, `annex` and `boxed` where it stands, `depth` how many lists are around it. `numbers` gives every
    counted list, `drawings` every picture, an id of its own; `bookmarks_set` are the
    ids of bookmarks already in the text, each of which may be there once, and `notes` the footnotes met so far.
    `comments` gathers those met; `in_note`: inside a footnote. `bindings` puts figures into controls bound to
    data; None in a redline, where a tracked change would vanish inside a control. `counted` are the anchors of headings
    that Word numbers by itself. `tracked` is there where the changes of a redline are written as such.
    """

    look: Look
    words: Mapping[str, str]
    targets: Targets
    sequences: Mapping[tuple[str, str], Sequence]
    pages: Mapping[str, str]
    pictures: Mapping[str, Shown]
    charts: Mapping[Chart, tuple[Shown, ...]]
    ground: Shown | None
    width: int
    numbers: Iterator[int]
    drawings: Iterator[int]
    bookmarks_set: set[int]
    notes: dict[int, w.Note]
    comments: list[Comment]
    bindings: Bindings | None
    counted: Set[str]
    tracked: "Tracked | None" = None
    annex: bool = False
    boxed: bool = False
    depth: int = 0
    in_note: bool = False

    @property
    def newer(self) -> "Scope":
        """Where only the newer revision is written."""
        return replace(self, tracked=None)

    @property
    def older(self) -> "Scope":
        """Where only the older revision is written."""
        if self.tracked is None:
            return self
        then = self.tracked
        return replace(self, targets=then.targets, sequences=then.sequences, counted=then.counted, tracked=None)
