"""A verb does not go with its object, or has none.

提高力度, 加快水平 mix two set phrases (加大力度, 提高水平); 完善古村的保护 stands for 加强古村的保护; in 成为集研发、孵化于一体 the thing that it
becomes is left out (…于一体的产业园); 防止不再发生 says the opposite of what is meant; 由12%提高到38个百分点 rises to a difference.

What to do: put the verb that goes with the object, or the object.

动词与宾语不搭配，或缺了宾语：“提高力度”应作“加大力度”，“加快水平”应作“提高水平”，“完善……的保护”应作“加强……的保护”，“打造……智慧化
提升”应作“推动……智慧化提升”；“成为集研发、孵化于一体”缺了宾语（……的产业园）；“防止不再发生”把意思说反了；“由12%提高到38个百分点”应作“提高到38%”。

怎么办：换用搭配的动词，或补出宾语。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      提高政策支持力度，加强公共服务水平，完善历史古村的保护，覆盖率由12%提高到38个百分点。

      项目发展成为集研发、孵化、加速等功能于一体，引育一批高成长型企业。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      加大支持力度，提高公共服务水平，加强历史古村的保护，加快提高服务水平，提高补贴标准和支持力度，扩大高水平对外开放，覆盖率由12%提高到38%、提高26个百分点。

      建成集研发、孵化等功能于一体的产业园，打造集文化、休闲于一体，特色鲜明的街区，防止问题反弹。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.slips import Slip, object_slips, verb_slips
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import PrintedText, printed

KIND = Kind(
    "TXT738",
    "verb-without-fitting-object",
    Severity.INFO,
    Message("动宾不搭配，或缺宾语", "A verb does not go with its object, or has none"),
    {
        "verb": Message(
            "“{text}”中的“{word}”与宾语不搭配，疑应为“{right}”", "{word} in {text} seems to stand for {right}"
        ),
        "object": Message("“{text}”缺宾语", "{text} lacks its object"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search everything that is printed, but for the titles of documents."""
    text, language = printed(linked), linked.plan.language
    for message, slips in (("verb", verb_slips(language)), ("object", object_slips(language))):
        for slip in slips:
            yield from _found(text, slip, message)


def _found(text: PrintedText, slip: Slip, message: str) -> Iterator[Outcome]:
    """The stretches that a slip is found in, with what belongs there."""
    for found in text.search(compiled(slip.pattern), words=slip.words):
        if not found.is_in_title:
            match, written = found.match, found.match[0]
            args = {"text": written, "word": match["at"], "right": slip.right, "corrected": slip.mended(match)}
            yield Diagnostic(KIND, found.place, args, message, hint="hint", subject=written)
