"""Findings about the files of a plan."""

from plan_compiler.diagnostics import Kind, Message, Severity

MISSING_FILE = Kind(
    "MOD101",
    "missing-file",
    Severity.ERROR,
    Message("找不到文件", "A file is missing"),
    {
        "message": Message("找不到文件 {file}", "there is no file {file}"),
        "hint": Message("建立这个文件，或改正路径", "create the file, or correct the path"),
        "near": Message("是不是 {near}？", "did you mean {near}?"),
    },
    manual="""\
`plan.yaml` 的 `chapters` 和 `annex.yaml` 的 `categories` 列出的文件都必须在规划文件夹里，大小写也要一致。

Every file that plan.yaml lists under `chapters`, or annex.yaml under `categories`, must be there, in the same case.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [chapters/onne.yaml]
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [chapters/one.yaml]
```

```yaml chapters/one.yaml
title: 回顾
```
""",
)

FILE_OUTSIDE = Kind(
    "MOD102",
    "file-outside",
    Severity.ERROR,
    Message("文件在规划文件夹之外", "A file outside the plan"),
    {
        "message": Message("{file} 不是规划文件夹内的路径", "{file} is no path within the plan's folder"),
        "link": Message("{file} 是指向规划文件夹之外的链接", "{file} is a link that leads out of the plan's folder"),
        "hint": Message(
            "从规划文件夹写起，用 / 分隔：{corrected}", "write the path from the plan's folder, with /: {corrected}"
        ),
        "copy": Message("把文件复制到规划文件夹里", "copy the file into the plan's folder"),
    },
    manual="""\
规划只读自己文件夹里的文件，这样搬到别的电脑或交给流水线也一样。路径从规划文件夹写起，不用 ..、盘符和反斜杠。

A plan reads files of its own folder only, so that it is the same on every machine. A path begins at the plan's folder
and has no `..`, no drive letter and no backslash.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: ['chapters\\one.yaml']
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [chapters/one.yaml]
```

```yaml chapters/one.yaml
title: 回顾
```
""",
)

UNREADABLE_FILE = Kind(
    "MOD103",
    "unreadable-file",
    Severity.ERROR,
    Message("文件读不出来", "A file cannot be read"),
    {
        "message": Message("{file} 读不出来", "{file} cannot be read"),
        "not_a_file": Message("{file} 不是普通文件", "{file} is no regular file"),
        "hint": Message("检查它的读取权限", "see whether you may read it"),
        "replace": Message("换成普通的文本文件", "put a plain text file in its place"),
    },
    manual="""\
文件夹、管道、设备，或没有读取权限的文件，不能作为规划的一部分。

A folder, a pipe, a device, or a file you may not read cannot be part of a plan.

这样的文件不读入，它的章节、表格和项目都不在规划里，由它引用的数也就核对不了。

怎么办：看路径是否写成了文件夹；是权限问题的，让文件可读（Linux 上 `chmod u+r`）；云盘里的文件先下载到本机。

Such a file is not read: its chapters, tables and projects are not in the plan, and nothing that refers to them can be
checked.

What to do: see whether the path names a folder; make the file readable (`chmod u+r`); have a file of a cloud drive
downloaded first.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [chapters]
```

```yaml chapters/one.yaml
title: 回顾
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [chapters/one.yaml]
```

```yaml chapters/one.yaml
title: 回顾
```
""",
)

EMPTY_FILE = Kind(
    "MOD104",
    "empty-file",
    Severity.ERROR,
    Message("文件是空的", "A file is empty"),
    {
        "message": Message("{file} 里没有内容", "there is nothing in {file}"),
        "hint": Message("写上内容，或删去这个文件", "fill it, or delete it"),
    },
    manual="""\
空的文件多半是保存时出了错，所以要报告。

An empty file is most often one that was not saved.

只有注释的文件也算空的。

怎么办：从上一稿找回内容（`git log 文件名`）；确实不要的，删去文件，并从 plan.yaml 的列表里去掉。

A file of comments alone is empty, too.

What to do: bring its content back from an earlier version (`git log FILE`); where it is not wanted, delete it and
take it off the list in plan.yaml.

Bad:

```yaml facts.yaml
# 数据
```

Good:

```yaml facts.yaml
- {id: spending, value: 300亿元}
```
""",
)

UNLISTED_FILE = Kind(
    "MOD105",
    "unlisted-file",
    Severity.WARNING,
    Message("文件没有列入规划", "A file that is no part of the plan"),
    {
        "message": Message("{file} 没有列入规划，不会印出来", "{file} is listed nowhere and is not printed"),
        "hint": Message("列入 {owner}，或移出文件夹", "list it in {owner}, or move it elsewhere"),
        "near": Message("是不是应该叫 {near}？", "should it be called {near}?"),
    },
    manual="""\
章节和项目类别的文件要列出才会印出，漏列一个就少一章。根目录里只认约定的文件名。

Files of chapters and categories are printed only where they are listed; one left out is a chapter less. At the top,
only the agreed names are read.

约定的文件名有 `indicators.yaml`、`annex.yaml`、`facts.yaml` 等。草稿、备份留在规划文件夹里，也会这样提示。

怎么办：章节列入 plan.yaml 的 `chapters`，项目类别列入 annex.yaml 的 `categories`；不属于规划的，移出文件夹。

The names that are known by convention are `indicators.yaml`, `annex.yaml`, `facts.yaml` and so on.
Drafts and copies within the folder are told, too.

What to do: list a chapter in `chapters` of plan.yaml, a category in `categories` of annex.yaml; move what is no part
of the plan out of the folder.

Bad:

```yaml fact.yaml
- {id: spending, value: 300亿元}
```

Good:

```yaml facts.yaml
- {id: spending, value: 300亿元}
```
""",
)

GIVEN_TWICE = Kind(
    "MOD106",
    "given-twice",
    Severity.ERROR,
    Message("同一部分有两处", "A part of the plan is given twice"),
    {
        "message": Message(
            "“{part}”在 plan.yaml 和 {file} 里各有一份", "“{part}” stands in plan.yaml and in {file} as well"
        ),
        "listed": Message("{file} 列了两次", "{file} is listed twice"),
        "hint": Message("只留一处", "keep one of them"),
    },
    manual="""\
规划的每一部分只有一个出处：要么写在 plan.yaml 里，要么写在自己的文件里；一个文件只列一次。

Every part of a plan has one home: plan.yaml or a file of its own; and a file is listed once.

两处都读的话，表格会印两遍、金额会加两遍；只读一处，改了另一处又不起作用。

怎么办：留一处，删去另一处；列了两次的文件，删去一行。

Were both read, a table would be printed and its amounts added twice; were one read, edits of the other would do
nothing.

What to do: keep one and delete the other; where a file is listed twice, delete a line.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [chapters/one.yaml, chapters/one.yaml]
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [chapters/one.yaml]
```

```yaml chapters/one.yaml
title: 回顾
```
""",
)

FILE_KINDS = (MISSING_FILE, FILE_OUTSIDE, UNREADABLE_FILE, EMPTY_FILE, UNLISTED_FILE, GIVEN_TWICE)
