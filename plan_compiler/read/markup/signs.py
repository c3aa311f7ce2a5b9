"""The signs of inline forms, wherever they stand."""

import re

_FORM = re.compile(r"\{\{|\]\s*[(（]\s*[:：]?[=＝#＃]")


def holds_form(text: str) -> bool:
    """Whether `text` holds, or nearly holds, an inline form."""
    return ("{{" in text or "]" in text) and _FORM.search(text) is not None
