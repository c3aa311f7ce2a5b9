"""The page of a revision, and the text that lies in it, before the checkers of any other page, and in the hands of a reader."""

import json
import sys
from pathlib import Path

import pytest
from lxml import html

from tests.conform.conftest import run, tool
from tests.conform.test_html import HERE, scripts

__all__ = ["scripts"]


@pytest.fixture(scope="module")
def review(versions: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("review") / "review.html"
    done = run([sys.executable, "-m", "plan_compiler.cli.main", "diff", *versions, "--format", "html", "--out", file])
    assert done.returncode == 0, done.stderr
    return file


@pytest.fixture(scope="module", params=["review", "text"])
def page(request: pytest.FixtureRequest, review: Path) -> Path:
    """The page, and that of the text in its frame, which checkers of the former do not look into."""
    if request.param == "review":
        return review
    (frame,) = html.fromstring(review.read_bytes()).iter("iframe")
    inner = review.with_name("text.html")
    inner.write_text(frame.get("srcdoc", ""), "utf-8")
    return inner


def test_the_nu_html_checker_has_nothing_to_say(page: Path) -> None:
    jar = tool("").parent / "vnu-jar/build/dist/vnu.jar"
    report = run(["java", "-jar", jar, "--format", "json", "--stdout", page])
    messages = json.loads(report.stdout)["messages"]
    assert [f"{m.get('lastLine')}: {m['message']}" for m in messages] == []


def test_html_validate_has_nothing_to_say(page: Path) -> None:
    report = run([tool("html-validate"), "--formatter", "json", "--config", HERE / ".htmlvalidate.json", page])
    messages = [m for page in json.loads(report.stdout) for m in page["messages"]]
    assert [f"{m['line']}: {m['ruleId']}: {m['message']}" for m in messages] == []


def test_axe_has_nothing_to_say(page: Path, scripts: Path) -> None:
    report = run(["node", scripts / "axe.mjs", page], seconds=300)
    assert report.returncode == 0, report.stderr
    assert report.stdout.splitlines() == []


def test_a_reviewer_can_use_it(review: Path, scripts: Path) -> None:
    report = run(["node", scripts / "reviewing.mjs", review], seconds=300)
    assert report.returncode == 0, report.stderr
    assert report.stdout.splitlines() == []
