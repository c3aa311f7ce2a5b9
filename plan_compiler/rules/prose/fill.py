"""Stretches of words that name nothing: 到2025年，力争; 将达到."""

from collections.abc import Iterable

from msgspec import Struct

from plan_compiler.quantity.lexicon import Lexicon

_DIGITS = 4
_CENTURIES = ("19", "20")
_OPENING, _CLOSING = ("“", '"'), ("”", '"')


class Fill(Struct, frozen=True):
    """The words of one kind. Years, ends of plans (“十四五”末) and spaces may stand among them.

    Each word is taken once, the longest at its place, so that the time is in proportion to the text.
    """

    words: Lexicon
    year: str
    """Behind four digits: 年."""
    plans: tuple[str, ...]
    plan_ends: tuple[str, ...]
    """The longest first, as the plans."""

    @staticmethod
    def of(words: Iterable[str], year: str, plans: Iterable[str], plan_ends: Iterable[str]) -> "Fill":
        """The fill of `words`, in small letters."""
        longest = [tuple(sorted(each, key=len, reverse=True)) for each in (plans, plan_ends)]
        return Fill(Lexicon.of(word.lower() for word in words if word), year, *longest)

    def end(self, text: str, start: int = 0) -> int:
        """How far such words go on from `start`."""
        at = start
        while at < len(text):
            step = 1 if text[at].isspace() else self._dated(text, at) or len(self.words.at(text, at))
            if not step:
                break
            at += step
        return at

    def fills(self, text: str, start: int = 0, stop: int | None = None) -> bool:
        """Whether nothing else stands from `start` to `stop`."""
        stretch = text[start:stop]
        return self.end(stretch) == len(stretch)

    def _dated(self, text: str, at: int) -> int:
        """The length of the year or of the end of a plan at `at`; 0 for none."""
        year = text[at : at + _DIGITS]
        if year.startswith(_CENTURIES) and len(year) == _DIGITS and year.isascii() and year.isdigit():
            alone = not text[at - 1 : at].isdecimal() and not text[at + _DIGITS : at + _DIGITS + 1].isdecimal()
            behind = len(self.year) if text.startswith(self.year, at + _DIGITS) else 0
            return _DIGITS + behind if alone else 0
        begin = at + text.startswith(_OPENING, at)
        if not text.startswith(self.plans, begin):
            return 0
        plan = next(plan for plan in self.plans if text.startswith(plan, begin))
        end = begin + len(plan)
        end += text.startswith(_CLOSING, end)
        last = next((word for word in self.plan_ends if text.startswith(word, end)), "")
        return end + len(last) - at if last else 0
