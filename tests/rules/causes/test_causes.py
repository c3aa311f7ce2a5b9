"""One slip in a plan whose figures are bound many times over: what is told as its cause, and what is not."""

from collections.abc import Mapping

import pytest

from bench.mutation.sites import applied, mutations
from bench.mutation.trial import check_files
from plan_compiler.diagnostics import Cause
from plan_compiler.pipeline.causing import causes
from plan_compiler.pipeline.checking import Checked, check
from plan_compiler.read.tree import MemoryTree
from plan_compiler.report.wording import Speaker

_PROJECT = """\
  - id: {id}
    name: {name}
    scope: 长一公里
    nature: 新建
    period: 2021-2025
    total: {total}
    in_period: {in_period}
    owner: 建设局
"""


def _category(id_: str, title: str, total: int, in_period: int, *projects: tuple[str, str, int, int]) -> str:
    rows = "".join(_PROJECT.format(id=i, name=name, total=t, in_period=p) for i, name, t, p in projects)
    return f"id: {id_}\ntitle: {title}\nstated: {{total: {total}, in_period: {in_period}}}\nprojects:\n{rows}"


PLAN: Mapping[str, str] = {
    "plan.yaml": """\
title: 新区规划
period: 2021-2025
base: 2020
chapters:
  - title: 目标
    sections:
      - body:
          - 到2025年，工业总产值达到[220亿元](=output[2025])，比2020年的[78亿元](=output[2020])增加[142亿元](=output[2025] - output[2020])。
          - 工业总产值[220亿元](=output[2025])的目标要分解落实。
      - body: |
          共安排项目[6个](=count(annex))，总投资[2.1亿元](=annex.total)。其中道路[3个](=count(roads))，
          总投资[0.6亿元](=roads.total)；水利总投资[1.5亿元](=water.total)，乙水库[5000万元](=w2.total)。
      - body: 财政资金[300万元](=budget.all.fiscal)。
""",
    "indicators.yaml": """\
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: output, name: 工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
""",
    "annex.yaml": """\
id: annex
title: 项目表
unit: 万元
stated: {total: 21000, in_period: 15600}
categories: [projects/roads.yaml, projects/water.yaml]
""",
    "projects/roads.yaml": _category(
        "roads", "道路", 6000, 5100, ("r1", "甲路", 1000, 850), ("r2", "乙路", 2000, 1700), ("r3", "丙路", 3000, 2550)
    ),
    "projects/water.yaml": _category(
        "water",
        "水利",
        15000,
        10500,
        ("w1", "甲水库", 4000, 2800),
        ("w2", "乙水库", 5000, 3500),
        ("w3", "丙水库", 6000, 4200),
    ),
    "tables/budget.yaml": """\
id: budget
title: 预算
unit: 万元
columns:
  y1: 2023年
  y2: 2024年
  total: {title: 合计, formula: y1 + y2}
  fiscal: 财政资金
rows:
  - {id: a, title: 土建, y1: 100, y2: 120, stated: {total: 220}, fiscal: 150}
  - {id: b, title: 设备, y1: 50, y2: 60, stated: {total: 110}, fiscal: 75}
  - {id: c, title: 其他, y1: 40, y2: 50, stated: {total: 90}, fiscal: 75}
  - {id: all, title: 合计, role: total, stated: {y1: 190, y2: 230, total: 420, fiscal: 300}}
""",
}
WATER, BUDGET = "projects/water.yaml", "tables/budget.yaml"
ROADS_TOTAL = "stated: {total: 6000"


def slipped(file: str, was: str, now: str, plan: Mapping[str, str] = PLAN) -> dict[str, str]:
    assert plan[file].count(was) == 1
    return {**plan, file: plan[file].replace(was, now)}


def judged(files: Mapping[str, str]) -> tuple[Checked, tuple[Cause, ...]]:
    checked = check(MemoryTree(files), select=("SUM", "NUM"))
    return checked, causes(checked)


def told(cause: Cause) -> str:
    return Speaker("zh-CN").cause(cause)


def test_a_sound_plan_has_no_cause() -> None:
    checked, found = judged(PLAN)
    assert checked.findings == () == found


CELLS = [
    (BUDGET, "y2: 60", "y2: 66", "若设备（2024年） 66 改为 60，这 3 条都相符，别处不受影响", 3),
    (BUDGET, "y2: 60", 'y2: "1,060"', "若设备（2024年） 1,060 改为 60，这 3 条都相符，别处不受影响", 3),
    ("indicators.yaml", "2025: 220", "2025: 230", "若工业总产值（2025） 230 改为 220，这 3 条都相符，别处不受影响", 3),
    (WATER, "total: 5000", "total: 5900", "若乙水库（总投资） 5900 改为 5000，这 5 条都相符，别处不受影响", 5),
    ("annex.yaml", "万元", "亿元", "若项目表的单位“亿元”改为“万元”，这 4 条都相符，别处不受影响", 4),
]


