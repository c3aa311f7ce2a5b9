"""An entry that one side gave another id, or another title, is followed: what the other side did to it is done to it."""

import pytest

from plan_compiler.edit.merging import merge
from plan_compiler.edit.merging_marks import Merged

BASE = """\
groups:
  - title: 效益
    indicators:
      - id: output  # 统计局口径
        name: 总产值
        unit: 亿元
        values: {2020: 78, 2025: 220}
      - id: revenue
        name: 总收入
        unit: 亿元
        values: {2020: 60, 2025: 190}
"""
RENAMED = BASE.replace("id: output", "id: total_output")
RAISED = BASE.replace("2025: 220", "2025: 230")
BOTH = RENAMED.replace("2025: 220", "2025: 230")


def merged(base: str, ours: str, theirs: str) -> Merged:
    found = merge(base.encode(), ours.encode(), theirs.encode())
    assert found is not None
    return found


def test_what_the_other_side_changed_lands_on_the_new_id() -> None:
    assert merged(BASE, RENAMED, RAISED) == Merged(BOTH, 0)
    assert merged(BASE, RAISED, RENAMED) == Merged(BOTH, 0)


def test_comments_of_the_other_side_land_there_too() -> None:
    noted = BASE.replace("# 统计局口径", "# 统计局核定").replace(
        "      - id: output", "      # 首要\n      - id: output"
    )
    expected = noted.replace("id: output", "id: total_output")
    assert merged(BASE, RENAMED, noted) == Merged(expected, 0)
    assert merged(BASE, noted, RENAMED) == Merged(expected, 0)


def test_a_group_with_another_title_is_followed() -> None:
    titled = BASE.replace("title: 效益", "title: 质量效益")
    assert merged(BASE, titled, RAISED) == Merged(titled.replace("2025: 220", "2025: 230"), 0)


def test_two_new_ids_for_one_entry_are_one_conflict() -> None:
    other = BASE.replace("id: output", "id: gross_output").replace("2025: 190", "2025: 200")
    found = merged(BASE, RENAMED, other)
    assert found.conflicts == 1
    conflict = found.text[found.text.index("<<<<<<<") : found.text.index(">>>>>>>")].splitlines()
    assert [line.split("#")[0].strip() for line in conflict] == [
        "<<<<<<< ours", "- id: total_output", "=======", "- id: gross_output",
    ]  # fmt: skip
    assert "2025: 200" in found.text


def test_one_new_id_for_both_is_none() -> None:
    raised = RENAMED.replace("2025: 190", "2025: 200")
    assert merged(BASE, RENAMED.replace("2025: 220", "2025: 230"), raised) == Merged(
        raised.replace("2025: 220", "2025: 230"), 0
    )


def test_a_new_id_and_an_entry_taken_away_are_one_conflict() -> None:
    without = BASE.replace(BASE[BASE.index("      - id: output") : BASE.index("      - id: revenue")], "")
    for ours, theirs in ((RENAMED, without), (without, RENAMED)):
        found = merged(BASE, ours, theirs)
        assert found.conflicts == 1
        assert found.text.count("total_output") == 1


def test_another_entry_is_none_under_another_id() -> None:
    """Ours changed one that theirs replaced by another indicator: nothing is laid on that."""
    last = BASE[BASE.index("      - id: revenue") :]
    other = BASE.replace(
        last, "      - id: tax\n        name: 税收\n        unit: 亿元\n        values: {2020: 8, 2025: 20}\n"
    )
    found = merged(BASE, BASE.replace("2025: 190", "2025: 200"), other)
    assert found.conflicts == 1
    assert (
        "      - id: tax\n        name: 税收\n        unit: 亿元\n        values: {2020: 8, 2025: 20}\n" in found.text
    )


def test_two_roads_are_two_however_alike() -> None:
    """Ours replaced one road by another with the same figures; what theirs says of the first is not said of the second."""
    road = "- id: road_a\n  name: 东路\n  unit: 万元\n  total: 100\n  period: 2026-2028\n  owner: 城建局\n"
    ours = road.replace("road_a", "road_b").replace("东路", "西路")
    found = merged(road, ours, road.replace("100", "150"))
    assert found.conflicts == 1
    shared = "- id: a\n  name: 其他\n  unit: 万元\n  total: 100\n  period: 2026-2028\n"
    ours = shared.replace("id: a", "id: b").replace("100", "900").replace("2028", "2027")
    assert merged(shared, ours, shared + "  note: 注\n").conflicts == 1


def test_an_id_that_theirs_has_given_to_something_else_meanwhile_is_left_to_git() -> None:
    other = BASE + "      - id: total_output\n        name: 别的\n        unit: 亿元\n        values: {2020: 1}\n"
    assert merge(BASE.encode(), RENAMED.encode(), other.encode()) is None


@pytest.mark.parametrize("ours_first", [True, False])
def test_lists_of_words_grow_on_both_sides(ours_first: bool) -> None:
    base = "title: 规划\nchapters:\n  - a.yaml  # 总论\n  - b.yaml\n  - c.yaml\nstatus: 草案\n"
    one = base.replace("  - b.yaml\n", "  - b.yaml\n  - b2.yaml  # 新章\n")
    other = base.replace("  - a.yaml  # 总论\n", "").replace("  - c.yaml\n", "  - c.yaml\n  - d.yaml\n")
    expected = "title: 规划\nchapters:\n  - b.yaml\n  - b2.yaml  # 新章\n  - c.yaml\n  - d.yaml\nstatus: 草案\n"
    assert merged(base, *((one, other) if ours_first else (other, one))) == Merged(expected, 0)


def test_what_theirs_put_first_comes_first() -> None:
    first = "      - id: gdp\n        name: 地区生产总值\n"
    theirs = BASE.replace("    indicators:\n", f"    indicators:\n{first}")
    ours = BASE.replace("2025: 190", "2025: 200")
    assert merged(BASE, ours, theirs) == Merged(theirs.replace("2025: 190", "2025: 200"), 0)


def test_all_ids_of_a_long_list_renamed_at_once_are_followed() -> None:
    def rows(letter: str, total: int) -> str:
        return "".join(
            f"- id: {letter}{n}\n  name: 项目{n}\n  total: {total + n}\n  period: 2021-2025\n" for n in range(800)
        )

    assert merged(rows("a", 0), rows("b", 0), rows("a", 5)) == Merged(rows("b", 5), 0)
