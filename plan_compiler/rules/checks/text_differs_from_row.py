"""What a chapter says of a project is not what the project's row in the annex says.

…工程，全长36公里，总投资12亿元: in a sentence about one project, behind its name, its investment must be that of its row, what is as long, large or
many must be what the row's own text says (全长38.6公里), and the years of building must be those of the row (2026—2030年; 2028年建成). Clauses on a part or a step of it
(一期, 其中, 主体), and what comes after, are not looked at; neither are sentences that name several projects.

What to do: mend the text or the row; better, bind the amount: `总投资[12亿元](=r1.total)`.

章节里说到附表中的一个项目（“……工程，全长36公里，总投资12亿元”），项目名后面的总投资、规划期内投资应与本行相同，长度、面积、数量应与本行“建设规模和内容”里写的相同（全长38.6公里），建设年限也应相同（2026—2030年，2028年建成）。说到其中一部分或一个阶段（一期、其中、主体）的分句及其后面不看，一句话里有几个项目的也不看。

怎么办：改正文字或附表；最好绑定：`总投资[12亿元](=r1.total)`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 项目
    body: 云安高速公路工程，全长36公里，总投资52.8亿元，2029年建成通车。
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 交通
    projects:
      - id: r1
        name: 云安高速公路工程
        scope: 全长38.6公里，双向四车道。
        nature: 新建
        period: 2026-2030
        total: 528000
        in_period: 528000
        owner: 交通局
```

Good:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 项目
    body: |
      云安高速公路工程，全长38.6公里，总投资52.8亿元，2030年建成通车。

      云安高速公路工程一期全长20公里，总投资30亿元，2028年建成。
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 交通
    projects:
      - id: r1
        name: 云安高速公路工程
        scope: 全长38.6公里，双向四车道。
        nature: 新建
        period: 2026-2030
        total: 528000
        in_period: 528000
        owner: 交通局
```
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.link.construction import Period, read_period
from plan_compiler.patterns import compiled
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.printing import format_as, format_quantity, in_unit_of
from plan_compiler.quantity.quantity import agree
from plan_compiler.quantity.units import Relation, relation
from plan_compiler.rules.outcome import Consistent, Inconsistent, Outcome, Tie
from plan_compiler.rules.prose.amounts import amount_named
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.annex.passages import Passage, passages
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.fill import Fill
from plan_compiler.rules.prose.naming.named import words_behind
from plan_compiler.rules.prose.periods import end_of_own
from plan_compiler.rules.prose.wording import alternatives, plain
from plan_compiler.rules.sums.totals import names

KIND = Kind(
    "NUM425",
    "text-differs-from-row",
    Severity.WARNING,
    Message("文中的项目数据与附表不符", "A text differs from the row of the project that it is about"),
    {
        "amount": Message(
            "文中写作 {stated}，而附表中{name}的{column_zh}为 {shown}",
            "the text says {stated}, but {column_en} of {name} is {shown} in the annex",
        ),
        "scope": Message(
            "文中{label}写作 {stated}，而附表中{name}写作 {value}",
            "the text says {label} {stated}, but the annex has {value} for {name}",
        ),
        "years": Message(
            "文中写作 {stated}，而附表中{name}的建设期限为 {value}",
            "the text says {stated}, but {name} is built in {value} by the annex",
        ),
        "row": Message("附表：{value}", "the annex: {value}"),
        "hint": Message("核对文字和附表", "mend the text or the annex"),
        "bind": Message(
            "核对文字和附表；若以附表为准，写作 [{quoted}](={key})，由编译器核对",
            "mend the text or the annex; where the annex is right, write [{quoted}](={key}), which the compiler checks",
        ),
    },
)
RELATES = Tie.EQUAL

_SHORTEST_LABEL = 2
_CLAUSE = compiled("[，；。：、（）]")


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare what sentences about one project say with its row."""
    if not in_chinese(prose.language) or prose.linked.plan.annex is None:
        return
    possessive = words(prose.language).discourse.possessive
    known = {spoken.told.spot for spoken in prose.spoken}
    for passage in prose.once(passages):
        for told in passage.figures:
            of_it = told.is_free and not words_behind(told).startswith(possessive)
            if of_it and told.spot not in known:
                yield from _of_amount(prose, passage, told) or _of_scope(prose, passage, told)
        yield from _of_years(prose, passage)


def _of_amount(prose: ProseFigures, passage: Passage, told: Told) -> tuple[Outcome, ...]:
    discourse, project = words(prose.language).discourse, passage.project
    column = amount_named(discourse, told, project.name)
    background = prose.attribution.background
    label = plain(told.label)
    within = end_of_own(label, background.known, background.years)
    if column is None and within and label[within:].strip() in discourse.invested:
        column = "in_period"
    value = prose.value(f"{project.id}.{column}") if column else None
    if column is None or value is None or relation(told.mention.quantity.unit, value.unit) is not Relation.SAME:
        return ()
    key = f"{project.id}.{column}"
    place = told.place(prose.written(told.run))
    if admits(told.mention, value, printed=True):
        return (Consistent(place, (key,)),)
    printed = format_quantity(value, None, prose.language)
    quoted = format_as(value.at_bound(), told.mention, prose.language)
    args = {
        "name": project.name,
        "stated": told.worded,
        "value": printed,
        "shown": in_unit_of(told.mention, value, prose.language) or printed,
        "quoted": quoted,
        "key": key,
        **names(column),
    }
    diagnostic = _differs(place, args, "amount", Place((*passage.path, column)), told.text)
    return (Inconsistent(diagnostic, (key,), told.mention.fact, value),)


