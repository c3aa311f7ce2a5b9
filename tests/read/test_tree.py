"""Trees: nothing outside the folder is read, and nothing but regular files is opened."""

import os
from pathlib import Path

import pytest

from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MAX_FILE_BYTES, FolderTree, MemoryTree, Tree, TreeFault
from tests.read.plans import PLAN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "plan"
    (root / "chapters").mkdir(parents=True)
    (root / "plan.yaml").write_text(PLAN, "utf-8")
    (root / "chapters" / "a.yaml").write_text("title: 甲\n", "utf-8")
    (tmp_path / "secret.yaml").write_text("title: 外\n", "utf-8")
    return root


def memory() -> Tree:
    return MemoryTree({"plan.yaml": PLAN, "chapters/a.yaml": "title: 甲\n"})


def test_both_trees_read_and_list_alike(folder: Path) -> None:
    for tree in (FolderTree(folder), memory()):
        assert tree.read("plan.yaml") == PLAN.encode()
        assert tree.read("./chapters/a.yaml") == "title: 甲\n".encode()
        assert tree.list("") == ("chapters", "plan.yaml")
        assert tree.list("chapters") == ("a.yaml",)
        assert tree.list("nowhere") == ()
        assert tree.read("nowhere.yaml") is TreeFault.MISSING
        assert tree.read("nowhere/a.yaml") is TreeFault.MISSING
        assert tree.read("chapters") is TreeFault.NOT_A_FILE


@pytest.mark.parametrize(
    "path", ["../secret.yaml", "/etc/passwd", "C:\\a.yaml", "chapters\\a.yaml", "a/../../b", "a\0b"]
)
def test_paths_that_lead_out_are_refused(folder: Path, path: str) -> None:
    assert FolderTree(folder).read(path) is TreeFault.OUTSIDE
    assert memory().read(path) is TreeFault.OUTSIDE
    assert FolderTree(folder).list(path) == ()


def test_links_are_followed_within_the_folder_only(folder: Path) -> None:
    (folder / "inside.yaml").symlink_to("chapters/a.yaml")
    (folder / "outside.yaml").symlink_to("../secret.yaml")
    (folder / "up").symlink_to("..")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    tree = FolderTree(folder)
    assert tree.read("inside.yaml") == "title: 甲\n".encode()
    assert tree.read("outside.yaml") is TreeFault.OUTSIDE
    assert tree.read("up/secret.yaml") is TreeFault.OUTSIDE
    assert tree.list("up") == ()
    assert isinstance(tree.read("loop.yaml"), TreeFault)


def test_the_folder_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert FolderTree(tmp_path / "link").read("plan.yaml") == PLAN.encode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    assert FolderTree(folder).read("pipe.yaml") is TreeFault.NOT_A_FILE


def test_devices_are_refused(tmp_path: Path) -> None:
    if Path("/dev/zero").exists():
        assert FolderTree("/dev").read("zero") is TreeFault.NOT_A_FILE


def test_size_is_limited(folder: Path) -> None:
    with (folder / "big.yaml").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert FolderTree(folder).read("big.yaml") is TreeFault.TOO_LARGE
    assert MemoryTree({"big.yaml": bytes(MAX_FILE_BYTES + 1)}).read("big.yaml") is TreeFault.TOO_LARGE


def test_an_unreadable_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(os, "open", refuse)
    assert FolderTree(folder).read("plan.yaml") is TreeFault.UNREADABLE


def test_an_endless_name_is_no_crash(folder: Path) -> None:
    assert isinstance(FolderTree(folder).read("a" * 5000), TreeFault)
    assert FolderTree(folder).list("a" * 5000) == ()


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "link"])
def test_a_plan_without_a_readable_entry_is_one_finding(tmp_path: Path, kind: str) -> None:
    root = tmp_path / "p"
    root.mkdir()
    entry = root / "plan.yaml"
    if kind == "folder":
        entry.mkdir()
    elif kind == "pipe":
        os.mkfifo(entry)
    elif kind == "link":
        entry.symlink_to("/etc/passwd")
    result = read_plan(FolderTree(root))
    assert result.source is None
    codes = {"missing": "MOD101", "folder": "MOD103", "pipe": "MOD103", "link": "MOD102"}
    assert [d.kind.code for d in result.diagnostics] == [codes[kind]]
