"""Findings about the text of a YAML file."""

from plan_compiler.diagnostics import Kind, Message, Severity

_QUOTE = Message("改成：{corrected}", "write: {corrected}")

SYNTAX = Kind(
    "YAM101",
    "syntax-error",
    Severity.ERROR,
    Message("YAML 语法错误", "YAML syntax error"),
    {
        "message": Message("这个文件从这里起读不下去了", "the file cannot be read from here on"),
        "colon": Message(
            "一行里出现了第二个“: ”，分不清哪里是键、哪里是值",
            "a second “: ” in the line: key and value cannot be told apart",
        ),
        "no_colon": Message(
            "这里应是“键: 值”，却没有找到冒号（半角冒号后加空格）",
            "“key: value” was expected here, but there is no colon followed by a space",
        ),
        "wide_comma": Message(
            "{{ }} 里的两个键之间用了全角逗号“，”，应是半角逗号加空格",
            "a full-width comma “，” parts two keys within {{ }}: it must be a comma and a space",
        ),
        "no_space": Message("键“{key}”的冒号后面少一个空格", "a space is missing behind the colon of “{key}”"),
        "indent": Message(
            "这一行的缩进与上文对不齐，或者上一行的值没有写完",
            "this line is not aligned with those above, or the value above is not finished",
        ),
        "dash": Message(
            "这一行应是列表的一项，以“- ”开头并与其他项对齐",
            "an item was expected here: “- ”, aligned with the other items",
        ),
        "no_dash": Message(
            "这一行应是列表的一项，前面少了“- ”", "this line should be an item of the list: “- ” is missing before it"
        ),
        "misaligned": Message(
            "这一行前面有 {found} 个空格，与它对齐的各行是 {meant} 个",
            "{found} spaces stand before this line; the lines it belongs to have {meant}",
        ),
        "align": Message("改成 {meant} 个空格", "put {meant} spaces before it"),
        "outdented": Message(
            "正文到这里断了：这一行比上面的正文靠左，被当成了新的键",
            "the text breaks off here: this line stands further left than the text above, and is taken for a key",
        ),
        "misplaced_dash": Message(
            "“- ”不能写在这里；列表要另起一行", "“- ” cannot stand here; a list begins on a line of its own"
        ),
        "first_character": Message(
            "值不能以“{character}”开头，除非加引号", "a value cannot begin with “{character}” unless it is quoted"
        ),
        "open_quote": Message("引号没有收尾", "a quotation mark is not closed"),
        "apostrophe": Message(
            "单引号里的撇号（'）被当作引号收尾", "the apostrophe in this text ends it: it stands in single quotes"
        ),
        "double": Message(
            "把撇号写两遍，或改用双引号：{corrected}",
            "write the text between double quotes, or the apostrophe twice: {corrected}",
        ),
        "open_bracket": Message(
            "括号 [ 或 {{ 没有收尾，或少了逗号", "a bracket [ or {{ is not closed, or a comma is missing"
        ),
        "escape": Message("双引号里的“\\”写法不对", "an escape with “\\” within double quotes is malformed"),
        "block_header": Message(
            "“|”或“>”的后面不能有别的文字；正文从下一行写起",
            "nothing may stand behind “|” or “>”: the text begins on the next line",
        ),
        "marker": Message("--- 和 ... 不能写在这里", "--- and ... cannot stand here"),
        "conflict": Message(
            "合并冲突还没有解决：“=======”上面是本方的写法，下面是对方的写法",
            "a merge is not finished: ours stands above =======, theirs below it",
        ),
        "solve": Message(
            "取定一种写法，删去另一种和 <<<<<<<、=======、>>>>>>> 三行，再 git add",
            "keep one of the two, delete the other and the three lines <<<<<<<, =======, >>>>>>>, then `git add`",
        ),
        "hint": Message(
            "检查这一行和上一行的缩进、冒号和引号",
            "look at the indentation, colon and quotes of this line and the one above",
        ),
        "quote": _QUOTE,
    },
    manual="""\
YAML 靠缩进、冒号和引号分清结构，写错一处，后面就读不下去，所以每个文件每次只报第一处。含“: ”、以特殊符号开头的文字加单引号，
长的文字用 `|` 另起一行。

Indentation, colons and quotes carry the structure; behind a fault the rest of the file cannot be read, so that only
the first of a file is reported. Quote a text that holds `: ` or begins with a sign, or write it as a block after `|`.

Bad:

```yaml facts.yaml
- id: spending
  name: 支出: 合计
```

Good:

```yaml facts.yaml
- id: spending
  name: '支出: 合计'
  value: 300亿元
```
""",
)

