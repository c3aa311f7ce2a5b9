"""From YAML to the Document: texts with forms in cells, notes and lists."""

from plan_compiler.document.inlines import CrossRef, Inline, NumberText, Text, plain_text
from plan_compiler.document.nodes import Document, List, Paragraph, Table
from plan_compiler.link.link import link
from plan_compiler.lower import lower
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree

FILES = {
    "plan.yaml": """\
title: 示例规划
period: 2021-2025
chapters: [chapters/one.yaml]
""",
    "chapters/one.yaml": """\
id: base
title: 基础
body:
  - |
    实际拆除[12157户](:=demolished)，共[1.2万户](:=households)，详见[](#targets)和[](#r1)^[见**附表**。]。

    - 甲：[7家](=seen)
    - 乙
  - table: targets
sections:
  - title: 现状
    body: 产值[78亿元](=output[2020])，道路[100万元](=r1.total)，合计{{ annex.total }}。
""",
    "indicators.yaml": """\
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
note: |
  一是[7家](=seen)。

  - 二是*其他*
groups:
  - title: 效益
    indicators:
      - id: output
        name: 产值
        unit: 亿元
        attribute: 预期性
        values: {2020: 78, 2025: 220}
""",
    "facts.yaml": """\
- id: seen
  name: 企业数
  value: 7家
  source: 统计公报
- id: twice
  formula: seen + seen
""",
    "annex.yaml": """\
id: annex
title: 项目表
unit: 万元
categories: [projects/roads.yaml]
""",
    "projects/roads.yaml": """\
id: roads
title: 道路
projects:
  - id: r1
    name: 龙江二路
    scope: |
      道路总长[600米](:=length)，
      投资[100万元](=self.total)。
    nature: 新建
    period: 2021-2023
    total: 100
    in_period: 100
    owner: 建投集团
""",
}


def document() -> Document:
    read = read_plan(MemoryTree(FILES))
    assert read.source is not None, read.diagnostics
    assert read.diagnostics == ()
    source = read.source
    linked, faults = link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread)
    assert faults == ()
    return lower(linked)


def kinds(inlines: tuple[Inline, ...], kind: type[Inline]) -> list[Inline]:
    return [inline for inline in inlines if isinstance(inline, kind)]


def test_texts_with_their_forms() -> None:
    blocks = document().parts[2].blocks
    text, items = blocks[1], blocks[2]
    assert isinstance(text, Paragraph)
    assert kinds(text.inlines, NumberText) == [NumberText("12157户", "demolished"), NumberText("1.2万户", "households")]
    table, project = kinds(text.inlines, CrossRef)
    assert table == CrossRef("表1", "targets")
    assert isinstance(project, CrossRef)
    assert project.anchor == "r1"
    assert isinstance(items, List)
    assert [len(item.blocks) for item in items.items] == [1, 1]


def test_texts_of_cells_and_notes_are_one_line() -> None:
    whole = document()
    table = next(b for b in whole.parts[2].blocks if isinstance(b, Table))
    assert plain_text(table.notes[0].inlines) == "注：一是7家。 二是其他"
    annex = whole.parts[3].blocks[0]
    assert isinstance(annex, Table)
    scope = annex.rows[1].cells[2].inlines
    assert scope == (
        Text("道路总长"),
        NumberText("600米", "length"),
        Text("，投资"),
        NumberText("100万元", "r1.total"),
        Text("。"),
    )


def test_sources_say_where_each_figure_stands() -> None:
    sources = document().sources
    output, total, length, seen = (sources[key] for key in ("output[2020]", "r1.total", "length", "seen"))
    assert (output.name, output.printed, output.place, output.anchor) == ("产值 2020", "78亿元", "表1", "output")
    assert (total.name, total.printed, total.place, total.anchor) == ("龙江二路 总投资", "100万元", "附表 1", "r1")
    assert (length.printed, length.place, length.anchor) == ("600米", "附表 1", "r1")
    assert (seen.name, seen.printed, seen.place) == ("企业数", "7家", "统计公报")
    assert (sources["demolished"].place, sources["demolished"].anchor) == ("一、基础", "base")


def test_totals_that_are_sums_say_so() -> None:
    total = document().sources["annex.total"]
    assert (total.name, total.definition, total.anchor) == ("项目表 总投资", "所列1项之和", "annex")


def test_every_node_tells_where_it_came_from() -> None:
    for part in document().parts:
        assert all(block.origin for block in part.blocks)
