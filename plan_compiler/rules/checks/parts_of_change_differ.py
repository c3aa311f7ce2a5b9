"""The parts of a change make up their whole at one end of it, and not at the other.

航线由56条增加到80条，其中外贸由22条增加到36条、内贸由34条增加到44条: where the parts come to the whole at one end, they are all of it, and come to it at the other end, too.

What to do: mend the whole or a part.

“航线由56条增加到80条，其中外贸由22条增加到36条、内贸由34条增加到44条”：各项在一端加起来正好是总数，就是列全了，另一端也应等于总数。

怎么办：核对总数和各项。

Bad:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 航线
    body: 集装箱航线由56条增加到80条，增长42.9%，其中外贸航线由22条增加到63条、内贸航线由34条增加到44条。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 航线
    body: |
      集装箱航线由56条增加到80条，增长42.9%，其中外贸航线由22条增加到36条、内贸航线由34条增加到44条。

      集装箱航线由56条增加到80条，其中外贸航线由22条增加到36条，远洋干线由3条增加到6条。

      床位由3000张增加到5000张，其中公办由1000张增加到2000张，民办由2000张增加到2600张，新增专科床位400张。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_words import changes
from plan_compiler.rules.prose.claims.changes.parted_changes import PartedEnd, parted_ends

KIND = Kind(
    "NUM446",
    "parts-of-change-differ",
    Severity.WARNING,
    Message("增减的一端，各项之和不是总数", "The parts of a change make up their whole at one end alone"),
    {
        "message": Message(
            "各项 {addition} = {sum}，总数写作 {stated}；另一端相符（{other}）",
            "the parts {addition} = {sum}, and the whole is {stated}; at the other end they agree ({other})",
        ),
        "part": Message("{part}", "{part}"),
        "hint": Message("核对总数和各项", "mend the whole or a part"),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Add up the parts at both ends of each change."""
    known = changes(prose.language)
    for run in prose.chapter_runs(
        lambda text: known.may_lead(text) and any(word in text for word in known.told.of_which)
    ):
        for ends in parted_ends(known, prose.figures(run)):
            yield from (_judge(prose, own, other) for own, other in (ends, ends[::-1]))


def _judge(prose: ProseFigures, own: PartedEnd, other: PartedEnd) -> Outcome:
    written = prose.written(own.whole.run)
    place = own.whole.place(written)
    if own.holds:
        return Consistent(place, tuple(part.place(written) for part in own.parts))
    args = {
        "addition": " + ".join(part.worded for part in own.parts),
        "sum": format_quantity(own.sum, None, prose.language),
        "stated": own.whole.worded,
        "other": f"{' + '.join(part.worded for part in other.parts)} = {other.whole.worded}",
    }
    related = tuple(Related(part.place(written), "part", {"part": part.worded}) for part in own.parts)
    values = {"stated": args["stated"], "sum": args["sum"]}
    return Diagnostic(KIND, place, args, hint="hint", values=values, subject=own.whole.text, related=related)
