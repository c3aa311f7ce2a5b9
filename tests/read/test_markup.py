"""Texts to prose: what each form and mark becomes, with exact extents, and what is said of near misses."""

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import to_builtins

from plan_compiler.model.prose import (
    BulletList,
    Computed,
    Defined,
    Emphasis,
    Footnote,
    Inline,
    LabelRef,
    Paragraph,
    Prose,
    Stated,
    Strong,
    Words,
)
from plan_compiler.read.markup.blocks import MAX_LIST_DEPTH, parse_prose
from tests.read.plans import body_findings


def shown(inlines: tuple[Inline, ...]) -> str:
    """Inlines in a notation of their own."""
    return "".join(map(_shown, inlines))


def _shown(inline: Inline) -> str:
    match inline:
        case Words(text=text):
            said = text
        case Strong(inlines=inner):
            said = f"<b>{shown(inner)}</b>"
        case Emphasis(inlines=inner):
            said = f"<i>{shown(inner)}</i>"
        case Footnote(inlines=inner):
            said = f"<note>{shown(inner)}</note>"
        case Computed(expr=expr, format=format_):
            said = f"<{expr}|{format_}>"
        case Stated(printed=printed, expr=expr):
            said = f"<{printed}={expr}>"
        case Defined(printed=printed, id=id_):
            said = f"<{printed}:={id_}>"
        case LabelRef(target=target, page=page):
            said = f"<#{target}{':page' if page else ''}>"
    return said


def blocks(prose: Prose) -> list[object]:
    """Blocks as nested lists: a string a paragraph, a list a list, its items within."""
    return [
        shown(block.inlines) if isinstance(block, Paragraph) else [block.ordered, *map(blocks, block.items)]
        for block in prose
    ]


