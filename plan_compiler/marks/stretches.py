"""Comments on a run of inlines: on the stretch that a finding is about, or on the whole of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from plan_compiler.document.inlines import Inline, Marked, Text
from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import Extent
from plan_compiler.marks.runs import Run


class Comment(Struct, frozen=True):
    """A comment, and the stretch of the run's text it is about; None for the whole run."""

    mark: Mark
    at: Extent | None


class _Piece(Struct, frozen=True):
    """An inline and the stretch it was written in."""

    inline: Inline
    start: int
    end: int


def commented(run: Run, comments: Sequence[Comment], raw: str) -> tuple[Inline, ...]:
    """The inlines of `run` with `comments` on them; `raw` is the text they were written in.

    Plain text is taken apart where a comment begins and ends. Comments that overlap stand one around the other.
    """
    if len(run.extents) != len(run.inlines):
        inlines = run.inlines
        for comment in comments:
            inlines = (_marked(comment.mark, inlines),)
        return inlines
    pieces = [_Piece(inline, *extent) for inline, extent in zip(run.inlines, run.extents, strict=True)]
    for comment in sorted(comments, key=_widest_last):
        pieces = _wrapped(pieces, comment, raw)
    return tuple(piece.inline for piece in pieces)


def _widest_last(comment: Comment) -> tuple[bool, int]:
    return (comment.at is None, 0 if comment.at is None else comment.at[1] - comment.at[0])


def _wrapped(pieces: list[_Piece], comment: Comment, raw: str) -> list[_Piece]:
    if comment.at is not None:
        start, end = comment.at
        pieces = [part for piece in pieces for part in _parted(piece, start, end, raw)]
        touched = [i for i, p in enumerate(pieces) if (p.start < end and start < p.end) or p.start == start]
    else:
        touched = list(range(len(pieces)))
    if not touched:
        return [*pieces, _Piece(_marked(comment.mark, ()), 0, 0)]
    first, last = touched[0], touched[-1]
    inner = pieces[first : last + 1]
    marked = _marked(comment.mark, tuple(piece.inline for piece in inner))
    return [*pieces[:first], _Piece(marked, inner[0].start, inner[-1].end), *pieces[last + 1 :]]


def _parted(piece: _Piece, start: int, end: int, raw: str) -> Iterator[_Piece]:
    """A piece of plain text, taken apart at `start` and `end` where they fall within it."""
    inline = piece.inline
    edges = [edge for edge in (start, end) if piece.start < edge < piece.end]
    if not edges or not isinstance(inline, Text):
        yield piece
        return
    printed = _alignment(raw[piece.start : piece.end], inline.text)
    if printed is None:
        yield piece
        return
    bounds = [piece.start, *dict.fromkeys(edges), piece.end]
    for left, right in pairwise(bounds):
        words = inline.text[printed[left - piece.start] : printed[right - piece.start]]
        if words:
            yield _Piece(Text(words), left, right)


def _alignment(raw: str, text: str) -> list[int] | None:
    """For each offset into `raw`, how much of `text` is printed before it; None where `text` is not what `raw` prints.

    What is printed is what was written but for line breaks, which print nothing or a space, and backslashes.
    """
    before: list[int] = []
    at = 0
    for char in raw:
        before.append(at)
        if at < len(text) and (char == text[at] or (char in "\n\t" and text[at] == " ")):
            at += 1
    before.append(at)
    return before if at == len(text) else None


def _marked(mark: Mark, inlines: tuple[Inline, ...]) -> Marked:
    return Marked(mark.change, inlines, mark.note, mark.severity, mark.label, mark.number)
