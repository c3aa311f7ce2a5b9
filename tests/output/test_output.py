import os
from itertools import count
from pathlib import Path, PurePosixPath

import pytest

from plan_compiler.output import manifest, trace
from plan_compiler.output.atomic import write_all
from plan_compiler.read.tree import MemoryTree


def test_writes_files_and_folders(tmp_path: Path) -> None:
    write_all(tmp_path / "out", {"plan.pdf": b"1", "html/index.html": b"2"})
    assert (tmp_path / "out/plan.pdf").read_bytes() == b"1"
    assert (tmp_path / "out/html/index.html").read_bytes() == b"2"


def test_a_fault_leaves_every_earlier_file_whole(tmp_path: Path) -> None:
    write_all(tmp_path, {"a": b"old", "b": b"old"})
    (tmp_path / "blocked").write_bytes(b"a file where a folder is needed")
    with pytest.raises(OSError, match="blocked"):
        write_all(tmp_path, {"a": b"new", "b": b"new", "blocked/c": b"new"})
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "blocked"]


def test_a_fault_leaves_no_folder_that_was_made_for_it(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "blocked").write_bytes(b"a file where a folder is needed")
    with pytest.raises(OSError, match="blocked"):
        write_all(tmp_path, {"html/assets/style.css": b"new", "kept/a": b"new", "blocked/c": b"new"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["blocked", "kept"]


def test_files_get_the_permissions_the_user_asked_for(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_all(tmp_path, {"a": b""})
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_manifest_tells_whether_anything_changed(tmp_path: Path) -> None:
    files = {"plan.docx": b"content"}
    record = manifest.Record(
        "inputs", manifest.hashes(files), {"a": "3"}, (manifest.Remark("OUT304", {"faces": "黑体"}),)
    )
    write_all(tmp_path, {**files, manifest.NAME: manifest.dump({"docx": record})})
    loaded = manifest.load(tmp_path)["docx"]
    assert loaded == record
    assert manifest.is_current(loaded, "inputs", tmp_path)
    assert not manifest.is_current(loaded, "other inputs", tmp_path)
    (tmp_path / "plan.docx").write_bytes(b"touched")
    assert not manifest.is_current(loaded, "inputs", tmp_path)
    (tmp_path / "plan.docx").unlink()
    assert not manifest.is_current(loaded, "inputs", tmp_path)
    assert not manifest.is_current(None, "inputs", tmp_path)


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b'{"version": 1}', b'{"version": 1, "formats": {"a": 1}}', b"\xff", b"[" * 100_000]
)
def test_a_broken_manifest_or_trace_is_none(tmp_path: Path, text: bytes) -> None:
    (tmp_path / manifest.NAME).write_bytes(text)
    (tmp_path / trace.NAME).write_bytes(text)
    assert manifest.load(tmp_path) == {}
    assert trace.load(tmp_path) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_place_of_a_manifest_or_trace_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / manifest.NAME)
    os.mkfifo(tmp_path / trace.NAME)
    assert manifest.load(tmp_path) == {}
    assert trace.load(tmp_path) is None


def test_a_trace_holds_while_the_tree_answers_the_same() -> None:
    files = {"plan.yaml": "a", "chapters/one.yaml": "b", "build/plan.pdf": "c"}
    seen = _asked(MemoryTree(files))
    made = trace.Trace("", seen.files, seen.folders, {}, "")
    assert made.holds(_watched(MemoryTree(files | {"build/plan.docx": "d"})))
    assert made.holds(_watched(MemoryTree({name: text for name, text in files.items() if "build" not in name})))
    assert not made.holds(_watched(MemoryTree(files | {"plan.yaml": "A"})))
    assert not made.holds(_watched(MemoryTree(files | {"chapters/two.yaml": "b"})))
    assert not made.holds(_watched(MemoryTree(files | {"glossary.yaml": ""})))
    assert not made.holds(_watched(MemoryTree({"plan.yaml": "a"})))


def test_a_file_that_changed_while_it_was_read_is_never_the_same() -> None:
    seen = _watched(_Restless())
    seen.read("plan.yaml")
    seen.read("plan.yaml")
    made = trace.Trace("", seen.files, seen.folders, {}, "")
    assert not any(made.holds(_watched(MemoryTree({"plan.yaml": text}))) for text in "01234")


class _Restless(MemoryTree):
    """A tree whose files are other ones each time."""

    def __init__(self) -> None:
        super().__init__({})
        self._times = count()

    def read(self, path: str) -> bytes:
        return str(next(self._times)).encode()


def _watched(tree: MemoryTree) -> trace.WatchedTree:
    return trace.WatchedTree(tree, PurePosixPath("build"))


def _asked(tree: MemoryTree) -> trace.WatchedTree:
    """The tree after what a build asks of it."""
    seen = _watched(tree)
    for folder in ("", "chapters", "templates"):
        seen.list(folder)
    for path in ("plan.yaml", "chapters/one.yaml", "glossary.yaml"):
        seen.read(path)
    return seen


@pytest.mark.parametrize("name", ["../a", "/etc/passwd", "html/../../a", "C:/a", "..\\a", "", "a\0"])
def test_a_manifest_that_leads_out_of_its_folder_is_not_believed(tmp_path: Path, name: str) -> None:
    good = manifest.Record("inputs", manifest.hashes({"plan.docx": b""}))
    bad = manifest.Record("inputs", manifest.hashes({"index.html": b"", name: b""}))
    write_all(tmp_path, {manifest.NAME: manifest.dump({"docx": good, "html": bad})})
    assert manifest.load(tmp_path) == {"docx": good}


def test_a_digest_frames_its_parts() -> None:
    assert manifest.digest([b"ab", b"c"]) != manifest.digest([b"a", b"bc"])
