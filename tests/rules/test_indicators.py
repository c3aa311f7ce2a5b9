"""Rules on indicators: what is found, and what must be left alone."""

import pytest

from plan_compiler.report.wording import Speaker
from tests.rules.plans import HEAD, codes, findings, in_text

COLUMNS = "{2020: 实际, 2023: 中期目标, 2025: 目标}"


def table(*rows: str, columns: str = COLUMNS, id_: str = "targets") -> str:
    head = f"id: {id_}\ntitle: 指标{id_}\ncolumns: {columns}\ngroups:\n  - title: 发展\n    indicators:\n"
    return head + "".join(f"      - {{{row}}}\n" for row in rows)


def row(values: str = "{2020: 78, 2023: 120, 2025: 220}", **more: str) -> str:
    fields = {"id": "output", "name": "工业总产值", "unit": "亿元", "attribute": "预期性", **more, "values": values}
    return ", ".join(f"{key}: {value}" for key, value in fields.items())


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        (row(), []),
        (row(better="higher"), []),
        (row("{2020: 78, 2023: 75, 2025: 220}", better="higher"), ["IND202"]),
        (row("{2020: 78, 2023: 78, 2025: 220}", better="higher"), []),
        (row("{2020: 61.5, 2023: 63.8, 2025: 63}", better="lower"), ["IND202"]),
        (row("{2020: 3.2, 2023: 3.4, 2025: 3.0}", better="lower"), ["IND202"]),
        (row("{2020: —, 2023: 3.4, 2025: 3.0}", better="lower"), []),
        (row("{2020: 78, 2025: 220}"), ["IND204"]),
        (row("{2020: 78, 2023: 120, 2024: 150, 2025: 220}"), ["IND204"]),
        (row("{2020: 78, 2023: 120, 2025: —}"), ["IND204"]),
        (row("{2020: —, 2023: 120, 2025: 220}"), []),
        (row("{2020: 9, 2023: 9, 2025: 9}", unit="家", cumulative="true"), ["IND216"]),
        (row("{2020: 9, 2023: 9, 2025: 9}", unit="家"), []),
        (row("{2020: 0, 2023: 0, 2025: 0}", unit="家", cumulative="true"), []),
        (row("{2020: 100, 2023: 100, 2025: 100}", unit="'%'", cumulative="true"), []),
        (row("{2020: 50%, 2023: 60%, 2025: 70%}", unit="'%'"), ["IND205"]),
        (row("{2020: 50, 2023: 60%, 2025: 70}", unit="'%'"), ["IND205"]),
        (row("{2020: 4万, 2023: 5万, 2025: 6万}", unit="人"), []),
        (row("{2020: 4万, 2023: 50000, 2025: 6万}", unit="人"), ["IND205"]),
        (row("{2020: 100亩, 2023: 120亩, 2025: 140亩}", unit="公顷"), ["IND205"]),
        (row("{2020: 78, 2023: 120, 2025: 明显提高}"), ["IND206"]),
        (row("{2020: 78, 2023: 120, 2025: ≥220}"), []),
        (row("{2020: 6, 2023: 6.2, 2025: 年均6.5%左右}", unit="'%'"), []),
        (row("{2020: 78, 2023: 120, 2025: 五年累计增长14%}"), []),
        (row("{2020: 78, 2023: 120, 2025: 年均明显提高}"), ["IND206"]),
        (row("{2020: 良, 2023: 良, 2025: 优}", qualitative="true"), []),
        (row("{2020: 良, 2023: 良, 2025: 优}", qualitative="true", attribute="约束性"), ["IND207"]),
        (row("{2020: 28, 2023: 26, 2025: ≤25}", attribute="约束性"), []),
        (row(name="累计高新技术企业"), ["IND209"]),
        (row(name="累计高新技术企业", cumulative="true"), []),
        (row(name="年均新增就业", cumulative="true"), ["IND209"]),
        (row(name="年均新增就业"), []),
        (row(cumulative="true", mark="none"), []),
    ],
)
def test_one_indicator(indicator: str, found: list[str]) -> None:
    assert codes(findings({"indicators.yaml": table(indicator)})) == found


