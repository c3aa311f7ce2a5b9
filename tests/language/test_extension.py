"""A plan's own words."""

from plan_compiler.language.extension import SECTIONS, VocabularyFault, extended
from plan_compiler.language.vocabulary import Attribute, Nature
from plan_compiler.language.words import words


def test_words_get_the_meaning_of_a_name_or_of_another_word() -> None:
    known, faults = extended(
        words("zh-CN"),
        {
            "natures": {"盘活": "alteration", "待建": "新建"},
            "attributes": {"指导性": "expected"},
            "undecided": {"另定": ""},
            "placeholders": {"后补": ""},
        },
    )
    assert faults == ()
    assert known.meanings.natures["盘活"] is Nature.ALTERATION
    assert known.meanings.natures["待建"] is Nature.NEW
    assert known.meanings.natures["续建"] is Nature.CONTINUED
    assert known.meanings.attributes["指导性"] is Attribute.EXPECTED
    assert "另定" in known.meanings.undecided
    assert "后补" in known.meanings.placeholders


def test_the_language_itself_stays_as_it_is() -> None:
    extended(words("zh-CN"), {"natures": {"盘活": "new"}})
    assert "盘活" not in words("zh-CN").meanings.natures
    assert extended(words("en"), {}) == (words("en"), ())


def test_what_means_nothing_is_left_out_and_told() -> None:
    known, faults = extended(
        words("zh-CN"), {"natures": {"盘活": "什么"}, "attributes": {"盘活": "new"}, "colours": {"红": "red"}}
    )
    assert known == words("zh-CN")
    assert faults == (
        VocabularyFault("colours", "", SECTIONS),
        VocabularyFault("natures", "盘活", tuple(nature.value for nature in Nature)),
        VocabularyFault("attributes", "盘活", ("expected", "binding")),
    )
