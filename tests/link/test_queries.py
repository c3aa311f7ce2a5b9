"""Questions to a linked plan."""

import pytest

from plan_compiler.link.queries import find_ids, why
from tests.link.plans import ANNEX, HEAD, INDICATORS, Linked, linked

PLAN = """\
chapters:
  - id: review
    title: 发展回顾
    body:
      - |
        实际拆除[12157户](:=demolished)，占{{ share(demolished, households) | 0.0% }}，产值[220亿元](=output[2025])。
      - list: {id: nine, items: [甲, 乙]}
"""


@pytest.fixture(scope="module")
def plan() -> Linked:
    return linked(
        {
            "plan.yaml": HEAD + PLAN,
            "facts.yaml": "- {id: households, name: 总改造户数, value: 12261户}\n- {id: rest, formula: households - demolished}\n",
            "indicators.yaml": INDICATORS,
            "annex.yaml": ANNEX,
            "organizations.yaml": "- {id: bureau, name: 建设局}\n",
            "assertions.yaml": "- {id: fewer, that: demolished < households, because: 拆除不超过总数}\n",
        }
    )


def test_why_a_formula(plan: Linked) -> None:
    explanation = why(plan.plan, "rest")
    assert explanation is not None
    (figure,) = explanation.figures
    assert (figure.printed, figure.formula) == ("104户", "households - demolished")
    assert figure.node.needs == ("households", "demolished")
    assert explanation.uses == ()


def test_why_an_indicator_by_id_name_or_year(plan: Linked) -> None:
    by_id, by_name, by_year = (why(plan.plan, name) for name in ("output", "规上工业总产值", "output[2025]"))
    assert by_id is not None
    assert by_year is not None
    assert by_id == by_name
    assert [figure.node.key for figure in by_id.figures] == ["output[2020]", "output[2023]", "output[2025]"]
    assert [figure.printed for figure in by_year.figures] == ["220亿元"]
    assert [use.place.path for use in by_id.uses] == [("chapters", 0, "body", 0)]


def test_why_the_rest(plan: Linked) -> None:
    keys = {
        name: [figure.node.key for figure in found.figures]
        for name in ("r1", "roads", "nine", "bureau", "demolished", "count(nine)")
        if (found := why(plan.plan, name)) is not None
    }
    assert keys == {
        "r1": ["r1.total", "r1.in_period"],
        "roads": ["roads.total", "roads.in_period", "count(roads)"],
        "nine": ["count(nine)"],
        "bureau": [],
        "demolished": ["demolished"],
        "count(nine)": ["count(nine)"],
    }
    assert why(plan.plan, "nothing") is None


def test_why_a_figure_without_a_value(plan: Linked) -> None:
    explanation = why(plan.plan, "air[2025]")
    assert explanation is not None
    assert explanation.figures[0].printed == ""


@pytest.mark.parametrize(
    ("words", "first", "paste"),
    [
        ("总产值", "output", "[220亿元](=output[2025])"),
        ("OUTPUT", "output", "[220亿元](=output[2025])"),
        ("财政 收入", "revenue", None),
        ("拆除", "demolished", "[12157户](=demolished)"),
        ("改造 户数", "households", "[12261户](=households)"),
        ("甲路", "r1", "[100万元](=r1.total)"),
        ("道路", "roads", "[300万元](=roads.total)"),
        ("nine", "nine", "[2](=count(nine))"),
        ("发展回顾", "review", "[](#review)"),
        ("建设局", "bureau", "owner: bureau"),
        ("fewer", "fewer", "fewer"),
        ("空气", "air", "air"),
        ("demolishd", "demolished", "[12157户](=demolished)"),
    ],
)
def test_finding_ids(plan: Linked, words: str, first: str, paste: str | None) -> None:
    match = find_ids(plan.plan, words)[0]
    assert match.symbol.id == first
    if paste is not None:
        assert match.paste == paste


def test_a_text_tells_what_its_figure_is(plan: Linked) -> None:
    assert find_ids(plan.plan, ["demolished"])[0].context == "实际拆除12157户，占"


def test_finding_nothing(plan: Linked) -> None:
    assert find_ids(plan.plan, "") == ()
    assert find_ids(plan.plan, "zzzzzzzz") == ()
