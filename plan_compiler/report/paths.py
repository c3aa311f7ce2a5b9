"""Paths as reports print them: relative to where the command ran, with ``/``."""

import os
from pathlib import Path

from msgspec import Struct

from plan_compiler.diagnostics import Span


class Paths(Struct, frozen=True):
    """Turns paths inside the plan's tree into paths for the reader. `root` is the plan's folder, `here` the current one."""

    root: Path
    here: Path

    def shown(self, file: str) -> str:
        """The path of a file of the plan."""
        return Path(os.path.relpath(self.root / file, self.here)).as_posix()

    def position(self, span: Span) -> str:
        """``path:line:column``."""
        return f"{self.shown(span.file)}:{span.start.line}:{span.start.column}"
