"""The manual page of one kind of finding, in one language.

A manual is one text for all languages: paragraphs in English and in Chinese, then the examples, which both share. A paragraph is Chinese
where more Chinese characters than Latin letters stand in it, code left out.
"""

import re
from collections.abc import Iterator, Mapping

from plan_compiler.diagnostics import Kind, Message
from plan_compiler.patterns import compiled
from plan_compiler.report.terminal import wrapped
from plan_compiler.report.wording import HINT, SEVERITY, Speaker

COLUMNS = 80
"""How wide a page is set."""
LABELS: Mapping[str, Message] = {
    "Old:": Message("原来的版本：", "Old:"),
    "Bad:": Message("有误的例子：", "Bad:"),
    "Good:": Message("正确的例子：", "Good:"),
}
_ADVICE = Message("怎么办：", "What to do:")
_ARGUMENT = compiled(r"\{\{|\}\}|\{(\w+)\}")
_BLOCK = compiled(
    r"^```.*?^```$|^(?:Old|Bad|Good):$|(?:^(?!```|(?:Old|Bad|Good):$)[^\n]+\n?)+", re.MULTILINE | re.DOTALL
)
_PARAGRAPH_END = compiled(r"\n\s*\n")
_CODE = compiled(r"`[^`]*`")
_WIDE, _LATIN = compiled(r"[\u2e80-\uffef“”‘’…—]"), compiled(r"[A-Za-z]")
_BREAK = compiled(r"(?<=[\u2e80-\uffef“”‘’…—])\n|\n(?=[\u2e80-\uffef“”‘’…—])")


def manual_page(kind: Kind, language: str) -> str:
    """The page as text: title, severity, what it means and what to do, the examples."""
    speaker = Speaker(language)
    lines = [f"{kind.code} {kind.name} — {speaker.say(kind.title)}", speaker.say(SEVERITY[kind.severity]), ""]
    for passage in passages(kind, language):
        if passage.startswith("```"):
            lines += [passage, ""]
        else:
            lines += [*wrapped(passage, COLUMNS, ""), ""]
    return "\n".join(lines)


def passages(kind: Kind, language: str) -> Iterator[str]:
    """What to do in general, unless the manual says it, then the manual: its paragraphs in a language, each in one line, labels and
    examples in fences. A manual without a word in the language is told as it stands.
    """
    speaker = Speaker(language)
    chinese = not language.startswith("en")
    blocks = list(_blocks(kind.manual))
    prose = {is_chinese(block) for block in blocks if not _is_example(block)}
    told = [b for b in blocks if _is_example(b) or is_chinese(b) is chinese or chinese not in prose]
    if "hint" in kind.messages and not any(passage.startswith(speaker.say(_ADVICE)) for passage in told):
        yield speaker.say(HINT, {"text": template_text(speaker.say(kind.messages["hint"]))})
    for block in told:
        if block in LABELS:
            yield speaker.say(LABELS[block])
        else:
            yield block if block.startswith("```") else _in_one_line(block)


def is_chinese(paragraph: str) -> bool:
    """Whether a paragraph of a manual is Chinese."""
    words = _CODE.sub("", paragraph)
    return len(_WIDE.findall(words)) > len(_LATIN.findall(words))


def template_text(template: str) -> str:
    """A message as it reads in general: ``‹name›`` stands for what a finding fills in."""
    return _ARGUMENT.sub(lambda match: f"‹{match[1]}›" if match[1] else match[0][0], template)


def _in_one_line(paragraph: str) -> str:
    """A paragraph without its line breaks; in Chinese, a break beside a wide character is no space."""
    return " ".join((_BREAK.sub("", paragraph) if is_chinese(paragraph) else paragraph).split("\n"))


def _is_example(block: str) -> bool:
    return block in LABELS or block.startswith("```")


def _blocks(manual: str) -> Iterator[str]:
    """Paragraphs, labels and examples, in order."""
    for match in _BLOCK.finditer(manual):
        yield match[0].strip("\n")
