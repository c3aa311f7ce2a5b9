"""The figures of a run, each with the words around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.language.typography import in_chinese
from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedForm
from plan_compiler.model.prose import Computed, Defined, LabelRef, Stated
from plan_compiler.patterns import compiled
from plan_compiler.quantity.mention import Mention, qualified, touching_after, touching_before, with_bounds
from plan_compiler.quantity.scan import scan
from plan_compiler.rules.prose.clauses import clause_ends, masked
from plan_compiler.rules.prose.runs import Piece, Run

_LONGEST_SIZE = 16
_SIZE = compiled(r"(?<![0-9.,])[0-9][0-9.,]*[^\W\d_]{0,4}\Z")

_PASSED = "  "
"""Where a label passes over parentheses."""

_Span: TypeAlias = tuple[int, int, Mention, LinkedForm | None]


class Told(Struct, frozen=True):
    """A figure that a run tells: from `start` to `end`, `form` being the form that holds it.

    `before` are the words between it and the figure or the clause before it, the words that qualify it left out;
    `opens` is where they begin; `label` is the same where parentheses and what stands in them are passed over. `after` are the words up to the
    figure or the clause behind it.
    """

    run: Run
    start: int
    end: int
    mention: Mention
    form: LinkedForm | None
    opens: int
    before: str
    label: str
    after: str
    language: str

    @property
    def worded(self) -> str:
        """The figure with the words that bound it (不低于, 约, 以上)."""
        if self.form is not None:
            return self.mention.text
        return with_bounds(self.text, self.opening, self.after, self.language)

    @property
    def labelled(self) -> str:
        """The same behind the words before it, if there are any."""
        return f"{self.named} {self.worded}" if self.label else self.worded

    @property
    def named(self) -> str:
        """The words before it as a reader is shown them: with the figure that their first word goes on from (5万吨级泊位, 60岁以上老人)."""
        parts = [part.strip() for part in self.label.split(_PASSED) if part.strip()]
        label = ("" if in_chinese(self.language) else " ").join(parts)
        if not label.startswith(words(self.language).discourse.of_size):
            return label
        text, at = self.run.text, self.run.text.rfind(parts[0], 0, self.start)
        size = _SIZE.search(text, max(0, at - _LONGEST_SIZE), at) if at > 0 else None
        return f"{size[0]}{label}" if size else label

    @property
    def text(self) -> str:
        """The figure as printed."""
        return self.run.text[self.start : self.end]

    @property
    def opening(self) -> str:
        """All that stands between it and the figure or the clause before it, words that qualify it among them."""
        return self.run.text[self.opens : self.start]

    @property
    def mark(self) -> str:
        """The character before that, a mark or the end of another figure; "" at the head of a text."""
        return self.run.text[max(0, self.opens - 1) : self.opens]

    @property
    def is_free(self) -> bool:
        """Whether nothing is computed for it or compared with it: hand-typed, or the home of a figure."""
        return self.form is None or isinstance(self.form.form, Defined)

    @property
    def spot(self) -> tuple[NodePath, int, int]:
        """Where it stands, which no other figure does: the text, the paragraph in it, and its offset there."""
        return self.run.path, self.run.pieces[0].at[0], self.start

    def place(self, written: str) -> Place:
        """Its place in the text, whose value is `written`."""
        return self.run.place(self.start, self.end, written)


def figures_of(run: Run, language: str) -> tuple[Told, ...]:
    """The figures of a run in order. Where a form prints a figure, it is the form's."""
    spans = sorted((*_of_forms(run, language), *_of_words(run, language)), key=lambda span: span[0])
    passed = masked(run.text)
    marks = _Marks.of(run.text)
    label_marks = marks if passed == run.text else _Marks.of(passed)
    ends = [0, *(span[1] for span in spans)]
    starts = [*(span[0] for span in spans[1:]), len(run.text)]
    found: list[Told] = []
    for span, low, high in zip(spans, ends, starts, strict=False):
        opens = marks.before(span[0], low)
        written, apart = run.text[opens : span[0]], passed[label_marks.before(span[0], low) : span[0]]
        before = unqualified(written, language)
        label = before if apart == written else unqualified(apart, language)
        after = run.text[span[1] : marks.behind(span[1], high)]
        found.append(Told(run, *span, opens, before, label.strip(), after, language))
    told = words(language)
    if any(map(run.text.__contains__, told.discourse.respectively)):
        return _as_listed(found, told.discourse.joining, language)
    return tuple(found)


