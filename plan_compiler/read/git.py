"""Git, asked with care: which repository a folder is in, and which commit a name means.

The work tree and the index are not touched. A repository may be hostile: nothing that its configuration names is run
(no hooks, filters, textconv, fsmonitor, pagers, credential helpers), nothing is fetched, and no name of a revision or file
can be an option or a second line of the batch.
"""

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath

SAFE = (
    "--no-pager",
    "--no-optional-locks",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "core.sshCommand=false",
    "-c", "credential.helper=",
    "-c", "protocol.allow=never",
    "-c", "core.pager=cat",
    "-c", "core.alternateRefsCommand=true",
)  # fmt: skip
_KEPT = frozenset({"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CEILING_DIRECTORIES"})
"""What of git's environment is left: objects in quarantine while a push is looked at, and how far up to look."""
_SECONDS = 60
_LAST_SECOND = 253_402_300_799
"""The end of the year 9999."""


class RevisionFault(StrEnum):
    """Why there is no tree of a revision."""

    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    UNSAFE = "unsafe"
    """Git refuses a repository that belongs to someone else."""
    ELSEWHERE = "elsewhere"
    """The repository says that its work tree is another folder, in which the plan is not."""
    UNKNOWN = "unknown"
    """There is no commit of that name."""
    FAILED = "failed"


class RevisionError(Exception):
    """There is no tree of a revision: `fault` says why, `told` is what git said."""

    def __init__(self, fault: RevisionFault, told: str = "") -> None:
        super().__init__(f"{fault}: {told}")
        self.fault = fault
        self.told = told


class Repository:
    """A git repository, by a folder of its work tree, and where that folder is in it."""

    def __init__(self, folder: Path) -> None:
        """Find the repository that `folder` is in. Raises `RevisionError`."""
        self.folder = folder
        self.root = Path(self._line("rev-parse", "--show-toplevel"))
        if not folder.resolve().is_relative_to(self.root.resolve()):  # its own configuration says so: core.worktree
            raise RevisionError(RevisionFault.ELSEWHERE, str(self.root))
        self.prefix = PurePosixPath(self._line("rev-parse", "--show-prefix").rstrip("/"))
        """The path of the folder within the repository, with ``/``."""

    def commit(self, revision: str) -> str:
        """The hash of the commit that `revision` names (``HEAD~3``, a tag, a branch). Raises `RevisionError`."""
        if not revision or revision.startswith("-") or any(ord(char) < 32 for char in revision):
            raise RevisionError(RevisionFault.UNKNOWN, revision)
        try:
            return self._line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except RevisionError as error:
            if error.fault is RevisionFault.FAILED:
                raise RevisionError(RevisionFault.UNKNOWN, revision) from None
            raise

    def last_change(self, commit: str, prefix: PurePosixPath) -> tuple[str, datetime] | None:
        """Who made the newest commit up to `commit` that touched the folder `prefix`, and when; None without one."""
        where = ":(top,literal)" + ("" if str(prefix) == "." else str(prefix))
        told = self._line("log", "-1", "--no-show-signature", "--format=%an%x00%at", commit, "--", where)
        name, _, seconds = told.partition("\0")
        return (name, moment(seconds)) if seconds.isdecimal() else None

    def _line(self, *arguments: str) -> str:
        done = run_git(self.folder, *arguments)
        if done.returncode:
            raise RevisionError(_fault(done.stderr), done.stderr.strip().partition("\n")[0])
        return done.stdout.removesuffix("\n")


def moment(seconds: str) -> datetime:
    """The time of a commit, from git's seconds; a time beyond the calendar is its end, one that is none its beginning."""
    return datetime.fromtimestamp(min(int(seconds), _LAST_SECOND) if seconds.isdecimal() else 0, tz=UTC)


def run_git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """What ``git`` answers in `folder`, with nothing of the repository's configuration run. Raises `RevisionError`."""
    try:
        return subprocess.run(
            ["git", *SAFE, *arguments],
            cwd=folder,
            env=git_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=_SECONDS,
            check=False,
        )
    except (FileNotFoundError, PermissionError):
        raise RevisionError(RevisionFault.NO_GIT) from None
    except subprocess.TimeoutExpired:
        raise RevisionError(RevisionFault.FAILED, "timeout") from None


def merged_by_lines(base: Path, ours: Path, theirs: Path) -> tuple[bytes, bool]:
    """The three files merged as git merges texts, and whether nothing is left to decide. Raises `RevisionError`."""
    names = ("-L", "ours", "-L", "base", "-L", "theirs")
    files = [str(path.absolute()) for path in (ours, base, theirs)]
    command = ["git", "merge-file", "-p", *names, *files]
    try:
        done = subprocess.run(command, env=git_environment(), capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise RevisionError(RevisionFault.FAILED, "timeout") from None
    if not 0 <= done.returncode < 128:
        raise RevisionError(RevisionFault.FAILED, done.stderr.decode("utf-8", "replace").strip())
    return done.stdout, done.returncode == 0


def git_environment() -> Mapping[str, str]:
    """The environment for git: none of its own variables that could point elsewhere or run something."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    return {**kept, **quiet, "GIT_ALLOW_PROTOCOL": "none"}  # stronger than any protocol.* of the repository


def _fault(told: str) -> RevisionFault:
    if "dubious ownership" in told or "safe.directory" in told:
        return RevisionFault.UNSAFE
    return RevisionFault.NO_REPOSITORY if "not a git repository" in told else RevisionFault.FAILED