DUPLICATE_KEY = Kind(
    "YAM102",
    "duplicate-key",
    Severity.ERROR,
    Message("同一个键写了两次", "A key is written twice"),
    {
        "message": Message("“{key}”写了两次", "“{key}” is written twice"),
        "first": Message("第一次写在这里", "written here first"),
        "hint": Message("只留一个；两处都要的话合在一起", "keep one of them, or put both together"),
    },
    manual="""\
一组键里每个键只能出现一次，否则不知道以哪个为准。

A key may stand once in a mapping; else nobody knows which of the values holds.

多半是复制一行后忘了改键名，或者合并两人的稿子时两行都留下了。哪一个是对的，编译器不猜，所以整个文件里这一项都要人来定。

怎么办：只留对的一行；两行其实是两个内容的，改其中一个的键名，或写成列表的两项。

Mostly a line was copied and its key left as it was, or a merge has kept the lines of both sides. Which one is right
is not guessed.

What to do: keep the right line; where the two are different things, rename one key, or make them two entries of a
list.

Bad:

```yaml facts.yaml
- id: spending
  value: 300亿元
  value: 320亿元
```

Good:

```yaml facts.yaml
- id: spending
  value: 320亿元
```
""",
)

TAB = Kind(
    "YAM103",
    "tab",
    Severity.ERROR,
    Message("用了制表符（Tab）", "A tab"),
    {
        "message": Message(
            "缩进用了制表符（Tab）；YAML 只认空格", "the line is indented by a tab; YAML takes spaces only"
        ),
        "text": Message("文字里有制表符（Tab）", "a tab within a text"),
        "hint": Message("换成空格：{corrected}", "use spaces: {corrected}"),
    },
    manual="""\
制表符看起来像空格，宽度却不定：用作缩进时 YAML 不接受，夹在文字里则无法照样印出。

A tab looks like spaces but has no fixed width: YAML refuses it as indentation, and no output can print it as meant.

多半来自从 Word、Excel 粘贴，或编辑器把 Tab 键输成了制表符。

怎么办：缩进改为两个空格；文字里的改为空格或标点。VS Code 编辑 YAML 文件时，Tab 键输入的就是空格。

They come with text pasted from Word or Excel, or from an editor whose Tab key types one.

What to do: indent with two spaces; within a text write a space or a mark. In YAML files, VS Code types spaces for Tab.

Bad:

```yaml facts.yaml
- id: spending
\tvalue: 300亿元
```

Good:

```yaml facts.yaml
- id: spending
  value: 300亿元
```
""",
)

FULL_WIDTH_COLON = Kind(
    "YAM104",
    "full-width-colon",
    Severity.ERROR,
    Message("键后用了全角冒号", "A full-width colon behind a key"),
    {
        "message": Message("键“{key}”后面是全角冒号“：”", "a full-width colon “：” stands behind the key “{key}”"),
        "hint": Message("改成半角冒号加空格：{corrected}", "write a colon and a space: {corrected}"),
    },
    manual="""\
键和值之间是半角冒号加一个空格。中文输入法打出的“：”不算。

Key and value are parted by a colon and a space; the full-width colon of a Chinese keyboard is an ordinary character.

YAML 把整行当成一段文字，这个键连同它的值就丢了，所以在这里就报出来。

怎么办：改成半角冒号，后面加一个空格；值里的“：”是正文，不用改。

YAML takes the whole line for words, and key and value would be lost; so it is told at once.

What to do: write a half-width colon and a space; a full-width colon within the value is text, and right.

Bad:

```yaml facts.yaml
- id: spending
  value：300亿元
```

Good:

```yaml facts.yaml
- id: spending
  value: 300亿元
```
""",
)

WIDE_INDENT = Kind(
    "YAM105",
    "ideographic-indent",
    Severity.ERROR,
    Message("缩进用了全角空格", "Indented by ideographic spaces"),
    {
        "message": Message(
            "这一行的缩进用了全角空格或不间断空格", "the line is indented by ideographic or no-break spaces"
        ),
        "hint": Message("换成半角空格：{corrected}", "use plain spaces: {corrected}"),
    },
    manual="""\
YAML 的缩进只认半角空格。从 Word 或网页粘贴的文字里常带全角空格（　）和不间断空格。

Only plain spaces indent in YAML. Text pasted from Word or a web page often brings ideographic or no-break spaces.

看上去对齐了，YAML 却认为这一行没有缩进，或者读不下去。

怎么办：删去行首的全角空格，按同级各行的缩进改为半角空格；段首不必空两格，由排版样式缩进。

The line looks indented, and to YAML it is not, or the file cannot be read on.

What to do: delete them and indent with spaces like the lines beside it; the first line of a paragraph is indented by
the theme.

Bad:

```yaml facts.yaml
- id: spending
　　value: 300亿元
```

Good:

```yaml facts.yaml
- id: spending
  value: 300亿元
```
""",
)

