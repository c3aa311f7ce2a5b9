"""The plan that a command line seems to be about: its files are parsed while the command itself is still being imported."""

from collections.abc import Sequence
from pathlib import Path

from plan_compiler.cli.failure import CommandError
from plan_compiler.cli.locate import ENTRY, locate
from plan_compiler.read.ahead import parser_ahead
from plan_compiler.read.parsed import Parser
from plan_compiler.read.tree import FolderTree, Tree

_HELP = frozenset({"-h", "--help"})
_IMPORTING = 1_200_000
"""Bytes that are parsed while what a check needs is imported."""
_begun: dict[Path, Parser | None] = {}


def begin(arguments: Sequence[str]) -> None:
    """Begin to parse the plan that the first of the `arguments` names that may be a plan, else the one that is found without.

    Where that is not what the command turns out to read, nothing is lost but the work.
    """
    _begun.clear()
    if _HELP.isdisjoint(arguments):
        named = (Path(argument) for argument in arguments if not argument.startswith("-"))
        try:
            root = locate(next(filter(_is_plan, named), None)).root
            _begun[root] = parser_ahead(FolderTree(root), meanwhile=_IMPORTING)
        except (CommandError, OSError):  # the command itself says what is wrong
            return


def parser_of(root: Path, tree: Tree) -> Parser | None:
    """What parses the plan at `root`, the files of which are those of `tree`: as it was begun, or begun now."""
    return _begun.pop(root) if root in _begun else parser_ahead(tree)


def _is_plan(path: Path) -> bool:
    try:
        return path.name == ENTRY or (path / ENTRY).is_file()
    except (OSError, ValueError):  # too long for a path, or with a NUL in it
        return False
