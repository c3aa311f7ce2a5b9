"""Findings about figures: their values, units and formulas."""

from plan_compiler.diagnostics import Kind, Message, Severity

CIRCULAR_FIGURE = Kind(
    "REF105",
    "circular-figure",
    Severity.ERROR,
    Message("算式循环", "Figures are computed from each other in a circle"),
    {
        "message": Message("算式循环：{cycle}", "circular formulas: {cycle}"),
        "member": Message("{id} 的算式", "the formula of {id}"),
        "hint": Message("给其中一个填写数值，代替算式", "give one of them a value instead of a formula"),
    },
    manual="""\
算式之间不能互为前提。

Formulas cannot need each other.

甲由乙算出、乙又由甲算出，就谁也算不出来。常见的是合计由分项算出，分项又写成“合计减去其余”。

怎么办：看提示列出的一圈，把其中有出处的一个改为填写数值，其余的仍由算式算出。

Where a comes from b and b from a, neither can be computed: mostly a total is the sum of its parts, and one part is
“the total less the rest”.

What to do: of the circle that is shown, state the figure that has a source of its own, and leave the others to their
formulas.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [{title: 回顾}]
```
```yaml facts.yaml
- {id: whole, formula: part + rest}
- {id: part, formula: whole - rest}
- {id: rest, value: 104户}
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [{title: 回顾}]
```
```yaml facts.yaml
- {id: whole, formula: part + rest}
- {id: part, value: 12157户}
- {id: rest, value: 104户}
```
""",
)

UNIT_MISMATCH = Kind(
    "REF106",
    "unit-mismatch",
    Severity.ERROR,
    Message("单位不能相加减或比较", "Units that cannot be added or compared"),
    {
        "message": Message(
            "{text}：{left} 与 {right} 不能相加减或比较", "{text}: {left} and {right} cannot be added or compared"
        ),
        "pure": Message(
            "{text}：一边的单位是 {unit}，另一边没有单位，不能相加减或比较",
            "{text}: one side is in {unit}, the other has no unit; they cannot be added or compared",
        ),
        "hint": Message("检查引用的是不是该用的数", "check that these are the figures that are meant"),
        "cell": Message(
            "改正单位或数值；要说明的话写进 note", "mend the unit or the value; an explanation belongs into `note`"
        ),
        "doubled": Message(
            "{text} 里写了“{multiplier}”，而单位已是 {unit}：照此是 {left}",
            "{text} has “{multiplier}”, and its unit is {unit} already: that makes {left}",
        ),
        "words": Message("{text}：数字后面的“{words}”不是单位", "{text}: “{words}” behind the number is no unit"),
        "note": Message(
            "只写数字：{number}；要说明的话写进 note",
            "write the number alone, {number}; an explanation belongs into `note`",
        ),
        "number": Message("只写数字：{number}", "write the number alone: {number}"),
        "letter": Message("{text} 里有字母，须是数字", "{text} has a letter where a digit belongs"),
        "noun": Message(
            "数字后紧接单位“{unit}”，其余的词写在方括号外",
            "write the unit right behind the number, as in “12 {unit}”, and other words before the bracket or behind it",
        ),
        "within": Message("单位也写进方括号：{corrected}", "put the unit within the brackets: {corrected}"),
        "points": Message(
            "{text}：一边是百分比，一边是百分点，不是一回事",
            "{text}: one side is in per cent, the other in percentage points; they are not the same thing",
        ),
        "senses": Message(
            "两个百分比相差写“个百分点”，相对变化和占比写“%”：改正单位，或改用 growth()、share()",
            "the distance of two percentages is in percentage points, a share or a relative change in %: mend the unit, or "
            "use growth() or share()",
        ),
    },
    manual="""\
相加、相减、比较的两边须是同类单位；同类单位自动换算（万元与亿元、亩与公顷）。
`[…](=算式)` 里印出来的数与算式的结果也是比较的两边。

What is added, subtracted or compared must be of the same kind; units of one kind are converted.

“户”与“亿元”不能相加，“万元”与“亿元”可以。单元格里写了本列单位以外的单位，或又写了一个“万”，也在这里报告。

怎么办：看引用的是不是该用的数；单位写错的改单位；确要相除得出比值的，用 `/`，那是另一种单位。

户 and 亿元 cannot be added; 万元 and 亿元 can. A cell with a unit of another kind than its column, or with one 万 too many,
is told here, too.

What to do: see whether these are the figures that are meant; mend a wrong unit; for a ratio, divide: that makes a
unit of its own.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，投入[124亿元](:=spent)，合计{{ demolished + spent }}。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，投入[124亿元](:=spent)，追加[5000万元](:=more)，合计{{ more + spent }}。
```
""",
)

