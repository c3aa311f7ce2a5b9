"""Findings about the language of the plan."""

from plan_compiler.diagnostics import Kind, Message, Severity

UNKNOWN_LANGUAGE = Kind(
    "REF301",
    "unknown-language",
    Severity.ERROR,
    Message("不认识的语言", "A language without words"),
    {
        "message": Message(
            "没有语言 {language} 的词汇；可用：{known}",
            "there are no words for the language {language}; known are {known}",
        ),
        "hint": Message(
            "改成 language: {used}；改好之前暂按 {used} 处理",
            "write language: {used}; the plan is read as that for now",
        ),
    },
    manual="""\
单位、限定词、数词和版面用语按 plan.yaml 的 `language` 取用：`zh-CN` 或 `en`。

Units, qualifiers, numerals and the words of captions come from the language that plan.yaml names: `zh-CN` or `en`.

语言不认识，就暂按括号里的语言读数和排版，单位、限定词可能因此读不准。

怎么办：写 `language: zh-CN` 或 `language: en`；别的语言要先在编译器的 language/ 里加词表。

Until it is mended, figures are read and set as in the language that is shown; units and qualifiers may be missed.

What to do: write `language: zh-CN` or `language: en`; another language needs its words in language/ of the compiler
first.

Bad:

```yaml plan.yaml
title: Petit plan
period: 2021-2025
language: fr
chapters: [{title: Bilan}]
```

Good:

```yaml plan.yaml
title: Small plan
period: 2021-2025
language: en
chapters: [{title: Review}]
```
""",
)

UNKNOWN_WORD = Kind(
    "REF302",
    "meaningless-word",
    Severity.ERROR,
    Message("自定词汇没有意义", "A word of the plan's own means nothing"),
    {
        "message": Message("“{word}”的意义无法识别", "the meaning given to {word} is not known"),
        "hint": Message("可以写：{expected}", "what can stand there: {expected}"),
    },
    manual="""\
plan.yaml 的 `vocabulary` 给本规划自己的用词一个意义，规则才能据此核对。

`vocabulary` in plan.yaml gives words of the plan's own a meaning that rules can rely on: `natures` and `attributes` name a
known meaning, or a word that has it; words listed in `undecided` and `placeholders` need none.

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
vocabulary: {natures: {扩建: enlarged}}
chapters: [{title: 总则}]
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
vocabulary: {natures: {扩建: 新建}}
chapters: [{title: 总则}]
```
""",
)

LANGUAGE_KINDS = (UNKNOWN_LANGUAGE, UNKNOWN_WORD)
