"""The signs of inline forms, wherever they stand."""

from plan_compiler.patterns import compiled

_FORM = compiled(r"\{\{|\]\s*[(（]\s*[:：]?[=＝#＃]")


def holds_form(text: str) -> bool:
    """Whether `text` holds, or nearly holds, an inline form."""
    return ("{{" in text or "]" in text) and _FORM.search(text) is not None
