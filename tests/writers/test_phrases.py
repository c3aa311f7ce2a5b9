"""Where the lines of a cover may end."""

import pytest

from plan_compiler.writers.phrases import name_phrases


@pytest.mark.parametrize(
    ("names", "pieces"),
    [
        ("甲局、乙局", ["甲局、", "乙局"]),
        ("青云市人民政府 青云市发展和改革委员会", ["青云市人民政府 ", "青云市发展和改革委员会"]),
        ("Avon Borough Council", ["Avon ", "Borough ", "Council"]),
    ],
)
def test_names_stay_whole(names: str, pieces: list[str]) -> None:
    assert list(name_phrases(names)) == [(piece, True) for piece in pieces]
