"""What texts say of the annex's projects of one nature or owner, held against the annex."""

import pytest

from tests.rules.plans import HEAD, findings

ROWS = [
    ("roads", "续建", "市交通局", 20000, 10000),
    ("roads", "新建", "市交通局", 30000, 30000),
    ("roads", "新建", "[市水务局, 市交通局]", 10000, 10000),
    ("water", "续建", "water_office", 5000, 2000),
    ("water", "新建", "water_office", 7000, 7000),
]


def _category(id_: str, title: str) -> str:
    lines = [f"  - id: {id_}\n    title: {title}\n    projects:\n"]
    for number, (category, nature, owner, total, within) in enumerate(ROWS):
        if category == id_:
            period = "2019-2022" if nature == "续建" else "2021-2023"
            lines.append(
                f"      - {{id: r{number}, name: {'甲乙丙丁戊'[number]}线工程, scope: 建设。, nature: {nature}, period: {period}, "
                f"total: {total}, in_period: {within}, owner: {owner}}}\n"
            )
    return "".join(lines)


ANNEX = (
    "id: annex\ntitle: 重大项目安排表\nunit: 万元\ncategories:\n"
    + _category("roads", "交通")
    + _category("water", "水利工程")
)


def found(body: str, annex: str = ANNEX) -> list[tuple[str, str | None]]:
    """What is found in a chapter with this text beside the annex."""
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body: {body}\n"
    organizations = "- {id: water_office, name: 市水务局}\n"
    every = findings({"plan.yaml": plan, "annex.yaml": annex, "organizations.yaml": organizations})
    return [(f.kind.code, f.subject) for f in every if f.kind.code.startswith(("NUM", "REF403"))]


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("附表共安排重大项目5个，其中续建3个、新建3个。", "3个"),
        ("重大项目5个，总投资7.2亿元，其中续建项目1个，新建项目3个。", "1个"),
        ("共安排重大项目5个，其中：3个续建项目，3个新建项目。", "3个"),
        ("附表项目中，续建3个、新建3个。", "3个"),
        ("重大项目5个。按建设性质分，续建2个，新建4个。", "4个"),
        ("重大项目5个，其中续建2个、总投资2.8亿元，新建3个、总投资4.7亿元。", "2.8亿元"),
        ("重大项目5个，其中续建2个、规划期内投资1.5亿元，新建3个。", "1.5亿元"),
        ("交通项目3个，其中续建1个、新建1个。", "1个"),
        ("重大项目5个，其中交通项目3个，续建1个、新建1个。", "1个"),
        ("重大项目5个，其中交通4个。", "4个"),
        ("重大项目5个，其中交通3个、总投资5.5亿元。", "5.5亿元"),
        ("本规划安排重大项目5个。由市水务局牵头的项目2个。", "2个"),
        ("重大项目5个，总投资7.2亿元。5个项目中，续建2个、新建4个。", "4个"),
        ("本规划安排重大项目5个，其中市水务局负责实施4个。", "4个"),
        ("重大项目共安排交通、水利工程类分别为3个、3个。", "3个"),
        ("重大项目5个，交通、水利工程总投资分别为6亿元、1.3亿元。", "1.3亿元"),
        ("附表安排交通类项目3个、水利工程类项目3个。", "3个"),
        ("重大项目5个，其中交通3个、投资5.5亿元。", "5.5亿元"),
    ],
)
def test_a_number_or_sum_that_the_annex_does_not_have_is_found(body: str, subject: str) -> None:
    assert [own for code, own in found(body) if code == "NUM432"] == [subject]


