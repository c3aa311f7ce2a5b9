"""A box (专栏)."""

from typing import Annotated, ClassVar, TypeAlias

from pydantic import Field, Tag

from plan_compiler.model.base import Model
from plan_compiler.model.blocks.list import ListBlock
from plan_compiler.model.blocks.told import TEXT, TOLD_BY_KEY
from plan_compiler.model.scalars import Id, Label, Text


class StatedLabel(Model):
    """What was published where the compiler would count."""

    label: Label = Field(description="the label as published / 已刊印的编号，如 专栏3-1")


BoxItem: TypeAlias = Annotated[Annotated[Text, Tag(TEXT)] | Annotated[ListBlock, Tag("<list>")], TOLD_BY_KEY]


class Box(Model):
    """A box of text set apart from the chapter, with a number of its own."""

    container: ClassVar[bool] = True

    id: Id | None = Field(None, description="the name it is referred to by / 引用时用的标识")
    title: Label = Field(description="标题 / title")
    body: Text | tuple[BoxItem, ...] = Field(description="正文 / text")
    stated: StatedLabel | None = Field(None, description="the published label / 已刊印的编号")


class BoxBlock(Model):
    """``box:`` in a body."""

    box: Box
