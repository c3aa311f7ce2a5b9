"""Headings that Word numbers by itself."""

import pytest
from lxml import etree
from msgspec.structs import replace

from plan_compiler.document.inlines import CrossRef
from plan_compiler.document.nodes import Block, Heading, Lead, Paragraph
from plan_compiler.writers.docx import write_docx
from tests.documents import paragraph, text
from tests.writers.docx_lints import Docx, W, lint, text_of, value
from tests.writers.test_docx_fields import codes, document, theme

ZH = ("一、", "（一）", "1、", "（1）", "①")
DECIMAL = ("1", "1.1", "1.1.1")


def heading(level: int, label: str, anchor: str = "") -> Heading:
    return Heading(level, label, text("标题"), anchor or f"a{level}{label}", ())


def lead(level: int, label: str) -> Paragraph:
    return Paragraph(text("正文。"), (), Lead(level, label, text("连排"), "。", f"l{label}"))


def written(numbering: tuple[str, ...], *blocks: Block) -> Docx:
    data = write_docx(replace(document(*blocks), numbering=numbering), theme())
    assert lint(data) == []
    return Docx(data)


def printed(file: Docx) -> list[str]:
    """What Word prints of the paragraphs: the number it counts, then the text."""
    return [
        counted + words for counted, words in zip(counts(file), map(text_of, file.document.iter(f"{W}p")), strict=True)
    ]


def counts(file: Docx) -> list[str]:
    """The numbers of all paragraphs, as 17.9 has them counted, for decimal and Chinese counters up to ten."""
    styles = {value(s, "styleId"): s for s in file.parts["word/styles.xml"].iter(f"{W}style")}
    levels = {
        value(lvl, "ilvl"): lvl
        for lvl in file.parts["word/numbering.xml"].iter(f"{W}lvl")
        if lvl.find(f"{W}pStyle") is not None
    }
    counters = [0] * 9
    numbers = []
    for p in file.document.iter(f"{W}p"):
        style = p.find(f"{W}pPr/{W}pStyle")
        of_style = None if style is None else styles[value(style)].find(f"{W}pPr/{W}numPr")
        own = p.find(f"{W}pPr/{W}numPr")
        found = of_style if own is None else own
        if found is None or child(found, "numId") != "2":
            numbers.append("")
            continue
        level = int(child(found, "ilvl"))
        counters[level:] = [counters[level] + 1, *(0 for _ in counters[level + 1 :])]
        label = child(levels[str(level)], "lvlText")
        for shown in range(level + 1):
            counter = child(levels[str(shown)], "numFmt")
            digits = (
                "一二三四五六七八九十"[counters[shown] - 1] if counter.startswith("chinese") else str(counters[shown])
            )
            label = label.replace(f"%{shown + 1}", digits)
        numbers.append(label)
    return numbers


def child(element: etree._Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    assert found is not None
    return value(found)


def texts(file: Docx) -> list[str]:
    return [text_of(p) for p in file.document.iter(f"{W}p")]


def test_word_counts_what_the_plan_has_counted() -> None:
    file = written(ZH, heading(1, "一、"), heading(2, "（一）"), lead(3, "1、"), lead(3, "2、"), heading(2, "（二）"), heading(1, "二、"), heading(2, "（一）", "x"))  # fmt: skip
    assert texts(file) == ["标题", "标题", "连排。正文。", "连排。正文。", "标题", "标题", "标题"]
    assert printed(file) == [
        "一、标题",
        "（一）标题",
        "1、连排。正文。",
        "2、连排。正文。",
        "（二）标题",
        "二、标题",
        "（一）标题",
    ]


def test_numbers_of_all_levels() -> None:
    file = written(DECIMAL, heading(1, "1"), heading(2, "1.1"), heading(3, "1.1.1"), heading(1, "2"), heading(2, "2.1"))
    assert printed(file) == ["1　标题", "1.1　标题", "1.1.1　标题", "2　标题", "2.1　标题"]


@pytest.mark.parametrize(
    "labels",
    [
        ["一、", "二、", "四、", "四、"],  # a number that someone fixed by hand
        ["", "一、", "", "二、"],
        ["第一章", "第二章"],
        ["三、", "一、"],
    ],
)
def test_other_numbers_stay_as_they_are(labels: list[str]) -> None:
    file = written(ZH, *(heading(1, label, f"h{i}") for i, label in enumerate(labels)))
    assert printed(file) == [label + ("　" if label[-1:] == "章" else "") + "标题" for label in labels]


def test_a_scheme_of_one_section_is_text() -> None:
    file = written(
        ZH, heading(1, "一、"), heading(2, "1.1"), heading(2, "1.2"), heading(1, "二、"), heading(2, "（一）")
    )
    assert printed(file) == ["一、标题", "1.1　标题", "1.2　标题", "二、标题", "（一）标题"]


@pytest.mark.parametrize("sample", ["㈠", "%1", "001", "", "x"])
def test_what_word_cannot_count_is_text(sample: str) -> None:
    file = written((sample,), heading(1, sample))
    assert printed(file)[0].startswith(sample)
    assert not list(file.document.iter(f"{W}numPr"))


def test_an_anchor_that_is_there_twice_is_not_counted() -> None:
    assert texts(written(ZH, heading(1, "一、", "a"), heading(1, "二、", "a"))) == ["一、标题", "二、标题"]


def test_references_repeat_the_number_of_the_paragraph() -> None:
    file = written(("第一章",), heading(1, "第一章", "a"), paragraph(CrossRef("第一章", "a")))
    assert codes(file) == ["REF plan_a \\n \\h"]


def test_references_without_the_signs_around_a_number_are_links() -> None:
    file = written(ZH, heading(1, "一、", "a"), paragraph(CrossRef("一", "a")))
    assert codes(file) == []
    assert [value(link, "anchor") for link in file.document.iter(f"{W}hyperlink")] == ["plan_a"]