NO_VALUE = Kind(
    "REF107",
    "no-value",
    Severity.ERROR,
    Message("算不出数值", "A figure that cannot be computed"),
    {
        "message": Message("{about} 没有数值", "{about} has no value"),
        "division": Message("除数可能为零：{about}", "the divisor may be zero: {about}"),
        "qualitative": Message("{about} 是文字，不是数", "{about} is words, not a number"),
        "magnitude": Message("结果太大或位数太多：{about}", "the result is too large or has too many digits: {about}"),
        "domain": Message(
            "{about} 不能这样计算：基数可能为零或负数", "{about} cannot be computed: the base may be zero or less"
        ),
        "years": Message(
            "{about} 的年数须是 1 到 100 的整数", "the years of {about} must be a whole number from 1 to 100"
        ),
        "hint": Message("改用有数值的量，或改写算式", "use a figure that has a value, or another formula"),
    },
    manual="""\
除数为零、引用文字性的指标，都得不到数值。由读不出的数据引起的，不另行提示。

A divisor of zero or an indicator in words gives no figure. Nothing is said where the cause is data that could not be
read: that has a finding of its own.

例如分母可能为零、年均增长的基数不是正数，或指标在这一年是“—”、文字、比例（3:1）。

怎么办：用 `plan why 标识` 看每个数的来源；没有数值的年份补上数值，或在正文里改用文字表述。

A divisor that may be zero, say, the yearly growth of what was not positive, or an indicator that is a dash, words or
a ratio (3:1) in that year.

What to do: see with `plan why ID` where each figure comes from; fill in the year without a value, or say it in words.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      平台从[0家](:=before)增至[9家](:=after)，增长{{ growth(after, before) }}。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      平台从[3家](:=before)增至[9家](:=after)，增长{{ growth(after, before) }}。
```
""",
)

UNREADABLE_FIGURE = Kind(
    "REF108",
    "unreadable-figure",
    Severity.ERROR,
    Message("读不出数值", "A wording without a figure"),
    {
        "message": Message("“{text}”里读不出一个数", "no figure can be read in “{text}”"),
        "number": Message("“{text}”里的数写法有误", "the number in “{text}” is malformed"),
        "name": Message("“{text}”是日期、序号或名称，不是数量", "“{text}” is a date, an ordinal or a name, no figure"),
        "several": Message("“{text}”里不止一个数", "“{text}” holds more than one figure"),
        "reversed-range": Message("“{text}”的起止颠倒了", "the ends of “{text}” are the wrong way round"),
        "range-units": Message("“{text}”起止的单位不同类", "the ends of “{text}” are in units of different kinds"),
        "contradiction": Message("“{text}”的限定词互相矛盾", "the qualifiers of “{text}” contradict each other"),
        "currency-outside": Message(
            "货币符号“{currency}”写在了“{text}”的方括号外", "the sign {currency} of “{text}” stands before the bracket"
        ),
        "include": Message("把它移进方括号：[{currency}{text}]", "write it within the brackets: [{currency}{text}]"),
        "too-long": Message("方括号里的文字太长", "the text in the brackets is too long"),
        "hint": Message(
            "写成带单位的数，如 12157户、约300亿元、2-3个",
            "write a number with its unit: 12,157 households, about £300 million, 2-3 km",
        ),
    },
    manual="""\
`[…](:=标识)`、`[…](=算式)` 的方括号里，以及 facts.yaml 的 `value`，须恰好有一个读得出的数。

The brackets of `[…](:=id)` and `[…](=expr)`, and `value` in facts.yaml, hold one figure that can be read.

方括号里有两个数（“5条300米”）、只有文字（“若干”），或中间夹了别的说明，都读不出唯一的数。

怎么办：方括号里只留一个数和它的单位、限定词，其余移到括号外：`5条[300米](=length)`。

Two numbers (5条300米), words alone (若干), or an explanation in between leave no single figure to read.

What to do: keep one number with its unit and qualifier within the brackets, and move the rest out of them:
`5条[300米](=length)`.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[许多](:=demolished)。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)。
```
""",
)

