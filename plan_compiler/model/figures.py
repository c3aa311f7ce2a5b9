"""Facts that have no place in the prose, and assertions between figures."""

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Expression, Flag, Id, Label


class Fact(Model):
    """A figure that is not defined in the text. `value` is worded as it would be printed: ``约300亿元``."""

    id: Id
    name: Label | None = Field(None, description="名称 / name")
    value: Label | None = Field(None, description="as printed, with its unit / 数值（含单位）")
    formula: Expression | None = Field(None, description="instead of a value: computed / 计算式")
    as_of: Label | None = Field(None, description="数据时点 / when it holds")
    source: Label | None = Field(None, description="数据来源 / where it comes from")
    exact: Flag = Field(False, description="精确值 / exact")


class Assertion(Model):
    """A relation between figures that must hold."""

    id: Id
    that: Expression = Field(description="a comparison / 比较式")
    because: Label = Field(description="why it must hold, in words / 理由")
