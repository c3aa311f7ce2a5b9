"""`plan note ID --reason …`: say why something was changed, for the rules on revisions and for who reads them."""

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_compiler.cli.arguments import PlanOption
from plan_compiler.cli.failure import CommandError
from plan_compiler.cli.locate import locate

if TYPE_CHECKING:
    from plan_compiler.link.linked import LinkedPlan

_MOST_NEAR = 5


def note(
    entity: Annotated[
        str, typer.Argument(metavar="ID", help="标识；已删除的写原来的 / the id; of what is gone, its old one")
    ],
    *,
    reason: Annotated[str, typer.Option("--reason", help="为什么改 / why it was changed")],
    field: Annotated[str | None, typer.Option("--field", help="字段，如 values.2025 / the field")] = None,
    approved_by: Annotated[str | None, typer.Option("--approved-by", help="批准人或文件 / who approved")] = None,
    date: Annotated[
        datetime | None, typer.Option("--date", metavar="DATE", formats=["%Y-%m-%d"], help="日期 / when")
    ] = None,
    plan: PlanOption = None,
) -> int:
    """说明为什么修改：写入 changes.yaml。

    Say why something was changed. The note is written to changes.yaml, where `plan check --against REV` looks for it: a
    project that was dropped or moved, a target that was lowered, an actual value that was altered.

    \b
    plan note 基12 --reason 并入快速路网统一实施 --approved-by 区政府常务会议
    plan note output --field values.2025 --reason 中期评估后调整
    """
    from plan_compiler.link.link import link
    from plan_compiler.model.notes import ChangeNote
    from plan_compiler.output.atomic import write_all
    from plan_compiler.pipeline import noting
    from plan_compiler.read.plan import read_plan
    from plan_compiler.read.tree import FolderTree

    root = locate(plan).root.resolve()
    if not reason.strip():
        raise CommandError("--reason 要写明理由 / --reason must say why")
    tree = FolderTree(root)
    source = read_plan(tree).source
    if source is None:
        raise CommandError("plan.yaml 无法读取，先运行 plan check / plan.yaml cannot be read: run `plan check` first")
    linked = link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread)[0]
    if entity not in linked.symbols.by_id and not _was_known(entity, root):
        raise CommandError(_unknown(entity, linked))
    written = ChangeNote(
        entity=entity,
        field=field,
        reason=" ".join(reason.split()),
        approved_by=" ".join(approved_by.split()) if approved_by else None,
        date=date.date().isoformat() if date else None,
    )
    try:
        content = noting.noted(tree, source, written)
    except noting.CannotNoteError:
        raise CommandError(
            f"{noting.CHANGES} 里写不进这条说明，没有改动：它须是每条以“- ”开头的列表，且能被 plan check 读取 / "
            f"nothing was written: {noting.CHANGES} must be a list with a dash to each entry that `plan check` can read"
        ) from None
    write_all(root, {str((root / noting.CHANGES).resolve().relative_to(root)): content})
    print(f"已说明 / noted: {entity}（{noting.CHANGES}）")
    return 0


def _was_known(entity: str, root: Path) -> bool:
    """Whether the last commit has it: of what was just deleted."""
    from plan_compiler.cli.revisions import HEAD, revision
    from plan_compiler.pipeline.comparing import UnreadableVersionError, linked_version

    with ExitStack() as stack:
        try:
            return entity in linked_version(revision(HEAD, root, stack).tree).symbols.by_id
        except (CommandError, UnreadableVersionError):
            return True  # nothing to ask: what is gone cannot be told from what never was


def _unknown(entity: str, linked: "LinkedPlan") -> str:
    from plan_compiler.link.queries import find_ids
    from plan_compiler.report.visible import visible

    near = "、".join(match.symbol.id for match in find_ids(linked, entity)[:_MOST_NEAR])
    advice = f"；是否指 {near} / did you mean {near}" if near else "；用 plan ids 按词查找 / find it with `plan ids`"
    return visible(f"没有 {entity}，上次提交时也没有 / there is no {entity}, and there was none{advice}")
