"""`plan git` and `plan log` in real repositories."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from plan_compiler.resources import resource_folder
from tests.cli.conftest import Run

NAMES = {"GIT_AUTHOR_NAME": "王芳", "GIT_AUTHOR_EMAIL": "w@example.org", "GIT_COMMITTER_NAME": "王芳",
         "GIT_COMMITTER_EMAIL": "w@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}  # fmt: skip


def git(folder: Path, *arguments: str, check: bool = True, with_plan: bool = True) -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | NAMES
    tools = Path(sys.executable).parent
    others = (place for place in env["PATH"].split(os.pathsep) if not (Path(place) / "plan").exists())
    env["PATH"] = os.pathsep.join((*((str(tools),) if with_plan else ()), *others))
    done = subprocess.run(["git", *arguments], cwd=folder, env=env, capture_output=True, check=False)
    assert not check or done.returncode == 0, done.stderr
    return done.stdout.decode("utf-8", "replace")  # git cuts what stands behind @@ within a character


TABLE = """\
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 效益
    indicators:
      - id: output   # 统计局口径
        name: 总产值
        unit: 亿元
        attribute: 预期性
        values: {2020: 78, 2025: 220}
      - id: revenue
        name: 总收入
        unit: 亿元
        attribute: 预期性
        values: {2020: 60, 2025: 190}
"""


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A plan whose table of indicators is under git."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "plan.yaml").write_text("title: 规划\nperiod: 2021-2025\nlanguage: zh-CN\nchapters: []\n", "utf-8")
    (tmp_path / "indicators.yaml").write_text(TABLE, "utf-8")
    commit(tmp_path, "初稿")
    return tmp_path


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def edit(folder: Path, old: str, new: str, file: str = "indicators.yaml") -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def test_a_difference_is_one_line_a_field(run: Run, repo: Path) -> None:
    assert run("git", "install", cwd=repo).returncode == 0
    edit(repo, "values: {2020: 78, 2025: 220}", "values:   {2025: 230,   2020: 78}   # 已核")
    changed = [line for line in git(repo, "diff", "--", "indicators.yaml").splitlines() if line[:1] in "+-"][2:]
    assert "-targets.output.values.2025: 220" in changed
    assert "+targets.output.values.2025: 230" in changed
    assert not any("统计局" in line or "已核" in line for line in changed)


def test_without_the_compiler_git_shows_the_file_as_it_is(run: Run, repo: Path) -> None:
    """Another place where the environment is not active: nothing breaks, and nothing of it is left when it is again."""
    assert run("git", "install", cwd=repo).returncode == 0
    edit(repo, "2025: 220", "2025: 230")
    bare = git(repo, "diff", "--", "indicators.yaml", with_plan=False)
    assert "+        values: {2020: 78, 2025: 230}" in bare
    commit(repo, "提高目标")
    assert "2025: 230}" in git(repo, "log", "-p", with_plan=False)
    assert "+targets.output.values.2025: 230" in git(repo, "log", "-p")


def test_setting_up_twice_changes_nothing_and_is_undone(run: Run, repo: Path) -> None:
    (repo / ".gitattributes").write_text("*.png binary\n", "utf-8")
    run("git", "install", cwd=repo)
    first = (repo / ".gitattributes").read_text("utf-8"), (repo / ".git/config").read_text("utf-8")
    assert "nothing to do" in run("git", "install", cwd=repo).stdout
    assert first == ((repo / ".gitattributes").read_text("utf-8"), (repo / ".git/config").read_text("utf-8"))
    run("git", "remove", cwd=repo)
    assert (repo / ".gitattributes").read_text("utf-8") == "*.png binary\n"
    assert "plan" not in git(repo, "config", "--local", "--list").replace(str(repo), "")


def test_names_of_files_in_chinese_are_printed_as_they_are_unless_the_clone_says_otherwise(
    run: Run, repo: Path
) -> None:
    run("git", "install", cwd=repo)
    (repo / "目标.yaml").write_text("id: x\n", "utf-8")
    assert "?? 目标.yaml" in git(repo, "status", "--short")
    git(repo, "config", "core.quotePath", "true")
    assert "nothing to do" in run("git", "install", cwd=repo).stdout
    run("git", "remove", cwd=repo)
    assert git(repo, "config", "--local", "core.quotePath") == "true\n"


def test_what_the_clone_itself_said_of_names_stays_when_all_is_undone(run: Run, repo: Path) -> None:
    git(repo, "config", "core.quotePath", "false")
    run("git", "install", cwd=repo)
    run("git", "remove", cwd=repo)
    assert git(repo, "config", "--local", "core.quotePath") == "false\n"
    git(repo, "config", "--unset", "core.quotePath")
    run("git", "install", cwd=repo)
    assert "core.quotePath" in run("git", "remove", cwd=repo).stdout
    assert "quotepath" not in git(repo, "config", "--local", "--list").lower()


def test_the_alias_tells_what_changed(run: Run, repo: Path) -> None:
    run("git", "install", cwd=repo)
    edit(repo, "2025: 220", "2025: 230")
    assert "总产值" in git(repo, "plan-diff")
    folder = repo / "分册"
    folder.mkdir()
    for name in ("plan.yaml", "indicators.yaml"):
        (folder / name).write_bytes((repo / name).read_bytes())
    commit(repo, "分册")
    edit(folder, "2025: 190", "2025: 200")
    assert "总收入" in git(folder, "plan-diff")
    assert "总产值" not in git(folder, "plan-diff")


def test_what_is_no_yaml_is_shown_as_it_is(run: Run, repo: Path) -> None:
    (repo / "broken.yaml").write_bytes(b"a: [1\n\x1b[31mred\xff\n")
    done = run("git", "textconv", "broken.yaml", cwd=repo)
    assert done.returncode == 0
    assert "a: [1" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_history_of_one_figure(run: Run, repo: Path) -> None:
    edit(repo, "2025: 220", "2025: 230")
    commit(repo, "提高目标")
    edit(repo, "总收入", "营业总收入")
    commit(repo, "改名称")
    done = run("log", "output[2025]", cwd=repo)
    lines = done.stdout.splitlines()
    assert lines[0][12:].startswith("王芳  提高目标")
    assert lines[1].strip() == "values.2025  220 → 230"
    assert "改名称" not in done.stdout
    assert run("log", "总产值[2025]", cwd=repo).stdout == done.stdout
    assert "不是标识或名称" in run("log", "没有[的", cwd=repo).stderr
    assert "是否指 output[2020]、output[2025]" in run("log", "output[2024]", cwd=repo).stderr
    edit(repo, "language: zh-CN", "language: en", "plan.yaml")
    assert "(none) → 78" in run("log", "output", cwd=repo).stdout
    assert "（无） → 78" in run("log", "output", "--lang", "zh", cwd=repo).stdout
    assert [event["subject"] for event in told(run, repo, "output")] == ["提高目标", "初稿"]


PARK = """\
      - id: 园01
        name: 滨江公园
        scope: 绿地12公顷
        nature: 新建
        period: 2022-2025
        total: 300
        in_period: 300
        owner: 建设局
