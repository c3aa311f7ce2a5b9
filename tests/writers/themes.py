"""The shipped theme, loaded."""

from plan_compiler.writers.theme import DEFAULT_THEME, Theme, load_theme


def shipped_theme() -> Theme:
    theme, diagnostics = load_theme(DEFAULT_THEME, lambda path: None)
    assert theme is not None, diagnostics
    return theme
