"""The plan as a whole. Its files are composed into this one frozen value."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from plan_compiler.model.base import Model
from plan_compiler.model.chapter import Chapter
from plan_compiler.model.checks import Checks
from plan_compiler.model.figures import Assertion, Fact
from plan_compiler.model.glossary import Term
from plan_compiler.model.indicators import IndicatorTable
from plan_compiler.model.notes import ChangeNote
from plan_compiler.model.organizations import Organization
from plan_compiler.model.projects import Annex
from plan_compiler.model.scalars import Label, Year
from plan_compiler.model.tables import DataTable
from plan_compiler.model.waivers import Waiver


class Plan(Model):
    """A plan. In plan.yaml `chapters` may list files; the other parts are found by convention."""

    container: ClassVar[bool] = True

    title: Label = Field(description="标题 / title")
    subtitle: Label | None = Field(None, description="副标题 / subtitle")
    issuer: Label | None = Field(None, description="发布单位 / who issues the plan")
    period: Label = Field(description="规划期，如 2021-2025 / first and last year")
    base: Year | None = Field(None, description="基准年；缺省为规划期前一年 / base year")
    milestones: tuple[Year, ...] = Field((), description="节点年份 / milestone years")
    outlook: Year | None = Field(None, description="远景年份 / outlook year")
    date: Label | None = Field(None, description="落款日期 / date, printed on the cover")
    status: Label | None = Field(None, description="文稿状态，如 征求意见稿 / status of the text")
    language: Label = Field("zh-CN", description="zh-CN or en")
    numbering: "tuple[Label, ...] | Label | None" = Field(
        None,
        description="各级标题编号；缺省：中文 zh（一、（一）），英文 decimal（1、1.1） / "
        "numbers of headings by level; by default zh for a Chinese plan, decimal (1, 1.1) for an English one",
    )
    theme: Label = Field("gongwen", description="版式 / theme")
    vocabulary: Mapping[Label, Mapping[Label, Label]] = Field(
        default={}, description="words of this plan's own and what they mean / 自定词汇"
    )
    checks: Checks | None = Field(None, description="哪些规则、什么级别 / which rules, and how grave")
    chapters: tuple[Chapter, ...]
    indicators: tuple[IndicatorTable, ...] = ()
    tables: tuple[DataTable, ...] = ()
    annex: Annex | None = None
    facts: tuple[Fact, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    organizations: tuple[Organization, ...] = ()
    glossary: tuple[Term, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    changes: tuple[ChangeNote, ...] = ()
