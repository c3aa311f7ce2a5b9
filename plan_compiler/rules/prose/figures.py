"""The figures of a run, each with the words around it."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from plan_compiler.diagnostics import Place
from plan_compiler.link.linked import LinkedForm
from plan_compiler.model.prose import Computed, Defined, LabelRef, Stated
from plan_compiler.quantity.mention import Mention, touching_after, touching_before
from plan_compiler.quantity.scan import scan
from plan_compiler.rules.prose.runs import Piece, Run

_CLAUSE_END = re.compile(r"[，；：。！？、（）;!?\n]|[,.:()](?![0-9])")
_SENTENCE_END = re.compile(r"[。！？；!?;\n]|[.](?=\s|$|[^\x00-\x7f])")
_PARENTHESES = re.compile(r"（[^（）()]*）|\([^（）()]*\)")


_Span: TypeAlias = tuple[int, int, Mention, LinkedForm | None]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that a run tells: from `start` to `end`, `form` being the form that holds it.

    `before` are the words between it and the figure or the clause before it, the words that qualify it left out;
    `after` those up to the figure or the clause behind it. `worded` is the figure with the words that qualify it.
    """

    run: Run
    start: int
    end: int
    mention: Mention
    form: LinkedForm | None
    before: str
    after: str
    worded: str

    @property
    def text(self) -> str:
        """The figure as printed."""
        return self.run.text[self.start : self.end]

    @property
    def is_free(self) -> bool:
        """Whether nothing is computed for it or compared with it: hand-typed, or the home of a figure."""
        return self.form is None or isinstance(self.form.form, Defined)

    def place(self, written: str) -> Place:
        """Its place in the text, whose value is `written`."""
        return self.run.place(self.start, self.end, written)


def figures_of(run: Run, language: str) -> tuple[Told, ...]:
    """The figures of a run in order. Where a form prints a figure, it is the form's."""
    spans: list[_Span] = []
    for piece in run.forms:
        if piece.form is not None and (mention := _of_form(piece, piece.form, run, language)):
            spans.append((piece.start, piece.end, mention, piece.form))
    for found in scan(run.text, language):
        if run.form_at(*found.at) is None and isinstance(reading := found.reading, Mention):
            spans.append((*found.at, reading, None))
    spans.sort(key=lambda span: span[0])
    cuts = clause_ends(run.text)
    ends = [0, *(span[1] for span in spans)]
    starts = [*(span[0] for span in spans[1:]), len(run.text)]
    return tuple(
        _told(run, span, (_last(cuts, end, span[0]), _first(cuts, span[1], start)), language)
        for span, end, start in zip(spans, ends, starts, strict=False)
    )


def _told(run: Run, span: _Span, window: tuple[int, int], language: str) -> Told:
    start, end, mention, form = span
    before, after = run.text[window[0] : start].rstrip(), run.text[end : window[1]]
    qualified = after
    if form is None:
        for word in reversed(touching_before(before, language)):
            before = before[: -len(word)].rstrip()
        for word in touching_after(after, language):
            qualified = qualified.lstrip()[len(word) :]
    worded = run.text[window[0] + len(before) : window[1] - len(qualified)].strip()
    return Told(run, start, end, mention, form, before, after, worded)


def clause_ends(text: str) -> list[tuple[int, int]]:
    """The marks that end clauses."""
    return [match.span() for match in _CLAUSE_END.finditer(text)]


def clauses(text: str) -> list[str]:
    """The clauses of a stretch of text."""
    return _CLAUSE_END.split(text)


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence that `offset` is in begins."""
    end = 0
    for match in _SENTENCE_END.finditer(text, 0, offset):
        end = match.end()
    return end


def sentence_end(text: str, offset: int) -> int:
    """Where it ends."""
    match = _SENTENCE_END.search(text, offset)
    return match.start() if match else len(text)


def without_parentheses(text: str) -> str:
    """`text` without what stands in parentheses."""
    return _PARENTHESES.sub("", text)


def _of_form(piece: Piece, form: LinkedForm, run: Run, language: str) -> Mention | None:
    match form.form:
        case Stated() | Defined():
            return form.mention
        case LabelRef():
            return None
        case Computed():
            found = next((f for f in scan(run.text[piece.start : piece.end], language)), None)
            return found.reading if found and isinstance(found.reading, Mention) else None


def _last(cuts: list[tuple[int, int]], start: int, end: int) -> int:
    return max((cut[1] for cut in cuts if start <= cut[0] and cut[1] <= end), default=start)


def _first(cuts: list[tuple[int, int]], start: int, end: int) -> int:
    return min((cut[0] for cut in cuts if start <= cut[0] < end), default=end)
