"""A picture with a caption."""

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Id, Label


class Figure(Model):
    """A picture. ``file: 待补`` is a placeholder: it shows a frame, and blocks only a final build."""

    id: Id | None = Field(None, description="the name it is referred to by / 引用时用的标识")
    title: Label = Field(description="caption / 图题")
    alt: Label = Field(description="what the picture shows, for who cannot see it / 替代文字")
    file: Label = Field(description="PNG, JPEG or SVG inside the plan's folder, or 待补 / 图片文件，或“待补”")


class FigureBlock(Model):
    """``figure:`` in a body."""

    figure: Figure
