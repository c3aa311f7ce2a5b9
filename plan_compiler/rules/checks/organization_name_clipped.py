"""An organisation is named in a text by a part of its full name.

A text has all but the beginning of a name that organizations.yaml or an owner gives in full (滨江新区建设投资集团有限公司 for
温州滨江新区建设投资集团有限公司). Legal names are printed in one way; a short form is shorter than that.

organizations.yaml 或责任单位里写了全称，文中却少了开头几个字（温州滨江新区建设投资集团有限公司写成滨江新区建设投资集
团有限公司）。法定名称只有一种写法；简称应短得多。

怎么办：写全称，或用通行的简称。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - id: r1
        name: 甲路
        scope: 长一公里
        nature: 新建
        period: 2021-2023
        total: 100
        in_period: 100
        owner: 温州滨江新区建设投资集团有限公司
```

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      现有的滨江新区建设投资集团有限公司能级偏弱。
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
      - id: r1
        name: 甲路
        scope: 长一公里
        nature: 新建
        period: 2021-2023
        total: 100
        in_period: 100
        owner: 温州滨江新区建设投资集团有限公司
```

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      现有的温州滨江新区建设投资集团有限公司（建投集团）能级偏弱。
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.owners import organization_names
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT714",
    "organization-name-clipped",
    Severity.WARNING,
    Message("单位名称与全称不符", "An organisation's name is clipped"),
    {
        "message": Message("“{text}”与全称“{name}”不符", "{text} is not the full name, {name}"),
        "name": Message("全称", "the full name"),
        "hint": Message("写全称，或用明显的简称", "write the full name, or a short one"),
    },
)
_TAIL = 6
_LONG = 10
_SHARE = 0.6
_LONGEST = 100


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Find the endings of all long names at once, and see how much of the name stands before each."""
    places = {name: place for name, place in organization_names(linked).items() if len(name) >= _LONG}
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for name in places:
        tails[name[-_TAIL:]].append(name)
    if not tails:
        return
    for found in printed(linked).search(re.compile("|".join(map(re.escape, tails))), words=tuple(tails)):
        if not found.line.is_prose:
            continue
        before = found.before(_LONGEST) + found.match[0]
        lengths = {name: _shared_ending(name, before) for name in tails[found.match[0]]}
        name = max(lengths, key=lambda each: lengths[each])
        printed_length = lengths[name]
        if printed_length < len(name) and printed_length >= max(_LONG, _SHARE * len(name)):
            start = found.end - printed_length
            text = found.line.text[start : found.end]
            related = (Related(places[name], "name"),)
            args, place = {"text": text, "name": name}, found.line.place(start, found.end)
            fix = found.line.fix(start, found.end, name)
            yield Diagnostic(KIND, place, args, hint="hint", subject=text, related=related, fix=fix)


def _shared_ending(name: str, text: str) -> int:
    """How many characters both end with."""
    pairs = zip(reversed(name), reversed(text), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
