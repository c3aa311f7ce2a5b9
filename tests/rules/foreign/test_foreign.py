"""Rules from elsewhere: an installed package, and packages that are broken in every way."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from plan_compiler.cli.explain import explain
from plan_compiler.cli.failure import CommandError
from plan_compiler.diagnostics import Finding
from plan_compiler.pipeline.checking import Checked, check
from plan_compiler.read.tree import MemoryTree
from plan_compiler.report.json import json_report
from plan_compiler.report.paths import Paths
from plan_compiler.report.report import Report
from plan_compiler.rules.foreign import load

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = Path(__file__).parent / "package"
GROUP = "plan_compiler.rules"
PLAN = """\
title: 例
period: 2021-2025
checks: {{rules: [{rules}]}}
chapters:
  - {{title: 总则, body: 正文。}}
annex:
  id: annex
  title: 项目表
  unit: 万元
  categories:
    - id: roads
      title: 道路
      projects:
        - {{id: r1, name: {name}, scope: 长一公里, nature: 新建, period: 2021-2023, total: 1, in_period: 1, owner: 建设局}}
"""
LONG = "甲" * 21


class Site:
    """A folder on the path of imports, with packages that are installed there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, package: Path) -> None:
        """What pip leaves behind of a pure package: its modules, and its metadata in a dist-info folder."""
        project = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]
        module = project["name"].replace("-", "_")
        copytree(package / module, self.folder / module)
        self.declare(project["name"], project["entry-points"][GROUP])

    def write(self, name: str, code: str, prefix: str = "BAD", value: str = "RULES") -> None:
        """A package of one module."""
        (self.folder / f"{name}.py").write_text(code, "utf-8")
        self.declare(name, {prefix: f"{name}:{value}"})

    def declare(self, name: str, points: dict[str, str]) -> None:
        info = self.folder / f"{name.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n", "utf-8")
        lines = [f"[{GROUP}]", *(f"{key} = {value}" for key, value in points.items())]
        (info / "entry_points.txt").write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield Site(tmp_path)
    for name in set(sys.modules) - before:
        origin = getattr(sys.modules[name], "__file__", None)
        if origin and Path(origin).is_relative_to(tmp_path):
            del sys.modules[name]


def checked(rules: str, name: str = LONG) -> Checked:
    return check(MemoryTree({"plan.yaml": PLAN.format(rules=rules, name=name)}))


def relevant(result: Checked) -> tuple[Finding, ...]:
    return tuple(f for f in result.findings if f.kind.code == "REF403" or "-" in f.kind.code)


def said(finding: Finding) -> str:
    return finding.kind.messages[finding.diagnostic.message].en.format_map(finding.diagnostic.args)


@pytest.mark.parametrize("name", ["ACME", "acme", "acme-rules", "Acme_Rules"])
def test_rules_are_used_where_a_plan_lists_them(site: Site, name: str) -> None:
    site.install(PACKAGE)
    result = checked(name)
    (finding,) = relevant(result)
    assert finding.kind.code == "ACME-101"
    assert (finding.entity, finding.field) == ("r1", "name")
    assert "twenty characters" in finding.kind.manual
    assert [kind.code for kind in result.foreign] == ["ACME-101"]
    assert relevant(checked(name, "甲路")) == ()


def test_rules_are_counted_graded_selected_and_waived_like_any_other(site: Site) -> None:
    site.install(PACKAGE)
    tree = MemoryTree(
        {
            "plan.yaml": PLAN.format(rules="ACME", name=LONG).replace(
                "checks: {", "checks: {severity: {ACME-101: error}, "
            ),
            "waivers.yaml": "- {code: ACME-101, entity: r1, field: name, reason: 立项名称, values: {length: 21}}\n",
        }
    )
    result = check(tree)
    assert [f.waiver for f in relevant(result)] == ["立项名称"]
    assert check(tree, use_waivers=False).fails
    assert relevant(check(tree, ignore=["ACME-"])) == ()
    assert (result.summary.waived, check(tree, ignore=["ACME-"]).summary.waived) == (1, 0)


def test_nothing_is_loaded_that_no_plan_lists(site: Site) -> None:
    site.write("explosive", "raise SystemExit('loaded')", "BOOM")
    plan = PLAN.format(rules="", name=LONG)
    assert relevant(check(MemoryTree({"plan.yaml": plan}))) == ()
    assert "explosive" not in sys.modules


def test_a_package_that_is_not_installed_is_a_finding_that_names_those_that_are(site: Site) -> None:
    site.install(PACKAGE)
    (finding,) = relevant(checked("AKME"))
    assert "AKME" in said(finding)
    assert "ACME" in finding.diagnostic.args["installed"]
    assert finding.span is not None


