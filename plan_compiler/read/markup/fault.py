"""Faults of markup, with offsets into the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plan_compiler.diagnostics import Kind
from plan_compiler.model.prose import Extent


@dataclass(frozen=True, slots=True)
class TextFault:
    """A fault in a text: `replacement` is what should stand at `at`, None where that cannot be told."""

    kind: Kind
    at: Extent
    message: str = "message"
    hint: str = "hint"
    args: Mapping[str, str] = field(default_factory=dict)
    replacement: str | None = None
