"""Chapters and their sections. A chapter is a section of the first level."""

from typing import ClassVar

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.blocks import Body, StatedLabel
from plan_compiler.model.scalars import Flag, Id, Label


class Section(Model):
    """A chapter or a section: a title, a body, sections below it. Without a title it is a group of blocks."""

    container: ClassVar[bool] = True

    id: Id | None = Field(None, description="only where something refers to it / 仅在被引用时填写")
    title: Label | None = Field(None, description="标题 / title")
    run_in: Flag = Field(False, description="the title runs into its text / 标题与正文连排")
    numbered: Flag = Field(True, description="false: the title has no number / 标题不编号")
    numbering: "tuple[Label, ...] | Label | None" = Field(
        None, description="the numbers of the levels below this one / 下级标题的编号样式"
    )
    stated: StatedLabel | None = Field(None, description="the published number / 已刊印的编号")
    body: Body | None = Field(None, description="正文 / text and blocks")
    sections: "tuple[Section, ...]" = Field((), description="下级 / sections below")


Chapter = Section
