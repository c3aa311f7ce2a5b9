"""Numbers of headings, captions, items and rows."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.patterns import SCHEMES, chinese_numeral, read_pattern
from plan_compiler.language.words import words
from plan_compiler.link.numbering import Numbering, number
from plan_compiler.model.plan import Plan


def numbered(language: str = "zh-CN", **parts: Any) -> Numbering:
    plan = Plan.model_validate({"title": "例", "period": "2021-2025", "language": language, "chapters": (), **parts})
    return number(plan, words(language))


def printed(numbering: Numbering) -> dict[NodePath, str]:
    return {path: label.printed for path, label in numbering.labels.items()}


def headings(*sections: dict[str, Any], **parts: Any) -> list[str]:
    return list(printed(numbered(chapters=sections, **parts)).values())


def titled(*below: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"title": "题", "sections": below, **keys}


def nest(depth: int) -> dict[str, Any]:
    return titled(*([nest(depth - 1)] if depth > 1 else []))


@pytest.mark.parametrize(
    ("sample", "first", "second", "eleventh", "hundred_and_first"),
    [
        ("一、", "一、", "二、", "十一、", "一百零一、"),
        ("（一）", "（一）", "（二）", "（十一）", "（一百零一）"),
        ("第一章", "第一章", "第二章", "第十一章", "第一百零一章"),
        ("1、", "1、", "2、", "11、", "101、"),
        ("1)", "1)", "2)", "11)", "101)"),
        ("01", "01", "02", "11", "101"),
        ("１．", "１．", "２．", "１１．", "１０１．"),
        ("①", "①", "②", "⑪", "(101)"),
        ("⑴", "⑴", "⑵", "⑾", "(101)"),
        ("㈠", "㈠", "㈡", "(11)", "(101)"),
        ("⒈", "⒈", "⒉", "⒒", "(101)"),
        ("Ⅰ.", "Ⅰ.", "Ⅱ.", "Ⅺ.", "(101)."),
        ("I.", "I.", "II.", "XI.", "CI."),
        ("i)", "i)", "ii)", "xi)", "ci)"),
        ("A.", "A.", "B.", "K.", "CW."),
        ("(a)", "(a)", "(b)", "(k)", "(cw)"),
        ("甲、", "甲、", "乙、", "11、", "101、"),
        ("Box 1", "Box 1", "Box 2", "Box 11", "Box 101"),
    ],
)
def test_a_sample_tells_the_rest(sample: str, first: str, second: str, eleventh: str, hundred_and_first: str) -> None:
    pattern = read_pattern(sample)
    assert pattern is not None
    assert [pattern.label((n,)) for n in (1, 2, 11, 101)] == [first, second, eleventh, hundred_and_first]


@pytest.mark.parametrize("sample", ["", "三、", "其中", "一、一", "2021年1", "zh-cn", "AB", "一" * 30, "11"])
def test_what_shows_no_single_first_number_is_no_pattern(sample: str) -> None:
    assert read_pattern(sample) is None


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(10, "十"), (12, "十二"), (20, "二十"), (100, "一百"), (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十"),
     (2300, "二千三百"), (9999, "九千九百九十九"), (10000, "10000"), (0, "0")],
)  # fmt: skip
def test_chinese_numerals(number: int, numeral: str) -> None:
    assert chinese_numeral(number) == numeral


@given(st.sampled_from([p for scheme in SCHEMES.values() for p in scheme]), st.integers(1, 9999), st.integers(1, 9999))
def test_different_numbers_have_different_labels(pattern: Any, a: int, b: int) -> None:
    assert (pattern.label((1, a)) == pattern.label((1, b))) == (a == b)


def test_large_numbers_stay_readable() -> None:
    roman, letters = read_pattern("I"), read_pattern("A")
    assert roman is not None
    assert letters is not None
    assert (roman.label((1994,)), roman.label((4000,)), letters.label((703,))) == ("MCMXCIV", "4000", "AAA")


def test_the_levels_of_the_schemes() -> None:
    assert headings(nest(5)) == ["一、", "（一）", "1、", "（1）", "①"]
    assert headings(nest(6), numbering="zh-chapter") == ["第一章", "第一节", "一、", "（一）", "1、", "（1）"]
    assert headings(nest(3), nest(2), numbering="decimal") == ["1", "1.1", "1.1.1", "2", "2.1"]


def test_below_the_last_level_of_a_scheme_nothing_is_printed() -> None:
    assert headings(nest(4), numbering=["一、", "（一）"]) == ["一、", "（一）"]


def test_counters_restart_under_each_parent() -> None:
    assert headings(titled(titled(), titled()), titled(titled())) == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_untitled_sections_are_transparent() -> None:
    assert headings(titled(titled(), {"sections": [titled(), titled()]}, titled())) == [
        "一、",
        "（一）",
        "（二）",
        "（三）",
        "（四）",
    ]


def test_an_unnumbered_section_is_not_counted_and_numbers_those_below_it() -> None:
    assert headings(titled(), titled(titled(), numbered=False), titled()) == ["一、", "（一）", "二、"]


def test_below_an_unnumbered_section_no_number_of_several_levels_is_given_twice() -> None:
    chapter = titled(titled(titled(), numbered=False), titled(titled()))
    assert headings(chapter, numbering="decimal") == ["1", "1.1", "1.1.1"]
    assert headings(titled(titled(), numbered=False), titled(), numbering="decimal") == ["1"]


def test_a_section_gives_the_formats_below_it() -> None:
    inner = titled(titled(titled(), titled()), numbering=["（1）", "1)"])
    assert headings(titled(inner), titled(titled())) == ["一、", "（一）", "（1）", "1)", "2)", "二、", "（一）"]


def test_a_single_pattern_and_a_scheme_in_a_section() -> None:
    assert headings(titled(titled(nest(1)), numbering="1)"))[:2] == ["一、", "1)"]
    assert headings(titled(titled(nest(1)), numbering="decimal")) == ["一、", "1.1", "1.1.1"]


def test_an_untitled_section_gives_formats_to_what_stands_in_its_place() -> None:
    assert headings(titled({"numbering": ["1)"], "sections": [titled(), titled()]})) == ["一、", "1)", "2)"]


def test_a_list_may_begin_deeper_than_the_formats_above_it() -> None:
    assert headings(titled(titled(nest(1), numbering=["①"])), numbering=["一、"]) == ["一、", "①"]


def test_a_published_number_is_printed_and_the_count_goes_on() -> None:
    numbering = numbered(chapters=[titled(), titled(stated={"label": "六、"}), titled()])
    assert [(x.counted, x.printed, x.stated) for x in numbering.labels.values()] == [
        ("一、", "一、", False),
        ("二、", "六、", True),
        ("三、", "三、", False),
    ]


def test_a_published_number_of_an_unnumbered_section() -> None:
    assert headings(titled(numbered=False, stated={"label": "附"})) == ["附"]


def test_bad_patterns_are_findings_at_their_place() -> None:
    body = [{"list": {"numbering": "项", "items": ["甲"]}}]
    numbering = numbered(numbering=["一、", "其中"], chapters=[titled(titled(), numbering="章", body=body)])
    found = [(d.where.path, d.subject) for d in numbering.diagnostics if d.where and hasattr(d.where, "path")]
    assert found == [
        (("numbering", 1), "其中"),
        (("chapters", 0, "body", 0, "list", "numbering"), "项"),
        (("chapters", 0, "numbering"), "章"),
    ]


TABLE = {"id": "targets", "title": "指标", "columns": {"2020": "实际"}, "groups": ()}
BOX = {"box": {"title": "工程", "body": "略"}}
FIGURE = {"figure": {"title": "图", "alt": "图", "file": "待补"}}


def test_captions_are_counted_through_the_document_and_boxes_by_chapter() -> None:
    first = titled(titled(body=[BOX, FIGURE]), body=[BOX, {"table": "more"}])
    second = titled(body=[BOX, FIGURE, {"table": "targets"}, {"table": "nothing"}])
    numbering = numbered(chapters=[first, second], indicators=[TABLE, {**TABLE, "id": "more"}])
    labels = [x for x in printed(numbering).values() if x[0] in "表图专"]
    assert labels == ["专栏1-1", "表1", "专栏1-2", "图1", "专栏2-1", "图2", "表2"]
    assert printed(numbering)[("indicators", 0)] == "表2"


def test_boxes_outside_numbered_chapters() -> None:
    foreword = titled(body=[BOX], numbered=False)
    assert [x for x in headings(foreword, titled(body=[BOX]), foreword) if "专" in x] == ["专栏1", "专栏1-1", "专栏2"]


def test_english_captions_have_a_space() -> None:
    numbering = numbered("en", chapters=[titled(body=[BOX, FIGURE])], numbering="decimal")
    assert list(printed(numbering).values()) == ["1", "Box 1-1", "Figure 1"]


def test_a_table_is_placed_once() -> None:
    numbering = numbered(chapters=[titled(body=[{"table": "targets"}, {"table": "targets"}])], indicators=[TABLE])
    (twice,) = numbering.diagnostics
    assert twice.kind.name == "table-placed-twice"
    assert twice.related[0].where == numbering.tables["targets"]


def test_list_items_follow_their_sample() -> None:
    box = {"box": {"title": "工程", "body": ["引语", {"list": {"numbering": "01", "items": ["甲", "乙"]}}]}}
    numbering = numbered(chapters=[titled(body=[{"list": {"items": ["甲"]}}, box])])
    path: NodePath = ("chapters", 0, "body", 1, "box", "body", 1, "list", "items")
    assert printed(numbering)[(*path, 1)] == "02"
    assert ("chapters", 0, "body", 0, "list", "items", 0) not in numbering.labels


def test_the_annex() -> None:
    row = {
        "name": "路",
        "scope": "略",
        "nature": "新建",
        "period": "2021",
        "total": "1",
        "in_period": "1",
        "owner": "局",
    }
    categories = [
        {"id": "a", "title": "甲", "projects": [{"id": "a1", **row}, {"id": "a2", **row}]},
        {"id": "b", "title": "乙", "projects": [{"id": "b1", **row}]},
    ]
    annex = {"id": "annex", "title": "附表", "unit": "万元", "categories": categories}
    assert list(printed(numbered(annex=annex)).values()) == ["附表", "一", "二", "1", "2", "3"]


def test_headings_are_numbered_as_the_language_does() -> None:
    assert headings(titled(titled())) == ["一、", "（一）"]
    assert headings(titled(titled()), language="en") == ["1", "1.1"]
    assert headings(titled(titled()), language="en", numbering="zh") == ["一、", "（一）"]
