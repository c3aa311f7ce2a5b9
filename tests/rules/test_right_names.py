"""Names and lengths of projects and tables that are right, and were once told."""

import pytest

from tests.rules.plans import codes, in_text, of_projects


@pytest.mark.parametrize(
    "text",
    [
        "建成地铁1号线、城际铁路1号线。",
        "改造人民路、人民公路。",
        "加快赶超全国先进水平，加快恢复到往年水平，增强责任感加快工作进度，提升站位加大工作力度。",
        "地上5万平方米计划用于商业，地下2万平方米拟建停车场。",
        "龙江路以东，重点建设机场大道以北的区域。",
    ],
)
def test_names_and_verbs_that_are_right(text: str) -> None:
    assert codes(in_text(text)) == []


@pytest.mark.parametrize(
    "scope",
    [
        "路面改造5.1公里，全长5.1公里",
        "新建绿化2公里，道路长5.1公里",
        "铺设管网3公里，全长5.1公里",
        "路灯单侧4公里，长5.1公里",
    ],
)
def test_what_goes_along_a_road_has_a_length_of_its_own(scope: str) -> None:
    name = "{}（甲路-瑶溪路）"
    rows = (
        {"name": name.format("道路改建"), "scope": "全长5.1公里"},
        {"name": name.format("景观提升"), "scope": scope},
    )
    assert "PRJ323" not in codes(of_projects(*rows))


def test_widths_of_one_name_are_compared() -> None:
    assert "PRJ325" not in codes(of_projects({"scope": "红线宽36米，一期长568米，路面宽24米"}))
    assert "PRJ325" in codes(of_projects({"scope": "红线宽36米，一期长568米，红线宽24米"}))
