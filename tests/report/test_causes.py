"""How reports tell findings that come from one cause."""

import json

import jsonschema

from plan_compiler.pipeline.causing import causes
from plan_compiler.pipeline.checking import catalogue, check
from plan_compiler.read.tree import MemoryTree
from plan_compiler.report.formats import FORMATS
from plan_compiler.report.paths import Paths
from plan_compiler.report.report import Report
from plan_compiler.report.text import text_report
from plan_compiler.resources import resource_folder
from tests.rules.causes.test_causes import BUDGET, WATER, slipped


def report(files: dict[str, str], language: str = "zh-CN") -> Report:
    checked = check(MemoryTree(files), select=("SUM", "NUM"))
    where = Paths(resource_folder("schemas"), resource_folder("schemas"))
    return Report(
        checked.findings,
        checked.summary,
        "plan.yaml",
        checked.files,
        where,
        language,
        catalogue(),
        causes(checked),
    )


CELL = slipped(BUDGET, "y2: 60", "y2: 66")


def test_the_text_leads_with_the_cell_and_tells_the_relations_under_it() -> None:
    assert text_report(report(CELL)) == (
        "tables/budget.yaml:11:36: 错误 3 条同出一源\n"
        "   11 |   - {id: b, title: 设备, y1: 50, y2: 66, stated: {total: 110}, fiscal: …\n"
        "      |                                      ^^\n"
        "  若设备（2024年） 66 改为 60，这 3 条都相符，别处不受影响\n"
        "    SUM113 预算：设备的合计列为 110，按算式 y1 + y2 应为 116，相差 6万元 (tables/budget.yaml:11:56)\n"
        "    SUM110 预算：合计（2024年）列为 230，3 行相加为 236，相差 6万元 (tables/budget.yaml:13:61)\n"
        "    SUM110 预算：合计（合计）列为 420，各行相加为 426，相差 6万元；所列数等于各行所列的数之和，与那些行的差错同出一源 "
        "(tables/budget.yaml:13:73)\n"
        "\n"
        "3 个错误，0 个警告，0 条提示；已豁免 0 条；核对关系 24 条，另有 0 条无法核对\n"
    )


def test_a_finding_that_leads_is_told_in_full_and_once() -> None:
    text = text_report(report(slipped(WATER, "total: 6000", "total: 6900"), "en"))
    assert text.count("SUM101") == 1
    assert "w3  6900  丙水库" in text
    assert text.index("3 more may have the same cause") < text.index("SUM102") < text.index("NUM401")
    assert text.startswith("projects/water.yaml:3:17: error SUM101")


def test_json_lists_every_relation_and_the_cause_beside_them() -> None:
    told = json.loads(FORMATS["json"](report(CELL)))
    schema = json.loads((resource_folder("schemas") / "report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(told)
    (cause,) = told["causes"]
    assert [finding["fingerprint"] for finding in told["findings"]] == cause["findings"]
    assert (cause["written"], cause["becomes"]) == ("66", "60")
    assert cause["start"] == {"line": 11, "column": 36}


def test_other_formats_tell_the_cause_with_each_finding() -> None:
    for name in ("sarif", "junit", "github", "markdown"):
        told = FORMATS[name](report(CELL))
        assert told.count("66 改为 60") == 3, name
        assert told.count("同出一源（") == 3, name
