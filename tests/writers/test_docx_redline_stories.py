"""Redlines of revisions as people make them, of plans with every kind of block: accepted, rejected, and before our lints."""

import struct
import zlib
from collections.abc import Mapping
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Literal, TypeAlias

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.pipeline.redlining import Side, redlined
from plan_compiler.pipeline.writing import Work, prepare
from plan_compiler.read.tree import MemoryTree
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.docx.scope import Revision
from tests.writers.docx_lints import lint
from tests.writers.word_changes import part, resolved
from tests.writers.word_text import Reader, Value

CASES = Path(__file__).parents[1] / "golden/cases"
Edits: TypeAlias = tuple[tuple[str, str], ...]
"""What is written instead of what, in the first file that has it."""

_BOX = "          body:\n            - 专栏里的正文。\n"
_PLATFORMS = "          items: [甲平台, 乙平台, 丙平台]\n"
_FIRST = "      - {id: investment, name: 固定资产投资, unit: 亿元, attribute: 预期性, values: {2020: 57, 2023: 100, 2025: 130}}\n"
_BUDGET = "      - {title: 道路工程, fiscal: 800, loan: 400, remark: 含路灯}\n"
STORIES: Mapping[str, tuple[str, Edits]] = {
    "a box with more in it": ("blocks", ((_BOX, f"{_BOX}            - 又一段正文。\n            - table: targets\n"),)),
    "a box under another title": ("blocks", (("title: 重点工程", "title: 重点建设工程"), ("专栏里的正文", "本专栏的正文"))),
    "a box of which the list is gone": ("blocks", (("            - list: {items: [一, 二], numbering: （1）}\n", ""),)),
    "a list with other items": ("blocks", ((_PLATFORMS, "          items: [乙平台, 丙平台, 丁平台, 戊平台]\n"),)),
    "a list in a list": ("blocks", (("  - 下一级；\n            - 又一条；\n", "  - 下一级，改过；\n"), ("- 第二点。", "- 第二点。\n            - 新的下一级。"))),
    "a list in another numbering": ("blocks", (("numbering: '01'", "numbering: （1）"),)),
    "a footnote in other words": ("blocks", (("脚注里也能写", "脚注里改写了"),)),
    "a footnote gone and a new one": ("blocks", (("^[脚注里也能写[28平方公里](=area)。]", ""), ("与上一行之间", "与上一行^[即前一行。]之间"))),
    "a picture in the place of a gap": ("blocks", (("file: 待补", "file: map.png"),)),
    "a picture gone": ("blocks", (("      - figure: {id: map, title: 规划路网图, alt: 三横两纵的路网, file: 待补}\n", ""), ("、[](#map)", ""))),
    "a picture under another title": ("blocks", (("title: 规划路网图", "title: 规划道路网络图"),)),
    "a reference to a table that is gone": ("blocks", (("      - table: targets\n", "      - 指标另行下达。\n"),)),
    "the first indicator of a group replaced": ("blocks", ((_FIRST, "      - {id: retail, name: 社会消费品零售总额, unit: 亿元, attribute: 预期性, values: {2020: 31, 2023: 45, 2025: 60}}\n"), ("part_of: investment, ", ""))),
    "the first indicator of a group gone": ("blocks", ((_FIRST, ""), ("part_of: investment, ", ""))),
    "the first indicators of a group in another order": ("blocks", ((_FIRST, ""), ("      - {id: firms,", f"{_FIRST}      - {{id: firms,"))),
    "headings in another order": ("blocks", (("  - title: 正文\n    id: texts\n", "  - title: 概要\n    body: 先说概要，再说正文的各个部分。\n  - title: 正文\n    id: texts\n"),)),
    "a run-in heading that stands alone": ("blocks", (("      - title: 连排标题\n        run_in: true\n", "      - title: 连排标题\n"),)),
    "rows came, went and moved": ("tables", ((_BUDGET, "      - {title: 排水工程, fiscal: 90, loan: 10}\n"), ("  - {title: 第二部分 预备费, fiscal: 60}\n", ""), ("          - {title: 甲桥, fiscal: 100, loan: 100}\n          - {title: 乙桥, fiscal: 50, loan: —}\n", "          - {title: 乙桥, fiscal: 50, loan: —}\n          - {title: 甲桥, fiscal: 100, loan: 100}\n"))),
    "cells changed": ("tables", (("fiscal: 800, loan: 400, remark: 含路灯", "fiscal: 810, loan: 390, remark: 不含路灯"),)),
    "a figure with another decimal": ("tables", (("fiscal: 800, loan: 400", "fiscal: 800.5, loan: 1400"),)),
    "a figure of fewer digits": ("tables", (("loan: 400, remark", "loan: 9, remark"), ("title: 甲桥, fiscal: 100", "title: 甲桥, fiscal: 100.25"))),
    "a column gone": ("tables", (("  remark: {title: 备注, kind: words}\n", ""), (", remark: 含路灯", ""))),
    "a column more": ("tables", (("  remark: {title: 备注", "  bond: {title: 专项债券, under: 资金来源}\n  remark: {title: 备注"), ("loan: 400, remark", "loan: 400, bond: 20, remark"))),
    "a column under another title": ("tables", (("title: 银行贷款, under: 资金来源", "title: 贷款, under: 来源"),)),
    "a table gone": ("tables", (("      - table: land\n", ""),)),
    "tables in another order": ("tables", (("      - table: budget\n", "      - table: cash\n"), ("[](#cash)。\n      - table: cash\n", "[](#cash)。\n      - table: budget\n"))),
    "a chart of other figures": ("charts", (("of: [output, investment, energy, exports, research]", "of: [output, exports]"),)),
}  # fmt: skip