"""
ROAD = PARK.replace("园01", "路01").replace("滨江公园", "滨江大道")
CATEGORY = "id: {}\ntitle: {}\nprojects:\n{}"


def test_a_project_that_was_moved_tells_of_its_categories(run: Run, repo: Path) -> None:
    roads, parks = repo / "projects/roads.yaml", repo / "projects/parks.yaml"
    roads.parent.mkdir()
    roads.write_text(CATEGORY.format("roads", "道路", ROAD), "utf-8")
    parks.write_text(CATEGORY.format("parks", "公园", ROAD.replace("路01", "园02") + PARK), "utf-8")
    commit(repo, "项目")
    edit(repo, "title: 公园", "title: 公园绿地", "projects/parks.yaml")
    commit(repo, "改类别名称")
    edit(repo, PARK, "", "projects/parks.yaml")
    roads.write_text(CATEGORY.format("roads", "道路", ROAD + PARK.replace("园01", "园11")), "utf-8")
    commit(repo, "调整类别")
    moved, made = told(run, repo, "园11")
    assert (moved["renamed_from"], made["subject"]) == ("园01", "项目")
    assert moved["changes"] == [{"field": "category", "before": "公园绿地", "after": "道路"}]
    assert "    类别  公园绿地 → 道路\n" in run("log", "园11", cwd=repo).stdout
    assert "公园绿地" not in run("log", "园11.total", cwd=repo).stdout
    edit(repo, "id: roads", "id: streets", "projects/roads.yaml")
    commit(repo, "改类别标识")
    assert told(run, repo, "园11") == [moved, made]


def test_a_change_is_told_with_the_reason_that_is_noted_for_it(run: Run, repo: Path) -> None:
    edit(repo, "2025: 220", "2025: 230")
    assert run("note", "output", "--field", "values.2025", "--reason", "中期评估后调整", cwd=repo).returncode == 0
    assert run("note", "revenue", "--reason", "另一项", cwd=repo).returncode == 0
    commit(repo, "提高目标")
    edit(repo, "2025: 230", "2025: 240")
    commit(repo, "再提高")
    assert [event["notes"] for event in told(run, repo, "output")] == [[], ["中期评估后调整"], []]
    assert "220 → 230\n    说明  中期评估后调整\n" in run("log", "output[2025]", cwd=repo).stdout
    edit(repo, "总产值", "规上总产值")
    edit(repo, "2020: 78", "2020: 79")
    commit(repo, "改名称")
    assert "说明" not in run("log", "output[2020]", cwd=repo).stdout


BUDGET = """\
id: budget
title: 预算
unit: 万元
columns: {2026: 2026年, 2027: 2027年}
rows:
  - title: 财政资金
    rows:
      - {title: 市级, 2026: 20, 2027: 22}
      - {title: 区级, 2026: 36, 2027: 38}
  - {title: 第二部分 预备费, 2026: 0, 2027: 0}
  - {id: sum, title: 总计, role: total, stated: {2026: 56, 2027: 60}}
