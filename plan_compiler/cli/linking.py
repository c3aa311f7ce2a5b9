"""A linked plan, for commands that ask questions of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from plan_compiler.cli.failure import CommandError
from plan_compiler.cli.locate import locate

if TYPE_CHECKING:
    from plan_compiler.link.linked import LinkedPlan
    from plan_compiler.read.source import Source
    from plan_compiler.report.paths import Paths


def linked_plan(plan: Path | None) -> "tuple[Source, LinkedPlan, Paths]":
    """The plan named by PLAN, read and linked; whatever faults it has are left to `plan check`."""
    from plan_compiler.pipeline import checking
    from plan_compiler.read.tree import FolderTree
    from plan_compiler.report.paths import Paths

    root = locate(plan).root
    checked = checking.check(FolderTree(root))
    if checked.source is None or checked.linked is None:
        raise CommandError("plan.yaml 无法读取，先运行 plan check / plan.yaml cannot be read: run `plan check` first")
    return checked.source, checked.linked, Paths(root.resolve(), Path.cwd())
