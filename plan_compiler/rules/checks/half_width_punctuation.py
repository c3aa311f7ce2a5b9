"""Half-width punctuation stands in Chinese text.

Commas, colons, stops and parentheses among Chinese characters are full-width (GB/T 15834). What is Latin or digits only keeps
its own marks (R&D, 1:30), and titles of documents 《…》 stay as they are.

中文里的逗号、冒号、句号、括号用全角（GB/T 15834）。纯英文、纯数字里的（R&D、1:30）和书名号里的照原样。

怎么办：改成全角；`plan fix` 可代改。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      道路长600米,宽24米，起点在甲路(曹龙路段)。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      道路长600米，宽24米，比例1:30，研究与试验发展(R&D)经费。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.typography import CHINESE, in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT704",
    "half-width-punctuation",
    Severity.WARNING,
    Message("中文里用了半角标点", "Half-width punctuation stands in Chinese text"),
    {
        "message": Message("“{text}”用了半角标点", "{text} has half-width punctuation"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)
_MARK = compiled(
    rf"[,;:!?.(](?:(?<=[,;!?])(?={CHINESE})|(?<={CHINESE}[,;:!?])(?: +(?={CHINESE}))?|(?<={CHINESE}\.)(?={CHINESE}|$)"
    rf"|(?<=\()(?P<inner>[^()（）\n]{{1,200}})\))",
    re.MULTILINE,
)
"""The marks come first, since they are rarer than what is around them."""
_HAS_CHINESE = compiled(CHINESE).search
_FORM_SIGNS = ("=", ":=", "#")
"""Parentheses that begin so are those of a form: what is wrong with it is told where it is read."""
_WIDE = str.maketrans(",;:!?.", "，；：！？。")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search the text of a Chinese plan."""
    if not in_chinese(linked.plan.language):
        return
    for found in printed(linked).search(_MARK):
        line, start, end, inner = found.line, found.start, found.end, found.match["inner"]
        if found.is_in_title or (inner and (not _HAS_CHINESE(inner) or inner.startswith(_FORM_SIGNS))):
            continue
        corrected = found.match[0].rstrip().translate(_WIDE) if inner is None else f"（{inner}）"
        low, high = (start, end) if inner is not None else (max(0, start - 2), end + 2)
        args = {
            "text": line.text[low:high],
            "corrected": line.text[low:start] + corrected + line.text[end:high],
        }
        fix = line.fix(start, end, corrected, safe=True)
        yield Diagnostic(KIND, found.place, args, hint="hint", subject=args["text"], fix=fix)
