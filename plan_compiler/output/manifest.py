"""The manifest of a build: hashes of what went in and what came out, so that an unchanged build does nothing."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct, field, to_builtins

from plan_compiler.read.tree import FolderTree, TreeFault

NAME = ".plan-manifest.json"
_VERSION = 4


class Remark(Struct, frozen=True):
    """What was said of a build without keeping it from being written: the code of its kind, and what fills it."""

    code: str
    args: Mapping[str, str]
    hint: str = ""


class Record(Struct, frozen=True):
    """One format's last build.

    The hash of its inputs and of each file it wrote; of a PDF, the page of each anchor; what was said of it; and whether
    it is a draft, written in spite of what the check found.
    """

    inputs: str
    outputs: Mapping[str, str]
    pages: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    draft: bool = False


def digest(parts: Iterable[bytes]) -> str:
    """One hash over `parts`, each framed by its length."""
    state = hashlib.sha256()
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


def load(folder: Path) -> dict[str, Record]:
    """The manifest in `folder`, by format; empty where there is none or it cannot be understood.

    A record with a file outside `folder` is none of ours and left out.
    """
    content = FolderTree(folder).read(NAME)
    try:
        raw = {} if isinstance(content, TreeFault) else json.loads(content)
        return _records(raw) if raw.get("version") == _VERSION else {}
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return {}


def _records(raw: dict[str, Any]) -> dict[str, Record]:
    records = {str(name): _record(entry) for name, entry in raw["formats"].items()}
    return {name: entry for name, entry in records.items() if all(map(_stays_inside, entry.outputs))}


def _record(entry: dict[str, Any]) -> Record:
    remarks = tuple(Remark(str(r["code"]), _texts(r["args"]), str(r["hint"])) for r in entry["remarks"])
    outputs, pages = _texts(entry["outputs"]), _texts(entry["pages"])
    return Record(str(entry["inputs"]), outputs, pages, remarks, draft=entry["draft"] is True)


def _stays_inside(name: str) -> bool:
    """Whether `name` is one that a build writes: relative, downwards, with `/`."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and not set(name) & set("\\:\0")


def _texts(raw: dict[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in raw.items()}


def dump(records: Mapping[str, Record]) -> bytes:
    """The manifest as a file."""
    formats = {name: to_builtins(record) for name, record in sorted(records.items())}
    return (json.dumps({"version": _VERSION, "formats": formats}, indent=1, sort_keys=True) + "\n").encode()


def hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    """The hash of each file that a build has written."""
    return {name: digest([content]) for name, content in files.items()}


def is_current(entry: Record | None, inputs: str, folder: Path) -> bool:
    """Whether the same inputs were built, and every output still stands as it was written."""
    if entry is None or entry.inputs != inputs:
        return False
    return all(_hash_of(folder / name) == value for name, value in entry.outputs.items())


def _hash_of(path: Path) -> str | None:
    try:
        return digest([path.read_bytes()])
    except OSError:
        return None
