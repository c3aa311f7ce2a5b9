"""`plan explain CODE`: one rule's manual page."""

from typing import Annotated

import typer

from plan_compiler.cli.arguments import Lang
from plan_compiler.cli.failure import CommandError


def explain(code: Annotated[str, typer.Argument(help="如 SUM101 / such as SUM101")], lang: Lang = None) -> int:
    """解释一条规则：查什么、为什么、怎么改，附例子。 / One rule's page: what, why, what to do, examples."""
    from plan_compiler.pipeline import catalogue
    from plan_compiler.report.manual import manual_page

    kind = next((k for k in catalogue() if code.lower() in (k.code.lower(), k.name)), None)
    if kind is None:
        raise CommandError(f"没有规则 {code}：用 plan rules 查看全部 / no rule {code}: `plan rules` lists them all")
    print(manual_page(kind, lang or "zh"), end="")
    return 0
