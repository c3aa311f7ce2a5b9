"""What sentences say of the rows of a data table that they name, held against its cells."""

import pytest

from tests.rules.plans import HEAD, findings

BUDGET = """\
id: budget
title: 2021—2025年财政支出安排表
unit: 亿元
columns: {2021: 2021年, 2025: 2025年, sum: 五年合计}
rows:
  - {id: education, title: 教育支出, 2021: 10.2, 2025: 12.8, sum: 55}
  - {id: health, title: 卫生支出, 2021: 7.5, 2025: 9.0, sum: 40}
  - {title: 科学技术, 2021: 1, 2025: 2.5, sum: 8}
  - {title: 财政支出合计, role: total}
"""
LAND = """\
id: land
title: 土地利用结构表
unit: 公顷
columns: {now: 现状面积, plan: 规划面积, share: {title: 规划占比, unit: '%', formula: plan / total.plan}}
rows:
  - title: 建设用地
    rows:
      - {title: 居住用地, now: 100, plan: 150}
      - {title: 工业用地, now: 80, plan: 100}
  - {title: 生态用地, now: 320, plan: 250}
  - {id: total, title: 总用地, role: total}
"""


def found(body: str) -> list[tuple[str, str | None]]:
    """What is found in a chapter with this text beside the two tables."""
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body: {body}\n"
    every = findings({"plan.yaml": plan, "tables/budget.yaml": BUDGET, "tables/land.yaml": LAND})
    return [(f.kind.code, f.subject) for f in every if f.kind.code.startswith("NUM")]


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("2025年财政支出中，教育为12.5亿元。", "12.5亿元"),
        ("2025年财政支出24.3亿元，其中教育12.5亿元、卫生9亿元。", "12.5亿元"),
        ("2025年财政支出24.3亿元，其中教育12.8亿元、卫生8亿元。", "8亿元"),
        ("到2025年，财政支出中教育支出达到12.5亿元。", "12.5亿元"),
        ("财政支出中，2025年科学技术3.5亿元。", "3.5亿元"),
        ("2021年财政支出中，教育12.8亿元。", "12.8亿元"),
        ("2025年财政支出中，教育12万元。", "12万元"),
        ("土地利用结构中，生态用地占52%。", "52%"),
        ("2025年财政支出中，教育、卫生分别为12.8亿元、8亿元。", "8亿元"),
        ("2025年财政支出24.3亿元，比2020年增长30%，其中教育安排12.5亿元。", "12.5亿元"),
        ("2021—2025年财政支出中，教育65亿元、卫生40亿元。", "65亿元"),
        ("“十四五”期间财政支出中，教育65亿元。", "65亿元"),
        ("五年财政支出中，教育65亿元。", "65亿元"),
    ],
)
def test_a_figure_that_its_cell_does_not_have_is_found(body: str, subject: str) -> None:
    assert found(body) == [("NUM431", subject)]


@pytest.mark.parametrize(
    "body",
    """\
2025年财政支出24.3亿元，其中教育12.8亿元、卫生9亿元。
2025年财政支出中，教育约13亿元。
2025年财政支出中，教育12亿元以上。
2025年财政支出中，教育占比60%。
2025年财政支出中，教育支出增加2亿元。
2025年财政支出中，教育8亿元的项目。
2025年财政支出中，县级教育8亿元。
2025年财政支出中，教育、卫生分别为12.8亿元、9亿元。
2025年财政支出中，教育、卫生分别增加8亿元、9亿元。
2021—2025年财政支出中，教育55亿元、卫生40亿元。
“十四五”期间财政支出中，教育55亿元。
2023—2025年财政支出中，教育34亿元。
2025年财政支出24.3亿元，比2020年增长30%，其中教育12.8亿元。
2025年建设用地中，居住用地比重为60%。
2025年财政支出中，清河县教育2亿元。
2025年全省财政支出中，教育支出200亿元。
2025年市本级财政支出中，教育支出8亿元。
2023年财政支出中，教育支出8亿元。
2025年财政支出中，教育安排65亿元（累计）。
到2025年，财政支出中教育安排65亿元（五年合计）。
2020年财政支出中，教育9亿元。
如2025年财政支出达到30亿元，其中教育18亿元。
土地利用结构中，居住用地170公顷。
建设用地中，居住用地新增50公顷。
2025年财政支出中，教育力争达到15亿元。
清河县财力有限。2025年财政支出中，教育2亿元。
2025年财政支出中，教育累计55亿元。""".splitlines(),
)
def test_what_agrees_or_may_be_of_something_else_is_left_alone(body: str) -> None:
    assert found(body) == []