ENCODING = Kind(
    "YAM106",
    "not-utf8",
    Severity.ERROR,
    Message("文件编码不是 UTF-8", "The file is not UTF-8"),
    {
        "message": Message(
            "文件编码不是 UTF-8：第 {byte} 个字节读不出来", "the file is not UTF-8: byte {byte} cannot be read"
        ),
        "named": Message("文件编码是 {encoding}，不是 UTF-8", "the file is in {encoding}, not in UTF-8"),
        "hint": Message("在编辑器里另存为 UTF-8", "save it as UTF-8 in your editor"),
    },
    manual="""\
规划的文件一律用 UTF-8（有无 BOM 均可）。旧的 Windows 程序会存成 GBK 或 UTF-16，需另存为 UTF-8。

All files of a plan are UTF-8, with or without a byte order mark. Older Windows programs write GBK or UTF-16: save the
file as UTF-8.

读错编码，汉字会变成乱码，所以不猜，整个文件不读入。

怎么办：VS Code 点右下角的编码，选“通过编码重新打开” GBK，核对无误后“通过编码保存” UTF-8；记事本用“另存为”，编码选 UTF-8。

In the wrong encoding, every character would be another one; so nothing is guessed and the file is not read.

What to do: in VS Code, click the encoding below on the right, reopen with GBK, look whether it reads well, then save
with UTF-8; in Notepad, save as UTF-8.

Bad:

```yaml plan.yaml in gbk
title: 小规划
period: 2021-2025
chapters: [{title: 总则}]
```

Good:

```yaml plan.yaml in utf-8
title: 小规划
period: 2021-2025
chapters: [{title: 总则}]
```
""",
)

CONTROL_CHARACTER = Kind(
    "YAM107",
    "control-character",
    Severity.ERROR,
    Message("不可见的控制字符", "A control character"),
    {
        "message": Message("有不可见的控制字符 {codepoint}", "a control character {codepoint}"),
        "hint": Message("删去它：{corrected}", "delete it: {corrected}"),
        "delete": Message(
            "删去它；Word、PDF 里粘贴的文字常带这种字符", "delete it; text pasted from Word or a PDF often brings one"
        ),
    },
    manual="""\
控制字符（如竖向制表符 U+000B、NUL）看不见，也不能写进 DOCX，读入时去掉并报告。

Control characters such as U+000B or NUL are invisible and cannot be written to DOCX; they are taken out and reported.

多半从 PDF 或旧的 Word 文件粘贴而来，屏幕上看不到，成稿里会变成方框，或使文件打不开。

怎么办：照提示删去；原来是换行的，改为真正的换行。

They come with text from a PDF or an old Word file, cannot be seen on the screen, and make boxes in a document, or a
file that does not open.

What to do: delete it; where it stood for the end of a line, end the line.

Bad:

```yaml facts.yaml
- id: spending
  name: "投资\\v合计"
  value: 300亿元
```

Good:

```yaml facts.yaml
- id: spending
  name: 投资合计
  value: 300亿元
```
""",
)

FEATURE = Kind(
    "YAM108",
    "yaml-feature",
    Severity.ERROR,
    Message("不支持的 YAML 写法", "A feature of YAML that plans do not use"),
    {
        "message": Message("不支持这种 YAML 写法", "this feature of YAML is not supported"),
        "anchor": Message("不支持锚点 &{name}", "anchors such as &{name} are not supported"),
        "alias": Message("不支持别名 *{name}", "aliases such as *{name} are not supported"),
        "tag": Message("不支持标签 {name}", "tags such as {name} are not supported"),
        "merge": Message("不支持合并键 <<", "merge keys (<<) are not supported"),
        "documents": Message(
            "一个文件里只能有一份 YAML 文档；--- 后面的没有读入",
            "one document a file; what stands behind this --- was not read",
        ),
        "directive": Message("不支持以 % 开头的指令", "directives that begin with % are not supported"),
        "key": Message("键必须是一个词", "a key must be one word"),
        "hint": Message("把内容直接写出来", "write the content out"),
        "quote": Message("如果是文字，加引号：{corrected}", "if it is text, quote it: {corrected}"),
        "delete": Message("删去这一行", "delete this line"),
    },
    manual="""\
锚点、别名、标签、合并键、多份文档和指令会让一个数有两个出处，或者改变值的含义，规划文件里不用。以 & * ! 开头的文字要加引号。

Anchors, aliases, tags, merge keys, second documents and directives give a figure two homes or change what a value
means; plans do without. Quote a text that begins with & * or !.

Bad:

```yaml facts.yaml
- &base
  id: spending
  value: 300亿元
```

Good:

```yaml facts.yaml
- id: spending
  value: 300亿元
```
""",
)

