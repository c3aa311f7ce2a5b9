"""Sentences on what changes over a plan: wrong ones are found, and right ones left alone."""

from datetime import date

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree

INDICATORS = """\
id: targets
title: 主要指标
columns: {2025: 实际, 2027: 中期, 2030: 目标}
groups:
  - title: 发展
    indicators:
      - {id: gdp, name: 地区生产总值, unit: 亿元, attribute: 预期性, values: {2025: 1200, 2027: 1380, 2030: 1680}}
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2025: 800, 2027: 1000, 2030: 1400}}
      - {id: inv, name: 固定资产投资, unit: 亿元, attribute: 预期性, values: {2025: 500, 2030: 700}}
      - {id: retail, name: 社会消费品零售总额, unit: 亿元, attribute: 预期性, values: {2025: 420, 2030: 600}}
      - {id: urban, name: 常住人口城镇化率, unit: '%', attribute: 预期性, values: {2025: 66.5, 2027: 68.5, 2030: 71}}
      - {id: green, name: 森林覆盖率, unit: '%', attribute: 约束性, values: {2025: 45.2, 2030: 46}}
      - {id: sewage, name: 城市污水处理率, unit: '%', attribute: 约束性, values: {2025: 91.2, 2030: 98.6}}
      - {id: firms, name: 高新技术企业, unit: 家, attribute: 预期性, values: {2025: 420, 2027: 600, 2030: 860}}
      - {id: life, name: 人均预期寿命, unit: 岁, attribute: 预期性, values: {2025: 79.8, 2030: 81.0}}
      - {id: infant, name: 婴儿死亡率, unit: '‰', attribute: 预期性, better: lower, values: {2025: 3.2, 2030: 2.5}}
      - {id: maternal, name: 孕产妇死亡率, unit: /10万, attribute: 预期性, better: lower, values: {2025: 9.8, 2030: 8.0}}
      - {id: commute, name: 平均通勤时间, unit: 分钟, attribute: 预期性, better: lower, values: {2025: 38.5, 2030: 35}}
      - {id: pm, name: 细颗粒物浓度, unit: 微克/立方米, attribute: 约束性, better: lower, values: {2025: 32, 2030: 28}}
      - {id: loans, name: 普惠小微贷款利率, unit: '%', attribute: 预期性, better: lower, values: {2025: 4.12, 2030: 3.75}}
      - {id: energy, name: 单位GDP能耗降低, unit: '%', attribute: 约束性, cumulative: true, values: {2030: 14}}
      - {id: jobs, name: 城镇新增就业, unit: 万人, attribute: 预期性, cumulative: true, values: {2030: 25}}
      - {id: water, name: 用水总量, unit: 亿立方米, attribute: 约束性, better: lower, values: {2025: 5.2, 2030: 4.9}}
      - {id: piles, name: 公共充电桩, unit: 个, attribute: 预期性, values: {2025: 1200, 2030: 3000}}
      - {id: edu, name: 劳动年龄人口平均受教育年限, unit: 年, attribute: 约束性, values: {2025: 10.9, 2030: 11.5}}
"""


def found(sentence: str, title: str = "主要任务") -> list[tuple[str, str | None]]:
    """What the rules on figures in prose find in a plan for 2026-2030 with a chapter of this sentence alone."""
    plan = f"title: 清河市规划\nperiod: 2026-2030\nchapters:\n  - title: {title}\n    body: |\n      {sentence}\n"
    tree = MemoryTree({"plan.yaml": plan, "indicators.yaml": INDICATORS})
    checked = check(tree, today=date(2026, 1, 1), select=["NUM", "TXT"])
    return [(finding.kind.code, finding.subject) for finding in checked.findings]


WITHOUT_YEARS = {
    "城市污水处理率由91.2%提高到97.6%。": ("NUM403", "97.6%"),
    "城市污水处理率由90.2%提高到98.6%。": ("NUM403", "90.2%"),
    "城市污水处理率由2025年的91.2%提高到97.6%。": ("NUM403", "97.6%"),
    "到2030年，城市污水处理率由81.2%提高到98.6%。": ("NUM403", "81.2%"),
    "“十五五”时期，城市污水处理率由91.2%提高到97.6%。": ("NUM403", "97.6%"),
    "2026—2030年，城市污水处理率由91.2%提高到97.6%。": ("NUM403", "97.6%"),
    "高新技术企业从420家增至680家。": ("NUM403", "680家"),
    "孕产妇死亡率由9.8/10万下降到7.0/10万。": ("NUM403", "7.0/10万"),
    "高新技术企业达到860家，净增340家。": ("NUM411", "340家"),
    "城市污水处理率达到98.6%，提高6.4个百分点。": ("NUM411", "6.4个百分点"),
}


@pytest.mark.parametrize("sentence", WITHOUT_YEARS)
def test_an_end_that_is_not_the_indicators_is_found_where_no_year_is_said(sentence: str) -> None:
    assert found(sentence) == [WITHOUT_YEARS[sentence]]


