"""Rules on projects: what is found, and what must be left alone."""

import pytest

from plan_compiler.link.construction import Period, read_period
from plan_compiler.report.wording import Speaker
from tests.rules.plans import HEAD, annex, codes, findings, in_text, of_projects, subjects


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2019-2024", Period(2019, 2024)),
        ("2021", Period(2021, 2021)),
        ("２０２１－２０２３年", Period(2021, 2023)),
        ("2021年3月至2023年12月", Period(2021, 2023)),
        ("2021.03～2023.6", Period(2021, 2023)),
        ("2021-25", Period(2021, 2025)),
        ("2021-12", Period(2021, 2021)),
        ("2021年起", Period(2021, None)),
        ("2021-", Period(2021, None)),
        ("2025年底前", Period(None, 2025)),
        ("2023-2021", Period(2023, 2021)),
        ("未定", None),
        ("20211-2023", None),
        ("2021-2022-2023", None),
        ("212-2023", None),
    ],
)
def test_periods_are_read_as_they_are_written(text: str, period: Period | None) -> None:
    assert read_period(text) == period


OLD = {"nature": "续建", "period": "2018-2022", "total": "500"}


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({}, []),
        ({"period": "'2021'"}, []),
        ({"period": "长期"}, []),
        ({"period": "20211-2023"}, ["PRJ302"]),
        ({"period": "2023-2021"}, ["PRJ302"]),
        ({"period": "未定"}, ["PRJ303"]),
        ({"period": "未定", "in_period": "0"}, []),
        ({**OLD, "period": "2017-2020"}, ["PRJ304"]),
        ({**OLD, "period": "2017-2020", "in_period": "0"}, []),
        ({"period": "2026-2028"}, ["PRJ304"]),
        ({"period": "2025-2030"}, ["PRJ305"]),
        ({"period": "2025-2030", "total": "500"}, []),
        ({**OLD, "in_period": "500"}, ["PRJ306"]),
        ({**OLD, "period": "2020-2022", "in_period": "500"}, []),
        (OLD, []),
        ({"period": "2019-2023", "total": "500"}, ["PRJ307"]),
        ({"nature": "续建"}, ["PRJ307"]),
        ({"nature": "前期", "period": "2019-2023", "total": "500"}, []),
        ({"total": "500"}, ["PRJ309"]),
        ({"total": "0.01亿元"}, ["PRJ316"]),
        ({"total": "50"}, ["PRJ301"]),
        ({"total": "１００"}, ["TXT705"]),
        ({"period": "２０２１-2023"}, ["TXT705"]),
        ({"total": "500亩"}, ["REF106"]),
        ({"total": "1亿元", "in_period": "5000"}, ["PRJ316", "PRJ309"]),
    ],
)
def test_one_project(row: dict[str, str], found: list[str]) -> None:
    assert codes(of_projects(row)) == found


def test_a_plan_without_two_years_in_order_judges_no_period() -> None:
    head = HEAD.replace("2021-2025", "2025-2021")
    plan = f"{head}chapters:\n  - title: 总则\n    body: 正文。\n"
    assert codes(of_projects({"period": "2030-2031"}, **{"plan": plan})) == ["REF303"]


def test_a_word_of_the_plans_own_has_its_meaning() -> None:
    head = f"{HEAD}vocabulary: {{natures: {{收尾: 续建}}, undecided: {{另定: 未定}}}}\n"
    plan = f"{head}chapters:\n  - title: 总则\n    body: 正文。\n"
    found = of_projects({"nature": "收尾"}, {"period": "另定"}, **{"plan": plan})
    assert codes(found) == ["PRJ307", "PRJ303"]


