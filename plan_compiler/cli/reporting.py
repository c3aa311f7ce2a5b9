"""What commands print about a checked plan."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from msgspec import Struct

from plan_compiler.cli.locate import ENTRY

if TYPE_CHECKING:
    from plan_compiler.diagnostics import Cause, Finding
    from plan_compiler.pipeline.checking import Checked
    from plan_compiler.report.report import Report


def report_of(
    checked: "Checked",
    root: Path,
    lang: str | None,
    more: "Sequence[Finding]" = (),
    common: "tuple[Cause, ...] | None" = None,
) -> "Report":
    """The report of a check, with findings of later passes behind it; in `lang`, else the plan's language. `common` are the causes
    of its findings where these are known already.
    """
    from msgspec.structs import replace

    from plan_compiler.diagnostics import Summary
    from plan_compiler.pipeline.causing import causes
    from plan_compiler.pipeline.checking import catalogue
    from plan_compiler.report.paths import Paths
    from plan_compiler.report.report import Report

    source = checked.source
    findings = (*checked.findings, *more)
    return Report(
        findings,
        replace(
            Summary.of(findings, checked.summary.relations_checked, checked.summary.not_checkable),
            unread=checked.linked is None,
        ),
        ENTRY,
        checked.files,
        Paths(root.resolve(), Path.cwd()),
        lang or (source.plan.language if source else "zh-CN"),
        (*catalogue(), *checked.foreign),
        causes(checked) if common is None else common,
    )


def shown(report: "Report", show_waived: bool = False) -> str:
    """The report for people: on a terminal as wide as that is, in colour if it wants it."""
    from plan_compiler.report.text import text_report

    screen = Screen.of_stdout()
    if screen is None:
        return text_report(report, show_waived=show_waived)
    return text_report(report, colour=screen.colour, show_waived=show_waived, columns=screen.columns)


class Screen(Struct, frozen=True):
    """The terminal that a command writes to: how wide it is, and whether it wants colour."""

    columns: int
    colour: bool

    @classmethod
    def of_stdout(cls) -> "Screen | None":
        """The terminal of standard output, if that is one."""
        if not sys.stdout.isatty():
            return None
        colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(get_terminal_size().columns, colour)
