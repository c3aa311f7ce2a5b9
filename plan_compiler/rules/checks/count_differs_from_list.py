"""A count word does not go with the list beside it.

等8条 after nine roads, 四大区域 after three of them, 九大平台：with eight names, “三区”（…） with four in the brackets, 四大工程，即… with three, 人本化、生态化合称“三化”, a list titled 九大平台 of eight items, 五大工程：一是…四是…, a list of its own, or paragraphs with serials, behind 五大工程： or 以下五大工程。, sections below such words or a heading (五大任务), items below the title of a box (产业“四大工程”), parts of “一核两带” with their lists (两带为甲带、乙带). Only what can be
counted without doubt is reported: items between 、, without a clause or another list among them; before 等 fewer items
than the count are examples, and no fault. In English, a number before a list in brackets, behind a colon or behind namely is looked at: three bridges (North Bridge, Mill Bridge and East Bridge). Of two counted lists in one clause (甲、乙两区和港口、机场、车站三大枢纽) each has its own items.

数量词与旁边列举的项数不符：列了九条路写“等8条”，列了三个写“四大区域”，“九大平台：”后面列了八个，“三区”后面的括号里列了四个，“四大工程，即”后面列了三个，“人本化、生态化合称‘三化’”，“五大工程：一是……四是……”，“五大工程：”“以下五大工程。”下面的列表、（一）（二）各段或各节只有四项，章名“五大任务”下只有四节，专栏名“四大工程”下只有三项，“一核两带”而“两带为……”列了三个带。只报数得清的：各项之
间用顿号、中间没有分句；“等”前面的项数比数量少，是举例，不算错。一句里列举两次的（甲、乙两区和港口、机场、车站三大枢纽），各数各的。

怎么办：改正数量词或补上漏列的项；最好写成列表，用 `[九大](=count(nine))` 绑定。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      聚焦电子信息、软件和信息服务、数据服务、智能装备五大方向，面向长三角、珠三角、京津冀四大区域招商，续建金石路、王尖路、滨河路等2条道路。推进“三区”（核心区、拓展区、协同区、辐射区）建设，实施四大工程，即强基工程、育才工程、富民工程。促进创新链、产业链、人才链“四链”融合。

      构建“一核两带”格局：一核为中心城区，两带为沿江发展带、沿山生态带、沿海产业带。重点抓好以下四项任务：

      （一）强化创新。

      （二）壮大产业。

      （三）改善民生。
```

```yaml facts.yaml
[]
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      聚焦电子信息、软件和信息服务、数据服务、智能装备四大方向，做强粮食和油料、蔬菜和水果四大产业，面向长三角、珠三角、京津冀、成渝汉四大区域招商，续建金石路、王尖路等8条道路，在江苏、浙江、安徽三省一市布局。推进“三区”（核心区、拓展区、协同区）建设，覆盖12个县（清河县、云溪县）。促进创新链、产业链、资金链、人才链“四链”融合，人本化、生态化和智慧化合称“三化”，把握“三化三地”理念。

      依托东湖、云城两区和港口、机场、高铁站三大枢纽，发展动力电池、绿色食品两大主导产业和装备制造、数字经济两大新兴产业，覆盖交通、能源、水利、信息等五大领域。

      构建“一核三带”格局，三带为沿江发展带、沿山生态带和沿海产业带。重点抓好以下三项任务：

      （一）强化创新。建设平台。

      （二）壮大产业。

      （三）改善民生。
```
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.proofing import Proofing, proofing
from plan_compiler.language.typography import in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import body_parts, sections
from plan_compiler.model.blocks import ItemList
from plan_compiler.patterns import compiled
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.texts.announced import Announced, abbreviated, announced
from plan_compiler.rules.texts.announced_spaced import announced_spaced
from plan_compiler.rules.texts.count_words import FURTHEST, STOP, count_of_things, last_count
from plan_compiler.rules.texts.listed_below import listed_below
from plan_compiler.rules.texts.printed import Found, PrintedText, printed
from plan_compiler.rules.texts.slogans import spelled_out

KIND = Kind(
    "TXT711",
    "count-differs-from-list",
    Severity.WARNING,
    Message("数量词与所列项数不符", "A count word differs from its list"),
    {
        "message": Message("“{text}”，所列却有 {items} 项", "{text}, but {items} items are listed"),
        "hint": Message("改正数量词或所列各项", "mend the count or the list"),
    },
)
RELATES = Tie.EQUAL

_LONGEST_ITEM = 24
_WINDOW = 400
_CERTAIN = 4
"""A smaller count before a colon agrees with what follows too often by chance."""
_FEWEST = 2
_MOST = 30
_REACH = 12
"""How many characters of its noun may stand behind a count before a colon."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare every count word that closes a list, opens one, or stands in the title of one; each is told once."""
    told = set[object]()
    for outcome in _outcomes(linked):
        if isinstance(outcome, Consistent) or outcome.where not in told:
            yield outcome
        if isinstance(outcome, Diagnostic):
            told.add(outcome.where)