@pytest.mark.parametrize(
    ("first", "second", "plots"),
    [
        ("YB-04-C-19地块", "YB-04-C-13、YB-04-C-19等地块", ["YB-04-C-19"]),
        ("02-B-12/13/14地块", "02-B-13地块", ["02-B-13"]),
        ("11-A-38a地块", "11-A-38地块", []),
        ("2021-03-01开工", "2021-03-01开工", []),
        ("B-05地块", "B-05地块", []),
        ("XYB-04-C-19", "YB-04-C-19", []),
    ],
)
def test_plots_in_two_projects(first: str, second: str, plots: list[str]) -> None:
    assert subjects(of_projects({"scope": first}, {"scope": second}), "PRJ310") == plots


def test_a_plot_named_twice_in_one_project_is_one() -> None:
    assert codes(of_projects({"name": "YB-04-C-19地块", "scope": "YB-04-C-19地块科创用房"})) == []


def test_an_id_used_twice_is_no_gap_in_the_serials() -> None:
    rows = [{"id": serial, "name": name} for serial, name in zip(("r1", "r2", "r2", "r4"), "甲乙丙丁", strict=True)]
    assert [code for code in codes(of_projects(*rows)) if code in ("REF001", "PRJ313")] == ["REF001"]


def within(scope: str, *names: str) -> list[str]:
    found = of_projects({"name": "核心区路网", "scope": scope}, *({"name": name} for name in names))
    return [finding.diagnostic.values["projects"] for finding in found if finding.kind.code == "PRJ311"]


@pytest.mark.parametrize(
    ("scope", "names", "found"),
    [
        ("金石路、王尖路等2条道路", ["金石路道路工程"], ["r2"]),
        ("金石路、王尖路等2条道路", ["新区金石路市政道路建设工程（一期）"], ["r2"]),
        ("龙江2路、王尖路", ["龙江二路道路工程"], ["r2"]),
        ("金石路长一公里", ["金石路道路工程"], []),
        ("幼儿园、公厕、绿地", ["滨海地块配套幼儿园工程"], []),
        ("（金石路-王尖路）长一公里、宽24米", ["金石路道路工程"], []),
        ("北起金石路、东至王尖路", ["金石路道路工程"], []),
    ],
)
def test_projects_within_another(scope: str, names: list[str], found: list[str]) -> None:
    assert within(scope, *names) == found


def test_an_area_is_what_several_names_begin_with() -> None:
    names = ["滨江片金石路道路工程", "滨江片甲公园", "滨江片乙公园"]
    assert within("金石路、王尖路", *names) == ["r2"]
    assert within("金石路、王尖路", *names[:2]) == []


@pytest.mark.parametrize(
    ("whole", "parts", "key"),
    [
        ({"total": "400", "in_period": "100"}, {"total": "200", "in_period": "60"}, "in_period"),
        ({"total": "400", "in_period": "100"}, {"total": "200", "in_period": "50"}, "message"),
        ({"total": "300", "in_period": "100"}, {"total": "151", "in_period": "50"}, "total"),
    ],
)
def test_parts_that_take_more_than_the_project_that_lists_them(
    whole: dict[str, str], parts: dict[str, str], key: str
) -> None:
    rows = (
        {"name": "核心区路网", "scope": "金石路、王尖路"} | whole,
        {"name": "金石路"} | parts,
        {"name": "王尖路"} | parts,
    )
    found = [finding for finding in of_projects(*rows) if finding.kind.code == "PRJ311"]
    assert [finding.diagnostic.message for finding in found] == [key]


