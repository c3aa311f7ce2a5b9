"""The catalogue: the list, the page in docs/, one manual page."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.pipeline.checking import catalogue
from plan_compiler.report.catalogue import catalogue_lines, catalogue_page
from plan_compiler.report.manual import LABELS, is_chinese, manual_page, passages, template_text
from plan_compiler.report.terminal import cells
from tests.report.samples import COLON, SUBTOTAL, UNUSED

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"en": "rules.md", "zh": "rules.zh-CN.md"}


@pytest.mark.parametrize(("language", "file"), PAGES.items())
def test_the_page_in_docs_is_in_step_with_the_rules(language: str, file: str) -> None:
    hint = f"run `plan rules --format markdown --lang {language} > docs/{file}`"
    assert (DOCS / file).read_text("utf-8") == catalogue_page(catalogue(), language), hint


@pytest.mark.parametrize("kind", catalogue(), ids=lambda kind: kind.code)
def test_every_kind_is_explained_in_both_languages(kind: Kind) -> None:
    """What it means, and what to do: in the manual or as the hint."""
    for language, fewest in (("zh", 12), ("en", 30)):
        told = [passage for passage in passages(kind, language) if not passage.startswith("```")]
        said = [passage for passage in told if passage not in {label.zh for label in LABELS.values()} | {*LABELS}]
        assert sum(map(len, said)) >= fewest, "a manual has a paragraph in Chinese and one in English"
        assert all(is_chinese(passage) is (language == "zh") for passage in said if passage == said[-1])
    assert "hint" in kind.messages or "怎么办" in kind.manual


@pytest.mark.parametrize("language", PAGES)
def test_the_page_lists_every_kind_and_links_lead_to_its_heading(language: str) -> None:
    page = catalogue_page(catalogue(), language)
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    headings = [
        tokens[index + 1].content
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2"
    ]
    assert headings == [f"{kind.code} {kind.name}" for kind in catalogue()]
    links = [
        str(child.attrs["href"])
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open" and str(child.attrs["href"]).startswith("#")
    ]
    assert links == ["#" + heading.lower().replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("language", PAGES)
def test_every_example_stays_a_block_of_its_own(language: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(catalogue_page(catalogue(), language))
    fences = sum(kind.manual.count("```") for kind in catalogue())
    assert 2 * sum(token.type == "fence" for token in tokens) == fences


def test_a_page_holds_advice_and_manual_of_its_language() -> None:
    page = catalogue_page([SUBTOTAL, UNUSED], "en")
    assert "| [SUM101](#sum101-subtotal-mismatch) | error | A subtotal is not the sum of its projects |" in page
    assert "\nhelp: drop ‹id›\n" in page
    assert "\nA subtotal.\n\nBad:\n\n```yaml annex.yaml\nid: annex\n```\n" in page
    chinese = catalogue_page([SUBTOTAL, UNUSED], "zh-CN")
    assert "| [SUM101](#sum101-subtotal-mismatch) | 错误 | 小计与分项之和不符 |" in chinese
    assert "\n怎么办：删去 ‹id›\n" in chinese
    assert "\n小计。\n\n有误的例子：\n\n```yaml annex.yaml\nid: annex\n```\n" in chinese


def test_the_list_is_aligned() -> None:
    lines = catalogue_lines([SUBTOTAL, COLON, UNUSED], "zh").splitlines()
    assert lines[0] == "SUM101  错误  subtotal-mismatch  小计与分项之和不符"
    assert (
        len(
            {
                cells(line[: line.index(kind.title.zh)])
                for line, kind in zip(lines, (SUBTOTAL, COLON, UNUSED), strict=True)
            }
        )
        == 1
    )
    assert catalogue_lines([UNUSED], "en") == "REF504  note  unused-id  An id is never referred to\n"
    assert catalogue_lines([], "en") == ""


def test_a_manual_page_says_severity_advice_and_example() -> None:
    assert manual_page(SUBTOTAL, "en") == (
        "SUM101 subtotal-mismatch — A subtotal is not the sum of its projects\nerror\n\n"
        "help: mend a project or the subtotal\n\nA subtotal.\n\nBad:\n\n```yaml annex.yaml\nid: annex\n```\n"
    )
    assert "\n小计。\n\n有误的例子：\n\n```yaml" in manual_page(SUBTOTAL, "zh-CN")
    assert manual_page(COLON, "zh-CN") == "YAM102 full-width-colon — 全角冒号\n警告\n"


def test_arguments_of_a_message_are_named() -> None:
    assert template_text("写 {{{{ {expr} }}}} 或 {id}") == "写 {{ ‹expr› }} 或 ‹id›"


def test_sentences_are_plain_text_but_for_code() -> None:
    words = Message("甲|乙 <b>", "a|b [](#‹id›) *x* `[](#id)`")
    tokens = (
        MarkdownIt("commonmark")
        .enable("table")
        .parse(catalogue_page([Kind("TXT999", "x", Severity.INFO, words, {"hint": words})], "en"))
    )
    shown = [
        "".join(child.content for child in token.children or () if child.type in {"text", "code_inline"})
        for token in tokens
        if token.type == "inline"
    ]
    english = words.en.replace("`", "")
    assert shown[shown.index("TXT999") + 2] == english
    assert f"help: {english}" in shown
    assert not any(
        child.type.startswith(("link", "em", "html"))
        for t in tokens
        for child in t.children or ()
        if "‹" in child.content
    )
