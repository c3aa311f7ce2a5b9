"""The wheel works in an empty environment, away from the checkout: it carries all that the compiler reads."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.conform


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    run = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{' '.join(map(str, command))}\n{run.stdout}{run.stderr}"
    return run.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    options = ["-q", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    _run(sys.executable, "-m", "pip", "wheel", *options, folder, ROOT, cwd=folder)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a new environment that holds the locked dependencies and the wheel."""
    folder = tmp_path_factory.mktemp("env")
    _run(sys.executable, "-m", "venv", folder, cwd=folder)
    pip = folder / "bin" / "pip"
    _run(pip, "install", "-q", "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt", cwd=folder)
    _run(pip, "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    return folder / "bin"


def test_the_wheel_carries_templates_schemas_and_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "schemas"):
        files = {file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob("*") if file.is_file()}
        assert {f"plan_compiler/_data/{file}" for file in files} <= names
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "content/", "bench/"))]


def test_a_plan_from_nothing_to_three_documents(scripts: Path, tmp_path: Path) -> None:
    plan = scripts / "plan"
    _run(plan, "init", "new", cwd=tmp_path)
    _run(plan, "check", "new", cwd=tmp_path)
    _run(plan, "build", "new", "--out", "out", cwd=tmp_path)
    assert {file.suffix for file in (tmp_path / "out").rglob("*")} >= {".docx", ".pdf", ".html"}
    installed = _run(scripts / "python", "-c", "import plan_compiler; print(plan_compiler.__file__)", cwd=tmp_path)
    assert not Path(installed).is_relative_to(ROOT)
