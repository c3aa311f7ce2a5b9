"""Findings about the markup of texts."""

from plan_compiler.diagnostics import Kind, Message, Severity

_CORRECTED = Message("改成：{corrected}", "write: {corrected}")

NEAR_MISS = Kind(
    "TXT001",
    "near-miss-form",
    Severity.ERROR,
    Message("写法差一点", "Almost an inline form"),
    {
        "message": Message(
            "“{text}”像是 [文字](=算式) 一类的写法，但符号不对",
            "“{text}” is almost a form such as [words](=expression)",
        ),
        "width": Message("“{text}”里用了全角符号", "“{text}” is written with full-width signs"),
        "space": Message("“{text}”里多了空格", "there is a space too many in “{text}”"),
        "reversed": Message("“{text}”里的 =: 写反了，应是 :=", "=: in “{text}” is the wrong way round: it is :="),
        "bare": Message("“{text}”的圆括号里缺 =、:= 或 #", "=, := or # is missing within the parentheses of “{text}”"),
        "half": Message(
            "“{text}”像是没写完的 [文字](=算式)，会照字面印出",
            "“{text}” is a form such as [words](=expression) half typed, and would be printed as it stands",
        ),
        "half_hint": Message(
            "写全：[文字](=算式) 核对，{{{{ 算式 }}}} 计算；的确要印这几个符号，就写成 \\( 或 \\[",
            "write it out: [words](=expression) checks, {{{{ expression }}}} computes; to print these very signs write \\( or \\[",
        ),
        "label": Message(
            "编号由编译器印出，方括号里不写文字：“{text}”",
            "the compiler prints the label; nothing stands in the brackets of “{text}”",
        ),
        "unprinted": Message(
            "“{text}”的方括号里要写印出来的文字", "the words to be printed are missing in the brackets of “{text}”"
        ),
        "hint": _CORRECTED,
        "choose": Message("核对用 {check}，定义用 {define}", "to check it: {check}; to define it: {define}"),
    },
    manual="""\
四种写法都用半角符号，括号之间没有空格：`[12157户](:=demolished)` 定义，`[99.9%](=a / b)` 核对，`{{ a / b | 0.0% }}` 计算，
`[](#targets)` 引用编号。差一个符号就会照字面印出。

The four forms take half-width signs and no space between their brackets: `[12157户](:=demolished)` defines,
`[99.9%](=a / b)` checks, `{{ a / b | 0.0% }}` computes, `[](#targets)` refers. With a sign amiss it would be printed as
it stands.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      实际拆除［12157户］（:＝demolished）。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      实际拆除[12157户](:=demolished)。
```
""",
)

UNBALANCED = Kind(
    "TXT002",
    "unbalanced-form",
    Severity.ERROR,
    Message("括号不成对", "Brackets that do not balance"),
    {
        "message": Message("“{text}”没有收尾", "“{text}” is not closed"),
        "open": Message("“{text}”前面没有 {{{{", "there is no {{{{ before “{text}”"),
        "hint": Message("补上 {missing}", "add {missing}"),
        "open_hint": Message("在前面补上 {missing}，或删去它", "put {missing} before it, or delete it"),
    },
    manual="""\
`{{ }}`、`[ ]( )` 和 `^[ ]` 都要成对。

`{{ }}`, `[ ]( )` and `^[ ]` have to be closed.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除率{{ demolished / households }。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      拆除率{{ demolished / households | 0.0% }}。
```

```yaml facts.yaml
- {id: demolished, value: 12157户}
- {id: households, value: 12261户}
```
""",
)

UNSUPPORTED = Kind(
    "TXT003",
    "unsupported-markup",
    Severity.ERROR,
    Message("不支持的标记", "Markup that plans do not use"),
    {
        "message": Message("不支持这种标记：“{text}”", "markup that is not supported: “{text}”"),
        "html": Message("不支持 HTML：“{text}”", "HTML is not supported: “{text}”"),
        "code": Message("不支持代码标记 `：“{text}”", "code marks (`) are not supported: “{text}”"),
        "heading": Message(
            "标题写在 sections 的 title 里，不用 #", "a heading is the title of a section, not a line after #"
        ),
        "image": Message("图片用 figure 内容块", "a picture is a figure block"),
        "link": Message("不支持链接：“{text}”", "links are not supported: “{text}”"),
        "table": Message("表格用 table 内容块", "a table is a table block"),
        "quote": Message("不支持以 > 开头的引用", "quotations after > are not supported"),
        "rule": Message("不支持分隔线 {text}", "rules such as {text} are not supported"),
        "bullet": Message("列表项用“- ”开头", "an item of a list begins with “- ”"),
        "ordered": Message("编号列表写作“1. ”", "an item of a numbered list begins with “1. ”"),
        "indented": Message("多缩进了 4 格或更多", "indented by four spaces or more"),
        "strike": Message("不支持删除线 ~~", "strike-through (~~) is not supported"),
        "entity": Message("字符直接写出来，不用“{text}”", "write the character itself instead of “{text}”"),
        "strong": Message("加粗用 ** **", "strong text is written with ** **"),
        "break": Message("不支持行末的“\\”换行", "line breaks by “\\” are not supported"),
        "footnote": Message("脚注里不能再有脚注", "a footnote cannot hold a footnote"),
        "note_mark": Message("不支持脚注标记“{text}”", "footnote marks such as {text} are not supported"),
        "note": Message("注文写在用到的地方：^[注文]", "write the note where it belongs: ^[the note]"),
        "block": Message(
            "“{text}”写在了文字里，会照字面印出", "“{text}” stands within a text, and would be printed as it stands"
        ),
        "beside": Message(
            "body 写成列表：文字一项（- |），内容块另起一项，与它对齐",
            "write the body as a list: the text is one entry (- |), the block another one beside it",
        ),
        "depth": Message("列表最多嵌套 {limit} 层", "lists are nested {limit} deep at most"),
        "hint": _CORRECTED,
        "figure": Message(
            "写成 - figure: {{title: …, alt: …, file: …}}", "write - figure: {{title: …, alt: …, file: …}}"
        ),
        "section": Message("写成 sections: 下的一项：- title: {words}", "write an entry of sections: - title: {words}"),
        "table_block": Message("写成 - table: 表的标识", "write - table: the table's id"),
        "plain": Message("删去这个标记，只留文字", "leave the words and delete the mark"),
    },
    manual="""\
正文只用：段落（空行分段）、列表（- 和 1.）、**加粗**、*强调*、脚注 ^[…]，以及四种数据写法。其他标记都照字面留在文字里并报告。
要印出 [ ] * { } 本身，前面加 \\。

Texts have paragraphs, lists (- and 1.), **strong**, *emphasis*, footnotes ^[…], and the four forms. Any other markup
stays in the text as it stands, and is reported. Put \\ before a sign that is to be printed itself.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      推进<b>有机更新</b>。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      推进**有机更新**。
```
""",
)

