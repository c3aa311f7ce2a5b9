"""Reports on revisions: what they say, and that what a plan holds does no harm in them."""

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import html
from msgspec.structs import replace

from plan_compiler.diff.script import applied, plain_plan
from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import Table
from plan_compiler.report.adjustments import adjustment_document
from plan_compiler.report.paths import Paths
from plan_compiler.report.review import review
from plan_compiler.report.review_html import Text, review_html
from plan_compiler.report.review_json import review_json
from plan_compiler.report.review_markdown import review_markdown
from plan_compiler.report.review_text import review_text
from plan_compiler.report.revision import Revision
from plan_compiler.report.terminal import cells
from plan_compiler.resources import resource_folder
from tests.diff.plans import Data, indicators, plan, project, projects
from tests.report.revisions import revision


def adjusted() -> Data:
    """A mid-term adjustment: a target lowered, one raised, a project dropped, one delayed, one moved, one new; a text."""
    data = plan()
    indicators(data)[0]["values"]["2025"] = "200"
    indicators(data)[1]["values"]["2025"] = "0.27"
    indicators(data)[2]["attribute"] = "预期性"
    roads, parks = projects(data)
    roads[0]["total"] = roads[0]["in_period"] = "130"
    roads[1]["period"] = "2021-2025"
    parks.append(roads.pop())
    parks.pop(1)
    roads.append(project("r4", "新城快速路", 90))
    data["chapters"][2]["body"] = "加强组织领导，完善考核机制。"
    return data


def rows(found: Revision, key: str) -> list[tuple[str, ...]]:
    return [row.cells for table in review(found).tables if table.key == key for row in table.rows]


@pytest.fixture(scope="module")
def story() -> Revision:
    return revision(plan(), adjusted())


def test_targets_are_told_with_their_strength(story: Revision) -> None:
    assert rows(story, "targets") == [
        ("规上工业总产值 2025年", "220亿元", "200亿元", "-20亿元", "-9.1%", "目标降低"),
        ("单位产值能耗 2025年", "0.28吨标准煤/万元", "0.27吨标准煤/万元", "-0.01吨标准煤/万元", "-3.6%", "目标提高"),
        ("水面率 指标属性", "约束性", "预期性", "—", "—", "约束减弱"),
    ]


def test_why_a_direction_is_not_known_is_said_once() -> None:
    data = plan()
    for indicator in indicators(data):
        indicator.pop("better", None)
    changed = deepcopy(data)
    indicators(changed)[0]["values"]["2025"] = "200"
    indicators(changed)[1]["values"]["2025"] = "0.27"
    found = revision(data, changed)
    assert [row[-1] for row in rows(found, "targets")] == ["已调整", "已调整"]
    lines = [line for line in review(found).lines if "better: higher" in line]
    assert lines == [
        "2 项指标没有写明升、降哪个为好，不能判断目标提高还是降低：请在指标上写 better: higher 或 better: lower"
    ]
    assert not any("better" in line for line in review(revision(plan(), adjusted())).lines)


def test_a_folder_whose_name_is_no_utf8_is_shown(story: Revision) -> None:
    odd = replace(
        story, old=replace(story.old, name="old\udcff", paths=Paths(Path("/plans/old\udcff"), Path("/plans")))
    )
    assert b"old&lt;U+DCFF&gt;" in review_html(odd).encode()


def test_projects_are_told_by_what_became_of_them(story: Revision) -> None:
    assert rows(story, "projects") == [
        ("删除", "p2 河道综合整治", "120万元", "120万元"),
        ("新增", "r4 新城快速路", "90万元", "90万元"),
        ("移动：基础设施 → 生态保护", "r3 瓯江过江通道前期", "50万元", "50万元"),
    ]
    assert rows(story, "schedule") == [("r2 滨海大道改造提升工程", "2021-2024", "2021-2025", "推迟 1 年")]


def test_investment_is_told_by_category(story: Revision) -> None:
    assert [row[0:3] for row in rows(story, "investment")] == [
        ("基础设施", "3", "300万元 → 370万元（+70万元）"),
        ("生态保护", "3", "400万元 → 330万元（-70万元）"),
        ("重大项目安排表", "6", "700万元"),
    ]


def test_what_follows_is_told_with_its_cause(story: Revision) -> None:
    assert ("基础设施 总投资", "300万元", "370万元", "+70万元", "+23.3%", "r4 总投资、r3 总投资、r1 总投资") in rows(
        story, "follows"
    )


