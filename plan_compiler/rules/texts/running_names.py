"""Names that a running text has but for one slip, which nothing marks as names: 推进城北污水处里厂提标改造."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from plan_compiler.language.common_words import COMMON_WORDS
from plan_compiler.language.likeness import are_confused
from plan_compiler.language.proofing import Proofing
from plan_compiler.patterns import compiled

_ASCII = compiled(r"[\x00-\x7f]")
_SHORTEST = 6
"""How long a name is at least: of shorter ones, one character makes too often another word."""
_SHORTEST_CUT = 8
"""The same, of which a character is left out."""
_GRAM = 3
"""How many characters of a half of a name are looked for before the half itself."""
_PLACE = 2
"""How long the name of a place is at least that a name may begin with."""
_MOST = 20
"""How many names of one half are compared."""
_OFTEN = 3
"""What is written so often is meant so."""


class Slip(Struct, frozen=True):
    """A stretch of a text that is a name but for one slip."""

    start: int
    end: int
    name: str


class HalfNames(Struct, frozen=True):
    """Names by either half, which one slip leaves whole; `lengths` of the halves by their first characters."""

    begun: Mapping[str, Sequence[str]]
    ended: Mapping[str, Sequence[str]]
    lengths: Mapping[str, tuple[int, ...]]
    names: frozenset[str]

    @staticmethod
    def of(names: Iterable[str]) -> "HalfNames":
        """Those of `names` that are long enough, and are words alone, without letters of which there are wider or smaller ones."""
        own = frozenset(name for name in names if len(name) >= _SHORTEST and name.isalpha() and not _ASCII.search(name))
        begun: dict[str, list[str]] = {}
        ended: dict[str, list[str]] = {}
        lengths: dict[str, set[int]] = {}
        for name in sorted(own):
            half = len(name) // 2
            for halves, part in ((begun, name[:half]), (ended, name[-half:])):
                halves.setdefault(part, []).append(name)
                lengths.setdefault(part[:_GRAM], set()).add(half)
        return HalfNames(begun, ended, {gram: tuple(sorted(each)) for gram, each in lengths.items()}, own)

    def slips(self, text: str, times: Callable[[str], int], known: Proofing) -> Iterator[Slip]:
        """The stretches of a text that one slip of typing makes of one name. `times` tells how often the plan prints words, which then are no slips."""
        lengths = self.lengths
        places = [at for at in range(len(text) - _GRAM + 1) if text[at : at + _GRAM] in lengths]
        found = {slip for at in places for slip in self._at(text, at) if _is_sure(text, times, slip, known)}
        longest = dict[int, Slip]()
        for slip in sorted(found, key=lambda each: (each.start - each.end, each.start, each.name)):
            around = {own for at in range(slip.start, slip.end) if (own := longest.get(at)) is not None}
            if not around:
                longest.update(dict.fromkeys(range(slip.start, slip.end), slip))
        alike = Counter((slip.start, slip.end) for slip in found)
        yield from (slip for slip in dict.fromkeys(longest.values()) if alike[slip.start, slip.end] == 1)

    def _at(self, text: str, at: int) -> Iterator[Slip]:
        """What may be names that have their whole half at `at`, and in the other a slip, but for its end."""
        for length in self.lengths[text[at : at + _GRAM]]:
            half, end = text[at : at + length], at + length
            for name in self.begun.get(half, ())[:_MOST]:
                for stop in (at + len(name) - 1, at + len(name), at + len(name) + 1):
                    if text.startswith(name[-1], stop - 1) and not text.startswith(name, at):
                        yield Slip(at, stop, name)
                if text.startswith(name[:-1], at) and not text.startswith(name, at):
                    yield Slip(at, at + len(name), name)
            for name in self.ended.get(half, ())[:_MOST]:
                for start in (end - len(name) - 1, end - len(name), end - len(name) + 1):
                    if start >= 0 and text.startswith(name[:_PLACE], start) and not text.endswith(name, 0, end):
                        yield Slip(start, end, name)


def _is_sure(text: str, times: Callable[[str], int], slip: Slip, known: Proofing) -> bool:
    """Whether a stretch is its name but for one slip, which makes words that the plan has nowhere else."""
    written, name = text[slip.start : slip.end], slip.name
    if written[-1:] != name[-1] and text[slip.end : slip.end + 1].isalpha():
        return False  # the end may be the beginning of another word
    match len(written) - len(name):
        case 0:
            stretch = _other_character(written, name, known)
        case 1:
            return _is_doubled(written, name)
        case -1:
            stretch = _left_out(written, name, known)
        case _:
            stretch = None
    if stretch is None or any(pair in COMMON_WORDS for pair in stretch):
        return False
    own = times(written)
    return own < _OFTEN and not any(times(pair) > own * written.count(pair) for pair in stretch)


def _other_character(written: str, name: str, known: Proofing) -> tuple[str, ...] | None:
    """The pairs of characters that one of the same sound or look, or two in each other's place, make; None for anything else."""
    differing = [at for at, char in enumerate(written) if char != name[at]]
    if not differing or differing[0] < _PLACE or len(differing) > 2:
        return None
    if any(written[at] in known.telling or name[at] in known.telling for at in differing):
        return None
    first, last = differing[0], differing[-1]
    swapped = last == first + 1 and (written[first], written[last]) == (name[last], name[first])
    if not swapped and not (first == last and are_confused(written[first], name[first])):
        return None
    return _pairs(written, first, last)


def _left_out(written: str, name: str, known: Proofing) -> tuple[str, ...] | None:
    """The pair that stands together where a character within a common word of a long name is left out."""
    at = next((at for at, char in enumerate(written) if char != name[at]), len(written))
    if len(name) < _SHORTEST_CUT or written != name[:at] + name[at + 1 :] or not _PLACE <= at < len(name) - 1:
        return None
    if name[at] in known.telling or name[at] in known.loose or name[at] in (name[at - 1], name[at + 1]):
        return None
    is_within_word = name[at - 1 : at + 1] in COMMON_WORDS or name[at : at + 2] in COMMON_WORDS
    return (written[at - 1 : at + 1],) if is_within_word else None


def _is_doubled(written: str, name: str) -> bool:
    """Whether one character within a name is typed twice."""
    at = next((at for at, char in enumerate(name) if char != written[at]), len(name))
    is_inside = _PLACE <= at < len(written) - 1
    return is_inside and written[at] == written[at - 1] and written[:at] + written[at + 1 :] == name


def _pairs(written: str, first: int, last: int) -> tuple[str, ...]:
    return tuple(written[at : at + 2] for at in range(max(0, first - 1), min(last + 1, len(written) - 1)))
