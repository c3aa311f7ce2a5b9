"""`plan git`: what a repository needs so that git shows and merges plans by meaning."""

from pathlib import Path
from typing import Annotated

import typer

from plan_compiler.cli.failure import CommandError

ACTIONS = ("install", "remove", "textconv", "merge")


def _action(name: str) -> str:
    if name not in ACTIONS:
        raise typer.BadParameter(f"没有 {name}；可用 / no action {name}: {', '.join(ACTIONS)}")
    return name


def git(
    action: Annotated[str, typer.Argument(metavar="install|remove", callback=_action, help="做什么 / what to do")],
    files: Annotated[list[Path] | None, typer.Argument(metavar="[PLAN]", help="规划文件夹 / the plan's folder")] = None,
) -> int:
    """让 git 按意义显示和合并规划。

    Sets up a repository once, so that git shows and merges plans by meaning. It writes lines to .gitattributes (commit
    them) and to this clone's own configuration (each clone runs `plan git install` once); `plan git remove` undoes both.

    \b
    plan git install       设置 / set up; after that:
      git diff, git log -p     一个字段一行 / one line a field
      git plan-diff v1..v2     改动的意义 / what the changes mean
      git merge                不同字段的改动自动合并 / changes of different fields merge by themselves
    plan git remove        撤销 / undo it

    \b
    由 git 调用 / called by git: plan git textconv FILE; plan git merge BASE OURS THEIRS
    """
    given = files or []
    if action == "textconv":
        return _textconv(*_exactly(given, 1))
    if action == "merge":
        return _merge(*_exactly(given, 3))
    return _set_up(given, install=action == "install")


def _exactly(files: list[Path], count: int) -> list[Path]:
    if len(files) != count:
        raise CommandError(f"需要 {count} 个文件 / {count} files are needed")
    return files


def _textconv(file: Path) -> int:
    from plan_compiler.report.fields import field_lines

    print(field_lines(file.read_bytes()), end="")
    return 0


def _merge(base: Path, ours: Path, theirs: Path) -> int:
    """0: merged; 1: what both changed is left between marks; `ours` is written, as git expects it."""
    from plan_compiler.edit.merging import lacks, merge
    from plan_compiler.edit.merging_marks import apart
    from plan_compiler.output.atomic import write_all
    from plan_compiler.read.fields import same_values
    from plan_compiler.read.git import RevisionError, merged_by_lines

    sides = (base.read_bytes(), ours.read_bytes(), theirs.read_bytes())
    merged = merge(*sides)
    try:
        lines, clean = merged_by_lines(base, ours, theirs)
    except RevisionError as fault:
        if merged is None:
            raise CommandError(f"git 无法合并 {ours.name} / git cannot merge it: {fault.told}") from None
        lines, clean = b"", False
    content = lines if merged is None else merged.text.encode()
    if merged is None and clean and lacks(*sides, lines):
        content, clean = apart(*sides[1:]), False
    if merged is not None and clean and not merged.conflicts and same_values(lines, content):
        content = lines  # by lines, the comments of both are kept as well
    write_all(ours.parent, {ours.name: content})
    return 0 if (clean if merged is None else not merged.conflicts) else 1


def _set_up(given: list[Path], *, install: bool) -> int:
    from plan_compiler.cli.locate import locate
    from plan_compiler.cli.revisions import repository
    from plan_compiler.output.git_setup import UnusableAttributesError, remove
    from plan_compiler.output.git_setup import install as set_up

    if len(given) > 1:
        raise CommandError("只能有一个规划文件夹 / one plan's folder at most")
    repo = repository(locate(given[0] if given else None).root)
    try:
        changed = (set_up if install else remove)(repo.root, repo.prefix)
    except UnusableAttributesError:
        raise CommandError(
            f"{repo.root / '.gitattributes'} 是链接，或不是 UTF-8 文本，没有改动：请先改正它 / "
            "is a link or no UTF-8 text and was left alone: mend it first"
        ) from None
    if not changed:
        print("无需改动 / nothing to do")
    for line in changed:
        print(line)
    if changed and install:
        print("请提交 .gitattributes；别的克隆各运行一次 / commit .gitattributes; run this once in every other clone")
    return 0
