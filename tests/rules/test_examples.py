"""Every kind of finding's own bad and good examples run as its test."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from plan_compiler.diagnostics import Kind, Severity
from plan_compiler.pipeline.checking import Asked, catalogue, check, judged, load
from plan_compiler.pipeline.comparing import linked_version
from plan_compiler.read.tree import MemoryTree
from plan_compiler.writers import faults as writer_faults

DEFAULT = """\
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: 正文。
"""
BLOCK = re.compile(r"^(Old|Bad|Good):$|^```yaml (\S+)(?: in (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(kind: Kind) -> Iterator[tuple[str, dict[str, bytes], dict[str, bytes] | None]]:
    """The examples of a manual page: files in UTF-8, or in the encoding behind their name; with the files of an older version."""
    verdict, files, old = "", dict[str, bytes](), None
    for word, file, encoding, text in BLOCK.findall(kind.manual):
        if word:
            if verdict == "Old":
                old = files
            elif files:
                yield verdict, files, old
            verdict, files = word, {}
        else:
            files[file] = text.encode(encoding or "utf-8")
    if files:
        yield verdict, files, old


CASES = [
    pytest.param(kind, verdict, files, old, id=f"{kind.code}-{verdict}-{number}")
    for kind in catalogue()
    for number, (verdict, files, old) in enumerate(examples(kind))
]


def _tree(files: dict[str, bytes]) -> MemoryTree:
    return MemoryTree({"plan.yaml": DEFAULT.encode(), **files})


@pytest.mark.parametrize(("kind", "verdict", "files", "old"), CASES)
def test_example(kind: Kind, verdict: str, files: dict[str, bytes], old: dict[str, bytes] | None) -> None:
    tree = _tree(files)
    if old is None:
        found = check(tree, today=date(2026, 1, 1)).findings
    else:
        found = judged(load(tree), Asked(date(2026, 1, 1)), linked_version(_tree(old))).findings
    if verdict == "Bad":
        assert kind.code in [f.kind.code for f in found]
    else:
        standing = [f for f in found if f.waiver is None]
        assert [f for f in standing if f.kind.code == kind.code or f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("kind", catalogue(), ids=lambda kind: kind.code)
def test_every_kind_has_a_page(kind: Kind) -> None:
    """With both examples, where it is a fault of what planners write and not of the machine or the theme."""
    verdicts = {verdict for verdict, _, _ in examples(kind)}
    assert kind.manual
    assert kind in writer_faults.KINDS or verdicts == {"Bad", "Good"}


def test_codes_and_names_are_unique() -> None:
    kinds = catalogue()
    assert len({k.code for k in kinds}) == len(kinds) == len({k.name for k in kinds})
    assert all(re.fullmatch(r"(YAM|MOD|REF|SUM|IND|PRJ|NUM|TXT|REV|WVR|OUT)[0-9]{3}", k.code) for k in kinds)
