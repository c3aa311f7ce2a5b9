"""Small plans with prose, for the tests of what figures in texts speak of."""

from datetime import date

from plan_compiler.diagnostics import Finding
from plan_compiler.link.link import link
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.pipeline.checking import check
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree
from plan_compiler.rules.prose.analysis import ProseFigures

INDICATORS = """\
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: gdp, name: 地区生产总值, unit: 亿元, attribute: 预期性, values: {2020: 520, 2023: 650, 2025: 780}}
      - {id: inv, name: 固定资产投资, unit: 亿元, attribute: 预期性, values: {2020: 210, 2023: 260, 2025: 300}}
      - {id: urban, name: 常住人口城镇化率, unit: '%', attribute: 预期性, values: {2020: 62.5, 2023: 66, 2025: 70}}
      - {id: pop, name: 常住人口, unit: 万人, attribute: 预期性, values: {2020: 41.2, 2023: 44, 2025: 48}}
      - {id: firms, name: 累计高新技术企业, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 120, 2025: 260}}
      - {id: green, name: 森林覆盖率, unit: '%', attribute: 约束性, values: {2020: 55.1, 2023: 55.5, 2025: 56}}
      - {id: water, name: 用水总量, unit: 亿立方米, attribute: 约束性, better: lower, values: {2020: 1.9, 2025: 2.1}}
"""
ANNEX = """\
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - id: r1
        name: 滨江大道工程
        scope: SCOPE
        nature: 新建
        period: 2021-2023
        total: 50000
        in_period: 30000
        owner: 建设局
"""
FACTS = "- {id: area, name: 规划面积, value: 28平方公里}\n- {id: seats, name: 座位数量, value: 1200个}\n"

TABLE = """\
id: cover
title: 水域平衡
unit: hm²
columns: {now: 现状, y2025: 2025年, change: {title: 增加, formula: y2025 - now}}
rows:
  - {id: surface, title: 水系面积, now: 285.10, y2025: 346.87}
  - {id: shore, title: 岸线长度, unit: 公里, now: 30, y2025: 40}
"""


def files(body: str, *, title: str = "目标", scope: str = "长两公里。") -> dict[str, str]:
    """A plan whose chapter has `body`, and whose one project has `scope`."""
    lines = "".join(f"      {line}\n" for line in body.splitlines())
    plan = f"title: 例\nperiod: 2021-2025\nchapters:\n  - title: {title}\n    body: |\n{lines}"
    annex = ANNEX.replace("SCOPE", f"|\n          {scope}")
    return {
        "plan.yaml": plan,
        "indicators.yaml": INDICATORS,
        "annex.yaml": annex,
        "facts.yaml": FACTS,
        "tables/cover.yaml": TABLE,
    }


def linked(body: str, *, title: str = "目标", scope: str = "长两公里。") -> LinkedPlan:
    """That plan, linked."""
    source = read_plan(MemoryTree(files(body, title=title, scope=scope))).source
    assert source is not None
    plan, _ = link(source.plan, source.texts, source.poisoned, source.incomplete)
    return plan


def prose(body: str, *, title: str = "目标", scope: str = "长两公里。") -> ProseFigures:
    """Its figures."""
    return ProseFigures(linked(body, title=title, scope=scope))


def found(body: str, *, title: str = "目标", scope: str = "长两公里。") -> tuple[Finding, ...]:
    """What the rules on figures in prose find in it."""
    tree = MemoryTree(files(body, title=title, scope=scope))
    return check(tree, today=date(2026, 1, 1), select=["NUM"]).findings
