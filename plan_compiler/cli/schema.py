"""`plan schema`: JSON Schemas for editors."""

import json
from pathlib import Path
from typing import Annotated

import typer

from plan_compiler.cli.arguments import Lang, PlanArgument, both
from plan_compiler.cli.failure import CommandError
from plan_compiler.cli.locate import locate


def schema(
    plan: PlanArgument = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="写入的文件夹；缺省为规划中的 schemas/ / folder; the plan's schemas/"),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="不含本规划的标识 / without this plan's names")] = False,
    lang: Lang = None,
) -> int:
    """写出 JSON Schema，供编辑器补全和检查；含本规划的标识。

    Write the JSON Schemas by which an editor completes and checks the YAML, with this plan's names as completions.
    """
    from plan_compiler.model.schema import file_schemas
    from plan_compiler.output.atomic import write_all

    if plain and out is None:
        raise CommandError(both("--plain 需要 --out 文件夹", "--plain needs --out FOLDER", lang))
    names = {} if plain else _names(plan)
    folder = out or locate(plan).root / "schemas"
    files = {
        name: (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
        for name, content in file_schemas(names).items()
    }
    write_all(folder, files)
    print(f"{folder}: {', '.join(sorted(files))}")
    return 0


def _names(plan: Path | None) -> dict[str, tuple[str, ...]]:
    """The ids of the plan, by what they name."""
    from plan_compiler.cli.linking import linked_plan

    _, linked, _ = linked_plan(plan)
    names: dict[str, tuple[str, ...]] = {}
    for symbol in linked.symbols.by_id.values():
        names[symbol.kind] = (*names.get(symbol.kind, ()), symbol.id)
    return names
