"""Figures: where they stand, what they are computed from, and why some have no value."""

from fractions import Fraction
from time import process_time

import pytest

from plan_compiler.diagnostics import Place
from plan_compiler.link.link import link
from plan_compiler.link.linked import Unknown
from plan_compiler.link.reasons import REASONS, Reason
from plan_compiler.model.plan import Plan
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity
from tests.link.plans import ANNEX, HEAD, INDICATORS, linked, linked_facts, linked_text

DATA = {"indicators.yaml": INDICATORS, "annex.yaml": ANNEX}


def test_indicators() -> None:
    plan = linked_text("正文。", DATA)
    output = plan.quantity("output[2025]")
    assert (output.nominal, output.unit.text) == (Fraction(220), "亿元")
    assert (output.interval.low, output.interval.high) == (Fraction("219.5"), Fraction("220.5"))
    assert plan.quantity("revenue[2020]").decimals == 1
    assert plan.quantity("revenue[2025]").interval == Interval.at_least(30)
    assert plan.quantity("revenue[2025]").unit.text == "亿元"
    assert plan.reason("revenue[2023]") == Reason.MISSING
    assert plan.reason("air[2025]") == Reason.QUALITATIVE
    node = plan.plan.figures["output[2025]"]
    assert node.home == Place(("indicators", 0, "groups", 0, "indicators", 0, "values", "2025"))
    assert (node.computed, node.needs) == (False, ())


def test_precision_of_an_indicator_may_be_declared() -> None:
    data = INDICATORS.replace("unit: 亿元,", "unit: 亿元, exact: true,", 1).replace(
        "name: 财政收入,", "name: 财政收入, decimals: 0,"
    )
    plan = linked_text("正文。", {"indicators.yaml": data})
    assert plan.quantity("output[2025]").interval.point == 220
    assert plan.quantity("revenue[2020]").decimals == 0


def test_a_cell_in_another_notation_than_its_column() -> None:
    data = INDICATORS.replace("2020: 78", "2020: 780000万元").replace("2025: 220", "2025: 50%")
    plan = linked_text("正文。", {"indicators.yaml": data})
    assert plan.names == ["unit-mismatch"]
    assert plan.quantity("output[2020]").unit.text == "万元"
    assert plan.reason("output[2025]") == Reason.UNIT


def test_a_worded_cell_in_a_unit_of_its_own() -> None:
    plan = linked_text("正文。", {"indicators.yaml": INDICATORS.replace("≥30", "≥3000万元")})
    assert plan.quantity("revenue[2025]").unit.text == "万元"
    multiplied = linked_text("正文。", {"indicators.yaml": INDICATORS.replace("≥30", "约30万").replace("亿元", "户")})
    assert multiplied.quantity("revenue[2025]").unit.text == "万户"


def test_sums_of_the_annex() -> None:
    plan = linked_text("正文。", DATA)
    assert plan.quantity("roads.total").interval.point == 300
    assert plan.quantity("roads.in_period").interval.point == 220
    assert plan.quantity("annex.total").interval.point == 10300
    assert plan.quantity("annex.total").unit.text == "万元"
    node = plan.plan.figures["roads.total"]
    assert (node.computed, node.home, node.needs) == (True, None, ("r1.total", "r2.total"))
    assert plan.plan.figures["annex.total"].needs == ("roads.total", "parks.total")
    assert plan.plan.figures["r1.total"].home == Place(("annex", "categories", 0, "projects", 0, "total"))


def test_an_empty_category_sums_to_nothing() -> None:
    annex = "id: annex\ntitle: 附表\nunit: 万元\ncategories:\n  - {id: roads, title: 道路, projects: []}\n"
    plan = linked_text("正文。", {"annex.yaml": annex})
    assert plan.quantity("annex.total").interval.point == 0
    assert plan.quantity("annex.total").unit.text == "万元"


def test_rounded_amounts() -> None:
    plan = linked_text("正文。", {"annex.yaml": ANNEX.replace("title: 道路", "title: 道路\n    exact: false")})
    assert plan.quantity("roads.total").interval == Interval(Fraction(299), Fraction(301))


def test_amounts_that_do_not_add() -> None:
    plan = linked_text("正文。", {"annex.yaml": ANNEX.replace("total: 100", "total: 100公里")})
    assert plan.names == ["unit-mismatch"]
    assert plan.reason("roads.total") == Reason.UNIT
    assert plan.reason("annex.total") == Reason.UNIT
    assert plan.quantity("roads.in_period").nominal == 220


