"""`plan explain CODE`: one rule's manual page."""

from typing import TYPE_CHECKING, Annotated

import typer

from plan_compiler.cli.arguments import Lang
from plan_compiler.cli.failure import CommandError

if TYPE_CHECKING:
    from plan_compiler.diagnostics import Kind


def explain(code: Annotated[str, typer.Argument(help="如 SUM101 / such as SUM101")], lang: Lang = None) -> int:
    """解释一条规则：查什么、为什么、怎么改，附例子。 / One rule's page: what, why, what to do, examples."""
    from plan_compiler.cli.locate import language_here
    from plan_compiler.pipeline.checking import catalogue
    from plan_compiler.report.manual import manual_page

    kinds = _of_this_plan() if "-" in code and code.upper() == code else catalogue()
    kind = next((k for k in kinds if code.lower() in (k.code.lower(), k.name)), None)
    if kind is None:
        raise CommandError(f"没有规则 {code}：用 plan rules 查看全部 / no rule {code}: `plan rules` lists them all")
    print(manual_page(kind, lang or language_here()), end="")
    return 0


def _of_this_plan() -> "tuple[Kind, ...]":
    """What the rules find that the plan here takes from elsewhere; none without a plan."""
    from plan_compiler.cli.locate import locate
    from plan_compiler.pipeline.checking import check
    from plan_compiler.read.tree import FolderTree

    try:
        root = locate(None).root
    except CommandError:
        return ()
    return check(FolderTree(root)).foreign
