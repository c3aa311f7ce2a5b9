"""`plan diff` as a person uses it."""

import json
import re
import subprocess
from pathlib import Path
from shutil import copytree

import pytest
from lxml import html

from tests.cli.conftest import Run
from tests.read.test_git_tree import git
from tests.writers.word_changes import W, part


@pytest.fixture
def repo(tmp_path: Path, run: Run, plan: Path) -> Path:
    """A plan under git: two commits with tags, and an edit since."""
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "初稿")
    git(tmp_path, "tag", "v1")
    _rewrite(plan, "title: ", "title: 新")
    git(tmp_path, "commit", "-q", "-a", "-m", "改题")
    git(tmp_path, "tag", "v2")
    _rewrite(plan, "title: 新", "title: 再")
    return plan


def _rewrite(plan: Path, old: str, new: str) -> None:
    file = plan / "plan.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_since_the_last_commit(run: Run, repo: Path) -> None:
    done = run("diff", cwd=repo)
    assert done.returncode == 0
    assert done.stdout.startswith("HEAD → plan\n")
    assert run("diff", "--plan", "plan").stdout.startswith("HEAD → plan\n")
    assert run("diff", "--exit-code", cwd=repo).returncode == 1
    assert run("diff", "v1..v1", "--exit-code", cwd=repo).returncode == 0


@pytest.mark.parametrize(
    "arguments", [("v1..v2",), ("v1...v2",), ("v1", "v2"), ("HEAD~1", "HEAD"), ("v1:plan", "v2:plan")]
)
def test_two_revisions(run: Run, repo: Path, arguments: tuple[str, ...]) -> None:
    done = run("diff", *arguments, "--format", "json", cwd=repo)
    (change,) = json.loads(done.stdout)["changes"]
    assert (change["field"], change["after"][:1]) == ("title", "新")


def test_two_folders(run: Run, repo: Path, tmp_path: Path) -> None:
    copytree(repo, tmp_path / "other")
    assert "相同" in run("diff", "plan", "other/plan.yaml").stdout
    assert "相同" not in run("diff", "v1", "other").stdout


def test_a_name_of_a_folder_and_of_a_revision_is_refused(run: Run, repo: Path, tmp_path: Path) -> None:
    copytree(repo, tmp_path / "v1")
    for command in (
        ("diff", "v1"),
        ("diff", "plan", "v1"),
        ("diff", "v1", "--plan", "plan"),
        ("check", "plan", "--against", "v1"),
    ):
        done = run(*command)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert "./v1" in done.stderr
    assert "相同" in run("diff", "plan", "./v1").stdout
    assert "相同" in run("diff", "plan", "v1/").stdout
    assert run("diff", "v1^0", cwd=repo).stdout.startswith("v1 → plan\n")
    assert run("diff", "v1^{commit}..HEAD", cwd=repo).stdout.startswith("v1 → HEAD\n")
    (tmp_path / "v1^0").mkdir()
    (tmp_path / "v1" / "plan.yaml").rename(tmp_path / "v1^0" / "plan.yaml")
    assert run("diff", "v1^0").returncode == 2


