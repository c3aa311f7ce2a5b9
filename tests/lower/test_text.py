from typing import Any

from plan_compiler.document.inlines import CrossRef, Emphasis, Footnote, Marked, NumberText, Strong, Text, plain_text
from plan_compiler.document.nodes import List, Paragraph
from plan_compiler.lower import lower
from plan_compiler.model import prose
from tests.lower.plans import linked_plan

AT = (0, 1)
BODY = ("chapters", 0, "body")


def lowered(*inlines: Any, more: Any = ()) -> Any:
    """The document of one chapter whose body is a paragraph of `inlines`, and then `more` blocks."""
    blocks = (prose.Paragraph(inlines, AT), *more)
    chapter = {"id": "one", "title": "章", "body": "x"}
    return lower(linked_plan({BODY: blocks}, chapters=(chapter,), facts=({"id": "seen", "value": "7家"},)))


def paragraph(*inlines: Any) -> Any:
    return lowered(*inlines).parts[2].blocks[1]


def test_words_strong_and_emphasis() -> None:
    words = prose.Words("甲", AT)
    found = paragraph(words, prose.Strong((words,), (1, 6)), prose.Emphasis((words,), (6, 9)))
    inlines = (Text("甲"), Strong((Text("甲"),)), Emphasis((Text("甲"),)))
    assert found == Paragraph(inlines, BODY, extents=(AT, (1, 6), (6, 9)))


def test_figures_print_their_words_and_name_their_source() -> None:
    found = paragraph(
        prose.Defined("12157户", "demolished", (0, 20), (1, 7), (10, 19)),
        prose.Stated("7家", "seen", (20, 30), (21, 23), (25, 29)),
        prose.Computed("seen + seen", None, (30, 47), (33, 44)),
    )
    assert found.inlines == (
        NumberText("12157户", "demolished"),
        NumberText("7家", "seen"),
        NumberText("14家", "seen + seen"),
    )


def test_reference_prints_the_label_of_its_target() -> None:
    found = paragraph(prose.LabelRef("one", False, (0, 8), (4, 7)), prose.LabelRef("one", True, (8, 21), (12, 15)))
    label, page = found.inlines
    assert (label.anchor, label.page, page.anchor, page.page) == ("one", False, "one", True)
    assert "一" in label.text


def test_reference_to_nothing_is_printed_as_written() -> None:
    assert paragraph(prose.LabelRef("none", False, (0, 9), (4, 8))).inlines == (Text("[](#none)"),)


def test_footnotes_are_numbered_through_the_document() -> None:
    def note(text: str) -> Any:
        return prose.Footnote((prose.Words(text, AT),), AT)

    document = lowered(note("一"), note("二"), more=(prose.Paragraph((note("三"),), AT),))
    notes = [i for b in document.parts[2].blocks[1:] for i in b.inlines]
    assert notes == [Footnote(n, (Text(t),)) for n, t in enumerate("一二三", 1)]


def test_lists_nest() -> None:
    inner = prose.BulletList(True, ((prose.Paragraph((prose.Words("乙", AT),), AT),),), AT)
    outer = prose.BulletList(False, ((prose.Paragraph((prose.Words("甲", AT),), AT), inner),), AT)
    found = lowered(more=(outer,)).parts[2].blocks[2]
    assert isinstance(found, List)
    assert not found.ordered
    text, below = found.items[0].blocks
    assert isinstance(text, Paragraph)
    assert isinstance(below, List)
    assert text.inlines == (Text("甲"),)
    assert below.ordered
    assert below.items[0].label == ""


def test_sources_tell_where_a_figure_comes_from() -> None:
    document = lowered(
        prose.Defined("12157户", "demolished", (0, 20), (1, 7), (10, 19)),
        prose.Stated("约7家", "seen", (20, 30), (21, 23), (25, 29)),
        prose.Computed("seen + demolished", None, (30, 47), (33, 50)),
    )
    home = document.sources["demolished"]
    assert (home.printed, home.place) == ("12157户", "一、章")
    direct = document.sources["seen"]
    assert (direct.printed, direct.definition) == ("7家", "")
    derived = document.sources["seen + demolished"]
    assert (derived.definition, derived.place) == ("= 7家 + 12157户", "一、章")


def test_plain_text_leaves_out_footnotes_and_deletions() -> None:
    inlines = (
        Text("甲"),
        Strong((NumberText("1", "a"),)),
        Footnote(1, (Text("注"),)),
        Marked("deleted", (Text("删"),)),
        Marked("inserted", (Emphasis((CrossRef("表1", "t"),)),)),
    )
    assert plain_text(inlines) == "甲1表1"
