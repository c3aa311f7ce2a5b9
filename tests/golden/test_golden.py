"""Golden cases: a small plan each, with the findings and the documents that a person has accepted.

To accept what has changed, after reading the diff: ``PLAN_GOLDEN=accept pytest tests/golden``.
"""

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from plan_compiler.lower import lower
from plan_compiler.pipeline.causing import causes
from plan_compiler.pipeline.checking import Checked, check
from plan_compiler.read.tree import FolderTree
from plan_compiler.report.paths import Paths
from plan_compiler.report.report import Report
from plan_compiler.report.text import text_report
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.html import write_html
from plan_compiler.writers.pictures import load_pictures
from plan_compiler.writers.theme import load_theme

CASES = Path(__file__).parent / "cases"
STARTER = Path(__file__).parents[2] / "templates/starter"
PLANS: Mapping[str, Path] = {
    "starter": STARTER,
    "starter-en": STARTER.with_name("starter-en"),
    **{case.name: case / "plan" for case in sorted(CASES.iterdir()) if (case / "plan").is_dir()},
}


def compare(case: str, name: str, actual: str) -> None:
    expected = CASES / case / name
    if os.environ.get("PLAN_GOLDEN") == "accept":
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(actual, encoding="utf-8", newline="\n")
    assert expected.read_text(encoding="utf-8") == actual


def checked(case: str) -> Checked:
    return check(FolderTree(PLANS[case]))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", PLANS)
def test_findings(case: str, language: str) -> None:
    result = checked(case)
    files = result.source.files if result.source else {}
    paths = Paths(Path("/plan"), Path("/plan"))
    report = Report(result.findings, result.summary, "plan.yaml", files, paths, language, causes=causes(result))
    compare(case, f"findings.{language}.txt", text_report(report))


@pytest.mark.parametrize("case", [case for case in PLANS if case != "faults"])
def test_documents(case: str) -> None:
    linked = checked(case).linked
    assert linked is not None
    document = lower(linked)
    theme, faults = load_theme(linked.plan.theme, lambda _: None)
    assert theme is not None
    assert faults == ()
    pictures, missing = load_pictures(document, lambda _: None)
    assert missing == ()
    compare(case, "index.html", write_html(document, theme, pictures)["index.html"].decode())
    with zipfile.ZipFile(io.BytesIO(write_docx(document, theme, None, pictures))) as package:
        compare(case, "document.xml", package.read("word/document.xml").decode().replace("><", ">\n<"))
