import sys
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import replace
from PIL import Image

from plan_compiler.diagnostics import Diagnostic, Place
from plan_compiler.document.inlines import CrossRef, Footnote, Text, plain_text
from plan_compiler.document.nodes import (
    Block,
    Cover,
    Heading,
    Lead,
    List,
    ListItem,
    Paragraph,
    Part,
    Table,
    TableCell,
    TableRow,
)
from plan_compiler.report.wording import Speaker
from plan_compiler.writers.fontconfig import InstalledFont, installed_fonts
from plan_compiler.writers.html import paged_files
from plan_compiler.writers.look import Role
from plan_compiler.writers.pdf import WrittenPdf, justify, write_pdf
from plan_compiler.writers.pdf.engine import EngineMissingError, lay_out, load_engine
from plan_compiler.writers.pdf.fonts import check_fonts, role_faces
from plan_compiler.writers.pdf.hanging import hung
from plan_compiler.writers.pdf.justify import justified
from plan_compiler.writers.pdf.pagination import paginate
from plan_compiler.writers.pictures import Picture
from tests.documents import paragraph, sample_document, text
from tests.writers.themes import shipped_theme

THEME = shipped_theme()
FONTS = THEME.look.fonts


def codes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [diagnostic.kind.code for diagnostic in diagnostics]


@pytest.fixture(scope="module")
def sample() -> Any:
    return write_pdf(sample_document(), THEME, {})


def test_pages_anchors_and_bytes(sample: WrittenPdf) -> None:
    assert sample.data
    assert sample.data.startswith(b"%PDF-")
    assert sample.pages >= 5
    assert sample.pagination["foundation"] == "1"
    assert int(sample.pagination["annex"]) > int(sample.pagination["targets"]) >= 1
    assert not any(anchor.startswith("part.") for anchor in sample.pagination)
    assert set(codes(sample.diagnostics)) <= {"OUT304", "OUT305"}


@pytest.mark.parametrize("theme", ["gongwen", "report"])
@pytest.mark.parametrize("before", [2, 8])
def test_footnote_stands_on_the_page_of_its_call(theme: str, before: int) -> None:
    words = text("坚持新发展理念，加快建设创新型城市。" * 3)
    noted = paragraph(*words, Footnote(1, text("脚注内容，" * 16)), *words)
    blocks = (*(paragraph(*text("短句。")) for _ in range(before)), noted, *(paragraph(*words) for _ in range(12)))
    document = sample_document()
    body = tuple(replace(part, blocks=blocks) for part in document.parts if part.role == "body")
    files = paged_files(replace(document, parts=body), shipped_theme(theme), {})
    with justified(load_engine()):
        pages = lay_out(load_engine(), files, frozenset()).pages
    found = [tuple(box.text for box in page._page_box.descendants() if hasattr(box, "text")) for page in pages]
    assert [any("脚注内容" in it for it in page) for page in found] == [any(it == "1" for it in page) for page in found]


def test_a_space_before_a_figure_hangs_over_the_end_of_its_line() -> None:
    engine = load_engine()
    page = "<style>p {{ width: {}pt; font: 12pt sans-serif }} b {{ white-space: nowrap }}</style><p>{} <b>4,705.6 million</b> more.</p>"
    words = "The plan contains 27 major projects with a total cost of 4,940.1 million, of which"
    with hung(engine):
        for width in range(400, 520):
            pages = engine.HTML(string=page.format(width, words)).render().pages
            first, *_ = (box.text for box in pages[0]._page_box.descendants() if hasattr(box, "text"))
            assert first.startswith("The plan contains"), width


def test_no_line_begins_with_the_dash_between_two_years() -> None:
    engine = load_engine()
    page = '<style>p {{ width: {}pt; font: 12pt "Noto Serif CJK SC" }}</style><p>{}</p>'
    words = "分年度看，2026—2030年分别安排31.5亿元、46.1亿元——其中财政12亿元，2028—2029年为高峰，" * 2
    with hung(engine):
        for width in range(180, 300, 3):
            pages = engine.HTML(string=page.format(width, words)).render().pages
            lines = [box.text for box in pages[0]._page_box.descendants() if hasattr(box, "text")]
            assert "".join(lines) == words
            assert not any(line.startswith("—20") for line in lines), width