NUMBER_FORMAT = Kind(
    "REF109",
    "number-format",
    Severity.ERROR,
    Message("数字格式写法有误", "A number format is malformed"),
    {
        "message": Message("数字格式“{format}”不能用", "the number format “{format}” cannot be used"),
        "unit": Message(
            "格式“{format}”的单位不能用：这个数的单位是{unit}",
            "the unit of the format “{format}” cannot be used: the figure is in {unit}",
        ),
        "unit_hint": Message(
            "去掉格式里的单位，或换成同类的单位", "leave the unit out of the format, or name one of the same kind"
        ),
        "hint": Message("格式同 Excel：0、0.0、#,##0、0.0%", "formats are as in Excel: 0, 0.0, #,##0, 0.0%"),
    },
    manual="""\
`{{ 算式 | 格式 }}` 的格式同 Excel：`0`、`0.00`、`#,##0`、`0.0%`。

The format in `{{ expr | format }}` is as in Excel: `0`, `0.00`, `#,##0`, `0.0%`.

格式只管印几位小数、要不要千分位、换成什么单位；限定词和说明写在正文里。

怎么办：小数位用 0 的个数表示；要千分位写 `#,##0`；要换单位写在后面：`{{ annex.total | 0.0亿元 }}`。

A format says how many decimals, whether with separators, and in which unit; qualifiers and explanations are text.

What to do: write a 0 for each decimal, `#,##0` for separators, and the unit behind it: `{{ annex.total | 0.0亿元 }}`.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，即{{ demolished | two digits }}。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，即{{ demolished | #,##0 }}。
```
""",
)

UNIT_TWICE = Kind(
    "REF111",
    "unit-printed-twice",
    Severity.WARNING,
    Message("单位印了两遍", "A unit is printed twice"),
    {
        "message": Message(
            "{{{{ … }}}} 印出“{printed}”，后面又写了“{unit}”",
            "{{{{ … }}}} prints “{printed}”, and the text goes on with “{unit}”",
        ),
        "hint": Message(
            "删去后面的“{unit}”：数字连同单位一起印出，格式里没有写单位时也是",
            "take out the {unit} behind it: a figure is printed with its unit, whether its format has one or not",
        ),
    },
    manual="""\
`{{ 算式 }}` 连单位一起印出，`{{ 算式 | 0.0 }}` 也是；格式里可以换一个单位：`{{ 算式 | 0.0亿元 }}`。只有 `count()` 和系数没有单位。

`{{ expr }}` is printed with its unit, and so is `{{ expr | 0.0 }}`; a format may name another one. Counts and coefficients
have none.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，即{{ demolished | #,##0 }}户。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除[12157户](:=demolished)，即{{ demolished | #,##0 }}，户均三人。
```
""",
)

FACT_WITHOUT_VALUE = Kind(
    "REF110",
    "fact-without-value",
    Severity.ERROR,
    Message("数据须有数值或算式之一", "A fact has either a value or a formula"),
    {
        "message": Message("数据 {id} 既没有 value 也没有 formula", "the fact {id} has neither a value nor a formula"),
        "both": Message("数据 {id} 同时写了 value 和 formula", "the fact {id} has both a value and a formula"),
        "hint": Message("只保留其中一个", "keep one of them"),
    },
    manual="""\
facts.yaml 的每条数据写 `value`（如印刷的数）或 `formula`（算式）之一。

A fact has either `value`, as printed, or `formula`.

两个都写，改了一个忘了另一个，就有了两个答案；两个都不写，引用它的地方就没有数。

怎么办：能由别的数算出的写 `formula`，其余写 `value`，并在 `source`、`as_of` 注明出处和时点。

With both, one will be changed and the other forgotten; with neither, there is no figure where it is used.

What to do: write `formula` for what follows from other figures, else `value`, with its source and date in `source`
and `as_of`.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [{title: 回顾}]
```
```yaml facts.yaml
- {id: area, name: 面积}
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [{title: 回顾}]
```
```yaml facts.yaml
- {id: area, name: 面积, value: 28平方公里}
```
""",
)

FIGURE_KINDS = (
    CIRCULAR_FIGURE,
    UNIT_MISMATCH,
    NO_VALUE,
    UNREADABLE_FIGURE,
    NUMBER_FORMAT,
    UNIT_TWICE,
    FACT_WITHOUT_VALUE,
)
