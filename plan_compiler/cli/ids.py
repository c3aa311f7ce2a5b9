"""`plan ids WORDS`: find a name by words, and print a line to paste."""

from typing import Annotated

import typer

from plan_compiler.cli.arguments import Lang, PlanOption


def ids(
    words: Annotated[list[str], typer.Argument(help="名称或上下文中的词，如 总产值 / words of the name or around it")],
    plan: PlanOption = None,
    lang: Lang = None,
) -> int:
    """按词查找标识，并给出可以粘贴到正文的写法。 / Find an id by words, with a line to paste into a text."""
    from plan_compiler.cli.linking import linked_plan
    from plan_compiler.link.queries import find_ids
    from plan_compiler.report.explanation import matches_text

    source, linked, _ = linked_plan(plan)
    matches = find_ids(linked, words)
    if not matches:
        print("没有找到 / nothing found")
        return 1
    print(matches_text(matches, lang or source.plan.language), end="")
    return 0
