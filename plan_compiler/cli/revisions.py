"""Finding the versions of a plan that a command is to compare: folders, plan.yaml files, git revisions."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct

from plan_compiler.cli.failure import CommandError
from plan_compiler.cli.locate import ENTRY, locate
from plan_compiler.patterns import compiled

if TYPE_CHECKING:
    from plan_compiler.read.git import Repository, RevisionError
    from plan_compiler.read.tree import Tree

HEAD = "HEAD"
_HASH = compiled(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT = 12
_LONGEST, _MOST_NAMES = 100, 2_000
"""Characters of a name, and branches and tags, that are looked at to find what may have been meant."""
_STEPS = compiled(r"[~^@:]")
_BACK = compiled(r"(?P<base>[^~^@:]+)(?:~[0-9]*|\^(?![0-9{]))+")
"""A revision some commits before another one."""
_RANGE = compiled(r"(?P<old>.*?)(?P<dots>\.{2,3})(?P<new>.*)")


class Version(Struct, frozen=True, eq=False):
    """A version of a plan: its files, what it is called, the folder that its paths are shown under."""

    tree: "Tree"
    name: str
    root: Path


class Wanted(Struct, frozen=True):
    """What is to be compared: a folder or a revision each, and the plan that revisions are of."""

    old: Path | str
    new: Path | str
    plan: Path


def wanted(old: str | None, new: str | None, plan: Path | None) -> Wanted:
    """What the arguments mean: nothing is the last commit against the plan as it is, one thing is that against it.

    An existing folder or plan.yaml is taken for that; anything else is a revision, or two of them with ``..`` between.
    Raises `CommandError` for a name that is both.
    """
    if old is not None and new is None and (found := _RANGE.fullmatch(old)) and not Path(old).exists():
        first, last = found["old"] or HEAD, found["new"] or HEAD
        root = locate(plan).root
        return Wanted(_fork(root, first, last) if found["dots"] == "..." else first, last, root)
    first_path, second_path = _path(old, plan), _path(new, plan)
    if new is None:
        if first_path is not None and plan is None:  # a plan, and no revision: what was done since the last commit
            return Wanted(HEAD, first_path, first_path)
        root = locate(plan).root
        return Wanted(first_path or old or HEAD, root, root)
    root = locate(plan if plan is not None else second_path or first_path).root
    return Wanted(first_path or old or HEAD, second_path or new, root)


@contextmanager
def opened(choice: Wanted) -> "Iterator[tuple[Version, Version]]":
    """The two versions; what was opened for them is closed at the end. Raises `CommandError`."""
    with ExitStack() as stack:
        yield _version(choice.old, choice.plan, stack), _version(choice.new, choice.plan, stack)


def revision(name: str, plan: Path, stack: ExitStack) -> Version:
    """A plan as a git revision has it, or as another folder holds it."""
    return _version(_path(name, plan) or name, plan, stack)


def repository(folder: Path, wanted: str | None = None) -> "Repository":
    """The git repository of a plan, in which a version is `wanted`. Raises `CommandError` where there is none."""
    from plan_compiler.read.git import Repository, RevisionError, RevisionFault
    from plan_compiler.report.visible import visible

    try:
        return Repository(folder)
    except RevisionError as error:
        if wanted not in (None, HEAD) and error.fault is RevisionFault.NO_REPOSITORY:
            raise CommandError(
                f"没有名为 {visible(str(wanted))} 的规划文件夹，{folder} 也不在 git 仓库里，没有版本可查：请核对名称 / "
                f"no plan's folder is called {visible(str(wanted))}, and {folder} is in no git repository: check the name"
            ) from None
        raise CommandError(told(error, folder)) from None


def _path(argument: str | None, plan: Path | None) -> Path | None:
    """The folder of a plan that an argument names; None where it names none. Raises `CommandError` if it is a revision too."""
    if argument is None:
        return None
    path = Path(argument)
    try:
        is_plan = (path / ENTRY).is_file() or (path.is_file() and path.name == ENTRY)
        is_folder = path.is_dir() and ("/" in argument or argument in (".", ".."))
    except (OSError, ValueError):
        return None
    if not (is_plan or is_folder):
        return None
    root = locate(path).root
    if _is_revision(argument, Path.cwd() if plan is None else locate(plan).root):
        raise CommandError(_both(argument))
    return root


def _is_revision(name: str, folder: Path) -> bool:
    """Whether the repository of `folder` has a commit of that name, which begins or ends as only paths do otherwise."""
    from plan_compiler.read.git import Repository, RevisionError

    if name.startswith((".", os.sep)) or name.endswith("/"):
        return False
    try:
        Repository(folder).commit(name)
    except RevisionError:
        return False
    return True


def _both(name: str) -> str:
    from plan_compiler.report.visible import visible

    said = visible(name)
    return (
        f"{said} 既是文件夹，又是 git 版本：文件夹请写作 ./{said}，版本请写作 {said}^0 / "
        f"{said} is a folder and a git revision: write ./{said} for the folder, {said}^0 for the revision"
    )


def _version(what: Path | str, plan: Path, stack: ExitStack) -> Version:
    from plan_compiler.read.tree import FolderTree

    if isinstance(what, Path):
        return Version(FolderTree(what), _called(what), what)
    return of_revision(what, plan, stack)


def _called(folder: Path) -> str:
    """A folder as people call it: from where the command runs; that one itself by its own name."""
    here = Path.cwd()
    if folder.absolute() == here:
        return here.name
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)


def of_revision(name: str, plan: Path, stack: ExitStack) -> Version:
    """A plan as a git revision has it, whatever folders there are. Raises `CommandError`."""
    from plan_compiler.read.git import RevisionError
    from plan_compiler.read.git_tree import GitTree
    from plan_compiler.read.tree import TreeFault

    repo = repository(plan, name)
    bare, colon, path = name.partition(":")
    prefix = PurePosixPath(path.removesuffix(f"/{ENTRY}")) if colon and path else repo.prefix
    try:
        tree = stack.enter_context(GitTree(repo.folder, repo.commit(bare), prefix))
    except RevisionError as error:
        raise CommandError(told(error, plan)) from None
    if isinstance(tree.read(ENTRY), TreeFault):
        where = f"{prefix}/{ENTRY}" if str(prefix) != "." else ENTRY
        raise CommandError(
            f"{bare} 里没有 {where}：规划当时在别的文件夹时写作 {bare}:文件夹 / "
            f"{where} is not in {bare}: if the plan stood in another folder then, write {bare}:FOLDER"
        )
    return Version(tree, _spoken(name), repo.root / prefix)


def _spoken(name: str) -> str:
    """A revision as people call it: without what makes it unambiguous, a whole hash by its first digits."""
    bare, colon, path = name.partition(":")
    bare = bare.removesuffix("^{commit}").removesuffix("^0")
    return (bare[:_SHORT] if _HASH.fullmatch(bare) else bare) + colon + path


def _fork(plan: Path, first: str, last: str) -> str:
    """The commit that two revisions have both come from."""
    from plan_compiler.read.git import RevisionError, run_git

    repo = repository(plan)
    try:
        done = run_git(repo.folder, "merge-base", repo.commit(first), repo.commit(last))
    except RevisionError as error:
        raise CommandError(told(error, plan)) from None
    if done.returncode:
        raise CommandError(f"{first} 和 {last} 没有共同的历史 / {first} and {last} have no history in common")
    return done.stdout.strip()


def _like(name: str, folder: Path) -> str:
    """The branch, tag or HEAD that a name which is none looks like, with what stands behind it (``~3``); "" for none."""
    from difflib import get_close_matches

    from plan_compiler.read.git import run_git

    base = _STEPS.split(name[:_LONGEST], maxsplit=1)[0]
    listed = run_git(folder, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    near = get_close_matches(base, [HEAD, *listed.stdout.splitlines()[:_MOST_NAMES]], 1)
    return near[0] + name[len(base) :] if near and near[0] != base else ""


def _beyond(name: str, folder: Path) -> tuple[str, str] | None:
    """What to say, in Chinese and in English, of a name that goes back beyond the first commit; None for another one."""
    from plan_compiler.read.git import run_git
    from plan_compiler.report.visible import visible

    steps = _BACK.fullmatch(name[:_LONGEST])
    if steps is None or steps["base"].startswith("-"):
        return None
    counted = run_git(folder, "rev-list", "--count", "--first-parent", "--end-of-options", steps["base"], "--")
    count = counted.stdout.strip()
    if counted.returncode or not count.isdecimal():
        return None
    base = visible(steps["base"])
    oldest = base if count == "1" else f"{base}~{int(count) - 1}"
    if run_git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == "true":
        zh, en = (
            "这个克隆只有最近的历史，先运行 git fetch --unshallow",
            "this clone is shallow: run `git fetch --unshallow` first",
        )
    else:
        zh, en = f"最早一版是 {oldest}", f"the oldest one is {oldest}"
    return f"到 {base} 为止只有 {count} 次提交，{zh}", f"commits up to {base}: {count}; {en}"


def _unknown(name: str, folder: Path) -> str:
    """That there is no revision of a name: how far back there are some, or which one is meant."""
    from plan_compiler.report.visible import visible

    said = visible(name)
    if (beyond := _beyond(name, folder)) is not None:
        return f"没有版本 {said}：{beyond[0]} / there is no revision {said}: {beyond[1]}"
    meant = visible(_like(name, folder))
    zh, en = (
        (f"是否指 {meant}", f"did you mean {meant}?")
        if meant
        else ("用 git log 或 git tag 查看", "see `git log` or `git tag`")
    )
    return f"没有版本 {said}，也没有这样的规划文件夹：{zh} / there is no revision {said}, nor a plan's folder of that name: {en}"


def told(error: "RevisionError", folder: Path) -> str:
    """Why there is no such revision of the plan in `folder`, and what to do."""
    from plan_compiler.read.git import RevisionFault
    from plan_compiler.report.visible import visible

    said = visible(error.told)
    match error.fault:
        case RevisionFault.NO_GIT:
            return "没有安装 git：请先安装，或比较两个文件夹 / git is not installed: install it, or compare two folders"
        case RevisionFault.NO_REPOSITORY:
            return (
                f"{folder} 不在 git 仓库里：请写明两个文件夹，如 plan diff 旧稿 新稿 / "
                f"{folder} is in no git repository: name two folders, as in `plan diff OLD NEW`"
            )
        case RevisionFault.UNSAFE:
            return (
                f"{folder} 所在的仓库属于别的用户，git 拒绝读取：用 git config --global --add safe.directory 信任它 / "
                "the repository belongs to another user: trust it with `git config --global --add safe.directory`"
            )
        case RevisionFault.ELSEWHERE:
            return (
                f"仓库的 core.worktree 指向 {said}，规划不在其中：用 git config --unset core.worktree 改正 / core.worktree of "
                f"the repository is {said}, where the plan is not: mend it with `git config --unset core.worktree`"
            )
        case RevisionFault.UNKNOWN:
            return _unknown(error.told, folder)
        case RevisionFault.FAILED:
            return f"git 无法读取仓库 / git cannot read the repository: {said}"
