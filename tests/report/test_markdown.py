"""The Markdown report, read back by an independent parser."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from plan_compiler.report.markdown import escaped, markdown_report
from plan_compiler.report.visible import visible
from tests.report.samples import EVERYTHING, HOSTILE, finding, hostile_report, report

ALLOWED = {"h3", "p", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "code", "strong", "br"}


class Page(HTMLParser):
    """The elements of a page, their attributes, and the text of its table's cells."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data.strip("\n"):
            self.rows[-1][-1] += data


def test_a_report_is_a_summary_and_a_folded_table() -> None:
    text = markdown_report(EVERYTHING)
    assert text.startswith("### plan check: 1 个错误，1 个警告，1 条提示\n\n已豁免 1 条；")
    page = Page(text)
    assert page.elements[:4] == ["h3", "p", "details", "summary"]
    assert page.rows[1] == [
        "错误",
        "content/projects/roads.yaml:3:17",
        "SUM101 基础设施项目小计列为 1006017，相加为 57381\n怎么办：核对各项目与小计",
    ]
    assert [row[0] for row in page.rows] == ["级别", "错误", "警告", "提示"]


def test_a_clean_plan_has_no_table() -> None:
    assert markdown_report(report(language="en")) == (
        "### plan check: nothing found\n\nwaived: 0; relations checked: 12, not checkable: 3 (see `plan check --coverage`)\n"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_plan_is_markup(text: str) -> None:
    page = Page(markdown_report(hostile_report(text)))
    assert set(page.elements) == ALLOWED
    assert set(page.attributes) <= {"style"}
    assert [len(row) for row in page.rows] == [3, 3, 3]
    assert page.elements.count("details") == 1
    assert (
        visible(text).split() == page.rows[2][2].replace("\u200b", "")[len("YAM102 ") : -len(" 后面是全角冒号")].split()
    )


@pytest.mark.parametrize(
    "text", ["@octocat", "#12", "see !34", "https://example.org", "a@b.cc", ":smile:", "~bug", "$7"]
)
def test_references_are_broken_where_platforms_look_for_them(text: str) -> None:
    (cell,) = Page("| a |\n|---|\n| " + escaped(text) + " |").rows[1]
    assert cell.replace("\u200b", "") == text
    assert "\u200b" in cell


def test_ordinary_text_stays_as_it_is() -> None:
    assert escaped("列为 1006017，占99.9%（3:17）") == "列为 1006017，占99.9%（3&#58;17）"


def test_a_report_fits_into_a_comment() -> None:
    text = markdown_report(report(*(finding(args={"id": f"标识{number}" * 20}) for number in range(3000))))
    assert len(text) < 65_536
    listed = text.count("| 提示 |")
    assert listed > 100
    (rest,) = re.findall(r"另有 (\d+) 条没有列出。", text)
    assert listed + int(rest) == 3000
    assert text.endswith("</details>\n")
