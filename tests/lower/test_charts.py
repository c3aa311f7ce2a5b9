import copy
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.document.charts import Bars, Progress, Schedule, Trajectory
from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import Chart
from plan_compiler.lower import lower
from plan_compiler.lower.chart_axis import ticks
from tests.lower.plans import linked_plan

TABLE: Any = {
    "id": "targets",
    "title": "主要指标",
    "columns": {"2020": "实际", "2022": "完成", "2023": "中期目标", "2025": "目标"},
    "groups": (
        {
            "title": "效益",
            "indicators": tuple(
                {"id": name, "name": title, "unit": unit, "attribute": "预期性", "values": values}
                for name, title, unit, values in (
                    ("output", "产值", "亿元", {"2020": "78", "2022": "96.50", "2023": "120", "2025": "220"}),
                    ("spent", "投资", "亿元", {"2020": "5000万元", "2023": "约100～110", "2025": "130"}),
                    ("energy", "能耗", "吨/万元", {"2020": "2.51", "2023": "≤2.42", "2025": "≤2.35"}),
                    ("air", "空气", "-", {"2020": "良", "2025": "优"}),
                )
            ),
        },
    ),
}


def project(entity: str, period: str, total: str, in_period: str) -> Any:
    return {
        "id": entity, "name": f"项目{entity}", "scope": "一", "nature": "新建", "period": period, "total": total,
        "in_period": in_period, "owner": "甲",
    }  # fmt: skip


ANNEX = {
    "id": "annex",
    "title": "项目表",
    "unit": "万元",
    "categories": (
        {
            "id": "roads",
            "title": "道路",
            "stated": {"total": "301"},
            "projects": (project("a", "2019-2022", "100", "60"), project("b", "2022-2030", "200", "90")),
        },
        {"id": "parks", "title": "公园", "projects": (project("c", "未定", "50.5", "0"),)},
    ),
}


def chart(**fields: Any) -> Chart:
    body = ({"table": "targets"}, {"chart": fields})
    document = lower(linked_plan(indicators=(TABLE,), annex=ANNEX, chapters=({"title": "章", "body": body},)))
    (found,) = (block for block in document.parts[2].blocks if isinstance(block, Chart))
    return found


def test_lines_of_one_unit_share_a_panel_and_values_keep_their_text() -> None:
    data = chart(kind="trajectory", of=("output", "energy", "spent")).data
    assert isinstance(data, Trajectory)
    assert [[line.name for line in panel.lines] for panel in data.panels] == [["产值", "投资"], ["能耗"]]
    output, spent = data.panels[0].lines
    assert [value and value.text for value in output.values] == ["78", "96.50", "120", "220"]
    assert output.targets == 2
    assert [value and (value.value, value.low, value.high) for value in spent.values] == [
        (Fraction(1, 2), None, None),
        None,
        (Fraction(205, 2), 90, 115),  # “about” widens both ends
        (130, None, None),
    ]
    bound = data.panels[1].lines[0].values[-1]
    assert bound is not None
    assert (bound.value, bound.text) == (Fraction("2.35"), "≤2.35")
    assert data.panels[1].columns[0].title == "2020年"


def test_progress_is_from_the_latest_measured_value_to_the_last_target() -> None:
    data = chart(kind="progress", of=("output",)).data
    assert isinstance(data, Progress)
    (level,) = data.levels
    assert (level.year, level.value.text, level.target_year, level.target.text) == (
        "2022年",
        "96.50亿元",
        "2025年",
        "220亿元",
    )
    assert [step.text for step in level.steps] == ["120"]
    assert level.share == "44%"


def test_amounts_by_category_are_those_the_annex_prints() -> None:
    data = chart(kind="investment").data
    assert isinstance(data, Bars)
    assert data.measures == ("总投资", "规划期内投资")
    assert [(g.name, [bar and bar.text for bar in g.bars]) for g in data.groups] == [
        ("道路", ["301", "150"]),
        ("公园", ["50.5", "0"]),
    ]


def test_amounts_by_year_of_start_gather_what_began_before_the_plan() -> None:
    data = chart(kind="investment", by="start").data
    assert isinstance(data, Bars)
    assert [(g.name, g.note, g.bars[0] and g.bars[0].text) for g in data.groups] == [
        ("2020年及以前", "1个项目", "100"),
        ("2022年", "1个项目", "200"),
        ("未定", "1个项目", "50.5"),
    ]
    by_period = chart(kind="investment", by="period", of="roads").data
    assert isinstance(by_period, Bars)
    assert [group.name for group in by_period.groups] == ["2019-2022", "2022-2030"]


