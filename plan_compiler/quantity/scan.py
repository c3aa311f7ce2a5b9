"""All figures of a running text, and none of its years, dates, ordinals, law numbers, codes and names."""

from bisect import bisect_right
from dataclasses import dataclass

from plan_compiler.language.vocabulary import Words
from plan_compiler.language.words import words
from plan_compiler.quantity.figure import Figure, FigureFault, NoFigure, read_figure
from plan_compiler.quantity.grammar import Grammar, grammar, half_width
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


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a text: the extent of its number and unit (code points), and how it reads with the words beside it."""

    at: tuple[int, int]
    reading: MentionReading


def scan(text: str, language: str = "zh-CN") -> tuple[Found, ...]:
    """The figures of `text`, in order. Raises `UnknownLanguageError`.

    A figure has a unit, a multiplier or decimals; a bare integer is taken for a name or a label. Not taken are numbers
    in quotation marks or titles, numbers joined to letters or hyphens (5G, B-05), numbers before or behind words that
    make them names (第14位, 一期, 152工程), and numerals in words that are articles or set phrases as often as
    figures (一个, 五位一体). A number with malformed thousands separators is given as a `MalformedMention`.
    """
    plain, known, rules = half_width(text), words(language), grammar(language)
    quoted = [(match.start(), match.end()) for match in rules.quoted.finditer(text)]
    found: list[Found] = []
    position = 0
    while match := rules.start.search(plain, position):
        start = match.start()
        if (end := _end_of_quotation(quoted, start)) or (end := _end_of_name(plain, start, language)):
            position = max(end, start + 1)
            continue
        figure = read_figure(plain, start, language)
        position = max(figure.end, start + 1)
        if isinstance(figure, NoFigure):
            if figure.fault is FigureFault.NUMBER and _tries_to_group(plain[start : figure.end]):
                found.append(Found((start, figure.end), MalformedMention(text[start : figure.end], figure.fault)))
        elif _end_of_code(plain, figure.end) == figure.end and _is_figure(plain, start, figure, known, rules):
            touching = (
                *touching_before(plain[max(0, start - CONTEXT) : start], language),
                *touching_after(plain[figure.end : figure.end + CONTEXT], language),
            )
            reading = mention_of(text[start : figure.end], figure, touching, language)
            found.append(Found((start, figure.end), reading))
        else:
            position = max(position, _end_of_code(plain, figure.end))
    return tuple(found)


def _end_of_quotation(quoted: list[tuple[int, int]], start: int) -> int:
    """The end of the quotation that `start` is in; 0 outside of all."""
    index = bisect_right(quoted, (start, start)) - 1
    return quoted[index][1] if index >= 0 and start < quoted[index][1] else 0


def _end_of_name(plain: str, start: int, language: str) -> int:
    """Where the name ends that the number at `start` is a part of; 0 if nothing before it makes it one."""
    before = plain[start - 1 : start]
    beyond = plain[start - 2 : start - 1] if start > 1 else ""
    in_code = _is_latin(before) or (before in _CODE and before and _is_latin(beyond))
    signed = plain[start] in "+-−" and before.isalnum()
    if in_code or signed:
        return _end_of_code(plain, start + 1)
    return start + 1 if follows_name(plain[max(0, start - CONTEXT) : start], language) else 0


def _end_of_code(plain: str, end: int) -> int:
    """The end of the letters, digits and hyphens that go on at `end`."""
    while end < len(plain) and (_is_latin(plain[end]) or (plain[end] in _CODE and _is_latin(plain[end + 1 : end + 2]))):
        end += 1
    return end


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_figure(plain: str, start: int, figure: Figure, known: Words, rules: Grammar) -> bool:
    if rules.name.match(plain, figure.number_end) or (plain[start] == "0" and plain[start + 1 : start + 2].isdecimal()):
        return False
    if not figure.takes_unit:
        return True
    if not figure.unit.text:
        return figure.decimals > 0
    numerals, names = known.numerals, known.names
    number = plain[start : figure.number_end]
    if number[0] in numerals.magnitudes and numerals.magnitudes[number[0]] > 10:
        return False
    worded = not any(char.isdecimal() and char.isascii() for char in number)
    return not (worded and (figure.unit.text in names.idioms or number in names.articles))


def _tries_to_group(number: str) -> bool:
    return any(len(group) >= 3 for group in number.split(",")[1:])
