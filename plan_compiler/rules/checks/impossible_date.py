"""A date that no calendar has, or a period that ends before it begins.

2月30日, 11月31日 and 13月 are slips of the pen, and `date: 2026-13` or `date: 2026年13月` in plan.yaml; so is 2030—2026年, whose years stand the wrong way round. Of 2月29日 only that of a year
that is no leap year is told.

日期不存在，或期限的起止年份颠倒，如 2月30日、11月31日、13月、2030—2026年，plan.yaml 的 `date: 2026-13`、`date: 2026年13月`。不写年份的 2月29日 不算错。

怎么办：核对日期，改成应有的月、日、年份。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      2023年2月29日前完成选址，11月31日前开工。
```

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      2030—2026年实施二期，2025年13月验收。
```

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
date: 2021-13
chapters:
  - title: 总则
    body: 分两期实施。
```

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
date: 2021年11月31日
chapters:
  - title: 总则
    body: 分两期实施。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
date: 2021年11月30日
chapters:
  - title: 总则
    body: |
      2024年2月29日前完成选址，11月30日前开工，2021—2025年实施，预计13个月建成，2023年5月36号地块出让，农历2月30日祭祖。
```
"""

import re
from calendar import isleap
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT726",
    "impossible-date",
    Severity.ERROR,
    Message("日期不存在，或起止年份颠倒", "A date that no calendar has, or years the wrong way round"),
    {
        "message": Message("没有“{text}”这样的日期", "there is no such date as {text}"),
        "reversed": Message("“{text}”的起止年份颠倒", "{text} ends before it begins"),
        "hint": Message("核对月、日、年份", "see which day, month or year is meant"),
    },
)
_MONTH = compiled(r"月(?:(?P<day>[0-9]{1,2})(?:日|号(?=[前之起至到，。；、]|$)))?(?![0-9])", re.MULTILINE)
_BEFORE_MONTH = compiled(r"(?<![0-9年.历])(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<month>[0-9]{1,2})$")
_LONGEST = len("历2026年12")
_LONGEST_DATE = 100
_DIGITS = compiled(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
"""The date of a plan in digits (2026-03-18, 2026-03)."""
_YEARS = compiled(
    r"(?P<first>(?:19|20)(?<![0-9前今自由从-]..)[0-9]{2})年?[-—–－~～至]{1,2}(?P<last>(?:19|20)[0-9]{2})年"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the date of the plan, then search everything that is printed in a Chinese plan."""
    date = linked.plan.date or ""
    if (dated := _DIGITS.fullmatch(date.strip())) and not _exists(dated[1], int(dated[2]), dated[3]):
        yield Diagnostic(KIND, Place(("date",)), {"text": date}, hint="hint", subject=date)
    if not in_chinese(linked.plan.language):
        return
    for match in _MONTH.finditer(date[:_LONGEST_DATE]):
        before = _BEFORE_MONTH.search(date[: match.start()])
        if before and not _exists(before["year"], int(before["month"]), match["day"]):
            written = before[0] + match[0]
            yield Diagnostic(KIND, Place(("date",)), {"text": written}, hint="hint", subject=written)
    text = printed(linked)
    for found in text.search(_MONTH):
        before = _BEFORE_MONTH.search(found.before(_LONGEST))
        if before and not _exists(before["year"], int(before["month"]), found.match["day"]):
            yield _diagnostic(found, before[0], "message")
    for found in text.search(_YEARS):
        if found.match["first"] > found.match["last"]:
            yield _diagnostic(found, "", "reversed")


def _exists(year: str | None, month: int, day: str | None) -> bool:
    if day is None and year is None:  # 13月薪
        return True
    if not 1 <= month <= len(_DAYS):
        return False
    if day is None:
        return True
    if month == 2 and int(day) == 29 and year is not None:
        return isleap(int(year))
    return 1 <= int(day) <= _DAYS[month - 1]


def _diagnostic(found: Found, before: str, message: str) -> Diagnostic:
    """The finding for a match and what stands `before` it."""
    text, place = before + found.match[0], found.line.place(found.start - len(before), found.end)
    return Diagnostic(KIND, place, {"text": text}, message, hint="hint", subject=text)
