"""Figures in units of different kinds: a finding where they are written, and no rule that stumbles over them."""

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree

PLAN = "title: 规划\nperiod: 2021-2025\nchapters:\n  - title: 目标\n    body: [{table: targets}]\n"
INDICATORS = """\
id: targets
title: 指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 产值, unit: 亿元, attribute: 预期性, cumulative: true, better: higher, values: {2020: 78, 2025: 220}}
      - {id: farms, name: 农业, unit: 亿元, attribute: 预期性, part_of: output, values: {2020: 10, 2025: 20}}
"""
ANNEX = """\
id: annex
title: 项目表
unit: 万元
stated: {total: 200, in_period: 200}
categories:
  - id: roads
    title: 道路
    stated: {total: 200, in_period: 200}
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙路, scope: 宽六十米, nature: 续建, period: 2019-2026, total: 100, in_period: 100, owner: 建设局}
"""


@pytest.mark.parametrize(
    ("old", "new", "mismatches"),
    [
        ("title: 指标", "title: 指标", 0),
        ("name: 农业, unit: 亿元", "name: 农业比重, unit: '%'", 0),
        ("2025: 220", "2025: 220户", 1),
        ("2025: 20}", "2025: ≥20户}", 1),
        ("unit: 万元\nstated: {total: 200", "unit: 万元\nstated: {total: 200户", 1),
        ("    stated: {total: 200", "    stated: {total: 200户", 1),
        ("total: 100, in_period: 100, owner", "total: 100户, in_period: 100, owner", 2),
    ],
)
def test_units_of_different_kinds_are_findings(old: str, new: str, mismatches: int) -> None:
    assert old in INDICATORS + ANNEX
    files = {"plan.yaml": PLAN, "indicators.yaml": INDICATORS.replace(old, new), "annex.yaml": ANNEX.replace(old, new)}
    codes = [finding.kind.code for finding in check(MemoryTree(files)).findings]
    assert codes.count("REF106") == mismatches
    assert not {"SUM101", "SUM102"} & set(codes)


@pytest.mark.parametrize("stated", ["0.03亿元", "300"])
def test_a_gap_is_told_in_the_unit_of_the_amounts(stated: str) -> None:
    annex = ANNEX.replace("unit: 万元\nstated: {total: 200", f"unit: 万元\nstated: {{total: {stated}")
    (finding,) = (
        f
        for f in check(MemoryTree({"plan.yaml": PLAN, "indicators.yaml": INDICATORS, "annex.yaml": annex})).findings
        if f.kind.code == "SUM102"
    )
    assert (finding.diagnostic.args["gap"], finding.diagnostic.args["unit"]) == ("100", "万元")
