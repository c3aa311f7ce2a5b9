"""A text writes a name almost as the plan's data have it.

“城北污水处里厂” in a text, where the annex has 城北污水处理厂: one character of the same sound, or that looks alike, two in each other's
place, one typed twice; within quotation marks also one left out or put in. Looked at are names in quotation marks or 《》, what stands
right before a figure in its unit (森林覆盖律达到45%), and names of six characters and more, terms of the glossary among them, wherever they stand, where the slip makes
words that the plan has nowhere else (推进城北污水处里厂建设). Characters that tell things apart (东 and 西, 一 and 二) are no slips.

What to do: mend the name. Where it is that of something else, give that a place in the plan, or a waiver.

文中引号、书名号里的名称，或数据前的指标名，与数据中的项目名、指标名只差一个字：同音字、形近字（“城北污水处里厂”“森林覆盖律”），相邻两
字颠倒，一个字打了两遍；引号里的还看漏一个字、多一个字。六个字以上的名称（包括术语表里的）不在引号里也看，只报错成了全文别处没有的词的（“推进城北污水处里厂建设”）。“东、西”“一、二”“甲、乙”之类本来就用来区分的字不算。

怎么办：改正名称；确是另一个名称的，可写豁免。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      推进“城北污水处里厂”提标改造。
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: water
    title: 水务
    projects:
      - id: w1
        name: 城北污水处理厂
        scope: 日处理10万吨。
        nature: 新建
        period: 2021-2024
        total: 20000
        in_period: 20000
        owner: 水务集团
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      推进“城北污水处理厂”“城南污水处理厂”提标改造。
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: water
    title: 水务
    projects:
      - id: w1
        name: 城北污水处理厂
        scope: 日处理10万吨。
        nature: 新建
        period: 2021-2024
        total: 20000
        in_period: 20000
        owner: 水务集团
```
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from plan_compiler.diagnostics import Diagnostic, Fix, Kind, Message, Place, Related, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.language.typography import in_chinese
from plan_compiler.model.paths import node_at
from plan_compiler.patterns import compiled
from plan_compiler.quantity.units import Relation, parse_unit, relation
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.phrases import words_before
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.subjects import Subject
from plan_compiler.rules.prose.wording import longest_first, plain
from plan_compiler.rules.texts.printed import UNPRINTED, PrintedText, printed
from plan_compiler.rules.texts.running_names import HalfNames
from plan_compiler.rules.texts.spelling import SHORTEST, Spellings

KIND = Kind(
    "TXT729",
    "name-misspelt",
    Severity.WARNING,
    Message("名称疑有错字", "A name seems to be misspelt"),
    {
        "message": Message("“{text}”疑为“{name}”之误", "{text} seems to be {name}, misspelt"),
        "name": Message("{name}", "{name}"),
        "hint": Message("改为“{name}”；确是另一名称的，可写豁免", "write {name}; where it is another name, waive this"),
    },
)
_PLACE = 2
"""How long the name of a place is at least that the name of a project begins with."""
_SHORTEST_OF_PLACES = 5
_SHORTEST_CUT = 8
"""How long the name of a project is at least without a word for it (工程) that a text may leave out."""
_DIGIT = compiled("[0-9]")
_QUOTED = compiled(r"“([^“”《》\n]{4,60})”|《([^《》\n]{4,60})》|「([^「」\n]{4,60})」")
_OPENING = compiled("[“《「]")


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Look at what is quoted, then at what figures are said to be of."""
    names = prose.attribution.background.names.subjects
    spellings = Spellings.of(names)
    is_own = cache(lambda text, name: _is_own(prose, text, name, names.get(name)))
    told = (*_quoted(prose, spellings), *_beside_figures(prose, spellings))
    known_places = {place for place, _, _ in told}
    running = (each for each in _running(prose) if each[0] not in known_places)
    for place, text, name in (*told, *running):
        subject = names.get(name)
        if is_own(text, name):
            continue
        meant = subject.name if subject is not None and plain(subject.name) == name else name
        symbol = prose.linked.symbols.by_id.get(subject.id) if subject is not None else None
        args = {"text": text, "name": meant}
        related = (Related(symbol.home, "name", args),) if symbol is not None else ()
        written = node_at(prose.linked.plan, place.path)
        is_plain = isinstance(written, str) and written[place.start : place.end] == text
        fix = Fix(place, meant) if is_plain else None
        yield Diagnostic(KIND, place, args, hint="hint", values=args, subject=text, related=related, fix=fix)


