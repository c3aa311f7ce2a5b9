"""The text report, as a person at a terminal reads it."""

import re
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plan_compiler.diagnostics import RelatedFinding
from plan_compiler.report.excerpt import Excerpts
from plan_compiler.report.github import github_report
from plan_compiler.report.listing import MOST_ALIKE
from plan_compiler.report.terminal import cells, filled, fitted, wrapped
from plan_compiler.report.text import FindingWriter, text_report
from plan_compiler.report.visible import inert_line, visible
from tests.report.samples import (
    EVERYTHING,
    FAILED_SUM,
    HOSTILE,
    SUBTOTAL,
    WAIVED,
    finding,
    hostile_report,
    report,
    span,
)

ESCAPES = re.compile("\x1b\\[[0-9;]*m")


def excerpt(line: str, start: int, end: int, columns: int = 80) -> tuple[str, str]:
    source, carets = Excerpts({"a": line}, columns).lines(span("a", 1, start, end))
    return source, carets


def test_a_failed_sum_shows_place_source_arithmetic_and_advice() -> None:
    assert text_report(report(FAILED_SUM)) == (
        "content/projects/roads.yaml:3:17: 错误 SUM101 小计与分项之和不符\n"
        "    3 | stated: {total: 1006017, in_period: 6017}\n"
        "      |                 ^^^^^^^\n"
        "  基础设施项目小计列为 1006017，相加为 57381\n"
        "    基1   56981  道路  第 5 行\n"
        "    基12    400  桥    第 6 行\n"
        "    基13      —  未列\n"
        "  怎么办：核对各项目与小计\n"
        "\n"
        "1 个错误，0 个警告，0 条提示；已豁免 0 条；核对关系 12 条，另有 3 条无法核对（见 plan check --coverage）\n"
    )


def test_what_is_found_alike_in_one_file_is_listed_so_many_times_and_the_rest_counted() -> None:
    many = [replace(FAILED_SUM, subject=str(number)) for number in range(MOST_ALIKE + 7)]
    text = text_report(report(*many))
    assert text.count("SUM101 小计与分项之和不符") == MOST_ALIKE
    rest = "另有 7 处“小计与分项之和不符”没有逐条列出；全部见 `plan check --select SUM101 --format json`"
    assert f"content/projects/roads.yaml：{rest}\n" in text
    assert f"{MOST_ALIKE + 7} 个错误" in text
    log = github_report(report(*many))
    assert log.count("::error") == MOST_ALIKE
    assert rest in log


def test_english_says_the_same() -> None:
    text = text_report(report(FAILED_SUM, language="en"))
    assert "error SUM101 A subtotal is not the sum of its projects" in text
    assert "56981  道路  line 5" in text
    assert "help: mend a project or the subtotal" in text
    assert text.endswith(
        "errors: 1, warnings: 0, notes: 0; waived: 0; relations checked: 12, not checkable: 3 (see `plan check --coverage`)\n"
    )


def test_a_clean_plan_is_one_line() -> None:
    assert (
        text_report(report())
        == "没有发现问题；已豁免 0 条；核对关系 12 条，另有 3 条无法核对（见 plan check --coverage）\n"
    )


def test_waived_findings_are_shown_on_demand() -> None:
    assert "审计口径" not in text_report(report(WAIVED))
    shown = text_report(report(WAIVED), show_waived=True)
    assert "已豁免：审计口径不同，已核" in shown
    assert "怎么办" not in shown


def test_a_place_in_another_file_is_named_in_full() -> None:
    related = (
        RelatedFinding(span("plan.yaml", 2, 1, 3), "message", dict.fromkeys(("title", "stated", "computed"), "x")),
    )
    text = text_report(report(replace(FAILED_SUM, related=related)))
    assert "    x小计列为 x，相加为 x (content/plan.yaml:2:1)\n" in text


