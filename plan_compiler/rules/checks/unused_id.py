"""An id that exists only to be referred to is never referred to.

Facts of facts.yaml and organisations print nothing by themselves; sections and lists need an id only where something
refers to them; a table that no block places is never printed. Such an id is either a slip in a reference or
left over from an earlier version.

facts.yaml 的数据和单位本身不印出；章节、列表只有被引用时才需要标识；没有放进正文的表不会印出。这样的标识从未被引用，
要么是引用处写错了，要么是旧稿留下的。

怎么办：在该用的地方引用它，或删去这个标识。

Bad:

```yaml facts.yaml
- {id: area, value: 28平方公里}
```

Good:

```yaml facts.yaml
- {id: area, value: 28平方公里}
```

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 范围
    body: |
      规划面积{{ area }}。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan, Symbol, SymbolKind
from plan_compiler.link.reasons import Reason
from plan_compiler.rules.outcome import Consistent, NotCheckable, Outcome

KIND = Kind(
    "REF504",
    "unused-id",
    Severity.WARNING,
    Message("标识从未被引用", "An id is never referred to"),
    {
        "message": Message("{id} 从未被引用", "nothing refers to {id}"),
        "table": Message(
            "表 {id} 没有排入任何章节，不会印出", "no chapter places the table {id}, so it is never printed"
        ),
        "hint": Message("在用到它的地方引用它，或删去这个标识", "refer to it where it is used, or drop the id"),
        "place": Message("在章节中写 `- table: {id}`", "place it in a chapter with `- table: {id}`"),
    },
)

_FOR_REFERENCE = frozenset(
    {
        SymbolKind.FACT,
        SymbolKind.ORGANIZATION,
        SymbolKind.SECTION,
        SymbolKind.LIST,
        SymbolKind.INDICATOR_TABLE,
        SymbolKind.DATA_TABLE,
    }
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for symbols without a use. A figure defined in the text (`:=`) is printed where it stands, hence used."""
    for symbol in linked.symbols.by_id.values():
        if symbol.kind not in _FOR_REFERENCE or _is_in_text(symbol):
            continue
        if linked.symbols.uses.get(symbol.id):
            yield Consistent(symbol.home)
        elif linked.incomplete:  # what could not be read may refer to it
            yield NotCheckable(symbol.home, Reason.INCOMPLETE, symbol.id)
        else:
            yield _diagnostic(symbol)


def _is_in_text(symbol: Symbol) -> bool:
    return symbol.home.start is not None


def _diagnostic(symbol: Symbol) -> Diagnostic:
    if symbol.kind in (SymbolKind.INDICATOR_TABLE, SymbolKind.DATA_TABLE):
        return Diagnostic(KIND, symbol.home, {"id": symbol.id}, message="table", hint="place")
    return Diagnostic(KIND, symbol.home, {"id": symbol.id}, hint="hint")
