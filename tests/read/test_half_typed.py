"""Forms that lack a bracket or two are told, and not printed as they stand."""

import pytest

from plan_compiler.read.markup.blocks import parse_prose


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("提高到[81岁(=life[2030])。", "(=life[2030])"),
        ("提高到81岁](=life[2030])。", "](=life[2030])"),
        ("提高到[81岁]=life[2030]。", "]=life[2030]"),
        ("提高到（：＝ life）。", "（：＝ life）"),
        ("提高到{ life[2030] }。", "{ life[2030] }"),
        ("注^[见[81岁(=life)]", "(=life)"),
        ("[81岁](=life)，又 (=life)", "(=life)"),
    ],
)
def test_what_is_left_of_a_form_is_told(text: str, left: str) -> None:
    _, faults = parse_prose(text)
    assert [(fault.kind.code, text[slice(*fault.at)]) for fault in faults if fault.message == "half"] == [
        ("TXT001", left)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a = b（a=b）",
        "增长（=100%）",
        r"\[甲\](=b)",
        r"\(=b)",
        "{甲}",
        "f(x)=y",
        "[9]=10",
        "[81岁](=life[2030])",
        "{{ life[2030] }}",
    ],
)
def test_other_signs_are_words(text: str) -> None:
    _, faults = parse_prose(text)
    assert not [fault for fault in faults if fault.message == "half"]