def test_a_figure_of_a_text_is_called_by_the_words_before_it() -> None:
    def told(body: str, now: str) -> str:
        old, new = plan(), plan()
        old["chapters"].append({"title": "民生", "body": body})
        new["chapters"].append({"title": "民生", "body": body.replace("14", now)})
        return rows(revision(old, new), "figures")[0][0]

    body = "五年来，卫生健康事业稳步发展，能力不断提升。2020年，共有公立医院[14家](:=hospitals)，床位[3200张](:=beds)。"
    assert told(body, "15") == "2020年，共有公立医院"
    assert told(
        "Services have grown. At the end of 2020 the county had in all hospitals [14](:=h) of its own.", "15"
    ) == ("end of 2020 the county had in all hospitals")


def test_a_text_that_still_prints_the_old_figure_is_pointed_out(story: Revision) -> None:
    assert ("未改，请核对", "规上工业总产值 2025年") in [row[:2] for row in rows(story, "prints")]


def test_the_terminal_shows_it_in_80_columns(story: Revision) -> None:
    text = review_text(story)
    assert max(map(cells, text.splitlines())) <= 80
    assert "[-健全-]{+完善+}" in text


def test_nothing_changed_is_one_sentence() -> None:
    same = revision(plan(), plan())
    assert review_text(same) == "旧稿 → 新稿\n  两稿内容相同。\n"
    assert review(same).tables == ()


