"""What is told of slips in a plan in English: in English words, with English examples."""

from pathlib import Path

import pytest

from plan_compiler.pipeline.causing import causes
from plan_compiler.pipeline.checking import catalogue, check
from plan_compiler.read.tree import MemoryTree
from plan_compiler.report.paths import Paths
from plan_compiler.report.report import Report
from plan_compiler.report.text import text_report
from plan_compiler.resources import resource_folder

FOLDER = resource_folder("templates") / "starter-en"
STARTER = {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in FOLDER.rglob("*.yaml")}
HERE = Path("/home/planner")


def told(file: str, old: str, new: str) -> str:
    assert old in STARTER[file]
    checked = check(MemoryTree(STARTER | {file: STARTER[file].replace(old, new, 1)}))
    paths = Paths(HERE, HERE)
    return text_report(
        Report(checked.findings, checked.summary, "plan.yaml", checked.files, paths, "en", catalogue(), causes(checked))
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("plan.yaml", "language: en", "language: english", "write language: en;"),
        ("projects/transport.yaml", "total: 57.0", "total: 24O", "write the number alone: 240"),
        ("projects/transport.yaml", "2026-2029", "2026-20", "or TBD where it is not decided"),
        ("chapters/overview.yaml", "[90%]", "[9,0%]", "12,157 households"),
        ("chapters/overview.yaml", "[12 km]", "[12 new km]", "as in “12 km”"),
        ("chapters/overview.yaml", "[£18.5", "£[18.5", "write it within the brackets: [£18.5 million]"),
        ("chapters/overview.yaml", "rents have", "[rents](http://a.example) have", "rents (http://a.example) have"),
    ],
)
def test_what_to_do_is_told_in_english(file: str, old: str, new: str, words: str) -> None:
    text = told(file, old, new)
    assert words in text
    assert not [char for char in text if "\u4e00" <= char <= "\u9fff" or char in "（）："]


def test_a_plan_whose_language_is_spelt_out_has_one_finding() -> None:
    assert "errors: 1, warnings: 0, notes: 0" in told("plan.yaml", "language: en", "language: english")


@pytest.mark.parametrize(
    ("target", "printed"),
    [("T1", "project 1"), ("transport", "category A of the annex"), ("annex", "the annex"), ("targets", "Table 1")],
)
def test_references_read_within_a_sentence(target: str, printed: str) -> None:
    file, old = "chapters/targets.yaml", "[](#annex)"
    checked = check(MemoryTree(STARTER | {file: STARTER[file].replace(old, f"[](#{target})", 1)}))
    assert checked.linked is not None
    assert printed in {form.printed for form in checked.linked.forms.values()}


def test_an_apostrophe_that_ends_a_text_is_named() -> None:
    text = told("projects/transport.yaml", "name: River Street", "name: 'Council's own street'")
    assert "name: 'Council''s own street'" in text
    assert "6:19:" in text
    text = told("projects/transport.yaml", "period: 2026-2029", "note: {title: 'Children's routes', other: 1}")
    assert "{title: 'Children''s routes', other: 1}" in text
