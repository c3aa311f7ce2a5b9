"""Two values of one thing that no table has, in two paragraphs: those that contradict each other, and like ones that do not."""

import pytest

from tests.rules.plans import codes, findings, in_text

HEAD = "title: 青云市发展规划\nperiod: 2021-2025\n"

CONTRADICTIONS = """\
全市公园120座。|全市公园125座。
全市共有公园120座。|目前全市公园125座。
全市现有户籍人口120万人。|全市户籍人口为130万人。
到2025年，全市公园达到120座。|我市公园2025年125座。
青云市公园2025年达到120座，绿道300公里。|绿色空间不断拓展，到2025年，全市公园125座，绿道350公里。
到2025年，全市公园达到1.2万座。|到2025年，全市公园达到12600座。
2020年，全市公园120座，占全省的5%。|基期全市公园125座。
2025年，全市耕地100万亩。|2025年，全市耕地6.5万公顷。
到2025年，全市公园[120座](:=parks)。|到2025年，全市公园125座。
2025年，新能源汽车保有量8.6万辆。|2025年，新能源汽车保有量8.9万辆。
全省公园1200座。|全省公园1250座。"""

CONSISTENT = """\
全市公园120座。|到2025年，全市公园达到125座。
全市公园120座。|全市公园达到125座。
全市公园120座。|力争建成，全市公园125座。
2023年，全市公园120座。|2025年，全市公园125座。
截至2025年6月底，全市公园120座。|截至2025年底，全市公园125座。
2025年上半年，全市公园118座。|2025年，全市公园125座。
到2025年，全市公园达到120座以上。|到2025年，全市公园达到125座。
到2025年，全市公园约120座。|到2025年，全市公园达到125座。
到2025年，全市公园达到1.2万座。|到2025年，全市公园达到12300座。
到2025年，全市公园达到120座。|到2025年，全市公园面积达到3000公顷。
到2025年，全市公园达到120座。|到2025年，全市公园增加15座。
全市公园2023年120座、2025年125座。|到2025年，全市公园125座。
高方案下，2025年全市人口120万人。|低方案下，2025年全市人口110万人。
2025年，全市公园120座（不含社区公园）。|2025年，全市公园150座。
2020年，全市公园目标为120座。|2020年，全市公园125座。
全县公园120座。|全县公园125座。
全市公园120座。|全省公园1250座。
改造停车场，到2025年，全市新建120处。|改造充电站，到2025年，全市新建300处。
总投资20亿元，其中2025年投资5亿元。|总投资30亿元，其中2025年投资6亿元。
城东水厂扩建，2025年供水能力12万吨/日。|城西水厂扩建，2025年供水能力15万吨/日。
2025年，设计规模12万吨/日。|2025年，设计规模15万吨/日。
2025年，全市公园120座的目标提前实现。|2025年，全市公园130座。"""


@pytest.mark.parametrize("pair", CONTRADICTIONS.splitlines())
def test_a_contradiction_is_found_once(pair: str) -> None:
    found = [finding for finding in in_text(pair.replace("|", "\n\n"), HEAD) if finding.kind.code == "NUM423"]
    assert [len(finding.related) for finding in found] == [1]


@pytest.mark.parametrize("pair", CONSISTENT.splitlines())
def test_figures_that_may_both_be_right_are_not_found_fault_with(pair: str) -> None:
    assert "NUM423" not in codes(in_text(pair.replace("|", "\n\n"), HEAD))


def test_figures_of_two_sections_without_a_word_for_the_area_may_be_of_two_areas() -> None:
    plan = (
        f"{HEAD}chapters:\n"
        "  - {title: 东区, body: 2025年，规上工业企业520家。}\n"
        "  - {title: 西区, body: 2025年，规上工业企业560家。}\n"
    )
    assert "NUM423" not in codes(findings({"plan.yaml": plan}))
