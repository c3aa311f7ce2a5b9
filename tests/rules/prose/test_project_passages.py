"""What chapters say of a project, held against its row: 滨江大道工程, 长2公里, 2021-2023, 50000 and 30000."""

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree
from tests.rules.prose.plans import ANNEX, files, found

SCOPE = "全长2.6公里，双向四车道，新增泊位180个。"

WRONG = [
    ("滨江大道工程，全长2.4公里，总投资5亿元。", "2.4公里"),
    ("滨江大道工程全长2.6公里，总投资6亿元，2023年建成通车。", "6亿元"),
    ("实施滨江大道工程，全长2.6公里、双向四车道，总投资6亿元。", "6亿元"),
    ("加快推进滨江大道工程建设，项目全长2.6公里，总投资5.8亿元。", "5.8亿元"),
    ("滨江大道工程，新增泊位160个。", "160个"),
    ("滨江大道工程双向四车道，规划期内投资4亿元。", "4亿元"),
    ("滨江大道工程规划期内计划投资4亿元。", "4亿元"),
    ("滨江大道工程（2021—2024年），总投资5亿元。", "2021—2024年"),
    ("滨江大道工程于2022年开工，2023年建成。", "2022年开工"),
    ("滨江大道工程2022年底前建成。", "2022年底前建成"),
    ("**滨江大道工程。**全长2.4公里，总投资5亿元。", "2.4公里"),
    ("- 滨江大道工程：全长2.4公里。", "2.4公里"),
]

RIGHT = """\
滨江大道工程，全长2.6公里，总投资5亿元，2021年开工，2023年建成。
滨江大道工程全长约3公里，总投资约5亿元，规划期内投资3亿元。
滨江大道工程2022年底前开工，2024年底前建成。
滨江大道工程（2021—2022年完成前段），总投资5亿元。
滨江大道工程首批新增泊位90个，新增停车楼2座。
滨江大道工程在云城区新增泊位60个。
滨江大道工程接续的清河至省界段全长41公里。
滨江大道工程2023年建成，连接线2030年建成。
滨江大道工程引进项目12个，总投资18亿元。
滨江大道工程首段2022年建成通车。
滨江大道工程路基2022年建成，全线2023年建成通车。
滨江大道工程东段2022年通车。
滨江大道工程2022年隧道建成。
滨江大道工程力争2022年建成首段。
滨江大道工程2022年建成1公里，2023年全线通车。
滨江大道工程现有企业46家，总投资38亿元。
滨江大道工程一期全长1.2公里，总投资2亿元，2022年建成。
滨江大道工程，其中隧道全长1.2公里，总投资2亿元。
滨江大道工程、清河大桥等项目总投资60亿元，全长50公里。
滨江大道工程和清河大桥，总投资60亿元。
滨江大道工程等3个项目，总投资60亿元。
滨江大道工程建成后，可带动沿线产业园建设，总投资30亿元。
滨江大道工程2022年完成投资1亿元。
滨江大道工程到2022年新增泊位90个。
滨江大道工程，到2022年，新增泊位90个。
滨江大道工程2022年主体完工，总投资5亿元。
滨江大道工程，总投资5亿元，连接线工程全长20公里，总投资3亿元。
实施滨江大道工程，同步建设滨河公园，总投资9.8亿元。
以滨江大道工程为重点，总投资100亿元的交通项目加快建设。
推进滨江大道工程的前期工作，总投资9亿元的隧道同步开展研究。
滨江大道工程竣工，交通总投资达到20亿元。"""


@pytest.mark.parametrize(("body", "subject"), WRONG)
def test_what_a_text_says_otherwise_than_the_row_is_found(body: str, subject: str) -> None:
    assert [(f.kind.code, f.subject) for f in found(body, scope=SCOPE)] == [("NUM425", subject)]


@pytest.mark.parametrize("body", RIGHT.splitlines())
def test_what_agrees_or_may_be_of_something_else_is_left_alone(body: str) -> None:
    assert [(f.kind.code, f.subject) for f in found(body, scope=SCOPE)] == []


def test_a_place_in_which_a_project_is_may_have_more_than_the_project() -> None:
    park = ANNEX.replace("滨江大道工程", "滨江食品产业园项目")
    assert park != ANNEX
    whole = "打造滨江食品产业园，总投资60亿元，新增泊位900个，2029年建成投产。"
    subjects = [
        [f.subject for f in check(MemoryTree({**files(body), "annex.yaml": park}), select=["NUM"]).findings]
        for body in ("滨江食品产业园项目，2022年建成投产。", whole)
    ]
    assert subjects == [["2022年建成投产"], []]


def test_an_amount_is_told_with_its_name_and_what_to_write() -> None:
    (finding,) = found("滨江大道工程全长2.6公里，总投资6亿元。", scope=SCOPE)
    assert finding.diagnostic.args["column_zh"] == "总投资"
    assert finding.diagnostic.args["quoted"] == "5亿元"
