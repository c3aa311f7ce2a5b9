from typing import Any

from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import Box, Figure, Heading, Lead, List, Paragraph
from plan_compiler.lower import lower
from plan_compiler.model.prose import Paragraph as ProseParagraph
from plan_compiler.model.prose import Words
from tests.lower.plans import linked_plan, prose

BODY = 2


def body(**fields: Any) -> Any:
    return lower(linked_plan(**fields)).parts[BODY].blocks


def test_headings_carry_their_level_number_and_anchor() -> None:
    blocks = body(
        chapters=(
            {"id": "base", "title": "基础", "sections": ({"title": "回顾", "body": "正文。"}, {"title": "问题"})},
            {"title": "附言", "numbered": False},
        )
    )
    headings = [(b.level, b.label, b.title, b.anchor) for b in blocks if isinstance(b, Heading)]
    assert headings == [
        (1, "一、", (Text("基础"),), "base"),
        (2, "（一）", (Text("回顾"),), "chapters-0-sections-0"),
        (2, "（二）", (Text("问题"),), "chapters-0-sections-1"),
        (1, "", (Text("附言"),), "chapters-1"),
    ]
    assert blocks[2] == Paragraph((Text("正文。"),), ("chapters", 0, "sections", 0, "body"), extents=((0, 3),))


def test_section_without_title_leaves_its_sections_on_its_own_level() -> None:
    blocks = body(chapters=({"body": "前言。", "sections": ({"title": "甲"},)}, {"title": "乙"}))
    assert [(type(b), getattr(b, "level", 0), getattr(b, "label", "")) for b in blocks] == [
        (Paragraph, 0, ""),
        (Heading, 1, "一、"),
        (Heading, 1, "二、"),
    ]


def test_run_in_title_leads_its_first_paragraph() -> None:
    path = ("chapters", 0, "sections", 0, "body")
    two = (*prose("第一段。"), ProseParagraph((Words("第二段。", (6, 10)),), (6, 10)))
    chapter = {"title": "章", "sections": ({"title": "推进", "run_in": True, "body": "第一段。\n\n第二段。"},)}
    _, first, second = body(texts={path: two}, chapters=(chapter,))
    assert first.lead == Lead(2, "（一）", (Text("推进"),), "。", "chapters-0-sections-0", origin=path[:-1])
    assert first.inlines == (Text("第一段。"),)
    assert second.lead is None


def test_run_in_title_stands_alone_before_a_block_and_keeps_its_own_closing() -> None:
    item = {"list": {"items": ("甲",)}}
    _, lead, items, asked = body(
        chapters=(
            {
                "title": "章",
                "sections": (
                    {"title": "要点", "run_in": True, "body": (item,)},
                    {"title": "为何？", "run_in": True, "body": "因为。"},
                ),
            },
        )
    )
    assert (lead.inlines, lead.lead.close) == ((), "")
    assert isinstance(items, List)
    assert asked.lead.close == ""


def test_deep_sections_stay_within_six_levels() -> None:
    section: dict[str, object] = {"title": "底"}
    for _ in range(8):
        section = {"title": "层", "sections": (section,)}
    assert max(b.level for b in body(chapters=(section,)) if isinstance(b, Heading)) == 6


def test_published_number_is_printed() -> None:
    (heading,) = body(chapters=({"title": "章", "stated": {"label": "六、"}},))
    assert heading.label == "六、"


def test_list_has_its_line_its_numbers_and_its_anchor() -> None:
    items = {"id": "nine", "title": "平台：", "numbering": "01", "items": ("甲", "乙")}
    _, title, found = body(chapters=({"title": "章", "body": ({"list": items},)},))
    assert title.inlines == (Text("平台："),)
    assert (found.ordered, found.anchor, [i.label for i in found.items]) == (True, "nine", ["01", "02"])


def test_list_without_numbering_takes_the_mark_of_the_theme() -> None:
    _, found = body(chapters=({"title": "章", "body": ({"list": {"items": ("甲",)}},)},))
    assert (found.ordered, found.anchor, found.items[0].label) == (False, "", "")


def test_box_holds_texts_and_lists() -> None:
    box = {"id": "works", "title": "工程", "body": ("前文。", {"list": {"items": ("甲",)}})}
    plain = {"title": "简", "body": "一段。"}
    _, found, other = body(chapters=({"title": "章", "body": ({"box": box}, {"box": plain})},))
    assert isinstance(found, Box)
    assert (found.caption.label, found.caption.anchor) == ("专栏1-1", "works")
    assert [type(b) for b in found.blocks] == [Paragraph, List]
    assert other.caption.label == "专栏1-2"
    assert other.blocks[0].origin == ("chapters", 0, "body", 1, "box", "body")


def test_figure_still_to_come_has_no_file() -> None:
    figures = [{"figure": {"title": "图", "alt": "图景", "file": file}} for file in ("待补", "img/a.png")]
    _, waiting, there = body(chapters=({"title": "章", "body": (*figures,)},))
    assert isinstance(waiting, Figure)
    assert (waiting.file, there.file) == (None, "img/a.png")
    assert (waiting.caption.label, there.caption.label) == ("图1", "图2")


def test_second_owner_of_an_id_has_an_anchor_of_its_own() -> None:
    first, second = body(chapters=({"id": "same", "title": "甲"}, {"id": "same", "title": "乙"}))
    assert (first.anchor, second.anchor) == ("same", "chapters-1")
