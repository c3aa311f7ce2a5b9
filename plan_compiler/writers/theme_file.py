"""Reading theme.yaml: plain values and where each stands. No aliases or repeated keys; bounded size and depth."""

from typing import Any, Literal, TypeAlias

import yaml

from plan_compiler.diagnostics import Position

MAX_BYTES = 100_000
MAX_DEPTH = 12
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path: TypeAlias = tuple[str | int, ...]
Settings: TypeAlias = str | list["Settings"] | dict[str, "Settings"]


Fault: TypeAlias = Literal["too_large", "not_utf8", "not_yaml", "anchor", "too_deep", "empty", "twice"]


class SettingsError(ValueError):
    """The file cannot be read; `fault` says why, `detail` what it is about, where the fault alone does not tell."""

    def __init__(self, fault: Fault, position: Position, detail: str = "") -> None:
        super().__init__(fault)
        self.fault: Fault = fault
        self.position = position
        self.detail = detail


def read_settings(data: bytes) -> tuple[Settings, dict[Path, Position]]:
    """The values of `data` (scalars as raw strings) and their positions. Raises SettingsError."""
    start = Position(1, 1)
    if len(data) > MAX_BYTES:
        raise SettingsError("too_large", start, str(MAX_BYTES))
    try:
        text = data.decode("utf-8-sig")
        _look_over(text)
        root = yaml.compose(text, _LOADER)
    except UnicodeDecodeError:
        raise SettingsError("not_utf8", start) from None
    except yaml.MarkedYAMLError as error:
        at = _position(error.problem_mark) if error.problem_mark else start
        raise SettingsError("not_yaml", at) from None
    except yaml.YAMLError:
        raise SettingsError("not_yaml", start) from None
    positions: dict[Path, Position] = {}
    return _value(root, (), positions), positions


def _look_over(text: str) -> None:
    """Refuses what would take time or be shared: the events come one by one, so this ends at the first."""
    depth = 0
    for event in yaml.parse(text, _LOADER):
        if getattr(event, "anchor", None) is not None:
            raise SettingsError("anchor", _position(event.start_mark))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise SettingsError("too_deep", _position(event.start_mark))


def _value(node: Any, path: Path, positions: dict[Path, Position]) -> Settings:
    if node is None:
        raise SettingsError("empty", Position(1, 1))
    positions[path] = _position(node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*path, i), positions) for i, child in enumerate(node.value)]
    values: dict[str, Settings] = {}
    for key, child in node.value:
        name = str(key.value)
        if name in values:
            raise SettingsError("twice", _position(key.start_mark), name)
        values[name] = _value(child, (*path, name), positions)
    return values


def _position(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)
