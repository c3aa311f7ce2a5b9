"""A project of its own is also listed in the scope of another one.

A scope lists roads, parks or works (金石路、王尖路、滨河路等), and some of them are projects of their own in the
same annex. Their money may be counted twice. It may also be that the larger project holds what the others leave out, so
this is a warning. Where the projects that it lists take more money together than the whole of it, that is said too: then they are not in it, or one
of the amounts is wrong.

Names are compared without what stands in parentheses, without closing words such as 建设工程, and without the name of the
area that others share.

一个项目的建设内容列举了若干道路、公园或工程，其中有的在附表里又单列为项目，投资可能重复计算。大项目也可能只含其余部
分，所以是警告。单列项目的投资加起来超过大项目总额的，会一并指出。

比较时不看括号里的内容、“建设工程”一类的结尾词和各项目共有的片区名。

怎么办：从建设内容里删去单列的部分，或不再单列；确不重复的登记豁免。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 金石路道路工程, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - id: r2
        name: 核心区路网系列工程
        scope: 龙盛路、金石路、滨河路等3条道路
        nature: 新建
        period: 2021-2023
        total: 300
        in_period: 300
        owner: 建设局
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 金石路道路工程, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - id: r2
        name: 核心区路网系列工程
        scope: 龙盛路、滨河路等2条道路
        nature: 新建
        period: 2021-2023
        total: 200
        in_period: 200
        owner: 建设局
```
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity, listed
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.projects import Column
from plan_compiler.patterns import compiled
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity, add_all, may_hold
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import Scheduled, scheduled
from plan_compiler.rules.sums.totals import COLUMNS
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "PRJ311",
    "project-within-another",
    Severity.WARNING,
    Message("单列的项目又列在另一项目中", "A project is also listed in another one's scope"),
    {
        "message": Message(
            "{name}的建设内容列有{items}，附表中又单列为 {ids}；投资可能重复计列",
            "{name} lists {items}, which are also projects of their own: {ids}; their money may be counted twice",
        ),
        "total": Message(
            "{name}的建设内容列有{items}，附表中又单列为 {ids}；单列的总投资合计 {parts}，比本项目的 {whole} 还多",
            "{name} lists {items}, which are also projects of their own: {ids}; they take {parts} in all, it takes {whole}",
        ),
        "in_period": Message(
            "{name}的建设内容列有{items}，附表中又单列为 {ids}；单列的规划期内投资合计 {parts}，比本项目的 {whole} 还多",
            "{name} lists {items}, which are also projects of their own: {ids}; within the plan they take {parts}, it takes {whole}",
        ),
        "member": Message("{id}  {amount}  {name}", "{id}  {amount}  {name}"),
        "hint": Message(
            "核对这些项目的投资是否已含在内；已含的只列一处", "see whether it includes them; list what it includes once"
        ),
    },
)

_BRACKETS = compiled(r"[（(][^（）()]*[)）]?")
_Item = tuple[int, str]
"""Where a scope lists something: the index of its project, and the words as printed."""

_STOPS = compiled(r"[、，；。：,;:]")
_NUMERAL = compiled("[一二三四五六七八九]")
_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")
_SHORTEST = 3
_MOST = 8
"""A name that fits more projects than this, or is listed in more scopes, is a common noun."""
_SHARED_BY = 3
"""An area's name is what at least so many projects begin with."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look the items of listing scopes up among the endings of the projects' names."""
    listed = _listed(linked)
    names = _Names(linked, listed)
    within: defaultdict[int, dict[str, list[Scheduled]]] = defaultdict(dict)
    for item, holders in listed.items():
        owners = names.projects(item)
        if 0 < len(owners) <= _MOST >= len(holders):
            for holder, words in holders:
                others = [entry for entry in owners if entry is not scheduled(linked)[holder]]
                if others and not names.core(holder).endswith(item):
                    within[holder][words] = others
    for holder in sorted(within):
        yield _diagnostic(scheduled(linked)[holder], within[holder])


def _listed(linked: LinkedPlan) -> Mapping[str, list[_Item]]:
    """The items of every scope that is a list, by what tells them from others."""
    index = {entry.path: number for number, entry in enumerate(scheduled(linked))}
    works, closing = proofing(linked.plan.language).works, proofing(linked.plan.language).and_so_on
    and_so_on = compiled(rf"{closing}(?=[0-9一二三四五六七八九十两几多项工]|$)")
    found: defaultdict[str, list[_Item]] = defaultdict(list)
    for line in printed(linked).lines:
        if "、" not in line.text or line.path[-1] != "scope" or line.path[:-1] not in index:
            continue
        number = index[line.path[:-1]]
        for part in _STOPS.split(_without_brackets(line.text)):
            words = (and_so_on.split(part, maxsplit=1)[0] if closing in part else part).strip()
            item = _core(words, works)
            if len(item) >= _SHORTEST:
                found[item].append((number, words))
    return found


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text).strip() if "（" in text or "(" in text else text


def _core(name: str, works: tuple[str, ...]) -> str:
    """A name without the words that close it and do not tell it from others; numerals as digits."""
    while name.endswith(works):
        name = name.removesuffix(next(word for word in works if name.endswith(word)))
    return name.translate(_NUMERALS) if _NUMERAL.search(name) else name


class _Names:
    """The projects by the items that their names end with."""

    def __init__(self, linked: LinkedPlan, items: Mapping[str, list[_Item]]) -> None:
        works = proofing(linked.plan.language).works
        self._title = linked.plan.title
        self._cores = [_core(_without_brackets(entry.project.name), works) for entry in scheduled(linked)]
        self._sorted = sorted(self._cores)
        self._by_item: defaultdict[str, list[tuple[Scheduled, str]]] = defaultdict(list)
        endings = {item[-_SHORTEST:] for item in items}
        for entry, core in zip(scheduled(linked), self._cores, strict=True):
            for start in range(len(core) - _SHORTEST + 1) if core[-_SHORTEST:] in endings else ():
                if (item := core[start:]) in items:
                    self._by_item[item].append((entry, core[:start]))

    def core(self, index: int) -> str:
        """The name of a project without what does not tell it from others."""
        return self._cores[index]

    def projects(self, item: str) -> list[Scheduled]:
        """The projects that `item` names, with or without the area in front."""
        return [entry for entry, area in self._by_item.get(item, ()) if self._is_area(area)]

    def _is_area(self, area: str) -> bool:
        if not area or area in self._title:
            return True
        first, last = bisect_left(self._sorted, area), bisect_left(self._sorted, f"{area}\U0010ffff")
        return last - first >= _SHARED_BY


def _diagnostic(holder: Scheduled, within: Mapping[str, list[Scheduled]]) -> Diagnostic:
    members = list({entry.path: entry for entries in within.values() for entry in entries}.values())
    ids = [entry.project.id for entry in members]
    items = "".join(f"“{item}”" for item in within)
    place, args, values = (
        holder.place("scope"),
        {"name": holder.project.name, "items": items, "ids": listed(ids)},
        {"projects": "、".join(ids)},
    )
    for column in COLUMNS:
        whole, parts = _amount(holder, column), add_all([_amount(entry, column) for entry in members])
        if parts.unit.dimension == whole.unit.dimension and not may_hold("<=", parts, whole):
            args |= {"parts": format_quantity(parts.converted(whole.unit)), "whole": format_quantity(whole)}
            related = _members(members, column)
            return Diagnostic(KIND, place, args, column, hint="hint", values=values, related=related)
    return Diagnostic(KIND, place, args, hint="hint", values=values, related=_members(members, "total"))


def _members(members: list[Scheduled], column: Column) -> tuple[Related, ...]:
    return tuple(
        Related(
            entry.place(column),
            "member",
            {"id": entry.project.id, "amount": entry.project.amount(column).text, "name": entry.project.name},
        )
        for entry in members
    )


def _amount(entry: Scheduled, column: Column) -> Quantity:
    return Quantity.from_number(entry.project.amount(column), entry.unit, exact=entry.exact)