def _as_listed(found: Sequence[Told], joining: Sequence[str], language: str) -> tuple[Told, ...]:
    """The figures of a text that lists some apart: those of one list have the unit of the last, and what is said once to qualify all, before
    the first or behind the last (分别提高4.5、0.8和6.4个百分点以上).
    """
    result = list(found)
    joined = [
        told.form is None and told.run.text[told.end : last.start].strip() in joining for told, last in pairwise(found)
    ]
    for index in reversed([n for n, fits in enumerate(joined) if fits]):
        result[index] = _with_unit_of(result[index], result[index + 1])
        if touching_after(result[index + 1].after, language) or (index + 1 < len(joined) and joined[index + 1]):
            result[index] = _qualified_as(result[index], result[index + 1])
    for index in (n for n, fits in enumerate(joined) if fits and found[n + 1].form is None):
        if touching_before(result[index].opening, language) or (index and joined[index - 1]):
            result[index + 1] = _qualified_as(result[index + 1], result[index])
    return tuple(result)


def _with_unit_of(told: Told, last: Told) -> Told:
    own, unit = told.mention.quantity.unit.text, last.mention.quantity.unit
    if own == unit.text or not unit.text.startswith(own):
        return told
    return replace(told, mention=replace(told.mention, quantity=replace(told.mention.quantity, unit=unit)))


def _qualified_as(told: Told, other: Told) -> Told:
    return replace(told, mention=qualified(told.mention, other.mention.qualifier))


class _Marks(Struct, frozen=True):
    """The marks that end the clauses of a text."""

    starts: list[int]
    ends: list[int]

    @staticmethod
    def of(text: str) -> "_Marks":
        found = clause_ends(text)
        return _Marks([start for start, _ in found], [end for _, end in found])

    def before(self, offset: int, low: int) -> int:
        """Where the clause begins that `offset` is in; not before `low`."""
        index = bisect_right(self.ends, offset) - 1
        return max(self.ends[index], low) if index >= 0 else low

    def behind(self, offset: int, high: int) -> int:
        """Where it ends; not behind `high`."""
        index = bisect_left(self.starts, offset)
        return min(self.starts[index], high) if index < len(self.starts) else high


def _of_forms(run: Run, language: str) -> list[_Span]:
    spans: list[_Span] = []
    for piece in run.forms:
        if piece.form is not None and (mention := _printed(piece, piece.form, run, language)):
            spans.append((piece.start, piece.end, mention, piece.form))
    return spans


def _of_words(run: Run, language: str) -> list[_Span]:
    spans: list[_Span] = []
    for found in scan(run.text, language):
        if run.form_at(*found.at) is None and isinstance(reading := found.reading, Mention):
            spans.append((*found.at, reading, None))
    return spans


def _printed(piece: Piece, form: LinkedForm, run: Run, language: str) -> Mention | None:
    match form.form:
        case Stated() | Defined():
            return form.mention
        case LabelRef():
            return None
        case Computed():
            found = next(iter(scan(run.text[piece.start : piece.end], language)), None)
            return found.reading if found and isinstance(found.reading, Mention) else None


def unqualified(before: str, language: str) -> str:
    """The words before a figure without those that qualify it."""
    rest = before.rstrip()
    for word in reversed(touching_before(rest, language)):
        rest = rest[: -len(word)].rstrip()
    return rest
