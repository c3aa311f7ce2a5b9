"""`plan note ID --reason …`: say why something was changed, for the rules on revisions and for who reads them."""

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_compiler.cli.arguments import Lang, PlanOption, both
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
    against: Annotated[
        str | None,
        typer.Option(
            "--against", metavar="REV", help="已删除的在哪一稿里 / the version that has what was deleted; HEAD"
        ),
    ] = None,
    plan: PlanOption = None,
    lang: Lang = None,
) -> int:
    """说明为什么修改：写入 changes.yaml。

    Say why something was changed. The note is written to changes.yaml, where `plan check --against REV` looks for it: a
    project or an indicator that was dropped, a project that was moved, a target that was lowered, an actual value that
    was altered.

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
        raise CommandError(both("--reason 要写明理由", "--reason must say why", lang))
    tree = FolderTree(root)
    source = read_plan(tree).source
    if source is None:
        raise CommandError("plan.yaml 无法读取，先运行 plan check / plan.yaml cannot be read: run `plan check` first")
    linked = link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread)[0]
    _must_exist(entity, field, linked, root, against)
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
    print(f"{both('已说明', 'noted', lang)}: {entity} ({noting.CHANGES})")
    return 0


def _must_exist(entity: str, field: str | None, linked: "LinkedPlan", root: Path, against: str | None) -> None:
    """Raise `CommandError` for an entity, or a field of it, that neither the plan has nor the version before it."""
    from plan_compiler.pipeline import noting

    known = noting.fields(linked, entity)
    if entity in linked.symbols.by_id and (field is None or field in known):
        return
    older = _older(root, against)
    if entity not in linked.symbols.by_id and (older is None or entity not in older.symbols.by_id):
        raise CommandError(_unknown(entity, linked, older))
    known += noting.fields(older, entity) if older else ()
    if field is not None and field not in known:
        raise CommandError(_no_field(entity, field, tuple(dict.fromkeys(known))))


def _no_field(entity: str, field: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    from plan_compiler.report.visible import visible

    near = [name for name in known if name.endswith(f".{field}")] or get_close_matches(field, known, _MOST_NEAR)
    listed = (near or known)[:_MOST_NEAR]
    return visible(
        f"{entity} 没有字段 {field}：可用 {'、'.join(listed)} / {entity} has no field {field}: {', '.join(listed)}"
    )


def _older(root: Path, against: str | None) -> "LinkedPlan | None":
    """The version that a deleted entity may have been in: that of `against`, else the last commit; None without one.

    Raises `CommandError` for a version that was asked for and cannot be had.
    """
    from plan_compiler.cli.revisions import HEAD, of_revision, revision
    from plan_compiler.pipeline.comparing import UnreadableVersionError, linked_version

    with ExitStack() as stack:
        try:
            version = of_revision(HEAD, root, stack) if against is None else revision(against, root, stack)
            return linked_version(version.tree)
        except CommandError:
            if against is not None:
                raise
        except UnreadableVersionError:
            if against is not None:
                raise CommandError(f"{against} 的 plan.yaml 无法读取 / plan.yaml of {against} cannot be read") from None
    return None


def _unknown(entity: str, linked: "LinkedPlan", older: "LinkedPlan | None") -> str:
    from plan_compiler.link.queries import find_ids
    from plan_compiler.report.visible import visible

    matches = (match for each in (linked, older) if each is not None for match in find_ids(each, entity)[:_MOST_NEAR])
    near = "、".join(dict.fromkeys(match.symbol.id for match in matches))
    if near:
        zh, en = f"是否指 {near}", f"did you mean {near}?"
    elif older is None:
        zh, en = "若已删除，用 --against 写明旧稿", "if it was deleted, name the old version with --against"
    else:
        zh, en = "用 plan ids 按词查找", "find it with `plan ids`"
    if older is None:
        return visible(f"没有 {entity}：{zh} / there is no {entity}: {en}")
    earlier = "；在更早的版本里的，用 --against 写明", "; if it was in an earlier version, name that with --against"
    return visible(
        f"没有 {entity}，旧稿里也没有：{zh}{earlier[0]} / there is no {entity}, and there was none: {en}{earlier[1]}"
    )
