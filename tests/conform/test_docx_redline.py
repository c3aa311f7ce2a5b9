"""The Word file of a redline before the validators of any other."""

import json
import platform
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from plan_compiler.lower import lower
from plan_compiler.marks.redline import redline
from plan_compiler.pipeline import check
from plan_compiler.read.tree import MemoryTree
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.docx.scope import Revision
from tests.conform.conftest import ROOT, run, tool
from tests.writers.docx_lints import lint
from tests.writers.themes import shipped_theme


@pytest.fixture(scope="module")
def docx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped plan, in which figures, texts, projects and a chapter came, changed and went."""
    files = {str(f.relative_to(ROOT / "content")): f.read_text("utf-8") for f in (ROOT / "content").rglob("*.yaml")}
    changed = {
        path: text.replace("2025: 220", "2025: 230")
        .replace("推进", "加快推进")
        .replace("  - chapters/space.yaml\n", "")
        for path, text in files.items()
    }
    older, newer = (check(MemoryTree(side)).linked for side in (files, changed))
    assert older is not None
    assert newer is not None
    file = tmp_path_factory.mktemp("redline") / "redline.docx"
    marked = redline(lower(older), lower(newer))
    file.write_bytes(write_docx(marked, shipped_theme(), revision=Revision("王芳", "2026-03-01T08:00:00Z")))
    return file


@pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="the validator is built for x86-64 only")
@pytest.mark.parametrize("version", ["Office2010", "Microsoft365"])
def test_the_open_xml_sdk_has_nothing_to_say(docx: Path, version: str) -> None:
    report = run([tool("ooxml-validator"), docx, "--officeVersion", version])
    assert json.loads(report.stdout)["errors"] == [], report.stderr


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2010, FileFormat.MICROSOFT_365])
def test_openxml_audit_has_nothing_to_say(docx: Path, version: FileFormat) -> None:
    result = OpenXmlValidator(version, security_validation=True).validate(docx)
    assert [str(error) for error in result.errors] == []


def test_our_lints_have_nothing_to_say(docx: Path) -> None:
    assert lint(docx.read_bytes()) == []
