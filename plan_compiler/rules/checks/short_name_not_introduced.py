"""A short name is used without being introduced.

温州生材所 where 温州生物材料与工程研究所 is named in full elsewhere, 附二医 beside 温州医科大学附属第二医院: a reader from elsewhere does not know that they are one. Told
once for each, unless the plan says 以下简称, or has the short name in brackets behind the long one.

What to do: say 以下简称…, or write the name in full.

简称没有交代：文中另处写全称“温州生物材料与工程研究所”“附属第二医院”，这里却用“温州生材所”“附二医”。写明“以下简称”、或在全称后用括号注出的不算；
每个简称只报一次。

怎么办：首次出现时写“以下简称……”，或写全称。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      建设温州研究院（温州生物材料与工程研究所）。

      以温州生材所为基础，附二医建成投用，依托温州医科大学附属第二医院提高服务水平。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      温州生物材料与工程研究所（以下简称温州生材所）建成，以温州生材所为基础；派出所、公证所，附一医建成，温州医科大学附属第二医院扩建。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.naming import naming
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed
from plan_compiler.rules.texts.short_names import short_names

KIND = Kind(
    "TXT745",
    "short-name-not-introduced",
    Severity.INFO,
    Message("简称没有交代", "A short name is used without being introduced"),
    {
        "message": Message(
            "“{text}”疑为“{other}”的简称，全文没有交代", "{text} seems to be short for {other}, which is not said"
        ),
        "hint": Message("首次出现时写“以下简称{text}”，或写全称", "introduce it at first, or write the name in full"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for the short names of institutes and hospitals that are named in full."""
    known = naming(linked.plan.language)
    if known is not None:
        for each in short_names(printed(linked), known, proofing(linked.plan.language)):
            args = {"text": each.text, "other": each.other}
            yield Diagnostic(KIND, each.place, args, hint="hint", subject=each.text)
