"""Whole numbers of things are exact: a sum of them that is off by one is wrong, and one that is right is never suspected."""

import random

import pytest

from tests.rules.plans import codes, findings, in_text, subjects

UNITS = ("户", "家", "个", "人", "项", "件", "座")


def _facts(numbers: dict[str, int], unit: str) -> str:
    return "".join(f"- {{id: {name}, value: {number}{unit}}}\n" for name, number in numbers.items())


def test_sums_of_counts_are_wrong_by_one_and_right_otherwise() -> None:
    dice = random.Random(20211125)
    numbers: dict[str, int] = {}
    relations: list[str] = []
    for index in range(1000):
        parts = {f"p{index}_{part}": dice.randrange(10 ** dice.randint(1, 5)) for part in range(dice.randint(2, 6))}
        off = dice.choice((0, 0, 1, -1))
        numbers |= {**parts, f"t{index}": sum(parts.values()) + off}
        relations.append(
            f"- {{id: {'w' if off else 'r'}{index}, that: '{' + '.join(parts)} == t{index}', because: 合计}}\n"
        )
    found = findings({"facts.yaml": _facts(numbers, dice.choice(UNITS)), "assertions.yaml": "".join(relations)})
    failed = {finding.entity for finding in found if finding.kind.code == "SUM104"}
    assert failed == {relation.split(":")[1].split(",")[0].strip() for relation in relations if "id: w" in relation}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲村[3户](:=a)，乙村[4户](:=b)，共[8户](=a + b)。", ["NUM401"]),
        ("甲村[3户](:=a)，乙村[4户](:=b)，共[7户](=a + b)。", []),
        ("三年新增[100家](:=a)，年均[33家](=a / 3)。", []),
        ("三年新增[100家](:=a)，年均[34家](=a / 3)。", ["NUM401"]),
        ("企业[100家](:=a)，即[超过100家](=a)。", []),
        ("企业[100家](:=a)，即[超过101家](=a)。", ["NUM401"]),
        ("甲[0.4万户](:=a)，乙[0.4万户](:=b)，共[0.9万户](=a + b)。", ["NUM413"]),
    ],
)
def test_a_count_is_exact_where_it_is_written_and_may_be_a_rounded_quotient_elsewhere(
    text: str, code: list[str]
) -> None:
    assert codes(in_text(text)) == code


def test_a_cumulative_count_that_falls_by_one_has_fallen() -> None:
    row = "{id: x, name: 累计平台, unit: 家, attribute: 预期性, cumulative: true, mark: none%s, values: {2020: 9, 2025: 8}}"
    table = (
        "id: t\ntitle: 指标\ncolumns: {2020: 实际, 2025: 目标}\ngroups:\n  - title: 一\n    indicators:\n      - " + row
    )
    assert "IND215" in codes(findings({"indicators.yaml": table % ""}))
    assert "IND215" not in codes(findings({"indicators.yaml": table % ", decimals: 0"}))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("推进“三区”（核心区、拓展区、协同区、辐射区）建设。", ["TXT711"]),
        ("推进“三区”（核心区、拓展区、协同区）建设。", []),
        ("实施四大工程，即强基工程、育才工程、富民工程。", ["TXT711"]),
        ("实施三大工程，即强基工程、育才工程、富民工程。", []),
        ("实施“四大工程”，即强基工程、育才工程、富民工程，到2025年基本建成。", ["TXT711"]),
        ("实施“四大工程”，即强基工程、育才工程、富民工程，以及利民工程，到2025年基本建成。", []),
        ("推进三大工程，即强基工程、育才工程，富民工程。", []),
        ("形成三区，即城区、山区，以及海区。", []),
        ("建设四园，分别是科技园、产业园（含物流园）、健康园、文化园。", []),
        ("建设三大园区（2个工业园区、1个农业园区）。", []),
        ("建设五个中心，分别是会展中心、科技中心、体育中心、文化中心。", ["TXT711"]),
        ("建设五大基地（粮食和油料基地、蔬菜基地、水果基地、畜禽基地）。", []),
        ("覆盖12个县（清河县、云溪县）。", []),
        ("建设3条线（1号线、2号线）。", []),
        ("建设2条线（东线、西线、北线）。", ["TXT711"]),
        ("实施四大工程（强基工程、育才工程等）。", []),
        ("促进创新链、产业链、资金链、人才链“三链”融合。", ["TXT711"]),
        ("促进创新链、产业链、人才链“三链”融合。", []),
        ("人本化、生态化、智慧化、数字化合称“三化”。", ["TXT711"]),
        ("建设粮食生产功能区和重要农产品生产保护区“两区”。", []),
        ("在高新区、经开区推动产业园区、居住社区、商务街区“三区”融合。", []),
        ("在高新区、经开区、综保区等“两区”先行。", ["TXT711"]),
        ("在高新区、经开区等“五区”先行。", []),
        ("围绕产业链，推动创新链、资金链、人才链“四链”融合。", []),
        ("坚持生产、生活、生态“三生”融合，把握“三化三地”理念。", []),
    ],
)
def test_a_number_with_its_list_behind_it(text: str, code: list[str]) -> None:
    assert codes(in_text(text)) == code


