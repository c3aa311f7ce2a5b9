"""Wide characters: between two of them a line break prints nothing."""

import pytest

from plan_compiler.language.typography import is_wide


@pytest.mark.parametrize("char", "中。，（：Ａ１　ー가“”—…·")
def test_wide(char: str) -> None:
    assert is_wide(char)


@pytest.mark.parametrize("char", "a1 .,(é½\n²")
def test_narrow(char: str) -> None:
    assert not is_wide(char)


@pytest.mark.parametrize("char", "“”—…·")
def test_ambiguous_characters_are_narrow_in_other_scripts(char: str) -> None:
    assert not is_wide(char, ambiguous=False)