def clean(text: str) -> list[object]:
    prose, faults = parse_prose(text)
    assert faults == ()
    return blocks(prose)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进更新。", "推进更新。"),
        ("拆除[12157户](:=demolished)。", "拆除<12157户:=demolished>。"),
        ("达到[99.9%](=demolished / households)，", "达到<99.9%=demolished / households>，"),
        ("[1](= a )[2](:= b )", "<1=a><2:=b>"),
        ("比率{{ a / b | 0.0% }}。", "比率<a / b|0.0%>。"),
        ("{{a}}{{ b|#,##0 }}", "<a|None><b|#,##0>"),
        ("见[](#targets)第[](#targets:page)页", "见<#targets>第<#targets:page>页"),
        ("共[九大](=count(nine))平台", "共<九大=count(nine)>平台"),
        ("增长[5%](=growth(a[2020], (b + c)))", "增长<5%=growth(a[2020], (b + c))>"),
        ("[[9]家](=platforms[2025])", "<[9]家=platforms[2025]>"),
        ("[]内数据为累计值。", "[]内数据为累计值。"),
        ("数据[9]（注）和[待定]", "数据[9]（注）和[待定]"),
        ("**重点：**推进", "<b>重点：</b>推进"),
        ("推进**“重点”**。", "推进<b>“重点”</b>。"),
        ("**甲*乙*丙**", "<b>甲<i>乙</i>丙</b>"),
        ("***甲***", "<b><i>甲</i></b>"),
        ("*甲**乙**丙*", "<i>甲<b>乙</b>丙</i>"),
        ("**[12户](:=x)**", "<b><12户:=x></b>"),
        ("5*6*7米", "5*6*7米"),
        ("a * b", "a * b"),
        ("*甲", "*甲"),
        ("甲****乙", "甲****乙"),
        ("甲^[见[](#t)，**注**]乙", "甲<note>见<#t>，<b>注</b></note>乙"),
        ("2^3", "2^3"),
        (r"\[甲\](=b) \* \\ \{{ \甲", r"[甲](=b) * \ {{ \甲"),
        ("a_b_c <5% x>3 &co 3~5 !", "a_b_c <5% x>3 &co 3~5 !"),
        ("推进\n更新", "推进更新"),
        ("building\nmore", "building more"),
        ("共有\n12家", "共有12家"),
        ("达到\n[12家](:=x)\n以上", "达到<12家:=x>以上"),
        ("说“好”\n“是”", "说“好”“是”"),
        ("say “yes”\n“no” now", "say “yes” “no” now"),
        ("推进\n**更新**", "推进<b>更新</b>"),
        ("[三\n家](:=x)", "<三家:=x>"),
        ("达到[9](=a +\n b)", "达到<9=a +  b>"),
        ("x\ty", "x y"),
        ("12.5万元", "12.5万元"),
        ("2021年", "2021年"),
        ("-5度", "-5度"),
        ("#1楼", "#1楼"),
        ("——重点：推进", "——重点：推进"),
    ],
)
def test_inlines(text: str, expected: str) -> None:
    assert clean(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n", []),
        ("甲\n\n乙\n", ["甲", "乙"]),
        ("- 甲\n- 乙", [[False, ["甲"], ["乙"]]]),
        ("1. 甲\n2. 乙\n\n丙", [[True, ["甲"], ["乙"]], "丙"]),
        ("甲：\n- 乙\n- 丙", ["甲：", [False, ["乙"], ["丙"]]]),
        ("甲：\n1. 乙", ["甲：", [True, ["乙"]]]),
        ("甲\n2. 乙", ["甲2. 乙"]),
        ("- 甲\n  - 乙\n  - 丙\n- 丁", [[False, ["甲", [False, ["乙"], ["丙"]]], ["丁"]]]),
        ("1. 甲\n   - 乙\n2. 丙", [[True, ["甲", [False, ["乙"]]], ["丙"]]]),
        ("- 甲\n乙\n- 丙", [[False, ["甲乙"], ["丙"]]]),
        ("- 甲\n\n  乙\n\n- 丙", [[False, ["甲", "乙"], ["丙"]]]),
        ("- 甲\n\n乙", [[False, ["甲"]], "乙"]),
        ("- 甲\n1. 乙", [[False, ["甲"]], [True, ["乙"]]]),
        ("-\n- 乙", [[False, [], ["乙"]]]),
        ("- 甲\n\n\n- 乙\n", [[False, ["甲"], ["乙"]]]),
    ],
)
def test_blocks(text: str, expected: list[object]) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("拆除［12157户］（:=demolished）。", "TXT001", "改成：拆除[12157户](:=demolished)。"),
        ("拆除[12157户]（=demolished）。", "TXT001", "改成：拆除[12157户](=demolished)。"),
        ("长段落。" * 30 + "拆除[12157户]（=demolished）。", "TXT001", "改成：[12157户](=demolished)"),
        ("拆除[12157户](＝demolished)。", "TXT001", "改成：拆除[12157户](=demolished)。"),
        ("拆除[12157户](：=demolished)。", "TXT001", "改成：拆除[12157户](:=demolished)。"),
        ("拆除【12157户】(=demolished)。", "TXT001", "改成：拆除[12157户](=demolished)。"),
        ("拆除[12157户](: =demolished)。", "TXT001", "改成：拆除[12157户](:=demolished)。"),
        ("拆除[12157户](=:demolished)。", "TXT001", "改成：拆除[12157户](:=demolished)。"),
        ("拆除[12157户](=： demolished)。", "TXT001", "改成：拆除[12157户](:=demolished)。"),
        ("拆除[12157户] (=demolished)。", "TXT001", "改成：拆除[12157户](=demolished)。"),
        ("拆除[12157户]( =demolished)。", "TXT001", "改成：拆除[12157户](=demolished)。"),
        ("拆除[12157户](=demolished）。", "TXT001", "改成：拆除[12157户](=demolished)。"),
        ("合计[9](＝sum(a, b))。", "TXT001", "改成：合计[9](=sum(a, b))。"),
        ("见［］（＃targets）", "TXT001", "改成：见[](#targets)"),
        ("见[](＃targets)", "TXT001", "改成：见[](#targets)"),
        ("见[](targets)", "TXT001", "改成：见[](#targets)"),
        ("见[表1](#targets)", "TXT001", "改成：见[](#targets)"),
        ("拆除[](=demolished)", "TXT001", "改成：拆除{{ demolished }}"),
        ("拆除[](:=demolished)", "TXT001", "改成：拆除[…](:=demolished)"),
        ("拆除[9户](demolished)", "TXT001", "核对用 [9户](=demolished)，定义用 [9户](:=demolished)"),
        ("比率｛｛ a ｝｝", "TXT001", "改成：比率{{ a }}"),
        ("比率{{ a }，其余", "TXT002", "补上 }"),
        ("比率{{ a，其余", "TXT002", "补上 }}"),
        ("比率 a }}，其余", "TXT002", "在前面补上 {{，或删去它"),
        ("拆除[9户](=demolished，其余", "TXT002", "补上 )"),
        ("甲^[注，其余", "TXT002", "补上 ]"),
        ("[12户](:=)", "TXT008", "写上算式或标识"),
        ("[12户](=)", "TXT008", "写上算式或标识"),
        ("{{ }}", "TXT008", "写上算式或标识"),
        ("{{ a | }}", "TXT008", "改成：{{ a }}"),
        ("[12户](:=in-kind)", "TXT008", "改成：[12户](:=in_kind)"),
        ("见[](#a b)", "TXT008", "写上算式或标识"),
        ("<b>甲</b>", "TXT003", "改成：甲</b>"),
        ("甲<!-- 注 -->", "TXT003", "改成：甲"),
        ("`甲`", "TXT003", "改成：甲"),
        ("![图](a.png)", "TXT003", "写成 - figure: {title: …, alt: …, file: …}"),
        ("见[网站](https://example.org)", "TXT003", "改成：见网站（https://example.org）"),
        ("~~甲~~", "TXT003", "改成：甲"),
        ("甲&amp;乙", "TXT003", "改成：甲&乙"),
        ("__甲__", "TXT003", "改成：**甲**"),
        ("甲\\\n乙", "TXT003", ""),
        ("^[甲^[乙]]", "TXT003", ""),
        ("甲[^1]乙", "TXT003", "注文写在用到的地方：^[注文]"),
        ("[^注]: 注文", "TXT003", "注文写在用到的地方：^[注文]"),
        ("## 标题", "TXT003", "写成 sections: 下的一项：- title: 标题"),
        ("> 甲", "TXT003", "改成：甲"),
        ("甲\n\n---\n\n乙", "TXT003", ""),
        ("甲\n===", "TXT003", ""),
        ("~~~\n甲", "TXT003", ""),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", "TXT003", "写成 - table: 表的标识"),
        ("甲 \n--- | ---", "TXT003", ""),
        ("* 甲", "TXT003", "改成：- 甲"),
        ("甲\n\n- table: targets", "TXT003", "body 写成列表：文字一项（- |），内容块另起一项，与它对齐"),
        ("- box:\n    title: 甲", "TXT003", "body 写成列表：文字一项（- |），内容块另起一项，与它对齐"),
        ("1) 甲", "TXT003", "改成：1. 甲"),
        ("甲\n\n    乙", "TXT003", "改成：乙"),
        ("　　甲", "TXT005", "改成：甲"),
        ("1. 甲\n3. 乙", "TXT006", "改成：2. 乙"),
        ("**甲", "TXT007", ""),
        ("甲 ** 乙", "TXT007", ""),
    ],
)
def test_faults(text: str, code: str, hint: str) -> None:
    found = body_findings(text)
    assert {f.code for f in found} == {code}
    if code != "TXT003" or "<" not in text:
        assert len(found) == 1
    if hint:
        assert found[0].hint == hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("拆除［12157户］（:＝demolished）。", "拆除<12157户:=demolished>。"),
        ("见［］（＃targets：page）", "见［］（＃targets：page）"),
        ("见[表1](#targets)", "见<#targets>"),
        ("比率｛｛ a ｝｝", "比率<a|None>"),
        ("<b>甲</b>", "<b>甲</b>"),
        ("[网站](https://example.org)", "[网站](https://example.org)"),
        ("![图](a.png)", "![图](a.png)"),
        ("# 标题", "# 标题"),
        ("{{ }}", "{{ }}"),
        ("[12户](:=)", "[12户](:=)"),
        ("**甲*乙", "**甲*乙"),
        ("*甲**乙*丙**", "<i>甲**乙</i>丙**"),
        ("甲\\\n乙", "甲乙"),
        ("^[甲^[乙]]", "<note>甲^[乙]</note>"),
    ],
)
def test_what_is_wrong_stays_in_the_text_or_is_read_as_it_was_meant(text: str, expected: str) -> None:
    prose, faults = parse_prose(text)
    assert faults
    assert blocks(prose) == [expected]


