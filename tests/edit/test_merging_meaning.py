"""A merge is held against the values it must have: what its edits cannot bring about is left to git."""

import pytest

from plan_compiler.edit.merging import merge

REORDERED = (
    "c:\n- id: a\n  title: A\n- id: b\n  title: B\n",
    "c:\n- id: a\n  title: AA\n- id: b\n  title: B\n",
    "c:\n- id: b\n  title: B\n- id: a\n  title: A\n",
)
FIRST_KEY_GONE = (
    "x:\n- id: a\n  text: x\n- kind: foo\n  title: T\n- id: z\n  text: q\n",
    "x:\n- id: a\n  text: x\n- kind: foo\n  title: T\n- id: z\n  text: qq\n",
    "x:\n- id: a\n  text: x\n- title: T\n- id: z\n  text: q\n",
)
OTHER_DEPTH = (
    "m:\n  a:\n    v: 1\n    w: 1\n",
    "m:\n    a:\n        v: 1\n        w: 2\n",
    "m:\n  a:\n    v: 1\n    w: 1\n    z: 3\n",
)


@pytest.mark.parametrize("sides", [REORDERED, FIRST_KEY_GONE, OTHER_DEPTH])
def test_what_edits_cannot_bring_about_is_left_to_git(sides: tuple[str, str, str]) -> None:
    assert merge(*(side.encode() for side in sides)) is None


def test_an_order_that_only_ours_has_changed_is_kept() -> None:
    base, theirs, ours = (side.encode() for side in REORDERED)
    merged = merge(base, ours, theirs)
    assert merged is not None
    assert (merged.conflicts, merged.text) == (0, "c:\n- id: b\n  title: B\n- id: a\n  title: AA\n")
