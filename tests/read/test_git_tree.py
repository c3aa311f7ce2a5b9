"""Plans as git revisions have them: read exactly, with nothing of the repository run."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_compiler.read.git import Repository, RevisionError, RevisionFault
from plan_compiler.read.git_tree import GitTree
from plan_compiler.read.tree import FolderTree, TreeFault


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=王工", "-c", "user.email=w@example.org", "-c", "core.hooksPath=/dev/null")
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *who, *arguments], cwd=folder, env=env, check=True, capture_output=True)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository with a plan in a folder, committed once and changed since."""
    folder = tmp_path / "repo"
    plan = folder / "规划"
    (plan / "chapters").mkdir(parents=True)
    (plan / "plan.yaml").write_text("title: 例\n", "utf-8")
    (plan / "chapters" / "总则.yaml").write_bytes(b"title: \xe6\x80\xbb\xe5\x88\x99\r\n")
    (folder / "secret.txt").write_text("秘密", "utf-8")
    (plan / "inside.yaml").symlink_to("chapters/总则.yaml")
    (plan / "outside.yaml").symlink_to("../secret.txt")
    (plan / "loop.yaml").symlink_to("loop.yaml")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "初稿")
    git(folder, "tag", "v1")
    (plan / "plan.yaml").write_text("title: 改过\n", "utf-8")
    return folder


@pytest.fixture
def tree(repo: Path) -> Iterator[GitTree]:
    found = Repository(repo / "规划")
    with GitTree(found.folder, found.commit("v1"), found.prefix) as opened:
        yield opened


def test_files_are_those_of_the_revision(tree: GitTree, repo: Path) -> None:
    assert tree.read("plan.yaml") == "title: 例\n".encode()
    assert tree.read("chapters/总则.yaml") == FolderTree(repo / "规划").read("chapters/总则.yaml")
    assert tree.list("") == FolderTree(repo / "规划").list("")
    assert tree.list("chapters") == ("总则.yaml",)
    assert tree.list("nothing") == ()


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("none.yaml", TreeFault.MISSING),
        ("chapters", TreeFault.NOT_A_FILE),
        ("../secret.txt", TreeFault.OUTSIDE),
        ("/etc/passwd", TreeFault.OUTSIDE),
        ("outside.yaml", TreeFault.OUTSIDE),
        ("loop.yaml", TreeFault.UNREADABLE),
        ("plan.yaml/x", TreeFault.MISSING),
        ("a\nsecret.txt", TreeFault.MISSING),
    ],
)
def test_nothing_else_is_read(tree: GitTree, path: str, fault: TreeFault) -> None:
    assert tree.read(path) is fault


def test_links_are_followed_within_the_plan(tree: GitTree) -> None:
    assert tree.read("inside.yaml") == b"title: \xe6\x80\xbb\xe5\x88\x99\r\n"


def test_a_file_is_known_by_its_hash(tree: GitTree) -> None:
    assert tree.blob_id("inside.yaml") == tree.blob_id("chapters/总则.yaml") is not None
    assert tree.blob_id("chapters") is None


@pytest.mark.parametrize("name", ["", "v2", "--help", "-h", "HEAD:规划", "v1\nHEAD", "--upload-pack=touch x"])
def test_what_is_no_revision_is_refused(repo: Path, name: str) -> None:
    with pytest.raises(RevisionError) as refused:
        Repository(repo).commit(name)
    assert refused.value.fault is RevisionFault.UNKNOWN


def test_a_folder_outside_of_every_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionError) as refused:
        Repository(tmp_path)
    assert refused.value.fault is RevisionFault.NO_REPOSITORY


def test_nothing_that_a_repository_names_is_run(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = repo / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repo}/sprung\ncat\n")
    trap.chmod(0o755)
    (repo / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n")
    for name in ("core.fsmonitor", "core.pager", "filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv"):
        git(repo, "config", name, str(trap))
    git(repo, "config", "core.hooksPath", str(repo))
    git(repo, "config", "alias.cat-file", f"!{trap}")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    before = (repo / ".git" / "index").read_bytes()
    found = Repository(repo / "规划")
    with GitTree(found.folder, found.commit("HEAD"), found.prefix) as tree:
        assert tree.read("plan.yaml") == "title: 例\n".encode()
    assert not (repo / "sprung").exists()
    assert (repo / ".git" / "index").read_bytes() == before


def test_a_git_that_ends_is_no_missing_file(repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = shutil.which("git")
    fake = tmp_path / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text(f'#!/bin/sh\ncase " $* " in *" cat-file "*) exit 3 ;; esac\nexec {real} "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    found = Repository(repo / "规划")
    with pytest.raises(OSError, match="git cat-file"):
        GitTree(found.folder, found.commit("v1"), found.prefix)
