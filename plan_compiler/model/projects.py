"""The annex of major projects: categories with subtotals, and a grand total."""

from typing import ClassVar, Literal, TypeAlias

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Amount, Flag, Id, Label, Text
from plan_compiler.quantity.number import Number

Column: TypeAlias = Literal["total", "in_period"]
"""The columns of amounts."""


class Project(Model):
    """One row of the annex. `total` and `in_period` are in the annex's unit."""

    id: Id
    name: Label = Field(description="项目名称 / name")
    scope: Text = Field(description="建设规模和内容 / what is built")
    nature: Label = Field(description="建设性质：续建、新建、前期…… / nature")
    period: Label = Field(description="建设期限：2019-2024、2021 或 未定 / years of construction")
    total: Amount = Field(description="总投资 / total investment")
    in_period: Amount = Field(description="规划期内投资 / investment within the plan's period")
    owner: "Label | tuple[Label, ...]" = Field(
        description="责任单位：单位名称，或 organizations.yaml 中的标识 / a printed name, or an id of organizations.yaml"
    )
    note: Text | None = Field(None, description="a note printed as a footnote / 注释")

    def amount(self, column: Column) -> Number:
        """The amount of a column."""
        match column:
            case "total":
                return self.total
            case "in_period":
                return self.in_period


class StatedTotals(Model):
    """Totals as published; what is not stated is computed."""

    total: Amount | None = Field(None, description="总投资 / total investment")
    in_period: Amount | None = Field(None, description="规划期内投资 / within the period")

    def amount(self, column: Column) -> Number | None:
        """The total of a column, if it is stated."""
        match column:
            case "total":
                return self.total
            case "in_period":
                return self.in_period


class Category(Model):
    """A category of projects, with its subtotal."""

    container: ClassVar[bool] = True

    id: Id
    title: Label
    stated: StatedTotals | None = Field(None, description="the published subtotal / 已刊印的小计")
    exact: Flag = Field(True, description="amounts are exact / 金额为精确值")
    projects: tuple[Project, ...]


class AnnexColumns(Model):
    """Column titles, where they differ from the language's own."""

    serial: Label | None = None
    name: Label | None = None
    scope: Label | None = None
    nature: Label | None = None
    period: Label | None = None
    total: Label | None = None
    in_period: Label | None = None
    owner: Label | None = None


class Annex(Model):
    """The annex table as a whole."""

    container: ClassVar[bool] = True

    id: Id
    title: Label
    unit: Label = Field(description="the unit of every amount / 金额单位")
    columns: AnnexColumns | None = Field(None, description="column titles / 列名")
    total_at: Literal["top", "bottom"] = Field(
        "bottom", description="where the grand total stands: top or bottom / 合计行位置"
    )
    stated: StatedTotals | None = Field(None, description="the published grand total / 已刊印的合计")
    note: Text | None = Field(None, description="表注 / note under the table")
    categories: tuple[Category, ...]
