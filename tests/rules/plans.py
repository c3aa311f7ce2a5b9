"""Small plans to judge, and what the rules find in them."""

from collections.abc import Mapping
from datetime import date
from textwrap import indent

from plan_compiler.diagnostics import Finding
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree

HEAD = "title: 新区规划\nperiod: 2021-2025\n"
ROW = {
    "scope": "长一公里",
    "nature": "新建",
    "period": "2021-2023",
    "total": "100",
    "in_period": "100",
    "owner": "建设局",
}


def findings(files: Mapping[str, str]) -> list[Finding]:
    """What checking these files finds, beside what a plan without references has."""
    plan = {"plan.yaml": f"{HEAD}chapters:\n  - title: 总则\n    body: 正文。\n", **files}
    checked = check(MemoryTree({name: text.encode() for name, text in plan.items()}), today=date(2026, 1, 1))
    return [finding for finding in checked.findings if finding.kind.code != "REF504"]


def in_text(text: str, head: str = HEAD, **files: str) -> list[Finding]:
    """What is found in a plan whose only chapter has this text."""
    body = f"{head}chapters:\n  - title: 总则\n    body: |\n{indent(text, ' ' * 6)}\n"
    return findings({"plan.yaml": body, **{f"{name}.yaml": content for name, content in files.items()}})


def annex(*rows: Mapping[str, str], unit: str = "万元") -> str:
    """annex.yaml with these projects; what a row leaves out is as in `ROW`."""
    lines = [f"id: annex\ntitle: 项目表\nunit: {unit}\ncategories:\n  - id: works\n    title: 工程\n    projects:\n"]
    for number, row in enumerate(rows, start=1):
        fields = {"id": f"r{number}", "name": f"项目{'甲乙丙丁戊己庚辛'[number - 1]}", **ROW, **row}
        lines += [f"      {'- ' if key == 'id' else '  '}{key}: {value}\n" for key, value in fields.items()]
    return "".join(lines)


def of_projects(*rows: Mapping[str, str], unit: str = "万元", **files: str) -> list[Finding]:
    """What is found in a plan with these projects."""
    more = {f"{name}.yaml": content for name, content in files.items()}
    return findings({"annex.yaml": annex(*rows, unit=unit), **more})


def codes(found: list[Finding]) -> list[str]:
    """Their codes, in order."""
    return [finding.kind.code for finding in found]


def subjects(found: list[Finding], code: str) -> list[str | None]:
    """The subjects of the findings with this code."""
    return [finding.subject for finding in found if finding.kind.code == code]


def fixed(found: list[Finding], code: str, text: str) -> str:
    """The text with the fixes of the findings of this code applied; it must stand on one line of the plan."""
    for finding in sorted((f for f in found if f.kind.code == code), key=lambda f: f.span or 0, reverse=True):
        assert finding.fix is not None, finding
        span = finding.fix.span
        assert span.start.line == span.end.line
        low, high = span.start.column - 7, span.end.column - 7
        text = text[:low] + finding.fix.replacement + text[high:]
    return text
