"""The Word files of a revision, its redline and its adjustment tables, before the validators of any other."""

import json
import platform
import sys
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from tests.conform.conftest import run, tool
from tests.writers.docx_lints import lint


@pytest.fixture(scope="module", params=["redline", "adjustments"])
def docx(request: pytest.FixtureRequest, versions: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `plan diff` writes."""
    file = tmp_path_factory.mktemp("revision") / f"{request.param}.docx"
    done = run([sys.executable, "-m", "plan_compiler.cli.main", "diff", *versions, f"--{request.param}", file])
    assert done.returncode == 0, done.stderr
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
