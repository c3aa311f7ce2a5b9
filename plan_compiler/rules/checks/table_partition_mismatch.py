"""Two partitions of one total do not add up to the same.

Rows with `role: partition` group the same whole in several ways, and a column may have several
formulas; each must come to the stated total or, where none is stated, to the same.

`role: partition` 的各行从不同角度划分同一个总数（按资金来源、按用途……），一列也可以写几个算式；每一种算法都应等于所列
的合计，没有列出合计的，彼此应相等。

怎么办：看哪一种分组漏了、重了或写错了一行。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - title: 按来源分
    role: partition
    rows: [{title: 财政资金, total: 800}, {title: 银行贷款, total: 400}]
  - title: 按用途分
    role: partition
    rows: [{title: 土建工程, total: 700}, {title: 设备购置, total: 600}]
  - {title: 合计, role: total, stated: {total: 1200}}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - title: 按来源分
    role: partition
    rows: [{title: 财政资金, total: 800}, {title: 银行贷款, total: 400}]
  - title: 按用途分
    role: partition
    rows: [{title: 土建工程, total: 700}, {title: 设备购置, total: 500}]
  - {title: 合计, role: total, stated: {total: 1200}}
```
"""

from collections.abc import Iterator, Sequence

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.link.linked import LinkedPlan, LinkedTable, Unknown
from plan_compiler.link.tables.linked import Basis, Computed, Derived, LinkedCell, Sum
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, consistent
from plan_compiler.rules.outcome import Consistent, Inconsistent, NotCheckable, Outcome, Tie
from plan_compiler.rules.sums.tables import cells, is_nothing, names, text_of

KIND = Kind(
    "SUM111",
    "table-partition-mismatch",
    Severity.ERROR,
    Message("几种分组相加不等", "Partitions of one total differ"),
    {
        "message": Message(
            "{table}：{row}（{column}）列为 {stated}，“{partition}”相加为 {computed}{unit}",
            "{table}: {row} ({column}) is stated as {stated}; {partition} comes to {computed} {unit}",
        ),
        "computed": Message(
            "{table}：{row}（{column}）按“{first}”为 {stated}，按“{partition}”为 {computed}{unit}",
            "{table}: {row} ({column}) is {stated} by {first} and {computed} {unit} by {partition}",
        ),
        "member": Message("{partition}  {amount}", "{partition}  {amount}"),
        "hint": Message("核对各分组的明细", "mend a row of one of the partitions"),
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare all partitions of each total with what is stated or, where nothing is, with the first."""
    for table, cell in cells(linked):
        ways = [derived for derived in cell.derived if derived.basis is Basis.PARTITION]
        formulas = [derived for derived in cell.derived if isinstance(derived.source, Computed)]
        if len(ways) > 1:
            yield from _compare(linked, table, cell, ways)
        elif len(formulas) > 1 and cell.reading is None:
            yield from _compare(linked, table, cell, formulas)


def _compare(linked: LinkedPlan, table: LinkedTable, cell: LinkedCell, ways: Sequence[Derived]) -> Iterator[Outcome]:
    stated = cell.reading if isinstance(cell.reading, Quantity) else None
    whole, others = stated or ways[0].result, ways if stated else ways[1:]
    for way in others:
        if is_nothing(way.result) or is_nothing(whole):
            continue
        match whole, way.result:
            case (Quantity() as expected, Quantity() as computed):
                if consistent(expected, computed):
                    yield Consistent(cell.place, tuple(key for each in ways for key in each.source.needs))
                else:
                    yield Inconsistent(
                        _diagnostic(linked, table, cell, ways, way), way.source.needs, expected, computed
                    )
            case (Unknown(reason=reason, about=about), _) | (_, Unknown(reason=reason, about=about)):
                yield NotCheckable(cell.place, reason, about)


def _diagnostic(
    linked: LinkedPlan, table: LinkedTable, cell: LinkedCell, ways: Sequence[Derived], wrong: Derived
) -> Diagnostic:
    is_stated = isinstance(cell.reading, Quantity)
    args = {
        **names(table, cell),
        "stated": text_of(cell) if is_stated else _amount(ways[0]),
        "computed": _amount(wrong),
        "partition": _title(wrong),
        "first": _title(ways[0]),
    }
    related = tuple(
        Related(
            linked.figures[way.source.needs[0]].home or cell.place,
            "member",
            {"partition": _title(way), "amount": _amount(way)},
        )
        for way in ways
        if way.source.needs
    )
    return Diagnostic(
        KIND,
        cell.place,
        args,
        "message" if is_stated else "computed",
        hint="hint",
        values={"stated": args["stated"], "computed": args["computed"]},
        subject=args["row"] if is_stated else f"{args['row']} {args['column']}",
        related=related,
    )


def _title(derived: Derived) -> str:
    match derived.source:
        case Sum(title=title):
            return title
        case Computed(text=text):
            return text
        case _:
            return ""


def _amount(derived: Derived) -> str:
    return plain(derived.result) if isinstance(derived.result, Quantity) else "?"