TOO_LARGE = Kind(
    "YAM109",
    "too-large",
    Severity.ERROR,
    Message("文件过大或嵌套过深", "Too large or nested too deep"),
    {
        "message": Message("文件超过 {limit}，没有读入", "the file is larger than {limit} and was not read"),
        "depth": Message("嵌套超过 {limit} 层，没有再读下去", "nested more than {limit} deep; the rest was not read"),
        "nodes": Message(
            "规划的内容超过 {limit} 项，没有再读下去", "the plan has more than {limit} nodes; the rest was not read"
        ),
        "faults": Message("错误超过 {limit} 处，没有再读下去", "more than {limit} faults; the rest was not read"),
        "hint": Message(
            "把它分成几个文件，或检查是否误放了别的文件", "split it, or see whether this is a file of a plan at all"
        ),
    },
    manual="""\
规划的文件都不大；过大或嵌套过深的文件多半是放错了，读下去只会耗尽内存。

Files of a plan are small. One beyond these limits is most likely not part of the plan, and reading on would exhaust
the memory.

规划再长，一章也不过几万字；一个文件 32 MB、嵌套几十层，就不是规划的内容了。

怎么办：看是否把图片、导出的表格误存成了 .yaml；确实很长的章节，分成几章，在 plan.yaml 里列出。

A chapter has some ten thousand words; a file of 32 MB, or one nested dozens of levels deep, is something else.

What to do: see whether a picture or an exported table was saved as .yaml; part a chapter that is really so long, and
list the parts in plan.yaml.

Bad:

```yaml facts.yaml
- [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
```

Good:

```yaml facts.yaml
- {id: spending, value: 300亿元}
```
""",
)

TEXT_CUT = Kind(
    "YAM110",
    "text-cut",
    Severity.WARNING,
    Message("文字被“ #”截断", "A text cut short by “ #”"),
    {
        "message": Message(
            "“ #”后面的“{lost}”被当作注释，不会印出来", "what follows “ #” is a comment and is not printed: “{lost}”"
        ),
        "hint": Message(
            "是正文就加引号：{corrected}；是注释就在 # 后加一个空格",
            "quote it if it is text: {corrected}; if it is a comment, put a space behind #",
        ),
    },
    manual="""\
在没有引号的一行文字里，空格加 # 之后都是注释，会悄悄丢失。

In a text without quotes, everything behind a space and # is a comment and silently lost.

例如“第 #3 号地块”印出来只剩“第”。YAML 本身不报错，丢了也看不出来，所以提示。

怎么办：`#` 是正文的，给整段文字加单引号，或用 `|` 另起一行；是注释的，在 # 后加一个空格。

Of “plot #3” only “plot” would be printed. YAML says nothing, and nobody sees it; so it is told.

What to do: where it is text, put the whole of it in single quotes or write it as a block after `|`; where it is a
comment, put a space behind #.

Bad:

```yaml facts.yaml
- id: works
  name: 厂房 #3楼
  value: 3处
```

Good:

```yaml facts.yaml
- id: works
  name: '厂房 #3楼'
  value: 3处
```
""",
)

