"""Numbering patterns: a sample, such as ``（一）``, and the numbers that follow it."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from plan_compiler.patterns import compiled

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LONGEST = 20


def chinese_numeral(number: int) -> str:
    """A number from 1 to 9999 as it is read: 十, 十一, 二十, 一百零一. Digits beyond."""
    if not 0 < number <= 9999:
        return str(number)
    text, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit == 0:
            gap = True
            continue
        text += ("零" if gap and text else "") + _DIGITS[digit] + _PLACES[place]
        gap = False
    return text.removeprefix("一") if 10 <= number < 20 else text


def is_chinese_numeral(text: str) -> bool:
    """Whether `text` is a number as `chinese_numeral` writes it, and nothing else."""
    return bool(text) and not text.strip(f"{_DIGITS}{''.join(_PLACES)}")


def _roman(number: int) -> str:
    if not 0 < number <= 3999:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    text = ""
    while number > 0:
        number, index = divmod(number - 1, 26)
        text = chr(ord("A") + index) + text
    return text


def _row(first: str, length: int) -> Callable[[int], str]:
    """A row of characters of Unicode, such as ①–⑳; beyond its end a number is written (21)."""
    return lambda number: chr(ord(first) + number - 1) if number <= length else f"({number})"


_COUNTERS: Mapping[str, Callable[[int], str]] = {
    "一": chinese_numeral,
    "①": _row("①", 20),
    "⑴": _row("⑴", 20),
    "㈠": _row("㈠", 10),
    "⒈": _row("⒈", 20),
    "Ⅰ": _row("Ⅰ", 12),
    "甲": lambda number: "甲乙丙丁戊己庚辛壬癸"[number - 1] if number <= 10 else str(number),
    "I": _roman,
    "i": lambda number: _roman(number).lower(),
    "A": _letters,
    "a": lambda number: _letters(number).lower(),
}
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_SAMPLE = compiled(
    r"(?P<levels>1(?:\.1)+)|(?P<digits>0*1)|(?P<wide>０*１)|(?P<character>[一①⑴㈠⒈Ⅰ甲]|(?<![A-Za-z])[IiAa](?![A-Za-z]))"
)
_COUNTER_LIKE = compiled(r"[0-9０-９一二三四五六七八九十①-⑳]")


class Pattern(Struct, frozen=True):
    """How the numbers of one level are printed: what stands around the counter, and how it counts.

    `levels` is how many levels the number shows: 1.1.1 shows three, joined by dots. `first` is the first number of its
    kind of counter: 一, ①, 01.
    """

    prefix: str
    suffix: str
    count: Callable[[int], str]
    levels: int = 1
    first: str = "1"

    def label(self, numbers: tuple[int, ...]) -> str:
        """The label for the counters of all levels down to this one, the last being its own."""
        shown = numbers[-self.levels :]
        return self.prefix + ".".join(self.count(number) for number in shown) + self.suffix


def read_pattern(sample: str) -> Pattern | None:
    """The pattern of which `sample` is the first number; None if it shows no counter, or more than one."""
    match = _SAMPLE.search(sample)
    if match is None or len(sample) > _LONGEST:
        return None
    prefix, suffix = sample[: match.start()], sample[match.end() :]
    if _COUNTER_LIKE.search(prefix + suffix):
        return None
    match match.lastgroup:
        case "levels":
            return Pattern(prefix, suffix, str, match["levels"].count(".") + 1)
        case "digits":
            width = len(match["digits"])
            return Pattern(prefix, suffix, lambda number: f"{number:0{width}}", first=match["digits"])
        case "wide":
            width = len(match["wide"])
            return Pattern(
                prefix, suffix, lambda number: f"{number:0{width}}".translate(_WIDE_DIGITS), first=match["wide"]
            )
        case _:
            return Pattern(prefix, suffix, _COUNTERS[match["character"]], first=match["character"])


SAMPLES: Mapping[str, tuple[str, ...]] = {
    "zh": ("一、", "（一）", "1、", "（1）", "①"),
    "zh-chapter": ("第一章", "第一节", "一、", "（一）", "1、", "（1）"),
    "decimal": ("1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1"),
}
"""Numbering schemes by name: the first number of each level of headings."""

SCHEMES: Mapping[str, tuple[Pattern, ...]] = {
    name: tuple(pattern for sample in samples if (pattern := read_pattern(sample)) is not None)
    for name, samples in SAMPLES.items()
}
"""The same schemes, as the pattern of each level."""


def samples_of(numbering: tuple[str, ...] | str) -> tuple[str, ...]:
    """The first number of each level where a plan asks for `numbering`: a scheme by name, one sample, or several."""
    return SAMPLES.get(numbering, (numbering,)) if isinstance(numbering, str) else numbering