def test_a_common_noun_is_no_project() -> None:
    rows = [{"name": f"第{n}批幼儿园", "scope": "绿地、停车场"} for n in "甲乙丙"]
    assert codes(of_projects(*rows)) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("社会投资", "社会资本", ["社会资本"]),
        ("浙南科技城管委会", "温州浙南科技城管委会", ["浙南科技城管委会"]),
        ("大唐智创（浙江）科技有限公司", "大唐智创(浙江)科技有限公司", ["大唐智创(浙江)科技有限公司"]),
        ("温州芯思数字园区运营有限公司", "温州芯思数字园区运营", ["温州芯思数字园区运营"]),
        ("温州浙南科技城建设投资集团", "温州浙南科技城建投投资集团", ["温州浙南科技城建设投资集团"]),
        ("温州浙南科技城建设投资集团", "温州浙南科技城建设投资集团部", ["温州浙南科技城建设投资集团"]),
        ("水务集团供水分公司", "水务集团供税分公司", ["水务集团供水分公司"]),
        ("水务集团供水分公司", "水务集团排水分公司", []),
        ("水务集团管网运维公司", "水务集团管网运维分公司", []),
        ("区科技局", "区教育局", []),
        ("市财政局", "市民政局", []),
        ("温州市第二十五中学校区", "温州市第二十六中学校区", []),
        ("温州医科大学", "温州医科大学附属第二医院", []),
        ("建设局", "市建设局", []),
    ],
)
def test_owners_written_in_two_ways(first: str, second: str, found: list[str]) -> None:
    named = subjects(of_projects({"owner": first}, {"owner": second}), "PRJ312")
    assert len(named) == len(found)
    assert {*named} <= {first, second}


def test_the_commonest_way_of_writing_is_the_right_one() -> None:
    rows = [{"owner": "社会资本"}, {"owner": "社会投资"}, {"owner": "\n          - 区科技局\n          - 社会投资"}]
    assert subjects(of_projects(*rows), "PRJ312") == ["社会资本"]


def test_names_of_a_kind_of_body_belong_to_none() -> None:
    assert (
        codes(of_projects(*({"owner": name} for name in ("开发区管委会", "海东开发区管委会", "海西开发区管委会"))))
        == []
    )


def test_ids_of_organizations_stand_for_their_names() -> None:
    organizations = "- {id: tou, name: 社会投资}\n"
    found = of_projects({"owner": "tou"}, {"owner": "社会资本"}, {"owner": "tou"}, organizations=organizations)
    assert subjects(found, "PRJ312") == ["社会资本"]


@pytest.mark.parametrize(
    ("ids", "found"),
    [
        (["r1", "r2", "r3"], 0),
        (["r1", "r2", "r4"], 1),
        (["r1", "r3", "r2"], 1),
        (["r1", "r5", "r2"], 2),
        (["路01", "路02", "路03", "别的"], 0),
        (["r1", "r5"], 0),
        (["甲", "乙", "丙"], 0),
    ],
)
def test_gaps_in_serials(ids: list[str], found: int) -> None:
    assert codes(of_projects(*({"id": each} for each in ids))).count("PRJ313") == found


def test_a_project_listed_twice() -> None:
    found = of_projects({"name": "甲路（一期）"}, {"name": "甲路 （一期）"}, {"name": "甲路（二期）"})
    assert codes(found).count("PRJ314") == 1
    assert next(f for f in found if f.kind.code == "PRJ314").diagnostic.message == "same"
    (found_again,) = of_projects({"name": "A路"}, {"name": "A 路", "in_period": "90", "total": "90"})
    assert found_again.diagnostic.message == "message"


def test_unknown_natures_are_reported_once() -> None:
    found = of_projects({"nature": "续健"}, {"nature": "续健"}, {"nature": "新建"})
    assert [(f.kind.code, f.entity, f.diagnostic.args["count"]) for f in found] == [("PRJ308", "r1", "2")]


ORGANIZATIONS = "- {id: jt, name: 温州滨江新区建设投资集团有限公司}\n"


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ("jt、minzheng", "jt, minzheng"),
        ("县卫健委，jt", "县卫健委, jt"),
        ("jt", ""),
        ("[jt, 县卫健委]", ""),
        ("县卫健委、县民政局", ""),
        ("3M、IBM", ""),
    ],
)
def test_ids_joined_in_one_owner_are_found(owner: str, found: str) -> None:
    told = [f for f in of_projects({"owner": owner}, organizations=ORGANIZATIONS) if f.kind.code == "PRJ315"]
    assert [f.diagnostic.args["parts"] for f in told] == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("现有的滨江新区建设投资集团有限公司能级偏弱。", ["滨江新区建设投资集团有限公司"]),
        ("温州滨江新区建设投资集团有限公司（建投集团）。", []),
        ("另有某投资集团有限公司。", []),
        ("集团有限公司。", []),
    ],
)
def test_clipped_names_of_organizations(text: str, found: list[str]) -> None:
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body: {text}\n"
    assert subjects(findings({"plan.yaml": plan, "organizations.yaml": ORGANIZATIONS}), "TXT714") == found