def test_marks_are_compared_within_a_table() -> None:
    rows = [row(cumulative="true"), row(id="other", name="平台", cumulative="true", mark="none")]
    assert codes(findings({"indicators.yaml": table(*rows)})) == ["IND210"]


def test_names_are_compared_within_a_group_and_a_whole() -> None:
    assert codes(findings({"indicators.yaml": table(row(), row(id="other"))})) == ["IND211"]
    whole = [row(name="甲"), row(id="other", name="乙")]
    parts = [row(id="a", name="女性", part_of="output"), row(id="b", name="女性", part_of="other")]
    assert codes(findings({"indicators.yaml": table(*whole, *parts)})) == []


@pytest.mark.parametrize(
    ("value", "unit", "found"),
    [("78", "亿元", []), ("78.1", "亿元", []), ("79", "亿元", ["IND208"]), ("780000", "万元", []), ("78", "户", [])],
)
def test_tables_are_compared_by_name_and_year(value: str, unit: str, found: list[str]) -> None:
    other = table(row(f"{{2020: {value}}}", id="other", unit=unit), columns="{2020: 实际}", id_="annual")
    assert codes(findings({"indicators.yaml": table(row()), "indicators/annual.yaml": other})) == found


def test_the_years_of_the_plan_are_columns() -> None:
    head = f"{HEAD}base: 2019\nmilestones: [2023, 2024]\n"
    plan = f"{head}chapters:\n  - title: 总则\n    body: 正文。\n"
    found = findings({"plan.yaml": plan, "indicators.yaml": table(row())})
    assert [(f.kind.code, f.subject) for f in found] == [("IND203", "2019"), ("IND203", "2024")]


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("[]内为累计值", ["IND214"]),
        ("（）内为五年累计数", ["IND214"]),
        ("（一）各项均为累计值", []),
        ("（1）地区生产总值为累计值", []),
        ("[]内数据不含累计值", []),
    ],
)
def test_a_note_explains_a_mark(note: str, found: list[str]) -> None:
    noted = table(row()).replace("columns:", f"note: '{note}'\ncolumns:")
    assert codes(findings({"indicators.yaml": noted})) == found


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        (row("{2020: 6.1, 2023: 6-7, 2025: 6～7}", unit="'%'"), []),
        (row("{2020: 100, 2023: 120—150, 2025: 200至250}", unit="家"), []),
        (row("{2020: '4:1', 2023: '3.5:1', 2025: '3:1'}", unit="比"), []),
        (row("{2020: '4:1', 2023: '3.5:1', 2025: '3∶1'}", unit="比", attribute="约束性"), []),
        (row("{2020: 78, 2023: 120, 2025: 220-}"), ["MOD205"]),
        (row("{2020: 1万, 2023: 1.1万, 2025: 1.2万}", unit="万元"), ["REF106", "REF106", "REF106"]),
    ],
)
def test_targets_may_be_ranges_and_ratios(indicator: str, found: list[str]) -> None:
    assert codes(findings({"indicators.yaml": table(indicator)})) == found


def test_a_text_is_held_against_a_range_and_not_against_a_ratio() -> None:
    body = "增速[6.5%](=a[2025])，增速[9%](=a[2025])，师生比[3:1](=b[2025])。"
    rows = [
        row("{2020: 6.1, 2023: 6.2, 2025: 6-7}", id="a", name="增速", unit="'%'"),
        row("{2020: '4:1', 2023: '3.5:1', 2025: '3:1'}", id="b", name="师生比", unit="比"),
    ]
    plan = f"{HEAD}chapters:\n  - {{title: 总则, body: '{body}'}}\n"
    found = [f for f in findings({"plan.yaml": plan, "indicators.yaml": table(*rows)}) if f.kind.code != "REF504"]
    assert [(f.kind.code, f.subject) for f in found] == [("NUM401", "9%"), ("NUM490", "b[2025]")]


