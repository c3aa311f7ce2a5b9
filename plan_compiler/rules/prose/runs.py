"""Running texts: paragraphs as they are printed, with the way back to the text as written."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import assert_never

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.language.years import in_digits, may_be_digit
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


class Piece(Struct, frozen=True):
    """A stretch of a run from `start` to `end`: plain words, or what is printed for a form. `at` is it as written."""

    start: int
    end: int
    at: Extent
    form: LinkedForm | None = None


class Run(Struct, frozen=True, dict=True):
    """One paragraph, item or footnote of the text at `path`, as printed, but for years in Chinese numerals, which are in digits. Forms are the pieces that have one."""

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
        begin = first.at[0] if first.form else self._offset(first, written, start)
        if last.form:
            return Place(self.path, begin, last.at[1])
        return Place(self.path, begin, self._offset(last, written, end - 1) + 1 if end > start else begin)

    def _offset(self, piece: Piece, written: str, offset: int) -> int:
        """Where the printed character at `offset` is written."""
        if piece.at[1] - piece.at[0] == piece.end - piece.start:
            return piece.at[0] + offset - piece.start
        if piece.start not in self._offsets:
            self._offsets[piece.start] = _offsets(piece, self.text, written)
        return self._offsets[piece.start][offset - piece.start]

    @cached_property
    def _offsets(self) -> dict[int, list[int]]:
        """By the start of a piece, where each of its characters is written; made when first asked for."""
        return {}

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
            yield Run(path, in_digits("".join(words)), tuple(pieces))


def _offsets(piece: Piece, printed: str, written: str) -> list[int]:
    """Where each character of a piece is written: what is not printed (a line break, a mark of escape) is passed."""
    found, at = list[int](), piece.at[0]
    for char in printed[piece.start : piece.end]:
        while at < piece.at[1] - 1 and not _prints(written[at], char):
            at += 1
        found.append(at)
        at = min(at + 1, piece.at[1] - 1)
    return found


def _prints(written: str, printed: str) -> bool:
    return written == printed or (printed == " " and written in "\n\t") or may_be_digit(written, printed)