def test_mixed_ways_of_writing_are_told_once_at_the_rarer() -> None:
    periods = [{"period": period} for period in ("2021-2023", "2021-2025", "2022—2025年", "2021～2024", "2023", "未定")]
    rows = [{**row, "name": name, "in_period": "0"} for row, name in zip(periods, "甲乙丙丁戊己", strict=True)]
    (found,) = [finding for finding in of_projects(*rows) if finding.kind.code == "PRJ317"]
    assert found.diagnostic.values == {"common": "2021-2023", "others": "2022—2025年、2021～2024"}
    assert [related.args["period"] for related in found.related] == ["2021～2024"]
    amounts = [
        {"name": name, "total": total, "in_period": "1"} for name, total in (("甲", '"12,000"'), ("乙", "30000"))
    ]
    assert subjects(of_projects(*amounts), "SUM123") == ["项目表"]


def test_an_owner_with_and_without_the_word_for_and() -> None:
    found = of_projects(
        {"owner": "市发展改革委"},
        {"owner": "市发展和改革委"},
        {"owner": "市发展改革委"},
        {"owner": "市水务局"},
        {"owner": "市水利局"},
    )
    assert subjects(found, "PRJ312") == ["市发展和改革委"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("实施2个重大项目，总投资200万元。", []),
        ("实施2个重大项目，总投资300万元。", ["300万元"]),
        ("实施3个重大项目，总投资300万元。", ["3个"]),
        ("实施2个省级重大项目，总投资300万元。", []),
    ],
)
def test_the_sum_of_the_projects_that_a_text_counts_before_it(text: str, found: list[str]) -> None:
    files = annex({}, {}).replace("项目表", "重大项目表")
    assert subjects(in_text(text, annex=files), "NUM403") == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"period": "2024-2027", "total": "1000", "in_period": "800"}, ["PRJ324"]),
        ({"period": "2024-2027", "total": "1000", "in_period": "700"}, []),
        ({"period": "2024-2027", "total": "1000", "in_period": "1000"}, ["PRJ305"]),
        ({"period": "2022-2026", "total": "1000", "in_period": "990"}, []),
        ({"name": "甲路茅竹岭至瑶溪段改建", "scope": "瓯海大道至机场段长4.1公里"}, ["PRJ322"]),
        ({"name": "甲路（茅竹岭-瑶溪）改建", "scope": "西起瓯海大道，东至机场，长4.1公里"}, ["PRJ322"]),
        ({"name": "甲路茅竹岭至瑶溪段改建", "scope": "茅竹岭山脚至机场段长4.1公里"}, []),
        ({"name": "甲路（机场大道-瓯海大道）", "scope": "一期（温州大道-瓯海大道）长1766米"}, []),
        ({"scope": "红线宽28米，一期长568米，宽28米；二期长118米，宽48米"}, ["PRJ325"]),
        ({"scope": "红线宽28米，一期长568米，宽28米；二期长118米，桥宽12米"}, []),
        ({"scope": "一期长568米，宽28米；二期长118米，宽48米"}, []),
    ],
)
def test_stretches_widths_and_shares(row: dict[str, str], found: list[str]) -> None:
    known = {"PRJ305", "PRJ322", "PRJ324", "PRJ325"}
    assert [code for code in codes(of_projects(row)) if code in known] == found


