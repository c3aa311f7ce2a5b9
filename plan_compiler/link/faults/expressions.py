"""Findings about the text of an expression."""

from plan_compiler.diagnostics import Kind, Message, Severity

MALFORMED_EXPRESSION = Kind(
    "REF101",
    "malformed-expression",
    Severity.ERROR,
    Message("表达式写法有误", "An expression is malformed"),
    {
        "message": Message("表达式在这里读不下去", "the expression cannot be read from here on"),
        "syntax": Message("表达式在这里读不下去", "the expression cannot be read from here on"),
        "unfinished": Message("表达式没有写完", "the expression is not finished"),
        "empty": Message("表达式是空的", "the expression is empty"),
        "too_long": Message(
            "表达式长 {length} 字，最多 {limit} 字", "the expression has {length} characters; {limit} are allowed"
        ),
        "too_deep": Message("表达式嵌套超过 {limit} 层", "the expression is nested more than {limit} deep"),
        "character": Message("表达式里不能有“{character}”", "an expression cannot hold “{character}”"),
        "bar": Message("格式前的竖线是半角 |，不是“{character}”", "the bar before a format is |, not “{character}”"),
        "lone_equals": Message("相等写作 ==", "equality is written =="),
        "chained": Message("一次只能比较两边：{text}", "a comparison has two sides only: {text}"),
        "inner_comparison": Message("比较只能在最外层：{text}", "a comparison cannot stand inside: {text}"),
        "number": Message("{text} 不是表达式能用的数", "{text} is no number an expression can use"),
        "year": Message("方括号里须是四位年份，不是 {text}", "brackets hold a year of four digits, not {text}"),
        "function": Message(
            "没有函数 {text}；可用的有：{functions}", "there is no function {text}; there are {functions}"
        ),
        "arguments": Message(
            "{function} 需要 {count} 个参数，写了 {given} 个", "{function} takes {count} arguments, not {given}"
        ),
        "not_available": Message("表达式不支持这种写法：{text}", "an expression cannot do this: {text}"),
        "hint": Message(
            "可用：标识、x[2025]、x.total、+ - * /、比较，以及 sum count share growth cagr per_year min max average",
            "available: ids, x[2025], x.total, + - * /, comparisons, sum count share growth cagr per_year min max average",
        ),
    },
    manual="""\
表达式是 Python 语法的一小部分：标识、`x[2025]`、`x.total`、`+ - * /`、比较、少数函数，最多 500 字。
全角运算符、× ÷ ≥ ≤ ≠ 也可用。数是精确值，可带单位：`output[2025] >= 220亿元`、`growth(a, b) <= 5%`。

Expressions are a small part of Python's grammar: ids, `x[2025]`, `x.total`, `+ - * /`, comparisons, a few
functions; 500 characters at most. Full-width operators and × ÷ ≥ ≤ ≠ will do. A number is exact, and a unit may
stand right behind it.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      改造[12261户](:=households)，拆除[12157户](:=demolished)，还有[104户](=households - * demolished)。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      改造[12261户](:=households)，拆除[12157户](:=demolished)，还有[104户](=households - demolished)。
```
""",
)

MISPLACED_COMPARISON = Kind(
    "REF102",
    "misplaced-comparison",
    Severity.ERROR,
    Message("比较用错了地方", "A comparison where there is none to be, or none where one is needed"),
    {
        "message": Message("比较只能用在断言里", "a comparison belongs into an assertion"),
        "missing": Message("断言须是一个比较，如 a + b == c", "an assertion is a comparison, such as a + b == c"),
        "hint": Message("把比较写进 assertions.yaml", "put the comparison into assertions.yaml"),
    },
    manual="""\
断言（`that`）是一个比较；数据的算式和正文里的表达式给出一个数，不是比较。

An assertion (`that`) is a comparison; a formula and an expression in a text give a figure.

比较的结果是“成立”或“不成立”，印不出来，也不能再拿去加减。

怎么办：必须成立的关系写进 assertions.yaml 的 `that`，并写明 `because`；正文里要印的，写两边中的一个数。

What a comparison comes to is true or false, which can be neither printed nor added up.

What to do: a relation that must hold belongs into `that` of assertions.yaml, with its `because`; in a text, write one
of the two sides.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      货币安置[6410户](:=monetary)，产权安置[5747户](:=in_kind)，合计[12157户](:=demolished)。
```
```yaml assertions.yaml
- id: relocated
  that: monetary + in_kind
  because: 两类安置户数之和应等于拆除户数
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      货币安置[6410户](:=monetary)，产权安置[5747户](:=in_kind)，合计[12157户](:=demolished)。
```
```yaml assertions.yaml
- id: relocated
  that: monetary + in_kind == demolished
  because: 两类安置户数之和应等于拆除户数
```
""",
)

