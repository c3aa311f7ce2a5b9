"""`plan waive`: one finding, accepted as it is."""

import os
import shlex
import subprocess
from pathlib import Path
from shutil import rmtree

import pytest

from tests.cli.conftest import Run
from tests.cli.test_cli import one_line

WHY = ("--reason", "已刊印，下次修订改正")
ENTRY = """\
- code: SUM101
  entity: roads
  field: stated.total
  reason: 已刊印，下次修订改正
  values: {stated: 87000, computed: 78000}
"""


@pytest.fixture
def wrong(plan: Path) -> Path:
    """A plan with one wrong subtotal."""
    state(plan, "stated: {total: 87000}")
    return plan


def commands(result: subprocess.CompletedProcess[str]) -> list[list[str]]:
    """The commands that a refused one lists below its first line, as the shell would part them."""
    assert (result.returncode, result.stdout) == (2, "")
    lines = [shlex.split(line) for line in result.stderr.splitlines()[1:]]
    return [words for program, *words in lines if program == "plan"]


def state(plan: Path, stated: str) -> None:
    roads = plan / "projects/roads.yaml"
    text = roads.read_text("utf-8")
    roads.write_text(text.replace("title: 基础设施项目", f"title: 基础设施项目\n{stated}"), "utf-8")


def test_a_waiver_is_written_and_covers(run: Run, wrong: Path) -> None:
    assert run("check", cwd=wrong).returncode == 1
    result = run("waive", "sum101", "roads", *WHY, cwd=wrong)
    assert result.returncode == 0, result.stderr
    assert (wrong / "waivers.yaml").read_text("utf-8") == (
        f"# yaml-language-server: $schema=schemas/waivers.schema.json\n{ENTRY}"
    )
    check = run("check", "--strict", cwd=wrong)
    assert check.returncode == 0, check.stdout


def test_a_plan_without_schemas_is_given_no_line_that_names_one(run: Run, wrong: Path) -> None:
    rmtree(wrong / "schemas")
    assert run("waive", "SUM101", "roads", *WHY, cwd=wrong).returncode == 0
    assert (wrong / "waivers.yaml").read_text("utf-8") == ENTRY
    assert run("note", "roads", "--reason", "核定", cwd=wrong).returncode == 0
    assert (wrong / "changes.yaml").read_text("utf-8") == "- entity: roads\n  reason: 核定\n"


def test_a_changed_value_brings_the_finding_back_and_the_waiver_is_renewed_in_its_place(run: Run, wrong: Path) -> None:
    waivers = wrong / "waivers.yaml"
    assert run("waive", "SUM101", "roads", *WHY, "--approved-by", "王工", cwd=wrong).returncode == 0
    waivers.write_text(waivers.read_text("utf-8") + "# 结尾的说明\n", "utf-8")
    roads = wrong / "projects/roads.yaml"
    roads.write_text(roads.read_text("utf-8").replace("87000", "88000"), "utf-8")
    assert run("check", cwd=wrong).returncode == 1
    assert "王工" in one_line(run("waive", "SUM101", "roads", *WHY, cwd=wrong))
    again = (*WHY, "--approved-by", "李工", "--until", "2999-12-31")
    assert run("waive", "SUM101", "roads", *again, cwd=wrong).returncode == 0
    text = waivers.read_text("utf-8")
    assert text.count("- code:") == 1
    assert "approved_by: 李工" in text
    assert "until: 2999-12-31" in text
    assert "values: {stated: 88000, computed: 78000}\n# 结尾的说明\n" in text
    assert run("check", "--strict", cwd=wrong).returncode == 0


