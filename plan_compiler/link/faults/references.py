"""Findings about ids: what they name, and whether they name anything."""

from plan_compiler.diagnostics import Kind, Message, Severity

DUPLICATE_ID = Kind(
    "REF001",
    "duplicate-id",
    Severity.ERROR,
    Message("标识重复", "An id is used twice"),
    {
        "message": Message("标识 {id} 已经用过", "the id {id} is already taken"),
        "first": Message("{id} 先在这里声明", "{id} is first declared here"),
        "hint": Message("改用另一个标识，并改正引用它的地方", "choose another id, here and where it is referred to"),
    },
    manual="""\
章节、指标、项目、专栏、图、列表、数据、断言、单位共用一个命名空间，一个标识只能声明一次。引用时以第一处为准。

Sections, indicators, projects, boxes, figures, lists, facts, assertions and organisations share one namespace;
an id is declared once. References go to the first.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      改造[12261户](:=households)，拆除[12157户](:=households)。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      改造[12261户](:=households)，拆除[12157户](:=demolished)。
```
""",
)

UNDEFINED_REFERENCE = Kind(
    "REF002",
    "undefined-reference",
    Severity.ERROR,
    Message("引用的标识不存在", "A reference to nothing"),
    {
        "message": Message("没有 {id} 这个标识或指标名称", "nothing is called {id}"),
        "self": Message("self 只能用在项目的文字里", "`self` has a meaning in the texts of a project only"),
        "near": Message("是否应为 {near}？", "did you mean {near}?"),
        "hint": Message("用 `plan ids {id}` 查找标识，或先声明它", "find the id with `plan ids {id}`, or declare it"),
    },
    manual="""\
表达式、`[](#标识)`、`part_of`、`table` 引用的标识必须在规划中声明过；指标也可用名称引用。

An id in an expression, in `[](#id)`, `part_of` or `table` must be declared in the plan. An indicator may also be
referred to by its name. Nothing is said about an id whose own declaration could not be read.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，即[12157户](=demolishd)。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，即[12157户](=demolished)。
```
""",
)

AMBIGUOUS_NAME = Kind(
    "REF003",
    "ambiguous-name",
    Severity.ERROR,
    Message("名称指向不止一处", "A name means more than one thing"),
    {
        "message": Message("名称 {name} 不止一处：{ids}", "the name {name} is shared by {ids}"),
        "candidate": Message("{name} 可能指 {id}", "{name} may mean {id}"),
        "hint": Message("改用标识", "refer to it by its id"),
    },
    manual="""\
几个指标或数据同名时，不能用名称引用，须用标识。

Where several indicators or facts have the same name, refer to them by id.

例如两张表里都有“总人口”，`总人口[2025]` 不知道是哪一个；猜错了，核对就成了摆设。

怎么办：用 `plan ids 总人口` 列出它们，按表选一个，把名称换成它的标识。

With 总人口 in two tables, `总人口[2025]` may be either; guessed wrongly, the check would be worth nothing.

What to do: list them with `plan ids 总人口`, choose by the table, and write the id in the place of the name.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      面积为{{ 面积 }}。
```
```yaml facts.yaml
- {id: total_area, name: 面积, value: 28平方公里}
- {id: water_area, name: 面积, value: 3平方公里}
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      面积为{{ total_area }}。
```
```yaml facts.yaml
- {id: total_area, name: 面积, value: 28平方公里}
- {id: water_area, name: 面积, value: 3平方公里}
```
""",
)

WRONG_REFERENCE = Kind(
    "REF004",
    "wrong-reference",
    Severity.ERROR,
    Message("引用的不是这里能用的东西", "A reference to something that has no use here"),
    {
        "message": Message("{id} 没有可以计算的数值", "{id} has no value to compute with"),
        "fields": Message("{id} 须写明字段：{fields}", "{id} needs a field: {fields}"),
        "label": Message("{id} 没有编号，不能用 [](#{id}) 引用", "{id} has no label that [](#{id}) could print"),
        "part_of": Message("part_of 须是指标，{id} 不是", "`part_of` names an indicator, and {id} is none"),
        "part_of_self": Message("指标 {id} 直接或间接是自己的一部分", "the indicator {id} is a part of itself"),
        "table": Message(
            "table 须是指标表或数据表，{id} 不是", "`table` names a table of indicators or of data, and {id} is none"
        ),
        "drawn": Message("这种图画的是指标，{id} 不是", "this chart is drawn of indicators, and {id} is none"),
        "drawn_projects": Message(
            "这种图画的是附表、类别或项目，{id} 不是",
            "this chart is drawn of the annex, categories or projects, and {id} is none of these",
        ),
        "count": Message(
            "{id} 不是列表、表或项目类别，不能计数", "{id} cannot be counted: it is no list, table or category"
        ),
        "count_of": Message("count() 里须是一个标识", "count() takes one id"),
        "declared": Message("{id} 在这里声明", "{id} is declared here"),
        "hint": Message("用 `plan why {id}` 查看它是什么", "see what it is with `plan why {id}`"),
    },
    manual="""\
编号引用指向章节、表、专栏、图、项目、附表的类别；`part_of` 指向指标；`table` 指向表；图的 `of` 指向指标或项目；表达式中的名称须有数值；`count()` 数列表、表和类别。

A label reference leads to a section, table, box, figure, project or category of the annex; `part_of` to an indicator; `table` to a table;
`of` of a chart to indicators or projects;
a name in an expression to a figure; `count()` takes what has members.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，详见[](#demolished)。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - id: review
    title: 回顾
    body: |
      拆除[12157户](:=demolished)，详见[](#review)。
```
""",
)

NO_LABEL = Kind(
    "REF005",
    "nothing-to-print",
    Severity.ERROR,
    Message("引用的内容没有编号", "A label reference to something without a label"),
    {
        "message": Message("{id} 没有编号也没有标题，无从引用", "{id} has neither number nor title to refer to it by"),
        "unplaced": Message("表 {id} 没有放进正文，因此没有编号", "the table {id} stands nowhere, so it has no number"),
        "declared": Message("{id} 在这里声明", "{id} is declared here"),
        "hint": Message("给它加上标题", "give it a title"),
        "place": Message("在正文中用 `table: {id}` 放入该表", "put it into a body with `table: {id}`"),
    },
    manual="""\
编号来自文中的位置：没有放进正文的表没有表号。

A label comes from a place in the document: a table that stands in no body has no number.

没有编号，引用处就只能印出空白，读者找不到。

怎么办：在某一章用 `- table: 标识` 把表放进正文；小节、专栏、图加上标题；只想写出名称的，直接写文字。

Without a number, the reference would print nothing, and its reader find nothing.

What to do: place the table in a chapter with `- table: ID`; give the section, box or picture a title; where only its
name is meant, write it as text.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 目标
    body: |
      指标详见[](#targets)。
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
    body:
      - |
        指标详见[](#targets)。
      - table: targets
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

REFERENCE_KINDS = (DUPLICATE_ID, UNDEFINED_REFERENCE, AMBIGUOUS_NAME, WRONG_REFERENCE, NO_LABEL)
