"""A file of a plan as one line a field: what `git diff` shows in place of the YAML."""

from collections.abc import Iterator

from plan_compiler.read.fields import HOME, file_fields
from plan_compiler.report.visible import inert_line, visible


def field_lines(content: bytes) -> str:
    """The fields in the order written, under the ids they belong to; what cannot be read as YAML stays as it is."""
    fields = file_fields("", content)
    if fields is None:
        return "".join(f"{inert_line(visible(line))}\n" for line in content.decode("utf-8", "replace").splitlines())
    lines = (line for key, value in fields.items() if key[-1:] != (HOME,) for line in _lines(key, value))
    return "".join(f"{line}\n" for line in lines)


def _lines(key: tuple[str, ...], value: str) -> Iterator[str]:
    name = visible(".".join(key))
    for line in value.splitlines() or [""]:
        yield inert_line(f"{name}: {visible(line)}".rstrip())
