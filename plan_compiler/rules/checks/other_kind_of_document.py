"""A plan calls itself something else: 本项目, 本报告.

What is pasted from a feasibility study or an assessment keeps the words of that: 本项目, 本方案, 本报告. Looked at are the chapters of what calls itself
规划, 纲要 or 计划 in its title, and told once for each word, with how many there are. What is quoted is left alone, and what stands behind one
that may be meant (各项目单位要制定本项目年度计划).

What to do: write 本规划, or say which project or report is meant.

规划里自称“本项目”“本方案”“本报告”，多半是从可行性研究、专题报告里照抄来的。只看标题以“规划”“纲要”“计划”结尾的文件的正文（附表里的“本项目”指那个项目，
不算）；每个词只报一次，并写明有几处。引号里的不算，前文已提到某个项目、工程、方案的也不算（“各项目单位要制定本项目年度计划”）。

怎么办：改为“本规划”，或写明是哪个项目、哪份报告。

Bad:

```yaml plan.yaml
title: 某区发展规划
period: 2021-2025
chapters:
  - title: 总则
    body: |
      本项目用水定额参考地方标准，取用水指标合理。
```

Good:

```yaml plan.yaml
title: 某区发展规划
period: 2021-2025
chapters:
  - title: 总则
    body: |
      本规划用水定额参考地方标准；推进资本项目开放，实施治本工程，加强项目本项目标管理；编制竞赛方案（以下简称本方案），本方案另行印发。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.plan import Plan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.setting import headings_of
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT739",
    "other-kind-of-document",
    Severity.INFO,
    Message("规划自称为项目或报告", "A plan calls itself something else"),
    {
        "message": Message(
            "本文件是{kind}，文中却写“{text}”，全文共 {count} 处",
            "this is a {kind}, yet it says {text}; {count} place(s)",
        ),
        "hint": Message("改为“本{kind}”，或写明所指的是什么", "write 本{kind}, or say what is meant"),
    },
)

_REACH = 200
"""How many characters before it may say which one is meant."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for such words in the chapters, unless one is said to be a short name."""
    known = proofing(linked.plan.language)
    kind = next((kind for kind in known.plan_kinds if linked.plan.title.endswith(kind)), "")
    if not kind:
        return
    text, places = printed(linked), dict[str, list[Found]]()
    for found in text.body.search(compiled(known.other_kinds)):
        if found.line.path[0] == "chapters" and not _is_meant(found, linked.plan):
            places.setdefault(found.match[0], []).append(found)
    for word, of_word in places.items():
        if f"{known.shortened}{word}" not in text.text and f"{known.shortened}“{word}" not in text.text:
            args = {"text": word, "kind": kind, "count": str(len(of_word))}
            yield Diagnostic(KIND, of_word[0].place, args, hint="hint", values={"count": args["count"]}, subject=word)


def _is_meant(found: Found, plan: Plan) -> bool:
    """Whether it is quoted, or the words before it or the title above say which one is meant: 各项目单位要制定本项目年度计划."""
    before, word, kind = found.before(_REACH), found.match[0], found.match["kind"]
    is_quoted = found.is_in_title or before.rfind("“") > before.rfind("”")
    return is_quoted or kind in before.replace(word, "") or kind in "".join(headings_of(plan, found.line.path)[:1])
