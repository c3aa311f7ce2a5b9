"""The kinds of finding that linking makes: each one's examples, and its words."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from plan_compiler.diagnostics import Kind, Severity
from plan_compiler.link.faults import KINDS
from tests.link.plans import linked

DEFAULT = "title: 例\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: 正文。\n"
BLOCK = re.compile(r"^(Bad|Good):$|^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(kind: Kind) -> Iterator[tuple[str, dict[str, str]]]:
    verdict, files = "", dict[str, str]()
    for word, file, text in BLOCK.findall(kind.manual):
        if word and files:
            yield verdict, files
        if word:
            verdict, files = word, {"plan.yaml": DEFAULT}
        else:
            files[file] = text
    yield verdict, files


CASES = [pytest.param(k, verdict, files, id=f"{k.code}-{verdict}") for k in KINDS for verdict, files in examples(k)]


@pytest.mark.parametrize(("kind", "verdict", "files"), CASES)
def test_examples(kind: Kind, verdict: str, files: dict[str, str]) -> None:
    found = {diagnostic.kind.code for diagnostic in linked(files).diagnostics}
    assert found == ({kind.code} if verdict == "Bad" else set())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_has_a_page_and_says_the_same_in_both_languages(kind: Kind) -> None:
    assert [verdict for verdict, _ in examples(kind)] == ["Bad", "Good"]
    assert kind.code.startswith("REF")
    assert kind.severity is not Severity.INFO
    for message in kind.messages.values():
        assert fields(message.zh) == fields(message.en)


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}
