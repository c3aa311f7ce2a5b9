"""Keys and types: every fault of pydantic's in the planner's words, and the smallest part left out."""

import pytest

from tests.read.plans import PLAN, codes, findings, read, source_of

CATEGORY = "id: roads\ntitle: 道路\nprojects:\n"
PROJECT = """\
  - id: {id}
    name: 路
    scope: 长3公里
    nature: 新建
    period: 2021-2022
    total: {total}
    in_period: 1
    owner: 城建
"""
ANNEX = "id: annex\ntitle: 表\nunit: 万元\ncategories: [projects/a.yaml]\n"


def chapter(text: str) -> dict[str, str | bytes]:
    return {"plan.yaml": "title: 例\nperiod: 2021-2025\nchapters: [a.yaml]\n", "a.yaml": text}


@pytest.mark.parametrize(
    ("file", "text", "hint"),
    [
        ("organizations.yaml", "- id: kejiju\n  nam: 区科技局\n", "改成：name: 区科技局"),
        ("facts.yaml", "- id: spending\n  valeu: 300亿元\n", "改成：value: 300亿元"),
        (
            "tables/t.yaml",
            "id: t\ntitle: 表\ncolumns: {a: 甲}\nrows:\n  - {titel: 乙, a: 1}\n",
            "改成：{title: 乙, a: 1}",
        ),
    ],
)
def test_a_misspelt_key_is_not_also_missing(file: str, text: str, hint: str) -> None:
    found = findings({file: text})
    assert [(f.code, f.hint) for f in found] == [("MOD202", hint)]


@pytest.mark.parametrize(
    ("text", "code", "where", "message", "hint"),
    [
        ("titel: 甲\n", "MOD202", "1:1", "这里没有“titel”这个键", "改成：title: 甲"),
        ("标题: 甲\n", "MOD202", "1:1", "这里没有“标题”这个键", "改成：title: 甲"),
        ("ｔｉｔｌｅ: 甲\n", "MOD202", "1:1", "这里没有“ｔｉｔｌｅ”这个键", "改成：title: 甲"),
        ("run-in: true\n", "MOD202", "1:1", "", "改成：run_in: true"),
        ("zzzz: 1\n", "MOD202", "1:1", "", "可用的键：id, title, run_in, numbered, numbering, stated, body, sections"),
        ("title: [甲]\n", "MOD201", "1:1", "“title”应是一段文字或一个数，这里写成了列表或一组键", ""),
        ("body: {a: b}\n", "MOD201", "1:1", "“body”应是一段文字或一个列表", ""),
        ("sections: 甲\n", "MOD201", "1:1", "“sections”应是列表，每项以“- ”开头", "在下一行写：- 甲"),
        ("numbering: [[2028，2030]]\n", "MOD201", "1:13", "", ""),
        (
            "body:\n  - box:\n    title: 甲\n    body: 乙\n",
            "MOD204",
            "2:5",
            "“box”后面没有值：下面几行与它对齐，不算它的内容",
            "把下面属于“box”的各行再向右缩进，写在“box:”的里面",
        ),
        (
            "body:\n  - box:\n    title: 甲\n      body: 乙\n",
            "MOD204",
            "2:5",
            "“box”后面没有值：下面几行与它对齐，不算它的内容",
            "把下面属于“box”的各行再向右缩进，写在“box:”的里面",
        ),
        (
            "body:\n  - list: {items: [甲行动，乙行动，丙行动]}\n",
            "YAM113",
            "2:20",
            "方括号里用“，”分隔，YAML 读成了一项；各项之间用半角逗号加空格",
            "改成：[甲行动, 乙行动, 丙行动]；真是一项的，加引号：'甲行动，乙行动，丙行动'",
        ),
        (
            "body:\n  - list: {items: [甲行动、乙行动]}\n",
            "YAM113",
            "2:20",
            "方括号里用“、”分隔，YAML 读成了一项；各项之间用半角逗号加空格",
            "改成：[甲行动, 乙行动]；真是一项的，加引号：'甲行动、乙行动'",
        ),
        ("sections: [甲]\n", "MOD201", "1:12", "“sections”应是一组键，这里写成了别的", ""),
        ("numbering: {a: b}\n", "MOD201", "1:1", "“numbering”应是一段文字或一个列表", ""),
        ("numbering: [[a]]\n", "MOD201", "1:13", "", ""),
        ("numbered: 否\n", "MOD207", "1:11", "“numbered”只能是 true 或 false，不能是“否”", "改成：numbered: false"),
        ("numbered: maybe\n", "MOD207", "1:11", "", ""),
        (
            "stated: {}\n",
            "MOD203",
            "1:9",
            "缺少“label”（已刊印的编号，如 专栏3-1）",
            "加一行：label: …",
        ),
        ("body:\n  - lists: {items: [甲]}\n", "MOD208", "2:5", "这里没有“lists”这种内容块", "改成：- list: …"),
        ("body:\n  - zz: 1\n", "MOD208", "2:5", "", "这里可用：一段文字，或 box, table, figure, chart, list"),
        ("body:\n  - [甲]\n", "MOD208", "2:5", "这里应是一段文字或一个内容块", ""),
        ("body:\n  - table: a-b\n", "MOD206", "2:12", "“a-b”里不能有连字符，否则分不清是减号", "改成：a_b"),
        ("body:\n  - box: {title: 甲}\n", "MOD203", "2:11", "缺少“body”（正文）", ""),
        ("body:\n  - box: {title: 甲, body: [{table: t}]}\n", "MOD208", "2:29", "", ""),
        ("body:\n  - list: {items: 甲}\n", "MOD201", "2:12", "", "在下一行写：- 甲"),
    ],
)
def test_each_fault(text: str, code: str, where: str, message: str, hint: str) -> None:
    (found,) = findings(chapter(text))
    assert (found.code, found.where) == (code, f"a.yaml:{where}")
    if message:
        assert found.message == message
    if hint:
        assert found.hint == hint


