"""A list that can be referred to and counted: ``[九大](=count(nine))``."""

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Id, Label, Text


class ItemList(Model):
    """A list of items with an id."""

    id: Id | None = Field(None, description="the name it is counted by / 计数时用的标识")
    title: Text | None = Field(None, description="a line printed above the items / 列表前的引语")
    numbering: Label | None = Field(None, description="how items are numbered, such as 01 or （1） / 条目编号样式")
    items: tuple[Text, ...] = Field(description="the items / 条目")


class ListBlock(Model):
    """``list:`` in a body."""

    list: ItemList
