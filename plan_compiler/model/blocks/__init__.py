"""The kinds of block a body may hold: a closed union, one module each."""

from typing import TypeAlias

from plan_compiler.model.blocks.box import Box, BoxBlock, StatedLabel
from plan_compiler.model.blocks.figure import Figure, FigureBlock
from plan_compiler.model.blocks.list import ItemList, ListBlock
from plan_compiler.model.blocks.table import TableBlock
from plan_compiler.model.scalars import Text

Block: TypeAlias = BoxBlock | TableBlock | FigureBlock | ListBlock
BodyItem: TypeAlias = Text | Block
Body: TypeAlias = Text | tuple[BodyItem, ...]

__all__ = [
    "Block",
    "Body",
    "BodyItem",
    "Box",
    "BoxBlock",
    "Figure",
    "FigureBlock",
    "ItemList",
    "ListBlock",
    "StatedLabel",
    "TableBlock",
]