def _outcomes(linked: LinkedPlan) -> Iterator[Consistent | Diagnostic]:
    if not in_chinese(linked.plan.language):
        yield from _announced(announced_spaced(printed(linked), linked.plan.language))
        return
    known, language = proofing(linked.plan.language), linked.words
    counters = "|".join(sorted(map(re.escape, language.units.counters), key=len, reverse=True))
    summing = "|".join(known.summing)
    number = rf"[0-9]{{1,2}}|[{known.numerals}]{{1,3}}"
    text = printed(linked)
    examples = compiled(
        rf"(?P<so_on>{known.and_so_on})[{known.in_all}{known.such}]?(?P<number>{number})(?:{counters}|{known.any_kind})"
    )
    further = f"0-9{known.one}{known.numerals}"
    sums = compiled(rf"(?P<number>[{known.numerals}][{known.numerals}]?)(?P<so_on>(?:))(?:{summing})(?![{further}])")
    list_before = compiled(_list_before(known))
    for found in (*text.search(examples), *text.search(sums)):
        yield from _closing(found, linked, known, list_before)
    colon = compiled(rf"：(?P<list>(?:[^、{STOP}]*、){{2,}}[^、{STOP}]+)(?=[。；]|$)", re.MULTILINE)
    counted = compiled(rf"(?P<number>{number})(?:{counters}|{known.any_kind})")
    for found in text.search(colon):
        yield from _opening(found, linked, counted, known)
    if known.itemizing:
        yield from _itemized(linked, text, counted, known)
        for below in listed_below(linked, counted):
            yield from _outcome(below.place, below.text, below.items, is_right=below.stated == below.items)
    yield from _titles(linked, text, counted)
    language_of_plan = linked.plan.language
    yield from _announced(
        chain.from_iterable(way(text, language_of_plan) for way in (announced, abbreviated, spelled_out))
    )


def _announced(found: Iterable[Announced]) -> Iterator[Consistent | Diagnostic]:
    for each in found:
        place, tie = each.found.line.place(each.start, each.end), Tie.EQUAL if each.fewest == each.most else Tie.BOUND
        yield from _outcome(place, each.text, each.fewest, is_right=each.is_right, tie=tie)


def _list_before(known: Proofing) -> str:
    """The end of a counted list, and what joins another to it: 、乙两区和."""
    number = rf"(?<![{known.ordinals}0-9{known.numerals}])(?:[0-9]{{1,2}}|[{known.numerals}]{{1,2}})"
    measure = f"[{known.any_kind}{''.join(word for word in known.summing if len(word) == 1)}{known.kinds}{known.counted_places}]"
    return rf"、[^、]*?{number}{measure}[^、]{{0,8}}?{known.joined}"


def _closing(
    found: Found, linked: LinkedPlan, known: Proofing, list_before: re.Pattern[str]
) -> Iterator[Consistent | Diagnostic]:
    """A、B、C等3条, or A、B、C三大: the list is what stands before it in its clause."""
    before = _without_brackets(found.before(_WINDOW)).removesuffix(known.such)
    if not found.match["so_on"] and before.endswith(known.and_so_on):
        return  # 交通、能源等五大领域, which is looked at as a list of examples
    clause = re.split(f"[{STOP}]", before)[-1]
    first, *items = list_before.split(clause)[-1].split("、")
    if not items or not all(items) or before[-1].isdecimal() or before[-1] in known.ordinals + known.numerals:
        return
    if any(len(item) > _LONGEST_ITEM or re.search(known.verbs, item) for item in items):
        return
    joined = _joints(first, items, known)
    stated, fewest = _value(found.match["number"], linked), len(items) + 1
    is_sum = fewest <= stated <= fewest + joined or abs(stated - fewest) > 1
    is_right = stated >= fewest if found.match["so_on"] else is_sum
    tie = Tie.BOUND if found.match["so_on"] or joined else Tie.EQUAL  # 甲、乙和丙 may be two or three
    yield from _outcome(found.place, found.match[0], fewest, is_right=is_right, tie=tie)


