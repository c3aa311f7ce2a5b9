"""Small plans to link, as planners write them."""

from collections.abc import Mapping
from textwrap import indent

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Place
from plan_compiler.link.link import link
from plan_compiler.link.linked import LinkedForm, LinkedPlan, Result, Unknown
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree

HEAD = "title: 例\nperiod: 2021-2025\n"

INDICATORS = """\
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 创新
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 120, 2025: 220}}
      - {id: revenue, name: 财政收入, unit: 亿元, attribute: 预期性, values: {2020: 21.0, 2023: —, 2025: ≥30}}
      - {id: air, name: 空气质量, unit: '-', attribute: 约束性, qualitative: true, values: {2020: 良, 2025: 优}}
"""

ANNEX = """\
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 略, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙路, scope: 略, nature: 续建, period: 2019-2022, total: 200, in_period: 120, owner: 建设局}
  - id: parks
    title: 公园
    projects:
      - {id: p1, name: 甲园, scope: 略, nature: 新建, period: 2021-2023, total: 1亿元, in_period: 50, owner: 建设局}
"""


class Linked(Struct, frozen=True):
    """A linked plan with the findings of linking."""

    plan: LinkedPlan
    diagnostics: tuple[Diagnostic, ...]

    @property
    def names(self) -> list[str]:
        """The names of the findings."""
        return [diagnostic.kind.name for diagnostic in self.diagnostics]

    def result(self, key: str) -> Result:
        return self.plan.figures[key].result

    def quantity(self, key: str) -> Quantity:
        result = self.result(key)
        assert isinstance(result, Quantity), result
        return result

    def reason(self, key: str) -> str:
        result = self.result(key)
        assert isinstance(result, Unknown), result
        return result.reason

    def form(self, number: int = 0) -> LinkedForm:
        return list(self.plan.forms.values())[number]


def linked(files: Mapping[str, str]) -> Linked:
    """Read the files, which must have nothing wrong that reading would find, and link them."""
    read = read_plan(MemoryTree({name: text.encode() for name, text in files.items()}))
    assert read.source is not None, read.diagnostics
    assert not read.diagnostics, read.diagnostics
    source = read.source
    return Linked(*link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread))


def linked_text(text: str, files: Mapping[str, str] | None = None, head: str = HEAD) -> Linked:
    """A plan with one chapter that has this text."""
    body = indent(text, " " * 6)
    return linked({"plan.yaml": f"{head}chapters:\n  - title: 回顾\n    body: |\n{body}\n", **(files or {})})


def linked_facts(*facts: str, files: Mapping[str, str] | None = None) -> Linked:
    """A plan with these facts, each written as the inside of a flow mapping."""
    return linked_text("正文。", {"facts.yaml": "".join(f"- {{{fact}}}\n" for fact in facts), **(files or {})})


def subject_text(diagnostic: Diagnostic, text: str) -> str:
    """The stretch of `text` that a finding points at."""
    assert isinstance(diagnostic.where, Place)
    return text[diagnostic.where.start : diagnostic.where.end]
