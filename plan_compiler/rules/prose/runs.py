"""Running texts: paragraphs as they are printed, with the way back to the text as written."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import assert_never

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.link.linked import LinkedForm
from plan_compiler.model.prose import (
    BulletList,
    Computed,
    Defined,
    Emphasis,
    Extent,
    Footnote,
    Inline,
    LabelRef,
    Paragraph,
    Prose,
    ProseBlock,
    Stated,
    Strong,
    Words,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a run from `start` to `end`: plain words, or what is printed for a form. `at` is it as written."""

    start: int
    end: int
    at: Extent
    form: LinkedForm | None = None


@dataclass(frozen=True)
class Run:
    """One paragraph, item or footnote of the text at `path`, as printed. Forms are the pieces that have one."""

    path: NodePath
    text: str
    pieces: tuple[Piece, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _form_ends(self) -> list[int]:
        return [piece.end for piece in self.forms]

    @cached_property
    def forms(self) -> tuple[Piece, ...]:
        """The pieces that are forms."""
        return tuple(piece for piece in self.pieces if piece.form is not None)

    def form_at(self, start: int, end: int) -> Piece | None:
        """The first form that a stretch of the run touches."""
        index = bisect_right(self._form_ends, start)
        return self.forms[index] if index < len(self.forms) and self.forms[index].start < end else None

    def place(self, start: int, end: int, written: str) -> Place:
        """A stretch of the run as a place of the text, whose value is `written`. A form is never cut in two."""
        first, last = self._piece(start), self._piece(max(end - 1, start))
        begin = first.at[0] if first.form else _offset(first, self.text, written, start)
        if last.form:
            return Place(self.path, begin, last.at[1])
        return Place(self.path, begin, _offset(last, self.text, written, end - 1) + 1 if end > start else begin)

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(bisect_right(self._starts, offset) - 1, 0)]


def runs_of(path: NodePath, prose: Prose, forms: Mapping[tuple[NodePath, int], LinkedForm]) -> Iterator[Run]:
    """The runs of a text in order; a footnote after the paragraph that it hangs on."""
    stack: list[ProseBlock] = list(reversed(prose))
    while stack:
        block = stack.pop()
        match block:
            case Paragraph():
                yield from _runs(path, block.inlines, forms)
            case BulletList():
                stack.extend(reversed(list(chain.from_iterable(block.items))))
            case _:
                assert_never(block)


def _runs(
    path: NodePath, inlines: tuple[Inline, ...], forms: Mapping[tuple[NodePath, int], LinkedForm]
) -> Iterator[Run]:
    waiting = [inlines]
    while waiting:
        pieces: list[Piece] = []
        words: list[str] = []
        length = 0
        stack: list[Inline] = list(reversed(waiting.pop(0)))
        while stack:
            inline = stack.pop()
            match inline:
                case Words():
                    text, form = inline.text, None
                case Computed() | Stated() | Defined() | LabelRef():
                    form = forms.get((path, inline.at[0]))
                    text = form.printed if form else ""
                case Strong() | Emphasis():
                    stack.extend(reversed(inline.inlines))
                    continue
                case Footnote():
                    waiting.append(inline.inlines)
                    continue
                case _:
                    assert_never(inline)
            if text:
                pieces.append(Piece(length, length + len(text), inline.at, form))
                words.append(text)
                length += len(text)
        if pieces:
            yield Run(path, "".join(words), tuple(pieces))


def _offset(piece: Piece, printed: str, written: str, offset: int) -> int:
    """Where the printed character at `offset` is written: what is not printed (a line break, a mark of escape) is passed."""
    at = piece.at[0]
    if piece.at[1] - at == piece.end - piece.start:
        return at + offset - piece.start
    for index in range(piece.start, offset + 1):
        while at < piece.at[1] and not _prints(written[at], printed[index]):
            at += 1
        at += 1
    return min(at - 1, piece.at[1] - 1)


def _prints(written: str, printed: str) -> bool:
    return written == printed or (printed == " " and written in "\n\t")
