"""Edits of a text: all else stays, and two of one stretch are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.edit.edits import Edit, OverlappingEditsError, edited, edited_files


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    text = draw(st.text(max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    stretches = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [(start, end, draw(st.text(max_size=5))) for start, end in stretches]


@given(texts_and_edits())
def test_every_edit_is_made_and_all_else_kept(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, stretches = case
    expected = text
    for start, end, words in reversed(stretches):  # from the last, so that no offset moves
        expected = expected[:start] + words + expected[end:]
    edits = [Edit("a", *stretch) for stretch in stretches]
    assert edited(text, edits) == expected
    if len({(edit.start, edit.end) for edit in edits}) == len(edits):
        assert edited(text, list(reversed(edits))) == expected


def test_insertions_at_one_place_keep_their_order() -> None:
    assert edited("ab", [Edit("a", 1, 1, "x"), Edit("a", 1, 1, "y"), Edit("a", 1, 2, "z")]) == "axyz"


@pytest.mark.parametrize("pair", [((0, 3), (2, 4)), ((1, 3), (1, 2)), ((0, 4), (2, 2)), ((1, 3), (1, 3))], ids=str)
def test_overlapping_edits_are_refused(pair: tuple[tuple[int, int], tuple[int, int]]) -> None:
    with pytest.raises(OverlappingEditsError, match="an edit of"):
        edited("abcdef", [Edit("f.yaml", *stretch, "x") for stretch in pair])


@pytest.mark.parametrize("stretch", [(2, 1), (5, 9), (9, 9)])
def test_an_edit_outside_of_the_text_is_refused(stretch: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        edited("abcdef", [Edit("f.yaml", *stretch, "x")])


def test_only_files_that_change_are_returned() -> None:
    files = {"a": "one", "b": "two", "c": "three"}
    edits = [Edit("a", 0, 1, "O"), Edit("b", 0, 1, "t")]
    assert edited_files(files, edits) == {"a": "One"}