def _is_own(prose: ProseFigures, text: str, name: str, subject: Subject | None) -> bool:
    """Whether what seems to be a slip is a name itself, in a label or of another place."""
    plan = printed(prose.linked)
    return text in plan.labels or _is_of_another_place(plan, text, name, subject)


def _is_of_another_place(plan: PrintedText, text: str, name: str, subject: Subject | None) -> bool:
    """Whether it may be the name of something else: it begins with another word of the plan, a place (龙岗 of 龙岗大道, where 龙港大道 is
    known).
    """
    begins_alike = plain(text[:_PLACE]) == name[:_PLACE]
    if begins_alike or (subject is not None and subject.indicator is not None):
        return False
    return len(text) < _SHORTEST_OF_PLACES or plan.text.count(text[:_PLACE]) > plan.text.count(text)


def _quoted(prose: ProseFigures, spellings: Spellings) -> Iterator[tuple[Place, str, str]]:
    """Names within quotation marks, but the short ones that a text makes for itself, with those that are meant."""
    known = proofing(prose.language)
    for run in prose.runs(lambda text: _OPENING.search(text) is not None):
        for match in _QUOTED.finditer(run.text) if run.path[0] not in UNPRINTED else ():
            start, end = match.start() + 1, match.end() - 1
            text = run.text[start:end]
            name = spellings.meant(plain(text), known, quoted=True)
            introduced = known.shortened and run.text.endswith(known.shortened, 0, match.start())
            if name and not introduced:
                yield run.place(start, end, prose.written(run)), text, name


def _beside_figures(prose: ProseFigures, spellings: Spellings) -> Iterator[tuple[Place, str, str]]:
    """What stands right before figures that are of nothing that the plan's data have."""
    known, background = proofing(prose.language), prose.attribution.background
    for run in prose.chapter_runs(lambda text: _DIGIT.search(text) is not None):
        for told in prose.figures(run):
            for text in words_before(told, background, SHORTEST):
                name = spellings.meant(text, known, quoted=False)
                if name and _is_in_unit_of(told, background.names.subjects[name]):
                    start = told.opens + plain(told.opening).rfind(text)
                    place = run.place(start, start + len(text), prose.written(run))
                    yield place, run.text[start : start + len(text)], name
                    break


def _running(prose: ProseFigures) -> Iterator[tuple[Place, str, str]]:
    """Names of projects, indicators and terms that chapters have with one slip, wherever they stand."""
    if not in_chinese(prose.language):
        return
    background = prose.attribution.background
    endings = longest_first(background.discourse.project_endings)
    names = background.names.subjects
    short = (name.removesuffix(next(filter(name.endswith, endings), "")) for name in names)
    terms = (plain(term.term) for term in prose.linked.plan.glossary)
    halves = HalfNames.of((*names, *(name for name in short if len(name) >= _SHORTEST_CUT), *terms))
    runs = [run for run in prose.chapter_runs(lambda _: True) if run.path[0] not in UNPRINTED]
    starts = list(accumulate((len(run.text) + 1 for run in runs), initial=0))

    @cache
    def times(text: str) -> int:
        return printed(prose.linked).text.count(text)

    for slip in halves.slips("\n".join(run.text for run in runs), times, proofing(prose.language)):
        index = bisect_right(starts, slip.start) - 1
        run, start, end = runs[index], slip.start - starts[index], slip.end - starts[index]
        yield run.place(start, end, prose.written(run)), run.text[start:end], slip.name


def _is_in_unit_of(told: Told, subject: Subject | None) -> bool:
    """Whether a figure's unit is that of an indicator; where another thing is named, nothing says what it must be."""
    indicator = subject.indicator if subject is not None else None
    unit = parse_unit(indicator.unit or "") if indicator is not None else told.mention.quantity.unit
    return relation(told.mention.quantity.unit, unit) is Relation.SAME
