"""All figures of a running text, and none of its years, dates, ordinals, law numbers, codes and names."""

from bisect import bisect_right

from msgspec import Struct

from plan_compiler.language.vocabulary import Words
from plan_compiler.quantity.figure import Figure, FigureFault, NoFigure, read_figure
from plan_compiler.quantity.grammar import Grammar, grammar, half_width, skip_space
from plan_compiler.quantity.mention import (
    CONTEXT,
    MalformedMention,
    MentionReading,
    follows_name,
    mention_of,
    touching_after,
    touching_before,
)

_CODE = frozenset("-–/._:：")


class Found(Struct, frozen=True):
    """A figure in a running text: the extent of its number and unit in code points, and the words on either side."""

    at: tuple[int, int]
    text: str
    before: str
    after: str
    figure: Figure | NoFigure
    language: str

    @property
    def reading(self) -> MentionReading:
        """How it reads with the words that touch it."""
        if isinstance(self.figure, NoFigure):
            return MalformedMention(self.text, self.figure.fault)
        touching = (*touching_before(self.before, self.language), *touching_after(self.after, self.language))
        return mention_of(self.text, self.figure, touching, self.language)


def scan(text: str, language: str = "zh-CN") -> tuple[Found, ...]:
    """The figures of `text`, in order. Raises `UnknownLanguageError`.

    A figure has a unit, a multiplier or decimals; a bare integer is taken for a name or a label. Not taken are numbers
    in quotation marks or titles, numbers joined to letters or hyphens (5G, B-05), numbers before or behind words that
    make them names (第14位, 一期, 152工程), and numerals in words that are articles or set phrases as often as
    figures (一个, 五位一体). A number with malformed thousands separators is found, and reads as a `MalformedMention`.
    """
    plain, rules = half_width(text), grammar(language)
    quoted = [(match.start(), match.end()) for match in rules.quoted.finditer(text)]
    found: list[Found] = []
    position = 0
    while match := rules.start.search(plain, position):
        start = match.start()
        if end := _end_of_quotation(quoted, start) or _end_of_name(plain, start, language):
            position = max(end, start + 1)
            continue
        figure = read_figure(plain, start, language)
        position = max(figure.end, start + 1)
        if (code_end := _end_of_code(plain, figure.end)) > figure.end:
            position = max(position, code_end)
        elif _is_figure(plain, start, figure, rules):
            before, after = text[max(0, start - CONTEXT) : start], text[figure.end : figure.end + CONTEXT]
            at = (start, figure.end)
            found.append(Found(at, text[start : figure.end], before, after, figure, language))
    return tuple(found)


def _end_of_quotation(quoted: list[tuple[int, int]], start: int) -> int:
    """The end of the quotation that `start` is in; 0 outside of all."""
    index = bisect_right(quoted, (start, start)) - 1
    return quoted[index][1] if index >= 0 and start < quoted[index][1] else 0


def _end_of_name(plain: str, start: int, language: str) -> int:
    """Where the name ends that the number at `start` is a part of; 0 if nothing before it makes it one."""
    before = plain[start - 1 : start]
    if not before:
        return 0
    in_code = _is_latin(before) or (before in _CODE and start > 1 and _is_latin(plain[start - 2]))
    if in_code or (plain[start] in "+-−" and before.isdecimal()):
        return _end_of_code(plain, start + 1)
    if follows_name(plain[max(0, start - CONTEXT) : start], language):
        return read_figure(plain, start, language).end
    return 0


def _end_of_code(plain: str, end: int) -> int:
    """The end of the letters, digits and hyphens that go on at `end`, behind a letter or digit."""
    if not _is_latin(plain[end - 1]):
        return end
    while end < len(plain) and (_is_latin(plain[end]) or (plain[end] in _CODE and _is_latin(plain[end + 1 : end + 2]))):
        end += 1
    return end


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_figure(plain: str, start: int, figure: Figure | NoFigure, rules: Grammar) -> bool:
    if isinstance(figure, NoFigure):
        return figure.fault is FigureFault.NUMBER and _tries_to_group(plain[start : figure.end])
    if rules.names.at(plain, skip_space(plain, figure.number_end)) or (
        plain[start] == "0" and plain[start + 1 : start + 2].isdecimal()
    ):
        return False
    if not figure.takes_unit:
        return True
    if not figure.unit.text:
        return figure.decimals > 0
    number = plain[start : figure.number_end]
    return any(map(_is_latin, number)) or _is_worded_figure(number, figure.unit.text, rules.known)


def _is_worded_figure(number: str, unit: str, known: Words) -> bool:
    """Whether a numeral in words is a figure, and not an article or a part of a set phrase (千家万户, 五位一体)."""
    names, magnitude = known.names, known.numerals.magnitudes.get(number[0], 0)
    congress = len(number) > 1 and unit in known.units.bare  # 十九大, where 九大 is a figure
    return not (magnitude > 10 or congress or unit in names.idioms or number in names.articles)


def _tries_to_group(number: str) -> bool:
    return any(len(group) >= 3 for group in number.split(",")[1:])