def test_lists_nest_no_deeper_than_the_limit() -> None:
    text = "\n".join(f"{'  ' * depth}- 项" for depth in range(MAX_LIST_DEPTH + 3))
    prose, faults = parse_prose(text)
    assert faults
    assert str(blocks(prose)).count("项") == MAX_LIST_DEPTH + 3


def test_extents_are_those_of_the_source() -> None:
    text = "甲\n\n- 乙[12\n  户](:=x)\n  与{{ a + b | 0 }}和**丙**\n"
    prose, _ = parse_prose(text)
    bullets = prose[1]
    assert isinstance(bullets, BulletList)
    item = bullets.items[0][0]
    assert isinstance(item, Paragraph)
    defined, computed, strong = item.inlines[1], item.inlines[3], item.inlines[5]
    assert isinstance(defined, Defined)
    assert isinstance(computed, Computed)
    assert isinstance(strong, Strong)
    assert text[slice(*defined.at)] == "[12\n  户](:=x)"
    assert (defined.printed, text[slice(*defined.printed_at)]) == ("12户", "12\n  户")
    assert text[slice(*defined.id_at)] == "x"
    assert text[slice(*computed.at)] == "{{ a + b | 0 }}"
    assert text[slice(*computed.expr_at)] == computed.expr == "a + b"
    assert text[slice(*strong.at)] == "**丙**"
    assert text[slice(*bullets.at)] == text[3:-1]


