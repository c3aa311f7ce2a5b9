"""Captions, references and lists: what Word counts and repeats by itself."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plan_compiler.document.inlines import CrossRef, Emphasis, Strong, Text
from plan_compiler.document.nodes import Block, Box, Caption, Document, Figure, List, ListItem, Paragraph, Part
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.docx.sequences import sequences
from plan_compiler.writers.theme import Theme, load_theme
from tests.documents import paragraph, sample_document, text
from tests.writers.docx_lints import Docx, W, lint, text_of, value


def theme() -> Theme:
    loaded, faults = load_theme("gongwen", lambda path: None)
    assert loaded is not None, faults
    return loaded


def document(*blocks: Block) -> Document:
    return replace(sample_document(), contents=(), parts=(Part("body", "portrait", blocks),))


def written(*blocks: Block) -> Docx:
    data = write_docx(document(*blocks), theme())
    assert lint(data) == []
    return Docx(data)


def figure(label: str, anchor: str = "") -> Figure:
    return Figure(Caption("figure", label, text("图"), anchor), "", None, ())


def codes(file: Docx) -> list[str]:
    return [(code.text or "").strip() for code in file.document.iter(f"{W}instrText")]


def test_captions_count_by_themselves() -> None:
    file = written(figure("图1"), figure("图2"))
    assert codes(file) == ["SEQ 图 \\* ARABIC"] * 2
    assert [text_of(p) for p in file.paragraphs("FigureCaption")] == ["图1　图", "图2　图"]


def test_a_label_out_of_turn_sets_the_counter() -> None:
    assert codes(written(figure("图3-1"), figure("图3-2"), figure("图4-1"), figure("图4-7"))) == [
        "SEQ 图 \\* ARABIC",
        "SEQ 图 \\* ARABIC",
        "SEQ 图 \\* ARABIC \\r 1",
        "SEQ 图 \\* ARABIC \\r 7",
    ]


def test_a_paragraph_stays_with_the_list_that_it_introduces() -> None:
    items = List(False, (ListItem("", (paragraph(Text("甲")),), ()),), "", ())
    file = written(paragraph(Text("远处")), paragraph(Text("实施以下行动：")), items, paragraph(Text("其后")))
    kept = [text_of(p) for p in file.document.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["实施以下行动："]


def test_a_frame_prints_what_other_formats_print() -> None:
    awaited = Figure(Caption("figure", "图1", text("图"), "f"), "给屏幕阅读器的话", None, ())
    file = Docx(write_docx(replace(document(awaited), words={"placeholder": "图片待补"}), theme()))
    assert [text_of(p) for p in file.paragraphs("FigureFrame")] == ["图片待补"]


def test_a_label_without_number_is_text() -> None:
    file = written(figure("附图甲"))
    assert codes(file) == []
    assert [text_of(p) for p in file.paragraphs("FigureCaption")] == ["附图甲　图"]


def test_a_label_that_starts_with_a_number_is_counted_by_its_kind() -> None:
    assert codes(written(figure("1"))) == ["SEQ figure \\* ARABIC"]


@given(st.lists(st.integers(1, 99_999), max_size=8), st.sampled_from(["图", "专栏3-", "Table ", ""]))
def test_word_counts_what_is_printed(numbers: list[int], prefix: str) -> None:
    figures = [figure(f"{prefix}{number}", f"a{i}") for i, number in enumerate(numbers)]
    counter, counted = 0, []
    for sequence in sequences(figures).values():
        words = sequence.instruction.split()
        counter = int(words[words.index("\\r") + 1]) if "\\r" in words else counter + 1
        counted.append(f"{sequence.before}{counter}")
    assert counted == [f.caption.label for f in figures]


def test_references_repeat_the_label_they_point_at() -> None:
    file = written(figure("图1", "map"), paragraph(Text("见"), CrossRef("图1", "map"), CrossRef("1", "map", page=True)))
    assert codes(file)[1:] == ["REF plan_map \\h \\* MERGEFORMAT", "PAGEREF plan_map \\h"]
    start = next(file.document.iter(f"{W}bookmarkStart"))
    inside = []
    node = start.getnext()
    while node is not None and node.tag != f"{W}bookmarkEnd":
        inside.append(text_of(node))
        node = node.getnext()
    assert "".join(inside) == "图1"


def test_a_reference_in_other_words_is_a_link() -> None:
    file = written(figure("图1", "map"), paragraph(CrossRef("路网图", "map")))
    assert [value(link, "anchor") for link in file.document.iter(f"{W}hyperlink")] == ["plan_map"]
    assert not any(code.startswith("REF") for code in codes(file))


def test_a_reference_to_nothing_is_text() -> None:
    assert text_of(written(paragraph(CrossRef("图9", "nowhere"))).paragraphs("BodyText")[0]) == "图9"


def test_references_in_a_document_print_pages_of_the_layout() -> None:
    blocks = (figure("图1", "map"), paragraph(CrossRef("?", "map", page=True)))
    file = Docx(write_docx(document(*blocks), theme(), {"map": "37"}))
    assert text_of(file.paragraphs("BodyText")[0]) == "37"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_any_anchor_becomes_a_bookmark_of_its_own(anchors: list[str]) -> None:
    blocks = [figure(f"图{i}", anchor) for i, anchor in enumerate(anchors, 1)]
    references = [paragraph(CrossRef("见", anchor)) for anchor in anchors]
    written(*blocks, *references)


def test_long_anchors_with_one_beginning_stay_apart() -> None:
    anchors = ["数" * 60 + tail for tail in "甲乙"] + ["plan_1", "PLAN_1", "a.b", "a_b"]
    written(*(figure("", anchor) for anchor in anchors))


def items(*labels: str, blocks: tuple[Block, ...] = (Paragraph(text("项"), ()),)) -> tuple[ListItem, ...]:
    return tuple(ListItem(label, blocks, ()) for label in labels)


def numberings(file: Docx) -> list[tuple[str, str]]:
    found = []
    for properties in file.document.iter(f"{W}numPr"):
        level, number = properties
        found.append((value(number), value(level)))
    return found


def test_each_counted_list_starts_anew() -> None:
    file = written(List(True, items("", ""), "", ()), List(False, items(""), "", ()), List(True, items(""), "", ()))
    assert numberings(file) == [("4", "0"), ("4", "0"), ("1", "0"), ("5", "0")]


def test_lists_inside_lists_take_the_next_level() -> None:
    inner = List(True, items(""), "", ())
    file = written(List(False, items("", blocks=(Paragraph(text("外"), ()), inner)), "", ()))
    assert numberings(file) == [("1", "0"), ("4", "1")]


def test_marks_of_the_theme_become_levels() -> None:
    levels = Docx(write_docx(document(), theme())).parts["word/numbering.xml"]
    texts = [value(level) for level in levels.iter(f"{W}lvlText")]
    assert texts[:2] == ["——", "·"]
    assert texts[9:11] == ["%1．", "（%2）"]


def test_marks_of_other_kinds() -> None:
    loaded = theme()
    lists = loaded.look.lists.model_copy(update={"ordered": ("①", "(a)", "※")})
    look = loaded.look.model_copy(update={"lists": lists})
    levels = Docx(write_docx(document(), replace(loaded, look=look))).parts["word/numbering.xml"]
    formats = [value(level) for level in levels.iter(f"{W}numFmt")][9:12]
    assert formats == ["decimalEnclosedCircle", "lowerLetter", "bullet"]
    assert [value(level) for level in levels.iter(f"{W}lvlText")][9:12] == ["%1", "(%2)", "※"]


def test_an_item_with_a_number_of_its_own_keeps_it() -> None:
    file = written(List(True, items("01", "（二）"), "", ()))
    assert [text_of(p) for p in file.paragraphs("BodyText")] == ["01 项", "（二）项"]
    assert numberings(file) == []


def test_items_that_begin_with_something_else_or_with_nothing() -> None:
    file = written(List(False, items("", blocks=(figure("图1"),)) + items("", blocks=()), "all", ()))
    assert len(numberings(file)) == 2
    assert [text_of(p) for p in file.paragraphs("BodyText")] == ["", ""]


def test_a_paragraph_that_goes_on_in_an_item_has_no_mark() -> None:
    two = (Paragraph(text("一"), ()), Paragraph(text("二"), ()))
    assert len(numberings(written(List(False, items("", blocks=two), "", ())))) == 1


def test_strong_and_emphasis_nest() -> None:
    file = written(paragraph(Strong((Text("甲"), Emphasis((Text("乙"), Strong((Text("丙"),)))))), Emphasis(text("丁"))))
    styles = [value(style) for style in file.document.iter(f"{W}rStyle")]
    assert styles == ["Strong", "StrongEmphasis", "StrongEmphasis", "Emphasis"]


def test_ambiguous_marks_take_the_chinese_face() -> None:
    file = written(paragraph(Text("“十四五”")), paragraph(Text("plain")))
    assert len(list(file.document.iter(f"{W}rFonts"))) == 1


def test_line_breaks_and_tabs_are_kept() -> None:
    file = written(paragraph(Text("甲\n乙\t丙")))
    body = file.paragraphs("BodyText")[0]
    assert [len(list(body.iter(f"{W}{tag}"))) for tag in ("br", "tab")] == [1, 1]


def test_a_box_holds_its_blocks() -> None:
    box = Box(Caption("box", "专栏1", text("工程"), "b"), (paragraph(Text("内容")), figure("图1")), ())
    file = written(box, replace(box, blocks=()), Box(Caption("box", "", (), ""), (), ()))
    tables = [t for t in file.document.iter(f"{W}tbl") if value(next(t.iter(f"{W}tblStyle"))) == "PlanBox"]
    assert text_of(tables[0]).startswith("专栏1　工程内容")
    assert [text_of(p) for p in file.paragraphs("BoxText")] == ["内容"]


def test_a_long_paragraph_before_a_list_may_end_a_page() -> None:
    items = List(False, (ListItem("", (paragraph(Text("甲")),), ()),), "", ())
    file = written(paragraph(Text("长" * 200)), items)
    assert not [p for p in file.document.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