def test_a_worded_cell_of_another_kind_than_its_column() -> None:
    plan = linked_text("正文。", {"indicators.yaml": INDICATORS.replace("≥30", "≥30户")})
    assert plan.names == ["unit-mismatch"]
    assert plan.reason("revenue[2025]") == Reason.UNIT


def test_a_stated_total_of_another_kind_than_its_amounts() -> None:
    plan = linked_text(
        "正文。", {"annex.yaml": ANNEX.replace("title: 道路", "title: 道路\n    stated: {total: 300户}")}
    )
    assert plan.names == ["unit-mismatch"]
    assert plan.quantity("roads.total").unit.text == "万元"


def test_counts() -> None:
    body = """\
chapters:
  - id: review
    title: 回顾
    body:
      - list: {id: nine, items: [甲, 乙]}
    sections: [{title: 甲}, {title: 乙}, {title: 丙}]
"""
    plan = linked({"plan.yaml": HEAD + body, **DATA})
    counts = {
        name: plan.quantity(f"count({name})").interval.point for name in ("nine", "review", "roads", "annex", "targets")
    }
    assert counts == {"nine": 2, "review": 3, "roads": 2, "annex": 3, "targets": 3}


def test_what_lacks_an_entry_is_not_summed() -> None:
    plan = linked_text("正文。", DATA).plan.plan
    rows = ("annex", "categories", 0, "projects")
    result, _ = link(plan, {}, frozenset(), frozenset({rows}))
    for key in ("roads.total", "annex.total", "annex.in_period", "count(roads)", "count(annex)"):
        value = result.figures[key].result
        assert isinstance(value, Unknown)
        assert value.reason == Reason.INCOMPLETE
    assert isinstance(result.figures["parks.total"].result, Quantity)
    whole, _ = link(plan, {}, frozenset(), frozenset({("annex", "categories")}))
    assert isinstance(whole.figures["annex.total"].result, Unknown)
    assert isinstance(whole.figures["roads.total"].result, Quantity)


def test_facts_as_worded() -> None:
    plan = linked_facts(
        "id: a, value: 约300亿元", "id: b, value: 12157户, exact: true", "id: c, value: 2-3个", "id: d, value: 78.10亩"
    )
    assert plan.quantity("a").interval == Interval(Fraction(270), Fraction(330))
    assert plan.quantity("b").interval.point == 12157
    assert plan.quantity("c").nominal is None
    assert plan.quantity("d").decimals == 2
    assert plan.plan.figures["a"].home == Place(("facts", 0, "value"))


def test_facts_that_are_none() -> None:
    plan = linked_facts(
        "id: a", "id: b, value: 1户, formula: a", "id: c, value: 许多", "id: d, formula: a +", "id: e, formula: d + c"
    )
    assert plan.names == [
        "fact-without-value",
        "fact-without-value",
        "unreadable-figure",
        "malformed-expression",
    ] or set(plan.names) == {"fact-without-value", "unreadable-figure", "malformed-expression"}
    assert [plan.reason(key) for key in "acde"] == [
        Reason.MISSING,
        Reason.UNREADABLE,
        Reason.MALFORMED,
        Reason.MALFORMED,
    ]
    assert plan.quantity("b").nominal == 1


def test_formulas_are_evaluated_in_the_order_of_their_needs() -> None:
    plan = linked_facts("id: a, formula: b * 2", "id: b, formula: c + c", "id: c, value: 3户")
    assert plan.quantity("a").nominal == 12
    node = plan.plan.figures["a"]
    assert (node.computed, node.needs, node.home) == (True, ("b",), Place(("facts", 0, "formula")))


def test_a_circle_is_one_finding() -> None:
    plan = linked_facts(
        "id: b, formula: c + 1",
        "id: c, formula: a + 1",
        "id: a, formula: b + 1",
        "id: d, formula: a",
        "id: e, formula: e",
    )
    assert plan.names == ["circular-figure", "circular-figure"]
    assert plan.diagnostics[0].args["cycle"] == "a → b → c → a"
    assert [related.args["id"] for related in plan.diagnostics[0].related] == ["b", "c"]
    assert plan.diagnostics[1].args["cycle"] == "e → e"
    assert {plan.reason(key) for key in "abcde"} == {Reason.CYCLE}