def test_schedule_shows_the_plan_and_two_years_around_it() -> None:
    found = chart(kind="schedule")
    assert isinstance(found.data, Schedule)
    assert (found.data.first, found.data.last, found.data.plan) == (2019, 2027, (2021, 2025))
    assert [[(w.serial, w.start, w.end, w.text) for w in g.works] for g in found.data.groups] == [
        [("1", 2019, 2022, "2019-2022"), ("2", 2022, 2030, "2022-2030")],
        [("3", None, None, "未定")],
    ]
    assert found.alt == "横道图。共3个项目，2019年至2030年，其中1个期限未定：道路（2个项目）、公园（1个项目）。"


def test_caption_and_words_come_from_the_figures_unless_they_are_written() -> None:
    found = chart(kind="trajectory", of=("output", "energy"))
    assert found.caption.label == "图1"
    assert plain_text(found.caption.title) == "产值、能耗走势"
    assert found.alt == (
        "折线图。产值：2020年78亿元、2022年96.50亿元、2023年120亿元、2025年220亿元；"
        "能耗：2020年2.51吨/万元、2023年≤2.42吨/万元、2025年≤2.35吨/万元。"
    )
    own = chart(kind="trajectory", of=("output",), title="产值", alt="产值逐年上升。", id="course")
    assert (plain_text(own.caption.title), own.alt, own.caption.anchor) == ("产值", "产值逐年上升。", "course")


def test_what_cannot_be_drawn_is_left_out() -> None:
    data = chart(kind="trajectory", of=("output", "air", "unknown")).data
    assert isinstance(data, Trajectory)
    assert [line.name for panel in data.panels for line in panel.lines] == ["产值"]


@given(st.lists(st.fractions(-(10**12), 10**12, max_denominator=1000), min_size=1, max_size=8))
def test_every_value_lies_on_its_axis_which_has_few_round_steps(values: list[Fraction]) -> None:
    found = ticks(values)
    assert found[0].value <= min(values)
    assert max(values) <= found[-1].value
    assert 2 <= len(found) <= 8
    steps = {b.value - a.value for a, b in pairwise(found)}
    assert len(steps) == 1
    assert all(Fraction(tick.text) == tick.value for tick in found)


def test_an_axis_has_thousands_separators_where_its_values_have_them() -> None:
    def steps(grouped: bool, *values: Fraction) -> list[str]:
        return [tick.text for tick in ticks(values, grouped=grouped)]

    assert steps(True, Fraction(0), Fraction(4000)) == ["0", "1,000", "2,000", "3,000", "4,000"]
    assert steps(True, Fraction(1000), Fraction("1000.8"))[:2] == ["1,000.0", "1,000.2"]
    assert steps(False, Fraction(0), Fraction(4000))[1] == "1000"


@pytest.mark.parametrize(("text", "top"), [("4,000", "4,000"), ("4000", "4000")])
def test_the_axis_of_a_trajectory_is_printed_as_its_table_is(text: str, top: str) -> None:
    table = copy.deepcopy(TABLE)
    table["groups"][0]["indicators"][0]["values"] = {"2020": "1500", "2025": text}
    body = ({"table": "targets"}, {"chart": {"kind": "trajectory", "of": ("output",)}})
    document = lower(linked_plan(indicators=(table,), chapters=({"title": "章", "body": body},)))
    (found,) = (block for block in document.parts[2].blocks if isinstance(block, Chart))
    assert isinstance(found.data, Trajectory)
    assert found.data.panels[0].ticks[-1].text == top


@pytest.mark.parametrize(
    ("heading", "note"), [("2025年目标", "目标"), ("2025 目标", "目标"), ("目标", "目标"), ("2025年", "")]
)
def test_a_heading_that_begins_with_its_year_does_not_print_it_twice(heading: str, note: str) -> None:
    table = {**TABLE, "columns": {**TABLE["columns"], "2025": heading}}
    body = ({"table": "targets"}, {"chart": {"kind": "trajectory", "of": ("output",)}})
    document = lower(linked_plan(indicators=(table,), chapters=({"title": "章", "body": body},)))
    (found,) = (block for block in document.parts[2].blocks if isinstance(block, Chart))
    assert isinstance(found.data, Trajectory)
    last = found.data.panels[0].columns[-1]
    assert (last.title, last.note) == ("2025年", note)
