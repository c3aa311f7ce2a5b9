"""Waivers: findings that a person has looked at and accepts, bound to the values they were given for."""

from collections.abc import Mapping

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Label


class Waiver(Model):
    """Accepts one finding: code, entity, field and subject must match, and the values must be these."""

    code: Label = Field(description="the rule's code / 规则代码")
    entity: Label | None = Field(None, description="标识 / the id in question")
    field: Label | None = Field(None, description="字段 / the field in question")
    subject: Label | None = Field(None, description="文字 / the text in question")
    reason: Label = Field(description="理由 / why")
    approved_by: Label | None = Field(None, description="批准人 / who approved")
    until: Label | None = Field(None, description="有效期至 / until when, YYYY-MM-DD")
    values: Mapping[str, Label] = Field(default={}, description="the values it was given for / 对应的数值")
