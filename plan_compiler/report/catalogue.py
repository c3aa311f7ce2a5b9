"""The catalogue of all kinds of finding: a list, and a page of Markdown (docs/rules.md)."""

import re
from collections.abc import Iterable, Iterator

from plan_compiler.diagnostics import Kind
from plan_compiler.report.manual import template_text
from plan_compiler.report.terminal import cells, filled
from plan_compiler.report.wording import HINT, SEVERITY, Speaker

_CODE_OR_MARK = re.compile(r"`[^`]*`|[\[\]<*|\\]")

_HEAD = """\
<!-- Written by `plan rules --format markdown`; the texts are the docstrings of the rules. -->

# 规则 / Rules

`plan check` 能发现的一切；一条规则的说明也可用 `plan explain CODE` 查看。
All that `plan check` can find; `plan explain CODE` shows one page of it.

| code | severity | 名称 | title |
|---|---|---|---|
"""


def catalogue_page(kinds: Iterable[Kind]) -> str:
    """The whole page: a table of all kinds, then the manual of each."""
    listed = tuple(kinds)
    return (
        _HEAD + "".join(map(_row, listed)) + "".join(f"\n## {k.code} {k.name}\n\n{manual_markdown(k)}" for k in listed)
    )


def catalogue_lines(kinds: Iterable[Kind], language: str) -> str:
    """A line for each kind: code, severity, name, title."""
    speaker = Speaker(language)
    listed = [(kind.code, speaker.say(SEVERITY[kind.severity]), kind.name, speaker.say(kind.title)) for kind in kinds]
    widths = [max(map(cells, column), default=0) for column in zip(*listed, strict=True)]
    rows = ("  ".join(map(filled, row, widths)).rstrip() for row in listed)
    return "".join(f"{row}\n" for row in rows)


def manual_markdown(kind: Kind) -> str:
    """The manual of one kind in both languages, without a heading."""
    return "\n\n".join(_paragraphs(kind)) + "\n"


def _row(kind: Kind) -> str:
    anchor = f"{kind.code}-{kind.name}".lower()
    return (
        f"| [{kind.code}](#{anchor}) | {kind.severity.value} | {_inline(kind.title.zh)} | {_inline(kind.title.en)} |\n"
    )


def _paragraphs(kind: Kind) -> Iterator[str]:
    severity = SEVERITY[kind.severity]
    yield f"**{_inline(kind.title.zh)} / {_inline(kind.title.en)}** — {severity.zh} / {severity.en}"
    if "hint" in kind.messages:
        hint = kind.messages["hint"]
        yield "  \n".join(
            words.format(text=_inline(template_text(text))) for words, text in ((HINT.zh, hint.zh), (HINT.en, hint.en))
        )
    if kind.manual:
        yield kind.manual.strip()


def _inline(text: str) -> str:
    """A sentence as Markdown; what it has between backticks is code there too."""
    return _CODE_OR_MARK.sub(lambda match: match[0] if match[0].startswith("`") else f"\\{match[0]}", text)
