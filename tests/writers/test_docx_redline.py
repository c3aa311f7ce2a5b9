"""The tracked changes of a redline: accepted they leave the newer document, rejected the older one."""

from functools import cache
from pathlib import Path
from typing import Literal

from hypothesis import Phase, given, settings

from plan_compiler.document.nodes import Document
from plan_compiler.lower import lower
from plan_compiler.marks.redline import redline
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.docx.scope import Revision
from plan_compiler.writers.theme import Theme
from tests.marks.documents import revised
from tests.marks.edits import edited
from tests.writers.themes import shipped_theme
from tests.writers.word_changes import W, part, resolved
from tests.writers.word_text import Reader, Value

REVISION = Revision("王芳", "2026-03-01T08:00:00Z")


@cache
def _theme() -> Theme:
    return shipped_theme()


def _value(docx: bytes, *, loose: bool = False) -> Value:
    return Reader(part(docx, "word/document.xml"), part(docx, "word/footnotes.xml"), loose=loose).value()


def _answered(docx: bytes, answer: Literal["accept", "reject"], *, loose: bool = False) -> Value:
    document, notes = (resolved(part(docx, f"word/{name}.xml"), answer) for name in ("document", "footnotes"))
    return Reader(document, notes, loose=loose).value()


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(revised())
def test_accepted_it_is_the_newer_document_and_rejected_the_older(pair: tuple[Document, Document]) -> None:
    old, new = pair
    docx = write_docx(redline(old, new), _theme(), revision=REVISION)
    assert _answered(docx, "accept") == _value(write_docx(new, _theme()))
    assert _answered(docx, "reject", loose=True) == _value(write_docx(old, _theme()), loose=True)


def test_the_number_of_a_caption_that_is_gone_is_not_counted() -> None:
    old = _content()
    new = _content(**{"  - chapters/space.yaml\n": ""})
    document = part(write_docx(redline(old, new), _theme(), revision=REVISION), "word/document.xml")
    deleted = [code.text for code in document.iter(f"{W}delInstrText")]
    assert not [code for code in deleted if code and code.startswith("SEQ")]
    assert "科技城规划路网图" in "".join(text.text or "" for text in document.iter(f"{W}delText"))


CONTENT = Path(__file__).parents[2] / "content"


def _content(**changes: str) -> Document:
    """The shipped plan, each of `changes` made once in the first file that has it."""
    files = {str(f.relative_to(CONTENT)): f.read_text("utf-8") for f in sorted(CONTENT.rglob("*.yaml"))}
    for before, after in changes.items():
        path = next(path for path, text in files.items() if before in text)
        files[path] = files[path].replace(before, after, 1)
    linked = check(MemoryTree(files)).linked
    assert linked is not None
    return lower(linked)


def test_the_shipped_plan_after_a_round_of_changes() -> None:
    old = _content()
    new = _content(**{"2025: 220": "2025: 230", "推进": "加快推进", "  - chapters/approach.yaml\n": ""})
    docx = write_docx(redline(old, new), _theme(), revision=REVISION)
    assert _answered(docx, "accept") == _value(write_docx(new, _theme()))
    assert _answered(docx, "reject", loose=True) == _value(write_docx(old, _theme()), loose=True)


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(edited())
def test_after_a_few_edits_it_is_both_documents(pair: tuple[Document, Document]) -> None:
    old, new = pair
    docx = write_docx(redline(old, new), _theme(), revision=REVISION)
    assert _answered(docx, "accept") == _value(write_docx(new, _theme()))
    was, then = _answered(docx, "reject", loose=True), _value(write_docx(old, _theme()), loose=True)
    if len(old.parts) != len(new.parts):  # the pages are those of the newer
        was, then = ([block for block in value if block != ("section",)] for value in (was, then))
    assert was == then
