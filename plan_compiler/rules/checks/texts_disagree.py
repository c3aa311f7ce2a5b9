"""Two texts give one thing different figures.

“全市公园120座” stands in one chapter and “全市公园125座” in another, and no indicator, fact or table of the plan has that name. Compared are
figures that are said plainly (no 约, no 以上) of a thing by the very same words, in the same unit, for the same year, and of the whole area of
the plan (全市, or its name); without a word for the area only figures of one section, each at the head of its paragraph.
Figures without a year are compared where both are told as what there is now.

What to do: mend one of the two; and let the figure have one home: `[120座](:=parks)` where it is first said, `[120座](=parks)` elsewhere.

一处写“全市公园120座”，另一处写“全市公园125座”，而指标、数据条目和表格里都没有这一项。只比较：名称一字不差、单位相同、年份相同、不带“约”“以上”
等限定词、并且说的是全市（或写明规划地区名）的数；没有写范围的，只比较同一节里各段开头的数。都没有写年份的，只在两处说的都是现状时才比较。

怎么办：改正其中一处；再给它一个出处：第一次出现写作 `[120座](:=parks)`，别处写作 `[120座](=parks)`。

Bad:

```yaml plan.yaml
title: 青云市发展规划
period: 2021-2025
chapters:
  - title: 生态
    body: 到2025年，全市公园达到120座。
  - title: 民生
    body: 绿色空间更加充足，2025年全市公园达到125座。
```

Good:

```yaml plan.yaml
title: 青云市发展规划
period: 2021-2025
chapters:
  - title: 生态
    body: 到2025年，全市公园达到120座，其中城区80座；2023年，全市公园达到105座。
  - title: 民生
    body: 2025年全市公园达到120座。东山县全县公园8座，到2025年，全市公园面积达到300公顷，全市新增公园15座。
```
"""

from collections import defaultdict
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.quantity.quantity import agree
from plan_compiler.quantity.units import Relation, relation
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.phrases import Of, may_tell, told_of
from plan_compiler.rules.prose.figures import Told

KIND = Kind(
    "NUM423",
    "texts-disagree",
    Severity.WARNING,
    Message("同一事项在两处文字中数据不同", "Two texts give one thing different figures"),
    {
        "message": Message("{name}此处为 {stated}，另一处为 {other}", "{name} is {stated} here, but {other} elsewhere"),
        "other": Message("另一处：{other}", "elsewhere: {other}"),
        "hint": Message(
            "统一两处；给它一个出处，第一次出现写作 [{other}](:=标识)，别处写作 [{other}](=标识)，由编译器核对",
            "mend one; written [{other}](:=id) in one place and [{other}](=id) in the others, the compiler checks it",
        ),
    },
)


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare each figure of a thing with the first that is told of it."""
    first: dict[Of, list[Told]] = defaultdict(list)
    for told, of in _told(prose):
        other = next((each for each in first[of] if _are_of_one_kind(told, each)), None)
        if other is None:
            first[of].append(told)
        elif not _is_bound_alike(told, other) and not agree(told.mention.quantity, other.mention.quantity):
            yield _diagnostic(prose, of, told, other)


def _told(prose: ProseFigures) -> Iterator[tuple[Told, Of]]:
    """The figures of the chapters with what they are of, but those that the plan's data have."""
    surroundings = prose.attribution.surroundings
    known = {spoken.told.spot for spoken in prose.spoken}
    wanted = may_tell(surroundings.background)
    for run in prose.chapter_runs(lambda text: any(word in text for word in wanted)):
        for told in prose.figures(run):
            of = told_of(told, surroundings) if told.spot not in known else None
            if of is not None:
                yield told, of


def _are_of_one_kind(told: Told, other: Told) -> bool:
    return relation(told.mention.quantity.unit, other.mention.quantity.unit) is Relation.SAME


def _is_bound_alike(told: Told, other: Told) -> bool:
    """Whether both quote one figure: what differs is told of their bindings."""
    return told.form is not None and other.form is not None and bool(set(told.form.needs) & set(other.form.needs))


def _diagnostic(prose: ProseFigures, of: Of, told: Told, other: Told) -> Diagnostic:
    args = {"name": _named(prose, of), "stated": told.text, "other": other.text}
    related = (Related(other.place(prose.written(other.run)), "other", args),)
    place, values = told.place(prose.written(told.run)), {"stated": told.text, "other": other.text}
    return Diagnostic(KIND, place, args, hint="hint", values=values, subject=told.text, related=related)


def _named(prose: ProseFigures, of: Of) -> str:
    if not in_chinese(prose.language):
        return f"{of.phrase}, {of.year}" if of.year else of.phrase
    throughout = prose.attribution.background.discourse.throughout[0]
    return f"{of.year or ''}{'年' if of.year else ''}{throughout if of.scope else ''}{of.scope}{of.phrase}"
