"""A ratio is not that of the figures that it is of.

The structure of an economy (到2030年，三次产业结构调整为5:41:54) is held against the indicators that are the share of one kind in the whole
(服务业增加值占地区生产总值比重), for the year that the sentence or a heading says, and against the amounts of all three kinds in one sentence; a ratio of two things
(公办园与民办园之比为8:2; 医护比为1:1.2) against the figures of both in its sentence; a ratio beside a list of as many figures (产值分别为71.9亿元、32.1亿元、24.4亿元，结构比为56:25:19; 按4:6分担，分别为0.96亿元和1.44亿元) against these. Printed decimals tell how exact each is.

What to do: mend the ratio or the figure.

三次产业结构（到2030年，三次产业结构调整为5:41:54）与指标表里的占比指标（服务业增加值占地区生产总值比重）比较，年份以句中或标题所写为准，也与同一句里三次产业的增加值比较；
两项之比（公办园与民办园之比为8:2，医护比为1:1.2）与同一句里两项的数比较；紧挨着同样多项数的比例（产值分别为71.9亿元、32.1亿元、24.4亿元，结构比为56:25:19；按4:6分担，分别为0.96亿元和1.44亿元）与各项比较。以印出的小数位为限。

怎么办：改正比例或数据。

Bad:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 目标
    body: |
      到2030年，三次产业结构调整为5:41:54。

      建成公办园80所、民办园30所，公办园与民办园之比为8:2。

      共需2.4亿元，市、区两级按4:6分担，分别为0.96亿元和1.64亿元。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2025: 实际, 2030: 目标}
groups:
  - title: 经济
    indicators:
      - {id: services, name: 服务业增加值占地区生产总值比重, unit: '%', attribute: 预期性, values: {2025: 48, 2030: 52}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 目标
    body: |
      到2030年，三次产业结构由6:46:48调整为5:43:52，全省三次产业结构调整为7:38:55。

      建成公办园80所、民办园21所，公办园与民办园之比为8:2；直接融资与间接融资之比为3:7。

      共需2.4亿元，市、区两级按4:6分担，分别为0.96亿元和1.44亿元。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2025: 实际, 2030: 目标}
groups:
  - title: 经济
    indicators:
      - {id: services, name: 服务业增加值占地区生产总值比重, unit: '%', attribute: 预期性, values: {2025: 48, 2030: 52}}
```
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.language.words import words
from plan_compiler.quantity.interval import ZeroDivisorError
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import UnitMismatchError, consistent
from plan_compiler.quantity.shares import NonPositiveBaseError, ratio
from plan_compiler.quantity.units import PERCENT
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.listed_ratios import ListedRatio, listed_ratios, may_list_ratio
from plan_compiler.rules.prose.claims.ratios import Ratio, may_have_ratio, ratios
from plan_compiler.rules.prose.claims.structures import Member, members

KIND = Kind(
    "NUM433",
    "ratio-differs",
    Severity.WARNING,
    Message("比例与数据不符", "A ratio is not that of its figures"),
    {
        "message": Message(
            "文中写作 {text}，而 {first} ÷ {second} = {ratio}，不是 {stated}",
            "the text says {text}, but {first} ÷ {second} = {ratio}, not {stated}",
        ),
        "member": Message(
            "{text} 里{kind}为 {printed}%，而{year}年{name}为 {value}",
            "{text}: {kind} is {printed}%, but {name} of {year} is {value}",
        ),
        "share": Message(
            "{text} 里{kind}为 {printed}%，按各项数据算为 {value}",
            "{text}: {kind} is {printed}%, but by its amounts it is {value}",
        ),
        "listed": Message(
            "{text} 里的 {printed} 是 {stated}，而 {part} ÷ {whole} = {value}",
            "{text}: {printed} is {stated}, but {part} ÷ {whole} = {value}",
        ),
        "side": Message("{side}", "{side}"),
        "hint": Message("核对比例和数据", "mend the ratio or the figures"),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the ratios of the chapters with what they are of."""
    told = words(prose.language).discourse
    for run in prose.chapter_runs(lambda text: any(word in text for word in told.structures)):
        for member in members(prose, run):
            yield _of_member(prose, member)
    for run in prose.chapter_runs(lambda text: may_have_ratio(text, prose.language)):
        for found in ratios(run, prose.figures(run)):
            yield from _of_two(prose, found)
    for run in prose.chapter_runs(may_list_ratio):
        for listed in listed_ratios(run, prose.figures(run)):
            yield from _of_list(prose, listed)


def _of_member(prose: ProseFigures, member: Member) -> Outcome:
    written = prose.written(member.run)
    place = member.run.place(member.start, member.end, written)
    amounts = tuple(told.place(written) for told in member.told)
    if consistent(member.stated, member.value):
        return Consistent(place, (member.key,) if member.key else amounts)
    shown = format_quantity(member.value.converted(PERCENT), None, prose.language)
    args = {
        "text": member.text,
        "kind": member.kind,
        "printed": member.printed,
        "name": member.name,
        "year": str(member.year),
        "value": shown,
    }
    related = _home(prose, member.key, shown) if member.key else ()
    values = {"text": member.text, "value": shown}
    message = "member" if member.key else "share"
    return Diagnostic(KIND, place, args, message, hint="hint", values=values, subject=member.text, related=related)


def _of_list(prose: ProseFigures, listed: Sequence[ListedRatio]) -> Iterator[Outcome]:
    """The members of a ratio beside a list of figures; one that is wrong, since a wrong figure may spoil all of them."""
    wrong = next((member for member in listed if not member.holds()), None)
    first = wrong or listed[0]
    written = prose.written(first.run)
    place = first.run.place(first.start, first.end, written)
    if wrong is None:
        yield Consistent(place, tuple(member.part.place(written) for member in listed))
        return
    args = {
        "text": wrong.text,
        "printed": wrong.printed,
        "part": wrong.part.worded,
        "whole": " + ".join(told.worded for told in wrong.whole),
        "value": format_quantity(wrong.computed, None, prose.language),
        "stated": format_quantity(wrong.share, None, prose.language),
    }
    related = (Related(wrong.part.place(written), "side", {"side": wrong.part.labelled}),)
    values = {key: args[key] for key in ("text", "part", "whole")}
    yield Diagnostic(KIND, place, args, "listed", hint="hint", values=values, subject=wrong.text, related=related)


def _home(prose: ProseFigures, key: str, shown: str) -> tuple[Related, ...]:
    home: Place | None = prose.linked.figures[key].home
    return (Related(home, "side", {"side": shown}),) if home is not None else ()


def _of_two(prose: ProseFigures, found: Ratio) -> Iterator[Outcome]:
    first, second = found.sides
    try:
        computed = ratio(first.mention.fact, second.mention.fact)
    except (UnitMismatchError, ZeroDivisorError, NonPositiveBaseError):
        return
    written = prose.written(found.run)
    place = found.run.place(found.start, found.end, written)
    if consistent(found.stated, computed):
        yield Consistent(place, (first.place(written), second.place(written)))
        return
    args = {
        "text": found.text,
        "first": first.worded,
        "second": second.worded,
        "ratio": format_quantity(replace(computed, decimals=2), None, prose.language),
        "stated": format_quantity(replace(found.stated, decimals=2), None, prose.language),
    }
    related = tuple(Related(side.place(written), "side", {"side": side.labelled}) for side in found.sides)
    values = {"text": found.text, "first": first.worded, "second": second.worded}
    yield Diagnostic(KIND, place, args, hint="hint", values=values, subject=found.text, related=related)