def test_text_columns_stand_at_the_left_and_long_names_give_way() -> None:
    names = ("短", "很长的项目名称" * 12)
    related = tuple(
        RelatedFinding(span("plan.yaml", 1, 1, 2), "member", {"id": "基1", "amount": "约1.5", "name": name})
        for name in names
    )
    lines = text_report(report(replace(FAILED_SUM, related=related)), columns=80).splitlines()
    members = [line for line in lines if "约1.5" in line]
    assert max(map(cells, members)) == 80
    assert len({cells(line[: line.index("content/")]) for line in members}) == 1
    assert "…" in members[1]


def test_a_place_that_finds_no_room_has_a_line_of_its_own() -> None:
    where = span(f"projects/{'long' * 10}.yaml", 6, 14, 21)
    related = (
        RelatedFinding(where, "member", {"id": "基础设施项目", "amount": "列为 1006017", "name": "相加为 705389"}),
        RelatedFinding(None, "member", {"id": "服务", "amount": "列为 294906", "name": "相加为 294906"}),
    )
    text = text_report(report(replace(FAILED_SUM, related=related)), columns=80)
    assert (
        "    基础设施项目  列为 1006017  相加为 705389\n"
        "        content/projects/longlonglonglonglonglonglonglonglonglong.yaml:6:14\n"
        "    服务           列为 294906  相加为 294906\n  怎么办"
    ) in text


def test_colour_is_only_what_was_asked_for() -> None:
    plain = text_report(EVERYTHING)
    coloured = text_report(EVERYTHING, colour=True)
    assert "\x1b" not in plain
    assert ESCAPES.sub("", coloured) == plain
    assert "\x1b[31;1m错误\x1b[0m" in coloured


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("columns", [None, 80])
def test_nothing_of_a_plan_steers_the_terminal_or_the_log(text: str, columns: int | None) -> None:
    shown = text_report(hostile_report(text), columns=columns, show_waived=True)
    assert all(char == "\n" or char.isprintable() or char == "　" for char in shown)
    for line in shown.splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
        assert "##vso[" not in line
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", shown)


@given(st.text())
def test_visible_text_is_one_printed_line(text: str) -> None:
    shown = visible(text)
    assert all(char.isprintable() or category(char) == "Zs" for char in shown)
    assert len(shown.splitlines()) <= 1
    assert inert_line(inert_line(shown)) == inert_line(shown)


# Excerpts


@pytest.mark.parametrize(
    ("line", "stretch", "shown", "before", "marked"),
    [
        ("total: 12", (8, 10), "total: 12", 7, 2),
        ("title: 规划。", (8, 10), "title: 规划。", 7, 4),
        ("规划：total", (4, 9), "规划：total", 6, 5),
        ("\ttotal: 1", (2, 7), "    total: 1", 4, 5),
        ("\ttotal: 1", (1, 2), "    total: 1", 0, 4),
        ("a\u200bb: 1", (3, 4), "a<U+200B>b: 1", 9, 1),
        ("a\u200bb: 1", (2, 3), "a<U+200B>b: 1", 1, 8),
        ("e\u0301te: 1", (3, 5), "e\u0301te: 1", 1, 2),
        ("각각: 1", (3, 4), "각각: 1", 4, 1),
        ("“十四五”时期", (2, 5), "“十四五”时期", 1, 6),
        ("a: \x1b[31m", (4, 5), "a: <U+001B>[31m", 3, 8),
        ("a: b", (5, 6), "a: b", 4, 1),
        ("a: b", (3, 3), "a: b", 2, 1),
        ("", (1, 1), "", 0, 1),
        ("👍🏽：x", (4, 5), "👍🏽：x", 6, 1),
    ],
)
def test_carets_stand_below_what_they_mark(
    line: str, stretch: tuple[int, int], shown: str, before: int, marked: int
) -> None:
    source, carets = excerpt(line, *stretch)
    assert source == f"    1 | {shown}"
    assert carets == "      | " + " " * before + "^" * marked


def test_a_stretch_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    lines = list(Excerpts({"a": "x: |\r\n  body  \r  more\n"}, 80).lines(span("a", 2, 3, 7, last=3)))
    assert lines == ["    2 |   body  ", "      |   ^^^^"]


