"""Everything a plan prints, in one text, with the way back to where each character was written."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from re import Match, Pattern

from msgspec import Struct

from plan_compiler.diagnostics import Fix, NodePath, Place
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.prose import sole_words
from plan_compiler.model.scalars import Role
from plan_compiler.model.shape import printed_strings
from plan_compiler.rules.prose.runs import Run, runs_of

_LABELS = frozenset({"title", "subtitle", "issuer", "name", "owner", "alt"})
"""The fields of plain words that are printed as they stand."""
_LONGEST_TITLE = 200
UNPRINTED = frozenset({"waivers", "changes", "facts", "assertions", "glossary", "vocabulary"})


class Line(Struct, frozen=True):
    """A paragraph, a footnote or a label, as printed. `written` is the whole scalar at `path`.

    What is printed just as it is written, all labels among them, has no `run`, but begins at `offset`.
    """

    path: NodePath
    text: str
    written: str
    role: Role
    offset: int = 0
    run: Run | None = None

    @property
    def is_prose(self) -> bool:
        """Whether it is a part of a text, and not a label."""
        return self.role is Role.TEXT

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the printed text. A figure that a form prints is never cut in two."""
        if self.run is not None:
            return self.run.place(start, end, self.written)
        return Place(self.path, self.offset + start, self.offset + end)

    def fix(self, start: int, end: int, replacement: str, *, safe: bool = False) -> Fix | None:
        """A replacement of a stretch; None where the stretch is not written as it is printed."""
        place = self.place(start, end)
        is_plain = self.written[place.start : place.end] == self.text[start:end]
        return Fix(place, replacement, safe) if is_plain else None


class Found(Struct, frozen=True):
    """A match of a pattern: the line, and where it begins and ends in the line's text."""

    line: Line
    start: int
    end: int
    match: Match[str]

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.line.place(self.start, self.end)

    def before(self, most: int) -> str:
        """What stands before it in its line, `most` characters at most: the time stays in proportion to the text."""
        return self.line.text[max(0, self.start - most) : self.start]

    @property
    def is_in_title(self) -> bool:
        """Whether it stands in the title of a document 《…》, which is quoted as it is."""
        before = self.before(_LONGEST_TITLE)
        return before.rfind("《") > before.rfind("》")


class PrintedText(Struct, frozen=True, dict=True):
    """All lines of a plan in one text, parted by line breaks, so that a pattern is searched for only once."""

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    @staticmethod
    def of(lines: Iterable[Line]) -> "PrintedText":
        """The text of these lines."""
        lines = tuple(lines)
        texts = [line.text for line in lines]
        starts = accumulate((len(text) + 1 for text in texts), initial=0)
        return PrintedText("\n".join(texts), lines, tuple(starts)[:-1])

    @cached_property
    def body(self) -> "PrintedText":
        """The running texts of all but the annex, which most of a large plan may be."""
        return PrintedText.of(line for line in self.lines if line.role is Role.TEXT and line.path[0] != "annex")

    @cached_property
    def labels(self) -> str:
        """What is no running text: titles, names, owners, a line each."""
        return "\n".join(line.text for line in self.lines if line.role is not Role.TEXT)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character there is, by which a search for what few texts have is spared."""
        return frozenset(self.text)

    def search(self, pattern: Pattern[str], group: str | int = 0, words: Sequence[str] = ()) -> Iterator[Found]:
        """Every match of a pattern. What it is about is the `group`, which must not match a line break.

        With `words`, one of which stands in every match, only the lines that have one of them are searched.
        """
        for start, end in self._lines_with(words) if words else ((0, len(self.text)),):
            for match in pattern.finditer(self.text, start, end):
                yield self.found(match, group)

    def _lines_with(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where each line begins and ends that has one of these words, in order."""
        holding = {bisect_right(self.starts, at) - 1 for word in words for at in _positions(self.text, word)}
        for index in sorted(holding):
            yield self.starts[index], self.starts[index] + len(self.lines[index].text)

    def found(self, match: Match[str], group: str | int = 0) -> Found:
        """A match in `text`, in its line."""
        low, high = match.span(group)
        index = bisect_right(self.starts, low) - 1
        start = self.starts[index]
        return Found(self.lines[index], low - start, high - start, match)


def _positions(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text; no two of them overlap."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


@lru_cache(maxsize=1)
def printed(linked: LinkedPlan) -> PrintedText:
    """What `linked` prints, in document order; words that the compiler prints by itself are left out."""
    return PrintedText.of(_lines(linked))


def _lines(linked: LinkedPlan) -> list[Line]:
    found: list[Line] = []
    for string in printed_strings(linked.plan):
        path, role = string.path, string.role
        if role is Role.TEXT:
            if path[0] not in UNPRINTED:
                found += _prose(linked, path, string.text)
        elif (path[-1] in _LABELS or (len(path) > 1 and path[-2] == "owner")) and path[0] not in UNPRINTED:
            found.append(Line(path, string.text.replace("\n", " "), string.text, role))
    return found


def _prose(linked: LinkedPlan, path: NodePath, written: str) -> list[Line]:
    prose = linked.texts.get(path, ())
    words = sole_words(prose)
    if words is not None and words.at[1] - words.at[0] == len(words.text):
        return [Line(path, words.text, written, Role.TEXT, words.at[0])]
    return [Line(path, run.text, written, Role.TEXT, run=run) for run in runs_of(path, prose, linked.forms)]
