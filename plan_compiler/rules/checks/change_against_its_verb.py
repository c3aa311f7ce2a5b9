"""A figure goes up where its verb says down, or down where it says up.

由45%下降到48%: the verb tells a fall, and the second figure is above the first, as far as the printed figures tell; so it is where it is but a bound (由421个增至270个以上). What may become better by a
smaller figure (提高 of a standard, a time, a rank) is not looked at. Nor is a fall told by a negative figure: 下降-6.2% says it twice, and is a
finding of this rule.

What to do: mend the verb or one of the two figures; a fall is 下降6.2%.

“由45%下降到48%”：动词说降，后一个数却比前一个大（反过来也一样，“由421个增至270个以上”也报）。数越小越好的“提高”（标准、时限、位次）不看。“下降-6.2%”
把“降”说了两遍，也报。

怎么办：改正动词或两端的数；下降写作“下降6.2%”。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      煤炭消费占比由45%下降到48%。

      居民人均预期寿命由79.6岁提高到78.9岁，较大事故由32起减少到41起，机场由24个增至20个以上。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      煤炭消费占比由48%下降到45%，排放标准由50毫克/立方米提高到30毫克/立方米，检测频率由每5天一次提高到每3天一次，机场由18个增至20个以上。

      城市排名由第12位上升到第8位，进口下降6.2%。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.discourse import Discourse
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, aligned
from plan_compiler.quantity.units import MONEY, is_count, is_pure
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_words import Changes, changes
from plan_compiler.rules.prose.claims.changes.ends import led_pairs
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import alternatives

KIND = Kind(
    "NUM415",
    "change-against-its-verb",
    Severity.ERROR,
    Message("升降与两端数据相反", "A figure moves against its verb"),
    {
        "rise": Message(
            "文中说升，而由 {first} 到 {last} 是降", "the text tells a rise, but from {first} to {last} is a fall"
        ),
        "fall": Message(
            "文中说降，而由 {first} 到 {last} 是升", "the text tells a fall, but from {first} to {last} is a rise"
        ),
        "negative": Message("“降”与负号重复：{stated}", "a fall is told by a negative figure: {stated}"),
        "end": Message("{end}", "{end}"),
        "hint": Message("核对动词和两端数据", "mend the verb or one of the two figures"),
        "sign": Message("去掉负号，或把动词改为“增长”", "drop the sign, or say growth"),
    },
)
RELATES = Tie.BOUND

_SIGNS = "−－-"


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the ends of each change with its verb."""
    known, told = changes(prose.language), words(prose.language).discourse
    signed = compiled(rf"{alternatives(words(prose.language).qualifiers.falling)}[{_SIGNS}]")
    for run in prose.runs(lambda text: known.may_lead(text) or signed.search(text) is not None):
        figures = prose.figures(run)
        for ends in led_pairs(known, figures):
            yield from _judge(prose, known, told, ends)
        for figure in figures:
            if figure.is_free and figure.mention.falls and figure.text.startswith(tuple(_SIGNS)):
                place, args = figure.place(prose.written(run)), {"stated": figure.text}
                yield Diagnostic(KIND, place, args, "negative", hint="sign", values=args, subject=figure.text)


def _judge(prose: ProseFigures, known: Changes, told: Discourse, ends: tuple[Told, Told]) -> Iterator[Outcome]:
    first, last = ends
    leading = first.run.text[first.end : last.start].rstrip("的 ")
    verb = known.verb(leading) or known.verb_before(first.opening)
    if not verb or (verb in told.improving and not _is_amount(told, first)):
        return
    rises = verb not in told.falling
    named = first.run.text[max(0, first.start - 40) : first.start]
    if any(word in named for word in told.strictness) or first.mention.quantity.unit.text in told.ranks:
        return
    try:
        left, right = aligned(first.mention.fact, _reached(last, rises=rises))
    except UnitMismatchError:
        return
    if any(end.nominal is not None and end.nominal < 0 for end in (left, right)):
        return  # of a deficit from -20 to -12 both may be said
    written = prose.written(first.run)
    upper, lower = (left, right) if rises else (right, left)
    if not lower.interval.is_below(upper.interval):
        yield Consistent(last.place(written), (first.place(written),))
        return
    args = {"first": first.worded, "last": last.worded}
    related = tuple(Related(end.place(written), "end", {"end": end.worded}) for end in ends)
    message = "rise" if rises else "fall"
    yield Diagnostic(
        KIND, last.place(written), args, message, hint="hint", values=args, subject=last.text, related=related
    )


def _reached(last: Told, *, rises: bool) -> Quantity:
    """What a change ends at: where that is but a bound on the side it goes to (由421个增至270个以上), the bound, which it passes."""
    beyond = (Qualifier.AT_LEAST, Qualifier.MORE_THAN) if rises else (Qualifier.AT_MOST, Qualifier.LESS_THAN)
    return last.mention.quantity.as_count() if last.mention.qualifier in beyond else last.mention.fact


def _is_amount(told: Discourse, figure: Told) -> bool:
    """Whether more of it is a greater figure: a rate, a number of things, money, an age."""
    unit = figure.mention.quantity.unit
    return is_pure(unit) or is_count(unit) or unit.dimension == MONEY or unit.text in told.ages
