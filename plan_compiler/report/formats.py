"""The formats of a report: one row each."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from plan_compiler.report.report import Report

Write: TypeAlias = "Callable[[Report], str]"


def _write(name: str) -> Write:
    """The function ``name_report`` of the module `name`, imported when it is called: a check needs one format only."""

    def write(report: "Report") -> str:
        function: Write = getattr(import_module(f"plan_compiler.report.{name}"), f"{name}_report")
        return function(report)

    return write


FORMATS: Mapping[str, Write] = MappingProxyType(
    {
        "text": _write("text"),
        "json": _write("json"),
        "sarif": _write("sarif"),
        "junit": _write("junit"),
        "github": _write("github"),
        "markdown": _write("markdown"),
    }
)