_NO_ANNEX: Edits = (("、[](#annex)，[](#annex:page)页", ""), ("categories:", "notes:"))
_LAST = "      - table: targets\n"
_ENDS = {
    "a frame": "      - figure: {id: lines, title: 轨道交通线网图, alt: 两条线, file: 待补}\n",
    "a picture": "      - figure: {id: lines, title: 轨道交通线网图, alt: 两条线, file: map.png}\n",
    "a list": "      - list: {items: [一号线, 二号线], numbering: （1）}\n",
    "text": "      - 线网由专项规划确定，见[](#texts)。\n      - 近期不建。\n",
    "nothing": "",
}
"""What the last chapter may end with."""


def _picture() -> bytes:
    """A black square of two by two dots."""
    chunks = (
        (b"IHDR", struct.pack(">2I5B", 2, 2, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress((b"\0" + b"\0" * 6) * 2)),
        (b"IEND", b""),
    )
    body = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


@cache
def _side(case: str, edits: Edits = ()) -> tuple[Side, bytes]:
    """A version of a golden plan, and its document without changes."""
    folder = CASES / case / "plan"
    files = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in sorted(folder.rglob("*.yaml"))}
    for before, after in edits:
        path = next(path for path, text in files.items() if before in text)
        files[path] = files[path].replace(before, after, 1)
    tree = MemoryTree({**files, "map.png": _picture()})
    linked = check(tree).linked
    assert linked is not None
    work, faults = prepare(tree, linked, final=False)
    assert isinstance(work, Work), faults
    return Side(tree, linked), write_docx(work.document, work.theme, pictures=work.pictures)


def _value(docx: bytes, *, loose: bool) -> Value:
    return Reader(part(docx, "word/document.xml"), part(docx, "word/footnotes.xml"), loose=loose).value()


def _answered(docx: bytes, answer: Literal["accept", "reject"], *, loose: bool) -> Value:
    document, notes = (resolved(part(docx, f"word/{name}.xml"), answer) for name in ("document", "footnotes"))
    return Reader(document, notes, loose=loose).value()


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("way", ["there", "back"])
def test_a_story(story: str, way: str) -> None:
    case, edits = STORIES[story]
    sides = (_side(case), _side(case, edits))
    _told(*(sides if way == "there" else sides[::-1]))


@pytest.mark.parametrize("annex", [True, False], ids=["before the annex", "at the end of all"])
@pytest.mark.parametrize(("was", "now"), [*permutations(_ENDS, 2)])
def test_what_a_chapter_ends_with(was: str, now: str, *, annex: bool) -> None:
    _told(*(_side("blocks", (*(() if annex else _NO_ANNEX), (_LAST, _ENDS[end]))) for end in (was, now)))


@pytest.mark.parametrize("way", ["there", "back"])
def test_an_annex_comes_and_goes_whole(way: str) -> None:
    sides = (_side("blocks"), _side("blocks", _NO_ANNEX))
    (old, was), (new, now) = sides if way == "there" else sides[::-1]
    made = redlined(old, new, None).data
    assert made is not None
    assert _answered(made, "accept", loose=False) == _value(now, loose=False)
    rejected, before = ([it for it in value if it != ("section",)]  # the pages are those of the newer
                        for value in (_answered(made, "reject", loose=True), _value(was, loose=True)))  # fmt: skip
    assert rejected[: len(before)] == before
    assert len(rejected) == len(before) + (way == "back")  # the empty page of an annex that was not there


def _told(old: tuple[Side, bytes], new: tuple[Side, bytes]) -> None:
    """The redline of both is each of them, as it is answered."""
    (before, was), (after, now) = old, new
    assert was != now
    made = redlined(before, after, Revision("王芳", "2026-03-01T08:00:00Z"))
    assert made.data is not None, made.faults
    assert _answered(made.data, "accept", loose=False) == _value(now, loose=False)
    assert _answered(made.data, "reject", loose=True) == _value(was, loose=True)
    assert lint(made.data) == []