@pytest.mark.parametrize(
    ("id_", "corrected"),
    [
        ("a-b", "a_b"),
        ("2b", "n2b"),
        ("ａ", "a"),
        ("class", "class_"),
        ("sum", "sum_"),
        ("total", "total_"),
        ("a b", "a_b"),
        ("（一）", "一"),
        ("x" * 65, "x" * 64),
    ],
)
def test_ids(id_: str, corrected: str) -> None:
    (found,) = findings({"organizations.yaml": f"- id: {id_}\n  name: 局\n"})
    assert (found.code, found.hint) == ("MOD206", f"改成：{corrected}")
    assert codes({"organizations.yaml": f"- id: {corrected}\n  name: 局\n"}) == []


@pytest.mark.parametrize("number", ["'250,000,00'", "'8,120.000'", "(5", "5..", "3-5", "一百", "9" * 80])
def test_numbers(number: str) -> None:
    files = {"annex.yaml": ANNEX, "projects/a.yaml": CATEGORY + PROJECT.format(id="R1", total=number)}
    (found,) = findings(files)
    assert (found.code, found.where) == ("MOD205", "projects/a.yaml:9:12")


def test_numbers_keep_their_digits() -> None:
    files = {"annex.yaml": ANNEX, "projects/a.yaml": CATEGORY + PROJECT.format(id="R1", total="78.10")}
    annex = source_of(files).plan.annex
    assert annex is not None
    total = annex.categories[0].projects[0].total
    assert (total.text, total.decimals) == ("78.10", 2)


def test_years() -> None:
    table = "id: t\ntitle: 表\ncolumns: {20x5: 目标}\ngroups: []\n"
    (found,) = findings({"indicators.yaml": table})
    assert (found.code, found.where, found.message) == ("MOD207", "indicators.yaml:3:11", "“20x5”不是四位的年份")
    (found,) = findings({"indicators.yaml": "id: t\ntitle: 表\ncolumns: {2025年: 目标}\ngroups: []\n"})
    assert (found.code, found.hint) == ("MOD207", "写四位的年份，如 2025")
    empty = "id: b\ntitle: 表\nunit: 元\ncolumns: {2025: 甲}\nrows:\n  - {title: 乙, 2025: }\n"
    (found,) = findings({"tables/b.yaml": empty})
    assert (found.code, found.hint) == ("MOD204", "写上数值；没有数的写 —：2025: —")
    (found,) = findings({"plan.yaml": PLAN + "base: 去年\n"})
    assert (found.code, found.where) == ("MOD207", "plan.yaml:6:7")
    source = source_of({"plan.yaml": PLAN + "base: 去年\n"})
    assert source.plan.base is None


def test_whole_numbers() -> None:
    table = """\
id: t
title: 表
columns: {2025: 目标}
groups:
  - title: 甲
    indicators:
      - {id: a, name: 甲, unit: 家, attribute: 预期性, values: {2025: 1}, decimals: 一}
      - {id: b, name: 乙, unit: 家, attribute: 预期性, values: {2025: 达到小康}, decimals: 1}
"""
    assert codes({"indicators.yaml": table}) == ["MOD207"]
    source = source_of({"indicators.yaml": table})
    assert source.plan.indicators[0].groups[0].indicators[0].values == {2025: "达到小康"}


def test_one_bad_project_leaves_the_others() -> None:
    rows = [("R1", "1"), ("R2", "x,y"), ("R3", "3"), ("R4", ""), ("R5", "5")]
    projects = "".join(PROJECT.format(id=i, total=t) for i, t in rows)
    files = {"annex.yaml": ANNEX, "projects/a.yaml": CATEGORY + projects}
    result = read(files)
    assert [d.kind.code for d in result.diagnostics] == ["MOD204", "MOD205"]
    assert result.source is not None
    annex = result.source.plan.annex
    assert annex is not None
    assert [p.id for p in annex.categories[0].projects] == ["R1", "R3", "R5"]
    assert result.source.poisoned == {"R2", "R4", "路"}
    assert result.source.incomplete == {("annex", "categories", 0, "projects")}


