"""The manual page of one kind of finding."""

from plan_compiler.diagnostics import Kind
from plan_compiler.report.wording import HINT, SEVERITY, Speaker


def manual_page(kind: Kind, language: str) -> str:
    """The page as text: title, severity, what to do, and the manual with its examples."""
    speaker = Speaker(language)
    title = f"{kind.code} {kind.name} — {speaker.say(kind.title)}"
    lines = [title, speaker.say(SEVERITY[kind.severity]), ""]
    if "hint" in kind.messages:
        lines += [f"{speaker.say(HINT)}: {_template(speaker.say(kind.messages['hint']))}", ""]
    if kind.manual:
        lines += [kind.manual.strip(), ""]
    return "\n".join(lines)


def _template(text: str) -> str:
    """Arguments stand for what a finding fills in."""
    return text.replace("{", "‹").replace("}", "›")
