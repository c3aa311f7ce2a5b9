"""Findings about numbers of headings, captions and items."""

from plan_compiler.diagnostics import Kind, Message, Severity

NUMBERING_PATTERN = Kind(
    "REF201",
    "numbering-pattern",
    Severity.ERROR,
    Message("编号样式读不懂", "A numbering pattern cannot be read"),
    {
        "message": Message("“{pattern}”不是编号样式", "“{pattern}” is no numbering pattern"),
        "hint": Message(
            "写成第一个编号印出来的样子，如 一、 （一） 1、 （1） ① 01 第一章，或方案名 zh、zh-chapter、decimal",
            "write the first number as it is printed: 一、 （一） 1、 （1） ① 01 第一章; or a scheme: zh, zh-chapter, decimal",
        ),
    },
    manual="""\
编号样式写成第一个编号印出来的样子：`一、`、`（一）`、`1)`、`01`、`第一章`、`①`、`A.`、`1.1`；也可以用方案名 `zh`、`zh-chapter`、`decimal`。

A numbering pattern is the first number as it is printed. The schemes `zh`, `zh-chapter` and `decimal` number all levels.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
numbering: [三、, 其中]
chapters: [{title: 回顾}]
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
numbering: [一、, （一）]
chapters: [{title: 回顾}]
```
""",
)

TABLE_PLACED_TWICE = Kind(
    "REF202",
    "table-placed-twice",
    Severity.ERROR,
    Message("同一张表放了两次", "A table stands in two places"),
    {
        "message": Message("表 {id} 已经放在别处", "the table {id} already stands elsewhere"),
        "first": Message("{id} 先放在这里", "{id} stands here"),
        "hint": Message("这里改用 [](#{id}) 引用", "refer to it here with [](#{id})"),
    },
    manual="""\
一张表在文中只放一次，只有一个表号；别处用 `[](#标识)` 引用。

A table stands once in the document and has one number; elsewhere it is referred to with `[](#id)`.

同一张表印两次，就有“表1”“表3”两个号，改的时候容易只看到一处。

怎么办：留在第一次详细讲到的地方，其余改为 `详见[](#标识)`；要在两处各印一部分的，分成两张表。

Printed twice, it would be table 1 and table 3, and an editor would see one of them.

What to do: keep it where it is first dealt with, and write `see [](#ID)` elsewhere; where each place needs a part,
make it two tables.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 目标
    body: [{table: targets}, {table: targets}]
```
```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 创新
    indicators:
      - {id: output, name: 产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 目标
    body: [{table: targets}]
```
```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 创新
    indicators:
      - {id: output, name: 产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
```
""",
)

NUMBERING_KINDS = (NUMBERING_PATTERN, TABLE_PLACED_TWICE)