"""


def test_rows_and_cells_of_a_table_are_followed_by_their_titles(run: Run, repo: Path) -> None:
    (repo / "tables").mkdir()
    (repo / "tables/budget.yaml").write_text(BUDGET, "utf-8")
    commit(repo, "预算")
    edit(
        repo,
        "      - {title: 市级, 2026: 20",
        "      - {title: 省级, 2026: 1}\n      - {title: 市级, 2026: 25",
        "tables/budget.yaml",
    )
    edit(repo, "2026: 56", "2026: 67", "tables/budget.yaml")
    edit(repo, "预备费, 2026: 0", "预备费, 2026: 5", "tables/budget.yaml")
    commit(repo, "加省级")

    def steps(name: str) -> list[str]:
        first = run("log", name, cwd=repo).stdout.split("\n2")[0]
        return [line.strip() for line in first.splitlines()[1:]]

    assert steps("budget.市级") == ["财政资金.市级.2026  20 → 25"]
    for name in ("budget.总计[2026]", "budget.总计.2026年", "budget.sum"):
        assert steps(name) == ["sum.stated.2026  56 → 67"]
    assert steps("budget.第二部分 预备费[2026]") == ["第二部分 预备费.2026  0 → 5"]
    assert len(steps("budget")) == 5
    assert len(steps("budget.区级")) == 3  # a row above it is no change: what is told is its beginning


def test_a_list_is_followed_by_its_id(run: Run, repo: Path) -> None:
    items = "title: 基础\nbody:\n  - list:\n      id: platforms\n      items: [甲平台, 乙平台]\n"
    (repo / "chapter.yaml").write_text(items, "utf-8")
    edit(repo, "chapters: []", "chapters: [chapter.yaml]", "plan.yaml")
    commit(repo, "新章")
    edit(repo, "乙平台]", "丙平台]", "chapter.yaml")
    commit(repo, "改项")
    (change,) = told(run, repo, "platforms")[0]["changes"]
    assert (change["field"], change["before"], change["after"]) == ("items.#2", "乙平台", "丙平台")


def test_an_id_that_was_renamed_and_a_file_that_moved_are_followed(run: Run, repo: Path) -> None:
    edit(repo, "2025: 220", "2025: 230")
    commit(repo, "提高目标")
    edit(repo, "id: output", "id: total_output")
    commit(repo, "改标识")
    git(repo, "mv", "indicators.yaml", "moved.yaml")
    commit(repo, "移动文件")
    assert [(it["subject"], it["renamed_from"]) for it in told(run, repo, "total_output[2025]")] == [
        ("改标识", "output"),
        ("提高目标", None),
        ("初稿", None),
    ]


def test_an_id_that_one_branch_renamed_is_followed_on_both(run: Run, repo: Path) -> None:
    run("git", "install", cwd=repo)
    commit(repo, "设置")
    git(repo, "checkout", "-q", "-b", "side")
    edit(repo, "id: output", "id: total_output")
    commit(repo, "改标识")
    git(repo, "checkout", "-q", "main")
    edit(repo, "2025: 220", "2025: 230")
    commit(repo, "提高目标")
    git(repo, "merge", "-q", "side", "-m", "合并")
    events = told(run, repo, "total_output")
    assert {it["subject"] for it in events} == {"改标识", "提高目标", "初稿"}
    assert {it["subject"]: it["renamed_from"] for it in events}["改标识"] == "output"
    raised = next(it for it in events if it["subject"] == "提高目标")
    assert raised["changes"] == [{"field": "values.2025", "before": "220", "after": "230"}]


def told(run: Run, repo: Path, name: str) -> list[dict[str, Any]]:
    """The events of `plan log`, which fit their schema."""
    report = json.loads(run("log", name, "--format", "json", cwd=repo).stdout)
    schema = json.loads((resource_folder("schemas") / "history.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(report)
    events: list[dict[str, Any]] = report["events"]
    return events


def test_what_only_a_merge_changed_is_told(run: Run, repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "side")
    edit(repo, "2025: 190", "2025: 200")
    commit(repo, "他们")
    git(repo, "checkout", "-q", "main")
    edit(repo, "总产值", "规上总产值")
    commit(repo, "我们")
    git(repo, "merge", "-q", "--no-commit", "side", check=False)
    edit(repo, "2025: 220", "2025: 999")
    commit(repo, "合并")
    assert [event["subject"] for event in told(run, repo, "output")] == ["合并", "我们", "初稿"]
    assert told(run, repo, "output")[0]["changes"] == [{"field": "values.2025", "before": "220", "after": "999"}]
    assert [event["subject"] for event in told(run, repo, "revenue")] == ["他们", "初稿"]


def test_a_merge_of_a_file_that_one_side_lacks_and_a_commit_without_a_word_are_told(run: Run, repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "side")
    (repo / "facts.yaml").write_text("- {id: area, value: 28平方公里}\n", "utf-8")
    git(repo, "add", "-A")
    edit(repo, "2025: 190", "2025: 200")
    git(repo, "commit", "-q", "-a", "--allow-empty-message", "-m", "")
    git(repo, "checkout", "-q", "main")
    edit(repo, "总产值", "规上总产值")
    commit(repo, "我们")
    git(repo, "merge", "-q", "--no-commit", "side", check=False)
    edit(repo, "2025: 220", "2025: 999")
    edit(repo, "28平方公里", "29平方公里", "facts.yaml")
    commit(repo, "合并")
    assert [event["subject"] for event in told(run, repo, "revenue")] == ["", "初稿"]
    assert [event["subject"] for event in told(run, repo, "area")] == ["合并", ""]
    assert [event["subject"] for event in told(run, repo, "output")] == ["合并", "我们", "初稿"]


def test_a_thousand_ids_renamed_at_once_are_followed(run: Run, repo: Path) -> None:
    rows = "".join(f"- {{id: a{n}, name: 项目{n}, total: {n}, period: 2021-2025}}\n" for n in range(2000))
    (repo / "list.yaml").write_text(rows, "utf-8")
    commit(repo, "列表")
    (repo / "list.yaml").write_text(rows.replace("id: a", "id: b"), "utf-8")
    commit(repo, "全部改标识")
    assert [event["renamed_from"] for event in told(run, repo, "b1234")] == ["a1234", None]


def test_what_was_renamed_is_told_under_either_name(run: Run, repo: Path) -> None:
    edit(repo, "id: output", "id: gross_output")
    commit(repo, "改标识")
    edit(repo, "2025: 220", "2025: 230")
    commit(repo, "提高目标")
    now, then = told(run, repo, "gross_output"), told(run, repo, "output")
    assert [(it["subject"], it["renamed_from"], it["renamed_to"]) for it in now] == [
        ("提高目标", None, None), ("改标识", "output", None), ("初稿", None, None)
    ]  # fmt: skip
    assert [(it["subject"], it["renamed_from"], it["renamed_to"]) for it in then] == [
        ("改标识", None, "gross_output"), ("初稿", None, None)
    ]  # fmt: skip
    assert "此后标识 gross_output" in run("log", "output[2025]", cwd=repo).stdout


def test_a_long_text_is_shown_where_it_changed_and_a_long_list_by_its_length(run: Run, repo: Path) -> None:
    words = "推进园区基础设施建设，完善公共服务配套，" * 6
    rows = "".join(f"- {{id: a{n}, value: {n}公里}}\n" for n in range(70))
    (repo / "facts.yaml").write_text(f"- {{id: area, value: 28平方公里, note: {words}共三处}}\n", "utf-8")
    (repo / "list.yaml").write_text(f"id: many\nrows:\n{rows.replace('- ', '  - ')}", "utf-8")
    commit(repo, "列入")
    edit(repo, "共三处", "共四处", "facts.yaml")
    commit(repo, "改为四处")
    shown = run("log", "area", cwd=repo).stdout
    assert "共三处\n" in shown
    assert "共四处\n" in shown
    assert all(len(line) < 80 for line in shown.splitlines())
    assert "新增 70 个字段" in run("log", "many", cwd=repo).stdout


def test_what_commits_say_steers_no_terminal_and_no_log(run: Run, repo: Path) -> None:
    edit(repo, "unit: 亿元", 'unit: "亿元\\n::error::x"')
    edit(repo, "2025: 220", "2025: 230")
    git(repo, "commit", "-q", "-a", "-m", "\x1b[31m##[error]坏\u202e")
    shown = run("log", "output", cwd=repo).stdout
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    assert not any(sign in shown for sign in ("\x1b", "\u202e", "##[error]"))


def test_a_figure_at_home_in_a_text(run: Run, repo: Path) -> None:
    (repo / "one.yaml").write_text("title: 一\nbody: 拆除[12157户](:=demolished)。\n", "utf-8")
    commit(repo, "写正文")
    edit(repo, "12157户", "12160户", "one.yaml")
    commit(repo, "核实")
    assert told(run, repo, "demolished")[0]["changes"] == [{"field": ":=", "before": "12157户", "after": "12160户"}]


def _branches(run: Run, repo: Path, ours: tuple[str, str], theirs: tuple[str, str]) -> str:
    """What is in the table after two people's changes are merged."""
    run("git", "install", cwd=repo)
    commit(repo, "设置")
    git(repo, "checkout", "-q", "-b", "side")
    edit(repo, *theirs)
    commit(repo, "他们")
    git(repo, "checkout", "-q", "main")
    edit(repo, *ours)
    commit(repo, "我们")
    git(repo, "merge", "-q", "side", check=False)
    return (repo / "indicators.yaml").read_text("utf-8")


