"""Hand-typed numbers in a text have a gap, or one comes twice.

（1）（3）, 一是…三是, ①②④ at the heads of clauses count from one; a number is left out or typed twice. Lists and headings that the
compiler numbers cannot go wrong in this way.

文中手打的编号（（1）（3）、一是…三是、①②④）缺号或重号。列表和标题的编号由编译器数，不会错。

怎么办：改正编号；能写成列表的写成列表。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      重点做好三项工作：一是建机制；三是强队伍。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      重点做好三项工作：一是建机制；二是强队伍；三是抓考核。1、2号楼先建。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT708",
    "numbering-in-text",
    Severity.WARNING,
    Message("正文中手工编号缺号或重号", "Hand-typed numbers have a gap or a repeat"),
    {
        "message": Message("“{text}”之前是“{before}”，缺号", "{text} follows {before}: a number is left out"),
        "repeat": Message("“{text}”重号，前一个也是“{before}”", "{text} comes twice, the one before is {before}"),
        "hint": Message("改正编号；或写成列表，由编译器编号", "mend it, or write a list that the compiler numbers"),
    },
)
_MARKER = compiled(
    r"[\n。；：，;:](?=[ （(第其①-⑳0-9一二三四五六七八九十]) *(?P<marker>(?P<lead>[（(第其]?)"
    "(?:(?P<row>[①-⑳])|(?P<digits>[0-9]{1,2})(?P<close>[）)、])(?![0-9])"
    "|(?P<words>[一二三四五六七八九十]{1,3})(?P<tail>[）)、，是])))"
)
"""At the head of a clause; that of the plan's title, which all begins with, is not among them."""
_FURTHEST = 3
_Key = tuple[NodePath, str]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Follow each kind of number through the body, the cell or the titles in which it counts."""
    last: dict[_Key, tuple[int, str]] = {}
    language = linked.plan.language
    for found in printed(linked).search(_MARKER, "marker"):
        style = _style(found.match)
        if style is None:
            continue
        key, number, text = (_counted_in(found.line.path), style), _number(found.match, language), found.match["marker"]
        before = last.get(key)
        if number == 1 or (before is not None and before[0] <= number <= before[0] + _FURTHEST):
            last[key] = number, text
        if number == 1 or before is None or not before[0] <= number <= before[0] + _FURTHEST:
            continue
        if number != before[0] + 1:
            message = "repeat" if number == before[0] else "message"
            args = {"text": text, "before": before[1]}
            yield Diagnostic(KIND, found.place, args, message, hint="hint", subject=text, values={"before": before[1]})


def _style(match: re.Match[str]) -> str | None:
    """How the number is printed; None where it is no number of a list."""
    lead, tail = match["lead"], match["close"] or match["tail"] or ""
    if lead in ("（", "(") and tail not in ("）", ")"):
        return None
    if match["words"] and ((tail == "，") is not (lead in ("第", "其")) or (tail in "是、" and lead)):
        return None
    return f"{lead}{'1' if match['digits'] else '一' if match['words'] else '①'}{tail}"


def _number(match: re.Match[str], language: str) -> int:
    if match["row"]:
        return ord(match["row"]) - ord("①") + 1
    return read_count(match["digits"] or match["words"], language)


def _counted_in(path: NodePath) -> NodePath:
    """Where a count goes on: all titles under one parent; all texts of one body or one list; else the text itself."""
    if path[-1] == "title" and "sections" in path[:-1]:
        return (*path[:-2], "title")
    for index in range(len(path) - 1, -1, -1):
        if path[index] in ("body", "items"):
            return path[: index + 1]
    return path
