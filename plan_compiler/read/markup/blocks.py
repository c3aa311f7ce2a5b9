"""The blocks of a text: paragraphs and nested lists, as CommonMark has them.

Whatever else looks like a block of Markdown stays in its paragraph as it stands, and is reported.
"""

import re

from msgspec import Struct

from plan_compiler.diagnostics import Kind
from plan_compiler.model.prose import BulletList, Extent, Paragraph, Prose, ProseBlock, Words
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.texts import LIST_NUMBER, TYPED_INDENT, UNSUPPORTED
from plan_compiler.read.markup.fault import TextFault
from plan_compiler.read.markup.forms import FormReader
from plan_compiler.read.markup.inlines import InlineParser
from plan_compiler.read.markup.run import Run

MAX_LIST_DEPTH = 6

_PLAIN = compiled(r"(?![\s\-+#>|=~]|\d{1,9}[.)](?:\s|$))[^\\*\[\]［【{｛}^<`!&~_=＝\t\n]+")
_ONE_PARAGRAPH = compiled(r"(?:(?![\s\-+#>|=~*_:]|\d{1,9}[.)](?:\s|$))[^\n]*\S(?:\n|$))+")
"""Lines that begin with nothing of a block's, and have no spaces on either side."""
_MARKER = compiled(r"(?P<mark>[-*+]|(?P<number>\d{1,9})(?P<close>[.)]))(?: +|$)")
_RULE = compiled(r"(?:\*[ ]*){3,}|(?:-[ ]*){2,}|(?:_[ ]*){3,}|={2,}")
_BLOCK = compiled(r"table: +[A-Za-z_]\w*|(?:box|figure|chart|list):(?: *| +\{.*)")
"""What follows the mark of an item that was meant as an entry of a list of blocks."""
_TYPED_INDENT = compiled(r"[ ]*[\u3000\u00a0][ \u3000\u00a0]*")
_FOREIGN = (
    (compiled(r"#{1,6}(?: +(?P<words>.*)|$)"), "heading", "section"),
    (compiled(r"~~~.*"), "code", "plain"),
    (compiled(r"(?P<mark>(?:> ?)+).*"), "quote", "hint"),
    (compiled(r"\|.*\|"), "table", "table_block"),
    (compiled(r":?-{2,}:?(?: *\| *:?-{2,}:?)+"), "table", "table_block"),
    (_RULE, "rule", "plain"),
)
_FOREIGN_BEGINS = frozenset("#~>|:-*_=")
"""What the patterns of `_FOREIGN` begin with."""


def parse_prose(text: str) -> tuple[Prose, tuple[TextFault, ...]]:
    """The prose of a text, and its faults, by place. No word is lost, whatever is wrong with it."""
    words = text.rstrip()
    if _PLAIN.fullmatch(words):
        extent = (0, len(words))
        return (Paragraph((Words(words, extent),), extent),), ()
    parser = _BlockParser(text)
    if _ONE_PARAGRAPH.fullmatch(words):
        prose: Prose = (parser.paragraph([(0, len(words))]),)
    else:
        prose = parser.blocks([_line(text, *span) for span in _lines(text)], 0)
    return prose, tuple(sorted(parser.faults, key=lambda fault: fault.at))


class _Line(Struct):
    """A line within its container: `start` is behind the container's indentation, `words` behind its own."""

    start: int
    words: int
    end: int

    @property
    def blank(self) -> bool:
        return self.words >= self.end

    @property
    def indent(self) -> int:
        return self.words - self.start


def _lines(text: str) -> list[Extent]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _line(text: str, start: int, end: int) -> _Line:
    words = text[start:end]
    return _Line(start, end - len(words.lstrip(" \t")), start + len(words.rstrip()))


def _next_words(lines: list[_Line], at: int) -> int:
    """The number of the first line from `at` on that is not blank."""
    while at < len(lines) and lines[at].blank:
        at += 1
    return at