def test_a_renewed_waiver_keeps_its_last_day_and_one_that_has_ended_needs_another(run: Run, wrong: Path) -> None:
    waivers, roads = wrong / "waivers.yaml", wrong / "projects/roads.yaml"
    assert run("waive", "SUM101", "roads", *WHY, "--until", "2999-12-31", cwd=wrong).returncode == 0
    roads.write_text(roads.read_text("utf-8").replace("87000", "88000"), "utf-8")
    assert run("waive", "SUM101", "roads", *WHY, cwd=wrong).returncode == 0
    assert "until: 2999-12-31" in waivers.read_text("utf-8")
    waivers.write_text(waivers.read_text("utf-8").replace("2999", "2001"), "utf-8")
    assert "2001-12-31" in one_line(run("waive", "SUM101", "roads", *WHY, cwd=wrong))


def test_a_row_of_a_data_table_is_named_as_formulas_name_it(run: Run, plan: Path) -> None:
    total, waivers = plan / "tables/sums.yaml", plan / "waivers.yaml"
    total.parent.mkdir(exist_ok=True)
    text = """\
id: sums
title: 收支表
columns: {a: 金额}
rows: [{title: 甲, a: 1}, {title: 乙, a: 2}, {id: all, title: 合计, role: total, stated: {a: 40}}]
"""
    total.write_text(text, "utf-8")
    result = run("waive", "SUM110", "all", *WHY, cwd=plan)
    assert "waived: SUM110 sums.all" in result.stdout, result.stderr
    waivers.write_text(waivers.read_text("utf-8").replace("sums.all", "all"), "utf-8")
    assert "SUM110" not in run("check", cwd=plan).stdout
    total.write_text(text.replace("a: 40", "a: 50"), "utf-8")
    assert run("waive", "SUM110", "sums.all", *WHY, cwd=plan).returncode == 0
    assert waivers.read_text("utf-8").count("- code:") == 1
    assert "entity: sums.all\n" in waivers.read_text("utf-8")
    assert "WVR" not in run("check", cwd=plan).stdout


def test_comments_and_layout_stay(run: Run, wrong: Path) -> None:
    before = "# 说明\r\n- {code: REF504, entity: x, reason: 留用}   # 旁注\r\n"
    (wrong / "waivers.yaml").write_bytes(b"\xef\xbb\xbf" + before.encode())
    assert run("waive", "SUM101", "roads", *WHY, cwd=wrong).returncode == 0
    text = (wrong / "waivers.yaml").read_bytes().decode()
    assert text == "\ufeff" + before + ENTRY.replace("\n", "\r\n")


def test_for_no_such_finding_the_commands_for_those_there_are_are_listed(run: Run, wrong: Path) -> None:
    until = ("--until", "2999-12-31")
    for named in (("SUM101", "parks"), ("SUM110", "roads")):
        (command,) = commands(run("waive", *named, *WHY, *until, cwd=wrong))
        assert command == ["waive", "SUM101", "roads", "--field", "stated.total", *WHY, *until]
    assert "SUM102" in one_line(run("waive", "SUM102", *WHY, cwd=wrong))
    assert "waiver" in one_line(run("waive", "WVR901", *WHY, cwd=wrong))
    assert not (wrong / "waivers.yaml").exists()


def test_one_of_several_findings_has_to_be_chosen(run: Run, plan: Path) -> None:
    state(plan, "stated: {total: 87000, in_period: 1}")
    listed = commands(run("waive", "SUM101", "roads", *WHY, cwd=plan))
    assert [command[4] for command in listed] == ["stated.total", "stated.in_period"]
    assert run("waive", "SUM101", "roads", "--field", "stated.in_period", *WHY, cwd=plan).returncode == 0
    assert run("waive", "SUM101", "roads", *WHY, cwd=plan).returncode == 0
    assert run("check", cwd=plan).returncode == 0
    assert "waived already" in one_line(run("waive", "SUM101", "roads", "--field", "stated.total", *WHY, cwd=plan))


