"""Comments that theirs has added, in the text of ours: where they belong, as they were set; and how lines end."""

import pytest

from plan_compiler.edit.merging import merge

BASE = "a: 1\nb: 2\nrows:\n  - id: x\n    v: 1\n  - id: y\n    v: 2\n"
OURS = BASE.replace("b: 2", "b: 3")


def merged(base: str, ours: str, theirs: str) -> str:
    found = merge(base.encode(), ours.encode(), theirs.encode())
    assert found is not None
    assert found.conflicts == 0
    return found.text


@pytest.mark.parametrize(
    ("line", "commented"),
    [
        ("a: 1\n", "# above\na: 1\n"),
        ("a: 1\n", "# of the file\n\na: 1\n"),
        ("rows:\n", "\n# one\n\n# two\n\nrows:\n"),
        ("  - id: y\n", "  # of a row\n  - id: y\n"),
        ("    v: 2\n", "    # of a field\n\n    v: 2\n"),
        ("    v: 2\n", "    v: 2\n# at the end\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_comment_of_theirs_is_set_where_it_was(line: str, commented: str, newline: str) -> None:
    base, ours, theirs, both = (
        text.replace("\n", newline)
        for text in (BASE, OURS, BASE.replace(line, commented), OURS.replace(line, commented.lstrip("\n")))
    )
    assert merged(base, ours, theirs) == both


def test_a_comment_that_stands_elsewhere_already_is_new_where_theirs_has_it_too() -> None:
    def noted(text: str, *rows: str) -> str:
        for row in rows:
            text = text.replace(f"  - id: {row}\n", f"  # to be asked\n  - id: {row}\n")
        return text

    assert merged(noted(BASE, "x"), noted(OURS, "x"), noted(BASE, "x", "y")) == noted(OURS, "x", "y")
    assert merged(BASE, noted(OURS, "x"), noted(BASE, "x", "y")) == noted(OURS, "x", "y")
    assert merged(BASE, noted(OURS, "x"), noted(BASE, "x")) == noted(OURS, "x")
    assert merged(BASE, noted(OURS, "y"), noted(BASE, "x")) == noted(OURS, "y")


def test_a_file_that_ends_without_a_line_break() -> None:
    assert merged(BASE, OURS.rstrip("\n"), f"{BASE}# end\n") == f"{OURS}# end\n"


def test_the_marks_of_a_conflict_end_as_the_lines_of_the_file_do() -> None:
    sides = (text.replace("\n", "\r\n").encode() for text in (BASE, OURS, BASE.replace("b: 2", "b: 4")))
    found = merge(*sides)
    assert found is not None
    assert "<<<<<<< ours\r\nb: 3\r\n=======\r\nb: 4\r\n>>>>>>> theirs\r\n" in found.text
    assert "\n" not in found.text.replace("\r\n", "")
