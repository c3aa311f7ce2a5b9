"""A stretch of years is not as long as it is called, not that of the plan it is called after, or ends before it begins.

建设期2年（2026—2029年）, “十五五”时期（2026—2031年）, 2028年开工、2027年竣工: the years must make the number that stands before them, counted with or
without the first; those of a five-year plan are its own; and nothing is finished before it is begun.

What to do: mend the number or the years.

“建设期2年（2026—2029年）”：年数应与起止年份相符（首年算不算在内都可以）；五年规划的起止年份是固定的；竣工不能早于开工。

怎么办：改正年数或年份。

Bad:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 安排
    body: |
      桥梁建设期2年（2026—2029年）。

      “十五五”时期（2026—2031年）投资100亿元。

      隧道计划2028年开工、2027年竣工。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 安排
    body: |
      桥梁建设期3年（2026—2028年），路网五年行动（2025—2030年），“十五五”时期（2026—2030年）投资100亿元，第十五个五年规划（2026—2030年）已经印发。

      隧道2028年开工、2030年竣工；甲桥2027年开工，乙桥2026年竣工。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.wording import alternatives
from plan_compiler.rules.prose.years import YEARS_OF_A_PLAN
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT727",
    "span-differs",
    Severity.WARNING,
    Message("年数或时期与起止年份不符", "A stretch of years is not what it is called"),
    {
        "years": Message("“{text}”：{span}共 {years} 年", "{text}: {span} are {years} years"),
        "plan": Message("“{text}”：“{name}”是{first}—{last}年", "{text}: {name} is {first}–{last}"),
        "order": Message("“{text}”：{end}早于{begin}", "{text}: it ends before it begins, {end} before {begin}"),
        "hint": Message("核对年数和年份", "mend the number or the years"),
    },
)

_SPAN = compiled(r"（(?P<first>(?:19|20)[0-9]{2})年?[-—－–~～至]{1,2}(?P<last>(?:19|20)[0-9]{2})年?）")
_BEFORE = 16
_WHOLE = ("”", '"', "个五年", "时期", "规划")
"""How the name of a plan ends where all of its years are meant."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search everything that is printed."""
    known, told = proofing(linked.plan.language), linked.words.discourse
    text = printed(linked)
    named = compiled(
        rf"[“\"]?(?P<plan>{alternatives(told.plans)})(?:[”\"]|(?<=个五年)|年?(?:时期|期间|规划))\w{{0,4}}$"
    )
    numbered = compiled(rf"(?P<number>[0-9]{{1,2}}|[{''.join(linked.words.numerals.digits)}十]{{1,2}})年{known.spans}$")
    for found in text.search(_SPAN):
        yield from _judge(found, linked, named, numbered)
    if known.begun:
        yield from _orders(linked, known.begun, known.finished)


def _judge(found: Found, linked: LinkedPlan, named: re.Pattern[str], numbered: re.Pattern[str]) -> Iterator[Outcome]:
    before, first, last = found.before(_BEFORE), int(found.match["first"]), int(found.match["last"])
    if plan := named.search(before):
        end = linked.words.discourse.plans[plan["plan"]]
        begin = end - YEARS_OF_A_PLAN + 1
        is_part = not plan[0].endswith(_WHOLE) and begin <= first <= last <= end  # “十五五”前三年
        if (first, last) != (begin, end) and not is_part:
            args = {"text": plan[0] + found.match[0], "name": plan["plan"]}
            yield _diagnostic(found, "plan", {**args, "first": str(begin), "last": str(end)})
    elif number := numbered.search(before):
        stated, years = read_count(number["number"], linked.plan.language), last - first + 1
        if stated and years > 0 and stated not in (years, years - 1):
            span = found.match[0].strip("（）()")
            yield _diagnostic(found, "years", {"text": number[0] + found.match[0], "span": span, "years": str(years)})


def _orders(linked: LinkedPlan, begun: str, finished: str) -> Iterator[Outcome]:
    """2028年开工、2027年竣工: of one thing, where nothing is named between the two."""
    later = compiled(
        rf"{begun}[，、,]?\s?(?:计划|预计|力争|确保|拟)?(?:于|到|至)?(?P<last>(?:19|20)[0-9]{{2}})年[底末前初中]{{0,2}}{finished}(?!的)"
    )
    earlier = compiled(r"(?P<first>(?:19|20)[0-9]{2})年[底末前初中]?\w{0,2}$")
    for found in printed(linked).search(later):
        begins = earlier.search(found.before(_BEFORE))
        if begins and int(begins["first"]) > int(found.match["last"]):
            args = {"text": begins[0] + found.match[0], "begin": begins["first"], "end": found.match["last"]}
            yield _diagnostic(found, "order", args)


def _diagnostic(found: Found, message: str, args: dict[str, str]) -> Diagnostic:
    return Diagnostic(
        KIND, found.place, args, message, hint="hint", values={"text": args["text"]}, subject=found.match[0]
    )
