"""A table of the plan, printed where its block stands."""

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Id


class TableBlock(Model):
    """``table: id``: the indicator table or data table of that id is printed here."""

    table: Id = Field(description="the table's id / 表的标识")