def _of_scope(prose: ProseFigures, passage: Passage, told: Told) -> tuple[Outcome, ...]:
    """A figure that the row's own text has, by the same words: 全长38.6公里."""
    label = _own_label(prose, passage, told)
    if len(label) < _SHORTEST_LABEL or _is_dated(passage, told):
        return ()
    alike = [
        (own, run)
        for run in prose.runs_at((*passage.path, "scope"))
        for own in prose.figures(run)
        if _own_label(prose, passage, own) == label
        and relation(own.mention.quantity.unit, told.mention.quantity.unit) is Relation.SAME
    ]
    if len(alike) != 1:
        return ()
    own, run = alike[0]
    place, home = told.place(prose.written(told.run)), own.place(prose.written(run))
    if agree(told.mention.quantity, own.mention.quantity) or admits(told.mention, own.mention.fact):
        return (Consistent(place, (home,)),)
    args = {"name": passage.project.name, "label": label, "stated": told.worded, "value": own.worded}
    return (_differs(place, args, "scope", home, told.text),)


def _own_label(prose: ProseFigures, passage: Passage, told: Told) -> str:
    """The words before a figure without the name of its project and what else that is called."""
    label = told.named.removeprefix(passage.project.name).strip()
    for name in sorted(words(prose.language).discourse.self_names, key=len, reverse=True):
        label = label.removeprefix(name).strip()
    return label


def _is_dated(passage: Passage, told: Told) -> bool:
    """Whether a year stands between the name and a figure, of which it may be: 到2027年，新增学位900个."""
    return YEAR.search(passage.run.text, passage.start, told.start) is not None


@lru_cache(maxsize=8)
def _years(language: str) -> re.Pattern[str]:
    known = words(language)
    told, year = known.discourse, re.escape(known.names.year)
    ranges = "|".join(re.escape(word) for word in known.typography.ranges)
    starts, ends = alternatives(told.work_starts), alternatives(told.work_ends)
    return compiled(
        rf"(?:[（(]|{alternatives(told.building_periods)}[为：]?)\s?(?P<first>{YEAR.pattern}){year}?(?:{ranges}){{1,2}}"
        rf"(?P<last>{YEAR.pattern})(?:{year})?(?=[）)，；。]|$)|(?P<year>{YEAR.pattern}){year}(?P<how>[^，；。、（）0-9]{{0,6}}?)(?:(?P<starts>{starts})|(?P<ends>{ends}))"
    )


def _of_years(prose: ProseFigures, passage: Passage) -> Iterator[Outcome]:
    period = read_period(passage.project.period)
    if period is None:
        return
    written = prose.written(passage.run)
    for match in _years(prose.language).finditer(passage.run.text, passage.start, passage.end):
        if match["year"] and not _is_of_all(prose, passage, match):
            continue
        place = passage.run.place(*match.span(), written)
        if _agrees(match, period, words(prose.language).discourse.before_then):
            yield Consistent(place)
            continue
        stated = match[0].lstrip("（(")
        args = {"name": passage.project.name, "stated": stated, "value": passage.project.period}
        yield _differs(place, args, "years", Place((*passage.path, "period")), stated)


def _is_of_all(prose: ProseFigures, passage: Passage, match: re.Match[str]) -> bool:
    """Whether a year is of the whole project: its clause names no part of it, neither before the year nor behind (路基2028年建成; 2028年建成首段)."""
    told, leading = words(prose.language).discourse, prose.attribution.background.known.leading
    before, behind = passage.run.text[passage.start : match.start()], passage.run.text[match.end() : passage.end]
    lead = plain(_CLAUSE.split(before)[-1]).strip()
    lead = lead.removeprefix(max(filter(lead.startswith, told.self_names), key=len, default=""))
    of_all = _of_all_work(prose.language)
    rest = plain(_CLAUSE.split(behind)[0]).strip()
    says_nothing_else = all(_fills(leading, of_all, each) for each in (lead, plain(match["how"])))
    return says_nothing_else and (not rest or rest.startswith(told.in_use))


@lru_cache(maxsize=2)
def _of_all_work(language: str) -> re.Pattern[str]:
    told = words(language).discourse
    return compiled(rf"(?:{told.part_of_year or '(?!)'}|{alternatives(told.of_all_work)}|\s)*+")


def _fills(leading: Fill, of_all: re.Pattern[str], text: str) -> bool:
    at = 0
    while at < len(text):
        found = of_all.match(text, leading.end(text, at))
        if found is None or found.end() == at:
            return False
        at = found.end()
    return True


def _agrees(match: re.Match[str], period: Period, before_then: str) -> bool:
    """Whether years that a text says are those of the row, as far as that has them; a year before which is one or a later one."""
    if match["first"]:
        pairs = ((int(match["first"]), period.start), (int(match["last"]), period.end))
        return all(own is None or said == own for said, own in pairs)
    said, own = int(match["year"]), period.start if match["starts"] else period.end
    return own is None or said == own or (before_then != "" and before_then in match[0] and own < said)


def _differs(place: Place, args: dict[str, str], message: str, home: Place, subject: str) -> Diagnostic:
    values = {"stated": args["stated"], "value": args["value"]}
    related = (Related(home, "row", args),)
    return Diagnostic(
        KIND,
        place,
        args,
        message,
        hint="bind" if message == "amount" else "hint",
        values=values,
        subject=subject,
        related=related,
    )
