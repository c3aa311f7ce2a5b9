"""Inline forms: what they stand for and what is printed for them."""

from fractions import Fraction

import pytest

from plan_compiler.diagnostics import Place
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.link.prose_forms import forms
from plan_compiler.link.reasons import Reason
from plan_compiler.model.prose import BulletList, Computed, Footnote, LabelRef, Paragraph, Strong, Words
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity
from tests.link.plans import ANNEX, HEAD, INDICATORS, linked, linked_text

DATA = {"indicators.yaml": INDICATORS, "annex.yaml": ANNEX}


def ref(target: str) -> LabelRef:
    return LabelRef(target, False, (0, 1), (0, 1))


def words(text: str) -> Words:
    return Words(text, (0, 1))


def test_forms_of_a_text_in_order_with_the_words_that_touch_them() -> None:
    note = Footnote((words("注"), ref("note"), words("完")), (0, 1))
    strong = Strong((ref("b"), words("以上")), (0, 1))
    paragraph = Paragraph((words("约"), ref("a"), note, words("不低于"), strong, ref("c")), (0, 1))
    items = BulletList(False, ((Paragraph((ref("d"),), (0, 1)),), (Paragraph((ref("e"),), (0, 1)),)), (0, 1))
    last = Paragraph((ref("f"),), (0, 1))
    found = [(getattr(t.form, "target", ""), t.before, t.after) for t in forms((paragraph, items, last))]
    assert found == [
        ("a", "约", "不低于"),
        ("b", "不低于", "以上"),
        ("c", "以上", ""),
        ("note", "注", "完"),
        ("d", "", ""),
        ("e", "", ""),
        ("f", "", ""),
    ]


def test_deep_markup_is_no_recursion() -> None:
    inline: Strong | LabelRef = ref("deep")
    for _ in range(5000):
        inline = Strong((inline,), (0, 1))
    assert len(list(forms((Paragraph((inline,), (0, 1)),)))) == 1


def test_a_defined_figure() -> None:
    text = "累计投入约[300亿元](:=spent)，拆除[12157户](:=demolished)。"
    plan = linked_text(text)
    spent = plan.form(0)
    assert (spent.printed, spent.result) == ("300亿元", spent.stated)
    assert plan.quantity("spent").interval == Interval(Fraction(270), Fraction(330))
    assert spent.mention is not None
    assert spent.mention.qualifier is Qualifier.ABOUT
    node = plan.plan.figures["spent"]
    assert node.home == spent.place == Place(("chapters", 0, "body"), text.index("["), text.index("，"))
    assert (node.computed, node.needs) == (False, ())


def test_a_stated_figure() -> None:
    text = "产值不低于[220亿元](= output[2025] )。"
    plan = linked_text(text, DATA)
    form = plan.form()
    assert (form.printed, form.needs) == ("220亿元", ("output[2025]",))
    assert isinstance(form.stated, Quantity)
    assert form.stated.interval == Interval.at_least(220)
    assert isinstance(form.result, Quantity)
    assert form.result.nominal == 220
    (use,) = plan.plan.symbols.uses["output"]
    assert text[use.place.start : use.place.end] == "output"


def test_a_stated_figure_that_says_nothing_or_is_bound_to_nothing() -> None:
    plan = linked_text("产值[很多](=output[2025])，收入[20亿元](=revenue +)。", DATA)
    assert sorted(plan.names) == ["malformed-expression", "unreadable-figure"]
    assert getattr(plan.form(0).stated, "reason", "") == Reason.UNREADABLE
    assert getattr(plan.form(1).result, "reason", "") == Reason.MALFORMED
    assert isinstance(plan.form(1).stated, Quantity)
    assert plan.form(1).expr is None


