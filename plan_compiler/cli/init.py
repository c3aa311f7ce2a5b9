"""`plan init [DIR]`: a small, complete, passing plan to start from."""

from pathlib import Path
from typing import Annotated

import typer

from plan_compiler.cli.arguments import both, language_name
from plan_compiler.cli.failure import CommandError


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="新规划的文件夹 / folder of the new plan")] = Path(),
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="zh|en",
            callback=language_name,
            help="规划的语言；缺省中文 / language of the plan: en for an English one",
            show_default=False,
        ),
    ] = None,
) -> int:
    """新建一个小而完整的规划。 / Start a small, complete plan that passes every check.

    \b
    plan init 我的规划      新建文件夹并写入 / makes the folder
    plan init --lang en my-plan      英文的规划 / a plan in English, with pounds
    cd 我的规划 && plan check && plan build
    """
    from plan_compiler.model.kinds import FileKind
    from plan_compiler.output.atomic import write_all
    from plan_compiler.resources import resource_folder

    if directory.exists() and not directory.is_dir():
        raise CommandError(f"{directory} 不是文件夹 / {directory} is not a folder: name a new or empty one")
    schemas = resource_folder("schemas")
    files = {
        **_files(resource_folder("templates") / ("starter-en" if lang == "en" else "starter")),
        **{f"schemas/{name}": (schemas / name).read_bytes() for name in (f"{kind}.schema.json" for kind in FileKind)},
        ".vscode/plan.code-snippets": (schemas / "vscode" / "plan.code-snippets").read_bytes(),
        ".vscode/settings.json": _SETTINGS.encode(),
    }
    if not (directory / _IGNORE).exists():  # a folder under git already may have its own
        files[_IGNORE] = b"build/\n"
    taken = sorted(name for name in files if (directory / name).exists())
    if taken:
        raise CommandError(
            f"{directory} 里已有 {taken[0]}，没有改动任何文件；请另选空文件夹 / "
            f"{taken[0]} is there already and nothing was touched: name a new or empty folder"
        )
    write_all(directory, files)
    print(f"{both('已新建', 'created', lang)}: {directory}/plan.yaml")
    go = "" if directory == Path() else f"cd {directory} && "
    print(f"{both('下一步', 'next', lang)}: {go}plan check && plan build")
    return 0


_IGNORE = ".gitignore"
_SETTINGS = """{
  "editor.insertSpaces": true,
  "editor.tabSize": 2,
  "files.encoding": "utf8"
}
"""


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
