"""How much two entities are alike: by name, by words, by the fields that are equal. Linear in the length of the texts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from plan_compiler.diff.entities import Node, values
from plan_compiler.model.base import Model
from plan_compiler.model.chapter import Section
from plan_compiler.model.tables import Row
from plan_compiler.quantity.number import Number

_LONGEST = 2000
"""Characters of a text that are looked at."""
_FEWEST_FIGURES, _FEWEST_DIGITS = 2, 4
"""Of equal figures that tell a row: two rows may well have a 1 in both columns."""
_FEWEST_PAIRS = 20
_CANDIDATES = 12
_RARE = 60
"""A pair of letters that more entities share than this tells them apart no longer."""


class Portrait:
    """What an entity is recognised by."""

    def __init__(self, node: Node) -> None:
        self.node = node

    @cached_property
    def name(self) -> Counter[str]:
        """The pairs of letters in its name; of a text, in its words."""
        record = self.node.record
        return pairs(record if isinstance(record, str) else self.node.entity.name)

    @cached_property
    def fields(self) -> dict[tuple[str, ...], object]:
        """Its fields, numbers by their value."""
        if not isinstance(self.node.record, Model):
            return {}
        found = values(self.node.record).items()
        return {way: value.value if isinstance(value, Number) else value for way, value in found if value is not False}

    @cached_property
    def words(self) -> Counter[str]:
        """The pairs of letters in what else is written of it."""
        texts = [
            v for way, v in self.fields.items() if isinstance(v, str) and len(v) > 8 and v != self.node.entity.name
        ]
        return pairs("\n".join(texts))

    @cached_property
    def figures(self) -> frozenset[tuple[tuple[str, ...], object]]:
        """What a row of a table has in its columns, but for noughts."""
        record = self.node.record
        found = values(record).items() if isinstance(record, Row) else ()
        return frozenset((way, value.value) for way, value in found if isinstance(value, Number) and value.value)

    @cached_property
    def contents(self) -> Counter[str]:
        """The pairs of letters in what stands below a heading."""
        record = self.node.record
        return pairs("\n".join(_texts(record))) if isinstance(record, Section) else Counter()


def _texts(section: Section) -> Iterator[str]:
    body = section.body
    yield from (body,) if isinstance(body, str) else (part for part in body or () if isinstance(part, str))
    for below in section.sections:
        yield below.title or ""
        yield from _texts(below)


def pairs(text: str) -> Counter[str]:
    """The pairs of neighbouring letters of a text, spaces left out."""
    plain = "".join(text[:_LONGEST].split()).casefold()
    return Counter(plain[index : index + 2] for index in range(len(plain) - 1)) if len(plain) > 1 else Counter([plain])


def overlap(a: Counter[str], b: Counter[str]) -> float:
    """The share of pairs that both have (Dice's coefficient): 1 for the same, 0 for nothing in common."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0


def likeness(a: Portrait, b: Portrait) -> float:
    """From 0 to 1. The name counts half; fields that are equal and words that are shared count for the rest.

    A row is also known by its figures, a section by what stands below its heading, whatever they are called.
    """
    return max(_alike(a, b), _figures_alike(a, b), _contents_alike(a, b))


def _figures_alike(a: Portrait, b: Portrait) -> float:
    """The share of figures that are equal, of rows that have several: few rows have two in common by chance."""
    both = a.figures & b.figures
    digits = sum(char.isdecimal() for _, value in both for char in str(value))
    tells = len(both) >= _FEWEST_FIGURES and digits >= _FEWEST_DIGITS
    return len(both) / max(len(a.figures), len(b.figures)) if tells else 0.0


def _contents_alike(a: Portrait, b: Portrait) -> float:
    least = min(a.contents.total(), b.contents.total())
    return overlap(a.contents, b.contents) if least >= _FEWEST_PAIRS else 0.0


def _alike(a: Portrait, b: Portrait) -> float:
    named = overlap(a.name, b.name)
    if isinstance(a.node.record, str) or not a.fields:
        return named
    ways = a.fields.keys() | b.fields.keys()
    equal = sum(a.fields.get(way) == b.fields.get(way) for way in ways) / len(ways)
    if not (a.words or b.words) or (a.words.total() < 2 and b.words.total() < 2):
        return 0.6 * named + 0.4 * equal
    return 0.5 * named + 0.3 * equal + 0.2 * overlap(a.words, b.words)


class Index:
    """Entities by the pairs of letters in their names, so that time does not grow with the product of two versions."""

    def __init__(self, portraits: Sequence[Portrait]) -> None:
        self.portraits = portraits
        self._by_pair: defaultdict[str, list[int]] = defaultdict(list)
        for position, portrait in enumerate(portraits):
            for pair in portrait.name:
                self._by_pair[pair].append(position)

    def near(self, portrait: Portrait) -> Iterable[int]:
        """The positions of the few that share most with `portrait`, by pairs that tell entities apart."""
        if len(self.portraits) <= _CANDIDATES:
            return range(len(self.portraits))
        shared: Counter[int] = Counter()
        for pair in portrait.name:
            found = self._by_pair.get(pair, ())
            if len(found) <= _RARE:
                shared.update(found)
        return [position for position, _ in shared.most_common(_CANDIDATES)]


def best_pairs(
    old: Sequence[Portrait], new: Sequence[Portrait], threshold: float
) -> Iterator[tuple[Portrait, Portrait, float]]:
    """Pairs that are alike at least by `threshold`, the most alike first, each entity once."""
    index = Index(new)
    scored = []
    for i, portrait in enumerate(old):
        for j in index.near(portrait):
            score = likeness(portrait, new[j])
            if score >= threshold:
                scored.append((-score, abs(i - j), i, j))
    taken_old, taken_new = set[int](), set[int]()
    for score, _, i, j in sorted(scored):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield old[i], new[j], -score