@pytest.mark.parametrize(("file", "was", "now", "words", "count"), CELLS, ids=[f"{c[1]} {c[2]}" for c in CELLS])
def test_the_cell_or_unit_is_named_whose_change_mends_all(
    file: str, was: str, now: str, words: str, count: int
) -> None:
    checked, (cause,) = judged(slipped(file, was, now))
    assert told(cause) == words
    assert cause.span.file == file
    line = checked.files[file].splitlines()[cause.span.start.line - 1]
    assert cause.written in line[cause.span.start.column - 1 : cause.span.end.column - 1]
    assert len(cause.findings) == count == len(checked.findings)
    mended, _ = judged(slipped(file, now, now.replace(cause.written, cause.becomes), slipped(file, was, now)))
    assert mended.findings == ()


def test_a_lost_project_is_told_by_the_row_that_is_lacking() -> None:
    head, first, _, third = PLAN[WATER].split("  - id: ")
    checked, (cause,) = judged({**PLAN, WATER: f"{head}  - id: {first}  - id: {third}"})
    assert told(cause) == "若水利补上一行（总投资 5000、规划期内投资 3500），这 7 条都相符：像是漏了一行"
    assert {f.kind.code for f in cause.among(checked.findings)} == {"SUM101", "SUM102", "NUM401"}
    assert cause.written == cause.becomes == ""


def test_a_lost_row_of_a_table_is_told_by_the_row_that_is_lacking() -> None:
    row = "  - {id: b, title: 设备, y1: 50, y2: 60, stated: {total: 110}, fiscal: 75}\n"
    _, (cause,) = judged(slipped(BUDGET, row, ""))
    assert told(cause) == "若合计补上一行（2023年 50、2024年 60、财政资金 75），这 5 条都相符：像是漏了一行"


def test_where_several_figures_may_be_wrong_the_nearest_sum_leads() -> None:
    checked, (cause,) = judged(slipped(WATER, "total: 6000", "total: 6900"))
    lead, *others = sorted(cause.among(checked.findings), key=lambda f: f.fingerprint != cause.lead)
    assert lead.kind.code == "SUM101"
    assert sorted(f.kind.code for f in others) == ["NUM401", "NUM401", "SUM102"]
    assert told(cause) == "另有 3 条可能与此同出一源，先改这一处：若错在其中一项，改正后都相符"


def test_two_slips_have_two_causes_and_what_is_independent_stands_alone() -> None:
    files = slipped("indicators.yaml", "2025: 220", "2025: 230", slipped(BUDGET, "y2: 60", "y2: 66"))
    checked, found = judged(slipped("projects/roads.yaml", ROADS_TOTAL, "stated: {total: 6100", files))
    assert [cause.written for cause in found] == ["230", "66"]
    alone = [f for f in checked.findings if not any(f.fingerprint in cause.findings for cause in found)]
    assert [(f.kind.code, f.entity) for f in alone] == [("SUM101", "roads")]


def test_two_wrong_cells_are_no_lost_row() -> None:
    files = slipped(BUDGET, "y1: 100", "y1: 90", slipped(BUDGET, "y2: 60", "y2: 50"))
    _, found = judged(files)
    assert not any("补上一行" in told(cause) for cause in found)
    assert {(cause.written, cause.becomes) for cause in found} == {("90", "100"), ("50", "60")}


def test_a_change_that_breaks_another_relation_is_no_cause() -> None:
    """Two texts say 220, one says 230 as the table does: which of them is wrong is not known."""
    files = slipped("indicators.yaml", "2025: 220", "2025: 230")
    head, sep, tail = files["plan.yaml"].rpartition("[220亿元]")
    checked, found = judged({**files, "plan.yaml": head + "[230亿元]" + tail})
    assert sep
    assert len(checked.findings) == 2
    assert found == ()


def test_waived_findings_have_no_cause() -> None:
    files = slipped(BUDGET, "y2: 60", "y2: 66")
    checked, (cause,) = judged(files)
    assert len(cause.findings) == 3
    own = [f for f in checked.findings if f.kind.code == "SUM110"]
    lines = "".join(
        f"- {{code: SUM110, entity: {f.entity}, field: {f.field}, subject: {f.subject}, reason: 已刊印, "
        f"values: {{stated: '{f.diagnostic.values['stated']}', computed: '{f.diagnostic.values['computed']}'}}}}\n"
        for f in own
    )
    checked, found = judged({**files, "waivers.yaml": lines})
    assert sum(f.waiver is not None for f in checked.findings) == len(own)
    assert found == ()


