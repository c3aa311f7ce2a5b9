"""Pages before two checkers of HTML, axe-core and Lighthouse, and in the hands of a reader: all in a browser, none online."""

import json
import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conform.conftest import ROOT, run, tool

BROWSED = ("content", "charts", "faults", "hostile")
"""The plans whose pages are opened in the browser, which takes its time: a draft and another theme are among them."""
HERE = ROOT / "tests/conform"


@pytest.fixture
def html(documents: Path) -> Path:
    return documents / "html"


@pytest.fixture
def browsed(html: Path) -> Path:
    if not html.parent.name.startswith(BROWSED):
        pytest.skip("not opened in the browser")
    return html


@pytest.fixture(scope="session")
def scripts() -> Path:
    """The scripts of this folder beside the packages that they use."""
    folder = tool("").parents[1] / "scripts"
    shutil.copytree(HERE / "browser", folder, dirs_exist_ok=True)
    return folder


@pytest.fixture
def address(html: Path) -> Iterator[str]:
    """The page on this machine's own network, since Lighthouse opens no file."""
    handler = partial(_Quiet, directory=str(html))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/index.html"
        server.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # the name that the base class has
        pass


def test_the_nu_html_checker_has_nothing_to_say(html: Path) -> None:
    jar = tool("").parent / "vnu-jar/build/dist/vnu.jar"
    # What the page's policy calls its own, the checker does not where the page is a file.
    own = "Resource violates Content Security Policy.*"
    files = (html / "index.html", *sorted(html.glob("assets/*.css")), *sorted(html.glob("assets/*.svg")))
    report = run(
        ["java", "-jar", jar, "--format", "json", "--stdout", "--also-check-css", "--filterpattern", own, *files]
    )
    messages = json.loads(report.stdout)["messages"]
    assert [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in messages] == []


def test_html_validate_has_nothing_to_say(html: Path) -> None:
    report = run(
        [tool("html-validate"), "--formatter", "json", "--config", HERE / ".htmlvalidate.json", html / "index.html"]
    )
    messages = [m for page in json.loads(report.stdout) for m in page["messages"]]
    assert [f"{m['line']}: {m['ruleId']}: {m['message']}" for m in messages] == []


def test_axe_has_nothing_to_say(browsed: Path, scripts: Path) -> None:
    report = run(["node", scripts / "axe.mjs", browsed / "index.html"], seconds=300)
    assert report.returncode == 0, report.stderr
    assert report.stdout.splitlines() == []


def test_a_reader_can_use_it(browsed: Path, scripts: Path) -> None:
    report = run(["node", scripts / "reading.mjs", browsed / "index.html"], seconds=300)
    assert report.returncode == 0, report.stderr
    assert report.stdout.splitlines() == []


def test_lighthouse_is_content(html: Path, address: str, tmp_path: Path) -> None:
    if not html.parent.name.startswith("content"):
        pytest.skip("one page is enough")
    os.environ.setdefault("CHROME_PATH", shutil.which("chromium") or "")
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    report = run(
        [
            tool("lighthouse"),
            address,
            "--quiet",
            "--only-categories=accessibility,best-practices",
            "--output=json",
            f"--output-path={tmp_path / 'lighthouse.json'}",
            f"--chrome-flags={flags} --disable-component-update --disable-sync",
        ],
        seconds=300,
    )
    assert report.returncode == 0, report.stderr
    categories = json.loads((tmp_path / "lighthouse.json").read_text())["categories"]
    scores = {name: round(100 * category["score"]) for name, category in categories.items()}
    assert min(scores.values()) >= 95, scores
