"""An assertion does not hold.

An assertion states a relation between figures that must hold, with the reason. Both sides are compared as
intervals: it fails only when no values within the printed precision could make it true.

assertions.yaml 里的关系式写明哪些数据之间必须成立，并写明理由。两边按区间比较：在印出的精度之内无论取什么值都不能成
立，才报错。

怎么办：按理由（because）核对两边的数据；关系本身已经不适用的，改写或删去这条。

Bad:

```yaml assertions.yaml
- id: relocated
  that: monetary + in_kind == demolished
  because: 两类安置户数之和应等于拆除户数
```

```yaml facts.yaml
- {id: monetary, value: 6410户}
- {id: in_kind, value: 5734户}
- {id: demolished, value: 12157户}
```

Good:

```yaml assertions.yaml
- id: relocated
  that: monetary + in_kind == demolished
  because: 两类安置户数之和应等于拆除户数
```

```yaml facts.yaml
- {id: monetary, value: 6410户, exact: true}
- {id: in_kind, value: 5747户, exact: true}
- {id: demolished, value: 12157户, exact: true}
```
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.link.worded import worded
from plan_compiler.model.figures import Assertion
from plan_compiler.quantity.printing import with_bound
from plan_compiler.quantity.quantity import Quantity, may_hold
from plan_compiler.rules.figure_names import called
from plan_compiler.rules.outcome import Consistent, Inconsistent, NotCheckable, Outcome, Tie

KIND = Kind(
    "SUM104",
    "assertion-fails",
    Severity.ERROR,
    Message("关系式不成立", "An assertion does not hold"),
    {
        "message": Message(
            "{because}：{that} 不成立，左边 {left}，右边 {right}", "{because}: {that} fails: {left} against {right}"
        ),
        "operand": Message("{key} = {value}", "{key} = {value}"),
        "hint": Message("核对关系式中的各项数据", "mend one of the figures in it, or the assertion"),
    },
)
RELATES = Tie.EQUAL

_SHOWN = 30
"""How many of its figures are told."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Judge each assertion by its comparison."""
    written = {assertion.id: assertion for assertion in linked.plan.assertions}
    for assertion in linked.assertions:
        match assertion.left, assertion.right:
            case (Unknown(reason=reason, about=about), _) | (_, Unknown(reason=reason, about=about)):
                yield NotCheckable(assertion.place, reason, about)
            case (Quantity() as left, Quantity() as right):
                if may_hold(assertion.operator, left, right):
                    tie = Tie.EQUAL if assertion.operator == "==" else Tie.BOUND
                    yield Consistent(assertion.place, assertion.needs, tie)
                else:
                    sides = {
                        "left": with_bound(left, linked.plan.language),
                        "right": with_bound(right, linked.plan.language),
                    }
                    related = tuple(_operands(linked, assertion.needs))
                    diagnostic = _diagnostic(assertion.place, written[assertion.id], sides, related)
                    equal = assertion.operator == "=="
                    yield Inconsistent(diagnostic, assertion.needs, left, right) if equal else diagnostic


def _operands(linked: LinkedPlan, keys: Iterable[str]) -> Iterator[Related]:
    for key in islice(keys, _SHOWN):
        node = linked.figures.get(key)
        if node is not None and node.home is not None:
            yield Related(node.home, "operand", {"key": called(linked, key), "value": worded(linked, key)})


def _diagnostic(place: Place, assertion: Assertion, sides: dict[str, str], related: tuple[Related, ...]) -> Diagnostic:
    args = {"that": assertion.that, "because": assertion.because, **sides}
    return Diagnostic(KIND, place, args, hint="hint", values=sides, related=related)
