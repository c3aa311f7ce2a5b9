import re
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from plan_compiler.document.inlines import NumberText, Text
from plan_compiler.document.nodes import Cover, Document, Heading, List, ListItem, Paragraph, Part, Table
from plan_compiler.writers.html import paged_files, write_html
from plan_compiler.writers.pictures import Picture
from plan_compiler.writers.templates import TemplateFaultError
from plan_compiler.writers.theme import Theme
from tests.documents import paragraph, sample_document, text
from tests.writers.themes import shipped_theme

THEME = shipped_theme()
VOID = {"meta", "link", "img", "col", "br", "input"}


class Reader(HTMLParser):
    """Checks that tags nest, and gathers ids, links and texts."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, Any]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: Any, attrs: Any) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.links += [v for k, v in attrs if k in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: Any) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: Any, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(files: Any) -> Any:
    reader = Reader()
    reader.feed(files["index.html"].decode())
    assert reader.open == []
    return reader


def written(
    document: Document | None = None, pictures: Mapping[str, Picture] | None = None, theme: Theme = THEME
) -> Mapping[str, bytes]:
    return write_html(document or sample_document(), theme, pictures or {})


def body(*blocks: Any, **fields: Any) -> Any:
    return replace(sample_document(), parts=(Part("body", "portrait", blocks),), **fields)


def test_folder_needs_nothing_else() -> None:
    pictures = {"img/a.png": Picture(b"png", "png")}
    files = written(sample_document("img/a.png"), pictures)
    assert files["assets/figure-1.png"] == b"png"
    for link in read(files).links:
        if not link.startswith("#") and link != "data:,":
            assert link in files
    for name, data in files.items():
        if name.endswith((".html", ".css", ".js")):
            assert not re.search(
                rb"https?:|//[a-z]|url\(|@import|fetch\(|XMLHttpRequest|import\s*[({'\"]|eval|Function\(", data
            )


def test_page_allows_itself_nothing_but_its_own_files() -> None:
    reader = read(written())
    policy = next(a["content"] for tag, a in reader.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:")
    for tag, attributes in reader.tags:
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)
        assert tag != "script" or attributes["src"].startswith("assets/")


def test_every_anchor_is_there_and_only_once() -> None:
    reader = read(written())
    assert len(reader.ids) == len(set(reader.ids))
    assert {link[1:] for link in reader.links if link.startswith("#")} <= set(reader.ids)
    assert {"foundation", "targets", "基01", "annex", "platform_works", "road_map", "outlook"} <= set(reader.ids)


def test_language_landmarks_and_headings() -> None:
    tags = read(written()).tags
    assert ("html", {"lang": "zh-CN"}) in tags
    names = [tag for tag, _ in tags]
    assert [names.count(tag) for tag in ("header", "nav", "main", "h1", "figure")] == [1, 1, 1, 1, 2]
    ranks = [int(tag[1]) for tag in names if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(ranks))


def test_tables_have_captions_scopes_and_bodies_by_group() -> None:
    tags = read(written()).tags
    scopes = [a.get("scope") for tag, a in tags if tag == "th"]
    assert None not in scopes
    assert {"col", "rowgroup"} <= set(scopes)
    assert [t for t, _ in tags].count("caption") == 2
    assert [t for t, _ in tags].count("tbody") == 3


def test_footnotes_lead_there_and_back() -> None:
    files = written()
    reader = read(files)
    assert {"note-1", "note-2", "note-call-1", "note-call-2"} <= set(reader.ids)
    assert "按已签约户数计算。" in "".join(reader.words)


def test_figures_lead_to_their_sources() -> None:
    reader = read(written())
    numbers = [a["href"] for tag, a in reader.tags if tag == "a" and a.get("class") == "number"]
    assert numbers == ["#source-1", "#source-2", "#source-3"]
    assert "indicators.yaml:12" in "".join(reader.words)


def test_no_line_ends_within_the_unit_of_a_figure() -> None:
    figures = ("39万t/d", "约346.87h㎡", "12157户", "比例为" + "很" * 20 + "1/2")
    made = replace(
        sample_document(), parts=(Part("body", "portrait", tuple(paragraph(NumberText(it, "x")) for it in figures)),)
    )
    page = paged_files(made, THEME, {})["index.html"].decode()
    assert re.findall(r'<span class="number( whole)?">(.{2})', page) == [
        (" whole", "39"),
        (" whole", "约3"),
        ("", "12"),
        ("", "比例"),
    ]


def test_source_links_to_its_place_where_that_is_on_the_page() -> None:
    document = sample_document()
    source = document.sources["output[2020]"]
    for anchor, linked in (("output", True), ("nowhere", False), ("", False)):
        page = written(replace(document, sources={"output[2020]": replace(source, anchor=anchor)}))
        reader = read(page)
        assert (reader.links.count("#output") == 2) == linked
        assert "#nowhere" not in reader.links


def test_headings_captions_and_rows_have_links_to_themselves() -> None:
    anchors = {a["href"][1:] for tag, a in read(written()).tags if a.get("class") == "anchor"}
    assert {
        "foundation",
        "review",
        "outlook",
        "targets",
        "annex",
        "platform_works",
        "road_map",
        "infrastructure",
    } <= anchors
    assert 'class="anchor"' not in paged_files(sample_document(), THEME, {})["index.html"].decode()


def test_contents_show_as_many_levels_as_the_theme_says() -> None:
    assert read(written()).links.count("#s1") == 1  # the heading's own link
    deep = THEME.look.model_copy(update={"contents": THEME.look.contents.model_copy(update={"levels": 3})})
    assert read(written(theme=replace(THEME, look=deep))).links.count("#s1") == 2


def indicator_table(rows: int) -> Any:
    table = next(block for part in sample_document().parts for block in part.blocks if isinstance(block, Table))
    first, second = table.rows
    group = replace(first.cells[0], rowspan=rows)
    others = tuple(replace(second, anchor=f"row{n}") for n in range(rows - 1))
    return body(replace(table, rows=(replace(first, cells=(group, *first.cells[1:])), *others)))


def test_long_groups_are_printed_in_parts_that_fit_a_page() -> None:
    page = paged_files(
        replace(indicator_table(30), words=sample_document().words | {"continued": "（续）"}), THEME, {}
    )["index.html"].decode()
    groups = re.findall(r'<th class="group[^>]*rowspan="(\d+)"[^>]*>([^<]*)<', page)
    continued = "创新支撑产业效益" + "（续）"
    assert groups == [("10", "创新支撑产业效益"), ("10", continued), ("10", continued)]
    assert (page.count('class="row"'), page.count('class="row under"')) == (3, 27)


@pytest.mark.parametrize("rows", [2, 12])
def test_short_groups_stay_whole_on_pages(rows: int) -> None:
    page = paged_files(indicator_table(rows), THEME, {})["index.html"].decode()
    assert re.findall(r'<th class="group[^>]*rowspan="(\d+)"', page) == [str(rows)]


def test_long_groups_stay_whole_on_screens() -> None:
    page = written(indicator_table(30))["index.html"].decode()
    assert re.findall(r'<th class="group[^>]*rowspan="(\d+)"', page) == ["30"]


def test_marks_of_items_come_from_their_label_or_the_theme() -> None:
    items = tuple(ListItem("", (paragraph(Text(t)),), ()) for t in "甲乙")
    inner = List(True, items, "", ())
    nested = List(False, (ListItem("", (inner,), ()),), "", ())
    page = written(body(List(True, items, "", ()), nested, List(True, (ListItem("01", (), ()),), "", ())))
    markers = re.findall(r'"marker">([^<]+)<', page["index.html"].decode())
    assert markers == ["1．", "2．", "——", "（1）", "（2）", "01 "]


def test_hostile_words_stay_words() -> None:
    evil = '"><script>alert(1)</script>'
    document = body(
        Heading(1, evil, text(evil), "a", ()),
        Paragraph(text(evil), ()),
        title=evil,
        cover=Cover(evil, evil, evil, evil, evil),
    )
    assert all("src" in a for tag, a in read(written(document)).tags if tag == "script")


def test_empty_document() -> None:
    document = replace(body(), contents=(), datasets=(), sources={}, cover=Cover("题", "", "", "", ""), language="en")
    assert "题" in "".join(read(written(document)).words)


def test_missing_word_of_the_document_is_a_fault_of_the_template() -> None:
    with pytest.raises(TemplateFaultError):
        written(replace(sample_document(), words={}))


def test_same_input_same_bytes() -> None:
    assert written() == written()


def whole(words: str) -> str:
    return f'<span class="whole">{words}</span>'


def test_no_line_breaks_within_a_reference() -> None:
    """“see Table” at the end of a line, “2” at the head of the next."""
    rule = re.compile(r"\.ref \{ white-space: nowrap; \}")
    assert rule.search(written(sample_document())["assets/style.css"].decode())
    assert rule.search(paged_files(sample_document(), THEME, {})["paged.css"].decode())


def test_the_annex_is_printed_across_as_in_pdf() -> None:
    sheet = written(sample_document())["assets/print.css"].decode()
    assert "@page wide { size: 297.0mm 210.0mm;" in sheet and ".part-annex { page: wide;" in sheet


def test_on_a_screen_no_line_of_the_title_breaks_within_what_belongs_together() -> None:
    document = body(cover=Cover("某区“十五五”规划（2026—2030年）", "", "", "", ""))
    page = written(document)["index.html"].decode()
    assert f"<h1>某区{whole('“十五五”')}{whole('规划')}（{whole('2026—2030年')}）</h1>" in page


def test_no_line_of_the_cover_breaks_within_what_belongs_together() -> None:
    sample = sample_document()
    assert sample.cover
    title, issuer = (
        "<甲>“十五五”规划“很长很长很长很长的引文”第十五个五年暨战略性新兴产业纲要",
        "甲区发展和改革局、乙局，以及 other offices",
    )
    titled = replace(sample, cover=replace(sample.cover, title=title, issuer=issuer))
    page = paged_files(titled, THEME, {})["index.html"].decode()
    assert (
        f"<h1>&lt;甲&gt;{whole('“十五五”')}{whole('规划')}<br>“很长很长很长很长的引文”<br>{whole('第十五个五年')}<br>"
        f"{whole('暨战略性新兴产业')}纲要</h1>" in page
    )
    assert f'<p class="issuer">{whole("甲区发展和改革局、")}乙局，以及 other offices</p>' in page
