"""The manual page of one kind of finding."""

import re

from plan_compiler.diagnostics import Kind
from plan_compiler.report.wording import HINT, SEVERITY, Speaker

_ARGUMENT = re.compile(r"\{\{|\}\}|\{(\w+)\}")


def manual_page(kind: Kind, language: str) -> str:
    """The page as text: title, severity, what to do, and the manual with its examples."""
    speaker = Speaker(language)
    title = f"{kind.code} {kind.name} — {speaker.say(kind.title)}"
    lines = [title, speaker.say(SEVERITY[kind.severity]), ""]
    if "hint" in kind.messages:
        lines += [speaker.say(HINT, {"text": template_text(speaker.say(kind.messages["hint"]))}), ""]
    if kind.manual:
        lines += [kind.manual.strip(), ""]
    return "\n".join(lines)


def template_text(template: str) -> str:
    """A message as it reads in general: ``‹name›`` stands for what a finding fills in."""
    return _ARGUMENT.sub(lambda match: f"‹{match[1]}›" if match[1] else match[0][0], template)
