"""Recalling a build: what it would say, where nothing has changed since it was made, found out without reading the plan."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from plan_compiler.output import manifest, trace
from plan_compiler.output.manifest import digest
from plan_compiler.output.trace import Trace, WatchedTree
from plan_compiler.pipeline.environment import environment
from plan_compiler.pipeline.formats import Format
from plan_compiler.read.tree import FolderTree


def asked(*wishes: object) -> str:
    """One hash of what is asked of a build and of what it depends on besides the plan."""
    return digest((environment().encode(), *(repr(wish).encode() for wish in wishes)))


def watched(root: Path, folder: Path) -> WatchedTree:
    """The tree of the plan in `root`, which is built into `folder`."""
    output = folder.resolve()
    is_within = output.is_relative_to(root.resolve())
    return WatchedTree(FolderTree(root), PurePosixPath(output.relative_to(root.resolve())) if is_within else None)


def recall(tree: WatchedTree, folder: Path, formats: Iterable[Format], wanted: str) -> str | None:
    """What a build into `folder` would say, where it was asked the same as `wanted` and nothing has changed; else None."""
    before = trace.load(folder)
    if before is None or before.asked != wanted or not before.holds(tree):
        return None
    made = manifest.load(folder)
    stands = all(f in before.inputs and manifest.is_current(made.get(f), before.inputs[f], folder) for f in formats)
    return before.said if stands else None


def remember(tree: WatchedTree, folder: Path, inputs: Mapping[Format, str], wanted: str, said: str) -> None:
    """Leave in `folder` what `recall` needs of a build that passed."""
    inputs_by_name = {format_.value: value for format_, value in inputs.items()}
    trace.save(folder, Trace(wanted, tree.files, tree.folders, inputs_by_name, said))
