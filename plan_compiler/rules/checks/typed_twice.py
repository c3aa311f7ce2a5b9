"""A mark or a word is typed twice.

，， and 。， are slips; an ellipsis is …… and a dash ——. Words are reported only where no other reading is possible: 产业要要提升,
but not 主要要求; and words said before something and behind it again: 加快集聚更多创新要素集聚, 全长185米长,
创新人才E类以上人才.

标点重复（，，、。，），或者词语打了两遍。词语只在没有别的读法时才报：产业要要提升；“主要要求”不算；动词在宾语前后
说了两遍的（加快集聚更多创新要素集聚、全长185米长、创新人才E类以上人才）也报。省略号是……，破折号
是——。

怎么办：删去多余的一个。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      工业设计业要要提升创新意识，，加快产业化。加快集聚更多创新要素集聚。

      引育创新人才E类以上人才，开展具有优势等等具有前景的研究，联合中心区区推动驿站建成。甲河整治工程二期（驳坎部分）河道治理工程。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      主要要求是创新，重要要素加快集聚……加快建设重点项目和配套设施建设用地。

      开发区区域、园区区位、片区区级事务；引育E类以上人才；甲河整治工程、乙河道治理工程，甲河整治工程（河道治理工程一期）；问题、建议等等。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Fix, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.language.slips import said_twice
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT706",
    "typed-twice",
    Severity.WARNING,
    Message("标点或词语重复", "A mark or a word is typed twice"),
    {
        "message": Message("“{text}”重复", "{text} is typed twice"),
        "hint": Message("删去多余的，留“{corrected}”", "keep {corrected}"),
    },
)
_MARKS = compiled("[，。、；：][，。、；：]+")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search for marks and the language's words that stand twice."""
    text, known = printed(linked), proofing(linked.plan.language)
    doubled = compiled("|".join(known.doubled))
    for found in text.search(_MARKS):
        mark = found.match[0]
        is_one = len(set(mark)) == 1
        yield _diagnostic(found, mark[0], found.line.fix(found.start, found.end, mark[0]) if is_one else None)
    for found in text.search(doubled):
        word = found.match[0][: (len(found.match[0]) + 1) // 2].rstrip()
        yield _diagnostic(found, word, found.line.fix(found.start, found.end, word))
    for slip in said_twice(linked.plan.language):
        for found in text.search(compiled(slip.pattern), words=slip.words):
            yield _diagnostic(found, slip.mended(found.match), None)


def _diagnostic(found: Found, corrected: str, fix: Fix | None) -> Diagnostic:
    args = {"text": found.match[0], "corrected": corrected}
    return Diagnostic(KIND, found.place, args, hint="hint", subject=found.match[0], fix=fix)