def _joints(first: str, items: Sequence[str], known: Proofing) -> int:
    """How many words there are that may part two items: one in the middle of a list (电子信息、软件和信息服务、数据服务) is in a name, unless all items have one."""
    found = [len(re.findall(known.joined, item)) for item in (first, *items)]
    return sum(found) if all(found) else found[0] + found[-1]


def _opening(
    found: Found, linked: LinkedPlan, counted: re.Pattern[str], known: Proofing
) -> Iterator[Consistent | Diagnostic]:
    """九大平台：A、B、C。Only where the count is missed by one, since what follows a colon may be anything."""
    before = found.before(_WINDOW)
    count = last_count(counted, before, _REACH)
    listed = _without_brackets(found.match["list"])
    if count is None or listed.endswith(known.and_so_on):
        return
    stated, items = _value(count["number"], linked), listed.split("、")
    joined = sum(len(re.findall(known.joined, item)) for item in items)
    if stated >= _CERTAIN and abs(stated - len(items)) <= 1:
        is_right = len(items) <= stated <= len(items) + joined
        start = found.start - len(before) + count.start()
        stretch = before[count.start() :]
        place = found.line.place(start, start + len(stretch))
        yield from _outcome(place, stretch, len(items), is_right=is_right, tie=Tie.BOUND if joined else Tie.EQUAL)


def _itemized(
    linked: LinkedPlan, text: PrintedText, count: re.Pattern[str], known: Proofing
) -> Iterator[Consistent | Diagnostic]:
    """五大工程：一是…，二是…: the items count themselves."""
    ordinal = compiled(rf"(?:^|[，。；：])(?P<ordinal>[{known.one}{known.numerals}]{{1,3}}){known.itemizing}")
    for found in text.search(compiled(rf"：{known.one}{known.itemizing}")):
        counted = count_of_things(count, before := found.before(_WINDOW), known)
        items = _items(ordinal, found, linked) if counted else 0
        if counted is None or items < _FEWEST:
            continue
        if abs(_value(counted["number"], linked) - items) > FURTHEST:
            continue
        stretch = before[counted.start() :]
        start = found.start - len(stretch)
        place = found.line.place(start, found.start)
        yield from _outcome(place, stretch, items, is_right=_value(counted["number"], linked) == items)


def _items(ordinal: re.Pattern[str], found: Found, linked: LinkedPlan) -> int:
    """How many items there are from 一是 on; 0 where their numbers do not follow each other, or there is no end to them."""
    items = 0
    for match in ordinal.finditer(found.line.text, found.start):
        items += 1
        if _value(match["ordinal"], linked) != items or items > _MOST:
            return 0
    return items


def _titles(linked: LinkedPlan, text: PrintedText, count: re.Pattern[str]) -> Iterator[Consistent | Diagnostic]:
    """A list whose title counts its items."""
    lists = {
        (*path, "title"): part
        for section_path, section in sections(linked.plan)
        for path, part in body_parts(section_path, section)
        if isinstance(part, ItemList) and part.title is not None
    }
    for line in text.lines if lists else ():
        items = lists.get(line.path)
        match = count.match(line.text) if items else None
        if items and match and (*line.path[:-1], "items") not in linked.incomplete:
            is_right = _value(match["number"], linked) == len(items.items)
            yield from _outcome(line.place(0, match.end()), match[0], len(items.items), is_right=is_right)


def _outcome(
    place: Place, text: str, items: int, *, is_right: bool, tie: Tie = Tie.EQUAL
) -> Iterator[Consistent | Diagnostic]:
    if is_right:
        yield Consistent(place, tie=tie)
    else:
        args = {"text": text, "items": str(items)}
        yield Diagnostic(KIND, place, args, hint="hint", values={"items": str(items)}, subject=text)


def _value(numeral: str, linked: LinkedPlan) -> int:
    return read_count(numeral, linked.plan.language)


def _without_brackets(text: str) -> str:
    """The text without what stands in parentheses or quotes: lists of its own, or names."""
    return re.sub(r"（[^（）]*）|\([^()]*\)|“[^“”]*”", "", text)