YEAR_OF_INDICATOR = Kind(
    "REF103",
    "year-of-indicator",
    Severity.ERROR,
    Message("指标的年份缺少或有误", "An indicator without a year, or with one it has not"),
    {
        "message": Message("指标 {id} 须写明年份：{years}", "the indicator {id} needs a year: {years}"),
        "unknown": Message(
            "指标 {id} 没有 {year} 年的值，指标表也没有 {year} 年这一列；有：{years}",
            "{id} has no value for {year}, and its table has no column for {year}; it has {years}",
        ),
        "blank": Message(
            "指标 {id} 在指标表 {year} 年一列没有填数值；有：{years}",
            "{id} has no value in the column {year} of its table; it has {years}",
        ),
        "no_years": Message("{id} 没有分年的值，不能写 [{year}]", "{id} has no values by year; leave out [{year}]"),
        "hint": Message("写作 {example}", "write {example}"),
        "fill": Message(
            "在指标表中补上 {id} {year} 年的数值，或改用有数值的年份",
            "add the value of {id} for {year} to the table, or refer to a year that has one",
        ),
        "other_year": Message(
            "改用指标表里有的年份，如 {example}；或在指标表中加上 {year} 年一列",
            "refer to a year of the table, such as {example}, or add a column for {year}",
        ),
    },
    manual="""\
指标每年一个值，引用时须写明年份：`output[2025]`。

An indicator has one value a year; a reference says which: `output[2025]`.

写了表里没有的年份，也是这个问题；表里有哪些年份，提示里会列出。

怎么办：写上年份；要的是全表的最后一年，也须写明。表里确实缺这一年的，在 indicators.yaml 的 `columns` 和 `values` 里补
上。

A year that the table does not have is the same fault; those it has are listed.

What to do: write the year, even where the last one is meant; where the table lacks it, add it to `columns` and
`values` in indicators.yaml.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 目标
    body: |
      产值达到[220亿元](=output)。
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
    body: |
      产值达到[220亿元](=output[2025])。
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

UNKNOWN_FIELD = Kind(
    "REF104",
    "unknown-field",
    Severity.ERROR,
    Message("没有这个字段", "There is no such field"),
    {
        "message": Message("{id} 没有字段 {field}，有：{fields}", "{id} has no field {field}; it has {fields}"),
        "none": Message("{id} 没有字段，去掉 .{field}", "{id} has no fields; leave out .{field}"),
        "row": Message("表 {id} 没有叫 {field} 的行", "the table {id} has no row called {field}"),
        "column": Message("表 {id} 没有 {field} 这个数据列", "the table {id} has no column of figures called {field}"),
        "near_row": Message("是否应为 {near}？", "did you mean {near}?"),
        "near_column": Message("是否应为 {near}？", "did you mean {near}?"),
        "hint_row": Message("可用的行：{fields}；其他行先写上 id", "there are {fields}; give other rows an id first"),
        "hint_column": Message("可用的列：{fields}", "there are {fields}"),
        "hint": Message("写作 {example}", "write {example}"),
    },
    manual="""\
项目、类别和附表有字段 `total`（总投资）和 `in_period`（规划期内投资）；指标写年份；其他数据直接写标识。

Projects, categories and the annex have the fields `total` and `in_period`; an indicator takes a year; other figures
stand by their id alone.

例如把 `in_period` 写成 `inperiod`，或对指标写 `.total`。

怎么办：照提示改；`plan why 标识` 列出它的全部数据和写法。

`inperiod` for `in_period`, say, or `.total` of an indicator.

What to do: write what is shown; `plan why ID` lists all figures that it has, and how they are written.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，即[12157户](=demolished.total)。
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

EXPRESSION_KINDS = (MALFORMED_EXPRESSION, MISPLACED_COMPARISON, YEAR_OF_INDICATOR, UNKNOWN_FIELD)