def test_a_multiplier_in_the_cell_and_in_the_unit_is_told() -> None:
    (found, *_) = findings({"indicators.yaml": table(row("{2020: 1万, 2023: 2, 2025: 3}", unit="万元"))})
    assert found.diagnostic.message == "doubled"
    assert found.diagnostic.args["number"] == "1"


def test_of_two_words_for_one_attribute_the_usual_one_is_right() -> None:
    rows = (row(attribute="约束"), row(id="other", name="能耗", attribute="约束性"))
    (found,) = (each for each in findings({"indicators.yaml": table(*rows)}) if each.kind.code == "IND212")
    assert (found.subject, found.diagnostic.args["usual"]) == ("约束", "约束性")


@pytest.mark.parametrize(
    ("name", "values", "others", "found"),
    [
        ("申报重点研发计划", "{2020: 46, 2023: 75, 2025: 100}", 3, ["IND217"]),
        ("申报重点研发计划", "{2020: 46, 2023: 75, 2025: 100}", 2, []),
        ("申报重点研发计划", "{2020: 46, 2023: 75, 2025: 70}", 3, []),
        ("每年申报重点研发计划", "{2020: 46, 2023: 75, 2025: 100}", 3, []),
        ("高新技术企业", "{2020: 46, 2023: 75, 2025: 100}", 3, []),
    ],
)
def test_counts_of_acts_beside_cumulative_ones_say_what_they_are_of(
    name: str, values: str, others: int, found: list[str]
) -> None:
    beside = [
        row("{2020: 1, 2023: 2, 2025: 3}", id=f"a{at}", name=f"累计平台{at}类", unit="家", cumulative="true")
        for at in range(others)
    ]
    indicators = table(*beside, row(values, id="d", name=name, unit="项"))
    found_codes = codes(findings({"indicators.yaml": indicators}))
    assert [code for code in found_codes if code == "IND217"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("城市人口增至[10.5万人](=population[2025])。", ["NUM434"]),
        ("户籍人口[10.5万人](=population[2025])。", ["NUM434"]),
        ("全区常住人口增至[10.5万人](=population[2025])。", []),
        ("人口增至[10.5万人](=population[2025])。", []),
        ("常住人口稳步增加，城市人口增至[10.5万人](=population[2025])。", []),
        ("外来人口[6.5万人](=population[2025] - population[2020])。", []),
        ("就业人口[5万人](=jobs[2025])。", []),
        ("规模以上企业带动就业，户籍就业人口[5万人](=jobs[2025])。", ["NUM434"]),
        ("规模以上企业扩大，就业人口[5万人](=jobs[2025])。", []),
    ],
)
def test_figures_of_an_indicator_are_called_by_its_name(text: str, found: list[str]) -> None:
    indicators = table(
        row("{2020: 4, 2025: 10.5}", id="population", name="常住人口", unit="万人"),
        row("{2020: 4, 2025: 5}", id="jobs", name="就业人口", unit="万人"),
        columns="{2020: 实际, 2025: 目标}",
    )
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body: |\n      {text}\n"
    assert [c for c in codes(findings({"plan.yaml": plan, "indicators.yaml": indicators})) if c == "NUM434"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("年用水总量2777.7万m³（最高日用水7.61万t/d）。", ["NUM435"]),
        ("年供水量365万吨，用水最高日为1万吨。", ["NUM435"]),
        ("年用水总量2136.7万m³（最高日用水7.61万t/d）。", []),
        ("年用水总量2777.7万m³，平均日用水7.61万t/d。", []),
    ],
)
def test_a_year_is_no_365_highest_days(text: str, found: list[str]) -> None:
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body: |\n      {text}\n"
    assert [code for code in codes(findings({"plan.yaml": plan})) if code == "NUM435"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("落地甲产业园、乙中心项目等省“152”工程项目，成效明显。", ["NUM436"]),
        ("落地甲产业园等省“152”工程项目。", []),
        ("到2025年，落地甲产业园、乙中心等省“152”工程项目。", []),
        ("将引进甲产业园、乙中心等“152”工程项目。", []),
    ],
)
def test_no_more_are_named_than_counted(text: str, found: list[str]) -> None:
    indicators = table(
        row("{2020: 1, 2025: 3}", id="big", name="累计“152”工程项目", unit="个", cumulative="true"),
        columns="{2020: 实际, 2025: 目标}",
    )
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body: |\n      {text}\n"
    assert [c for c in codes(findings({"plan.yaml": plan, "indicators.yaml": indicators})) if c == "NUM436"] == found


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ("[温州眼视光产业创新综合体, 数字经济创新综合体]", ["TXT746"]),
        ("[激光与光电创新综合体, 数字经济创新综合体]", []),
        ("[甲大学温州研究院, 温州眼视光产业创新综合体]", []),
        ("[综合体, 数字经济创新综合体]", []),
    ],
)
def test_what_stands_in_two_counted_lists(items: str, found: list[str]) -> None:
    first = "{id: one, title: 平台, items: [甲大学温州研究院, 眼谷-温州眼视光产业创新综合体, 乙大学温州研究院]}"
    body = f"      - list: {first}\n      - list: {{id: two, title: 综合体, items: {items}}}\n"
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body:\n{body}"
    assert [code for code in codes(findings({"plan.yaml": plan})) if code == "TXT746"] == found


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("约束性指标", "改为约束性"),
        ("预期性目标", "改为预期性"),
        ("约朿性", "改为约束性"),
        ("非约束性", "改为预期性、约束性，或在 plan.yaml 写 `vocabulary: {attributes: {非约束性: 预期性}}`"),
        ("指导性", "改为预期性、约束性，或在 plan.yaml 写 `vocabulary: {attributes: {指导性: 预期性}}`"),
    ],
)
def test_an_attribute_that_is_not_known_is_told_the_one_that_it_stands_for(word: str, hint: str) -> None:
    (finding,) = findings({"indicators.yaml": table(row(attribute=word))})
    assert finding.kind.code == "IND212"
    assert Speaker("zh-CN").hint(finding) == hint