def walk(inlines: tuple[Inline, ...]) -> list[Inline]:
    found: list[Inline] = []
    for inline in inlines:
        found.append(inline)
        if isinstance(inline, Strong | Emphasis | Footnote):
            found += walk(inline.inlines)
    return found


def every_inline(prose: Prose) -> list[Inline]:
    found: list[Inline] = []
    for block in prose:
        if isinstance(block, Paragraph):
            found += walk(block.inlines)
        else:
            found += [inline for item in block.items for inline in every_inline(item)]
    return found


PIECES = st.sampled_from(
    [
        *("甲", "乙，", "78", "a b", " ", "\n", "\n\n", "  ", "- ", "1. ", "**", "*", "[", "]", "(", ")"),
        *("(=x)", "](=a + b)", "](:=id)", "[](#t)", "{{", "}}", "{{ a | 0 }}", "^[", "\\", "［", "］"),
        *("（＝x）", "`", "<u>", "#", ">", "|", "\u3000", "\t"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
@example("**" * 40)
def test_no_word_is_lost_and_every_extent_is_exact(text: str) -> None:
    prose, faults = parse_prose(text)
    inlines = every_inline(prose)
    words = re.sub(r"[^甲乙78ab]", "", text)
    shown_words = re.sub(r"[^甲乙78ab]", "", "".join(_kept(inline, text) for inline in inlines))
    assert shown_words == words
    for inline in inlines:
        assert 0 <= inline.at[0] <= inline.at[1] <= len(text)
        match inline:
            case Stated(expr=expr, expr_at=at) | Computed(expr=expr, expr_at=at):
                assert re.sub(r"\s", " ", text[slice(*at)]) == expr
            case Defined(id=id_, id_at=at) | LabelRef(target=id_, target_at=at):
                assert text[slice(*at)] == id_
            case _:
                pass
    for fault in faults:
        assert 0 <= fault.at[0] <= fault.at[1] <= len(text)


def _kept(inline: Inline, text: str) -> str:
    match inline:
        case Words(text=words):
            return words
        case Stated() | Defined() | Computed() | LabelRef():
            return text[slice(*inline.at)]
        case _:
            return ""


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
@example("甲\n乙")
@example("甲，[3个](:=x)\n乙")
def test_a_text_says_the_same_below_a_blank_line(text: str) -> None:
    prose, faults = parse_prose(text)
    lower, lower_faults = parse_prose(f"\n\n{text}")
    assert to_builtins(lower) == _moved(to_builtins(prose))
    assert [(fault.kind, fault.message, fault.args, fault.at) for fault in lower_faults] == [
        (fault.kind, fault.message, fault.args, _moved(fault.at)) for fault in faults
    ]


def _moved(node: Any) -> Any:
    """What was read, two characters further: extents are the only numbers in it."""
    match node:
        case bool():
            return node
        case int():
            return node + 2
        case list() | tuple():
            return type(node)(map(_moved, node))
        case dict():
            return {key: _moved(value) for key, value in node.items()}
        case _:
            return node


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    parse_prose(text)


def test_long_texts_take_time_in_proportion() -> None:
    for text in ("**甲 **", "[", "[(", "{{", "^[", "［", "*a ", "- " * 3 + "\n", "[](", "【甲】(", "<a", "`", "_"):
        parse_prose(text * (50_000 // len(text)))


LINES = st.sampled_from(["甲", "  乙", "- 丙", "  - 丁", "1. 戊", "   己", "", "    - 庚", "2. 辛"])


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=9))
def test_blocks_are_those_of_commonmark(lines: list[str]) -> None:
    text = "\n".join(lines)
    prose, _ = parse_prose(text)
    tokens = MarkdownIt("commonmark").parse(text)
    if {token.type for token in tokens} & {"heading_open", "code_block"}:
        return
    assert _outline(blocks(prose)) == _commonmark(tokens)


def _outline(found: list[object]) -> list[object]:
    return ["p" if isinstance(b, str) else [b[0], *map(_outline, b[1:])] for b in found if isinstance(b, str | list)]


def _commonmark(tokens: list[Token]) -> list[object]:
    stack: list[list[object]] = [[]]
    for token in tokens:
        _add(token, stack)
    return stack[0]


def _add(token: Token, stack: list[list[object]]) -> None:
    if token.type == "paragraph_open":
        stack[-1].append("p")
    elif token.nesting == 1:
        inner: list[object] = [] if token.type == "list_item_open" else [token.type == "ordered_list_open"]
        stack[-1].append(inner)
        stack.append(inner)
    elif token.nesting == -1 and token.type != "paragraph_close":
        stack.pop()
