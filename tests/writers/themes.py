"""Shipped themes, loaded."""

from plan_compiler.writers.theme import DEFAULT_THEME, Theme, load_theme


def shipped_theme(name: str = DEFAULT_THEME) -> Theme:
    theme, diagnostics = load_theme(name, lambda path: None)
    assert theme is not None, diagnostics
    return theme
