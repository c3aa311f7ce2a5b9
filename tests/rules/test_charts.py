"""What a chart cannot draw is told with its place; the rest of it is drawn."""

import pytest

from plan_compiler.diagnostics import Finding
from tests.rules.plans import HEAD, annex, findings

TABLE = """\
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 120, 2025: 220}}
      - {id: lone, name: 独值, unit: 亿元, attribute: 预期性, values: {2020: —, 2023: —, 2025: 30}}
      - {id: air, name: 空气, unit: '-', attribute: 约束性, qualitative: true, values: {2020: 良, 2023: 良, 2025: 优}}
      - {id: loss, name: 盈亏, unit: 亿元, attribute: 预期性, values: {2020: -3, 2023: 0, 2025: 5}}
      - {id: waste, name: 直排, unit: '%', attribute: 约束性, values: {2020: 4, 2023: 1, 2025: 0}}
"""


def of_chart(chart: str, *rows: dict[str, str], table: str = TABLE) -> list[Finding]:
    body = f"{HEAD}chapters:\n  - title: 目标\n    body:\n      - table: targets\n      - chart: {{{chart}}}\n"
    files = {"annex.yaml": annex(*rows)} if rows else {}
    return [
        f for f in findings({"plan.yaml": body, "indicators.yaml": table, **files}) if f.kind.code.startswith("REF")
    ]


@pytest.mark.parametrize(
    ("chart", "message", "text"),
    [
        ("kind: trajectory", "of", "{"),
        ("kind: trajectory, of: [output, air]", "words", "air"),
        ("kind: trajectory, of: [output, lone]", "one_value", "lone"),
        ("kind: trajectory, of: [output, output]", "twice", "output"),
        ("kind: trajectory, of: output, by: start", "by", "start"),
        ("kind: progress, of: [output, lone]", "no_target", "lone"),
        ("kind: progress, of: [loss]", "no_scale", "loss"),
        ("kind: progress, of: [waste]", "no_scale", "waste"),
        ("kind: schedule", "no_projects", "{"),
    ],
)
def test_what_cannot_be_drawn_is_told_where_it_is_written(chart: str, message: str, text: str) -> None:
    (finding,) = of_chart(chart)
    assert (finding.kind.code, finding.diagnostic.message) == ("REF505", message)
    assert finding.span is not None
    line = f"      - chart: {{{chart}}}"
    assert line[finding.span.start.column - 1 :].startswith(text)


def test_an_unknown_name_is_the_usual_finding_with_a_suggestion() -> None:
    (finding,) = of_chart("kind: trajectory, of: [outputt]")
    assert (finding.kind.code, finding.diagnostic.args["near"]) == ("REF002", "output")


@pytest.mark.parametrize("chart", ["kind: trajectory, of: [r1]", "kind: schedule, of: [output]"])
def test_a_chart_of_another_kind_of_thing_is_refused(chart: str) -> None:
    (finding,) = of_chart(chart, {})
    assert finding.kind.code == "REF004"


def test_projects_without_years_make_no_schedule_but_can_be_summed() -> None:
    assert [f.diagnostic.message for f in of_chart("kind: schedule", {"period": "未定"})] == ["no_years"]
    assert of_chart("kind: investment, by: start", {"period": "未定"}) == []


def test_more_lines_than_can_be_told_apart() -> None:
    many = "".join(
        f"      - {{id: a{n}, name: 甲{n}, unit: 亿元, attribute: 预期性, values: {{2020: 1, 2023: 2, 2025: 3}}}}\n"
        for n in range(7)
    )
    names = ", ".join(f"a{n}" for n in range(7))
    (finding,) = of_chart(f"kind: trajectory, of: [{names}]", table=TABLE + many)
    assert (finding.diagnostic.message, finding.diagnostic.args) == (
        "many_lines",
        {"count": "7", "most": "6", "unit": "亿元"},
    )
    assert of_chart(f"kind: progress, of: [{names}]", table=TABLE + many) == []


def test_drawing_an_indicator_is_a_use_of_it() -> None:
    assert of_chart("kind: trajectory, of: [output]") == []


def test_that_there_are_no_projects_is_no_fault_where_they_could_not_be_read() -> None:
    head = f"{HEAD}chapters:\n  - title: 项目\n    body:\n      - chart: {{kind: investment, by: category}}\n"
    listed = "id: annex\ntitle: 项目表\nunit: 万元\ncategories: [projects/works.yaml]\n"
    broken = findings({"plan.yaml": head, "annex.yaml": listed, "projects/works.yaml": "id: works\ntitle: '工程\n"})
    assert {f.kind.code for f in broken} == {"YAM101"}
    assert "REF505" in {f.kind.code for f in findings({"plan.yaml": head})}