def in_english(body: str) -> list[str | None]:
    """The counts of an English text that are found."""
    head = "title: Plan of Avon\nperiod: 2026-2030\nlanguage: en\n"
    return subjects(in_text(body, head), "TXT711")


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Three bridges (North Bridge, Mill Bridge, West Bridge and East Bridge) are repaired.", "Three bridges"),
        ("The plan covers three towns: Avon, Bath, Corsham and Devizes.", "three towns"),
        ("It serves five large towns: Avon, Bath, Corsham and Devizes.", "five large towns"),
        (
            "Work begins on two corridors, namely the river corridor, the hill corridor and the rail corridor.",
            "two corridors",
        ),
        ("Two new primary schools (Mill School, West School, and Hill School) open.", "Two new primary schools"),
        ("Two themes: People and Place, Growth and Jobs, Climate and Nature.", "Two themes"),
        ("The county consists of 3 towns: Avon, Bath, Corsham and Devizes.", "3 towns"),
    ],
)
def test_a_number_in_english_that_its_list_does_not_have_is_found(body: str, count: str) -> None:
    assert in_english(body) == [count]


@pytest.mark.parametrize(
    "body",
    """\
Four bridges (North Bridge, Mill Bridge, West Bridge and East Bridge) are repaired.
The plan covers three towns: Avon, Bath and Corsham and Devizes.
Three departments: Parks and Gardens, Roads and Bridges, and Housing.
Twelve towns (Avon, Bath and Corsham) take part.
At least three towns: Avon, Bath, Corsham and Devizes.
One of two bridges (North Bridge, Mill Bridge and East Bridge) is repaired.
Four aims: growth, homes and water.
Two years: 2026, 2027 and 2028.
Three towns, namely Avon, Bath, Corsham and Devizes, which join later.
Two towns: Avon, where the bridge is, Corsham, and Bath.
Four schemes, such as Mill Lane and Hill Road.
Grants under Policy 2 towns: Avon, Bath and Corsham.
Four partners: Avon Council, the University of Bath, and Bath and North East Somerset Council.
Grade 2 listed buildings (Oak Hall, Elm Hall, Fir Hall) are repaired.
In phase 2 sites (Oak Yard sites, Elm Yard sites and Fir Yard sites) open.
Phase two sites: Oak Yard, Elm Yard and Fir Yard.
By June 2 schools (Oak School, Elm School, Fir School) had opened.
Two or three bridges (North Bridge, Mill Bridge, Town Bridge and East Bridge) close.
Between two and three bridges (North Bridge, Mill Bridge, Town Bridge and East Bridge) close.
Years 3 and 4 schools: Oak School, Elm School and Fir School.
Our three themes: People and Place, Growth and Jobs, Climate and Nature.
Two stations (Oak Street Station, Mill Line, and Ash Road Station, Coast Line) reopen.
Two main risks: Flooding, Drought and Heat.
Two towns (Avon, Bath, Corsham and others) take part.""".splitlines(),
)
def test_a_number_in_english_that_may_be_right_is_left_alone(body: str) -> None:
    assert in_english(body) == []


@pytest.mark.parametrize(
    ("text", "subjects_found"),
    [
        ("实施以下三项任务。\n\n1. 强基。\n2. 育才。", ["三项任务"]),
        ("实施以下三项任务。\n\n1. 强基。\n2. 育才。\n3. 富民。", []),
        ("坚持以下四项原则：\n\n——坚持改革。\n\n——坚持开放。\n\n——坚持创新。", ["四项原则"]),
        ("坚持以下三项原则：\n\n——坚持改革。\n\n——坚持开放。\n\n——坚持创新。\n\n目标如下：\n\n——经济更强。", []),
        ("抓好以下三项工作：\n\n一、强基。\n\n详见附件。\n\n二、育才。", ["三项工作"]),
        ("抓好以下三项工作：\n\n一、强基。\n\n1、平台。\n\n2、载体。\n\n二、育才。\n\n三、富民。", []),
        ("抓好三项工作。\n\n一、强基。\n\n二、育才。", []),
        ("覆盖以下十个领域：\n\n一、交通。\n\n二、能源。", []),
        ("两带：沿江发展带、沿山生态带、沿海产业带。", ["两带"]),
        ("三区为东部片区、西部片区。", ["三区"]),
        ("三区为东部片区、西部片区等。", []),
        ("三网：管网、路网和电网。", []),
        ("构建“一核两带三区”格局，即发展核，沿江带、沿山带、沿海带，东区、西区、南区。", ["两带"]),
        ("构建“一核两带三区”格局，即发展核，沿江带和沿山带，东区、西区、南区。", []),
        ("推进三生融合：生产、生活、生态。", []),
        ("一区两园为高新区、产业园、创业园。", []),
    ],
)
def test_what_is_listed_below_or_behind_a_number_is_counted(text: str, subjects_found: list[str]) -> None:
    assert subjects(in_text(text), "TXT711") == subjects_found


def test_sections_below_a_heading_or_a_paragraph_are_counted() -> None:
    def plan(title: str, body: str, *below: str) -> list[str | None]:
        sections = "".join(f"      - title: {each}\n        body: 内容。\n" for each in below)
        text = f"title: 新区规划\nperiod: 2021-2025\nchapters:\n  - title: {title}\n    body: {body}\n    sections:\n{sections}"
        return subjects(findings({"plan.yaml": text}), "TXT711")

    assert plan("任务", "重点实施以下三项任务。", "强基", "育才") == ["三项任务"]
    assert plan("任务", "重点实施以下三项任务。", "强基", "育才", "富民") == []
    assert plan("实施三大工程", "重点如下。", "强基工程", "育才工程") == ["三大工程"]
    assert plan("实施三大工程", "重点如下。", "强基工程", "育才工程", "保障措施") == []
    assert plan("实施三大工程", "重点如下。", "强基工程", "两大支撑工程") == []
