"""Findings about the shape of a plan: its keys and the types of their values."""

from plan_compiler.diagnostics import Kind, Message, Severity

WRONG_TYPE = Kind(
    "MOD201",
    "wrong-type",
    Severity.ERROR,
    Message("值的类型不对", "A value of the wrong type"),
    {
        "message": Message("“{key}”的值不能这样写", "the value of “{key}” cannot be written like this"),
        "text": Message(
            "“{key}”应是一段文字或一个数，这里写成了列表或一组键",
            "“{key}” takes a text or a number, not a list or keys",
        ),
        "text_or_list": Message("“{key}”应是一段文字或一个列表", "“{key}” takes a text or a list"),
        "list": Message("“{key}”应是列表，每项以“- ”开头", "“{key}” takes a list, each item after “- ”"),
        "keys": Message("“{key}”应是一组键，这里写成了别的", "“{key}” takes keys with values"),
        "file_keys": Message("{file} 应是一组“键: 值”", "{file} should hold “key: value” lines"),
        "file_list": Message("{file} 应是一个列表，每项以“- ”开头", "{file} should hold a list, each item after “- ”"),
        "hint": Message("照 plan explain MOD201 的例子改", "`plan explain MOD201` shows an example"),
        "brackets": Message("改成：{corrected}", "write: {corrected}"),
        "dash": Message("在下一行写：{corrected}", "write on the next line: {corrected}"),
        "entry": Message(
            "不用“- ”，每项写成一个键和它的值：{corrected}", "no “- ”: each entry is a key with its value, {corrected}"
        ),
    },
    manual="""\
每个键的值是文字、列表或一组键中的一种。

The value of a key is a text, a list, or keys with values.

常见的是该写列表的地方写成了一个值，或该写一组键的地方只写了名称。

怎么办：列表的每一项前写 `- `；一组键各占一行、比上一行多缩进两格。编辑器装上 YAML 插件，停在键上即可看到它要什么。

Mostly there is one value in the place of a list, or a bare name in the place of a mapping.

What to do: put `- ` before every entry of a list; write the keys of a mapping a line each, two spaces further in. An
editor with the YAML extension tells at each key what it takes.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: chapters/one.yaml
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - chapters/one.yaml
```

```yaml chapters/one.yaml
title: 回顾
```
""",
)

UNKNOWN_KEY = Kind(
    "MOD202",
    "unknown-key",
    Severity.ERROR,
    Message("没有这个键", "An unknown key"),
    {
        "message": Message("这里没有“{key}”这个键", "there is no key “{key}” here"),
        "hint": Message("可用的键：{keys}", "there are: {keys}"),
        "near": Message("改成：{corrected}", "write: {corrected}"),
    },
    manual="""\
键用英文，写错一个字母，它的值就不会印出，所以要报告。编辑器装上 YAML 插件后会提示可用的键。

Keys are English words. The value of a misspelt one would not be printed. An editor with a YAML plug-in offers them.

常见的是少一个字母、用了中文键名，或键写在了别的层级上（缩进不对）。

怎么办：照提示改成最接近的键；层级不对的，改缩进；自己的备注写成注释（`# …`）或 `note`。

Mostly a letter is missing, the key is in Chinese, or it stands a level too high or too low (by its indentation).

What to do: write the key that is shown; indent it right; a remark of your own is a comment (`# …`) or a `note`.

Bad:

```yaml facts.yaml
- id: spending
  valeu: 300亿元
```

Good:

```yaml facts.yaml
- id: spending
  value: 300亿元
```
""",
)

MISSING_KEY = Kind(
    "MOD203",
    "missing-key",
    Severity.ERROR,
    Message("缺少必需的键", "A required key is missing"),
    {
        "message": Message("缺少“{key}”（{meaning_zh}）", "“{key}” is missing ({meaning_en})"),
        "bare": Message("缺少“{key}”", "“{key}” is missing"),
        "hint": Message("加一行：{corrected}", "add a line: {corrected}"),
    },
    manual="""\
有些键必须写。缺少时这一项不参加后面的检查。

Some keys are required. An entry without one takes no part in later checks.

例如项目没有 `owner`、指标没有 `unit`。为免一处缺漏引出一串问题，缺键的这一项不再参加合计，合计也标为无法核对。

怎么办：照提示加一行；暂时不知道的，写“待定”或“—”，不要整行不写。

A project without `owner`, say, or an indicator without `unit`. So that one gap does not make a row of findings, such
an entry is left out of the checks that follow, and its sums count as not checkable.

What to do: add the line that is shown; where the value is not known yet, write 待定 or — and not nothing.

Bad:

```yaml organizations.yaml
- id: kejiju
```

Good:

```yaml organizations.yaml
- id: kejiju
  name: 区科技局
```
""",
)

