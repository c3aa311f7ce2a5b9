"""A redline holds both documents, and shows what changed as a person would."""

from hypothesis import given
from msgspec.structs import replace

from plan_compiler.document.inlines import Footnote, Inline, Marked, NumberText, Strong, Text
from plan_compiler.document.nodes import (
    Caption,
    Document,
    Heading,
    Paragraph,
    Table,
    TableCell,
    TableRow,
)
from plan_compiler.document.revisions import after, before, change_of
from plan_compiler.marks.redline import redline
from tests.marks.documents import bare, document_of, documents, revised, said
from tests.marks.edits import edited


@given(revised())
def test_accepted_it_is_the_newer_document_and_rejected_the_older(pair: tuple[Document, Document]) -> None:
    old, new = pair
    line = redline(old, new)
    assert bare(after(line)) == bare(new)
    assert bare(before(line)) == bare(old)


@given(edited())
def test_after_a_few_edits_it_is_both_documents(pair: tuple[Document, Document]) -> None:
    old, new = pair
    for line in (redline(old, new), redline(old, new, moves=True)):
        assert bare(after(line)) == bare(new)
        assert bare(before(line)) == bare(old)


@given(documents())
def test_of_a_document_and_itself_it_is_that(document: Document) -> None:
    assert redline(document, document) == document


def _merged(old: Paragraph, new: Paragraph) -> tuple[Inline, ...]:
    (block,) = redline(document_of(old), document_of(new)).parts[0].blocks
    assert isinstance(block, Paragraph)
    return block.inlines


def test_a_figure_is_told_whole() -> None:
    old, new = said(Text("总产值达到120亿元左右")), said(Text("总产值达到220亿元左右"))
    assert _merged(old, new) == (
        Text("总产值达到"),
        Marked("deleted", (Text("120亿元左右"),)),
        Marked("inserted", (Text("220亿元左右"),)),
    )


def test_a_figure_that_became_bound_is_no_change() -> None:
    old, new = said(Text("达到约120亿元")), said(Text("达到"), NumberText("约120亿元", "output[2025]"))
    assert _merged(old, new) == new.inlines


def test_stress_is_a_change_of_what_is_stressed() -> None:
    old, new = said(Text("必须完成任务")), said(Text("必须"), Strong((Text("完成"),)), Text("任务"))
    assert _merged(old, new) == (
        Text("必须"),
        Marked("deleted", (Text("完成"),)),
        Marked("inserted", (Strong((Text("完成"),)),)),
        Text("任务"),
    )


def test_a_footnote_changes_within() -> None:
    old, new = said(Text("甲"), Footnote(1, (Text("见附表一"),))), said(Text("甲"), Footnote(1, (Text("见附表二"),)))
    assert _merged(old, new) == (
        Text("甲"),
        Footnote(1, (Text("见附表"), Marked("deleted", (Text("一"),)), Marked("inserted", (Text("二"),)))),
    )


def test_footnotes_are_counted_through_both() -> None:
    old = said(Footnote(1, (Text("旧"),)), Text("共同的文字很长"))
    new = said(Text("共同的文字很长"), Footnote(1, (Text("新"),)))
    numbers = [note.number for mark in _merged(old, new) if isinstance(mark, Marked) for note in mark.inlines
               if isinstance(note, Footnote)]  # fmt: skip
    assert numbers == [1, 2]


def test_a_heading_keeps_its_words_when_its_number_changes() -> None:
    first = Heading(1, "一、", (Text("总体要求"),), "chapters-0", ("chapters", 0))
    moved = Heading(1, "二、", (Text("总体要求"),), "chapters-1", ("chapters", 1))
    added = Heading(1, "一、", (Text("前言"),), "chapters-0", ("chapters", 0))
    come, stays = redline(document_of(first), document_of(added, moved)).parts[0].blocks
    assert isinstance(come, Heading)
    assert isinstance(stays, Heading)
    assert (change_of(come.marks), change_of(stays.marks)) == ("inserted", None)
    assert (stays.was, stays.label, stays.anchor) == ("一、", "二、", "chapters-1")


def test_a_paragraph_that_moved_is_gone_and_new() -> None:
    one, two, three = (said(Text(text)) for text in ("推进园区建设", "完善交通网络", "加强财政保障"))
    blocks = redline(document_of(one, two, three), document_of(two, three, one)).parts[0].blocks
    assert [change_of(block.marks) for block in blocks] == ["deleted", None, None, "inserted"]


def _row(name: str, value: str, group: tuple[str, int] | None = None) -> TableRow:
    first = (TableCell((Text(group[0]),), role="group", rowspan=group[1]),) if group else ()
    cells = (TableCell((Text(name),), role="name"), TableCell((NumberText(value, name),), role="number"))
    return TableRow((*first, *cells), ("indicators", 0), anchor=name)


def _table(*rows: TableRow) -> Table:
    caption = Caption("table", "表1", (Text("主要指标"),), "targets")
    return Table(caption, "", ("类别", "指标", "2025年"), (200, 600, 200), (), rows, (), "targets", ("indicators",))


def test_a_row_is_gone_and_the_group_beside_it_stays_whole() -> None:
    old = _table(_row("output", "120", ("效益", 3)), _row("revenue", "90"), _row("tax", "8.1"))
    new = _table(_row("output", "220", ("效益", 2)), _row("tax", "8.1"))
    (table,) = redline(document_of(old), document_of(new)).parts[0].blocks
    assert isinstance(table, Table)
    assert [change_of(row.marks) for row in table.rows] == [None, "deleted", None]
    assert table.rows[0].cells[0].rowspan == 3
    assert table.rows[0].cells[2].inlines == (
        Marked("deleted", (NumberText("120", "output"),)),
        Marked("inserted", (NumberText("220", "output"),)),
    )


def test_a_caption_keeps_its_words_when_its_number_changes() -> None:
    old = _table(_row("output", "120", ("效益", 1)))
    new = replace(old, caption=replace(old.caption, label="表2"))
    (table,) = redline(document_of(old), document_of(new)).parts[0].blocks
    assert isinstance(table, Table)
    assert (table.caption.was, table.caption.label, change_of(table.marks)) == ("表1", "表2", None)
