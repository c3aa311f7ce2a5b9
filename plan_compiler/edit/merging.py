"""Two people's changes of one file as one file: by id and field, as edits of the one text that keep its layout.

What only one side changed is taken; what both changed alike is taken once; an entry whose id one side changed is followed.
Comments are merged as what they belong to. Where both changed one field in two ways, the
lines it stands in are left twice between marks, as git leaves them.
"""

from plan_compiler.edit.edits import Edit, OverlappingEditsError
from plan_compiler.edit.merging_changes import changes
from plan_compiler.edit.merging_comments import Side, comment_edits
from plan_compiler.edit.merging_marks import FILE, Change, Merged, UnableError, applied
from plan_compiler.edit.merging_names import names_of
from plan_compiler.edit.merging_values import meant, renamed, values_of
from plan_compiler.read.decode import decode
from plan_compiler.read.nodes import Node
from plan_compiler.read.parse import parse
from plan_compiler.read.parsed import Budget


def merge(base: bytes, ours: bytes, theirs: bytes) -> Merged | None:
    """The file of both; None where one of the three is no readable YAML, or layouts do not let the edits be made."""
    sides = [_read(content) for content in (base, ours, theirs)]
    if any(side is None for side in sides):
        return None
    (known, before), (text, mine), (other, yours) = (side for side in sides if side is not None)
    if ours == theirs or base in (ours, theirs):
        return Merged(other if base == ours else text, 0)
    first = Side(_ended(known), before, names_of(before))
    second = Side(_ended(text), mine, names_of(mine, before))
    third = Side(_ended(other), yours, names_of(yours, before))
    return _merged(first, second, third) or _the_other_way(first, second, third)


def lacks(base: bytes, ours: bytes, theirs: bytes, merged: bytes) -> bool:
    """Whether a merge by lines, without a conflict, has other values than what both sides did comes to.

    False where that cannot be told: one of the four is no readable YAML.
    """
    before, mine, yours, made = (_read(content) for content in (base, ours, theirs, merged))
    if before is None or mine is None or yours is None or made is None:
        return False
    old = before[1]
    wanted = meant(*(values_of(side[1], names_of(side[1], old)) for side in (before, mine, yours)))
    return renamed(values_of(made[1], names_of(made[1]))) != renamed(wanted)


def _the_other_way(base: Side, ours: Side, theirs: Side) -> Merged | None:
    """What ours changed, in the text of theirs: which has what an edit cannot make, as another order of a list."""
    found = _merged(base, theirs, ours)
    return None if found is None or found.conflicts else found


def _read(content: bytes) -> tuple[str, Node] | None:
    text, faults = decode(FILE, content)
    if text is None or faults:
        return None
    parsed = parse(text, Budget())
    return None if parsed.root is None or parsed.faults else (text.text, parsed.root)


def _ended(text: str) -> str:
    """The text with its last line ended."""
    return text if not text or text.endswith("\n") else text + ("\r\n" if "\r\n" in text else "\n")


def _merged(base: Side, ours: Side, theirs: Side) -> Merged | None:
    try:
        made = tuple(changes(base, ours, theirs))
        comments = tuple(edit for edit in comment_edits(base, ours, theirs) if _is_free(edit, made))
        merged = applied(ours.text, (*made, *comments))
    except (UnableError, OverlappingEditsError):
        return None
    if merged.conflicts:
        return merged
    after = _read(merged.text.encode())
    wanted = meant(*(values_of(side.root, side.names) for side in (base, ours, theirs)))
    is_right = after is not None and renamed(values_of(after[1], names_of(after[1]))) == renamed(wanted)
    return merged if is_right else None


def _is_free(comment: Edit, made: tuple[Change, ...]) -> bool:
    """Whether the comment falls into nothing that is replaced."""
    return not any(
        change.start < comment.end and comment.start < change.end
        if comment.start < comment.end
        else change.start < comment.start < change.end
        for change in made
    )
