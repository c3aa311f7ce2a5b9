"""Where the lines of a cover may end."""

import pytest

from plan_compiler.writers.phrases import name_phrases


@pytest.mark.parametrize(
    ("names", "pieces"),
    [
        ("甲局、乙局", ["甲局、", "乙局"]),
        ("Plan、乙局", ["Plan、", "乙局"]),
        ("青云市人民政府 青云市发展和改革委员会", ["青云市人民政府 ", "青云市发展和改革委员会"]),
    ],
)
def test_names_stay_whole(names: str, pieces: list[str]) -> None:
    assert list(name_phrases(names)) == [(piece, True) for piece in pieces]


def test_lines_may_end_between_the_words_of_a_name() -> None:
    assert list(name_phrases("Avon Borough Council")) == [("Avon Borough Council", False)]
