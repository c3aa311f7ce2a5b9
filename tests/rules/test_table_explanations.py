"""What explains the failed sums of a data table."""

from plan_compiler.diagnostics import Finding
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree

PLAN = "title: 例\nperiod: 2021-2025\nchapters:\n  - {title: 总则, body: [{table: budget}]}\n"
TABLE = """\
id: budget
title: 预算
unit: 万元
columns:
  total: {{title: 合计, formula: fiscal + loan}}
  fiscal: {{title: 财政}}
  loan: {{title: 贷款}}
rows:
  - {{title: 道路, fiscal: 812, loan: 437, stated: {{total: 1249}}}}
  - {{title: 桥梁, fiscal: 173, loan: {loan}, stated: {{total: {row}}}}}
  - {{title: 总计, role: total, stated: {{fiscal: {fiscal}, loan: 600, total: {total}}}}}
"""


def findings(loan: str = "163", row: str = "336", fiscal: str = "985", total: str = "1585") -> list[Finding]:
    table = TABLE.format(loan=loan, row=row, fiscal=fiscal, total=total)
    found = check(MemoryTree({"plan.yaml": PLAN, "tables/budget.yaml": table}), select=["SUM"]).findings
    return list(found)


def told(finding: Finding) -> str | None:
    diagnostic = finding.diagnostic
    if diagnostic.explanation is None:
        return None
    return diagnostic.kind.messages[diagnostic.explanation].zh.format_map(diagnostic.args)


def test_the_table_holds() -> None:
    assert findings() == []


def test_a_wrong_cell_is_told_in_its_row_and_its_column() -> None:
    wrong = [f for f in findings(loan="195") if told(f)]
    cause = "与另外 1 处不符同出一源：若此数有误（桥梁（贷款） 195 → 163），则都相符"
    assert [told(f) for f in wrong if f.diagnostic.message == "message"][:2] == [cause, cause]


def test_a_slip_in_a_stated_total_is_named() -> None:
    (row, *_) = findings(row="363", total="1612")
    assert told(row) == "若两位数字颠倒（桥梁（合计） 363 → 336），则相符"


def test_a_total_that_carries_a_fault_is_told_so_once() -> None:
    wrong = [f for f in findings(row="363", total="1612", fiscal="1012") if "1612" in str(f.diagnostic.values)]
    (carried,) = wrong
    assert carried.kind.code == "SUM110"
    assert carried.diagnostic.message == "carried" or "差错出在其中一项" in (told(carried) or "")
    assert [related.args["computed"] for related in carried.related if related.message == "also"] == ["1585"]


def test_what_one_rule_tells_another_does_not_repeat_but_says_alone() -> None:
    """The grand total fails by its rows and by its columns, in the same way."""
    table = TABLE.format(loan="163", row="336", fiscal="985", total="1612")
    tree = MemoryTree({"plan.yaml": PLAN, "tables/budget.yaml": table})
    for codes, told_by in ((["SUM"], ["SUM110"]), (["SUM113"], ["SUM113"]), (["SUM110"], ["SUM110"])):
        assert [finding.kind.code for finding in check(tree, select=codes).findings] == told_by
    assert [finding.kind.code for finding in check(tree, select=["SUM"], ignore=["SUM110"]).findings] == ["SUM113"]
