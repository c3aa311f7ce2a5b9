"""`plan check --coverage`: which figures nothing checks, for people and for programs."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from plan_compiler.report.terminal import cells
from plan_compiler.resources import resource_folder
from tests.cli.conftest import ROOT, Run

CONTENT = str(ROOT / "content")


def test_it_counts_by_kind_and_lists_what_nothing_checks(run: Run) -> None:
    result = run("check", CONTENT, "--coverage")
    assert result.returncode == 0, result.stderr
    first, *rows = result.stdout.splitlines()
    assert first.split() == ["数据", "共", "受核对", "只有界限", "无核对"]
    numbers = [int(number) for number in next(row for row in rows if row.startswith("合计")).split()[1:]]
    assert numbers[0] == sum(numbers[1:]) > 600
    assert "\n      165:33  7.5           常住人口 2023\n" in result.stdout
    assert "plan fix --bind" in result.stdout


def test_it_speaks_english(run: Run) -> None:
    text = run("check", CONTENT, "--coverage", "--lang", "en").stdout
    assert text.split("\n", 1)[0].split() == ["figures", "in", "all", "checked", "bounded", "unchecked"]
    assert "Unchecked: nothing else in the plan bears on them" in text


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_its_table_fits_a_terminal_of_80_columns(run: Run, language: str) -> None:
    lines = run("check", CONTENT, "--coverage", "--lang", language, COLUMNS="80").stdout.splitlines()
    assert max(cells(line) for line in lines[: lines.index("")]) <= 80


def test_programs_get_every_figure_with_its_place(run: Run, tmp_path: Path) -> None:
    value = json.loads(run("check", CONTENT, "--coverage", "--format", "json").stdout)
    schema = json.loads((resource_folder("schemas") / "coverage.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(value)
    assert sum(sum(kind.values()) for kind in value["summary"].values()) == len(value["figures"])
    figure = value["figures"][0]
    line = Path(tmp_path, figure["path"]).read_text("utf-8").splitlines()[figure["start"]["line"] - 1]
    assert line[figure["start"]["column"] - 1 :].startswith(figure["text"])


def test_it_has_no_other_formats(run: Run) -> None:
    result = run("check", CONTENT, "--coverage", "--format", "sarif")
    assert (result.returncode, result.stdout) == (2, "")
    assert "text, json" in result.stderr