def test_json_fits_its_schema_and_makes_the_new_plan(story: Revision) -> None:
    told: dict[str, Any] = json.loads(review_json(story))
    schema = json.loads((resource_folder("schemas") / "revision.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(told)
    made = applied(story.old.linked.plan, told["changes"])
    assert plain_plan(made) == plain_plan(story.new.linked.plan)
    target = next(figure for figure in told["figures"] if figure["key"] == "output[2025]")
    assert target["difference"] == {"value": "-20", "unit": "亿元", "low": "-21", "high": "-19", "printed": "-20亿元"}


def test_markdown_folds_its_tables(story: Revision) -> None:
    text = review_markdown(story)
    assert text.startswith("### plan diff: 旧稿 → 新稿\n")
    assert text.count("<details") == text.count("</details>") == len(review(story).tables)
    assert "<del>健全</del><ins>完善</ins>" in text


def test_a_long_revision_fits_into_a_comment() -> None:
    data = plan()
    projects(data)[0].extend(project(f"x{n}", f"第{n}批老旧小区改造工程（含配套管网）", 10 + n) for n in range(900))
    assert len(review_markdown(revision(plan(), data))) < 65_536


def test_the_page_asks_for_nothing_and_marks_both_versions(story: Revision) -> None:
    page = review_html(story)
    assert not re.search(r"(?:src|href)\s*=|url\(|@import|fetch\(|XMLHttp", page)
    assert "<del>健全</del>" in page
    assert "<ins>完善</ins>" in page


def test_the_page_holds_the_text_in_a_frame_without_scripts(story: Revision) -> None:
    inner = '<!DOCTYPE html><title>a</title><p id="x"><ins>"新"</ins></p><script>alert(1)</script>'
    page = html.fromstring(review_html(story, Text(inner)))
    (frame,) = page.iter("iframe")
    assert frame.get("srcdoc") == inner
    assert frame.get("sandbox") == "allow-same-origin"
    assert "alert(1)" not in "".join(script.text or "" for script in page.iter("script"))


def test_a_text_that_cannot_be_laid_out_is_said(story: Revision) -> None:
    page = review_html(story, Text(lacking="没有主题 x"))
    assert "全文未能排出：没有主题 x" in page
    assert "<iframe" not in page


def test_what_a_plan_holds_is_escaped_everywhere() -> None:
    evil = "<script>alert(1)</script>\u202e|@team ##[error]x\x1b[31m"
    data = plan()
    projects(data)[0][0]["name"] = evil
    data["chapters"][2]["body"] = "加强组织领导，`rm -rf` <img src=x onerror=y> 完善考核机制。"
    found = revision(plan(), data)
    page, text, markdown = review_html(found), review_text(found), review_markdown(found)
    assert "<script>alert" not in page
    assert "<img src" not in page
    assert "\x1b" not in text
    assert "\u202e" not in text + markdown
    assert "<script>" not in markdown
    assert "\u202e" not in review_json(found)


def test_the_adjustment_tables_are_a_document(story: Revision) -> None:
    blocks = adjustment_document(story).parts[0].blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    captions = [plain_text(table.caption.title) for table in tables]
    assert captions == ["指标调整表", "项目调整表", "项目投资调整表", "期限调整表", "分类投资调整表"]
    roles = [row.role for row in tables[-1].rows]
    assert roles == [*["row"] * (len(roles) - 1), "total"]


def test_in_english() -> None:
    text = review_text(revision(plan(), adjusted(), "en"))
    assert "targets changed: 3; weaker: 2; stronger: 1" in text
    assert "a year later" in text


def test_cells_of_a_table_have_its_title_their_row_and_their_column() -> None:
    """The columns of years too, and the totals as published in them."""
    old = plan()
    old["tables"] = [
        {
            "id": "budget",
            "title": "投资预算",
            "unit": "万元",
            "columns": {"2026": "2026年", "sum": "合计"},
            "rows": [
                {"title": "企业自筹", "2026": "120", "sum": "300"},
                {"title": "总计", "role": "total", "stated": {"2026": "120", "sum": "300"}},
            ],
        }
    ]
    new = deepcopy(old)
    new["tables"][0]["rows"][0]["2026"] = new["tables"][0]["rows"][1]["stated"]["2026"] = "100"
    told = " ".join(review_text(revision(old, new)).split())
    assert "投资预算 企业自筹 2026年 120万元 100万元 -20万元 -17%" in told
    assert "投资预算 总计 2026年（刊印） 120万元 100万元 -20万元 -17%" in told
    (table,) = (block for block in adjustment_document(revision(old, new)).parts[0].blocks if isinstance(block, Table))
    assert plain_text(table.caption.title) == "数据表调整表"
    cells_shown = [tuple(plain_text(cell.inlines) for cell in row.cells[1:]) for row in table.rows]
    assert cells_shown == [
        ("投资预算 企业自筹 2026年", "120万元", "100万元", "−20万元", "−17%", ""),
        ("投资预算 总计 2026年", "120万元", "100万元", "−20万元", "−17%", "随之改变"),
        ("投资预算 总计 2026年（刊印）", "120万元", "100万元", "−20万元", "−17%", ""),
    ]


def test_a_split_tells_the_amounts_of_every_part() -> None:
    new = plan()
    roads, _ = projects(new)
    whole = roads[0]
    first, second = int(whole["total"]) - 40, 40
    whole["total"] = whole["in_period"] = str(first)
    roads.insert(1, {**project("r1b", f"{whole['name']}二期", second), "scope": whole["scope"]})
    told = [(row[0], row[2]) for row in rows(revision(plan(), new), "projects")]
    assert told == [
        ("拆分为 r1 " + f"{whole['name']}、r1b {whole['name']}二期", f"{first + second}万元"),
        ("拆分后", f"{first}万元"),
        ("由 r1 拆出", f"{second}万元"),
    ]


def test_the_amounts_of_what_was_split_or_merged_are_all_in_one_table() -> None:
    data = plan()
    roads, parks = projects(data)
    roads[1] = project("r2", "滨海大道改造提升工程一期", 90)
    roads.insert(2, project("r2b", "滨海大道改造提升工程二期", 60))
    parks[:2] = [project("p1", "中央公园一期和河道综合整治", 300)]
    told = [row for row in rows(revision(plan(), data), "amounts") if row[0].endswith(" 总投资")]
    assert told == [
        ("r2 滨海大道改造提升工程一期 总投资", "150万元", "90万元", "-60万元", "-40.0%", "拆分后"),
        ("p1 中央公园一期和河道综合整治 总投资", "180万元", "300万元", "+120万元", "+66.7%", "合并后"),
        ("r2b 滨海大道改造提升工程二期 总投资", "—", "60万元", "—", "—", "由 r2 拆出"),
        ("p2 河道综合整治 总投资", "120万元", "—", "—", "—", "并入 p1"),
    ]


def test_a_chapter_that_has_another_place_is_told_with_both_numbers() -> None:
    data = plan()
    data["chapters"].insert(0, data["chapters"].pop())
    assert ("章节 保障措施", "换位置", "三、", "一、") in rows(revision(plan(), data), "other")


def test_references_to_an_id_that_was_changed_are_told_once_and_not_one_by_one() -> None:
    old = plan()
    old["assertions"] = [{"id": "twice", "that": "output[2025] > 2 * output[2020]", "because": "翻番"}]
    old["chapters"][2]["body"] = "总产值达到[220亿元](=output[2025])。"
    new = json.loads(json.dumps(old, ensure_ascii=False).replace("output[", "gross["))
    indicators(new)[0]["id"] = "gross"
    told = rows(revision(old, new), "other")
    assert ("指标 规上工业总产值", "改标识：output → gross", "", "") in told
    assert [row[0] for row in told if "引用" in row[0]] == ["3 处引用随标识更改"]
    assert len(told) == 2
    new["assertions"][0]["that"] = "gross[2025] > 3 * gross[2020]"
    assert len(rows(revision(old, new), "other")) == 3