def test_the_work_tree_is_not_touched(run: Run, repo: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()}
    run("diff", "v1..v2", cwd=repo)
    assert {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()} == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("v9",), "没有版本 v9"),
        (("--", "-x"), "没有版本 -x"),
        (("v1..v9",), "没有版本 v9"),
        (("v1:elsewhere",), "v1 里没有 elsewhere/plan.yaml"),
        (("--format", "pdf"), "没有格式 pdf"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(
    run: Run, repo: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = run("diff", *arguments, cwd=repo)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_plan_that_cannot_be_read(run: Run, repo: Path, tmp_path: Path) -> None:
    copytree(repo, tmp_path / "broken")
    (tmp_path / "broken" / "plan.yaml").write_text("title: [\n", "utf-8")
    done = run("diff", "plan", "broken")
    assert done.returncode == 2
    assert "broken 的 plan.yaml 无法读取" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_file_that_cannot_be_read_is_not_passed_over(run: Run, repo: Path) -> None:
    """What it holds seems to be gone: whoever reads that has to know why."""
    (repo / "indicators.yaml").write_text("id: targets\n  groups: [\n", "utf-8")
    lines = run("diff", cwd=repo).stdout.splitlines()
    assert lines[1].startswith("  注意：plan 有 1 个文件读不出，其中的内容当作没有：indicators.yaml；先用")
    assert "beware" in run("diff", "--lang", "en", cwd=repo).stdout
    copytree(repo, repo.parent / "other")
    same = run("diff", "plan", "other/plan.yaml", cwd=repo.parent).stdout
    assert "注意" in same
    assert "两稿内容相同" in same


def test_outside_of_git(run: Run, plan: Path) -> None:
    done = run("diff", cwd=plan)
    assert done.returncode == 2
    assert "不在 git 仓库里" in done.stderr


def test_reports_go_into_files(run: Run, repo: Path) -> None:
    done = run("diff", "v1", "--format", "html", "--out", "r.html", "--adjustments", "t.docx", cwd=repo)
    assert (done.returncode, done.stdout) == (0, "已写入 / written: r.html\n已写入 / written: t.docx\n")
    page = html.fromstring((repo / "r.html").read_bytes())
    (frame,) = page.iter("iframe")
    text = html.fromstring(frame.get("srcdoc", ""))
    (title,) = text.iter("h1")
    assert [it.tag for it in title] == ["del", "ins"]
    assert (title.findtext("ins") or "").startswith("再")
    first = (repo / "t.docx").read_bytes()
    written = "".join(text.text or "" for text in part(first, "word/document.xml").iter(f"{W}t"))
    assert re.search(rf"原稿：v1（\d{{4}}-\d\d-\d\d）；现稿：{repo.name}", written)
    run("diff", "v1", "--format", "html", "--out", "r.html", "--adjustments", "t.docx", cwd=repo)
    assert first == (repo / "t.docx").read_bytes()


def test_a_note_answers_a_rule_on_revisions(run: Run, repo: Path) -> None:
    file = repo / "indicators.yaml"
    text = file.read_text("utf-8")
    plan_yaml = (repo / "plan.yaml").read_text("utf-8").replace("title: 再", "title: 新")
    (repo / "plan.yaml").write_text(plan_yaml, "utf-8")
    assert run("note", "nothing_such", "--reason", "x", cwd=repo).returncode == 2
    name = text.split("- id: ")[1].split()[0]
    refused = run("note", name, "--field", "2025", "--reason", "x", cwd=repo)
    assert refused.returncode == 2
    assert "values.2025" in refused.stderr
    done = run("note", name, "--field", "values.2025", "--reason", "普查修订: 上调", "--date", "2026-01-01", cwd=repo)
    assert (done.returncode, done.stderr) == (0, "")
    written = (repo / "changes.yaml").read_text("utf-8")
    assert written.endswith(f"- entity: {name}\n  field: values.2025\n  reason: '普查修订: 上调'\n  date: 2026-01-01\n")
    assert "REV" not in run("check", "--against", "v1", "--select", "REV", cwd=repo).stdout
    assert run("check", "--against", "v9", cwd=repo).returncode == 2


def test_a_note_of_what_never_was_is_refused(run: Run, repo: Path, tmp_path: Path) -> None:
    """With git and without; what was deleted is known from the last commit, or from the version that is named."""
    loose = tmp_path / "loose"
    copytree(repo, loose)
    roads = (repo / "projects" / "roads.yaml").read_text("utf-8")
    for folder in (repo, loose):
        (folder / "projects" / "roads.yaml").write_text(roads[: roads.index("  - id: 路02")], "utf-8")
    for folder in (repo, tmp_path / "loose"):
        for name, says in (("zz", "没有 zz"), ("otput", "output")):
            done = run("note", name, "--reason", "x", cwd=folder)
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
            assert says in done.stderr
    assert "路02" in run("note", "路2", "--reason", "x", cwd=repo).stderr
    assert run("note", "路02", "--reason", "并入路01", cwd=repo).returncode == 0
    assert run("note", "路02", "--reason", "并入路01", "--against", "v1", cwd=repo).returncode == 0
    assert run("note", "路02", "--reason", "并入路01", "--against", "v9", cwd=repo).returncode == 2
    assert run("note", "zz", "--reason", "并入路01", "--against", "v1", cwd=repo).returncode == 2
    git(repo, "commit", "-q", "-a", "-m", "删除路02")
    assert "--against" in run("note", "路02", "--reason", "并入路01", cwd=repo).stderr


def test_a_dropped_project_is_told_at_its_category(run: Run, repo: Path) -> None:
    file = repo / "projects" / "roads.yaml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("  - id: 路02")], "utf-8")
    found = json.loads(run("check", "--against", "v1", "--format", "json", cwd=repo).stdout)["findings"]
    (dropped,) = [finding for finding in found if finding["code"] == "REV201"]
    assert (dropped["path"], dropped["entity"], dropped["subject"]) == ("projects/roads.yaml", "roads", "路02")
    assert "--against v1`" in dropped["hint"]


def test_a_plan_that_cannot_be_read_is_not_said_to_have_been_checked(run: Run, repo: Path) -> None:
    (repo / "plan.yaml").write_text("title: '规划\n", "utf-8")
    told = run("check", cwd=repo).stdout
    assert "plan.yaml 没有读出来，其他文件都还没有看" in told
    assert "核对关系" not in told


def test_a_redline_says_who_changed_what_and_when(run: Run, repo: Path) -> None:
    done = run("diff", "v1..v2", "--redline", "redline.docx", cwd=repo)
    assert (done.returncode, done.stderr) == (0, "")
    document = part((repo / "redline.docx").read_bytes(), "word/document.xml")
    changes = [change for change in document.iter(f"{W}ins", f"{W}del") if change.getparent() is not None]
    assert {change.get(f"{W}author") for change in changes} == {"王工"}
    assert all((change.get(f"{W}date") or "").endswith("Z") for change in changes)
    assert "sdt" not in {element.tag.removeprefix(W) for element in document.iter()}


def test_beside_a_file_stands_a_summary_and_the_report_where_it_is_asked_for(run: Run, repo: Path) -> None:
    (repo / "annex.yaml").write_text((repo / "annex.yaml").read_text("utf-8").replace("万元", "元"), "utf-8")
    whole = run("diff", cwd=repo).stdout
    short = run("diff", "--redline", "r.docx", "--adjustments", "t.docx", cwd=repo).stdout
    summary, _, written = short.partition("已写入 / written: ")
    assert summary == whole[: whole.index("\n\n") + 1]
    assert written.splitlines()[:2] == ["t.docx", "已写入 / written: r.docx"]
    done = run("diff", "--redline", "r.docx", "--format", "text", cwd=repo)
    assert (done.stdout, done.stderr) == (whole, "已写入 / written: r.docx\n")
    assert json.loads(run("diff", "--redline", "r.docx", "--format", "json", cwd=repo).stdout)["changes"]


def test_a_redline_of_folders_names_no_person(run: Run, repo: Path, tmp_path: Path) -> None:
    copytree(repo, tmp_path / "other")
    _rewrite(tmp_path / "other", "title: ", "title: 又")
    run("diff", "plan", "other/plan.yaml", "--redline", "one.docx")
    run("diff", "plan", "other/plan.yaml", "--redline", "two.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    document = part((tmp_path / "one.docx").read_bytes(), "word/document.xml")
    assert {change.get(f"{W}author") for change in document.iter(f"{W}ins")} == {"plan"}


@pytest.mark.parametrize(
    ("typed", "meant"), [("HAED~1", "HEAD~1"), ("mian", "main"), ("v1..mian", "main"), ("zzzz", "")]
)
def test_a_revision_that_is_none_is_told_with_the_nearest_one(run: Run, repo: Path, typed: str, meant: str) -> None:
    done = run("diff", typed, cwd=repo)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert (f"did you mean {meant}?" if meant else "git tag") in done.stderr


@pytest.mark.parametrize("typed", ["HEAD~9", "HEAD~9..HEAD", "HEAD^^^^^^^^^"])
def test_a_revision_beyond_the_first_commit_is_told_with_how_many_there_are(run: Run, repo: Path, typed: str) -> None:
    done = run("diff", typed, cwd=repo)
    count = subprocess.run(
        ["git", "rev-list", "--count", "HEAD"], cwd=repo, capture_output=True, text=True, check=True
    ).stdout.strip()
    oldest = f"HEAD~{int(count) - 1}" if count != "1" else "HEAD"
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert f"只有 {count} 次提交，最早一版是 {oldest}" in done.stderr


def test_a_picture_that_is_another_under_the_same_name_is_told(run: Run, repo: Path, tmp_path: Path) -> None:
    for name, words in (("old", "一"), ("new", "二")):
        copytree(repo, tmp_path / name)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>{words}</text></svg>'
        (tmp_path / name / "map.svg").write_text(svg, "utf-8")
        chapter = tmp_path / name / "plan.yaml"
        figure = "  - title: 路网\n    body:\n      - figure: {title: 路网图, alt: 路网, file: map.svg}\n"
        chapter.write_text(chapter.read_text("utf-8").replace("chapters:\n", "chapters:\n" + figure, 1), "utf-8")
    done = run("diff", "old", "new", "--exit-code")
    assert "图 路网图" in done.stdout
    assert "图片换了内容：map.svg" in done.stdout
    assert done.returncode == 1
    found = json.loads(run("diff", "old", "new", "--format", "json").stdout)
    assert [(each["new"]["name"], each["file"]) for each in found["pictures"]] == [("路网图", "map.svg")]
    assert found["changes"] == []
