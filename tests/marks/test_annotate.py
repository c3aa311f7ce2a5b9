"""Findings in a document: each at the text it is about, all of them listed."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.diagnostics import Finding
from plan_compiler.document.inlines import (
    CrossRef,
    Emphasis,
    Footnote,
    Inline,
    Marked,
    NumberText,
    Strong,
    Text,
    plain_text,
)
from plan_compiler.document.marks import Mark, entry_anchor
from plan_compiler.document.nodes import Document, Table
from plan_compiler.lower import lower
from plan_compiler.marks.runs import Run
from plan_compiler.marks.stretches import Comment, commented
from plan_compiler.pipeline.causing import causes
from plan_compiler.pipeline.checking import check
from plan_compiler.pipeline.drafting import draft
from plan_compiler.read.tree import FolderTree, MemoryTree, Tree
from plan_compiler.writers.html import write_html
from plan_compiler.writers.theme import load_theme
from plan_compiler.writers.walk import every_block, own_inlines
from tests.golden.test_golden import PLANS
from tests.rules.test_examples import CASES, DEFAULT

ANNEX = """\
id: annex
title: 项目表
unit: 万元
categories:
  - id: roads
    title: 道路
    stated: {total: 301, in_period: 300}
    projects:
      - {id: 路01, name: 一号路, scope: 全长2公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建投}
      - {id: 路02, name: 二号路, scope: 全长3公里, nature: 新建, period: 2021-2023, total: 200, in_period: 200, owner: 建投}
"""
CHAPTER = """\
title: 总则
body: |
  第一段没有问题，行文
  到第二行为止。

  第二段有[3家](:=parks)园区，其中第一行
  写[4家](=parks)，又写(半角)括号。