class _BlockParser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[TextFault] = []

    def blocks(self, lines: list[_Line], depth: int) -> Prose:
        """The blocks of a container."""
        found: list[ProseBlock] = []
        at = 0
        while at < len(lines):
            if lines[at].blank:
                at += 1
            elif (marker := self._marker(lines[at])) and depth < MAX_LIST_DEPTH:
                at, items = self._list(lines, at, marker, depth)
                found.append(items)
            else:
                if marker:
                    at_mark = (lines[at].words, marker.end())
                    self._fault(UNSUPPORTED, at_mark, "depth", "plain", limit=str(MAX_LIST_DEPTH))
                at, paragraph = self._paragraph(lines, at)
                found.append(paragraph)
        return tuple(found)

    def _marker(self, line: _Line) -> re.Match[str] | None:
        """The mark of a list item at the beginning of a line."""
        if line.blank or line.indent > 3 or _RULE.fullmatch(self.text, line.words, line.end):
            return None
        return _MARKER.match(self.text, line.words, line.end)

    def _list(self, lines: list[_Line], at: int, marker: re.Match[str], depth: int) -> tuple[int, BulletList]:
        ordered = marker["number"] is not None
        items: list[Prose] = []
        start, end = lines[at].words, lines[at].end
        mark: re.Match[str] | None = marker
        while mark is not None and (mark["number"] is not None) == ordered:
            self._check_mark(mark, len(items) + 1)
            if block := _BLOCK.fullmatch(self.text, mark.end(), lines[at].end):
                self._fault(UNSUPPORTED, (mark.start(), block.end()), "block", "beside")
            after, content = self._item(lines, at, mark)
            end = max(end, *(line.end for line in content if not line.blank), lines[at].words + 1)
            items.append(self.blocks(content, depth + 1))
            at = after
            mark = self._marker(lines[at]) if at < len(lines) else None
        return at, BulletList(ordered, tuple(items), (start, end))

    def _item(self, lines: list[_Line], at: int, mark: re.Match[str]) -> tuple[int, list[_Line]]:
        """The lines of an item, and the number of the line behind them."""
        first = lines[at]
        spaces = mark.end() - mark.end("mark")
        width = mark.end("mark") - first.start + (spaces if 1 <= spaces <= 4 else 1)
        content = [_Line(min(first.start + width, first.end), min(mark.end(), first.end), first.end)]
        after_blank = content[0].blank
        at += 1
        while at < len(lines):
            line = lines[at]
            if line.blank:
                ahead = _next_words(lines, at)
                begun = len(content) > 1 or not content[0].blank
                if ahead == len(lines) or lines[ahead].indent < width or not begun:
                    break
                after_blank = True
                content.append(line)
                at = ahead - 1
            elif line.indent >= width:
                after_blank = False
                content.append(_Line(line.start + width, line.words, line.end))
            elif after_blank or self._marker(line):
                break
            else:
                content.append(_Line(line.words, line.words, line.end))
            at += 1
        return _next_words(lines, at), content

    def _check_mark(self, mark: re.Match[str], counted: int) -> None:
        at = mark.span("mark")
        if mark["number"] is None:
            if mark["mark"] != "-":
                self._fault(UNSUPPORTED, at, "bullet", replacement="-")
        elif mark["close"] == ")":
            self._fault(UNSUPPORTED, at, "ordered", replacement=f"{counted}.")
        elif int(mark["number"]) != counted:
            self._fault(LIST_NUMBER, at, replacement=f"{counted}.", counted=str(counted), written=mark["number"])

    def _paragraph(self, lines: list[_Line], at: int) -> tuple[int, Paragraph]:
        first = lines[at]
        if first.indent > 3:
            self._fault(UNSUPPORTED, (first.start, first.words), "indented", replacement="")
        extents: list[Extent] = []
        foreign = ""
        while at < len(lines) and not lines[at].blank and not (extents and self._interrupts(lines[at])):
            extents.append(self._words(lines[at]))
            foreign = self._report_foreign(extents[-1], foreign)
            at += 1
        return at, self.paragraph(extents)

    def paragraph(self, extents: list[Extent]) -> Paragraph:
        """The paragraph of stretches that stand below each other."""
        run = Run(self.text, extents)
        parser = InlineParser(run, FormReader(run), self.faults)
        return Paragraph(parser.parse(0, len(run.text)), (extents[0][0], extents[-1][1]))

    def _interrupts(self, line: _Line) -> bool:
        """Whether a line ends the paragraph above it: an item of a list does, a numbered one if it is the first."""
        mark = self._marker(line)
        return mark is not None and mark.end() < line.end and mark["number"] in (None, "1")

    def _words(self, line: _Line) -> Extent:
        """The words of a line of a paragraph: without indentation, typed or not."""
        start = line.words
        if typed := _TYPED_INDENT.match(self.text, start, line.end):
            self._fault(TYPED_INDENT, typed.span(), replacement="")
            start = typed.end()
        return start, line.end

    def _report_foreign(self, at: Extent, above: str) -> str:
        """Report a line that is a block to Markdown, and say which; `above` is that of the line above it."""
        if self.text[at[0] : at[0] + 1] not in _FOREIGN_BEGINS:
            return ""
        for pattern, message, hint in _FOREIGN:
            match = pattern.fullmatch(self.text, *at)
            if match is None:
                continue
            if message == "quote":
                self._fault(UNSUPPORTED, match.span("mark"), message, replacement="")
            elif message != "table" or above != "table":
                self._fault(UNSUPPORTED, at, message, hint, words=match.groupdict().get("words") or "…")
            return message
        return ""

    def _fault(
        self,
        kind: Kind,
        at: Extent,
        message: str = "message",
        hint: str = "hint",
        replacement: str | None = None,
        **args: str,
    ) -> None:
        text = {"text": self.text[slice(*at)]}
        self.faults.append(TextFault(kind, at, message, hint, text | args, replacement))
