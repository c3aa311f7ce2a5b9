"""The kinds of block a body may hold: a closed union, one module each."""

from typing import Annotated, TypeAlias

from pydantic import Tag

from plan_compiler.model.blocks.box import Box, BoxBlock, StatedLabel
from plan_compiler.model.blocks.chart import Chart, ChartBlock
from plan_compiler.model.blocks.figure import Figure, FigureBlock
from plan_compiler.model.blocks.list import ItemList, ListBlock
from plan_compiler.model.blocks.table import TableBlock
from plan_compiler.model.blocks.told import TEXT, TOLD_BY_KEY
from plan_compiler.model.scalars import Text

Block: TypeAlias = BoxBlock | TableBlock | FigureBlock | ChartBlock | ListBlock
BodyItem: TypeAlias = Annotated[
    Annotated[Text, Tag(TEXT)]
    | Annotated[BoxBlock, Tag("<box>")]
    | Annotated[TableBlock, Tag("<table>")]
    | Annotated[FigureBlock, Tag("<figure>")]
    | Annotated[ChartBlock, Tag("<chart>")]
    | Annotated[ListBlock, Tag("<list>")],
    TOLD_BY_KEY,
]
Body: TypeAlias = Text | tuple[BodyItem, ...]

__all__ = [
    "Block",
    "Body",
    "BodyItem",
    "Box",
    "BoxBlock",
    "Chart",
    "ChartBlock",
    "Figure",
    "FigureBlock",
    "ItemList",
    "ListBlock",
    "StatedLabel",
    "TableBlock",
]