@pytest.mark.parametrize(
    "body",
    """\
附表共安排重大项目5个，其中续建2个、新建3个。
附表安排交通类项目3个，完成投资2.2亿元。
重大项目5个，其中续建2个、总投资2.5亿元，新建3个、总投资4.7亿元。
重大项目5个，总投资7.2亿元，其中续建2个，总投资2.5亿元，规划期内投资1.2亿元。
重大项目5个，其中新建3个，总投资7.2亿元。
重大项目5个，总投资7.2亿元。5个项目中，续建2个、新建3个。
重大项目5个。上年5个项目中，续建5个。
重大项目5个。3个市级项目中，新建3个。
本规划安排重大项目5个。由市水务局牵头的项目3个，由市交通局负责的项目3个。
本规划安排重大项目5个。由市交通局牵头的项目2个。
全市实施重点项目16个，其中续建6个、新建10个。
重大项目5个。全市新建学校9个、续建6个。
"交通项目3个。\\n\\n新建投资5000万元，项目3个。"
新增学位1.2万个，其中交通1260个、水利860个。
新增学位1.2万个；交通1260个。重大项目5个。
重大项目5个。全市教育项目中，新建9个、续建6个。
重大项目5个，其中续建2个（交通1个），新建3个。
附表安排重大项目5个，另储备项目20个，其中新建18个、续建2个。
附表安排重大项目5个，省级重点项目20个，其中新建18个、续建2个。
重大项目5个，其中交通项目3个，水利工程项目2个。续建项目2个、新建项目3个。
重大项目5个，其中交通3个、总投资6亿元。
重大项目5个，其中交通3个、水利工程2个。其中续建2个、新建3个。
重大项目5个，由市水务局牵头的项目3个，其中新建1个、续建1个。
重大项目5个，市交通局负责3个。其中新建1个，续建2个。
重大项目5个，其中交通3个，其中新建2个。
重大项目5个。2022年计划新建1个、续建1个。
重大项目5个，2022年新建1个。
重大项目5个。到2023年，新建1个、续建1个。
全市项目50个，其中交通30个、水利工程20个。
重大项目5个，其中（交通）3个续建项目。
重大项目5个，其中：（一）4个续建项目。
重大项目5个，其中续建2个，总投资1.8亿元的桥梁先行开工。
重大项目共安排交通、水利工程类分别为3个、2个。
重大项目5个，其中交通3个、投资5亿元。
重大项目5个，其中交通3个、2022年投资1.5亿元。
全省重大项目交通、水利工程类分别为36个、33个。
储备项目交通、水利工程类分别为12个、8个。
2022年安排重大项目5个，交通、水利工程类分别为1个、1个。
重大项目5个，交通、水利工程分别增加1个、1个。
重大项目5个，交通、水利工程类分别新开工1个、1个。
市水务局牵头的项目9个。""".splitlines(),
)
def test_what_agrees_or_may_be_of_other_projects_is_left_alone(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("body", "subjects"),
    [
        ("规划期内共安排重大项目5个，总投资7.2亿元。", []),
        ("规划期内共安排重大项目6个，总投资7.2亿元。", ["6个"]),
        ("全省安排重大项目320个，省级重大项目9个，每年开工重大项目不少于5个，谋划储备重大项目45个。", []),
    ],
)
def test_what_the_annex_lists_is_called_without_its_field_as_well(body: str, subjects: list[str]) -> None:
    annex = ANNEX.replace("重大项目安排表", "城乡建设重大项目表")
    assert [subject for _, subject in found(body, annex)] == subjects


@pytest.mark.parametrize(
    ("body", "subjects"),
    [
        ("规划实施2大类5项重大工程，估算总投资7.2亿元。", []),
        ("规划实施两大类5项重大工程，估算总投资7.4亿元。", ["7.4亿元"]),
        ("规划实施2大类6项重大工程。", ["6项"]),
        ("规划实施3大类6项改革，共12项任务。", []),
    ],
)
def test_works_and_their_sorts_are_counted_as_projects_are(body: str, subjects: list[str]) -> None:
    annex = ANNEX.replace("重大项目安排表", "城乡建设重大工程表")
    assert [subject for _, subject in found(body, annex)] == subjects