FORM_IN_LABEL = Kind(
    "TXT004",
    "form-in-label",
    Severity.ERROR,
    Message("这里不能用数据写法", "An inline form where there can be none"),
    {
        "message": Message(
            "“{key}”照字面印出，不能含“{text}”", "“{key}” is printed as it stands and cannot hold “{text}”"
        ),
        "hint": Message(
            "改成文字，或写到正文里：{corrected}", "write plain words, or move it to the body: {corrected}"
        ),
    },
    manual="""\
标题、名称一类的短文字照字面印出，里面的 {{ }}、[ ](= ) 不起作用。

Titles and names are printed as they stand; forms such as {{ }} or [ ](= ) mean nothing there.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 拆除[12157户](:=demolished)
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 拆除一万余户
```
""",
)

TYPED_INDENT = Kind(
    "TXT005",
    "typed-indent",
    Severity.WARNING,
    Message("手打的段首空格", "An indent typed by hand"),
    {
        "message": Message(
            "段首的空格由版式决定，不要手打", "the theme indents paragraphs; spaces typed by hand are not printed"
        ),
        "hint": _CORRECTED,
    },
    manual="""\
段首缩进两字由版式统一处理；手打的全角空格不印出。

The theme indents the first line of a paragraph; ideographic spaces typed there are left out.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      　　推进有机更新。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      推进有机更新。
```
""",
)

LIST_NUMBER = Kind(
    "TXT006",
    "list-number",
    Severity.WARNING,
    Message("列表编号不连续", "A list number out of order"),
    {
        "message": Message(
            "列表编号由编译器数出，这里会印 {counted}，不是 {written}",
            "items are counted by the compiler: {counted} is printed here, not {written}",
        ),
        "hint": _CORRECTED,
    },
    manual="""\
`1. ` 列表的编号从 1 数起，手打的数字只表示这是编号列表。

Items of a `1. ` list are counted from 1; the number typed only says that the list is numbered.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      1. 甲
      3. 乙
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      1. 甲
      2. 乙
```
""",
)

UNCLOSED_STRONG = Kind(
    "TXT007",
    "unclosed-strong",
    Severity.WARNING,
    Message("** 不成对", "A ** without its partner"),
    {
        "message": Message(
            "“**”没有与之成对的另一个，会照字面印出", "this ** has no partner and is printed as it stands"
        ),
        "hint": Message(
            "补上另一个 **，里面靠边不留空格；要印出星号就写 \\*",
            "add the other **, with no space inside; write \\* for an asterisk",
        ),
    },
    manual="""\
加粗写作 **文字**，两个 ** 都紧贴文字。

Strong text is written **words**, both marks touching the words.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      **重点：推进有机更新。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      **重点：**推进有机更新。
```
""",
)

BAD_FORM = Kind(
    "TXT008",
    "bad-form",
    Severity.ERROR,
    Message("写法里的内容不对", "A form with malformed content"),
    {
        "message": Message("“{text}”里没有内容", "there is nothing in “{text}”"),
        "id": Message("“{id}”不能用作标识", "“{id}” cannot be an id"),
        "target": Message("“{id}”不是标识；引用写作 [](#标识)", "“{id}” is no id; a reference is written [](#id)"),
        "format": Message("“|”后面没有格式", "there is no format behind “|”"),
        "hint": _CORRECTED,
        "fill": Message("写上算式或标识", "write an expression or an id"),
    },
    manual="""\
`:=` 后面是一个标识，`=` 后面是算式，`#` 后面是标识。

An id follows `:=` and `#`, an expression follows `=`.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      实际拆除[12157户](:=in-kind)。
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      实际拆除[12157户](:=in_kind)。
```
""",
)

TEXT_KINDS = (
    NEAR_MISS,
    UNBALANCED,
    UNSUPPORTED,
    FORM_IN_LABEL,
    TYPED_INDENT,
    LIST_NUMBER,
    UNCLOSED_STRONG,
    BAD_FORM,
)
