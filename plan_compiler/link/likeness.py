"""The nearest right word to a wrong one."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

_CANDIDATES = 20
_LIKE_ENOUGH = 0.6
_MOST_QUESTIONS = 100
_LONGEST = 60


class Likeness:
    """Words, found by likeness. An index of letter pairs picks a few candidates, which are then compared in full.

    After a hundred questions no more are answered: a plan with that many wrong names has another trouble, and the
    time stays bounded.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = words
        self._index: defaultdict[str, list[str]] | None = None
        self._answers: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """The word most like `word`; None where none is like enough, or it is too long to be one."""
        if len(word) > _LONGEST:
            return None
        if word not in self._answers:
            if len(self._answers) >= _MOST_QUESTIONS:
                return None
            self._answers[word] = self._find(word)
        return self._answers[word]

    def _find(self, word: str) -> str | None:
        index = self._pairs()
        shared = Counter(candidate for pair in _pairs(word) for candidate in index.get(pair, ()))
        best, score = None, _LIKE_ENOUGH
        for candidate, _ in shared.most_common(_CANDIDATES):
            ratio = SequenceMatcher(None, word, candidate).ratio()
            if ratio > score:
                best, score = candidate, ratio
        return best

    def _pairs(self) -> defaultdict[str, list[str]]:
        if self._index is None:
            self._index = defaultdict(list)
            for word in (w for w in self._words if len(w) <= _LONGEST):
                for pair in _pairs(word):
                    self._index[pair].append(word)
        return self._index


def _pairs(word: str) -> Iterable[str]:
    """Its pairs of letters, each once, in the order of the word: of words that are as like, the same one is found every time."""
    framed = f" {word.casefold()} "
    return dict.fromkeys(framed[i : i + 2] for i in range(len(framed) - 1))