def test_a_stated_figure_in_a_unit_that_does_not_compare() -> None:
    plan = linked_text("产值[220公里](=output[2025])，项目[2个](=count(roads))。", DATA)
    (diagnostic,) = plan.diagnostics
    assert diagnostic.kind.name == "unit-mismatch"
    assert diagnostic.args == {"text": "220公里 = output[2025]", "left": "公里", "right": "亿元"}
    assert getattr(plan.form(0).result, "reason", "") == Reason.UNIT
    assert isinstance(plan.form(1).result, Quantity)


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("{{ output[2025] }}", "220亿元"),
        ("{{ roads.total }}", "300万元"),
        ("{{ share(roads.total, annex.total) | 0.00% }}", "2.91%"),
        ("{{ output[2025] / output[2020] | 0.0 }}", "2.8"),
        ("{{ count(annex) }}", "3"),
    ],
)
def test_computed_figures_are_printed_with_their_units(form: str, printed: str) -> None:
    plan = linked_text(f"为{form}。", DATA)
    assert plan.diagnostics == ()
    assert plan.form().printed == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("总投资[12,460.0万元](:=a)，即{{ a }}。", "12,460.0万元"),
        ("总投资[12,460万元](:=a)的一成为{{ a / 10 }}。", "1,246.0万元"),
        ("总投资[12460万元](:=a)，即{{ a }}。", "12460万元"),
        ("总投资[12,460万元](:=a)，即{{ a | 0 }}。", "12460万元"),
    ],
)
def test_a_computed_figure_has_the_separators_of_its_source(text: str, printed: str) -> None:
    forms = linked_text(text).plan.forms.values()
    assert [form.printed for form in forms if isinstance(form.form, Computed)] == [printed]


@pytest.mark.parametrize(
    ("form", "name", "message"),
    [
        ("{{ air[2025] }}", "no-value", "qualitative"),
        ("{{ revenue[2023] }}", "no-value", "message"),
        ("{{ output[2025] / (output[2020] - output[2020]) }}", "no-value", "division"),
        ("{{ growth(output[2025], -output[2020]) }}", "no-value", "domain"),
        ("{{ cagr(roads.total, parks.total) }}", "no-value", "years"),
        ("{{ output[2025] + count(roads) }}", "unit-mismatch", "pure"),
        ("{{ output[2025] > 3 }}", "misplaced-comparison", "message"),
        ("{{ output[2025] | two digits }}", "number-format", "message"),
    ],
)
def test_computed_figures_that_cannot_be_printed(form: str, name: str, message: str) -> None:
    plan = linked_text(f"为{form}。", DATA)
    (diagnostic,) = plan.diagnostics
    assert (diagnostic.kind.name, diagnostic.message) == (name, message)
    assert plan.form().printed == ""
    assert diagnostic.kind.messages[diagnostic.message].zh.format(**diagnostic.args)


LABELS = """\
numbering: zh
chapters:
  - id: first
    title: 回顾
    body:
      - |
        {text}
      - box: {{id: works, title: 工程, body: 略}}
      - figure: {{id: road_map, title: 路网图, alt: 路网, file: 待补}}
      - table: targets
      - list: {{id: nine, items: [甲]}}
    sections:
      - {{id: inner, title: 甲, sections: [{{id: deep, title: 乙}}]}}
      - {{id: loose, title: 总则, numbered: false}}
      - {{id: silent, body: 略}}
"""


@pytest.mark.parametrize(
    ("target", "printed"),
    [
        ("first", "第一部分"),
        ("inner", "（一）"),
        ("deep", "1"),
        ("loose", "“总则”"),
        ("works", "专栏1-1"),
        ("road_map", "图1"),
        ("targets", "表1"),
        ("annex", "附表"),
        ("roads", "附表第一类"),
        ("p1", "项目3"),
        ("p1:page", ""),
    ],
)
def test_label_references(target: str, printed: str) -> None:
    plan = linked({"plan.yaml": HEAD + LABELS.format(text=f"详见[](#{target})。"), **DATA})
    assert plan.diagnostics == ()
    assert plan.form().printed == printed


@pytest.mark.parametrize(("target", "name"), [("nine", "wrong-reference"), ("silent", "nothing-to-print")])
def test_labels_that_there_are_not(target: str, name: str) -> None:
    plan = linked({"plan.yaml": HEAD + LABELS.format(text=f"详见[](#{target})。"), **DATA})
    assert plan.names == [name]
    assert plan.form().printed == ""