PROJECTS = """\
id: projects
title: 重点项目投资估算表
unit: 亿元
columns: {total: 总投资, central: 中央资金, local: 地方资金}
rows:
  - {id: road, title: 交通项目, total: 50, central: 20, local: 30}
  - {id: water, title: 水利项目, total: 71, central: 31, local: 40}
  - {id: all, title: 合计, role: total}
"""


def found_of_all(body: str, title: str = "保障") -> list[tuple[str, str | None]]:
    """What is found in a chapter with this text beside the table of projects and that of the budget."""
    plan = f"{HEAD}chapters:\n  - title: {title}\n    body: {body}\n"
    every = findings({"plan.yaml": plan, "tables/budget.yaml": BUDGET, "tables/projects.yaml": PROJECTS})
    return [(f.kind.code, f.subject) for f in every if f.kind.code.startswith("NUM")]


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("重点项目总投资120亿元。", "120亿元"),
        ("重点项目总投资预算120亿元。", "120亿元"),
        ("经估算，重点项目投资合计120亿元。", "120亿元"),
        ("重点项目投资共120亿元，由中央和地方承担。", "120亿元"),
        ("2025年财政支出合计25.3亿元。", "25.3亿元"),
        ("“十四五”期间，财政支出130亿元。", "130亿元"),
    ],
)
def test_a_total_that_the_row_of_all_does_not_have_is_found(body: str, subject: str) -> None:
    assert found_of_all(body) == [("NUM431", subject)]


@pytest.mark.parametrize(
    "body",
    """\
重点项目总投资121亿元，其中中央资金51亿元。
重点项目总投资超过120亿元。
重点项目总投资约120亿元。
省级重点项目总投资120亿元。
交通重点项目总投资100亿元。
甲县重点项目总投资100亿元。
2024年，重点项目总投资100亿元。
“十三五”期间，重点项目总投资100亿元。
过去五年，重点项目总投资100亿元。
重点项目投资完成100亿元。
重点项目总投资增加100亿元。
力争重点项目总投资150亿元。
重点项目总投资12亿元。
2023年财政支出合计20亿元。
2025年财政支出合计24.3亿元。
2025年财政支出累计103亿元。
2025年全省财政支出30亿元。""".splitlines(),
)
def test_a_total_of_something_else_is_left_alone(body: str) -> None:
    assert found_of_all(body) == []


def test_a_total_under_what_has_been_achieved_is_left_alone() -> None:
    assert found_of_all("重点项目总投资100亿元。", title="发展成就") == []


def test_rows_of_two_tables_with_one_name_are_left_alone() -> None:
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body: 2025年财政支出中，教育为12.5亿元。\n"
    other = BUDGET.replace("id: budget", "id: other").replace("12.8", "12.5")
    every = findings({"plan.yaml": plan, "tables/budget.yaml": BUDGET, "tables/other.yaml": other})
    assert [f.kind.code for f in every if f.kind.code == "NUM431"] == []


def test_a_row_above_all_others_is_called_as_its_table() -> None:
    nested = BUDGET.split("rows:\n", maxsplit=1)[0] + "rows:\n  - title: 财政支出\n    rows:\n"
    rows = BUDGET.split("rows:\n")[1].splitlines()[:3]
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body: 2025年财政支出中，教育为12.5亿元。\n"
    files = {"plan.yaml": plan, "tables/budget.yaml": nested + "".join(f"    {row}\n" for row in rows)}
    assert [f.subject for f in findings(files) if f.kind.code == "NUM431"] == ["12.5亿元"]
