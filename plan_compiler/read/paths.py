"""Findings about the paths by which a plan names its files."""

import difflib
from pathlib import PurePosixPath

from plan_compiler.diagnostics import Diagnostic, Position, Span
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.files import FILE_OUTSIDE, MISSING_FILE, UNREADABLE_FILE
from plan_compiler.read.faults.yaml import TOO_LARGE
from plan_compiler.read.tree import MAX_FILE_BYTES, Tree, TreeFault, leads_outside

_DRIVE = compiled(r"^[A-Za-z]:")


def path_fault(name: str, at: Span) -> Diagnostic | None:
    """The finding for a path that leads out of the plan's folder, with the path as it should be."""
    if not leads_outside(name):
        return None
    parts = _DRIVE.sub("", name).replace("\\", "/").replace("\0", "").split("/")
    corrected = "/".join(part for part in parts if part not in ("", ".", ".."))
    return Diagnostic(FILE_OUTSIDE, at, {"file": name, "corrected": corrected}, hint="hint")


def tree_fault(tree: Tree, path: str, fault: TreeFault, listed_at: Span | None) -> Diagnostic:
    """The finding for a file that the tree does not give, at the place that lists it."""
    at = listed_at or Span(path, Position(1, 1), Position(1, 1))
    args = {"file": path}
    match fault:
        case TreeFault.MISSING:
            near = _near(tree, path)
            return Diagnostic(MISSING_FILE, at, {**args, "near": near}, hint="near" if near else "hint")
        case TreeFault.OUTSIDE:
            return Diagnostic(FILE_OUTSIDE, at, args, message="link", hint="copy")
        case TreeFault.NOT_A_FILE:
            return Diagnostic(UNREADABLE_FILE, at, args, message="not_a_file", hint="replace")
        case TreeFault.TOO_LARGE:
            return Diagnostic(TOO_LARGE, at, {"limit": f"{MAX_FILE_BYTES // 1024 // 1024} MB"}, hint="hint")
        case TreeFault.UNREADABLE:
            return Diagnostic(UNREADABLE_FILE, at, args, hint="hint")


def _near(tree: Tree, path: str) -> str:
    """The file whose name is nearest, of the same folder or another that holds parts of plans."""
    wanted = PurePosixPath(path)
    folders = dict.fromkeys([str(wanted.parent), str(wanted.parent.parent), "chapters", "projects"])
    files = {name: f"{folder}/{name}" for folder in folders if folder != "." for name in tree.list(folder)}
    found = difflib.get_close_matches(wanted.name, files, 1, 0.75)
    return files[found[0]] if found else ""
