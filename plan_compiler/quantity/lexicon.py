"""Finding the words of a list in a text: the longest one at a place. A few look-ups a place, with nothing to compile."""

from collections.abc import Iterable, Mapping

from msgspec import Struct


class Lexicon(Struct, frozen=True):
    """A list of words. A word in Latin letters is found only where no other letter or digit goes on with it."""

    words: frozenset[str]
    first: Mapping[str, tuple[int, ...]]
    """How long the words are that begin with a character, the longest first."""
    last: Mapping[str, tuple[int, ...]]
    """How long those are that end with it."""

    @staticmethod
    def of(*lists: Iterable[str]) -> "Lexicon":
        """The words of all lists."""
        words = frozenset(word for words in lists for word in words)
        return Lexicon(words, _lengths(words, 0), _lengths(words, -1))

    def at(self, text: str, start: int) -> str:
        """The longest word that begins at `start`; "" for none."""
        for length in self.first.get(text[start : start + 1], ()):
            word = text[start : start + length]
            if word in self.words and not (
                _is_letter(word[-1]) and _goes_on(text[start + length : start + length + 1])
            ):
                return word
        return ""

    def ending(self, text: str) -> str:
        """The longest word that `text` ends with; "" for none."""
        for length in self.last.get(text[-1:], ()):
            word = text[-length:]
            if word in self.words and not (_is_letter(word[0]) and _goes_on(text[-length - 1 : -length])):
                return word
        return ""


def _lengths(words: Iterable[str], at: int) -> dict[str, tuple[int, ...]]:
    by_character: dict[str, set[int]] = {}
    for word in words:
        by_character.setdefault(word[at], set()).add(len(word))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in by_character.items()}


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _goes_on(char: str) -> bool:
    return char.isascii() and char.isalnum()
