"""Boxes (专栏)."""

from collections.abc import Iterator

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import Block, Box, Caption
from plan_compiler.lower.list import lower_list
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.text import lower_text
from plan_compiler.model import blocks as model


def lower_box(scope: Scope, path: NodePath, box: model.Box) -> Box:
    """The box at `path`."""
    caption = Caption("box", scope.label(path), (Text(box.title),), scope.anchor(box.id, path))
    return Box(caption, tuple(_body(scope, (*path, "body"), box)), path)


def _body(scope: Scope, path: NodePath, box: model.Box) -> Iterator[Block]:
    if isinstance(box.body, str):
        yield from lower_text(scope, path, box.body)
        return
    for index, item in enumerate(box.body):
        if isinstance(item, str):
            yield from lower_text(scope, (*path, index), item)
        else:
            yield from lower_list(scope, (*path, index, "list"), item.list)
