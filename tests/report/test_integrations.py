"""What stands ready for CI systems: the action, the hook, the examples of docs/ci.md."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
EXAMPLES = dict(
    re.findall(r"^```yaml (\S+)\n(.*?)^```$", (ROOT / "docs/ci.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
)
PLAN = """\
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: 共[2户](=a)。
facts:
  - {id: a, value: 5户}
"""


def conforms(schema: str, file: Path) -> None:
    """Raise unless `file` is valid under a schema of SchemaStore, as check-jsonschema carries it."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(file)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def loaded(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def test_the_action_is_valid() -> None:
    conforms("github-actions", ROOT / "action.yml")


@pytest.mark.parametrize(("example", "schema"), [("github-workflow", "github-workflows"), ("gitlab-ci", "gitlab-ci")])
def test_the_examples_are_valid(example: str, schema: str, tmp_path: Path) -> None:
    (tmp_path / "file.yml").write_text(EXAMPLES[example], "utf-8")
    conforms(schema, tmp_path / "file.yml")


def test_the_workflow_uses_inputs_the_action_has() -> None:
    (step,) = [
        s for s in yaml.safe_load(EXAMPLES["github-workflow"])["jobs"]["check"]["steps"] if "plan-compiler" in s["uses"]
    ]
    assert step["with"].keys() <= loaded("action.yml")["inputs"].keys()


def test_expressions_of_the_action_reach_its_scripts_as_variables_only() -> None:
    for step in loaded("action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_hook_runs_a_command_the_package_installs() -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert hook["entry"].split()[0] in project["scripts"]
    assert hook.keys() == {"id", "name", "description", "entry", "language", "files", "pass_filenames"}
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert re.search(hook["files"], "content/plan.yaml")
    assert not re.search(hook["files"], "content/picture.png")
    (example,) = yaml.safe_load(EXAMPLES["pre-commit-config"])["repos"]
    assert [used["id"] for used in example["hooks"]] == [hook["id"]]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A repository with a faulty plan, a passing one, and `plan` on the path."""
    for name, text in {"bad": PLAN, "good": PLAN.replace("2户", "5户")}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.yaml").write_text(text.split("facts:\n")[0], "utf-8")
        (tmp_path / name / "facts.yaml").write_text(text.split("facts:\n")[1].replace("  - ", "- "), "utf-8")
    command = tmp_path / "bin/plan"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m plan_compiler.cli.main "$@"\n')
    command.chmod(0o755)
    return tmp_path


def obey(script: str, workspace: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as CI systems do."""
    path = f"{workspace / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **variables}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=workspace, env=environment, capture_output=True, text=True, check=False)


def check_step(workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    script = loaded("action.yml")["runs"]["steps"][-1]["run"]
    variables = {"PLAN": "", "STRICT": "false", "SARIF": "", "GITHUB_STEP_SUMMARY": str(workspace / "summary.md")}
    return obey(script, workspace, **(variables | inputs))


def test_the_action_annotates_and_fails(workspace: Path) -> None:
    result = check_step(workspace, PLAN="bad", SARIF="plan.sarif")
    assert result.returncode == 1, result.stderr
    assert result.stdout.startswith("::error file=bad/plan.yaml,line=5,")
    assert (workspace / "summary.md").read_text("utf-8").startswith("### plan check: 1 个错误")
    assert '"bad/plan.yaml"' in (workspace / "plan.sarif").read_text("utf-8")


def test_the_action_passes(workspace: Path) -> None:
    result = check_step(workspace, PLAN="good/plan.yaml", STRICT="true")
    assert (result.returncode, result.stderr) == (0, "")
    assert not result.stdout.startswith("::")


def test_the_action_says_when_it_cannot_run(workspace: Path) -> None:
    result = check_step(workspace, PLAN="--nowhere")
    assert result.returncode == 2
    assert "nowhere" in result.stderr


@pytest.mark.parametrize(
    ("known", "method"), [("", "POST repos/o/r/issues/7/comments"), ("42", "PATCH repos/o/r/issues/comments/42")]
)
def test_the_action_keeps_one_comment_of_the_changes(known: str, method: str, workspace: Path) -> None:
    for command in ("init -q", "add -A", "-c user.name=a -c user.email=a@example.org commit -q -m a"):
        subprocess.run(["git", *command.split()], cwd=workspace, check=True)
    base = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=workspace, check=True, capture_output=True, text=True
    ).stdout
    file = workspace / "good/plan.yaml"
    file.write_text(file.read_text("utf-8").replace("title: ", "title: $(touch sprung)`touch sprung`", 1), "utf-8")
    said = workspace / "said"
    client = workspace / "bin/gh"
    client.write_text(
        f'#!/bin/sh\ncase "$*" in *--paginate*) echo "{known}";; '
        f'*) echo "$@" >> "{said}"; for a; do f=${{a#body=@}}; [ "$f" = "$a" ] || cat "$f" >> "{said}"; done;; esac\n'
    )
    client.chmod(0o755)
    (step,) = [step for step in loaded("action.yml")["runs"]["steps"] if "BASE" in step.get("env", {})]
    result = obey(step["run"], workspace, BASE=base.strip(), PLAN="good", REPOSITORY="o/r", NUMBER="7",
                  RUNNER_TEMP=str(workspace), GITHUB_STEP_SUMMARY=str(workspace / "summary.md"), GH_TOKEN="")  # fmt: skip
    assert result.returncode == 0, result.stderr
    told = said.read_text("utf-8")
    assert method in told
    assert "<!-- plan diff -->\n" in told
    assert "sprung" in told
    assert not list(workspace.rglob("sprung"))


@pytest.mark.parametrize(("plan", "status"), [("bad", 1), ("good", 0)])
def test_the_gitlab_script_leaves_a_report_and_the_right_status(plan: str, status: int, workspace: Path) -> None:
    job = yaml.safe_load(EXAMPLES["gitlab-ci"])["plan"]
    result = obey("\n".join(job["script"]).replace(" content", f" {plan}"), workspace)
    assert result.returncode == status, result.stderr
    report = (workspace / job["artifacts"]["reports"]["junit"]).read_text("utf-8")
    assert f'failures="{status}"' in report
