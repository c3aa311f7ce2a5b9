"""A mark of punctuation is left out, or another one belongs in its place.

Told where the words leave no doubt what is parted: 龙江路以东，机场大道以北的区域 names two bounds of one area, 形成一批联合体，若干集群 two
things of one verb, 全长 behind 西起甲路，东至乙路 begins another clause; two set phrases side by side are parted (锐意进取、担当作为); and
the items of 二期：…；三期：… by semicolons.

What to do: put the mark there.

标点漏了，或用错了。只在词语上看得出分断的地方报：“龙江路以东，机场大道以北的区域”是并列的两界，用顿号；“形成一批联合体，若干集群”
并列的宾语用顿号；“西起甲路，东至乙路全长2公里”在“全长”前断开；“健康发展茁壮成长”两个四字语之间断开；“二期：”“三期：”各项之间用
分号；“国资平台—某某公司”说明前文的用破折号“——”。

怎么办：补上或改正标点。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      对龙江路以东，机场大道以北的区域进行改造，形成一批协同创新联合体，若干产业集群。

      道路西起甲路，东至乙路全长2公里，促进市场主体健康发展茁壮成长。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      对龙江路以东、机场大道以北的区域进行改造，形成一批联合体、若干产业集群。

      道路西起甲路，东至乙路，全长2公里；长江路以东，地势较高；培育一批企业，若干企业上市；健康发展、茁壮成长，推动企业健康发展茁壮。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.slips import mark_slips, within
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT737",
    "mark-amiss",
    Severity.INFO,
    Message("标点疑漏或用错", "A mark of punctuation seems left out, or wrong"),
    {
        "left_out": Message("“{text}”中间疑漏“{right}”", "{right} seems to be left out in {text}"),
        "wrong": Message("“{text}”中的“{mark}”疑应为“{right}”", "{mark} in {text} seems to stand for {right}"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search everything that is printed, but for the titles of documents."""
    text = printed(linked)
    for slip in mark_slips(linked.plan.language):
        for found in text.search(compiled(slip.pattern), words=slip.words):
            if found.is_in_title:
                continue
            match, written = found.match, found.match[0]
            start, end = within(match)
            args = {"text": written, "mark": match["at"], "right": slip.right, "corrected": slip.mended(match)}
            place = found.line.place(found.start + start, found.start + end) if match["at"] else found.place
            fix = found.line.fix(found.start + start, found.start + end, slip.right)
            message = "wrong" if match["at"] else "left_out"
            yield Diagnostic(KIND, place, args, message, hint="hint", subject=written, fix=fix)
