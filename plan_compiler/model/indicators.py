"""The table of target indicators."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Cell, Flag, Id, Label, Text, Whole, Year


class Indicator(Model):
    """One indicator with its values by year."""

    id: Id = Field(description="the name it is referred to by / 引用时用的标识")
    name: Label = Field(description="as printed / 指标名称")
    unit: Label = Field(description="as printed; '-' for none / 单位")
    attribute: Label = Field(description="预期性 or 约束性 / 指标属性")
    values: Mapping[Year, Cell] = Field(description="the value of each column, as printed / 各年数值")
    part_of: Id | None = Field(None, description="the indicator it is a part of; prints 其中： / 所属的总指标")
    cumulative: Flag = Field(False, description="values accumulate from year to year / 累计值")
    mark: Literal["none"] | None = Field(None, description="`none`: no [ ] around cumulative values / 不加方括号")
    better: Literal["higher", "lower"] | None = Field(
        None, description="higher or lower / 数值越高越好(higher)或越低越好(lower)"
    )
    qualitative: Flag = Field(False, description="values are words / 定性指标")
    decimals: Whole | None = Field(None, description="precision, where it is not the printed one / 精度（小数位）")
    exact: Flag = Field(False, description="values are exact counts / 精确值")
    note: Text | None = Field(None, description="a note printed as a footnote / 注释")


class IndicatorGroup(Model):
    """Indicators under one heading of the 类别 column."""

    title: Label = Field(description="类别 / category")
    indicators: tuple[Indicator, ...]


class IndicatorTable(Model):
    """A table of indicators."""

    container: ClassVar[bool] = True

    id: Id
    title: Label = Field(description="表题 / title")
    columns: Mapping[Year, Label] = Field(description="the years and what each column holds / 年份与列名")
    note: Text | None = Field(None, description="表注 / note under the table")
    groups: tuple[IndicatorGroup, ...]
