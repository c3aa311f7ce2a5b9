"""A figure is bound to another year than the one beside it.

`2024年[80辆](=bus[2025])`: the text says 2024, and the compiler holds the figure against that of 2025. Most often the text was copied from
another sentence. Looked at is the year in the figure's own clause, or in one that holds nothing else (到2024年，…), with nothing
between the two but the name of what is bound; where the indicator has the same value in both years, nothing is said.

What to do: mend the year in the text, or that in the reference.

文中写“2024年[80辆](=bus[2025])”：文字说的是2024年，引用的却是2025年的数，多是从别处抄来忘了改。只看数前面同一分句（或只写年份的
前一分句，如“到2024年，”）里的年份，而且年份与数之间只有所引的名称；两年数值相同的不报。

怎么办：改正文中的年份，或改正引用里的年份。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      公交优先。2024年[80辆](=bus[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 交通
    indicators:
      - {id: bus, name: 新能源公交车, unit: 辆, attribute: 预期性, values: {2020: 30, 2025: 80}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      公交优先。2025年[80辆](=bus[2025])，比2020年的[30辆](=bus[2020])多50辆；2024年提前采购，新能源公交车保持[80辆](=bus[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 交通
    indicators:
      - {id: bus, name: 新能源公交车, unit: 辆, attribute: 预期性, values: {2020: 30, 2025: 80}}
```
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.language.discourse import Discourse
from plan_compiler.language.years import YEAR
from plan_compiler.link.expressions import Reference
from plan_compiler.link.linked import LinkedForm, LinkedPlan, Symbol, SymbolKind
from plan_compiler.link.worded import worded
from plan_compiler.model.prose import Computed, Stated
from plan_compiler.quantity.quantity import Quantity, agree
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.contradictions import is_bound_elsewhere
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind
from plan_compiler.rules.prose.wording import Wording, plain
from plan_compiler.rules.prose.years import year_beside

KIND = Kind(
    "NUM422",
    "year-beside-differs",
    Severity.WARNING,
    Message("数据旁的年份与所引用的年份不同", "A figure is bound to another year than the one beside it"),
    {
        "message": Message(
            "文中写的是 {year} 年，引用的却是 {bound} 年的{name}（{key}，{value}）",
            "the text says {year}, but the figure is bound to {name} for {bound} ({key}, {value})",
        ),
        "home": Message("{key}", "{key}"),
        "hint": Message("改正文中的年份，或改正引用", "mend the year in the text, or the reference"),
        "other": Message(
            "改正文中的年份；若说的确是 {year} 年，引用写作 {other}（{other_value}）",
            "mend the year in the text; if {year} is meant, refer to {other} ({other_value})",
        ),
    },
)


class _Bound(Struct, frozen=True):
    """A figure of one year: what it is of, its year, and the keys of the same by their years."""

    key: str
    name: str
    year: int
    others: Mapping[int, str]


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Look at the years beside figures that are bound to one figure of a year."""
    linked = prose.linked
    yearly = {form.place: found for form in linked.forms.values() if (found := _bound(linked, form))}
    told_elsewhere = {_form_place(spoken.told) for spoken in prose.spoken if is_bound_elsewhere(spoken)}
    for path in dict.fromkeys(place.path for place in yearly):
        for run in prose.runs_at(path):
            for told in prose.figures(run) if run.forms else ():
                bound = yearly.get(place) if (place := _form_place(told)) else None
                if bound and place not in told_elsewhere:
                    yield from _compare(prose, told, bound)


def _form_place(told: Told) -> Place | None:
    return told.form.place if told.form is not None else None


def _bound(linked: LinkedPlan, form: LinkedForm) -> _Bound | None:
    """The figure that a form quotes, where it is one of a year."""
    if not isinstance(form.form, Stated | Computed) or not isinstance(form.expr, Reference) or len(form.needs) != 1:
        return None
    key = form.needs[0]
    owner, bracket, _ = key.partition("[")
    symbol = linked.symbols.by_id.get(owner if bracket else key.rpartition(".")[0])
    if symbol is None:
        return None
    match symbol.kind, symbol.path:
        case SymbolKind.INDICATOR, ("indicators", int(index), *_):
            years = linked.plan.indicators[index].columns
            return _picked(symbol, key, {year: f"{owner}[{year}]" for year in years})
        case SymbolKind.ROW, ("tables", int(index), *_):
            columns = linked.plan.tables[index].layout.items()
            dated = {column: YEAR.findall(layout.title) for column, layout in columns}
            keys = {int(years[0]): f"{symbol.id}.{column}" for column, years in dated.items() if len(years) == 1}
            return _picked(symbol, key, keys)
        case _:
            return None


def _picked(symbol: Symbol, key: str, keys: Mapping[int, str]) -> _Bound | None:
    year = next((year for year, each in keys.items() if each == key), None)
    return None if year is None else _Bound(key, symbol.name, year, keys)


def _compare(prose: ProseFigures, told: Told, bound: _Bound) -> Iterator[Outcome]:
    background = prose.attribution.background
    beside = year_beside(told, background.years, background.known)
    if beside is None or beside[0] == bound.year or not _names(bound, beside[1], background.known):
        return
    if any(word in told.run.text for word in background.discourse.respectively) or not _ends(
        told, background.discourse
    ):
        return
    year, place = beside[0], told.place(prose.written(told.run))
    other = bound.others.get(year, "")
    node = prose.linked.figures.get(other)
    value = node.result if node is not None else None
    if isinstance(value, Quantity) and _is_same(prose.linked, bound, value):
        return
    args = {
        "year": str(year),
        "bound": str(bound.year),
        "name": bound.name,
        "key": bound.key,
        "value": worded(prose.linked, bound.key),
        "other": other,
        "other_value": worded(prose.linked, other) if isinstance(value, Quantity) else "",
    }
    home = prose.linked.figures[bound.key].home
    related = (Related(home, "home", args),) if home else ()
    hint = "other" if isinstance(value, Quantity) else "hint"
    values = {"year": str(year), "bound": str(bound.year)}
    yield Diagnostic(KIND, place, args, hint=hint, values=values, subject=told.text, related=related)


def _names(bound: _Bound, between: str, known: Wording) -> bool:
    """Whether nothing but a part of its name stands between the year and the figure."""
    rest = between[known.between.end(between) :].strip()
    name = plain(bound.name)
    length = next((end for end in range(len(rest), 0, -1) if rest[:end] in name), 0)
    return known.between.fills(rest, length)


def _ends(told: Told, discourse: Discourse) -> bool:
    """Whether the words behind it leave it what it is: 2024年完成30辆更新 is of something else, as is what is done of a later year's 80辆的目标."""
    behind = words_behind(told)
    return not behind or (behind.startswith(discourse.ending) and not behind.startswith(discourse.possessive))


def _is_same(linked: LinkedPlan, bound: _Bound, other: Quantity) -> bool:
    own = linked.figures[bound.key].result
    return isinstance(own, Quantity) and agree(own, other)
