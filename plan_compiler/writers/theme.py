"""Themes: a folder of theme.yaml and templates, shipped with the compiler or lying in the plan's own folder.

``templates/<name>/…`` of the plan overrides the shipped theme of that name file by file. A theme.yaml is whole, or says
what it is ``based_on``: then it holds what differs from that theme, and files it lacks are that theme's. A plan's own
theme.yaml may be based on the shipped theme of its name. Templates that no theme of the row has are the default's.
"""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from pydantic import ValidationError

from plan_compiler.diagnostics import Diagnostic, Place, Position, Span, listed
from plan_compiler.patterns import compiled
from plan_compiler.resources import resource_folder
from plan_compiler.writers.faults import THEME_INVALID, THEME_UNKNOWN
from plan_compiler.writers.look import Look
from plan_compiler.writers.theme_faults import SettingFault, setting_faults
from plan_compiler.writers.theme_file import Settings, SettingsError, read_settings

DEFAULT_THEME = "gongwen"
_NAME = compiled(r"[^\W_][\w-]{0,60}")
_QUOTES = "“”‘’「」『』《》＂＇\"' 　"
_MOST_LAYERS = 5
DEEPEST = 3
"""Folders within each other in a theme: a file that lies deeper is none of it."""

PlanFile: TypeAlias = Callable[[str], bytes | None]
"""The bytes of a file of the plan's folder by its path with ``/``; None where there is none, or it lies outside."""

_Path: TypeAlias = tuple[str | int, ...]


class ThemeFile(Struct, frozen=True):
    """A file of a theme: its bytes, and its path among the shipped themes (``report/html/index.html.j2``); None where it is a plan's
    own.
    """

    data: bytes
    shipped: str | None = None


class Theme(Struct, frozen=True):
    """A loaded theme. `find` gives one of its files (``html/index.html.j2``), None without it."""

    name: str
    look: Look
    find: Callable[[str], ThemeFile | None]

    def file(self, path: str) -> bytes | None:
        """The bytes of a file."""
        found = self.find(path)
        return found.data if found else None


class _Layer(Struct, frozen=True):
    """One theme.yaml of a row of themes: its values and where each stands in it."""

    theme: str
    values: dict[str, Settings]
    positions: dict[_Path, Position]

    @property
    def path(self) -> str:
        return f"templates/{self.theme}/theme.yaml"


class _UnusableError(Exception):
    """A theme.yaml that cannot be used; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def load_theme(name: str, plan_file: PlanFile) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme `name`, and what is wrong with it: None if it is unknown or its theme.yaml is invalid."""
    if not _NAME.fullmatch(name) or _settings(name, plan_file) is None:
        return None, (_unknown(name),)
    try:
        layers = tuple(_layers(name, plan_file))
        look = Look.model_validate(_merged(layers))
    except _UnusableError as error:
        return None, (error.diagnostic,)
    except ValidationError as error:
        return None, tuple(_fault(layers, fault) for fault in setting_faults(error.errors(include_url=False)))
    names = tuple(dict.fromkeys((*(layer.theme for layer in layers), DEFAULT_THEME)))
    return Theme(name, look, partial(_theme_file, names, plan_file)), ()


def shipped_themes() -> tuple[str, ...]:
    """The names of the themes that travel with the compiler."""
    return tuple(sorted(p.parent.name for p in resource_folder("templates").glob("*/theme.yaml")))


def _settings(name: str, plan_file: PlanFile, *, own: bool = True) -> bytes | None:
    """The theme.yaml of a theme: the plan's own (unless not `own`), else the shipped one."""
    data = plan_file(f"templates/{name}/theme.yaml") if own else None
    shipped = _shipped(name, "theme.yaml")
    return data if data is not None else shipped.read_bytes() if shipped.is_file() else None


def _layers(name: str, plan_file: PlanFile) -> Iterator[_Layer]:
    """The theme.yaml of `name` and of each theme that it builds on, in turn."""
    own = True
    for _ in range(_MOST_LAYERS):
        layer = _read(name, _settings(name, plan_file, own=own) or b"")
        yield layer
        base = layer.values.get("based_on")
        if base is None:
            return
        # A plan's own theme.yaml may build on the shipped one of its name; a shipped one, on another theme.
        own, known = base != name, isinstance(base, str) and _NAME.fullmatch(base) is not None
        if not known or _settings(str(base), plan_file, own=own) is None:
            raise _UnusableError(_invalid(layer, ("based_on",), "no_base", str(base)))
        if base == name and plan_file(layer.path) is None:
            break
        name = str(base)
    raise _UnusableError(_invalid(layer, ("based_on",), "circle"))


def _read(name: str, data: bytes) -> _Layer:
    try:
        values, positions = read_settings(data)
    except SettingsError as error:
        where = Span(
            f"templates/{name}/theme.yaml", error.position, Position(error.position.line, error.position.column + 1)
        )
        raise _UnusableError(_diagnostic(where, error.fault, error.detail)) from None
    layer = _Layer(name, values if isinstance(values, dict) else {}, positions)
    if not isinstance(values, dict):
        raise _UnusableError(_invalid(layer, (), "no_settings"))
    return layer


def _merged(layers: tuple[_Layer, ...]) -> Settings:
    """The settings of all layers; what a layer says goes before what it builds on."""
    settings: Settings = {}
    for layer in reversed(layers):
        settings = _over(settings, layer.values)
    return settings


def _over(below: Settings, above: Settings) -> Settings:
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    return {**below, **{key: _over(below[key], value) if key in below else value for key, value in above.items()}}


def _theme_file(names: tuple[str, ...], plan_file: PlanFile, path: str) -> ThemeFile | None:
    """The file of the first of the themes `names` that has it; the plan's own before the shipped one."""
    if path.count("/") > DEEPEST:
        return None
    for name in names:
        own = plan_file(f"templates/{name}/{path}")
        if own is not None:
            return ThemeFile(own)
        file = _shipped(name, path)
        if file.is_file():
            return ThemeFile(file.read_bytes(), f"{name}/{path}")
    return None


def _shipped(theme: str, path: str) -> Path:
    root = resource_folder("templates") / theme
    file = (root / path).resolve()
    return file if file.is_relative_to(root.resolve()) else root / "outside"


def _fault(layers: tuple[_Layer, ...], fault: SettingFault) -> Diagnostic:
    """In the layer that says it; what no layer says, in the first."""
    layer = next((layer for layer in layers if fault.path in layer.positions), layers[0])
    return Diagnostic(THEME_INVALID, _where(layer, fault.path), fault.args, fault.message, hint=fault.hint)


def _unknown(name: str) -> Diagnostic:
    themes = shipped_themes()
    meant = name.strip(_QUOTES).strip()
    near = meant if meant in themes else next(iter(get_close_matches(meant[:60].lower(), themes, 1)), "")
    quoted = meant == near and meant != name
    args = {"name": name, "themes": listed(themes), "near": near}
    return Diagnostic(THEME_UNKNOWN, Place(("theme",)), args, hint="quotes" if quoted else "near" if near else "hint")


def _invalid(layer: _Layer, path: _Path, message: str, detail: str = "") -> Diagnostic:
    return _diagnostic(_where(layer, path), message, detail)


def _where(layer: _Layer, path: _Path) -> Span:
    place = path
    while place and place not in layer.positions:
        place = place[:-1]
    at = layer.positions.get(place, Position(1, 1))
    return Span(layer.path, at, Position(at.line, at.column + 1))


def _diagnostic(where: Span, message: str, detail: str) -> Diagnostic:
    return Diagnostic(THEME_INVALID, where, {"detail": detail}, message, hint="hint")
