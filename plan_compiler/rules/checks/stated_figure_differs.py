"""A figure in the text differs from what it is bound to.

`[99.9%](=demolished / households)` says what is printed and what it must agree with. Value, unit, rounding and
qualifier (不低于, 超过, 约 …) are compared as intervals: an error only when no value could bear both. A figure that is only printed again,
with as many decimals, must be the same: `[12158户](=demolished)` is wrong where 12157户 are demolished; so must a total that the compiler
adds up and prints in a table (one that was published otherwise is `stated` there). A slip that would explain the
difference is named: digits transposed, a wrong digit, a factor of ten or another unit, the cell beside. A rate whose name says per what
it is needs no unit in the text: 亿元产值死亡率降至`[0.029](=deaths[2025])`, in 人/亿元.

What to do: correct the printed figure, or the figures it is computed from; or let the compiler print it with
`{{ demolished / households | 0.0% }}`.

`[99.9%](=demolished / households)` 写明文中印什么、要与什么相符。数值、单位、四舍五入和限定词（不低于、超过、约……）都
按区间比较：没有任何数能同时符合两边，才报错。只是把一个数再印一遍、小数位相同的，必须一样：实际拆除 12157 户，写
`[12158户](=demolished)` 就是错；引用由编译器加总并印在表里的合计也是如此（已公布的合计与之不同的，在表里写 stated）。能解释差异的一处笔误会指出来。
比率的名称已说明每多少的，文中可以不写单位：亿元产值死亡率降至`[0.029](=deaths[2025])`，单位是人/亿元。

怎么办：改正文中的数，或改正它的来源；也可以不手写，由编译器印出：`{{ demolished / households | 0.0% }}`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      总改造[12261户](:=households)，拆除[12157户](:=demolished)，拆除率达到[99.9%](=demolished / households)。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      总改造[12261户](:=households)，拆除[12157户](:=demolished)，拆除率达到[99.2%](=demolished / households)。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      亿元产值死亡率由[0.048](=deaths[2020])降至[0.029](=deaths[2025])，每百万人口因灾死亡率控制在[0.70](=disaster[2025])以内。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 安全
    indicators:
      - {id: deaths, name: 亿元产值死亡率, unit: 人/亿元, attribute: 约束性, values: {2020: 0.048, 2025: 0.029}}
      - {id: disaster, name: 每百万人口因灾死亡率, unit: 人/百万人, attribute: 约束性, values: {2020: 0.82, 2025: "0.70"}}
```
"""

from collections.abc import Iterator

from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.link.expressions import Binary, Call, Literal, Reference
from plan_compiler.link.linked import LinkedForm, LinkedPlan, Unknown
from plan_compiler.link.reasons import Reason
from plan_compiler.link.worded import worded, wording
from plan_compiler.model.paths import node_at
from plan_compiler.model.prose import Stated
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.kindred import per_single
from plan_compiler.quantity.mention import SIDES, Mention, admits, read_mention
from plan_compiler.quantity.printing import format_like, format_quantity, without_added_zeros
from plan_compiler.quantity.quantity import Quantity, aligned, consistent
from plan_compiler.quantity.units import Relation, relation
from plan_compiler.rules.explain import EXPLANATIONS, Slip, explain, explained
from plan_compiler.rules.figure_names import called
from plan_compiler.rules.origins import closure, mistaken_units
from plan_compiler.rules.outcome import Consistent, Inconsistent, NotCheckable, Outcome, Tie
from plan_compiler.rules.sums.figure_slips import figure_balance
from plan_compiler.rules.sums.printed_sums import printed_sum
from plan_compiler.rules.ties import tie_of

