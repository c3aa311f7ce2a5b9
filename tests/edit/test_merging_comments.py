"""Comments that theirs has added, in the text of ours: where they belong, as they were set; and how lines end."""

import pytest

from plan_compiler.edit.merging import merge

BASE = "a: 1\nb: 2\nrows:\n  - id: x\n    v: 1\n  - id: y\n    v: 2\n"
OURS = BASE.replace("b: 2", "b: 3")


def merged(base: str, ours: str, theirs: str) -> str:
    found = merge(base.encode(), ours.encode(), theirs.encode())
    assert found is not None
    assert found.conflicts == 0
    return found.text


@pytest.mark.parametrize(
    ("line", "commented"),
    [
        ("a: 1\n", "# above\na: 1\n"),
        ("a: 1\n", "# of the file\n\na: 1\n"),
        ("rows:\n", "\n# one\n\n# two\n\nrows:\n"),
        ("  - id: y\n", "  # of a row\n  - id: y\n"),
        ("    v: 2\n", "    # of a field\n\n    v: 2\n"),
        ("    v: 2\n", "    v: 2\n# at the end\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_comment_of_theirs_is_set_where_it_was(line: str, commented: str, newline: str) -> None:
    base, ours, theirs, both = (
        text.replace("\n", newline)
        for text in (BASE, OURS, BASE.replace(line, commented), OURS.replace(line, commented))
    )
    assert merged(base, ours, theirs) == both


def test_a_comment_belongs_to_its_place_also_where_it_stands_elsewhere() -> None:
    def noted(text: str, *rows: str) -> str:
        for row in rows:
            text = text.replace(f"  - id: {row}\n", f"  # to be asked\n  - id: {row}\n")
        return text

    assert merged(noted(BASE, "x"), noted(OURS, "x"), noted(BASE, "x", "y")) == noted(OURS, "x", "y")
    assert merged(BASE, noted(OURS, "x"), noted(BASE, "x", "y")) == noted(OURS, "x", "y")
    assert merged(BASE, noted(OURS, "x"), noted(BASE, "x")) == noted(OURS, "x")
    assert merged(BASE, noted(OURS, "y"), noted(BASE, "x")) == noted(OURS, "x", "y")


def test_a_file_that_ends_without_a_line_break() -> None:
    assert merged(BASE, OURS.rstrip("\n"), f"{BASE}# end\n") == f"{OURS}# end\n"


def test_the_marks_of_a_conflict_end_as_the_lines_of_the_file_do() -> None:
    sides = (text.replace("\n", "\r\n").encode() for text in (BASE, OURS, BASE.replace("b: 2", "b: 4")))
    found = merge(*sides)
    assert found is not None
    assert "<<<<<<< ours\r\nb: 3\r\n=======\r\nb: 4\r\n>>>>>>> theirs\r\n" in found.text
    assert "\n" not in found.text.replace("\r\n", "")


TABLE = """\
# 主要指标
rows:
  # 一、产值
  - id: output  # 统计局口径
    name: 总产值
    values: {2020: 78, 2025: 220}  # 待核
# 二、收入
  - id: revenue
    name: 总收入
    note: |  # 原文
      # 这一行是正文
      甲
    values:  # 亿元
      2020: 60
      2025: 190   # 征求意见
"""
MINE = TABLE.replace("name: 总收入", "name: 营业收入").replace("2020: 78", "2020: 79")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# 统计局口径", "# 统计局核定"),
        ("  # 统计局口径", ""),
        ("2025: 220}  # 待核", "2025: 230}  # 已核"),
        ("2025: 220}  # 待核", "2025: 230}"),
        ("name: 总产值", "name: 总产值  # 规上"),
        ("  # 亿元", "  # 万元"),
        ("  # 亿元", ""),
        ("2025: 190   # 征求意见", "2025: 200\t# 定稿"),
        ("  # 一、产值", "  # 一、工业产值"),
        ("  # 一、产值\n", ""),
        ("# 二、收入", "# 二、营业收入"),
        ("# 二、收入\n", ""),
        ("# 二、收入\n", "# 二、收入\n\n  # 含税\n"),
        ("# 主要指标\n", ""),
        ("# 主要指标\n", "# 主要指标（2025）\n\n"),
        ("# 征求意见\n", "# 征求意见\n# 完\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_theirs_did_to_a_comment_is_done(old: str, new: str, newline: str) -> None:
    base, ours, theirs, both = (
        text.replace("\n", newline) for text in (TABLE, MINE, TABLE.replace(old, new), MINE.replace(old, new))
    )
    assert theirs != base
    assert merged(base, ours, theirs) == both


def test_of_two_comments_in_one_place_none_is_lost() -> None:
    ours = MINE.replace("# 统计局口径", "# 甲注").replace("  # 一、产值", "  # 甲：产值").replace("  # 亿元", "")
    theirs = (
        TABLE.replace("# 统计局口径", "# 乙注").replace("  # 一、产值", "  # 乙：产值").replace("  # 亿元", "  # 万元")
    )
    both = merged(TABLE, ours, theirs)
    assert "  # 甲：产值\n  # 乙：产值\n  - id: output  # 甲注 # 乙注\n" in both
    assert "    values:  # 万元\n" in both


def test_comments_go_with_the_entry_they_stand_above() -> None:
    first = TABLE[TABLE.index("  # 一、产值") : TABLE.index("# 二、收入")]
    assert merged(TABLE, TABLE.replace("总收入", "营业收入"), TABLE.replace(first, "")) == TABLE.replace(
        first, ""
    ).replace("总收入", "营业收入")
    new = "\n  # 新增\n  - id: tax  # 税务局\n    name: 税收\n\n"
    at = TABLE.index("# 二、收入")
    theirs = TABLE[:at] + new + TABLE[at:]
    assert merged(TABLE, MINE, theirs) == MINE.replace("# 二、收入", f"{new}# 二、收入")


def test_a_comment_of_ours_outlives_the_entry_that_theirs_took_away() -> None:
    ours = TABLE.replace("  # 一、产值\n", "  # 一、产值\n  # 我们的话\n").replace("总收入", "营业收入")
    first = TABLE[TABLE.index("  # 一、产值") : TABLE.index("# 二、收入")]
    both = merged(TABLE, ours, TABLE.replace(first, ""))
    assert "# 我们的话" in both
    assert "# 一、产值" not in both


def test_a_comment_in_the_depth_of_its_own_file() -> None:
    """Ours has set the whole file two columns deeper; a comment of theirs is set as deep as what it belongs to."""
    deeper = BASE.replace("  - ", "    - ").replace("    v", "      v").replace("b: 2", "b: 3")
    theirs = BASE.replace("  - id: y\n", "  # of a row\n  - id: y\n")
    assert "    # of a row\n    - id: y\n" in merged(BASE, deeper, theirs)