def test_two_fields_of_one_line_are_merged(run: Run, repo: Path) -> None:
    merged = _branches(run, repo, ("2020: 78", "2020: 78.1"), ("2025: 220", "2025: 230"))
    assert merged == TABLE.replace("2020: 78,", "2020: 78.1,").replace("2025: 220", "2025: 230")
    assert git(repo, "status", "--porcelain") == ""


def test_only_the_field_that_both_changed_is_a_conflict(run: Run, repo: Path) -> None:
    merged = _branches(run, repo, ("2025: 220", "2025: 240"), ("2020: 78, 2025: 220", "2020: 79, 2025: 230"))
    assert merged.count("<<<<<<<") == 1
    conflict = merged[merged.index("<<<<<<<") : merged.index(">>>>>>>")].splitlines()
    assert conflict[1].strip() == "values: {2020: 79, 2025: 240}"
    assert conflict[3].strip() == "values: {2020: 79, 2025: 230}"
    assert "UU indicators.yaml" in git(repo, "status", "--porcelain")
    assert "# 统计局口径" in merged


def test_a_conflict_is_shown_by_fields_and_told_as_one(run: Run, repo: Path) -> None:
    _branches(run, repo, ("2025: 220", "2025: 240"), ("2025: 220", "2025: 230"))
    shown = git(repo, "diff", "--", "indicators.yaml")
    assert "++<<<<<<< ours\n" in shown
    assert " +targets.output.values.2025: 240\n++=======\n+ targets.output.values.2025: 230\n" in shown
    assert "revenue.unit" not in "".join(line for line in shown.splitlines() if line[:2].strip())
    found = json.loads(run("check", "--format", "json", cwd=repo).stdout)["findings"]
    unsolved = [finding for finding in found if finding["code"] == "YAM101"]
    assert [(it["path"], it["start"]["line"]) for it in unsolved] == [("indicators.yaml", 11)]
    assert "合并冲突还没有解决" in unsolved[0]["message"]