def test_two_projects_of_one_stretch_are_about_as_long() -> None:
    road = {"name": "甲路（龙江路-南口大桥）", "scope": "全长约4公里，宽30米"}
    assert "PRJ323" in codes(of_projects(road, {"name": "海塘（南口大桥-龙江路段）", "scope": "加固海塘5.1公里"}))
    assert "PRJ323" not in codes(of_projects(road, {"name": "海塘（南口大桥-龙江路段）", "scope": "加固海塘4200米"}))
    assert "PRJ323" not in codes(of_projects(road, {"name": "海塘（南口大桥-龙江路段）", "scope": "宽15米绿化"}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("科研型企业总部园、永强中学等项目先后落成启用。", ["科研型企业总部园"]),
        ("科研型企业总部园一期已建成。", []),
        ("到2023年，科研型企业总部园已建成。", []),
        ("科研型企业总部园将陆续建成。", []),
        ("企业总部园区已建成。", []),
        ("开展滨河地下停车场的前期研究，管网工程已竣工。", ["滨河地下停车场"]),
        ("滨河绿化工程先做前期研究。", []),
    ],
)
def test_what_a_text_says_of_the_stage_of_a_project(text: str, found: list[str]) -> None:
    rows = (
        {"name": "科研型企业总部园项目二期"},
        {"name": "新区滨河 11-E-09 地块地下停车场"},
        {"name": "滨河绿化工程", "nature": "前期"},
    )
    assert subjects(in_text(text, annex=annex(*rows)), "PRJ326") == found


def test_the_title_of_a_column_of_amounts_carries_the_unit() -> None:
    table = annex({"name": "甲路"}).replace("unit: 万元\n", "unit: 万元\ncolumns: {in_period: 十四五投资}\n")
    assert "PRJ327" in codes(findings({"annex.yaml": table}))
    assert "PRJ327" not in codes(findings({"annex.yaml": table.replace("十四五投资", "十四五投资（万元）")}))


@pytest.mark.parametrize("owner", ["教育局、建设局", "教育局，建设局"])
def test_several_owners_in_one_text_are_told_to_be_a_list(owner: str) -> None:
    found = of_projects(
        {"owner": "云溪县大数据发展管理局"}, {"owner": owner.replace("建设局", "云溪县大数据发展管理局")}
    )
    (finding,) = [f for f in found if f.kind.code == "PRJ312"]
    assert Speaker("zh-CN").hint(finding) == "写成列表：owner: [教育局, 云溪县大数据发展管理局]"


def test_the_finding_stands_at_the_owners_and_not_at_the_name_in_the_list_of_organizations() -> None:
    names = "- {id: dsj, name: 云溪县大数据发展管理局}\n"
    found = of_projects({"owner": "dsj"}, {"owner": "教育局、云溪县大数据发展管理局"}, organizations=names)
    (finding,) = [f for f in found if f.kind.code == "PRJ312"]
    assert finding.span is not None
    assert finding.span.file == "annex.yaml"


@pytest.mark.parametrize(
    ("period", "hint"),
    [
        ("2023-2019", "写作 2021-2023、2021 或 未定"),
        ("2023-2022", "核对两个年份；写反了的，改成 2022-2023"),
        ("2021、2022、2023", "写作 2021-2023、2021 或 未定"),
    ],
)
def test_a_period_is_told_how_to_be_written(period: str, hint: str) -> None:
    (finding,) = [f for f in of_projects({"period": period}) if f.kind.code == "PRJ302"]
    assert Speaker("zh-CN").hint(finding) == hint


def test_a_gap_of_money_has_its_sign_in_front() -> None:
    text = annex({"total": "100"}, {"total": "50"}, unit="£ million").replace(
        "    projects:\n", "    stated: {total: 154}\n    projects:\n", 1
    )
    (finding,) = [found for found in findings({"annex.yaml": text}) if found.kind.code == "SUM101"]
    assert "a gap of £4 million" in Speaker("en").message(finding)
    assert "相差 £4 million" in Speaker("zh-CN").message(finding)
