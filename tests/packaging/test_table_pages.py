"""The tables in the pages about tables are right, and are printed."""

import re
from pathlib import Path

import pytest

from plan_compiler.document.nodes import Table
from plan_compiler.lower import lower
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree

PAGES = [Path(__file__).parents[2] / "docs" / name for name in ("tables.md", "tables.zh-CN.md")]
EXAMPLE = re.compile(r"^```yaml\n# (tables/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_table_of_the_page_checks_and_prints(page: Path) -> None:
    files = {name: text.encode() for name, text in EXAMPLE.findall(page.read_text("utf-8"))}
    ids = [found for text in files.values() for found in re.findall(r"^id: (.*)$", text.decode(), re.MULTILINE)]
    blocks = "".join(f"      - table: {table}\n" for table in ids)
    plan = f"title: 例\nperiod: 2021-2025\nchapters:\n  - title: 表\n    body:\n{blocks}"
    checked = check(MemoryTree({"plan.yaml": plan.encode(), **files}))
    assert [(f.kind.code, f.span) for f in checked.findings] == []
    assert checked.summary.relations_checked >= len(files)
    assert checked.linked is not None
    tables = [block for part in lower(checked.linked).parts for block in part.blocks if isinstance(block, Table)]
    assert len(tables) == len(files) == 4