def test_a_row_without_an_id_is_named_by_its_title(run: Run, plan: Path) -> None:
    (plan / "tables").mkdir()
    (plan / "tables/budget.yaml").write_text(
        "id: budget\ntitle: 预算\nunit: 万元\ncolumns: {sum: 金额}\nrows:\n"
        "  - {title: 财政, sum: 100}\n  - {title: 贷款, sum: 200}\n  - {title: 合计, role: total, stated: {sum: 310}}\n",
        "utf-8",
    )
    assert run("waive", "SUM110", "budget.总计", *WHY, cwd=plan).returncode == 2
    assert run("waive", "SUM110", "budget.合计", *WHY, cwd=plan).returncode == 0
    assert "waived already" in one_line(run("waive", "SUM110", "budget.合计", *WHY, cwd=plan))
    assert "waived: SUM110 budget" in one_line(run("waive", "SUM110", "budget.总计", *WHY, cwd=plan))


def test_each_listed_command_waives_one_finding_and_ten_are_listed(run: Run, plan: Path) -> None:
    targets = plan / "chapters/targets.yaml"
    text = targets.read_text("utf-8")
    targets.write_text(text + "".join(f"      - 第{n}段（有误。\n" for n in range(12)), "utf-8")
    listed = commands(run("waive", "TXT702", "no_such", *WHY, cwd=plan))
    assert len(listed) == 10
    for command in listed[:2]:
        assert run(*command, cwd=plan).returncode == 0, command
    assert len((plan / "waivers.yaml").read_text("utf-8").split("- code:")) == 3


def test_a_figure_in_a_text_is_named_by_its_subject(run: Run, plan: Path) -> None:
    targets = plan / "chapters/targets.yaml"
    targets.write_text(targets.read_text("utf-8").replace("220亿元", "280亿元"), "utf-8")
    assert run("check", cwd=plan).returncode == 1
    result = run("waive", "NUM401", "--subject", "280亿元", *WHY, cwd=plan)
    assert result.returncode == 0, result.stderr
    assert run("check", cwd=plan).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--reason", " "),
        (*WHY, "--until", "2001-01-01"),
        (*WHY, "--until", "someday"),
        (),
    ],
)
def test_wrong_arguments_are_one_line(run: Run, wrong: Path, arguments: tuple[str, ...]) -> None:
    one_line(run("waive", "SUM101", "roads", *arguments, cwd=wrong))
    assert not (wrong / "waivers.yaml").exists()


@pytest.mark.parametrize("text", ["[]\n", "a: b\n", "- code: 'A\n", "- code: A\n  reason: b\n...\n", "\x00"])
def test_a_file_that_cannot_take_it_is_left_alone(run: Run, wrong: Path, text: str) -> None:
    (wrong / "waivers.yaml").write_text(text, "utf-8")
    one_line(run("waive", "SUM101", "roads", *WHY, cwd=wrong))
    assert (wrong / "waivers.yaml").read_text("utf-8") == text


def test_a_link_out_of_the_folder_is_not_written_through(run: Run, wrong: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("- {code: A, reason: b}\n", "utf-8")
    (wrong / "waivers.yaml").symlink_to(outside)
    one_line(run("waive", "SUM101", "roads", *WHY, cwd=wrong))
    assert outside.read_text("utf-8") == "- {code: A, reason: b}\n"


def test_a_link_within_the_folder_stays_one(run: Run, wrong: Path) -> None:
    (wrong / "kept.yaml").write_text("- {code: REF504, entity: x, reason: b}\n", "utf-8")
    (wrong / "waivers.yaml").symlink_to("kept.yaml")
    assert run("waive", "SUM101", "roads", *WHY, cwd=wrong).returncode == 0
    assert (wrong / "waivers.yaml").is_symlink()
    assert ENTRY in (wrong / "kept.yaml").read_text("utf-8")


def test_an_unreadable_plan_is_one_line(run: Run, wrong: Path) -> None:
    (wrong / "plan.yaml").write_text(": [", "utf-8")
    one_line(run("waive", "SUM101", "roads", *WHY, cwd=wrong))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_one_line(run: Run, wrong: Path) -> None:
    wrong.chmod(0o500)
    try:
        one_line(run("waive", "SUM101", "roads", *WHY, cwd=wrong))
    finally:
        wrong.chmod(0o700)
