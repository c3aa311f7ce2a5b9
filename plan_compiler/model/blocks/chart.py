"""A chart drawn from the plan's own figures."""

from typing import Literal

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Id, Label


class Chart(Model):
    """What is drawn, and of what. Without a title and a text for who cannot see it, both are made from the figures."""

    kind: Literal["trajectory", "progress", "investment", "schedule"] = Field(
        description="trajectory 指标走势, progress 距目标多远, investment 投资, schedule 项目进度 / what is drawn"
    )
    of: "Id | tuple[Id, ...]" = Field(
        (),
        description="画哪些指标（trajectory、progress），或哪些项目、类别（investment、schedule，缺省为整个附表） / "
        "the indicators drawn; or the projects and categories, all of the annex by default",
    )
    by: Literal["category", "start", "period"] | None = Field(
        None,
        description="投资按什么分：类别(category)、开工年份(start)、建设期限(period) / what investment is grouped by",
    )
    id: Id | None = Field(None, description="the name it is referred to by / 引用时用的标识")
    title: Label | None = Field(None, description="caption; made from the figures by default / 图题")
    alt: Label | None = Field(None, description="what the chart shows, for who cannot see it / 替代文字")

    @property
    def targets(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The ids in `of`, each with its path below the chart."""
        if isinstance(self.of, str):
            return ((("of",), self.of),)
        return tuple((("of", index), target) for index, target in enumerate(self.of))


class ChartBlock(Model):
    """``chart:`` in a body."""

    chart: Chart
