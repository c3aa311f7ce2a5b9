"""`plan fix`: safe fixes, and bindings for figures typed by hand, shown as a diff and written where accepted."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_compiler.cli.arguments import Lang, PlanArgument
from plan_compiler.cli.failure import CommandError
from plan_compiler.cli.locate import locate

if TYPE_CHECKING:
    from plan_compiler.edit.proposals import Proposal
    from plan_compiler.pipeline.fixing import Fixed
    from plan_compiler.report.paths import Paths


def fix(
    plan: PlanArgument = None,
    bind: Annotated[
        bool, typer.Option("--bind", help="把手工写的数据绑定到已知数据 / bind figures typed by hand to known ones")
    ] = False,
    define: Annotated[
        bool, typer.Option("--define", help="其余数据也各给一个标识 / give every other figure an id, too")
    ] = False,
    apply: Annotated[
        bool, typer.Option("--apply", help="写入；在终端上逐条询问 / write; on a terminal, each is asked for")
    ] = False,
    accept: Annotated[
        str | None,
        typer.Option("--accept", metavar="N,M-K,FILE", help="只写入这几条，或这几个文件的 / write these alone"),
    ] = None,
    lang: Lang = None,
) -> int:
    """改正可以放心改的问题；--bind 为手工写的数据提出绑定。

    Mend what can be mended without changing a meaning; with --bind, propose bindings for figures typed by hand.
    Without --apply or --accept nothing is written, and what would change is shown as a diff.

    \b
    plan fix                      看会改什么 / what would change
    plan fix --apply              改 / change it
    plan fix --bind               给出编号的绑定建议 / numbered proposals
    plan fix --bind --accept 1,3  采纳第 1、3 条 / accept two of them
    """
    from plan_compiler.pipeline import fixing
    from plan_compiler.pipeline.checking import check
    from plan_compiler.read.tree import FolderTree
    from plan_compiler.report.paths import Paths

    root = locate(plan).root
    tree = FolderTree(root)
    checked = check(tree)
    if checked.source is None:
        raise CommandError("plan.yaml 无法读取，先运行 plan check / plan.yaml cannot be read: run `plan check` first")
    language = lang or checked.source.plan.language
    binds = bind or define
    proposals = fixing.binding_proposals(checked, define=define) if binds else fixing.fixes(checked, language)
    paths = Paths(root.resolve(), Path.cwd())
    chosen = _accepted(accept, proposals, paths) if accept is not None else proposals
    if not chosen:
        print("没有可改之处 / nothing to change")
        return 0
    if apply and binds and accept is None and sys.stdin.isatty():
        chosen = _asked(chosen, paths, language)
    elif binds:
        for number, proposal in enumerate(proposals, start=1):
            if proposal in chosen:
                print(f"{number}  {_line(proposal, paths, language)}")
    fixed = fixing.fixed(tree, checked, chosen)
    if not (apply or accept is not None):
        return _show(fixed, paths)
    return _write(root, fixed)


def _show(fixed: "Fixed", paths: "Paths") -> int:
    from plan_compiler.edit.proposals import difference

    sys.stdout.write(difference(fixed.before, fixed.after, {file: paths.shown(file) for file in fixed.after}))
    return 0


def _write(root: Path, fixed: "Fixed") -> int:
    from plan_compiler.output.atomic import write_all

    if fixed.broken:
        codes = ", ".join(fixed.broken)
        raise CommandError(f"改后会出现新的错误 {codes}，没有写入 / it would bring in {codes}: nothing was written")
    write_all(root.resolve(), _targets(root.resolve(), fixed))
    print(f"已改动 / changed: {', '.join(sorted(fixed.content)) or '—'}")
    return 0


def _targets(root: Path, fixed: "Fixed") -> dict[str, bytes]:
    """Where to write: the file that a link leads to, so that the link stays one."""
    return {str((root / file).resolve().relative_to(root)): data for file, data in fixed.content.items()}


def _accepted(accept: str, proposals: "Sequence[Proposal]", paths: "Paths") -> "tuple[Proposal, ...]":
    """The proposals of the numbers, ranges of numbers and files in `accept`."""
    wanted: set[int] = set()
    for part in (word.strip() for word in accept.split(",") if word.strip()):
        own = [n for n, p in enumerate(proposals, start=1) if part in (p.span.file, paths.shown(p.span.file))]
        first, dash, last = part.partition("-")
        if own:
            wanted.update(own)
        elif first.isdecimal() and (last.isdecimal() if dash else not last):
            numbers = range(int(first), min(int(last or first), len(proposals)) + 1)
            wanted.update(numbers)
            if not numbers or numbers[0] < 1:
                raise _no_such(part, len(proposals))
        else:
            raise _no_such(part, len(proposals))
    return tuple(proposal for number, proposal in enumerate(proposals, start=1) if number in wanted)


def _no_such(part: str, count: int) -> CommandError:
    return CommandError(f"没有第 {part} 条，共 {count} 条 / there is no proposal {part}: there are {count}")


def _asked(proposals: "Sequence[Proposal]", paths: "Paths", language: str) -> "tuple[Proposal, ...]":
    """The proposals that the person at the terminal accepts."""
    chosen = []
    for number, proposal in enumerate(proposals, start=1):
        answer = input(f"{number}/{len(proposals)}  {_line(proposal, paths, language)}  [y/N/q] ").strip().lower()
        if answer in ("q", "quit"):
            break
        if answer in ("y", "yes", "是"):
            chosen.append(proposal)
    return tuple(chosen)


def _line(proposal: "Proposal", paths: "Paths", language: str) -> str:
    from plan_compiler.report.wording import Speaker

    start = proposal.span.start
    said = Speaker(language).say(proposal.says, proposal.args)
    return f"{paths.shown(proposal.span.file)}:{start.line}:{start.column}  {said}"
