"""Texts compared by units of meaning."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.diff.words import compare, units, weight

_TEXTS = st.text(alphabet="到2025年，产值达300.5亿元、约%增长-ab 三十", max_size=40)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("规上工业总产值为220亿元", "220亿元"),
        ("年均增长12.5%以上", "12.5%以上"),
        ("产值不低于1200万元", "不低于1200万元"),
        ("面积约22.1万平方米", "约22.1万平方米"),
        ("培育2-3个集群", "2-3个"),
        ("到2025年底", "2025年"),
        ("建成5G基站1,200座", "1,200座"),
        ("改造三千万元", "三千万元"),
        ("编号B-05地块", "B-05"),
        ("覆盖99%", "99%"),
    ],
)
def test_a_figure_is_one_unit(text: str, whole: str) -> None:
    assert whole in units(text)


@given(_TEXTS)
def test_units_joined_are_the_text(text: str) -> None:
    assert "".join(units(text)) == text


@given(_TEXTS, _TEXTS)
def test_stretches_cover_both_texts_and_keep_only_what_is_the_same(before: str, after: str) -> None:
    old, new = units(before), units(after)
    stretches = compare(old, new, weight)
    assert "".join("".join(old[slice(*s.old)]) for s in stretches) == before
    assert "".join("".join(new[slice(*s.new)]) for s in stretches) == after
    assert all(old[slice(*s.old)] == new[slice(*s.new)] for s in stretches if s.kept)
    assert all(one.kept != other.kept for one, other in pairwise(stretches))


@given(_TEXTS)
def test_a_text_differs_from_itself_in_nothing(text: str) -> None:
    assert all(stretch.kept for stretch in compare(units(text), units(text), weight))


def _changes(before: str, after: str) -> list[tuple[str, str]]:
    old, new = units(before), units(after)
    pairs = [(old[slice(*s.old)], new[slice(*s.new)]) for s in compare(old, new, weight) if not s.kept]
    return [("".join(one), "".join(other)) for one, other in pairs]


def test_a_figure_changes_as_a_whole() -> None:
    assert _changes("总产值达到120亿元左右", "总产值达到220亿元左右") == [("120亿元左右", "220亿元左右")]


def test_a_lone_character_between_changes_belongs_to_them() -> None:
    assert _changes("大力提升的能力", "全面增强的水平") == [("大力提升的能力", "全面增强的水平")]


def test_words_between_changes_are_kept() -> None:
    assert _changes("加快建设创新平台体系", "继续建设创新平台网络") == [("加快", "继续"), ("体系", "网络")]
