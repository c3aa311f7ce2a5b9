"""The words of each language: complete, distinct, and the same shape in both."""

from fractions import Fraction
from types import MappingProxyType

import pytest
from msgspec import Struct
from msgspec.structs import fields

from plan_compiler.language.vocabulary import Attribute, Nature, Qualifier, Words
from plan_compiler.language.words import LANGUAGES, UnknownLanguageError, words

EACH_LANGUAGE = pytest.mark.parametrize("known", LANGUAGES, ids=lambda known: known.language)


@pytest.mark.parametrize(
    ("tag", "language"),
    [("zh-CN", "zh-CN"), ("zh", "zh-CN"), ("zh_Hans", "zh-CN"), ("ZH-cn", "zh-CN"), ("en", "en"), ("en-GB", "en")],
)
def test_words_are_found_by_the_language_of_a_tag(tag: str, language: str) -> None:
    assert words(tag).language == language


@pytest.mark.parametrize("tag", ["", "fr", "-", "zhuang"])
def test_an_unknown_language_is_named(tag: str) -> None:
    with pytest.raises(UnknownLanguageError, match="zh-CN, en") as error:
        words(tag)
    assert error.value.language == tag


@EACH_LANGUAGE
def test_every_qualifier_nature_and_attribute_has_a_word(known: Words) -> None:
    qualifiers = known.qualifiers
    assert {*qualifiers.before.values(), *qualifiers.after.values(), *qualifiers.inside.values()} == set(Qualifier)
    assert set(known.meanings.natures.values()) == set(Nature)
    assert set(known.meanings.attributes.values()) == set(Attribute)


@EACH_LANGUAGE
def test_words_cannot_be_changed(known: Words) -> None:
    for part in fields(known):
        value = getattr(known, part.name)
        for field in fields(value) if isinstance(value, Struct) else ():
            assert isinstance(getattr(value, field.name), str | bool | int | tuple | frozenset | MappingProxyType)


@EACH_LANGUAGE
def test_a_unit_name_means_one_unit(known: Words) -> None:
    names = (known.units.symbols, known.units.counters, dict.fromkeys(known.units.bare))
    assert len({name for group in names for name in group}) == sum(map(len, names))


def test_published_words_have_their_meaning() -> None:
    chinese = words("zh-CN")
    assert chinese.qualifiers.before["不低于"] is Qualifier.AT_LEAST
    assert chinese.qualifiers.before["突破"] is Qualifier.MORE_THAN
    assert chinese.qualifiers.after["以内"] is Qualifier.AT_MOST
    assert chinese.meanings.natures["续建"] is Nature.CONTINUED
    assert chinese.meanings.attributes["约束性"] is Attribute.BINDING
    assert "未定" in chinese.meanings.undecided
    assert "待补" in chinese.meanings.placeholders
    assert chinese.numerals.fractions["三分之二"] == Fraction(2, 3)


def test_templates_take_what_they_are_given() -> None:
    for known in LANGUAGES:
        assert "2025" in known.indicator_columns.year.format(year=2025)
        assert "13" in known.captions.page.format(page=13)
        amount = known.annex_columns.amount.format(title="总投资", unit="万元")
        assert amount.index("总投资") < amount.index("万元")