FORM_SWALLOWED = Kind(
    "YAM111",
    "form-swallowed",
    Severity.ERROR,
    Message("文字里的写法被 YAML 误读", "A form in a text that YAML takes for its own"),
    {
        "message": Message(
            "这段文字里的括号或冒号被 YAML 当成了结构", "YAML takes brackets or a colon of this text for structure"
        ),
        "hint": Message("给整段文字加引号：{corrected}", "quote the whole text: {corrected}"),
    },
    manual="""\
一行文字以 [ 或 {{ 开头，或者含有“: ”时，YAML 会把它拆成列表或键值。加单引号，或用 `|` 另起一行。

YAML splits a text that begins with [ or {{, or holds `: `, into a list or keys. Quote it, or write it as a block
after `|`.

拆开以后，这段文字就不再是文字，轻则报类型不对，重则少印一截。

怎么办：照提示给整段加单引号（文字中的单引号写两个）；长的段落用 `|` 另起一行，里面什么都不必加引号。

Once taken apart it is no text any more: at best its type is wrong, at worst a part is not printed.

What to do: put all of it in single quotes, as shown (a single quote within is written twice); write a long paragraph
as a block after `|`, where nothing needs quotes.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body:
      - 拆除率 {{ demolished / households : .1% }}
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 回顾
    body:
      - '拆除率 {{ demolished / households | 0.0% }}'
```

```yaml facts.yaml
- {id: demolished, value: 12157户}
- {id: households, value: 12261户}
```
""",
)

TEXT_SPLIT = Kind(
    "YAM112",
    "text-split",
    Severity.ERROR,
    Message("花括号里的文字被逗号拆开", "A text split at a comma within { }"),
    {
        "message": Message("“{lost}”前的逗号把文字拆成了两段", "the comma before “{lost}” splits the text in two"),
        "number": Message(
            "花括号里，“{lost}”前的逗号把一个数拆成了两段；有千分位的数要加引号",
            "within braces, the comma before “{lost}” splits a number in two; one with thousands separators is quoted",
        ),
        "no_colon": Message(
            "花括号里的“{lost}”不是“键: 值”：没有冒号", "“{lost}” within braces is no “key: value”: it has no colon"
        ),
        "quote": _QUOTE,
        "hint": Message(
            "不用 {{ }}，一行写一个键；或者给含逗号的文字加引号",
            "write one key a line instead of {{ }}, or quote the text that holds the comma",
        ),
    },
    manual="""\
在 { } 里，半角逗号总是分隔两个键，文字中的逗号也不例外。

Within { } a comma always parts two keys, even one inside a text or an expression.

金额的千分位（1,234）、英文名称里的逗号，都会把后半截变成另一个键。

怎么办：一行写一个键，不用花括号；或者给含逗号的文字、金额加引号：`total: '1,234'`。中文逗号“，”不受影响。

The comma of 1,234, or one in an English name, makes another key of what stands behind it.

What to do: write one key a line, without braces; or quote the text or amount with the comma: `total: '1,234'`. A
full-width comma does no harm.

Bad:

```yaml assertions.yaml
- {id: relocated, that: sum(monetary, in_kind) == demolished, because: 合计}
```

Good:

```yaml assertions.yaml
- id: relocated
  that: sum(monetary, in_kind) == demolished
  because: 合计
```

```yaml facts.yaml
- {id: monetary, value: 1户, exact: true}
- {id: in_kind, value: 1户, exact: true}
- {id: demolished, value: 2户, exact: true}
```
""",
)

LIST_NOT_PARTED = Kind(
    "YAM113",
    "list-not-parted",
    Severity.WARNING,
    Message("方括号里的各项没有分开", "The items of a list within [ ] are not parted"),
    {
        "message": Message(
            "方括号里用“{sign}”分隔，YAML 读成了一项；各项之间用半角逗号加空格",
            "“{sign}” parts no items within brackets, so that this is one: a comma and a space do",
        ),
        "hint": Message(
            "改成：{corrected}；真是一项的，加引号：{whole}", "write: {corrected}; or quote what is one item: {whole}"
        ),
    },
    manual="""\
方括号里的各项用半角逗号加空格分开；用“，”“、”分开的，YAML 读作一项。

怎么办：写成 `[甲, 乙]`，或每项一行，前面加 `- `；真是一项、里面本来有逗号的，加引号。

Within brackets a comma and a space part the items of a list; a full-width comma, or 、, does not.

What to do: write `[甲, 乙]`, or a line for each item, after `- `; quote what is one item with such a comma in it.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 行动
    body:
      - list: {items: [强链行动，育苗行动，引智行动]}
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 行动
    body:
      - list: {items: [强链行动, 育苗行动, 引智行动]}
```
""",
)

YAML_KINDS = (
    SYNTAX,
    DUPLICATE_KEY,
    TAB,
    FULL_WIDTH_COLON,
    WIDE_INDENT,
    ENCODING,
    CONTROL_CHARACTER,
    FEATURE,
    TOO_LARGE,
    TEXT_CUT,
    FORM_SWALLOWED,
    TEXT_SPLIT,
    LIST_NOT_PARTED,
)
