"""The catalogue: the list, the page in docs/, one manual page."""

from pathlib import Path

from markdown_it import MarkdownIt

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.pipeline import catalogue
from plan_compiler.report.catalogue import catalogue_lines, catalogue_page
from plan_compiler.report.manual import manual_page, template_text
from plan_compiler.report.terminal import cells
from tests.report.samples import COLON, SUBTOTAL, UNUSED

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_in_docs_is_in_step_with_the_rules() -> None:
    hint = "run `plan rules --format markdown > docs/rules.md`"
    assert PAGE.read_text("utf-8") == catalogue_page(catalogue()), hint


def test_the_page_lists_every_kind_and_links_lead_to_its_heading() -> None:
    page = catalogue_page(catalogue())
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


def test_every_example_stays_a_block_of_its_own() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(catalogue_page(catalogue()))
    fences = sum(kind.manual.count("```") for kind in catalogue())
    assert 2 * sum(token.type == "fence" for token in tokens) == fences


def test_a_page_holds_both_languages_advice_and_manual() -> None:
    page = catalogue_page([SUBTOTAL, UNUSED])
    assert (
        "| [SUM101](#sum101-subtotal-mismatch) | error | 小计与分项之和不符 | A subtotal is not the sum of its projects |"
        in page
    )
    assert "怎么办：删去 ‹id›  \nhelp: drop ‹id›\n" in page
    assert page.endswith("\n")
    assert "```yaml annex.yaml\nid: annex\n```" in page


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
        "help: mend a project or the subtotal\n\nA subtotal.\n\n小计。\n\nBad:\n\n```yaml annex.yaml\nid: annex\n```\n"
    )
    assert manual_page(COLON, "zh-CN") == "YAM102 full-width-colon — 全角冒号\n警告\n"


def test_arguments_of_a_message_are_named() -> None:
    assert template_text("写 {{{{ {expr} }}}} 或 {id}") == "写 {{ ‹expr› }} 或 ‹id›"


def test_sentences_are_plain_text_but_for_code() -> None:
    words = Message("甲|乙 <b>", "a|b [](#‹id›) *x* `[](#id)`")
    tokens = (
        MarkdownIt("commonmark")
        .enable("table")
        .parse(catalogue_page([Kind("TXT999", "x", Severity.INFO, words, {"hint": words})]))
    )
    shown = [
        "".join(child.content for child in token.children or () if child.type in {"text", "code_inline"})
        for token in tokens
        if token.type == "inline"
    ]
    english = words.en.replace("`", "")
    assert [words.zh, english] == shown[shown.index("TXT999") + 2 :][:2]
    assert f"怎么办：{words.zh}help: {english}" in shown
    assert not any(
        child.type.startswith(("link", "em", "html"))
        for t in tokens
        for child in t.children or ()
        if "‹" in child.content
    )
