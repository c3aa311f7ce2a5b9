"""`plan log`: the history of one indicator, project or figure through git."""

from pathlib import Path
from typing import Annotated

import typer

from plan_compiler.cli.arguments import Lang, PlanOption
from plan_compiler.cli.failure import CommandError
from plan_compiler.cli.locate import language_of

FORMATS = ("text", "json")
_FEW = 4
"""Figures of a thing that are offered in place of one that it has not."""


def _format(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"没有格式 {name}；可用 / no format {name}: {', '.join(FORMATS)}")
    return name


def log(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="标识或名称 / an id or a name: output, output[2025], 基01.total, 总产值[2025]"
        ),
    ],
    *,
    revision: Annotated[
        str, typer.Option("--from", metavar="REV", help="从哪一版往回看 / the version to look back from")
    ] = "HEAD",
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="text|json", callback=_format, help="报告格式 / format")
    ] = "text",
    plan: PlanOption = None,
    lang: Lang = None,
) -> int:
    """一个指标、项目或数字的历史：何时、何人、从多少改到多少。

    The history of one indicator, project or figure: when, by whom, from what to what; the newest change first. Files
    that moved and ids that were renamed are followed. What is not yet committed is not shown: see `plan diff`.

    \b
    plan log output             一个指标 / an indicator
    plan log output[2025]       它的一个年度 / one year of it
    plan log 基01.total         一个项目的一个数 / a figure of a project
    plan log demolished         正文里定义的数 / a figure defined in the text
    plan log budget.总计[2026]    数据表的一行、一格 / a row or a cell of a data table
    plan log 规上工业总产值[2025]   用名称也可以 / by its printed name
    """
    from plan_compiler.cli.locate import locate
    from plan_compiler.cli.revisions import repository, told
    from plan_compiler.diff.history import history, is_name
    from plan_compiler.read.git import RevisionError
    from plan_compiler.report.history import history_json, history_text
    from plan_compiler.report.visible import visible

    root = locate(plan).root
    repo = repository(root)
    try:
        events = history(root, repo.prefix, repo.commit(revision), name) if is_name(name) else ()
        if not events and (key := _key(plan, name)):
            name, events = key, history(root, repo.prefix, repo.commit(revision), key)
    except RevisionError as error:
        raise CommandError(told(error, root)) from None
    if not events and not is_name(name):
        raise CommandError(
            visible(f"{name} 不是标识或名称：如 output、output[2025]、基01.total / no id or name: {name}")
        )
    if not events:
        raise CommandError(_unknown(plan, name))
    chinese = not (lang or language_of(root)).startswith("en")
    print(history_json(name, events) if format == "json" else history_text(events, chinese=chinese), end="")
    return 0


def _key(plan: Path | None, name: str) -> str | None:
    """The id that a printed name has in the plan as it is; None for no other than it says itself."""
    from plan_compiler.cli.linking import linked_plan
    from plan_compiler.diff.history import is_name
    from plan_compiler.link.why import key_of

    try:
        key = key_of(linked_plan(plan)[1], name)
    except CommandError:  # the plan as it is cannot be read: its history can
        return None
    return key if key is not None and key != name and is_name(key) else None


def _unknown(plan: Path | None, name: str) -> str:
    """What to say of a name that the history has not: it is new in the plan as it is, or another one is meant."""
    from plan_compiler.cli.linking import linked_plan
    from plan_compiler.link.queries import near
    from plan_compiler.link.why import NoSuchFigure, why
    from plan_compiler.report.visible import visible

    zh, en = "用 plan ids 按词查找", "find it with `plan ids`"
    try:
        linked = linked_plan(plan)[1]
    except CommandError:
        return visible(f"历史里没有 {name}：{zh} / no {name} in the history: {en}")
    match why(linked, name):
        case None:
            meant = near(linked, name)
        case NoSuchFigure(symbol=symbol, keys=keys):
            meant = keys[:_FEW] or (symbol.id,)
        case _:
            meant, zh, en = (), "还没有提交过，见 plan diff", "it is not committed yet, see `plan diff`"
    if meant:
        zh, en = f"是否指 {'、'.join(meant)}", f"did you mean {', '.join(meant)}?"
    return visible(f"历史里没有 {name}：{zh} / no {name} in the history: {en}")
