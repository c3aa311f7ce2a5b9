"""A merge is held against the values it must have: what its edits cannot bring about is left to git."""

import pytest

from plan_compiler.edit.merging import merge
from plan_compiler.edit.merging_marks import Merged

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


@pytest.mark.parametrize(
    ("sides", "merged"),
    [
        (REORDERED, "c:\n- id: b\n  title: B\n- id: a\n  title: AA\n"),
        (FIRST_KEY_GONE, "x:\n- id: a\n  text: x\n- title: T\n- id: z\n  text: qq\n"),
        (OTHER_DEPTH, "m:\n  a:\n    v: 1\n    w: 2\n    z: 3\n"),
    ],
)
def test_what_no_edit_of_ours_brings_about_is_an_edit_of_theirs(sides: tuple[str, str, str], merged: str) -> None:
    assert merge(*(side.encode() for side in sides)) == Merged(merged, 0)


def test_what_edits_of_neither_bring_about_is_left_to_git() -> None:
    lists = zip(REORDERED, (REORDERED[0], *REORDERED[:0:-1]), strict=True)
    sides = ((one + other.replace("c:", "d:")).encode() for one, other in lists)
    assert merge(*sides) is None


def test_an_order_that_only_ours_has_changed_is_kept() -> None:
    base, theirs, ours = (side.encode() for side in REORDERED)
    merged = merge(base, ours, theirs)
    assert merged is not None
    assert (merged.conflicts, merged.text) == (0, "c:\n- id: b\n  title: B\n- id: a\n  title: AA\n")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("l:\n- a\n- b\n", "l:\n- a\n- m\n- b\n", "l:\n- a\n- t\n- b\n", "l:\n- a\n- m\n- t\n- b\n"),
        ("l:\n- a\n", "l:\n- m\n- n\n- a\n", "l:\n- t\n- a\n", "l:\n- m\n- n\n- t\n- a\n"),
        ("l: [a, b]\n", "l: [a, b, m]\n", "l: [a, b, t]\n", "l: [a, b, m, t]\n"),
        ("l: [a, b]\n", "l: [m, b]\n", "l: [a, b, t]\n", "l: [m, b, t]\n"),
        ("l: [a, b, c]\n", "l: [a, c]\n", "l: [t, a, b]\n", "l: [t, a]\n"),
        ("l: {a: 1, b: 2}\n", "l: {a: 1, m: 3}\n", "l: {a: 4, b: 2, t: 5}\n", "l: {a: 4, m: 3, t: 5}\n"),
        ("l: {a: 1, b: 2}\n", "l: {b: 2}\n", "l: {t: 3, a: 1, b: 4}\n", "l: {t: 3, b: 4}\n"),
        ("l:\n- id: a\n", "l:\n- id: a\n- id: m\n", "l:\n- id: a\n- id: t\n", "l:\n- id: a\n- id: m\n- id: t\n"),
        # In the order of ours, behind the entry that it stands behind in theirs.
        ("l:\n- a\n- b\n- c\n", "l:\n- b\n- c\n- a\n", "l:\n- a\n- t\n- b\n- c\n", "l:\n- b\n- c\n- a\n- t\n"),
        ("l:\n- a\n- b\n- c\n", "l:\n- b\n- c\n- a\n", "l:\n- a\n- b\n- C\n", "l:\n- b\n- C\n- a\n"),
    ],
)
def test_what_both_add_at_one_place_stands_there_ours_first(base: str, ours: str, theirs: str, merged: str) -> None:
    found = merge(base.encode(), ours.encode(), theirs.encode())
    assert found is not None
    assert (found.conflicts, found.text) == (0, merged)


@pytest.mark.parametrize("entry", ["- {}\n", "- id: {}\n  title: T\n"])
def test_two_new_orders_of_a_list_are_one_conflict(entry: str) -> None:
    base, ours, theirs = ("".join(map(entry.format, order)) for order in ("abc", "bca", "bac"))
    found = merge(f"l:\n{base}k: 1\n".encode(), f"l:\n{ours}k: 1\n".encode(), f"l:\n{theirs}k: 2\n".encode())
    assert found is not None
    assert found.conflicts == 1
    assert found.text == f"l:\n<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\nk: 2\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (
            "m: {a: 1,\n  # of 2020\n  b: 2}\n",
            "m: {a: 1,\n  # of 2020\n  b: 2, c: 3}\n",
            "m: {a: 1,\n  # of 2020\n  b: 2, d: 4}\n",
        ),
        ("l: [a, # one\n  b]\n", "l: [a, # one\n  b, m]\n", "l: [a, # one\n  b, t]\n"),
        ("l: [a,\n  b]\n", "l: [a,\n  b, m]\n", "l: [a,\n  b, t]\n"),
        ("l: [a, b]\n", "l: [a, b, m]\n", "l: [a, # one\n  b, t]\n"),
    ],
)
def test_brackets_on_several_lines_or_with_a_comment_are_not_written_anew(base: str, ours: str, theirs: str) -> None:
    found = merge(base.encode(), ours.encode(), theirs.encode())
    assert found is None or (found.conflicts > 0 and ("#" in found.text) is ("#" in ours + theirs))
