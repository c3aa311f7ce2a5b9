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
        "hint": Message("暂按 {used} 处理", "the plan is read as {used} for now"),
    },
    manual="""\
单位、限定词、数词和版面用语按 plan.yaml 的 `language` 取用：`zh-CN` 或 `en`。
Units, qualifiers, numerals and the words of captions come from the language that plan.yaml names: `zh-CN` or `en`.

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

LANGUAGE_KINDS = (UNKNOWN_LANGUAGE,)
