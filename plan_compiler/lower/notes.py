"""Notes under tables."""

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import Paragraph
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.text import lower_line


def table_notes(scope: Scope, path: NodePath, note: str | None) -> tuple[Paragraph, ...]:
    """The note at `path` after the word for it; none where there is no note."""
    if note is None:
        return ()
    line = lower_line(scope, path, note)
    return (Paragraph((Text(scope.words.captions.note), *line.inlines), path, extents=((0, 0), *line.extents)),)