RIGHT_WITHOUT_YEARS = """\
城市污水处理率由91.2%提高到98.6%。
城市污水处理率由91%提高到99%左右。
城市污水处理率由91.2%提高到98.6%以上，黑臭水体基本消除。
“十四五”期间，城市污水处理率由85.6%提高到91.2%。
过去五年，城市污水处理率由85.6%提高到91.2%，森林覆盖率由43.1%提高到45.2%。
五年来，高新技术企业由180家增加到420家。
城市污水处理率由85.6%提高到91.2%，居全省前列。
2026年，城市污水处理率由91.2%提高到92.5%。
到2027年，城市污水处理率由91.2%提高到95%。
城市污水处理率由91.2%提高到2027年的95%。
第一阶段，城市污水处理率由91.2%提高到95%。
近期，城市污水处理率由91.2%提高到95%。
老城区城市污水处理率由91.2%提高到95%。
东湖县城市污水处理率由75.5%提高到98.6%。
县城污水处理率由80.1%提高到95%。
农村生活污水处理率由45%提高到60%。
全省城市污水处理率由91.2%提高到95%。
全国常住人口城镇化率由66.5%提高到70%。
高新技术企业从420家增加到860家，净增440家。
高新技术企业由420家增加到860家，其中规上高新技术企业由180家增加到320家。
高新技术企业由420家增加到600家，再由600家增加到860家。
高新技术企业中，上市企业由12家增加到20家。
高新技术企业研发投入由8亿元增加到15亿元。
每万家企业中高新技术企业由420家增加到500家。
如按年均增长10%测算，高新技术企业由420家增加到676家。
力争高新技术企业由420家增加到860家。
去年，高新技术企业由350家增加到420家。
今年，高新技术企业由420家增加到480家。
高新技术企业每年新增80家以上，由420家增加到860家。
常住人口城镇化率由66.5%提高到71%，户籍人口城镇化率由48.3%提高到54%。
常住人口城镇化率年均提高0.9个百分点，由66.5%提高到71%。
婴儿死亡率由3.2‰下降到2.5‰，孕产妇死亡率由9.8/10万下降到8.0/10万。
人均预期寿命由79.8岁提高到81岁。
劳动年龄人口平均受教育年限由10.9年提高到11.5年。
规上工业总产值从800亿元跃升至1400亿元，年均增长11.8%。
规上工业总产值从400亿元跃升至800亿元，翻了一番。
规上工业总产值由800亿元增加到1000亿元、1400亿元，分两步走。
细颗粒物浓度由32微克/立方米下降到28微克/立方米。
细颗粒物浓度由45微克/立方米下降到32微克/立方米。
公共充电桩由1200个增加到3000个，其中高速公路服务区由60个增加到150个。
公共充电桩从1200个增加到2035年的6000个。
到2035年，公共充电桩由1200个增加到6000个。
展望2035年，城市污水处理率由98.6%提高到99%以上。
城市污水处理率由98.6%进一步提高到99.5%，迈入全面治理新阶段。
与全国由66.5%提高到68%相比，我市常住人口城镇化率提升更快。
常住人口城镇化率由“十三五”末的60.2%提高到66.5%。
常住人口城镇化率由2020年的60.2%提高到66.5%。
研发经费投入强度从2.1%提高到2.8%，高于全省平均水平。
平均通勤时间由38.5分钟缩短到35分钟。
高峰时段平均通勤时间由38.5分钟缩短到36分钟。
主城区平均通勤时间由38.5分钟缩短到33分钟。
普惠小微贷款利率由4.12%下降到3.75%。
普惠小微贷款利率由4.6%下降到4.12%。
社会消费品零售总额由420亿元增加到600亿元，其中网上零售额由90亿元增加到180亿元。
地区生产总值由1200亿元增加到1680亿元。
地区生产总值由800亿元增加到1200亿元，跨越三个百亿台阶。
地区生产总值由1200亿元增加到1290亿元，增长7.5%左右，圆满完成年度任务。
高新技术企业达到860家，净增440家。
高新技术企业达到420家，净增120家。
高新技术企业达到420家，比上年净增60家。
城市污水处理率达到98.6%，提高7.4个百分点。
城市污水处理率达到91.2%，提高5.6个百分点。
森林覆盖率达到46%，提高0.8个百分点。
与2025年相比，城市污水处理率由91.2%提高到97.6%。
"""


@pytest.mark.parametrize("sentence", RIGHT_WITHOUT_YEARS.splitlines())
def test_ends_of_another_time_or_place_and_right_ones_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


def test_ends_under_a_heading_of_another_time_are_left_alone() -> None:
    sentence = "城市污水处理率由91.2%提高到93%。"
    assert [found(sentence, title) for title in ("2026年重点工作", "“十四五”发展成就", "近期行动（2026—2027年）")] == [
        []
    ] * 3