def test_comments_of_both_are_kept_beside_a_conflict(run: Run, repo: Path) -> None:
    row = "      - id: revenue\n"
    theirs = TABLE.replace("2025: 220", "2025: 230").replace(row, f"      # 二〇二五年口径有变\n{row}")
    merged = _branches(run, repo, ("2025: 220", "2025: 240"), (TABLE, theirs))
    assert merged.count("<<<<<<<") == 1
    assert "      # 二〇二五年口径有变\n      - id: revenue\n" in merged
    assert "# 统计局口径" in merged


def test_comments_of_both_are_kept_where_lines_alone_would_clash(run: Run, repo: Path) -> None:
    row = "      - id: revenue\n"
    theirs = TABLE.replace("2025: 220", "2025: 230").replace(row, f"      # 二〇二五年口径有变\n{row}")
    merged = _branches(run, repo, ("2020: 78", "2020: 79"), (TABLE, theirs))
    assert merged == theirs.replace("2020: 78", "2020: 79")


def test_what_lines_alone_would_merge_wrongly_is_left_to_decide(run: Run, tmp_path: Path) -> None:
    """Ours has taken an entry away that theirs moved, which lines bring back; orders of both leave no other merge."""
    versions = (("abcdef", "abcdef"), ("bcdf", "fabcde"), ("bdefac", "abxcdef"))
    files = [tmp_path / name for name in ("base.yaml", "ours.yaml", "theirs.yaml")]
    for file, lists in zip(files, versions, strict=True):
        file.write_text(
            "".join(
                f"{key}:\n" + "".join(f"- {it}\n" for it in entries) for key, entries in zip("kl", lists, strict=True)
            )
        )
    ours, theirs = (file.read_text() for file in files[1:])
    assert run("git", "merge", *map(str, files)).returncode == 1
    assert files[1].read_text() == f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"