KIND = Kind(
    "NUM401",
    "stated-figure-differs",
    Severity.ERROR,
    Message("文中数据与算式不符", "A figure in the text differs from its expression"),
    {
        "message": Message(
            "文中写作 {stated}，而 {expr} = {computed}", "the text says {stated}, but {expr} = {computed}"
        ),
        "fall": Message(
            "文中写作下降 {stated}，而 {expr} = {computed}", "the text says a fall of {stated}, but {expr} = {computed}"
        ),
        "operand": Message("{key} = {value}", "{key} = {value}"),
        "hint": Message(
            "核对文中数据与各项来源；或改用 {computed_form} 由编译器印出",
            "mend the text or the figures it comes from, or have it printed by {computed_form}",
        ),
        "scale": Message("核对两处的单位与小数点", "see to the units and the decimal points of both"),
        "units": Message(
            "若{source}的单位有误（{unit} → {meant}），或此处的小数点、单位有误，则相符",
            "it agrees if the unit of {source} is wrong ({unit} → {meant}), or a decimal point or the unit here",
        ),
        "plain": Message("核对文中数据与各项来源", "mend the text or the figures it comes from"),
        **EXPLANATIONS,
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare what is printed with what it is bound to."""
    for linked_form in linked.forms.values():
        form = linked_form.form
        if isinstance(form, Stated):
            yield _compare(linked, linked_form, form)


def _compare(linked: LinkedPlan, linked_form: LinkedForm, form: Stated) -> Outcome:
    place = linked_form.place
    match linked_form.stated, linked_form.result:
        case (Unknown(reason=reason, about=about), _) | (_, Unknown(reason=reason, about=about)):
            return NotCheckable(place, reason, about)
        case (Quantity() as stated, Quantity() as computed):
            falls = _falls(linked_form, computed)
            signed = -stated if falls else stated
            printed = _printed(linked, linked_form)
            computed = printed or computed
            if _agrees(linked, linked_form, signed, computed):
                return Consistent(place, linked_form.needs, _tie(linked_form))
            balance = (
                None
                if falls
                else figure_balance(
                    linked, linked_form, form.printed, stated, _as_it_stands(printed) if printed else computed
                )
            )
            diagnostic = _diagnostic(linked, linked_form, form, _beside(computed, stated))
            if balance and (slip := explain(balance, linked.plan.language)):
                diagnostic = explained(diagnostic, slip)
                if slip.slip is Slip.SCALE:  # printed by the compiler, it would be as wrong as its source
                    diagnostic = _of_units(linked, linked_form, replace(diagnostic, hint="scale"), signed, computed)
            return Inconsistent(diagnostic, linked_form.needs, signed, computed)
    return NotCheckable(place, Reason.UNREADABLE, form.expr)


def _of_units(
    linked: LinkedPlan, form: LinkedForm, diagnostic: Diagnostic, stated: Quantity, computed: Quantity
) -> Diagnostic:
    """The diagnostic with the unit of what is quoted, where that may as well be what is wrong."""
    keys = closure(linked, form.needs)
    for path, unit, meant in mistaken_units(linked, keys, form.place, stated, computed):
        node = node_at(linked.plan, path)
        source = str(getattr(node, "title", None) or getattr(node, "name", None) or form.needs[0])
        args = {**diagnostic.args, "source": source, "unit": unit, "meant": meant}
        return replace(diagnostic, args=args, explanation="units")
    return diagnostic


def _falls(linked_form: LinkedForm, computed: Quantity) -> bool:
    """Whether a positive figure is printed for a negative change: 下降[12%](=growth(q, p)).

    A function of growth has a sign; another expression may have been written the other way round, to come out positive.
    """
    if linked_form.mention is None or not linked_form.mention.falls or isinstance(linked_form.expr, Reference):
        return False
    is_growth = isinstance(linked_form.expr, Call) and linked_form.expr.function in ("growth", "cagr")
    return is_growth or (computed.nominal is not None and computed.nominal < 0)


def _printed(linked: LinkedPlan, linked_form: LinkedForm) -> Quantity | None:
    """The figure that a table prints for what the text quotes, where the compiler adds it up."""
    return printed_sum(linked, linked_form.needs[0]) if isinstance(linked_form.expr, Reference) else None


def _as_it_stands(printed: Quantity) -> Quantity:
    """What is printed, and nothing that would be rounded to it: no slip is explained by another figure."""
    return printed if printed.nominal is None else replace(printed, interval=Interval.exact(printed.nominal))


def _agrees(linked: LinkedPlan, linked_form: LinkedForm, stated: Quantity, computed: Quantity) -> bool:
    """Whether both can be one value. A figure that is only printed again has no rounding of its own to hide behind."""
    printed = isinstance(linked_form.expr, Reference) and (
        computed.is_rounding or not any(linked.figures[key].computed for key in linked_form.needs)
    )
    if linked_form.mention is None or not printed:
        return consistent(stated, _per_single(linked, linked_form, stated, computed))
    if linked_form.bound and (side := SIDES.get(linked_form.mention.qualifier)):
        return side == linked_form.bound and consistent(linked_form.mention.quantity, computed)
    return admits(linked_form.mention, computed, printed=True)


def _per_single(linked: LinkedPlan, linked_form: LinkedForm, stated: Quantity, computed: Quantity) -> Quantity:
    """What is computed; per single thing, where a factor says of how many: 每千人口[7.05张](=beds / population * 1000).

    Without a factor it is per 万人 where one figure is printed in 万人.
    """
    match linked_form.expr:
        case Binary(operator="*", right=Literal()) if relation(stated.unit, computed.unit) is Relation.PER:
            return computed.converted(per_single(computed.unit, linked.plan.language))
        case _:
            return computed


def _tie(linked_form: LinkedForm) -> Tie:
    """A text that quotes a figure with a bound (≤2.35) with its bound draws the same line."""
    mention = linked_form.mention
    return Tie.EQUAL if mention is None or linked_form.bound else tie_of(mention)


def _beside(computed: Quantity, stated: Quantity) -> Quantity:
    """What is computed, as it compares best with what is stated: in its unit, with no fewer decimals."""
    if relation(computed.unit, stated.unit) is Relation.SAME and computed.unit.factor != stated.unit.factor:
        computed = without_added_zeros(aligned(computed, stated)[0], stated.decimals or 0)
    if computed.is_rounding or computed.decimals is None or stated.decimals is None:
        return computed
    return replace(computed, decimals=max(computed.decimals, stated.decimals))


def _diagnostic(linked: LinkedPlan, linked_form: LinkedForm, form: Stated, computed: Quantity) -> Diagnostic:
    shown = linked_form.bound + format_quantity(computed, None, linked.plan.language)
    reading = read_mention(form.printed, language=linked.plan.language)
    format_ = format_like(reading) if isinstance(reading, Mention) else None
    falls = linked_form.mention is not None and linked_form.mention.falls
    return Diagnostic(
        KIND,
        linked_form.place,
        {
            "stated": linked_form.worded,
            "expr": form.expr,
            "computed": _worded(linked, linked_form) or shown,
            "computed_form": "{{ " + f"{form.expr} | {format_}" + " }}",
        },
        "fall" if falls else "message",
        hint="hint" if format_ else "plain",
        values={"stated": form.printed, "computed": shown},
        subject=form.printed,
        related=tuple(_operands(linked, linked_form)),
    )


def _worded(linked: LinkedPlan, linked_form: LinkedForm) -> str:
    """The one figure of another text that a form quotes, as it is worded there (约300亿元); "" for anything else."""
    return wording(linked, linked.figures[linked_form.needs[0]]) if isinstance(linked_form.expr, Reference) else ""


def _operands(linked: LinkedPlan, linked_form: LinkedForm) -> Iterator[Related]:
    for key in linked_form.needs:
        figure = linked.figures.get(key)
        if figure is not None and figure.home is not None and isinstance(figure.result, Quantity):
            yield Related(figure.home, "operand", {"key": called(linked, key), "value": worded(linked, key)})
