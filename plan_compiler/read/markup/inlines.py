"""The inlines of a paragraph: forms before anything else, then footnotes, strong and emphasis."""

from collections.abc import Callable, Mapping
from html import unescape
from typing import assert_never

from msgspec import Struct, field

from plan_compiler.diagnostics import Kind
from plan_compiler.language.typography import is_wide
from plan_compiler.model.prose import (
    Computed,
    Defined,
    Emphasis,
    Footnote,
    Form,
    Inline,
    LabelRef,
    Stated,
    Strong,
    Words,
)
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.texts import NEAR_MISS, UNBALANCED, UNCLOSED_STRONG, UNSUPPORTED
from plan_compiler.read.markup.fault import TextFault
from plan_compiler.read.markup.forms import FormReader, Found
from plan_compiler.read.markup.run import Run

_SPECIAL = compiled(r"[\\*\[［【{｛}^<`!&~_\n]")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_FOREIGN = {
    "<": (compiled(r"</?[A-Za-z][^<>\n]*>|<!--[^\n]*|<\?[^\n]*"), "html"),
    "`": (compiled(r"`+[^`\n]*`*"), "code"),
    "&": (compiled(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"), "entity"),
    "~": (compiled(r"~~[^~\n]+~~"), "strike"),
    "_": (compiled(r"__[^_\s][^_\n]*__"), "strong"),
}
_NOTE_MARK = compiled(r"\[\^[\w-]{1,20}\](?!\()")
_HALF_TYPED = compiled(
    r"(?<!\\)(?<!\\[\]］】])(?:[\]］】][ ]?)?(?:[(（][ ]?(?:[:：][ ]?)?[=＝]|(?<=[\]］】])[ ]?[:：]?[=＝])[ ]?[^\W\d][\w.\[\] ]*[)）]?"
    r"|(?<![\\{｛])[{｛][ ]*[^\W\d]\w*(?:\[[0-9]{4}\]|\.[A-Za-z_]\w*)[ ]*[}｝](?![}｝])"
)
"""What is left of a form when a bracket or two are missing: (=life[2030]), ]=demolished, { life[2030] }."""
_FORM_SIGN = compiled("[=＝{｛]")
_MARKS_BEFORE_WORDS = compiled(r"(?:\*{1,3}|\^?[\[［]|\\|\n| ){0,16}")
_NARROW = "0"
"""Stands for a printed text that is not known yet: most often a figure."""


class _Frame(Struct):
    """An open ``*`` or ``**`` with what stands within it so far; the outermost frame has no mark."""

    mark: str
    start: int
    inlines: list[Inline] = field(default_factory=list)


class InlineParser:
    """Parses a stretch of a run into inlines; `faults` collects what is wrong with it.

    One pass from left to right: an open mark that never finds its partner becomes text again. Every step takes
    constant or amortised time, whatever the text.
    """

    def __init__(self, run: Run, forms: FormReader, faults: list[TextFault], *, in_footnote: bool = False) -> None:
        self._run, self._text, self._forms = run, run.text, forms
        self._faults, self._in_footnote = faults, in_footnote
        self._frames = [_Frame("", 0)]
        self._open = {"*": 0, "**": 0}
        self._words: list[str] = []
        self._words_from = 0
        self._printed = ""
        self._told: list[tuple[int, int]] = []
        """Where forms stand, and what was said to be wrong with them."""

    def parse(self, start: int, end: int) -> tuple[Inline, ...]:
        """The inlines between two indexes of the run."""
        at = self._words_from = start
        while match := _SPECIAL.search(self._text, at, end):
            self._say(self._text[at : match.start()])
            at = _HANDLERS.get(match[0], InlineParser._foreign)(self, match.start(), end)
        self._say(self._text[at:end])
        self._end_words(end)
        self._give_up_above(0)
        self._half_typed(start, end)
        return tuple(self._frames[0].inlines)

    def _braces(self, at: int, end: int) -> int:
        return self._form(at, self._forms.braces(at, end))

    def _brackets(self, at: int, end: int) -> int:
        if mark := _NOTE_MARK.match(self._text, at, end):
            self._fault(UNSUPPORTED, at, mark.end(), "note_mark", "note")
            return self._literal(at, mark.end())
        return self._form(at, self._forms.brackets(at, end))

    def _stray_close(self, at: int, end: int) -> int:
        if not self._text.startswith("}}", at, end):
            return self._literal(at, at + 1)
        self._fault(UNBALANCED, at, at + 2, "open", "open_hint", missing="{{")
        return self._literal(at, at + 2)

    def _escape(self, at: int, end: int) -> int:
        following = self._text[at + 1 : at + 2] if at + 1 < end else ""
        if following in _ESCAPABLE and following:
            self._say(following)
            return at + 2
        if following == "\n":
            self._fault(UNSUPPORTED, at, at + 1, "break", "plain")
            return at + 1
        return self._literal(at, at + 1)

    def _line_break(self, at: int, end: int) -> int:
        """Between wide characters nothing is printed, between narrow ones a space."""
        before = self._printed
        marks = _MARKS_BEFORE_WORDS.match(self._text, at, end)
        after = self._text[marks.end() : marks.end() + 1] if marks and marks.end() < end else ""
        if before and after and not any(is_wide(char, ambiguous=self._run.is_chinese) for char in (before, after)):
            self._say(" ")
        return at + 1

    def _stars(self, at: int, end: int) -> int:
        stop = at
        while stop < end and self._text[stop] == "*":
            stop += 1
        before = self._text[at - 1 : at].strip() if at else ""
        after = self._text[stop : stop + 1].strip() if stop < end else ""
        if stop - at > 3 or (stop - at == 1 and before.isalnum() and after.isdigit() and before.isascii()):
            return self._literal(at, stop)
        while at < stop:
            at = self._star(at, stop, opens=bool(after), closes=bool(before))
        return stop

    def _star(self, at: int, stop: int, *, opens: bool, closes: bool) -> int:
        """Deal with one mark of a run of stars: a close of what is open, else an opening, else text."""
        top = self._frames[-1].mark
        mark = "**" if stop - at >= 2 else "*"
        if closes and (top == mark or (top == "*" and stop - at == 3)):
            return self._close(at, top)
        if closes and self._open[mark]:
            return self._close(at, mark)
        if opens:
            self._end_words(at)
            self._frames.append(_Frame(mark, at))
            self._open[mark] += 1
            self._words_from = at + len(mark)
            return at + len(mark)
        if mark == "**":
            self._fault(UNCLOSED_STRONG, at, at + 2)
        return self._literal(at, at + len(mark))

    def _close(self, at: int, mark: str) -> int:
        self._end_words(at)
        level = len(self._frames) - 1
        while self._frames[level].mark != mark:
            level -= 1
        self._give_up_above(level)
        frame, end = self._frames.pop(), at + len(mark)
        self._open[mark] -= 1
        extent = self._run.extent(frame.start, end)
        inlines = tuple(frame.inlines)
        self._frames[-1].inlines.append(Strong(inlines, extent) if mark == "**" else Emphasis(inlines, extent))
        self._words_from = end
        return end

    def _give_up_above(self, level: int) -> None:
        """Turn the open marks above a frame back into text."""
        kept = self._frames[level].inlines
        for frame in self._frames[level + 1 :]:
            end = frame.start + len(frame.mark)
            if frame.mark == "**":
                self._fault(UNCLOSED_STRONG, frame.start, end)
            kept.append(Words(frame.mark, self._run.extent(frame.start, end)))
            kept += frame.inlines
            self._open[frame.mark] -= 1
        del self._frames[level + 1 :]

    def _footnote(self, at: int, end: int) -> int:
        if not self._text.startswith("^[", at):
            return self._literal(at, at + 1)
        close = self._forms.partner(at + 1)
        if close is None or close >= end:
            self._fault(UNBALANCED, at, min(at + 12, end), missing="]")
            return self._literal(at, at + 2)
        if self._in_footnote:
            self._fault(UNSUPPORTED, at, close + 1, "footnote", "plain")
            return self._literal(at, close + 1)
        self._end_words(at)
        self._told.append((at, close + 1))
        inner = InlineParser(self._run, self._forms, self._faults, in_footnote=True)
        note = Footnote(inner.parse(at + 2, close), self._run.extent(at, close + 1))
        self._frames[-1].inlines.append(note)
        self._words_from = close + 1
        return close + 1

    def _form(self, at: int, found: Found | None) -> int:
        if found is None:
            return self._literal(at, at + 1)
        self._faults += found.faults
        self._told.append((at, found.end))
        if found.form is None:
            return self._literal(at, found.end)
        self._end_words(at)
        self._frames[-1].inlines.append(found.form)
        self._printed = _last_printed(found.form)
        self._words_from = found.end
        return found.end

    def _half_typed(self, start: int, end: int) -> None:
        """Report what is left of forms in the words, outside everything that was read as one."""
        if not self._has_signs(start, end):
            return
        told = iter(self._told)
        low, high = next(told, (end, end))
        for match in _HALF_TYPED.finditer(self._text, start, end):
            while high <= match.start() and low < end:
                low, high = next(told, (end, end))
            if match.end() <= low:
                self._fault(NEAR_MISS, *match.span(), "half", "half_hint")

    def _has_signs(self, start: int, end: int) -> bool:
        """Whether anything outside of what was read holds a sign that every half-typed form has."""
        for low, high in (*self._told, (end, end)):
            if start < low and _FORM_SIGN.search(self._text, start, low):
                return True
            start = max(start, high)
        return False

    def _image(self, at: int, end: int) -> int:
        close = self._forms.partner(at + 1) if self._text.startswith("![", at) else None
        last = self._forms.partner(close + 1) if close is not None else None
        if last is None or last >= end:
            return self._literal(at, at + 1)
        self._fault(UNSUPPORTED, at, last + 1, "image", "figure")
        return self._literal(at, last + 1)

    def _foreign(self, at: int, end: int) -> int:
        pattern, message = _FOREIGN.get(self._text[at], (None, ""))
        match = pattern.match(self._text, at, end) if pattern else None
        if match is None:
            return self._literal(at, at + 1)
        extent = self._run.extent(at, match.end())
        replacement = _without_mark(message, match[0])
        self._faults.append(TextFault(UNSUPPORTED, extent, message, "hint", {"text": match[0]}, replacement))
        return self._literal(at, match.end())

    def _literal(self, start: int, end: int) -> int:
        self._say(self._text[start:end].replace("\n", " "))
        return end

    def _say(self, words: str) -> None:
        if words:
            self._words.append(words)
            self._printed = words[-1]

    def _end_words(self, at: int) -> None:
        if self._words:
            words = Words("".join(self._words), self._run.extent(self._words_from, at))
            self._frames[-1].inlines.append(words)
            self._words = []

    def _fault(
        self, kind: Kind, start: int, end: int, message: str = "message", hint: str = "hint", **args: str
    ) -> None:
        text = {"text": self._text[start:end]}
        self._faults.append(TextFault(kind, self._run.extent(start, end), message, hint, text | args))


_HANDLERS: Mapping[str, Callable[[InlineParser, int, int], int]] = {
    "\\": InlineParser._escape,
    "\n": InlineParser._line_break,
    "*": InlineParser._stars,
    "^": InlineParser._footnote,
    "!": InlineParser._image,
    "}": InlineParser._stray_close,
    **dict.fromkeys("{｛", InlineParser._braces),
    **dict.fromkeys("[［【", InlineParser._brackets),
}
"""What to do at a character: each takes its index and the end of the stretch, and says where to go on."""


def _without_mark(message: str, text: str) -> str:
    """What to write instead of markup that plans do not use."""
    match message:
        case "entity":
            return unescape(text)
        case "strong":
            return f"**{text[2:-2]}**"
        case "html":
            return ""
        case _:
            return text.strip("`~")


def _last_printed(form: Form) -> str:
    match form:
        case Stated(printed=printed) | Defined(printed=printed):
            return printed[-1:] or _NARROW
        case Computed() | LabelRef():
            return _NARROW
        case _:
            assert_never(form)
