"""A text says of a project that it is done, or only prepared, and the annex has it under way.

“科研型企业总部园等项目先后落成启用” where the annex has its first stage until 2023 and its second from 2021; “绿化配套工程先做前期研究” where the annex has it as 新建 from 2022. Told
where every project of that name goes on after the base year; a text that names the stage (一期) is of that stage alone.

What to do: say which part is done, or mend the annex.

正文说某项目已经建成，附表里同名项目（各期）却都在规划期内继续建设；或正文说先做前期研究，附表却列为新建。正文写明“一期”的，只与一期比较。

怎么办：写明建成的是哪一部分，或改正附表。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 基础
    body: |
      科研型企业总部园、永强中学等项目先后落成启用。

      瑶北单元地下停车场及绿化配套工程先做前期研究。
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: works
    title: 工程
    projects:
      - {id: r1, name: 科研型企业总部园项目一期, scope: 长一公里, nature: 续建, period: 2020-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 科研型企业总部园项目二期, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r3, name: 瑶北单元 11-E-09 地块地下停车场及绿化配套工程, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 基础
    body: |
      科研型企业总部园一期、永强中学等项目先后落成启用，到2025年科研型企业总部园二期将建成。

      滨河绿化配套工程先做前期研究。
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: works
    title: 工程
    projects:
      - {id: r1, name: 科研型企业总部园项目二期, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 滨河绿化配套工程, scope: 长一公里, nature: 前期, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.language.naming import Naming, naming
from plan_compiler.language.proofing import proofing
from plan_compiler.language.vocabulary import Nature
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.period import base_year
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import Scheduled, scheduled
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "PRJ326",
    "stage-told-otherwise",
    Severity.INFO,
    Message("正文所说的建设阶段与附表不符", "A text tells another stage of a project than the annex"),
    {
        "built": Message(
            "正文说{text}已建成，附表中{name}的期限是{period}",
            "the text says that {text} is done; the annex has {name}, {period}",
        ),
        "prepared": Message(
            "正文说{text}先做前期工作，附表中{name}列为“{nature}”",
            "the text says that {text} is but prepared; the annex has {name} as {nature}",
        ),
        "home": Message("{name}", "{name}"),
        "hint": Message("写明是哪一部分，或改正附表", "say which part is meant, or mend the annex"),
    },
)
_SHORTEST = 6
_REACH = 160
_CLAUSE, _SENTENCE = compiled("[，、；。：\\n]"), compiled("[。；\\n]")


class _Names(Struct, frozen=True):
    """The projects by how their names begin and end, codes of plots left out."""

    begun: Mapping[str, list[tuple[str, Scheduled]]]
    ended: Mapping[str, list[tuple[str, Scheduled]]]
    works: re.Pattern[str]

    @staticmethod
    def of(linked: LinkedPlan, known: Naming) -> "_Names":
        codes = compiled(known.codes)
        begun: dict[str, list[tuple[str, Scheduled]]] = {}
        ended: dict[str, list[tuple[str, Scheduled]]] = {}
        for each in scheduled(linked):
            name = codes.sub("", each.project.name)
            begun.setdefault(name[:_SHORTEST], []).append((name, each))
            ended.setdefault(name[-_SHORTEST:], []).append((name, each))
        return _Names(begun, ended, compiled(rf"{known.works}$"))

    def called(self, text: str) -> list[Scheduled]:
        """The projects that are called so, but for works and stages behind it."""
        alike = self.begun.get(text[:_SHORTEST], ())
        return [each for name, each in alike if name.startswith(text) and self.works.match(name, len(text))]

    def ending(self, text: str) -> list[Scheduled]:
        """The projects whose names end so."""
        return [each for name, each in self.ended.get(text[-_SHORTEST:], ()) if name.endswith(text)]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at what the chapters say of projects that are done or prepared."""
    known, base = naming(linked.plan.language), base_year(linked.plan)
    if known is None or base is None or linked.plan.annex is None:
        return
    text = printed(linked).body
    built = [found for found in text.search(compiled(known.built)) if _is_of_chapters(found)]
    prepared = [found for found in text.search(compiled(known.prepared)) if _is_of_chapters(found)]
    if built or prepared:
        names = _Names.of(linked, known)
        closing = proofing(linked.plan.language).and_so_on
        yield from _built(built, names, compiled(known.ahead), closing, base)
        yield from _prepared(prepared, names, known, linked)


def _built(places: list[Found], names: _Names, ahead: re.Pattern[str], closing: str, base: int) -> Iterator[Outcome]:
    """Projects that are said to be done, and all end after the base year."""
    for found in places:
        sentence = _SENTENCE.split(found.before(_REACH))[-1]
        for item in _CLAUSE.split(sentence) if ahead.search(sentence) is None else ():
            name = item.partition(closing)[0].strip()
            projects = names.called(name) if len(name) >= _SHORTEST else []
            ends = [each.period.end for each in projects if each.period is not None and each.period.end is not None]
            if projects and len(ends) == len(projects) and min(ends) > base:
                yield _told(found, name, projects[0], "built")


def _prepared(places: list[Found], names: _Names, known: Naming, linked: LinkedPlan) -> Iterator[Outcome]:
    """Projects that are said to be prepared, and are new ones."""
    natures = linked.words.meanings.natures
    around = compiled(rf"^{known.about_works}+|{known.about_works}+$")
    for found in places:
        name = around.sub("", _CLAUSE.split(found.before(_REACH))[-1].strip())
        projects = names.ending(name) if len(name) >= _SHORTEST else []
        if len(projects) == 1 and natures.get(projects[0].project.nature) is Nature.NEW:
            yield _told(found, name, projects[0], "prepared")


def _is_of_chapters(found: Found) -> bool:
    return found.line.path[0] == "chapters"


def _told(found: Found, text: str, entry: Scheduled, message: str) -> Diagnostic:
    start = found.line.text.rfind(text, 0, found.start)
    project = entry.project
    args = {"text": text, "name": project.name, "period": project.period or "", "nature": project.nature}
    values = {} if message == "built" else {"nature": args["nature"]}
    related = (Related(Place((*entry.path, "name")), "home", args),)
    place = found.line.place(start, found.end)
    return Diagnostic(KIND, place, args, message, hint="hint", subject=text, values=values, related=related)
