"""Faults of markup, with offsets into the text."""

from collections.abc import Mapping

from msgspec import Struct, field

from plan_compiler.diagnostics import Kind
from plan_compiler.model.prose import Extent


class TextFault(Struct, frozen=True):
    """A fault in a text: `replacement` is what should stand at `at`, None where that cannot be told."""

    kind: Kind
    at: Extent
    message: str = "message"
    hint: str = "hint"
    args: Mapping[str, str] = field(default_factory=dict)
    replacement: str | None = None