"""


def drafted(tree: Tree) -> tuple[Document, tuple[Finding, ...]]:
    """The draft of a plan, and the findings that stand."""
    checked = check(tree, today=date(2026, 1, 1))
    assert checked.source is not None
    assert checked.linked is not None
    standing = tuple(finding for finding in checked.findings if finding.stands)
    return draft(lower(checked.linked), checked.findings, checked.source), standing


def plan(**files: str) -> MemoryTree:
    return MemoryTree(
        {"plan.yaml": DEFAULT.encode(), **{f"{name}.yaml": text.encode() for name, text in files.items()}}
    )


def chaptered(chapter: str) -> MemoryTree:
    entry = "title: 例\nperiod: 2021-2025\nchapters: [one.yaml]\n"
    return MemoryTree({"plan.yaml": entry.encode(), "one.yaml": chapter.encode()})


def marked(document: Document) -> list[Marked]:
    """Every comment in reading order, an outer one before those inside it."""
    return [found for block in every_block(document) for run in own_inlines(block) for found in _marked(run)]


def _marked(inlines: tuple[Inline, ...]) -> Iterator[Marked]:
    for inline in inlines:
        if isinstance(inline, Marked):
            yield inline
        if isinstance(inline, Marked | Strong | Emphasis | Footnote):
            yield from _marked(inline.inlines)


def said(document: Document) -> Mapping[str, str]:
    """What each comment is on, by the code of its finding."""
    return {mark.label.split()[1]: plain_text(mark.inlines) for mark in marked(document)}


def listing(document: Document) -> Table:
    part = document.parts[-1]
    assert part.role == "findings"
    table = part.blocks[-1]
    assert isinstance(table, Table)
    return table


def test_a_total_is_marked_in_its_cell() -> None:
    document, findings = drafted(plan(annex=ANNEX))
    assert [f.kind.code for f in findings] == ["SUM101"]
    (mark,) = marked(document)
    assert mark.inlines == (NumberText("301", "roads.total"),)
    assert (mark.severity, mark.number, mark.label[:9]) == ("error", 1, "错误 SUM101")
    assert "301" in mark.note.splitlines()[0]
    assert mark.note.splitlines()[-1].startswith("怎么办：")


def test_a_figure_and_a_stretch_of_words_are_marked_where_they_stand() -> None:
    document, _ = drafted(chaptered(CHAPTER))
    found = said(document)
    assert found["NUM401"] == "4家"
    assert "半角" in found["TXT704"]
    first, second = (plain_text(b.inlines) for b in document.parts[2].blocks[1:] if hasattr(b, "inlines"))
    assert first == "第一段没有问题，行文到第二行为止。"
    assert second == "第二段有3家园区，其中第一行写4家，又写(半角)括号。"


def test_what_is_not_printed_is_listed_without_a_mark() -> None:
    document, findings = drafted(plan(assertions="- {id: a, that: 1 == 2, because: 算得不对}\n"))
    assert [f.kind.code for f in findings] == ["SUM104"]
    assert marked(document) == []
    table = listing(document)
    assert [row.role for row in table.rows] == ["group", "row"]
    assert "assertions.yaml:1:" in plain_text(table.rows[1].cells[2].inlines)


def test_a_draft_without_findings_says_that_it_is_one() -> None:
    document, findings = drafted(plan())
    assert findings == ()
    assert document.draft == "草稿　不得作为定稿印发"
    assert document.parts[-1].role == "body"


def test_a_draft_speaks_the_language_of_the_plan() -> None:
    entry = "title: Plan\nlanguage: en\nperiod: 2021-2025\nchapters: [{title: One, body: '[2](:=a) and [3](=a)'}]\n"
    document, _ = drafted(MemoryTree({"plan.yaml": entry.encode()}))
    assert document.draft.startswith("Draft, not for publication. Found by the check: 1 error(s)")
    assert marked(document)[0].label.startswith("error NUM401")


RAW = "第一行文\n字与 more\nwords\\*，末"
PRINTED = "第一行文字与 more words*，末"


@given(st.lists(st.tuples(st.integers(0, len(RAW)), st.integers(0, len(RAW))), max_size=6))
def test_comments_on_any_stretches_leave_the_text_as_it_was(stretches: list[tuple[int, int]]) -> None:
    run = Run((Text(PRINTED),), (("a",),), ("a",), ((0, len(RAW)),))
    comments = [Comment(Mark("comment", "", "error", "", n), (min(at), max(at))) for n, at in enumerate(stretches, 1)]
    inlines = commented(run, comments, RAW)
    assert plain_text(inlines) == PRINTED
    assert sorted(mark.number for mark in _marked(inlines)) == [comment.mark.number for comment in comments]


@pytest.mark.parametrize(
    ("stretch", "words"), [((0, 2), "第一"), ((3, 6), "文字"), ((6, 7), "与"), ((8, 18), "more words"), ((19, 20), "*")]
)
def test_a_comment_is_on_the_words_of_its_stretch(stretch: tuple[int, int], words: str) -> None:
    run = Run((Text(PRINTED),), (("a",),), ("a",), ((0, len(RAW)),))
    (found,) = _marked(commented(run, [Comment(Mark("comment", number=1), stretch)], RAW))
    assert plain_text(found.inlines) == words


BAD = [pytest.param(case.values[2], id=case.id) for case in CASES if case.values[1] == "Bad"]


@pytest.mark.parametrize("files", BAD)
def test_every_finding_of_every_kind_is_in_the_draft_once(files: dict[str, bytes]) -> None:
    tree = MemoryTree({"plan.yaml": DEFAULT.encode(), **files})
    if check(tree, today=date(2026, 1, 1)).linked is None:
        pytest.skip("plan.yaml itself cannot be read")
    document, findings = drafted(tree)
    if findings:
        entries = [row for row in listing(document).rows if row.role == "row"]
        numbers = range(1, len(findings) + 1)
        assert [row.anchor for row in entries] == [entry_anchor(n) for n in numbers]
        assert sorted(plain_text(row.cells[3].inlines).split()[0] for row in entries) == sorted(
            f.kind.code for f in findings
        )
        linked = [c.anchor for row in entries for c in row.cells[0].inlines if isinstance(c, CrossRef)]
        assert len(linked) == len(marked(document))


@pytest.mark.parametrize("case", [case for case in PLANS if case != "faults"])
def test_marks_and_entries_link_to_each_other(case: str) -> None:
    document, findings = drafted(FolderTree(PLANS[case]))
    theme, _ = load_theme("gongwen", lambda _: None)
    assert theme is not None
    page = write_html(document, theme, {})["index.html"].decode()
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)
    assert document.draft in page
    assert page.count("-entry") >= len(findings)


def test_text_of_a_document_is_the_same_under_its_marks() -> None:
    for case in ("faults", "table_faults"):
        checked = check(FolderTree(PLANS[case]))
        assert checked.linked is not None
        plain = lower(checked.linked)
        document, _ = drafted(FolderTree(PLANS[case]))
        texts = [
            [plain_text(run) for block in every_block(each) for run in own_inlines(block)] for each in (plain, document)
        ]
        assert texts[1][: len(texts[0])] == texts[0]


def test_findings_of_one_cause_are_listed_together_under_it() -> None:
    tree = MemoryTree(
        {
            "plan.yaml": "title: 例\nperiod: 2021-2025\nbase: 2020\nchapters:\n  - title: 目标\n    body:\n      - |\n"
            "        产值由[78亿元](=output[2020])增加[142亿元](=output[2025] - output[2020])。\n      - table: targets\n",
            "indicators.yaml": "id: targets\ntitle: 指标\ncolumns: {2020: 实际, 2025: 目标}\ngroups:\n  - title: 经济\n"
            "    indicators:\n      - {id: output, name: 产值, unit: 亿元, attribute: 预期性, values: {2020: 87, 2025: 220}}\n",
        }
    )
    checked = check(tree, select=["NUM401"])
    assert checked.source is not None
    assert checked.linked is not None
    document = draft(lower(checked.linked), checked.findings, checked.source, causes(checked))
    rows = [tuple(plain_text(cell.inlines) for cell in row.cells) for row in listing(document).rows]
    assert rows[0] == ("同出一源（indicators.yaml:7:73）：若产值（2020） 87 改为 78，这 2 条都相符，别处不受影响",)
    assert [row[-1] for row in rows[1:]] == [
        "NUM401 文中数据与算式不符\n文中写作 78亿元，而 output[2020] = 87亿元",
        "NUM401 文中数据与算式不符\n文中写作 142亿元，而 output[2025] - output[2020] = 133亿元",
    ]
    comments = [each.note for each in marked(document)]
    assert len(comments) == 2
    assert all("若产值（2020） 87 改为 78" in text for text in comments)
