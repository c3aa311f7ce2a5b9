"""Themes: a folder of theme.yaml and templates, shipped with the compiler or lying in the plan's own folder.

``templates/<name>/…`` of the plan overrides the shipped theme of that name file by file. A theme that exists only in
the plan must have a theme.yaml; templates it lacks come from the default theme.
"""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from pydantic import ValidationError

from plan_compiler.diagnostics import Diagnostic, Place, Position, Span
from plan_compiler.resources import resource_folder
from plan_compiler.writers.faults import THEME_INVALID, THEME_UNKNOWN
from plan_compiler.writers.look import Look
from plan_compiler.writers.theme_file import SettingsError, read_settings

DEFAULT_THEME = "gongwen"
_NAME = re.compile(r"[^\W_][\w-]{0,60}")

PlanFile: TypeAlias = Callable[[str], bytes | None]
"""The bytes of a file of the plan's folder by its path with ``/``; None where there is none, or it lies outside."""


class Theme(Struct, frozen=True):
    """A loaded theme. `file` gives the bytes of one of its files (``html/index.html.j2``), None without it."""

    name: str
    look: Look
    file: PlanFile


def load_theme(name: str, plan_file: PlanFile) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme `name`, and what is wrong with it: None if it is unknown or its theme.yaml is invalid."""
    if not _NAME.fullmatch(name):
        return None, (_unknown(name),)
    path = f"templates/{name}/theme.yaml"
    settings = partial(_theme_file, name, plan_file)("theme.yaml")
    if settings is None or (plan_file(path) is None and not _shipped(name, "theme.yaml").is_file()):
        return None, (_unknown(name),)
    try:
        values, positions = read_settings(settings)
        look = Look.model_validate(values)
    except SettingsError as error:
        return None, (_invalid(path, error.position, "", error.reason),)
    except ValidationError as error:
        return None, tuple(
            _invalid(path, _nearest(positions, fault["loc"]), ".".join(map(str, fault["loc"])), fault["msg"])
            for fault in error.errors(include_url=False)
        )
    return Theme(name, look, partial(_theme_file, name, plan_file)), ()


def shipped_themes() -> tuple[str, ...]:
    """The names of the themes that travel with the compiler."""
    return tuple(sorted(p.parent.name for p in resource_folder("templates").glob("*/theme.yaml")))


def _theme_file(name: str, plan_file: PlanFile, path: str) -> bytes | None:
    own = plan_file(f"templates/{name}/{path}")
    if own is not None:
        return own
    for theme in (name, DEFAULT_THEME):
        file = _shipped(theme, path)
        if file.is_file():
            return file.read_bytes()
    return None


def _shipped(theme: str, path: str) -> Path:
    root = resource_folder("templates") / theme
    file = (root / path).resolve()
    return file if file.is_relative_to(root.resolve()) else root / "outside"


def _nearest(positions: dict[tuple[str | int, ...], Position], path: tuple[str | int, ...]) -> Position:
    while path and path not in positions:
        path = path[:-1]
    return positions.get(path, Position(1, 1))


def _unknown(name: str) -> Diagnostic:
    return Diagnostic(
        THEME_UNKNOWN, Place(("theme",)), {"name": name, "themes": "、".join(shipped_themes())}, hint="hint"
    )


def _invalid(path: str, at: Position, field: str, reason: str) -> Diagnostic:
    end = Position(at.line, at.column + 1)
    return Diagnostic(THEME_INVALID, Span(path, at, end), {"field": field, "reason": reason}, hint="hint")
