"""Finding the plan a command is about."""

from pathlib import Path

from msgspec import Struct

from plan_compiler.cli.failure import CommandError

ENTRY = "plan.yaml"
DEFAULT_LANGUAGE = "zh-CN"
_SHOWN = 5


class Location(Struct, frozen=True):
    """A plan's folder."""

    root: Path


def locate(argument: Path | None) -> Location:
    """The plan named by PLAN: a folder or plan.yaml; without it the nearest plan.yaml upwards, then content/, then the one
    folder in this one that holds a plan.
    """
    if argument is not None:
        return Location(_named(argument))
    here = Path.cwd()
    for folder in (here, *here.parents, here / "content"):
        if (folder / ENTRY).is_file():
            return Location(folder)
    found = (entry.parent for entry in here.glob(f"*/{ENTRY}") if entry.is_file())
    below = sorted(folder for folder in found if not folder.name.startswith("."))
    if len(below) == 1:
        return Location(below[0])
    if below:
        names = ", ".join(folder.name for folder in below[:_SHOWN]) + (", …" if len(below) > _SHOWN else "")
        raise CommandError(
            f"这里有几份规划（{names}）：请写明是哪一份，如 plan check {below[0].name} / "
            "several plans here: name the folder of the one that is meant"
        )
    raise CommandError(
        "找不到 plan.yaml：请进入规划所在文件夹，或写明路径，如 plan check 我的规划/（新建用 plan init） / "
        "no plan.yaml here or above: name the plan's folder, or start one with `plan init`"
    )


def language_of(root: Path) -> str:
    """The language of the plan in a folder; nothing else of it is read."""
    from plan_compiler.read.fields import file_fields
    from plan_compiler.read.tree import FolderTree

    content = FolderTree(root).read(ENTRY)
    fields = file_fields(ENTRY, content) if isinstance(content, bytes) else None
    return (fields or {}).get(("language",), DEFAULT_LANGUAGE)


def language_here() -> str:
    """The language of the plan that a command without PLAN is about; that of most where there is none."""
    try:
        return language_of(locate(None).root)
    except CommandError:
        return DEFAULT_LANGUAGE


def _named(argument: Path) -> Path:
    if not argument.exists():
        raise CommandError(f"找不到 {argument}：请核对路径 / {argument} does not exist: check the path")
    if argument.is_dir():
        if not (argument / ENTRY).exists():
            raise CommandError(
                f"{argument} 里没有 {ENTRY}：请写明规划所在文件夹 / "
                f"no {ENTRY} in {argument}: name the folder that holds it, or start one with `plan init`"
            )
        return argument
    if argument.name != ENTRY:
        raise CommandError(f"{argument} 不是 {ENTRY} / {argument} is not a {ENTRY}: name that file or its folder")
    return argument.parent
