"""How a plan is checked, as plan.yaml says it."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Code

Grade: TypeAlias = Literal["error", "warning", "info", "off"]
"""How grave a plan holds what a rule finds; `off`: not worth saying."""


class Checks(Model):
    """Which rules a plan wants, and how grave it holds what they find. Errors cannot be silenced here, only waived."""

    severity: Mapping[Code, Grade] = Field(
        default={}, description="error, warning, info or off, by code or family / 按规则代码或类别调整级别"
    )
    select: tuple[Code, ...] = Field(
        (), description="of warnings and notes, only these codes or families / 警告和提示只看这些规则"
    )
    ignore: tuple[Code, ...] = Field((), description="no warnings and notes of these / 不看这些规则的警告和提示")
    rules: tuple[Code, ...] = Field(
        (), description="installed packages of rules to use, by prefix or name / 使用的外来规则包（前缀或包名）"
    )
