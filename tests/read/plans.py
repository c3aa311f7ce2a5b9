"""Small plans to read, and their findings in words."""

from collections.abc import Mapping
from typing import NamedTuple

from plan_compiler.diagnostics import Diagnostic, Place, Span
from plan_compiler.read.plan import read_plan
from plan_compiler.read.source import ReadResult, Source
from plan_compiler.read.tree import MemoryTree

PLAN = "title: 例\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: 正文。\n"


class Found(NamedTuple):
    """A finding as a planner sees it."""

    code: str
    where: str
    message: str
    hint: str


def read(files: Mapping[str, str | bytes]) -> ReadResult:
    """Read `files`, with a small plan.yaml unless there is one."""
    return read_plan(MemoryTree({"plan.yaml": PLAN, **files}))


def source_of(files: Mapping[str, str | bytes]) -> Source:
    """What reading `files` gives."""
    source = read(files).source
    assert source is not None
    return source


def findings(files: Mapping[str, str | bytes]) -> list[Found]:
    """The findings of `files`, in Chinese; the English sentences are put together too."""
    result = read(files)
    return [_found(result.source, diagnostic) for diagnostic in result.diagnostics]


def body_findings(body: str) -> list[Found]:
    """The findings of a text, as the body of a chapter; lines count from its first line."""
    lines = "".join(f"      {line}\n" if line else "\n" for line in body.split("\n"))
    return findings({"plan.yaml": f"title: 例\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: |\n{lines}"})


def codes(files: Mapping[str, str | bytes]) -> list[str]:
    """The codes of the findings."""
    return [found.code for found in findings(files)]


def _found(source: Source | None, diagnostic: Diagnostic) -> Found:
    span = diagnostic.where
    if isinstance(span, Place):
        assert source is not None
        span = source.spans.span(span)
    assert isinstance(span, Span)
    messages = diagnostic.kind.messages
    for related in diagnostic.related:
        messages[related.message].zh.format_map(dict(related.args))
    said = [messages[key] for key in (diagnostic.message, diagnostic.hint) if key]
    english = [sentence.en.format_map(dict(diagnostic.args)) for sentence in said]
    assert all(english)
    message, hint = (sentence.zh.format_map(dict(diagnostic.args)) for sentence in said)
    return Found(diagnostic.kind.code, f"{span.file}:{span.start.line}:{span.start.column}", message, hint)
