"""Files that are not yet merged."""

import pytest

from plan_compiler.read.conflicts import conflicts, sides

TWO_WAY = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\nc: 4\n>>>>>>> side\nd: 5\n"
THREE_WAY = "<<<<<<< ours\nb: 2\n||||||| base\nb: 0\n=======\nb: 3\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TWO_WAY, ("a: 1\nb: 2\nd: 5\n", "a: 1\nb: 3\nc: 4\nd: 5\n")),
        (THREE_WAY, ("b: 2\n", "b: 3\n")),
        (TWO_WAY.replace("\n", "\r\n"), ("a: 1\r\nb: 2\r\nd: 5\r\n", "a: 1\r\nb: 3\r\nc: 4\r\nd: 5\r\n")),
        ("a: |\n  text\n  =======\n", None),
        ("<<<<<<< ours\na: 1\n", None),
        ("=======\n>>>>>>> theirs\n", None),
    ],
)
def test_sides(text: str, expected: tuple[str, str] | None) -> None:
    assert sides(text) == expected


def test_where_conflicts_begin() -> None:
    text = TWO_WAY + THREE_WAY
    assert [text[slice(*at)] for at in conflicts(text)] == ["<<<<<<< HEAD", "<<<<<<< ours"]
