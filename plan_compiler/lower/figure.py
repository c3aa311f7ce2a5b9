"""Pictures."""

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import Caption, Figure
from plan_compiler.lower.scope import Scope
from plan_compiler.model import blocks as model


def lower_figure(scope: Scope, path: NodePath, figure: model.Figure) -> Figure:
    """The figure at `path`; a file that is still to come (待补) is None."""
    caption = Caption("figure", scope.label(path), (Text(figure.title),), scope.anchor(figure.id, path))
    file = None if figure.file.strip() in scope.words.meanings.placeholders else figure.file
    return Figure(caption, figure.alt, file, path)
