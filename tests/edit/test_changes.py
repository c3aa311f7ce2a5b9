"""Changes of texts in every style of YAML: read again, the text is what it should be, and comments are where they were."""

import pytest

from plan_compiler.diagnostics import Place
from plan_compiler.edit.changes import Change, Files, Insertion, Replacement
from plan_compiler.edit.edits import edited_files
from plan_compiler.read.plan import read_plan
from plan_compiler.read.source import Source
from plan_compiler.read.tree import MemoryTree

HEAD = "title: 例  # 标题\nperiod: 2021-2025\nchapters:\n"
TEXT = "拆除12157户，it's “好”"
STYLES = {
    "plain": f"  - body: {TEXT}  # 注释\n",
    "single": "  - body: '拆除12157户，it''s “好”'  # 注释\n",
    "double": '  - body: "拆除12157户，it\'s “好”"  # 注释\n',
    "literal": f"  - body: |-  # 注释\n      {TEXT}\n",
    "folded": f"  - body: >-  # 注释\n      {TEXT}\n",
    "flow": f"  - {{body: {TEXT}}}  # 注释\n",
    "plain over two lines": "  - body: 拆除12157户，\n      it's “好”  # 注释\n",
}
BODY = ("chapters", 0, "body")


def read(text: str) -> Source:
    source = read_plan(MemoryTree({"plan.yaml": text})).source
    assert source is not None
    return source


def changed(text: str, changes: list[Change]) -> str:
    source = read(text)
    files = Files(source.files, source.spans)
    return edited_files(source.files, files.edits(changes)).get("plan.yaml", text)


@pytest.mark.parametrize("style", STYLES)
def test_a_form_is_put_around_a_figure(style: str) -> None:
    before = read(HEAD + STYLES[style]).plan.chapters[0].body
    assert isinstance(before, str)
    changes: list[Change] = [Insertion(BODY, 2, "["), Insertion(BODY, 8, "](:=demolished)")]
    after = changed(HEAD + STYLES[style], changes)
    assert read(after).plan.chapters[0].body == f"{before[:2]}[{before[2:8]}](:=demolished){before[8:]}"
    assert "# 标题" in after
    assert "# 注释" in after
    assert after.count("\n") == (HEAD + STYLES[style]).count("\n")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("words", ["it's", 'say "so"', "back\\slash", "[起](=a)"])
def test_a_stretch_is_replaced_by_anything(style: str, words: str) -> None:
    before = read(HEAD + STYLES[style]).plan.chapters[0].body
    assert isinstance(before, str)
    after = changed(HEAD + STYLES[style], [Replacement(Place(BODY, 0, 2), words)])
    assert read(after).plan.chapters[0].body == f"{words}{before[2:]}"


def test_a_figure_at_the_end_of_a_line_is_closed_on_its_line() -> None:
    text = HEAD + "  - body: |\n      一共拆除12157户\n      ，其中部分已安置。\n"
    after = changed(text, [Insertion(BODY, 4, "["), Insertion(BODY, 10, "](:=n)")])
    assert "      一共拆除[12157户](:=n)\n      ，其中部分已安置。\n" in after


def test_a_stretch_of_the_file_is_replaced_as_it_is() -> None:
    source = read(HEAD + STYLES["plain"])
    span = source.spans.span(Place(("period",)))
    assert span is not None
    assert "period: 2021-2030\n" in changed(HEAD + STYLES["plain"], [Replacement(span, "2021-2030")])


def test_a_whole_node_is_replaced_as_yaml() -> None:
    assert "body: '新'" in changed(HEAD + STYLES["plain"], [Replacement(Place(BODY), "'新'")])


def test_what_was_not_written_is_not_changed() -> None:
    text = HEAD + STYLES["plain"]
    assert changed(text, [Replacement(Place(("theme",)), "x"), Insertion(("subtitle",), 0, "x")]) == text