def test_no_slip_is_laid_to_another_figure() -> None:
    """Every slip of the mutation benchmark in a figure: what is named is named in the line that was changed."""
    slips = tuple(mutations(check_files(dict(PLAN))))
    named = 0
    for slip in slips[::7]:
        files = applied(dict(PLAN), slip)
        if sum(map(len, files.values())) < sum(map(len, PLAN.values())) - 40:
            continue  # a dropped row, which is told by its owner
        for cause in causes(check_files(files)):
            if cause.lead is None:
                (line,) = {
                    (file, number)
                    for file, text in files.items()
                    for number, (now, was) in enumerate(zip(text.split("\n"), PLAN[file].split("\n"), strict=True), 1)
                    if now != was
                }
                assert (cause.span.file, cause.span.start.line) == line, slip
                named += 1
    assert named > 5


def test_a_wrong_base_is_the_cause_of_the_growth_that_it_makes_wrong() -> None:
    files = dict(PLAN) | {
        "plan.yaml": """\
title: 新区规划
period: 2021-2025
base: 2020
chapters:
  - title: 目标
    body: |
      2020年，工业总产值为78亿元。到2025年，工业总产值达到220亿元，五年增长[182%](=growth(output[2025], output[2020]))。
"""
    }
    files["indicators.yaml"] = PLAN["indicators.yaml"].replace("2020: 78", "2020: 87")
    (cause,) = causes(check(MemoryTree(files)))
    assert (cause.span.file, cause.args["written"], cause.args["becomes"]) == ("indicators.yaml", "87", "78")
    assert len(cause.findings) == 2


SUMS = """\
id: means
title: 资金
unit: 万元
columns: {2021: 2021年, 2022: 2022年, sum: {title: 合计, formula: 2021 + 2022}}
rows:
  - title: 财政
    role: subtotal
    stated: {2021: 560, 2022: 600, sum: 1160}
    rows:
      - {title: 市级, 2021: 200, 2022: 220}
      - {title: 区级, 2021: 360, 2022: 380}
  - title: 社会
    rows:
      - {title: 贷款, 2021: 220, 2022: 260}
      - {title: 自筹, 2021: 100, 2022: 120}
  - {title: 总计, role: total, stated: {2021: 880, 2022: 980, sum: 1860}}
"""
TREE = {**PLAN, "tables/means.yaml": SUMS}


def test_a_row_lost_below_a_subtotal_that_is_not_stated_is_told_at_the_total() -> None:
    assert judged(TREE)[0].findings == ()
    lost = slipped("tables/means.yaml", "      - {title: 自筹, 2021: 100, 2022: 120}\n", "", TREE)
    _, (cause,) = judged(lost)
    assert told(cause) == "若总计补上一行（2021年 100、2022年 120），这 3 条都相符：像是漏了一行"


def test_a_total_that_adds_up_a_wrong_subtotal_follows_from_it() -> None:
    wrong = slipped("tables/means.yaml", "stated: {2021: 560", "stated: {2021: 580", TREE)
    checked, (cause,) = judged(slipped("tables/means.yaml", "stated: {2021: 880", "stated: {2021: 900", wrong))
    lead, other = cause.among(checked.findings)
    assert (cause.lead, told(cause)[:14]) == (lead.fingerprint, "另有 1 条由此而来：那里的")
    assert [each.diagnostic.subject for each in (lead, other)] == ["财政", "总计"]


def test_two_amounts_of_a_project_in_each_others_place_are_told_as_that() -> None:
    swapped = slipped(WATER, "total: 5000\n    in_period: 3500", "total: 3500\n    in_period: 5000")
    checked = check(MemoryTree(swapped))
    (cause,) = causes(checked)
    assert told(cause).startswith("若乙水库的总投资与规划期内投资写反了，对调后这 ")
    assert {f.kind.code for f in cause.among(checked.findings)} >= {"SUM101", "SUM102", "PRJ301"}


def test_two_cells_of_a_row_in_each_others_place_are_told_as_that() -> None:
    swapped = slipped("tables/means.yaml", "贷款, 2021: 220, 2022: 260", "贷款, 2021: 260, 2022: 220", TREE)
    checked, (cause,) = judged(swapped)
    assert told(cause) == "若贷款的两个数（2021年、2022年）写反了，对调后这 2 条都相符，别处不受影响"
    assert {f.kind.code for f in cause.among(checked.findings)} == {"SUM110"}


def test_two_totals_that_are_out_by_opposite_amounts_for_other_reasons_are_no_swapped_cells() -> None:
    _, found = judged(slipped("tables/means.yaml", "贷款, 2021: 220, 2022: 260", "贷款, 2021: 227, 2022: 253", TREE))
    assert found == ()
