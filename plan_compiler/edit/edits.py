"""Edits of files: stretches and what takes their place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct


class OverlappingEditsError(ValueError):
    """Two edits change the same stretch of a file."""

    def __init__(self, first: "Edit", second: "Edit") -> None:
        super().__init__(f"{first.file}: an edit of {first.start}-{first.end} and one of {second.start}-{second.end}")
        self.first = first
        self.second = second


class Edit(Struct, frozen=True):
    """`replacement` takes the place of what stands from `start` to `end` (code points, from 0) of the text of `file`."""

    file: str
    start: int
    end: int
    replacement: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` after its edits, which may come in any order. What is inserted at one place stands in the order given.

    Raises `OverlappingEditsError`; `ValueError` for an edit outside of the text.
    """
    parts: list[str] = []
    at, last = 0, None
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if last is not None and edit.start < at:
            raise OverlappingEditsError(last, edit)
        if not edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit.file}: no stretch {edit.start}-{edit.end}")
        parts += [text[at : edit.start], edit.replacement]
        at, last = edit.end, edit
    return "".join((*parts, text[at:]))


def edited_files(files: Mapping[str, str], edits: Iterable[Edit]) -> dict[str, str]:
    """The texts of the files that `edits` change. Raises as `edited` does, and `KeyError` for a file there is not."""
    by_file: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_file[edit.file].append(edit)
    changed = {file: edited(files[file], own) for file, own in by_file.items()}
    return {file: text for file, text in changed.items() if text != files[file]}