def test_ten_thousand_formulas_in_a_chain_and_in_a_circle() -> None:
    chain = [{"id": f"f{n}", "formula": f"f{n - 1} + 1"} for n in range(1, 10_000)]
    for first in ({"id": "f0", "value": "1"}, {"id": "f0", "formula": "f9999"}):
        plan = Plan.model_validate(
            {"title": "例", "period": "2021", "chapters": (), "facts": [*reversed(chain), first]}
        )
        start = process_time()
        result, diagnostics = link(plan, {}, frozenset(), frozenset())
        assert process_time() - start < 60
        last = result.figures["f9999"].result
        assert isinstance(last, Quantity if not diagnostics else Unknown)
        assert len(diagnostics) <= 1
        assert all(len(diagnostic.args["cycle"]) < 200 for diagnostic in diagnostics)


def test_formulas_that_square_each_other_stay_small() -> None:
    squares = [f"id: f{n}, formula: f{n - 1} * f{n - 1}" for n in range(1, 200)]
    plan = linked_facts("id: f0, value: 7户", *squares)
    assert plan.reason("f199") == Reason.MAGNITUDE
    assert plan.diagnostics == ()


def test_duplicates_keep_the_first_figure() -> None:
    plan = linked_facts(
        "id: a, value: 1户", "id: a, value: 2户", "id: b, value: 3户", "id: b, formula: a", "id: c, formula: b"
    )
    assert plan.names == ["duplicate-id", "duplicate-id"]
    assert [plan.quantity(key).nominal for key in "abc"] == [1, 3, 3]


@pytest.mark.parametrize(
    ("period", "years"), [("2021-2025", 5), ("2021—2035年", 15), ("“十四五”", None), ("2025-2021", None)]
)
def test_yearly_amounts_by_the_period_of_the_plan(period: str, years: int | None) -> None:
    head = HEAD.replace("2021-2025", period)
    plan = linked_text("正文。", {"facts.yaml": "- {id: a, value: 30亿元}\n- {id: b, formula: per_year(a)}\n"}, head)
    if years is None:
        assert plan.reason("b") == Reason.YEARS
    else:
        assert plan.quantity("b").nominal == Fraction(30, years)


def test_assertions() -> None:
    assertions = """\
- {id: whole, that: a + b == c, because: 合计}
- {id: none, that: a + b, because: 不是比较}
- {id: units, that: a <= d, because: 单位不同}
- {id: broken, that: a <=, because: 写错}
- {id: unknown, that: a <= e, because: 没有}
- {id: inner, that: a + d == c, because: 加不了}
"""
    facts = ("id: a, value: 1户", "id: b, value: 2户", "id: c, value: 3户", "id: d, value: 4亿元")
    plan = linked_facts(*facts, files={"assertions.yaml": assertions})
    assert sorted(plan.names) == sorted(
        ["misplaced-comparison", "unit-mismatch", "malformed-expression", "undefined-reference", "unit-mismatch"]
    )
    by_id = {assertion.id: assertion for assertion in plan.plan.assertions}
    assert set(by_id) == {"whole", "units", "unknown", "inner"}
    whole = by_id["whole"]
    assert (whole.operator, whole.needs, whole.place) == ("==", ("a", "b", "c"), Place(("assertions", 0, "that")))
    assert isinstance(whole.left, Quantity)
    assert by_id["units"].left == by_id["units"].right == Unknown(Reason.UNIT, "a <= d")
    assert isinstance(by_id["unknown"].left, Quantity)
    assert isinstance(by_id["unknown"].right, Unknown)


def test_an_unknown_language_is_linked_as_chinese() -> None:
    plan = Plan.model_validate({"title": "x", "period": "2021", "language": "xx", "chapters": [{"title": "a"}]})
    result, diagnostics = link(plan, {}, frozenset(), frozenset())
    assert [diagnostic.kind.name for diagnostic in diagnostics] == ["unknown-language"]
    assert result.plan.language == "zh-CN"
    assert [label.printed for label in result.labels.values()] == ["一、"]


def test_every_reason_has_its_words() -> None:
    assert set(REASONS) == set(Reason)
    assert all("{about}" in message.zh and "{about}" in message.en for message in REASONS.values())
