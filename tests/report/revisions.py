"""Two versions of a plan, compared, as a report gets them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plan_compiler.pipeline.comparing import compare
from plan_compiler.read.tree import MemoryTree
from plan_compiler.report.paths import Paths
from plan_compiler.report.revision import Revision, Side


def revision(old: Mapping[str, Any], new: Mapping[str, Any], language: str = "zh-CN") -> Revision:
    """The revision of two plans that are given as data."""
    found = compare(_tree(old), _tree(new))
    here = Path("/plans")
    return Revision(
        Side("旧稿", found.old.linked, found.old.source.spans.span, Paths(here / "old", here)),
        Side("新稿", found.new.linked, found.new.source.spans.span, Paths(here / "new", here)),
        found.changes,
        found.findings,
        language,
    )


def _tree(data: Mapping[str, Any]) -> MemoryTree:
    return MemoryTree({"plan.yaml": json.dumps(data, ensure_ascii=False, indent=1)})
