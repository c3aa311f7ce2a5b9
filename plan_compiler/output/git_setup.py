"""What git is told about plans: attributes of the repository, and the configuration of one clone."""

import os
import subprocess
from pathlib import Path, PurePosixPath

from plan_compiler.output.atomic import write_all

_FILE = ".gitattributes"
_MARK = "diff=plan merge=plan"
_DRIVER = (
    "if command -v plan > /dev/null; then plan git merge -- %O %A %B; s=$?; test $s -le 1 && exit $s; fi; "
    "git merge-file -L ours -L base -L theirs %A %O %B"
)
"""Where the compiler is not there, git merges by lines."""
_TEXTCONV = 'f() { plan git textconv "$1" 2> /dev/null || cat "$1"; }; f'
"""Where the compiler is not there, git shows the file as it is. It may not cache what it is given: it would keep that."""
_ALIAS = '!f() { cd "./$GIT_PREFIX" && plan diff "$@"; }; f'
"""Git runs an alias at the top of the work tree; the plan is the one that the user is in."""
_SETTINGS = (
    ("diff.plan.textconv", _TEXTCONV),
    ("merge.plan.name", "fields of plans"),
    ("merge.plan.driver", _DRIVER),
    ("alias.plan-diff", _ALIAS),
)
_QUOTING, _QUOTING_IS_OURS = "core.quotePath", "plan.setQuotePath"
"""Whether git prints names of files in Chinese as they are. A clone that has said so itself keeps what it said, before and
after; that it was said here is noted beside it.
"""


def install(root: Path, prefix: PurePosixPath) -> list[str]:
    """Sets up the repository at `root` for the plan at `prefix`; what was changed, nothing where all was there.

    Raises `UnusableAttributesError`.
    """
    changed = []
    line = f"{_pattern(prefix)} {_MARK}"
    lines = _lines(root)
    if line not in lines:
        _write(root, [*lines, line])
        changed.append(f"{_FILE}: {line}")
    for key, value in _SETTINGS:
        if _config(root, "--get", key) != value:
            _config(root, key, value)
            changed.append(f"git config {key} = {value}")
    if _config(root, "--get", _QUOTING) is None:
        _config(root, _QUOTING, "false")
        _config(root, _QUOTING_IS_OURS, "true")
        changed.append(f"git config {_QUOTING} = false")
    return changed


def remove(root: Path, prefix: PurePosixPath) -> list[str]:
    """Undoes `install`: its line of .gitattributes, and its settings where they are still as it made them."""
    changed = []
    line = f"{_pattern(prefix)} {_MARK}"
    lines = _lines(root)
    if line in lines:
        _write(root, [it for it in lines if it != line])
        changed.append(f"{_FILE}: - {line}")
    for key, value in _SETTINGS:
        if _config(root, "--get", key) == value:
            _config(root, "--unset", key)
            changed.append(f"git config --unset {key}")
    if _config(root, "--get", _QUOTING_IS_OURS) is not None:
        _config(root, "--unset", _QUOTING_IS_OURS)
        if _config(root, "--get", _QUOTING) == "false":
            _config(root, "--unset", _QUOTING)
            changed.append(f"git config --unset {_QUOTING}")
    return changed


def _pattern(prefix: PurePosixPath) -> str:
    """All YAML below `prefix`, as gitattributes(5) writes it: in quotes where a path holds a space or a quote."""
    path = "*.yaml" if str(prefix) == "." else f"{prefix}/**/*.yaml"
    plain = not any(char.isspace() or char in '"\\*?[#!' for char in str(prefix))
    if plain or str(prefix) == ".":
        return path
    escaped = "".join(f"\\{char}" if char in "\\*?[" else char for char in str(prefix))
    return '"' + f"{escaped}/**/*.yaml".replace("\\", "\\\\").replace('"', '\\"') + '"'


class UnusableAttributesError(Exception):
    """.gitattributes is a link, or no text: it is left as it is."""


def _lines(root: Path) -> list[str]:
    path = root / _FILE
    if path.is_symlink():  # git does not follow it either; what it leads to must not be copied into the repository
        raise UnusableAttributesError
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return []
    except UnicodeDecodeError:
        raise UnusableAttributesError from None
    return text.removesuffix("\n").split("\n") if text else []


def _write(root: Path, lines: list[str]) -> None:
    if lines:
        write_all(root, {_FILE: "".join(f"{line}\n" for line in lines).encode()})
    else:
        (root / _FILE).unlink()


def _config(root: Path, *arguments: str) -> str | None:
    """What ``git config --local`` answers."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", "config", "--local", *arguments], cwd=root, env=env, capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout.removesuffix("\n") if done.returncode == 0 else None
