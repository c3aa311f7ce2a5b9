"""The printed text of a plan leads back to where each character was written, in time in proportion to it."""

from time import process_time

import pytest

from plan_compiler.diagnostics import Position
from plan_compiler.link.link import link
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree
from plan_compiler.rules.texts.printed import PrintedText, printed
from tests.rules.plans import HEAD, in_text


def printed_text(body: str) -> PrintedText:
    text = f"{HEAD}chapters:\n  - title: 总则\n    body: |\n" + "".join(f"      {line}\n" for line in body.split("\n"))
    source = read_plan(
        MemoryTree({"plan.yaml": text.encode(), "facts.yaml": "- {id: x, value: 5米}\n".encode()})
    ).source
    assert source is not None
    return printed(link(source.plan, source.texts, source.poisoned, source.incomplete)[0])


@pytest.mark.parametrize(
    "body",
    [
        "甲乙丙。",
        "甲乙\n丙丁。",
        "first line\nsecond line",
        "甲\\*乙\\\\丙\n丁",
        "**甲乙**丙*丁*^[注\n解]戊。\n\n- 己\n- 庚\n  辛",
        "长[约5米](=x)，宽{{ x }}。",
    ],
)
def test_every_character_leads_back_to_where_it_is_written(body: str) -> None:
    for line in printed_text(body).lines:
        for index, char in enumerate(line.text):
            place = line.place(index, index + 1)
            written = line.written[place.start : place.end]
            assert written == char or written.startswith(("[", "{{")) or (char, written) == (" ", "\n")


def test_a_finding_is_where_the_fault_is_written() -> None:
    (found,) = in_text("甲乙\n丙,丁。")
    assert found.span is not None
    assert (found.span.start, found.span.end) == (Position(7, 8), Position(7, 9))


@pytest.mark.parametrize(
    "unit",
    [
        *("甲,乙\n", "甲,", "（甲", "《甲,", "甲 ", "四大甲：甲、乙、丙", "“甲”、‘乙’", "占3%、", "占总量3%、3家"),
        *(
            "其中3个",
            "由3家增加到5家，增加2家，",
            "合计3亿元，",
            "3亩（2公顷）",
            "每个3万元，共3个，",
            "一是甲，二是乙，",
        ),
    ],
)
def test_hostile_texts_take_time_in_proportion(unit: str) -> None:
    def seconds(times: int) -> float:
        start = process_time()
        in_text((unit * times).strip("\n"))
        return process_time() - start

    short, long = seconds(1000), seconds(4000)
    assert long < 12 * short + 2
