"""Lists that can be counted."""

from collections.abc import Iterator

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.nodes import Block, List, ListItem
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.text import lower_text
from plan_compiler.model.blocks import ItemList


def lower_list(scope: Scope, path: NodePath, items: ItemList) -> Iterator[Block]:
    """The list at `path`, after the line that introduces it."""
    if items.title is not None:
        yield from lower_text(scope, (*path, "title"), items.title)
    lowered = tuple(_item(scope, (*path, "items", index), item) for index, item in enumerate(items.items))
    yield List(items.numbering is not None, lowered, scope.anchor(items.id, path) if items.id else "", path)


def _item(scope: Scope, path: NodePath, item: str) -> ListItem:
    return ListItem(scope.label(path), lower_text(scope, path, item), path)
