"""Finding the words of a list in a text: the longest one at a place. A few look-ups a place, with nothing to compile."""

from collections.abc import Iterable

from msgspec import Struct


class Lexicon(Struct, frozen=True):
    """A list of words. A word in Latin letters is found only where no other letter or digit goes on with it."""

    words: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    lengths: tuple[int, ...]

    @staticmethod
    def of(*lists: Iterable[str]) -> "Lexicon":
        """The words of all lists."""
        words = frozenset(word for words in lists for word in words)
        first, last = frozenset(word[0] for word in words), frozenset(word[-1] for word in words)
        return Lexicon(words, first, last, tuple(sorted(set(map(len, words)), reverse=True)))

    def at(self, text: str, start: int) -> str:
        """The longest word that begins at `start`; "" for none."""
        if text[start : start + 1] not in self.first:
            return ""
        for length in self.lengths:
            word = text[start : start + length]
            if word in self.words and not (
                _is_letter(word[-1]) and _goes_on(text[start + length : start + length + 1])
            ):
                return word
        return ""

    def ending(self, text: str) -> str:
        """The longest word that `text` ends with; "" for none."""
        if text[-1:] not in self.last:
            return ""
        for length in self.lengths:
            word = text[-length:]
            if word in self.words and not (_is_letter(word[0]) and _goes_on(text[-length - 1 : -length])):
                return word
        return ""


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _goes_on(char: str) -> bool:
    return char.isascii() and char.isalnum()
