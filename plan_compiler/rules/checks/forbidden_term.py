"""A name is written in a form that the glossary does not allow.

glossary.yaml gives each name its preferred form and the forms to `avoid`. A form is not looked for inside the preferred one, inside
the words of `allow`, or in the title of a document 《…》.

glossary.yaml 给每个名称定了规范写法和不用的写法（`avoid`），文中用了后者。规范写法里、`allow` 的词里和书名号里的不
算。

怎么办：改成规范写法。

Bad:

```yaml glossary.yaml
- term: 环大罗山科创走廊
  avoid: [大罗山科创走廊]
```

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      科技城是大罗山科创走廊的核心。
```

Good:

```yaml glossary.yaml
- term: 环大罗山科创走廊
  avoid: [大罗山科创走廊]
```

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      科技城是环大罗山科创走廊的核心，见《大罗山科创走廊规划》。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT713",
    "forbidden-term",
    Severity.WARNING,
    Message("用了术语表中不用的写法", "A name is in a form that the glossary does not allow"),
    {
        "message": Message("“{text}”应写作“{term}”{note}", "{text} should be {term}{note}"),
        "term": Message("术语表", "the glossary"),
        "hint": Message("改为“{term}”，或在 glossary.yaml 中 allow", "write {term}, or `allow` it in glossary.yaml"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search for all forms to avoid at once, the longest first."""
    forms = {form: (index, term) for index, term in enumerate(linked.plan.glossary) for form in term.avoid if form}
    if not forms:
        return
    pattern = re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))
    for found in printed(linked).search(pattern):
        form = found.match[0]
        index, term = forms[form]
        if _is_within(found, (term.term, *term.allow)):
            continue
        note = f"（{term.note}）" if term.note else ""
        args = {"text": form, "term": term.term, "note": note}
        related = (Related(Place(("glossary", index)), "term"),)
        fix = found.line.fix(found.start, found.end, term.term)
        yield Diagnostic(KIND, found.place, args, hint="hint", subject=form, related=related, fix=fix)


def _is_within(found: Found, phrases: tuple[str, ...]) -> bool:
    """Whether the match is a part of one of the phrases, or stands in the title of a document."""
    text, start, end = found.line.text, found.start, found.end
    if found.is_in_title:
        return True
    for phrase in phrases:
        at = text.find(phrase, max(0, end - len(phrase)), start + len(phrase))
        if at >= 0 and at <= start and end <= at + len(phrase):
            return True
    return False
