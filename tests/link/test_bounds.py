"""Figures with a bound (≤2.35), quoted and computed with; changes of rates; cells that word their figure."""

import pytest

from plan_compiler.link.linked import Unknown
from plan_compiler.quantity.quantity import Quantity
from tests.link.plans import linked_text

TABLE = """\
id: targets
title: 主要指标
columns: {2025: 基期, 2030: 目标}
groups:
  - title: 水
    indicators:
      - {id: use, name: 用水总量, unit: 亿立方米, attribute: 约束性, values: {2025: 2.41, 2030: ≤2.35}}
      - {id: farm, name: 农业用水, unit: 亿立方米, attribute: 约束性, values: {2025: 1.52, 2030: 1.4}}
      - {id: tap, name: 自来水普及率, unit: '%', attribute: 预期性, values: {2025: 92.5, 2030: 98以上}}
"""
FILES = {"indicators.yaml": TABLE, "facts.yaml": "- {id: saving, formula: '(use[2025] - use[2030]) / use[2025]'}\n"}


@pytest.mark.parametrize(
    ("expr", "bound", "printed"),
    [
        ("use[2030]", "≤", "≤2.35亿立方米"),
        ("use[2030] | 0.00", "≤", "2.35亿立方米"),
        ("saving", "≥", "≥2.5%"),
        ("tap[2030]", "≥", "98%以上"),
        ("farm[2030]", "", "1.4亿立方米"),
        ("farm[2030] / use[2030]", "", "60%"),
        ("tap[2030] - tap[2025]", "≥", "5.5个百分点"),
    ],
)
def test_a_text_quotes_the_bound(expr: str, bound: str, printed: str) -> None:
    form = linked_text(f"见{{{{ {expr} }}}}。", FILES).form()
    assert (form.bound, form.printed) == (bound, printed)
    assert isinstance(form.result, Quantity)
    assert form.result.interval.width is not None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("控制在{{ use[2030] }}以内", "2.35亿立方米"),
        ("不低于{{ tap[2030] }}", "98%"),
        ("达到{{ tap[2030] }}", "98%以上"),
        ("达到{{ gdp[2030] }}", "约220亿元"),
        ("达到约{{ gdp[2030] }}", "220亿元"),
        ("控制在{{ fire[2030] }}以下", "3.0‰"),
        ("受害率{{ fire[2030] }}", "≤3.0‰"),
    ],
)
def test_a_qualified_figure_is_printed_with_its_words_unless_the_text_has_some(text: str, printed: str) -> None:
    more = """\
      - {id: gdp, name: 总产值, unit: 亿元, attribute: 预期性, values: {2025: 78, 2030: 约220}}
      - {id: fire, name: 受害率, unit: '‰', attribute: 约束性, better: lower, values: {2025: ≤4.0, 2030: ≤3.0}}
"""
    assert linked_text(f"{text}。", {**FILES, "indicators.yaml": TABLE + more}).form().printed == printed


def test_the_figure_itself_stays_a_bound() -> None:
    plan = linked_text("正文。", FILES)
    saving = plan.plan.figures["saving"]
    assert isinstance(saving.result, Quantity)
    assert saving.result.interval.high is None
    assert isinstance(saving.at_bound, Quantity)
    assert saving.at_bound.interval.high is not None
    assert saving.is_bounded


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[5.5个百分点](=tap[2030] - tap[2025])", []),
        ("[5.5%](=tap[2030] - tap[2025])", ["unit-mismatch"]),
        ("[2.5个百分点](=saving)", ["unit-mismatch"]),
        ("[2%](=100% - tap[2030])", []),
        ("[2.35亿方](=use[2030])", []),
        ("[2.35亿户](=use[2030])", ["unit-mismatch"]),
        ("{{ tap[2030] | 0.0 }}%", ["unit-printed-twice"]),
        ("{{ use[2030] | 0.00 }}万立方米", ["unit-printed-twice"]),
        ("{{ use[2030] | 0.00 }}以内", []),
        ("{{ tap[2030] - tap[2025] | 0.0% }}", ["number-format"]),
        ("{{ farm【2030】 }}", []),
    ],
)
def test_units_of_what_is_printed(text: str, names: list[str]) -> None:
    assert linked_text(text + "。", FILES).names == names


def test_a_cell_of_another_kind_is_one_finding_and_has_no_value() -> None:
    files = {"indicators.yaml": TABLE.replace("98以上", "98（预计）").replace("1.4}", "1.4亿元以上}")}
    plan = linked_text("见{{ tap[2030] }}和{{ farm[2030] }}。", files)
    assert plan.names == ["unit-mismatch", "unit-mismatch"]
    assert isinstance(plan.result("tap[2030]"), Unknown)
    assert isinstance(plan.result("farm[2030]"), Unknown)


@pytest.mark.parametrize(
    ("period", "names"),
    [
        ("2026-2030", []),
        ("2026年—2030年", []),
        ("2026", []),
        ("2026-30", ["malformed-plan-period"]),
        ("2030-2026", ["malformed-plan-period"]),
        ("十五五", ["malformed-plan-period"]),
    ],
)
def test_the_period_of_the_plan(period: str, names: list[str]) -> None:
    head = f"title: 例\nperiod: {period}\n"
    assert linked_text("年均{{ per_year(100万元) }}。", head=head).names == names


@pytest.mark.parametrize(("years", "names"), [("[2028, 2030, 2035]", []), ("[2028, 2040]", ["year-outside-plan"])])
def test_milestones(years: str, names: list[str]) -> None:
    head = f"title: 例\nperiod: 2026-2030\nmilestones: {years}\noutlook: 2035\n"
    assert linked_text("正文。", head=head).names == names


@pytest.mark.parametrize(("year", "said"), [("2025", "blank"), ("2027", "unknown")])
def test_a_year_without_a_value(year: str, said: str) -> None:
    files = {"indicators.yaml": TABLE.replace("2025: 1.52, ", "")}
    (diagnostic,) = linked_text(f"见{{{{ farm[{year}] }}}}。", files).diagnostics
    assert diagnostic.message == said
