"""A redline for readers numbers what moved, and is a redline as before."""

from random import Random
from time import process_time

from hypothesis import given

from plan_compiler.document.inlines import Marked, Text
from plan_compiler.document.nodes import Block, Document, Heading, Paragraph
from plan_compiler.document.revisions import after, before, change_of
from plan_compiler.marks.redline import redline
from tests.marks.documents import bare, document_of, revised, said


@given(revised())
def test_accepted_it_is_the_newer_document_and_rejected_the_older(pair: tuple[Document, Document]) -> None:
    old, new = pair
    line = redline(old, new, moves=True)
    assert bare(after(line)) == bare(new)
    assert bare(before(line)) == bare(old)


def _heading(number: int, label: str, title: str) -> Heading:
    return Heading(1, label, (Text(title),), f"chapters-{number}", ("chapters", number))


def _chapter(number: int, label: str, title: str, *texts: str) -> list[Block]:
    return [_heading(number, label, title), *map(said, texts)]


_ROADS = ("完善快速路网，建设三条主干道。", "优化公交线网布局，提高准点率。")
_WATER = ("划定岸线保护范围，推进河道整治。", "用水总量控制在2777万立方米以内。")
_FUNDS = (
    "安排专项资金，健全考核机制，压实责任。",
    "项目资金由财政统筹安排，多渠道筹集。",
    "建立项目库，滚动实施重大项目。",
)


def _blocks(old: list[Block], new: list[Block]) -> list[tuple[str | None, int, str]]:
    (part,) = redline(document_of(*old), document_of(*new), moves=True).parts
    found: list[tuple[str | None, int, str]] = []
    for block in part.blocks:
        assert isinstance(block, Heading | Paragraph)
        inlines = block.title if isinstance(block, Heading) else block.inlines
        text = "".join(inline.text for inline in inlines if isinstance(inline, Text))
        found.append((change_of(block.marks), next((mark.move for mark in block.marks), 0), text))
    return found


def test_a_chapter_that_moved_is_one_move() -> None:
    old = [
        *_chapter(0, "一、", "水务", *_WATER),
        *_chapter(1, "二、", "道路", *_ROADS),
        *_chapter(2, "三、", "保障", *_FUNDS),
    ]
    new = [
        *_chapter(0, "一、", "道路", *_ROADS),
        *_chapter(1, "二、", "保障", *_FUNDS),
        *_chapter(2, "三、", "水务", *_WATER),
    ]
    told = _blocks(old, new)
    texts = ["水务", *_WATER]
    assert told[:3] == [("deleted", 1, text) for text in texts]
    assert told[-3:] == [("inserted", 1, text) for text in texts]
    assert all(change is None for change, _, _ in told[3:-3])


def test_what_changed_on_the_way_is_shown_where_it_stands_now() -> None:
    moved = ("划定岸线保护范围，推进河道综合整治。", _WATER[1])
    old = [*_chapter(0, "一、", "水务", *_WATER), *_chapter(1, "二、", "保障", *_FUNDS)]
    new = [*_chapter(0, "一、", "保障", *_FUNDS), *_chapter(1, "二、", "水务", *moved)]
    block = redline(document_of(*old), document_of(*new), moves=True).parts[0].blocks[-2]
    assert isinstance(block, Paragraph)
    assert Marked("inserted", (Text("综合"),)) in block.inlines
    assert Text(_WATER[0][-6:-3]) not in block.inlines


def test_what_is_new_within_a_chapter_that_moved_is_new() -> None:
    added = "新建两座再生水厂，日处理五万吨。"
    old = [*_chapter(0, "一、", "水务", *_WATER), *_chapter(1, "二、", "保障", *_FUNDS)]
    new = [*_chapter(0, "一、", "保障", *_FUNDS), *_chapter(1, "二、", "水务", *_WATER, added)]
    assert _blocks(old, new)[-1] == ("inserted", 0, added)


def test_two_chapters_that_moved_to_two_places_are_two_moves() -> None:
    chapters = {
        "水务": _WATER,
        "道路": _ROADS,
        "保障": (*_FUNDS, "加强督查，开展年度评估。"),
        "开放": (
            "扩大对外开放，建设口岸平台。",
            "举办国际博览会，引进外资项目。",
            "建设跨境电商园区两处。",
            "培育外贸主体。",
        ),
    }

    def document(*titles: str) -> list[Block]:
        return [block for i, title in enumerate(titles) for block in _chapter(i, "", title, *chapters[title])]

    told = _blocks(document("水务", "道路", "保障", "开放"), document("保障", "水务", "开放", "道路"))
    moves = {text: number for change, number, text in told if change == "inserted" and text in chapters}
    assert sorted(moves) == ["水务", "道路"]
    assert sorted(moves.values()) == [1, 2]


def test_short_words_that_stand_in_two_places_did_not_move() -> None:
    old = [said("（略）"), *_chapter(0, "一、", "保障", *_FUNDS)]
    new = [*_chapter(0, "一、", "保障", *_FUNDS), said("（略）")]
    assert {number for _, number, _ in _blocks(old, new)} == {0}


def test_of_thousands_of_paragraphs_in_another_order_half_of_them_changed_each_that_says_the_same_moved_in_a_moment() -> (
    None
):
    chance = Random(0)

    def text() -> str:
        return "".join(chr(chance.randrange(0x4E00, 0x9000)) for _ in range(20))

    texts = [text() for _ in range(4000)]
    changed = chance.sample([it if number % 2 else text() for number, it in enumerate(texts)], 4000)
    start = process_time()
    told = _blocks([said(it) for it in texts], [said(it) for it in changed])
    assert process_time() - start < 20
    came = {text: number for change, number, text in told if change == "inserted"}
    assert all(came[text] for text in came.keys() & set(texts))


def test_of_a_thousand_paragraphs_in_another_order_each_stayed_or_moved() -> None:
    chance = Random(0)
    old: list[Block] = [said("".join(chr(chance.randrange(0x4E00, 0x9000)) for _ in range(20))) for _ in range(1000)]
    for new in (chance.sample(old, 1000), old[::-1]):
        told = _blocks(old, new)
        assert all((change is None) == (number == 0) for change, number, _ in told)
        assert any(change is None for change, _, _ in told)
