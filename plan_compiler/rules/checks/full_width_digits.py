"""Digits or Latin letters are full-width.

２０２５ and Ａ are set too wide, and are not found by a search for 2025 or A.

正文、标题、表里的数字或字母用了全角，如 ２０２５、Ａ：排出来太宽，按 2025 也搜不到。表里的数（１２）照样按数读，但要
改。

怎么办：改成半角；`plan fix` 可代改。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      到２０２５年，建成Ａ级景区3个。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      到2025年，建成A级景区3个。
```
"""

from collections.abc import Iterator
from unicodedata import normalize

from plan_compiler.diagnostics import Diagnostic, Fix, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import scheduled
from plan_compiler.rules.sums.numbers import table_numbers, worded_cells
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT705",
    "full-width-digits",
    Severity.WARNING,
    Message("数字或字母用了全角", "Digits or letters are full-width"),
    {
        "message": Message("“{text}”是全角", "{text} is full-width"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)
_WIDE = compiled("[０-９Ａ-Ｚａ-ｚ]+")
_HAS_WIDE = frozenset(
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
)
_BARE = compiled(r"[0-9]+(?:\.[0-9]+)?(?:-[0-9]+)?")
"""What YAML reads as it stands, quoted before or not."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search for full-width digits and letters, in texts and in the numbers and periods of tables."""
    for number in table_numbers(linked):
        if not number.number.text.isascii():
            yield from _of_scalar(number.place, number.number.text)
    for place, text in worded_cells(linked):
        yield from _of_scalar(place, text)
    for entry in scheduled(linked):
        if not entry.project.period.isascii():
            yield from _of_scalar(entry.place("period"), entry.project.period)
    printed_text = printed(linked)
    for found in printed_text.search(_WIDE) if printed_text.characters & _HAS_WIDE else ():
        text = found.match[0]
        corrected = normalize("NFKC", text)
        fix = found.line.fix(found.start, found.end, corrected, safe=True)
        args = {"text": text, "corrected": corrected}
        yield Diagnostic(KIND, found.place, args, hint="hint", subject=text, fix=fix)


def _of_scalar(place: Place, text: str) -> Iterator[Diagnostic]:
    if _WIDE.search(text):
        corrected = _WIDE.sub(lambda match: normalize("NFKC", match[0]), text)
        fix = Fix(place, corrected, safe=True) if _BARE.fullmatch(corrected) else None
        yield Diagnostic(KIND, place, {"text": text, "corrected": corrected}, hint="hint", subject=text, fix=fix)