def test_a_place_behind_the_file_or_in_an_unread_one_has_no_excerpt() -> None:
    excerpts = Excerpts({"a": "x"}, 80)
    assert list(excerpts.lines(span("a", 2, 1, 2))) == []
    assert list(excerpts.lines(span("b", 1, 1, 2))) == []


LINES = st.text(st.sampled_from("ab 规划，“”\t\u200b\u0301\x1b각👍"), max_size=300)


@given(LINES, st.integers(0, 300), st.integers(0, 300), st.integers(40, 120))
def test_excerpts_of_any_line_fit_and_their_carets_stand_below_shown_text(
    line: str, start: int, length: int, columns: int
) -> None:
    source, carets = excerpt(line, start + 1, start + 1 + length, columns)
    assert cells(source) <= columns
    assert carets.index("^") <= cells(source)
    assert len(carets) <= cells(source) + 1


def test_a_long_line_is_shown_around_the_place() -> None:
    line = "scope: " + "道路总长，" * 40 + "3626米" + "，绿化提升" * 40
    source, carets = excerpt(line, line.index("3626") + 1, line.index("3626") + 6)
    assert cells(source) <= 80
    assert source.startswith("    1 | …")
    assert source.endswith("…")
    left = carets.index("^")
    assert (
        "".join(char for char, at in zip(source, places(source), strict=True) if left <= at < len(carets)) == "3626米"
    )


def places(text: str) -> list[int]:
    return [cells(text[:index]) for index in range(len(text))]


def test_a_long_line_is_not_cut_within_a_combined_character() -> None:
    source, _ = excerpt("道e\u0301" * 200, 301, 303)
    assert source.startswith("    1 | …e\u0301道")
    source, _ = excerpt("e\u0301" * 200, 301, 303)
    assert source.startswith("    1 | …e\u0301")


def test_many_findings_in_one_long_line_take_little_time() -> None:
    line = "道" * 1_000_000
    found = (finding(where=span("plan.yaml", 1, column, column + 1)) for column in range(1, 1_000_000, 2000))
    whole = report(*found, files={"plan.yaml": line})
    writer = FindingWriter(whole)
    assert sum(text.endswith("^") for each in whole.findings for text in writer.lines(each)) == 500


# Lines and cells


@given(st.text(st.sampled_from("abc 123 规划纲要，。（）“”《》"), max_size=200), st.integers(20, 100))
def test_wrapped_lines_lose_nothing_and_fit(text: str, columns: int) -> None:
    lines = list(wrapped(text, columns, "  "))
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        unbreakable = not re.search(r"\S\s+\S", line.strip()) and len(re.findall(r"[规划纲要]", line)) <= 1
        assert cells(line) <= columns or unbreakable
        assert line.startswith("  ")


def test_lines_break_as_chinese_does() -> None:
    text = "基础设施项目，（含续建）列为 1006017 万元。"
    assert list(wrapped(text, 16, "")) == ["基础设施项目，", "（含续建）列为", "1006017 万元。"]
    assert list(wrapped("起因是基12、A区01等", 9, "")) == ["起因是", "基12、", "A区01等"]
    assert list(wrapped("", 16, "  ")) == []


def test_a_message_is_broken_on_a_terminal_only() -> None:
    args = {"title": "很长的标题" * 20, "stated": "1", "computed": "2"}
    shown = report(finding(SUBTOTAL, None, args))
    assert any(cells(line) > 80 for line in text_report(shown).splitlines())
    lines = text_report(shown, columns=80).splitlines()
    assert all(cells(line) <= 80 for line in lines)


def test_cutting_and_filling_count_cells() -> None:
    assert fitted("规划纲要", 8) == "规划纲要"
    assert fitted("规划纲要", 7) == "规划纲…"
    assert fitted("规划纲要", 6) == "规划…"
    assert filled("规划", 6) == "规划  "
    assert filled("规划", 6, right=True) == "  规划"
    assert filled("规划", 2) == "规划"
