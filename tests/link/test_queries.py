"""Questions to a linked plan."""

import pytest

from plan_compiler.link.queries import find_ids, near
from plan_compiler.link.why import Explanation, NoSuchFigure, why
from tests.link.plans import ANNEX, HEAD, INDICATORS, Linked, linked, linked_text

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
    assert isinstance(explanation, Explanation)
    (figure,) = explanation.figures
    assert (figure.printed, figure.formula) == ("104户", "households - demolished")
    assert figure.node.needs == ("households", "demolished")
    assert explanation.uses == ()


def test_why_an_indicator_by_id_name_or_year(plan: Linked) -> None:
    by_id, by_name, by_year = (why(plan.plan, name) for name in ("output", "规上工业总产值", "output[2025]"))
    assert isinstance(by_id, Explanation)
    assert isinstance(by_year, Explanation)
    assert by_id == by_name
    assert [figure.node.key for figure in by_id.figures] == ["output[2020]", "output[2023]", "output[2025]"]
    assert [figure.printed for figure in by_year.figures] == ["220亿元"]
    assert [use.place.path for use in by_id.uses] == [("chapters", 0, "body", 0)]


def test_why_the_rest(plan: Linked) -> None:
    keys = {
        name: [figure.node.key for figure in found.figures]
        for name in ("r1", "roads", "nine", "bureau", "demolished", "count(nine)")
        if isinstance(found := why(plan.plan, name), Explanation)
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
    assert isinstance(explanation, Explanation)
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


def test_a_figure_is_found_by_its_key(plan: Linked) -> None:
    assert [match.paste for match in find_ids(plan.plan, "output[2025]")] == ["[220亿元](=output[2025])"]
    assert [match.paste for match in find_ids(plan.plan, "r2.in_period")] == ["[120万元](=r2.in_period)"]


def test_what_is_meant_keeps_the_year_or_the_column(plan: Linked) -> None:
    assert near(plan.plan, "outptu[2025]")[0] == "output[2025]"
    assert near(plan.plan, "demolishd")[0] == "demolished"
    assert near(plan.plan, "zzzzzzzz.total") == ()


def test_a_text_tells_what_its_figure_is(plan: Linked) -> None:
    assert find_ids(plan.plan, ["demolished"])[0].context == "实际拆除12157户，占"


def test_why_one_year_tells_what_rests_on_that_year_alone(plan: Linked) -> None:
    by_year, other = why(plan.plan, "规上工业总产值[2025]"), why(plan.plan, "output[2020]")
    assert isinstance(by_year, Explanation)
    assert isinstance(other, Explanation)
    assert [use.place.path for use in by_year.uses] == [("chapters", 0, "body", 0)]
    assert "220亿元" in by_year.uses[0].words
    assert other.uses == ()


def test_why_there_is_no_such_figure(plan: Linked) -> None:
    missing = why(plan.plan, "output[2024]")
    assert isinstance(missing, NoSuchFigure)
    assert missing.keys == ("output[2020]", "output[2023]", "output[2025]")


def test_what_rests_on_a_project_rests_on_the_totals_above_it() -> None:
    plan = linked_text("总投资[1.03亿元](=annex.total)。", {"annex.yaml": ANNEX})
    project = why(plan.plan, "r1.total")
    assert isinstance(project, Explanation)
    assert project.uses == ()
    assert [(use.words, use.via) for use in project.indirect] == [("总投资[1.03亿元](=annex.total)。", "annex.total")]
    by_name = why(plan.plan, "甲路")
    assert isinstance(by_name, Explanation)
    assert by_name.symbol.id == "r1"


def test_amounts_are_found_by_their_columns_and_projects_by_their_owners(plan: Linked) -> None:
    found = find_ids(plan.plan, "总投资")
    assert [match.paste for match in found[:2]] == ["[10300万元](=annex.total)", "[10000万元](=parks.total)"]
    assert {match.symbol.id for match in find_ids(plan.plan, "建设局")} >= {"r1", "r2"}
    assert find_ids(plan.plan, "乙路 规划期内投资")[0].paste == "[120万元](=r2.in_period)"


def test_finding_nothing(plan: Linked) -> None:
    assert find_ids(plan.plan, "") == ()
    assert find_ids(plan.plan, "zzzzzzzz") == ()


def test_why_the_total_or_a_column_of_a_data_table() -> None:
    table = """\
id: budget
title: 投资
unit: 万元
columns: {fiscal: 财政, loan: 贷款}
rows:
  - {title: 道路, fiscal: 800, loan: 400}
  - {title: 桥梁, fiscal: 100, loan: 100}
  - {title: 总计, role: total, stated: {fiscal: 900}}
"""
    plan = linked_text("见[](#budget)，共[900万元](=budget.total.fiscal)。", {"tables/budget.yaml": table})
    form = list(plan.plan.forms.values())[-1]
    assert form.needs == ("budget.总计.fiscal",)
    keys = {
        name: [figure.node.key for figure in found.figures]
        for name in ("budget.total", "budget.total.loan", "budget.loan", "budget.道路")
        if isinstance(found := why(plan.plan, name), Explanation)
    }
    assert keys == {
        "budget.total": ["budget.总计.fiscal", "budget.总计.loan"],
        "budget.total.loan": ["budget.总计.loan"],
        "budget.loan": ["budget.道路.loan", "budget.桥梁.loan", "budget.总计.loan"],
        "budget.道路": ["budget.道路.fiscal", "budget.道路.loan"],
    }
    assert isinstance(why(plan.plan, "budget.nothing"), NoSuchFigure)
