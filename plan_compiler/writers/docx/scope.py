"""What composing a block needs to know of the whole document and of where the block stands."""

from collections.abc import Iterator, Mapping, Set

from msgspec import Struct

from plan_compiler.document.nodes import Caption, Chart
from plan_compiler.writers.docx.bindings import Bindings
from plan_compiler.writers.docx.pictures import Shown
from plan_compiler.writers.docx.sequences import Sequence
from plan_compiler.writers.docx.targets import Targets
from plan_compiler.writers.docx.wordml import Comment
from plan_compiler.writers.look import Look


class Scope(Struct, frozen=True):
    """The document's `targets`, `sequences`, `pages` (of anchors), `pictures` and drawings of
    `charts`; `ground` is that of the cover; `width` (twips) is what the block
    may take up, `annex` and `boxed` where it stands, `depth` how many lists are around it. `numbers` gives every
    counted list, `drawings` every picture, an id of its own; `bookmarks_set` are the
    ids of bookmarks already in the text, each of which may be there once. `comments` gathers those met; `in_note`: inside
    a footnote. `bindings` puts figures into controls bound to
    data; None in a redline, where a tracked change would vanish inside a control. `counted` are the anchors of headings
    that Word numbers by itself.
    """

    look: Look
    words: Mapping[str, str]
    targets: Targets
    sequences: Mapping[Caption, Sequence]
    pages: Mapping[str, str]
    pictures: Mapping[str, Shown]
    charts: Mapping[Chart, tuple[Shown, ...]]
    ground: Shown | None
    width: int
    numbers: Iterator[int]
    drawings: Iterator[int]
    bookmarks_set: set[int]
    comments: list[Comment]
    bindings: Bindings | None
    counted: Set[str]
    annex: bool = False
    boxed: bool = False
    depth: int = 0
    in_note: bool = False
