"""A plan's own words, added to those of its language."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.vocabulary import Attribute, Nature, Words

_Meaning = TypeVar("_Meaning", bound=StrEnum)


class VocabularyFault(Struct, frozen=True):
    """An entry of a vocabulary that means nothing. `word` is "" where the section itself is unknown.

    `expected` lists what could stand there.
    """

    section: str
    word: str
    expected: tuple[str, ...]


SECTIONS = ("natures", "attributes", "undecided", "placeholders", "published")


def extended(known: Words, vocabulary: Mapping[str, Mapping[str, str]]) -> tuple[Words, tuple[VocabularyFault, ...]]:
    """`known` with a plan's own words, and the entries that had to be left out.

    A section of the vocabulary gives words their meanings: in `natures` and `attributes` the meaning is its English
    name (`new`) or a word that has it already (新建); in `undecided`, `placeholders` and `published` it does not matter.
    """
    meanings = known.meanings
    natures, nature_faults = _with_words("natures", meanings.natures, vocabulary, Nature)
    attributes, attribute_faults = _with_words("attributes", meanings.attributes, vocabulary, Attribute)
    own = replace(
        meanings,
        natures=natures,
        attributes=attributes,
        undecided=meanings.undecided | vocabulary.get("undecided", {}).keys(),
        published=meanings.published | vocabulary.get("published", {}).keys(),
        placeholders=meanings.placeholders | vocabulary.get("placeholders", {}).keys(),
    )
    unknown = tuple(VocabularyFault(section, "", SECTIONS) for section in vocabulary if section not in SECTIONS)
    return replace(known, meanings=own), (*unknown, *nature_faults, *attribute_faults)


def _with_words(
    section: str, known: Mapping[str, _Meaning], vocabulary: Mapping[str, Mapping[str, str]], kind: type[_Meaning]
) -> tuple[Mapping[str, _Meaning], list[VocabularyFault]]:
    by_name = {meaning.value: meaning for meaning in kind} | dict(known)
    faults = list[VocabularyFault]()
    added = dict[str, _Meaning]()
    for word, name in vocabulary.get(section, {}).items():
        if meaning := by_name.get(name):
            added[word] = meaning
        else:
            faults.append(VocabularyFault(section, word, tuple(meaning.value for meaning in kind)))
    return MappingProxyType({**known, **added}), faults