def test_the_places_of_what_remains_stay_right() -> None:
    from plan_compiler.diagnostics import Place

    projects = "".join(PROJECT.format(id=i, total=t) for i, t in [("R1", "x"), ("R2", "2")])
    source = source_of({"annex.yaml": ANNEX, "projects/a.yaml": CATEGORY + projects})
    span = source.spans.span(Place(("annex", "categories", 0, "projects", 0, "id")))
    assert span is not None
    assert span.start.line == 12
    assert source.spans.span(Place(("annex", "categories", 0, "projects", 1))) is None


def test_an_unknown_key_costs_the_key_alone() -> None:
    source = source_of(chapter("title: 甲\ntitel: 乙\nbody: 文\n"))
    assert source.plan.chapters[0].title == "甲"
    assert source.plan.chapters[0].body == "文"
    assert not source.incomplete


def test_ids_below_an_unknown_key_are_poisoned() -> None:
    source = source_of(chapter("title: 甲\nsection:\n  - {id: s, body: '[1户](:=x)'}\n"))
    assert source.poisoned == {"s", "x"}


def test_an_annex_without_its_title_is_left_out_with_its_ids() -> None:
    source = source_of(
        {"annex.yaml": ANNEX.replace("title: 表\n", ""), "projects/a.yaml": CATEGORY + PROJECT.format(id="R1", total=1)}
    )
    assert source.plan.annex is None
    assert source.poisoned == {"annex", "roads", "R1", "路"}


def test_an_empty_required_value_is_not_also_missing() -> None:
    assert codes({"annex.yaml": "id: annex\ntitle:\nunit: 万元\ncategories: []\n"}) == ["MOD204"]
    assert codes({"plan.yaml": "title:\nperiod: 2021-2025\nchapters: []\n"}) == ["MOD204"]


def test_a_duplicate_key_keeps_the_first_value_and_poisons_the_ids_of_the_second() -> None:
    source = source_of(chapter("title: 甲\nsections: []\nsections:\n  - {id: s}\n"))
    assert source.plan.chapters[0].sections == ()
    assert source.poisoned == {"s"}


def test_nothing_of_pydantic_reaches_the_reader() -> None:
    text = (
        "title: {a: 1}\nbody: [[1], {box: 1}, {list: {items: {a: b}}}]\nsections: [{stated: 1, id: [x]}]\nrun_in: 2\n"
    )
    words = " ".join(f"{f.message}{f.hint}" for f in findings(chapter(text)))
    assert "nput" not in words
    assert "valid" not in words
    assert len(findings(chapter(text))) == 7


def test_one_of_a_few_words() -> None:
    table = "id: t\ntitle: 表\nunit: 亩\ncolumns: {now: 现状}\nrows:\n  - {title: 甲, now: 1}\n  - {title: 计, role: totl, now: 1}\n"
    (found,) = findings({"tables/a.yaml": table})
    assert (found.code, found.where) == ("MOD207", "tables/a.yaml:7:22")
    assert found.hint.startswith("可用：total, subtotal, ")


def test_a_fault_in_a_section_costs_its_key_and_keeps_its_text() -> None:
    text = "title:\nid: a-b\nnumbered: 否\nbody: '[12户](:=x)和［］（＃t）'\nsections:\n  - {title: [乙], body: 文}\n"
    assert [f.code for f in findings(chapter(text))] == ["MOD204", "MOD206", "MOD207", "MOD201", "TXT001"]
    source = source_of(chapter(text))
    section = source.plan.chapters[0]
    assert (section.id, section.title, section.numbered) == (None, None, True)
    assert section.sections[0].body == "文"
    assert source.poisoned == {"a-b", "a_b"}
    assert not source.incomplete


def test_the_value_of_a_misspelt_id_is_poisoned() -> None:
    assert "parks" in source_of({"plan.yaml": PLAN, "facts.yaml": "- Id: parks\n  value: 3米\n"}).poisoned


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("milestones: 2023, 2025", "改成：milestones: [2023, 2025]"),
        ("milestones: 2023年、2025年", "改成：milestones: [2023, 2025]"),
        ("milestones: [2023，2025]", "几个年份写成：[2023, 2025]，用半角逗号加空格分开"),
        ("milestones:\n  - 2023, 2025", "几个年份写成：[2023, 2025]，用半角逗号加空格分开"),
        ("milestones: 2023", "在下一行写：- 2023"),
    ],
)
def test_several_years_in_one_value(line: str, hint: str) -> None:
    plan = f"title: 规划\nperiod: 2021-2025\n{line}\nchapters:\n  - title: 总则\n    body: 正文。\n"
    (found,) = findings({"plan.yaml": plan})
    assert found.hint == hint


@pytest.mark.parametrize(
    "items",
    [
        "[甲行动, 乙行动]",
        "['甲行动，乙行动，丙行动']",
        "[坚持以人民为中心，推动高质量发展]",
        "[加快建设，推动转型，完善体系。]",
        "[甲行动、乙行动, 丙行动]",
    ],
)
def test_items_that_may_be_one_text_are_left_alone(items: str) -> None:
    assert findings(chapter(f"body:\n  - list: {{items: {items}}}\n")) == []
