"""Reports made by hand: a failed sum, a finding without a place, a waived one, and texts that mean harm."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from plan_compiler.diagnostics import (
    Diagnostic,
    Finding,
    FoundFix,
    Kind,
    Message,
    Position,
    RelatedFinding,
    Severity,
    Span,
    Summary,
)
from plan_compiler.report.paths import Paths
from plan_compiler.report.report import Report

SUBTOTAL = Kind(
    "SUM101",
    "subtotal-mismatch",
    Severity.ERROR,
    Message("小计与分项之和不符", "A subtotal is not the sum of its projects"),
    {
        "message": Message(
            "{title}小计列为 {stated}，相加为 {computed}", "{title}: stated as {stated}, adds up to {computed}"
        ),
        "member": Message("{id}  {amount}  {name}", "{id}  {amount}  {name}"),
        "hint": Message("核对各项目与小计", "mend a project or the subtotal"),
    },
    manual="A subtotal.\n\n小计。\n\nBad:\n\n```yaml annex.yaml\nid: annex\n```\n",
)
COLON = Kind(
    "YAM102",
    "full-width-colon",
    Severity.WARNING,
    Message("全角冒号", "A full-width colon"),
    {"message": Message("{text} 后面是全角冒号", "a full-width colon follows {text}")},
)
UNUSED = Kind(
    "REF504",
    "unused-id",
    Severity.INFO,
    Message("标识从未被引用", "An id is never referred to"),
    {"message": Message("{id} 从未被引用", "nothing refers to {id}"), "hint": Message("删去 {id}", "drop {id}")},
)
QUIET = Kind(
    "TXT301", "half-width-comma", Severity.WARNING, Message("半角逗号", "A half-width comma"), {}, manual="Commas."
)

PROJECTS = """\
id: infrastructure
title: 基础设施项目
stated: {total: 1006017, in_period: 6017}
projects:
  - {id: 基1, name: 道路, total: 56981}
  - {id: 基12, name: 桥, total: 400}
"""


def span(file: str, line: int, start: int, end: int, last: int | None = None) -> Span:
    return Span(file, Position(line, start), Position(last or line, end))


def finding(
    kind: Kind = UNUSED,
    where: Span | None = None,
    args: Mapping[str, str] | None = None,
    *,
    entity: str | None = None,
    field: str | None = None,
    subject: str | None = None,
    related: tuple[RelatedFinding, ...] = (),
    waiver: str | None = None,
    fix: FoundFix | None = None,
) -> Finding:
    diagnostic = Diagnostic(
        kind,
        where,
        args or {"id": "area"},
        hint="hint" if "hint" in kind.messages else None,
        values={"stated": "1006017"} if kind is SUBTOTAL else {},
        subject=subject,
    )
    return Finding(diagnostic, where, entity, field, subject, related, waiver, fix)


FAILED_SUM = finding(
    SUBTOTAL,
    span("projects/roads.yaml", 3, 17, 24),
    {"title": "基础设施项目", "stated": "1006017", "computed": "57381"},
    entity="infrastructure",
    field="stated.total",
    related=(
        RelatedFinding(
            span("projects/roads.yaml", 5, 34, 39), "member", {"id": "基1", "amount": "56981", "name": "道路"}
        ),
        RelatedFinding(span("projects/roads.yaml", 6, 34, 37), "member", {"id": "基12", "amount": "400", "name": "桥"}),
        RelatedFinding(None, "member", {"id": "基13", "amount": "—", "name": "未列"}),
    ),
)
FULL_WIDTH = finding(
    COLON,
    span("plan.yaml", 1, 6, 7),
    {"text": "title"},
    fix=FoundFix(span("plan.yaml", 1, 6, 7), ": ", safe=True),
)
PLACELESS = finding()
WAIVED = replace(FAILED_SUM, field="stated.in_period", waiver="审计口径不同，已核")

FILES: Mapping[str, str] = {"plan.yaml": "title：小规划\nperiod: 2021-2025\n", "projects/roads.yaml": PROJECTS}


def report(
    *findings: Finding, language: str = "zh-CN", files: Mapping[str, str] = FILES, kinds: tuple[Kind, ...] = ()
) -> Report:
    """A report of `findings` on a plan in content/, from the folder above it."""
    here = Path("/home/planner")
    paths = Paths(here / "content", here)
    return Report(findings, Summary.of(findings, 12, 3), "plan.yaml", files, paths, language, kinds)


EVERYTHING = report(FAILED_SUM, FULL_WIDTH, PLACELESS, WAIVED, kinds=(QUIET, SUBTOTAL, COLON, UNUSED))

HOSTILE = (
    "\x1b[31mred\x1b[0m",
    "\x9b31m",
    "a\r\n::error file=x::owned",
    "::add-mask::年",
    "##[error]owned ##vso[task.complete]",
    "</failure></testcase>]]><script>alert(1)</script>",
    "&amp; \" ' <b>",
    "**bold** _it_ `code` | cell | <img src=x onerror=alert(1)> [a](javascript:x) ![b](c) ~~x~~ </details>",
    "@octocat #12 !34 GH-5 https://example.org www.example.org a@b.cc :smile: $1 %2",
    "50%, a:b,c=d",
    "abc\u202edef\u202c \u200b\ufeff\u2066x\u2069",
    "\x00\x0b\ufffe\uffff\ud800",
    "[12157户](=demolished) {{ share }} {0} \\[x](y)",
    "\ttab\u2028line\x85next",
    "",
)
"""Texts a plan might hold to break out of a report."""


def hostile_report(text: str, language: str = "zh-CN") -> Report:
    """A report in which `text` stands wherever a plan's words can."""
    file = f"chapters/{text.replace('/', '_')}.yaml"
    where = span(file, 2, 1, 4)
    related = (
        RelatedFinding(where, "member", {"id": text, "amount": text, "name": text}),
        RelatedFinding(None, "member", {"id": text, "amount": text, "name": text}),
    )
    args = {"title": text, "stated": text, "computed": text}
    bad = finding(SUBTOTAL, where, args, entity=text, field=text, subject=text, related=related)
    fixed = finding(COLON, None, {"text": text}, entity=text, subject=text, fix=FoundFix(where, text, safe=False))
    waived = finding(UNUSED, where, {"id": text}, entity=text, waiver=text)
    return report(bad, fixed, waived, files={file: f"a\n{text}\nb"}, language=language, kinds=(QUIET,))