def test_rows_added_and_taken_away_are_merged(run: Run, repo: Path) -> None:
    row = "      - id: tax   # 新增\n        name: 税收\n        unit: 亿元\n        values: {2020: 8, 2025: 20}\n"
    last = TABLE[TABLE.index("      - id: revenue") :]
    merged = _branches(run, repo, (last, last + row), (last, last.replace("总收入", "营业收入")))
    assert merged == TABLE.replace("总收入", "营业收入") + row


@pytest.mark.parametrize("name", ["--output=x", "-p", "a b", "x;rm", "nothing_like_it"])
def test_what_is_no_id_is_one_line(run: Run, repo: Path, name: str) -> None:
    done = run("log", "--", name, cwd=repo)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_nothing_of_a_repository_is_run(run: Run, repo: Path) -> None:
    """A hostile configuration names programs for all that git might do while a history is read."""
    trap = repo / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repo / 'sprung'}\ncat\n", "utf-8")
    trap.chmod(0o755)
    for key in (
        "diff.plan.textconv",
        "core.pager",
        "core.fsmonitor",
        "diff.external",
        "log.showSignature",
        "gpg.program",
    ):
        git(repo, "config", key, "true" if key == "log.showSignature" else str(trap))
    (repo / ".gitattributes").write_text("*.yaml diff=plan\n", "utf-8")
    assert run("log", "output", cwd=repo).returncode == 0
    assert not (repo / "sprung").exists()


def test_a_work_tree_elsewhere_is_not_written_to(
    run: Run, repo: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    git(repo, "config", "core.worktree", str(elsewhere))
    for command in (("git", "install"), ("log", "output"), ("diff",), ("diff", "HEAD", "--redline", "x.docx")):
        done = run(*command, cwd=repo)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert "core.worktree" in done.stderr
    assert list(elsewhere.iterdir()) == []


def test_without_a_repository(run: Run, plan: Path) -> None:
    done = run("log", "output", cwd=plan)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_an_empty_attributes_file_gains_the_line_alone_and_loses_it_again(run: Run, repo: Path) -> None:
    attributes = repo / ".gitattributes"
    attributes.write_text("", "utf-8")
    assert run("git", "install", cwd=repo).returncode == 0
    assert attributes.read_text("utf-8").count("\n") == 1
    assert run("git", "remove", cwd=repo).returncode == 0
    assert not attributes.exists()


def test_an_attributes_file_that_is_a_link_is_left_alone(run: Run, repo: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("not of this repository\n", "utf-8")
    (repo / ".gitattributes").symlink_to(elsewhere)
    refused = run("git", "install", cwd=repo)
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert (repo / ".gitattributes").is_symlink()
    assert elsewhere.read_text("utf-8") == "not of this repository\n"