def test_indicators_of_one_attribute_are_counted_together_however_it_is_written() -> None:
    rows = [
        row(id=f"i{n}", name=f"{n}号指标", attribute=word)
        for n, word in enumerate(("约束性指标", "约束性", "预期", "预期性"))
    ]
    body = "规划设置主要指标4项，其中约束性指标2项、预期性指标2项。"
    found = in_text(body, indicators=table(*rows))
    assert set(codes(found)) == {"IND212"}


RUNNING = tuple(
    row("{2020: 9, 2023: 10, 2025: 12}", id=each, name=f"累计{each}", unit="家", cumulative="true") for each in "甲乙丙"
)


@pytest.mark.parametrize(
    ("name", "more", "count"),
    [
        ("申报国家重点研发计划", {}, 1),
        ("新建学校", {"unit": "所"}, 1),
        ("组织参加展会", {"unit": "场"}, 1),
        ("申报通过率", {"unit": "'%'"}, 0),
        ("签约服务率", {"unit": "'%'"}, 0),
        ("新建商品住宅均价", {"unit": "元"}, 0),
        ("建成区面积", {"unit": "亩"}, 0),
        ("培训机构", {"unit": "家"}, 0),
        ("组织覆盖村", {"unit": "个"}, 0),
        ("签约家庭医生", {"unit": "人"}, 0),
        ("转化医学平台", {"unit": "个"}, 0),
        ("申报研发计划（五年合计）", {}, 0),
        ("举办展会（年度）", {"unit": "场"}, 0),
        ("举办展会", {"unit": "场", "note": "均为当年数。"}, 0),
    ],
)
def test_a_count_of_acts_says_of_which_time_it_is(name: str, more: dict[str, str], count: int) -> None:
    told = row("{2020: 46, 2023: 75, 2025: 100}", **{"id": "acts", "name": name, "unit": "项", **more})
    assert codes(findings({"indicators.yaml": table(*RUNNING, told)})).count("IND217") == count
