"""Word files before two validators of the format, our own lints, and another program that reads and writes them."""

import json
import platform
import re
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from tests.conform.conftest import run, tool
from tests.conform.hostile import LONG, RARE
from tests.writers.docx_lints import Docx, W, lint, text_of, value


@pytest.fixture
def docx(documents: Path) -> Path:
    return documents / "plan.docx"


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


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where LibreOffice may keep its settings."""
    return f"-env:UserInstallation={tmp_path_factory.mktemp('office').as_uri()}"


@pytest.fixture
def again(docx: Path, office: str, tmp_path: Path) -> Docx:
    """The file as LibreOffice has read and written it."""
    done = run(["soffice", "--headless", office, "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path, docx])
    file = tmp_path / docx.name
    assert file.is_file(), done.stdout + done.stderr
    return Docx(file.read_bytes())


def test_libreoffice_keeps_texts_tables_fields_and_figures(docx: Path, again: Docx) -> None:
    ours = Docx(docx.read_bytes())
    assert texts(again) == texts(ours)
    assert tables(again) == tables(ours)
    assert fields(again) == fields(ours)
    assert notes(again) == notes(ours)
    for tag in ("bookmarkStart", "hyperlink", "footnoteReference", "tblHeader", "cantSplit", "vMerge", "sectPr"):
        assert count(again, tag) == count(ours, tag), tag
    assert bindings(again) == bindings(ours)
    assert [(name, store.xpath("string()")) for name, store in again.stores()] == [
        (name, store.xpath("string()")) for name, store in ours.stores()
    ]


def texts(file: Docx) -> list[str]:
    """The paragraphs. Where one refers to a page, its numbers may be others: who lays out the pages anew counts anew."""
    return [_words(p) for p in file.document.iter(f"{W}p") if text_of(p)]


def _words(paragraph: etree._Element) -> str:
    refers = any("PAGEREF" in (code.text or "") for code in paragraph.iter(f"{W}instrText"))
    return re.sub(r"[0-9]+", "#", text_of(paragraph)) if refers else text_of(paragraph)


def notes(file: Docx) -> list[str]:
    part = file.parts.get("word/footnotes.xml")
    return [] if part is None else [words for note in part if (words := text_of(note).strip())]


def tables(file: Docx) -> list[list[list[str]]]:
    return [
        [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
        for table in file.document.iter(f"{W}tbl")
    ]


def fields(file: Docx) -> list[frozenset[str]]:
    """What every field is told, in whatever order; how its result keeps its look is left to the program."""
    told = ((code.text or "").replace("\\* MERGEFORMAT", "").split() for code in file.document.iter(f"{W}instrText"))
    return [frozenset(words) for words in told if words]


def bindings(file: Docx) -> list[str]:
    return [value(binding, "xpath") for binding in file.document.iter(f"{W}dataBinding")]


def count(file: Docx, tag: str) -> int:
    return sum(1 for _ in file.document.iter(f"{W}{tag}"))


def test_hostile_words_come_out_as_they_are(docx: Path, request: pytest.FixtureRequest) -> None:
    if request.node.callspec.params["documents"] != "hostile":
        pytest.skip("the other plans mean no harm")
    words = "".join(texts(Docx(docx.read_bytes())))
    for expected in (
        "<script>alert(1)</script> ]]> &",
        "&amp; &lt;b&gt; &#0;",
        "{ 7*7 } {% raw %} ${x} <%= y %>",
        RARE,
        LONG,
    ):
        assert expected.replace(" ", "") in words.replace(" ", "")  # a line of the cover may end at a space
    assert "\u202e反\u202c右到左" in words
    assert all(words.count(mark) for mark in ("</w:body", "]]> ", "onerror=alert(1)", "</table", "<script"))