EMPTY_VALUE = Kind(
    "MOD204",
    "empty-value",
    Severity.ERROR,
    Message("值是空的", "A value is empty"),
    {
        "message": Message("“{key}”后面没有值", "“{key}” has no value"),
        "shallow": Message(
            "“{key}”后面没有值：下面几行与它对齐，不算它的内容",
            "“{key}” has no value: the lines below are aligned with it and no part of it",
        ),
        "deeper": Message(
            "把下面属于“{key}”的各行再向右缩进，写在“{key}:”的里面",
            "indent the lines that belong to “{key}” further than it",
        ),
        "item": Message("列表的这一项是空的", "this item of the list is empty"),
        "null": Message(
            "“{key}”的值 {text} 在 YAML 里等于没有值", "“{key}” has the value {text}, which is no value in YAML"
        ),
        "comment": Message("“{key}”后面只有注释", "nothing but a comment stands behind “{key}”"),
        "hint": Message("写上值，或删去这一行", "fill it in, or delete the line"),
        "dash": Message(
            "写上数值；没有数的写 —：{key}: —", "fill it in; where there is no figure, write a dash: {key}: —"
        ),
        "quote": Message("是正文就加引号：{corrected}", "quote it if it is text: {corrected}"),
    },
    manual="""\
写了键就要写值；暂时没有的，删去这一行。

A key that is written has a value; delete the line as long as there is none.

`key:` 后面什么都没有，YAML 读作“空”，既不是 0，也不是空字。

怎么办：写上值；金额没有的写 0，表里没有的写 —；这个键可以不写的，删去这一行。

With nothing behind `key:`, YAML reads “null”, which is neither 0 nor an empty text.

What to do: write the value; for no amount 0, for nothing in a table a dash; where the key may be left out, delete the
line.

Bad:

```yaml organizations.yaml
- id: kejiju
  name:
```

Good:

```yaml organizations.yaml
- id: kejiju
  name: 区科技局
```
""",
)

MALFORMED_NUMBER = Kind(
    "MOD205",
    "malformed-number",
    Severity.ERROR,
    Message("数写得不对", "A malformed number"),
    {
        "message": Message("“{text}”不是一个数", "“{text}” is no number"),
        "grouping": Message("“{text}”的千分位分隔不对", "the thousands of “{text}” are grouped wrongly"),
        "ambiguous": Message(
            "“{text}”里的点可能是小数点，也可能是分隔符", "the point of “{text}” may be a decimal point or a separator"
        ),
        "parentheses": Message(
            "“{text}”的括号不成对，或括号里又有负号", "the parentheses of “{text}” do not match, or hold a sign"
        ),
        "trailing": Message("“{text}”的数字后面有多余的文字", "there is something behind the digits of “{text}”"),
        "too_long": Message("“{text}”太长，不像一个数", "“{text}” is too long for a number"),
        "hint": Message(
            "只写数字，可带小数、三位一组的逗号和单位，如 1,234.5",
            "write digits, with decimals, commas by threes and a unit if need be: 1,234.5",
        ),
    },
    manual="""\
数照印出来的样子写：可以有小数、每三位一个逗号、后面带单位。分组不对的数读不出确切的值。

A number is written as it is printed: with decimals, commas by threes, a unit. One grouped otherwise has no certain value.

Bad:

```yaml annex.yaml
id: annex
title: 项目表
unit: 万元
stated: {total: '250,000,00'}
categories: []
```

Good:

```yaml annex.yaml
id: annex
title: 项目表
unit: 万元
categories: []
```
""",
)

