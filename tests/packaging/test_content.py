"""The schemas, as another program reads them, accept the plan of this repository."""

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

CONTENT = Path(__file__).parents[2] / "content"
SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def _files_by_schema() -> dict[Path, list[Path]]:
    files = defaultdict(list)
    for file in sorted(CONTENT.rglob("*.yaml")):
        line = SCHEMA_LINE.match(file.read_text())
        assert line, f"{file.relative_to(CONTENT)} does not name its schema in its first line"
        files[(file.parent / line[1]).resolve()].append(file)
    return files


@pytest.mark.conform
@pytest.mark.parametrize(("schema", "files"), _files_by_schema().items(), ids=lambda value: getattr(value, "name", ""))
def test_schema_accepts_content(schema: Path, files: list[Path]) -> None:
    command: list[str | Path] = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