def test_row_that_a_text_refers_to_has_its_page() -> None:
    document = sample_document()
    body = next(part for part in document.parts if part.role == "body")
    note = replace(paragraph(), inlines=(Footnote(9, (CrossRef("基01", "基01", page=True),)),))
    parts = tuple(replace(part, blocks=(*part.blocks, note)) if part is body else part for part in document.parts)
    pages = write_pdf(replace(document, parts=parts), THEME, {}).pagination
    assert pages["基01"] == pages["annex"]


def test_same_input_same_bytes(sample: WrittenPdf) -> None:
    assert write_pdf(sample_document(), THEME, {}).data == sample.data


def test_picture_is_drawn() -> None:
    data = BytesIO()
    Image.new("RGB", (40, 30), "red").save(data, "PNG")
    pdf = write_pdf(sample_document("img/a.png"), THEME, {"img/a.png": Picture(data.getvalue(), "png")})
    assert b"/Image" in (pdf.data or b"")


def layout(files: Any) -> Any:
    return lay_out(load_engine(), {k: v.encode() for k, v in files.items()}, frozenset())


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "https://example.org/x.png", "/etc/passwd", "../x.png", "data:image/png;base64,AA=="],
)
def test_layout_reads_nothing_but_its_files(address: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("ERROR", logger="weasyprint"):
        layout({"index.html": f'<img src="{address}" alt="x">'})
    assert "not a file of this document" in caplog.text


def test_layout_reads_its_files_and_fonts(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    font = tmp_path / "a.css"
    font.write_text("p { color: red }")
    page = f'<link rel=stylesheet href=a.css><link rel=stylesheet href="{font.as_uri()}"><p>x'
    with caplog.at_level("ERROR", logger="weasyprint"):
        lay_out(load_engine(), {"index.html": page.encode(), "a.css": b""}, frozenset({font.as_uri()}))
    assert caplog.text == ""


def test_missing_library_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0': not found\nmore")

    monkeypatch.setattr("importlib.import_module", gone)
    with pytest.raises(EngineMissingError) as caught:
        load_engine()
    assert caught.value.diagnostic.args == {"reason": "cannot load library 'libpango-1.0-0': not found"}


def test_without_the_library_there_is_no_pdf_but_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    pdf = write_pdf(sample_document(), THEME, {})
    assert (pdf.data, codes(pdf.diagnostics)) == (None, ["OUT301"])


def font(*families: Any, has: Any = lambda char: True) -> Any:
    return InstalledFont("", frozenset(families), has)


def test_no_font_for_the_text_is_an_error() -> None:
    latin = font("dejavu serif", has=str.isascii)
    assert codes(check_fonts("规划 2021", FONTS, (latin,))) == ["OUT302"]
    assert codes(check_fonts("规划", FONTS, ())) == ["OUT302"]
    assert codes(check_fonts("plain", FONTS, ())) == ["OUT302"]
    assert codes(check_fonts("plain\n", FONTS, (latin,))) == ["OUT304"]


def test_no_pdf_without_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_compiler.writers.pdf.installed_fonts", lambda: ())
    pdf = write_pdf(sample_document(), THEME, {})
    assert (pdf.data, codes(pdf.diagnostics)) == (None, ["OUT302"])


def test_rare_characters_without_a_glyph_are_named() -> None:
    song = font("simsun", has=lambda char: char not in "𠀀𠀁")
    used, missing = check_fonts("规划文本𠀀𠀁", FONTS, (song,))
    assert used.args["faces"].count("SimSun") == 4
    assert missing.kind.code == "OUT303"
    told = {language: Speaker(language).sentence(missing.kind, "message", missing.args) for language in ("zh", "en")}
    assert "𠀀 (U+20000)、𠀁 (U+20001)" in told["zh"]
    assert "𠀀 (U+20000), 𠀁 (U+20001)" in told["en"]


def test_faces_that_are_the_themes_own_are_not_told() -> None:
    own = font(*(face.office.lower() for face in map(FONTS.face, get_args(Role))))
    assert check_fonts("规划文本", FONTS, (own,)) == ()


def test_marks_controls_and_spaces_need_no_glyph() -> None:
    assert check_fonts("e\u0301\u200d\ufe0f\u3000\u202e\t", FONTS, (font("simsun", has="e".__contains__),))[1:] == ()


def test_a_character_without_a_glyph_is_found_in_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_compiler.writers.pdf.installed_fonts", lambda: (font("simsun", has=lambda c: c != "𠀀"),))
    part = Part("body", "portrait", (paragraph(Text("文")), Paragraph(text("用字𠀀"), ("chapters", 3, "body"))))
    pdf = write_pdf(replace(sample_document(), parts=(part,)), THEME, {})
    (missing,) = (d for d in pdf.diagnostics if d.kind.code == "OUT303")
    assert missing.kind.severity == "error"
    assert missing.where == Place(("chapters", 3, "body"))


def test_first_installed_family_of_each_role_is_taken() -> None:
    fonts = (font("noto serif cjk sc"), font("kaiti", "楷体"), font("other"))
    assert role_faces(FONTS, fonts) == {
        "title": "Noto Serif CJK SC",
        "fang": "Noto Serif CJK SC",
        "kai": "KaiTi",
        "song": "Noto Serif CJK SC",
    }


def test_fonts_of_this_machine_are_known() -> None:
    fonts = installed_fonts()
    assert fonts
    assert any(f.has("规") for f in fonts)
    assert not any(f.has("\U0010fffd") for f in fonts if "noto" in str(f.families))
    assert all(f.file for f in fonts)


def test_no_fontconfig_no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_compiler.writers.fontconfig._LIBRARIES", ("no-such-library",))
    assert installed_fonts.__wrapped__() == ()


LONG = "坚持新发展理念，加快建设创新型城市，推动高质量发展迈上新台阶，" * 6
FIGURES = "2026—2030年分别安排31.5亿元、146.15亿元、252.44亿元、1044.0亿元，占22.0%、12.25%和31.05%，" * 4
PAGE = """<style>@page {{ size: 120mm 200mm; margin: 10mm }}
p {{ font: 12pt "Noto Serif CJK SC"; text-align: justify }}</style><p>{}</p>"""


def spacing(box: Any) -> Any:
    """What stands behind the last glyph of a spaced text."""
    value = box.style["letter_spacing"]
    return 0 if value == "normal" else value


def right_edges(document: Any) -> list[float]:
    """Where the last glyph of each line ends, but for the last line."""
    found = []

    def walk(box: Any) -> None:
        if type(box).__name__ == "LineBox":
            texts = [b for b in box.descendants() if type(b).__name__ == "TextBox"]
            found.append(max((b.position_x + b.width - spacing(b) for b in texts), default=0))
        for child in getattr(box, "children", ()):
            walk(child)

    walk(document.pages[0]._page_box)
    return found[:-1]


@pytest.mark.parametrize("words", [LONG, LONG.replace("创新型", "<b>创新</b>型<img alt=x>2025年"), FIGURES])
def test_chinese_lines_end_at_one_edge(words: str) -> None:
    page = {"index.html": PAGE.format(words)}
    ragged = right_edges(layout(page))
    with justified(load_engine()) as straight:
        edges = right_edges(layout(page))
    assert straight
    assert len(edges) > 3
    assert max(edges) - min(edges) < 0.5 < max(ragged) - min(ragged)


def test_latin_lines_are_left_to_weasyprint() -> None:
    page = {"index.html": PAGE.format("some plain words in a line of text " * 10)}
    plain = right_edges(layout(page))
    with justified(load_engine()):
        assert right_edges(layout(page)) == plain


def test_line_is_not_torn_apart() -> None:
    words = "发展" + "<span style='display:inline-block; width: 95mm'></span>" + "发展"
    page = {"index.html": PAGE.format(words)}
    with justified(load_engine()):
        assert right_edges(layout(page))[0] < 100


def test_other_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from weasyprint.layout import inline

    own = inline.justify_line
    monkeypatch.setattr(justify, "TESTED", ())
    with justified(load_engine()) as straight:
        assert not straight
        assert inline.justify_line is own
    pdf = write_pdf(sample_document(), THEME, {})
    assert "OUT305" in codes(pdf.diagnostics)


def test_function_is_put_back_after_an_error() -> None:
    from weasyprint.layout import inline

    own = inline.justify_line
    with pytest.raises(ZeroDivisionError), justified(load_engine()):
        raise ZeroDivisionError
    assert inline.justify_line is own


class Page:
    def __init__(self, *anchors: Any) -> None:
        self.anchors = dict.fromkeys(anchors)


def test_contents_count_in_roman_and_the_text_from_one() -> None:
    pages = [
        Page("part.0"),
        Page(),
        *(Page("part.1", f"c{i}") for i in range(4)),
        Page("part.2", "a"),
        Page("part.2", "b"),
    ]
    found = paginate(pages, sample_document(), THEME)
    assert found == {"c0": "I", "c1": "II", "c2": "III", "c3": "IV", "a": "1", "b": "2"}


def test_document_of_the_text_alone() -> None:
    document = replace(
        sample_document(), parts=(Part("body", "portrait", (Heading(1, "一、", text("章"), "one", ()),)),)
    )
    assert paginate([Page("part.0", "one")], document, THEME) == {"one": "1"}
    assert write_pdf(document, THEME, {}).pagination["one"] == "1"


def test_contents_without_numbers_have_no_page() -> None:
    contents = THEME.look.contents.model_copy(update={"numbers": "none"})
    theme = replace(THEME, look=THEME.look.model_copy(update={"contents": contents}))
    pages = [Page("part.0"), Page("part.1", "c"), Page("part.2", "a")]
    assert paginate(pages, sample_document(), theme) == {"a": "1"}


def test_long_text_breaks_over_pages() -> None:
    blocks = tuple(paragraph(Text("正文内容。" * 400)) for _ in range(3))
    document = replace(
        sample_document(),
        cover=Cover("题", "", "", "", ""),
        date=None,
        parts=(
            Part("cover", "portrait", ()),
            Part("body", "portrait", (*blocks, Heading(1, "", text("末"), "end", ()))),
        ),
    )
    pdf = write_pdf(document, THEME, {})
    assert int(pdf.pagination["end"]) >= 8


def test_a_paragraph_stays_with_the_list_that_it_introduces() -> None:
    items = List(False, tuple(ListItem("", (paragraph(Text("一项。")),), ()) for _ in range(3)), "items", ())
    pages = set()
    for lines in range(19, 24):
        introduction = Paragraph(text("如下："), (), Lead(3, "", text("行动"), "。", "lead"))
        blocks: tuple[Block, ...] = (*(paragraph(Text("正文。")) for _ in range(lines)), introduction, items)
        document = replace(sample_document(), parts=(Part("body", "portrait", blocks),))
        found = write_pdf(document, THEME, {}).pagination
        assert found["lead"] == found["items"]
        pages.add(found["lead"])
    assert pages == {"1", "2"}


def page_texts(document: Any) -> list[str]:
    """The text of each page."""
    return [
        "".join(box.text for box in page._page_box.descendants() if type(box).__name__ == "TextBox")
        for page in document.pages
    ]


def test_a_subtotal_stands_below_a_row_that_it_adds_even_where_a_footnote_takes_room() -> None:
    sample = sample_document()
    annex = next(part for part in sample.parts if part.role == "annex")
    table = next(block for block in annex.blocks if isinstance(block, Table))
    total, group, noted, subtotal = table.rows
    plain = replace(noted, cells=tuple(c for c in noted.cells if not any(isinstance(i, Footnote) for i in c.inlines)))
    plain = replace(plain, cells=(*plain.cells[:2], replace(noted.cells[2], inlines=text("短")), *plain.cells[2:]))
    last_pages = set()
    for count in range(14, 20):
        many = tuple(replace(plain, anchor=f"p{n}") for n in range(count))
        part = replace(annex, blocks=(replace(table, rows=(total, group, *many, noted, subtotal)),))
        pages = page_texts(layout(texts(paged_files(replace(sample, parts=(part,)), THEME, {}))))
        last = next(page for page in pages if "小计" in page)
        assert "含一期和二期" in last
        assert "续建" in last
        last_pages.add(len(pages))
    assert len(last_pages) == 2


def test_the_first_group_of_a_table_is_not_torn_where_the_page_has_no_room_for_it() -> None:
    sample = sample_document()
    blocks = (block for part in sample.parts if part.role == "body" for block in part.blocks)
    table = next(block for block in blocks if isinstance(block, Table) and block.rows[0].cells[0].role == "group")
    first, under = table.rows[:2]
    group = replace(first, cells=(replace(first.cells[0], rowspan=7), *first.cells[1:]))
    rows = (group, *(replace(under, anchor="") for _ in range(6)))
    found = set()
    for lines in range(8, 19, 2):
        before = (paragraph(Text("正文。")) for _ in range(lines))
        part = Part("body", "portrait", (*before, replace(table, rows=rows)))
        pages = page_texts(layout(texts(paged_files(replace(sample, parts=(part,), contents=()), THEME, {}))))
        (number,) = (n for n, page in enumerate(pages) if "创新支撑" in page)
        assert pages[number].count("民间项目投资") == len(rows) - 1
        found.add(number)
    assert len(found) == 2


def texts(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in files.items()}


def test_the_title_of_a_table_stays_with_its_unit_and_its_rows() -> None:
    sample = sample_document()
    (table,) = (b for part in sample.parts for b in part.blocks if isinstance(b, Table) and b.caption.series == "table")
    table = replace(table, unit="公顷", caption=replace(table.caption, title=text("用地平衡")))
    found = set()
    for lines in range(15, 23):
        blocks: tuple[Block, ...] = (*(paragraph(Text("正文。")) for _ in range(lines)), table)
        made = replace(sample, parts=(Part("body", "portrait", blocks),), contents=())
        pages = page_texts(layout(texts(paged_files(made, THEME, {}))))
        (number,) = (n for n, page in enumerate(pages) if "用地平衡" in page)
        assert "公顷" in pages[number]
        assert "类别" in pages[number]
        found.add(number)
    assert len(found) == 2


def test_the_sum_of_a_table_is_not_alone_on_a_page() -> None:
    sample = sample_document()
    (table,) = (b for part in sample.parts for b in part.blocks if isinstance(b, Table) and b.caption.series == "table")
    columns = len(table.widths)
    names = ("甲县", "乙县", "丙县", "丁县", "戊县", "合计")
    rows = tuple(
        TableRow(tuple(TableCell(text(word)) for word in (name, *("数",) * (columns - 1))), (), role)
        for name, role in zip(names, (*("row",) * 5, "total"), strict=True)
    )
    found = set()
    for lines in range(8, 22):
        blocks: tuple[Block, ...] = (*(paragraph(Text("正文。")) for _ in range(lines)), replace(table, rows=rows))
        made = replace(sample, parts=(Part("body", "portrait", blocks),), contents=())
        pages = page_texts(layout(texts(paged_files(made, THEME, {}))))
        (number,) = (n for n, page in enumerate(pages) if "合计" in page)
        assert "丁县" in pages[number]
        (first,) = (n for n, page in enumerate(pages) if "甲县" in page)
        assert "乙县" in pages[first]
        found.add((first, number))
    assert len(found) == 3


def test_the_note_of_a_table_stays_with_its_last_rows() -> None:
    sample = sample_document()
    (table,) = (b for part in sample.parts for b in part.blocks if isinstance(b, Table) and b.caption.series == "table")
    last = plain_text(table.rows[-1].cells[-2].inlines)
    table = replace(table, notes=(Paragraph(text("注：口径见附录。"), ()),))
    found = set()
    for lines in range(8, 22):
        blocks: tuple[Block, ...] = (*(paragraph(Text("正文。")) for _ in range(lines)), table)
        made = replace(sample, parts=(Part("body", "portrait", blocks),), contents=())
        pages = page_texts(layout(texts(paged_files(made, THEME, {}))))
        (number,) = (n for n, page in enumerate(pages) if "注：口径见附录。" in page)
        assert last in pages[number]
        found.add(number)
    assert len(found) == 2
