"""Comments: what stands in the margin beside the inlines it is about (17.13.4)."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from plan_compiler.document.inlines import Marked
from plan_compiler.document.marks import Mark
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.scope import Scope


def commented(mark: Mark | Marked, inlines: tuple[w.Inline, ...], scope: Scope) -> tuple[w.Inline, ...]:
    """`inlines` under the comment that `mark` makes; as they are for a change, and in a footnote, where Word has none."""
    if mark.change != "comment" or scope.in_note:
        return inlines
    comment = w.Comment(len(scope.comments), _head(mark), tuple(line for line in mark.note.splitlines() if line))
    scope.comments.append(comment)
    return (w.Commented(comment.id, inlines),)


def commented_blocks(marks: tuple[Mark, ...], blocks: Iterable[w.Block], scope: Scope) -> Iterator[w.Block]:
    """`blocks`, the first paragraph among them under the comments of `marks`."""
    waiting = tuple(mark for mark in marks if mark.change == "comment")
    for block in blocks:
        if waiting and isinstance(block, w.Paragraph):
            inlines = block.inlines
            for mark in waiting:
                inlines = commented(mark, inlines, scope)
            waiting = ()
            yield replace(block, inlines=inlines)
        else:
            yield block


def _head(mark: Mark | Marked) -> str:
    return " ".join(part for part in (str(mark.number) if mark.number else "", mark.label) if part)
