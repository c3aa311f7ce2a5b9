"""One owner is written in two ways.

Names that differ only in width or spaces, in a leading place name (浙南科技城管委会, 温州浙南科技城管委会), in a closing
有限公司, or by one character of a long name that is left out or typed for another of its sound or looks, are probably one organisation. 社会投资 and 社会资本
both mean whoever invests privately. Names that differ by a numeral or a direction (第一中学, 第二中学), by another word (供水分公司, 排水分公司) or as a
branch does from its head (公司, 分公司) are left alone.

同一单位写成两种名称：只差全半角或空格、前面有无地名（浙南科技城管委会、温州浙南科技城管委会）、有无“有限公司”，或长名
称里漏一个字、错一个音同形近的字。第一中学、第二中学这样差序号、方位的不算，供水分公司、排水分公司这样本来不同的，公司、分公司这样上下级的也不算。

怎么办：统一写法；最好把单位写进 organizations.yaml，责任单位写它的标识。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 社会投资}
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 社会资本}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 区教育局}
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 区科技局}
      - {id: r3, name: 丙路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 水务集团供水分公司}
      - {id: r4, name: 丁路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 水务集团排水分公司}
```
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import normalize

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.likeness import likenesses
from plan_compiler.language.proofing import Proofing, proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.owners import organization_names, owners

KIND = Kind(
    "PRJ312",
    "owner-written-differently",
    Severity.WARNING,
    Message("同一单位有两种写法", "One owner is written in two ways"),
    {
        "message": Message("责任单位“{name}”，另一处写作“{other}”", "the owner {name} is {other} elsewhere"),
        "other": Message("“{other}”（{count} 处）", "{other} ({count} times)"),
        "several": Message(
            "责任单位“{name}”是几个单位，写成了一个", "the owner {name} is several organisations, written as one"
        ),
        "list": Message("写成列表：owner: [{list}]", "write a list: owner: [{list}]"),
        "hint": Message(
            "统一写法；可在 organizations.yaml 写一次全称，责任单位处写其标识",
            "write it in one way; organizations.yaml can hold the name, and projects its id",
        ),
    },
)

_SHORTEST_ENDING = 4
_LONG = 8
_PARTING = compiled(r"[、，,；;]")
_JOINING = str.maketrans("", "", "和与及")
"""Words without which a name is the same: 发展和改革委, 发展改革委."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Group the names that are one by any of the ways, and report all but the commonest of a group."""
    places = organization_names(linked)
    times = Counter(name for name, _ in owners(linked))
    known = proofing(linked.plan.language)
    for group in _groups(_pairs(places, known)):
        name, *others = sorted(group, key=lambda each: (len(_several(each)), -times[each], -len(each), each))
        for other in others:
            several = _several(other)
            args = {"name": other, "other": name, "count": str(times[name]), "list": ", ".join(several)}
            related = (Related(places[name], "other", args),)
            values = {"name": other, "other": name}
            message, hint = ("several", "list") if several else ("message", "hint")
            yield Diagnostic(
                KIND, places[other], args, message, hint=hint, values=values, subject=other, related=related
            )


def _several(name: str) -> list[str]:
    """The organisations that one owner names, parted by signs (县教育局、县大数据局); none for one."""
    names = [each.strip() for each in _PARTING.split(name)]
    return names if len(names) > 1 and all(names) else []


def _pairs(names: Iterable[str], known: Proofing) -> Iterator[tuple[str, str]]:
    plain = {name: "".join(normalize("NFKC", name).split()).translate(_JOINING) for name in names}
    by_plain: dict[str, str] = {}
    for name, text in plain.items():
        if (first := by_plain.setdefault(text, name)) != name:
            yield first, name
    investors = [name for name in plain if name in known.private_investors]
    yield from ((investors[0], other) for other in investors[1:])
    yield from _contained(by_plain, known)
    yield from _one_character_apart(by_plain, known)


def _contained(names: dict[str, str], known: Proofing) -> Iterator[tuple[str, str]]:
    """Names that are the end of another one, or another one without its closing words.

    An end that several names have is the name of a kind of body (教育局), and belongs to none of them.
    """
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for text, name in names.items():
        for start in range(2, len(text) - _SHORTEST_ENDING + 1):
            if text[start:] in names:
                longer[text[start:]].append(name)
        for word in known.bodies:
            if text.endswith(word) and (short := text.removesuffix(word)) in names:
                yield names[short], name
    for text, whole in longer.items():
        if len(whole) == 1:
            yield names[text], whole[0]


def _one_character_apart(names: dict[str, str], known: Proofing) -> Iterator[tuple[str, str]]:
    """Long names of which one has a character more than the other, or another character in one place by a slip of typing."""
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    masked: defaultdict[str, list[str]] = defaultdict(list)
    doubled: list[tuple[str, str]] = []
    for text, name in names.items():
        if len(text) < _LONG:
            continue
        for index, char in enumerate(text):
            if char in known.telling:
                continue
            before, after = text[:index], text[index + 1 :]
            if before + after in names and char not in known.branches:
                yield names[before + after], name
            mask = f"{before}\0{after}"
            masked[mask].append(name)
            if before.endswith(char) or after.startswith(char):
                doubled.append((mask, name))
            for likeness in likenesses(char) or ("",):
                alike[mask, likeness].append(name)
    for same in alike.values():
        yield from pairwise(same)
    yield from ((masked[mask][0], name) for mask, name in doubled if masked[mask][0] != name)


def _groups(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    groups: list[set[str]] = []
    for pair in pairs:
        joined = set(pair)
        for group in [g for g in groups if not g.isdisjoint(joined)]:
            joined |= group
            groups.remove(group)
        groups.append(joined)
    return groups
