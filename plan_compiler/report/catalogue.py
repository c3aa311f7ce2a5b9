"""The catalogue of all kinds of finding: a list, and a page of Markdown in each language (docs/rules.md,
docs/rules.zh-CN.md)."""

from collections.abc import Iterable

from plan_compiler.diagnostics import Kind, Message
from plan_compiler.patterns import compiled
from plan_compiler.report.manual import passages
from plan_compiler.report.terminal import cells, filled
from plan_compiler.report.wording import SEVERITY, Speaker

_CODE_OR_MARK = compiled(r"`[^`]*`|[\[\]<*|\\]")

_HEAD = Message(
    """\
<!-- 由 `plan rules --format markdown --lang zh` 写成，文字取自各条规则的说明。 -->

# 规则

[English](rules.md)

`plan check` 能发现的一切。一条规则的说明也可用 `plan explain 代码` 查看，如 `plan explain SUM101`。

| 代码 | 级别 | 名称 |
|---|---|---|
""",
    """\
<!-- Written by `plan rules --format markdown --lang en`; the texts are the manuals of the rules. -->

# Rules

[中文](rules.zh-CN.md)

All that `plan check` can find; `plan explain CODE` shows one page of it.

| code | severity | title |
|---|---|---|
""",
)


def catalogue_page(kinds: Iterable[Kind], language: str) -> str:
    """The whole page in one language: a table of all kinds, then the manual of each."""
    listed = tuple(kinds)
    speaker = Speaker(language)
    head = speaker.say(_HEAD) + "".join(_row(kind, speaker) for kind in listed)
    return head + "".join(f"\n## {k.code} {k.name}\n\n{manual_markdown(k, language)}" for k in listed)


def catalogue_lines(kinds: Iterable[Kind], language: str) -> str:
    """A line for each kind: code, severity, name, title."""
    speaker = Speaker(language)
    listed = [(kind.code, speaker.say(SEVERITY[kind.severity]), kind.name, speaker.say(kind.title)) for kind in kinds]
    widths = [max(map(cells, column), default=0) for column in zip(*listed, strict=True)]
    rows = ("  ".join(map(filled, row, widths)).rstrip() for row in listed)
    return "".join(f"{row}\n" for row in rows)


def manual_markdown(kind: Kind, language: str) -> str:
    """The manual of one kind in a language, without a heading."""
    speaker = Speaker(language)
    head = f"**{_inline(speaker.say(kind.title))}** — {speaker.say(SEVERITY[kind.severity])}"
    return "\n\n".join([head, *map(_markdown, passages(kind, language))]) + "\n"


def _row(kind: Kind, speaker: Speaker) -> str:
    anchor = f"{kind.code}-{kind.name}".lower()
    severity = speaker.say(SEVERITY[kind.severity])
    return f"| [{kind.code}](#{anchor}) | {severity} | {_inline(speaker.say(kind.title))} |\n"


def _markdown(passage: str) -> str:
    return passage if passage.startswith("```") else _inline(passage)


def _inline(text: str) -> str:
    """A sentence as Markdown; what it has between backticks is code there too."""
    return _CODE_OR_MARK.sub(lambda match: match[0] if match[0].startswith("`") else f"\\{match[0]}", text)