KIND = """
from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.rules.outcome import Consistent
TEXT = Message("坏", "bad")
KIND = Kind("BAD-001", "bad", Severity.WARNING, TEXT, {"message": TEXT, "arg": Message("{x}", "{x}")})
"""
SELF = "\nimport sys\nRULES = (sys.modules[__name__],)\n"
BROKEN_PACKAGES: dict[str, str] = {
    "raises": "raise RuntimeError('no')",
    "exits": "raise SystemExit(0)",
    "misspelt": "import does_not_exist",
    "syntax": "def (",
    "no_rules": "",
    "no_iterable": "RULES = 3",
    "no_modules": "RULES = (3,)",
    "no_kind": "def check(linked): return ()" + SELF,
    "other_prefix": KIND.replace("BAD-001", "SUM101") + "def check(linked): return ()" + SELF,
    "odd_code": KIND.replace("BAD-001", "BAD-1") + "def check(linked): return ()" + SELF,
    "odd_name": KIND.replace('"bad", S', '"Bad Name", S') + "def check(linked): return ()" + SELF,
    "odd_title": KIND.replace("Severity.WARNING, TEXT", "Severity.WARNING, 'bad'")
    + "def check(linked): return ()"
    + SELF,
    "kind_is_text": "KIND = 'BAD-001'\ndef check(linked): return ()" + SELF,
    "endless_text": "raise RuntimeError('x' * 10_000_000 + chr(10) * 5)",
}
BROKEN_RULES: dict[str, str] = {
    "divides": "1 / 0",
    "exits": "raise SystemExit(3)",
    "recurses": "check(linked).__next__()",
    "returns_nothing": "return None\n    yield",
    "yields_text": "yield 'bad'",
    "yields_strange_place": "yield Consistent('here')",
    "says_nothing": "yield Diagnostic(KIND, None, message='nothing')",
    "lacks_arguments": "yield Diagnostic(KIND, None, message='arg')",
    "places_nowhere": "yield Diagnostic(KIND, 7)",
    "places_oddly": "yield Diagnostic(KIND, Place((1.5,)))",
    "relates_nothing": "yield Diagnostic(KIND, None, related=(Related(Place(()), 'arg'),))",
    "counts": "yield Diagnostic(KIND, None, values={'a': 1})",
    "borrows": "yield Diagnostic(Kind('SUM101', 'x', Severity.ERROR, TEXT, {'message': TEXT}), None)",
}


def only(result: Checked) -> Finding:
    """The one finding about the package; the report of it can be written in every language."""
    (finding,) = relevant(result)
    assert finding.kind.code == "REF403"
    assert "\n" not in said(finding)
    assert len(said(finding)) < 400
    for language in ("zh-CN", "en"):
        paths = Paths(Path("/a"), Path("/a"))
        assert json_report(Report(result.findings, result.summary, "plan.yaml", {}, paths, language))
    return finding


@pytest.mark.parametrize("code", BROKEN_PACKAGES.values(), ids=BROKEN_PACKAGES)
def test_a_broken_package_is_one_finding(site: Site, code: str) -> None:
    site.write("bad_rules", code)
    assert "bad_rules" in (only(checked("bad_rules")).diagnostic.args["name"])


@pytest.mark.parametrize("code", BROKEN_RULES.values(), ids=BROKEN_RULES)
def test_a_rule_that_breaks_off_is_one_finding(site: Site, code: str) -> None:
    if code.startswith("return None"):
        body = "def check(linked):\n    return None\n"
    else:
        body = f"def check(linked):\n    {code}\n    yield Consistent(Place(()))\n"
    site.write("bad_rules", KIND + body + SELF)
    assert "BAD-001" in said(only(checked("BAD")))


def test_what_was_found_before_a_crash_is_kept_and_other_rules_go_on(site: Site) -> None:
    body = "def check(linked):\n    yield Diagnostic(KIND, None)\n    raise ValueError\n"
    site.write("bad_rules", KIND + body + SELF)
    site.install(PACKAGE)
    assert sorted(f.kind.code for f in relevant(checked("BAD, ACME"))) == ["ACME-101", "BAD-001", "REF403"]


def test_a_rule_that_never_ends_is_stopped(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MOST_OUTCOMES", 50)
    site.write("bad_rules", KIND + "def check(linked):\n    while True: yield Consistent(Place(()))\n" + SELF)
    assert "50" in said(only(checked("BAD")))


def test_what_a_rule_prints_does_not_stand_in_the_report(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("bad_rules", KIND + "print('loading')\ndef check(linked):\n    print('hello')\n    return ()\n" + SELF)
    assert relevant(checked("BAD")) == ()
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "hello" in captured.err


def test_the_same_package_listed_twice_counts_once(site: Site) -> None:
    site.install(PACKAGE)
    assert len(relevant(checked("ACME, acme-rules"))) == 1


@pytest.mark.conform
def test_the_example_installs_with_pip(tmp_path: Path) -> None:
    """In a folder of its own, used by a process of its own."""
    pytest.importorskip("hatchling")
    source, site = tmp_path / "package", tmp_path / "site"
    copytree(PACKAGE, source)
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--target", str(site), str(source)], check=True)
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text(PLAN.format(rules="ACME", name=LONG), "utf-8")
    run = [sys.executable, "-m", "plan_compiler.cli.main", "check", str(tmp_path / "plan")]
    environment = {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{ROOT}"}
    result = subprocess.run(run, env=environment, capture_output=True, text=True, check=False)
    assert "ACME-101" in result.stdout, result.stderr


def test_their_pages_are_explained_where_a_plan_lists_them(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.install(PACKAGE)
    (site.folder / "plan.yaml").write_text(PLAN.format(rules="ACME", name=LONG), "utf-8")
    monkeypatch.chdir(site.folder)
    assert explain("ACME-101") == 0
    assert "twenty characters" in capsys.readouterr().out
    with pytest.raises(CommandError):
        explain("ACME-102")
