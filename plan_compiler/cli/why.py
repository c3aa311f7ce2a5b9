"""`plan why ID`: where a figure comes from and everywhere it is used."""

from typing import Annotated

import typer

from plan_compiler.cli.arguments import Lang, PlanOption
from plan_compiler.cli.failure import CommandError


def why(
    name: Annotated[str, typer.Argument(metavar="ID", help="标识或指标名称，如 output[2025] / an id or a name")],
    plan: PlanOption = None,
    lang: Lang = None,
) -> int:
    """说明一个数字的来源，列出用到它的每一处。 / Where a figure comes from, and everywhere it is used.

    \b
    plan why demolished         一个数据 / a figure
    plan why output             一项指标的各年数值 / an indicator, year by year
    plan why annex.in_period    一个合计由哪些项组成 / what a total is made of
    """
    from plan_compiler.cli.linking import linked_plan
    from plan_compiler.link.queries import near
    from plan_compiler.link.why import NoSuchFigure, why
    from plan_compiler.pipeline.explaining import typed_uses
    from plan_compiler.report.explanation import explanation_text, no_such_figure
    from plan_compiler.report.visible import visible

    source, linked, paths = linked_plan(plan)
    explanation = why(linked, name)
    if explanation is None:
        meant = "、".join(near(linked, name))
        zh, en = (
            (f"是否指 {meant}", f"did you mean {meant}?")
            if meant
            else ("用 plan ids 按词查找", "find it with `plan ids`")
        )
        raise CommandError(visible(f"没有 {name}：{zh} / there is no {name}: {en}"))
    if isinstance(explanation, NoSuchFigure):
        raise CommandError(no_such_figure(explanation, lang or source.plan.language))
    typed = typed_uses(linked, explanation)
    print(explanation_text(explanation, source.spans.span, paths, lang or source.plan.language, typed), end="")
    return 0
