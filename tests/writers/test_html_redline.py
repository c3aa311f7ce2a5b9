"""A redline on the screen: the same marks as in Word, as insertions and deletions that are read out."""

from lxml import html
from msgspec.structs import replace

from plan_compiler.document.nodes import Block, Document, Heading, Table
from plan_compiler.document.revisions import after
from plan_compiler.marks.redline import redline
from plan_compiler.writers.html import write_html, write_page
from plan_compiler.writers.pictures import Picture
from tests.documents import sample_document
from tests.writers.themes import shipped_theme


def _shorter(document: Document) -> Document:
    """Without the first heading's number, the second row of each table, and the last block of the body."""
    parts = []
    for part in document.parts:
        blocks: list[Block] = []
        for block in part.blocks:
            if isinstance(block, Table) and block.caption.series == "annex":
                blocks.append(replace(block, rows=block.rows[:2] + block.rows[3:]))
            elif isinstance(block, Heading) and block.label:
                blocks.append(replace(block, label="九、"))
            else:
                blocks.append(block)
        parts.append(replace(part, blocks=tuple(blocks)))
    return replace(document, parts=tuple(parts))


def test_marks_are_insertions_and_deletions() -> None:
    old = after(sample_document())
    page = html.fromstring(write_html(redline(old, _shorter(old)), shipped_theme(), {})["index.html"].decode())
    gone = [row for row in page.iter("tr") if "row-deleted" in row.get("class", "")]
    assert gone
    assert all(row.find(".//del") is not None for row in gone)
    labels = [it for it in page.iter("span") if it.get("class") == "label" and it.find("ins") is not None]
    assert labels
    assert {label.findtext("ins") for label in labels} == {"九、"}
    assert all(label.find("del") is not None for label in labels)


def test_the_cover_shows_what_it_was() -> None:
    old = after(sample_document())
    new = replace(old, cover=replace(old.cover, title="新题", status=""))
    page = html.fromstring(write_html(redline(old, new), shipped_theme(), {})["index.html"].decode())
    (title,) = page.iter("h1")
    assert [(it.tag, it.text) for it in title] == [("del", old.cover.title), ("ins", "新题")]


def test_one_page_has_everything_in_it() -> None:
    document = sample_document()
    picture = Picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg")
    text = write_page(document, shipped_theme(), dict.fromkeys(("figures/map.png",), picture))
    page = html.fromstring(text)
    assert not list(page.iter("script", "link")) or {link.get("href") for link in page.iter("link")} == {"data:,"}
    assert len(list(page.iter("style"))) == 2
    assert all((image.get("src") or "").startswith("data:") for image in page.iter("img"))
    linked = {link.get("href", "") for link in page.iter("a")}
    assert linked
    assert all(address.startswith("#") for address in linked)


def test_a_document_without_changes_has_none() -> None:
    document = after(sample_document())
    page = write_html(redline(document, document), shipped_theme(), {})["index.html"].decode()
    assert "<ins" not in page
    assert "<del" not in page