BAD_ID = Kind(
    "MOD206",
    "bad-id",
    Severity.ERROR,
    Message("标识写得不对", "A malformed id"),
    {
        "message": Message(
            "“{id}”不能用作标识：只能有文字、数字和下划线",
            "“{id}” cannot be an id: letters, digits and underscores only",
        ),
        "not-normal": Message("“{id}”里有全角或变体字符", "“{id}” holds full-width or variant characters"),
        "digit-first": Message(
            "标识“{id}”不能以数字开头，要以文字或下划线开头",
            "the id “{id}” begins with a digit; begin it with a letter",
        ),
        "hyphen": Message("“{id}”里不能有连字符，否则分不清是减号", "“{id}” holds a hyphen, which would be a minus"),
        "keyword": Message("“{id}”是表达式语言的保留字", "“{id}” is a reserved word"),
        "function": Message("“{id}”是函数名", "“{id}” is the name of a function"),
        "field": Message("“{id}”是字段名", "“{id}” is the name of a field"),
        "too-long": Message("“{id}”太长，最多 64 字", "“{id}” is longer than 64 characters"),
        "empty": Message("标识是空的", "the id is empty"),
        "hint": Message("改成：{corrected}", "write: {corrected}"),
    },
    manual="""\
标识在表达式里用，所以由文字、数字、下划线组成，不以数字开头，不用连字符、保留字、函数名（sum、count、share……）和字段名（total、in_period）。
中文可以用。

Ids are used in expressions: letters (Chinese too), digits and underscores, no digit first, no hyphen, no reserved
word, no name of a function (sum, count, share, …) or field (total, in_period).

Bad:

```yaml facts.yaml
- id: in-kind
  value: 5747户
```

Good:

```yaml facts.yaml
- id: in_kind
  value: 5747户
```
""",
)

BAD_VALUE = Kind(
    "MOD207",
    "bad-value",
    Severity.ERROR,
    Message("值不在允许的范围内", "A value that is not allowed"),
    {
        "message": Message("“{text}”不能作为“{key}”的值", "“{text}” is no value of “{key}”"),
        "flag": Message("“{key}”只能是 true 或 false，不能是“{text}”", "“{key}” is true or false, not “{text}”"),
        "year": Message("“{text}”不是四位的年份", "“{text}” is no year of four digits"),
        "whole": Message("“{key}”应是整数，不能是“{text}”", "“{key}” is a whole number, not “{text}”"),
        "hint": Message("照 plan explain MOD207 的例子改", "`plan explain MOD207` shows an example"),
        "allowed": Message("可用：{allowed}", "there are: {allowed}"),
        "years_hint": Message(
            "几个年份写成：{corrected}，用半角逗号加空格分开",
            "several years are written {corrected}, a comma and a space between them",
        ),
        "year_hint": Message("写四位的年份，如 {corrected}", "write a year of four digits, such as {corrected}"),
        "flag_hint": Message("改成：{corrected}", "write: {corrected}"),
    },
    manual="""\
年份是四位数字，开关只有 true 和 false，小数位数是整数。

A year has four digits, a switch is true or false, a number of decimals is a whole number.

例如 `2025年`、`yes`、`是`、`2.0` 都不行：写法一律，程序和人才不会读出两个意思。

怎么办：年份写 2025，开关写 true 或 false，小数位数写 0、1、2 这样的整数。

`2025年`, `yes` or `2.0` will not do: written in one way only, nobody reads two meanings.

What to do: a year is 2025, a switch true or false, a number of decimals 0, 1 or 2.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    numbered: 否
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    numbered: false
```
""",
)

UNKNOWN_BLOCK = Kind(
    "MOD208",
    "unknown-block",
    Severity.ERROR,
    Message("没有这种内容块", "An unknown kind of block"),
    {
        "message": Message("这里没有“{key}”这种内容块", "there is no block “{key}” here"),
        "none": Message("这里应是一段文字或一个内容块", "a text or a block was expected here"),
        "hint": Message("这里可用：一段文字，或 {keys}", "a text may stand here, or {keys}"),
        "near": Message("改成：{corrected}", "write: {corrected}"),
    },
    manual="""\
正文列表的每一项是一段文字，或一个内容块，由它的第一个键说明是哪一种。

Each item of a body is a text or a block; the first key of a block says which.

内容块有 `box`（专栏）、`table`（表）、`figure`（图）、`chart`（图表）、`list`（列表）等，写在 `body` 的列表里。键名写
错，整块就不知道是什么。

怎么办：改正第一个键；只是一段文字的，直接写文字，里面有“: ”的加引号。

Blocks are `box`, `table`, `figure`, `chart`, `list` and so on, as entries of a `body`. With its key misspelt, nobody
knows what the block is.

What to do: mend the first key; for a mere paragraph write the text alone, quoted where it holds `: `.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body:
      - lists: {items: [甲, 乙]}
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body:
      - list: {items: [甲, 乙]}
```
""",
)

SHAPE_KINDS = (
    WRONG_TYPE,
    UNKNOWN_KEY,
    MISSING_KEY,
    EMPTY_VALUE,
    MALFORMED_NUMBER,
    BAD_ID,
    BAD_VALUE,
    UNKNOWN_BLOCK,
)
