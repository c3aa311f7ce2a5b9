"""The DOCX of the sample document: what Word finds in it."""

import io
import re
import zipfile

import docx
import pytest
from lxml import etree
from msgspec.structs import replace

from plan_compiler.document.nodes import ContentsEntry, Cover, Document, Paragraph, Part
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.pictures import Picture
from plan_compiler.writers.theme import Theme, load_theme
from tests.documents import sample_document, text
from tests.writers.docx_lints import Docx, W, lint, style_of, text_of, value


@pytest.fixture(scope="module")
def theme() -> Theme:
    theme, faults = load_theme("gongwen", lambda path: None)
    assert theme is not None, faults
    return theme


@pytest.fixture(scope="module")
def sample(theme: Theme) -> Docx:
    return Docx(write_docx(sample_document(), theme))


def test_nothing_a_validator_would_overlook(theme: Theme) -> None:
    assert lint(write_docx(sample_document(), theme)) == []


def test_same_bytes_for_the_same_document(theme: Theme) -> None:
    assert write_docx(sample_document(), theme) == write_docx(sample_document(), theme)


def test_python_docx_reads_headings_and_tables(theme: Theme) -> None:
    opened = docx.Document(io.BytesIO(write_docx(sample_document(), theme)))
    styled = [(p.style.name or "", p.text) for p in opened.paragraphs if p.style is not None]
    headings = [(style, words) for style, words in styled if style.startswith("Heading")]
    assert headings == [
        ("Heading 1", "一、发展现实基础"),
        ("Heading 2", "（一）发展回顾"),
        ("Heading 3", "1、综合实力稳步提升"),
    ]
    # python-docx reads past content controls, in which the figures stand.
    grid = [[text_of(cell._tc).strip() for cell in row.cells] for row in opened.tables[1].rows]
    assert grid[2] == ["创新支撑产业效益", "规上工业总产值", "亿元", "78", "220", "预期性"]
    assert grid[3][:3] == ["创新支撑产业效益", "其中：民间项目投资", "亿元"]


def test_properties_come_from_the_document(theme: Theme) -> None:
    properties = docx.Document(io.BytesIO(write_docx(sample_document(), theme))).core_properties
    assert properties.title == "浙南科技城“十四五”规划"
    assert properties.author == "科技城管理委员会"
    assert (properties.created.year, properties.created.month, properties.created.day) == (2021, 7, 1)


@pytest.mark.parametrize("date", [None, "2021", "2021年7月"])
def test_no_date_but_a_full_one(theme: Theme, date: str | None) -> None:
    core = Docx(write_docx(replace(sample_document(), date=date), theme)).members["docProps/core.xml"]
    assert b"created" not in core


def test_cover_prints_every_line(sample: Docx) -> None:
    lines = [text_of(p) for p in sample.document.iter(f"{W}p") if style_of(p).startswith("Cover")]
    assert lines == ["征求意见稿", "浙南科技城“十四五”规划", "2021—2025年", "科技城管理委员会", "2021年7月"]


def test_a_long_title_ends_its_lines_where_phrases_end(theme: Theme) -> None:
    sample = sample_document()
    title, issuer = "滨海新区“十五五”时期2026—2030年生态环境保护和水务高质量发展规划", "滨海新区水务局"
    file = Docx(write_docx(replace(sample, cover=replace(sample.cover, title=title, issuer=issuer)), theme))
    (line,) = file.paragraphs("CoverTitle")
    pieces = [node.text or "\n" for node in line.iter(f"{W}t", f"{W}br")]
    assert "".join(pieces).split("\n") == ["滨海新区“十五五”时期", "2026—2030年生态环境", "保护和水务高质量发展规划"]
    assert not list(file.paragraphs("CoverFoot")[0].iter(f"{W}br"))


def test_no_room_between_chinese_and_letters_as_in_pdf(sample: Docx) -> None:
    """A line of Word then holds what a line of the PDF holds. (LibreOffice 7.4 sets the room all the same.)"""
    defaults = next(sample.parts["word/styles.xml"].iter(f"{W}pPrDefault"))
    assert [value(node) for node in defaults.iter(f"{W}autoSpaceDE", f"{W}autoSpaceDN")] == ["0", "0"]


def test_contents_are_a_field_with_its_lines(theme: Theme) -> None:
    pages = {"foundation": "1", "review": "12", "annex": "97"}
    file = Docx(write_docx(sample_document(), theme, pages))
    block = next(file.document.iter(f"{W}sdt"))
    codes = [code.text for code in block.iter(f"{W}instrText")]
    assert codes[0] == ' TOC \\o "1-2" \\h \\z \\u '
    assert [text_of(p) for p in block.iter(f"{W}p")] == [
        "目　录",
        "一、发展现实基础1",
        "（一）发展回顾12",
        "附表　十四五期间重大项目安排表97",
    ]
    assert len(list(block.iter(f"{W}hyperlink"))) == 3


def test_a_contents_entry_without_target_is_plain_text(theme: Theme) -> None:
    document = replace(sample_document(), contents=(ContentsEntry(1, "一、", "别处", "elsewhere"),))
    data = write_docx(document, theme)
    assert "一、别处" in Docx(data).texts()
    assert lint(data) == []


def test_pages_are_estimated_without_a_layout(theme: Theme) -> None:
    lines = [text_of(p) for p in Docx(write_docx(sample_document(), theme)).paragraphs("Contents1")]
    assert lines == ["一、发展现实基础1", "附表　十四五期间重大项目安排表3"]


def test_sections(sample: Docx) -> None:
    found = []
    for section in sample.document.iter(f"{W}sectPr"):
        size, number = section.find(f"{W}pgSz"), section.find(f"{W}pgNumType")
        assert size is not None and number is not None
        found.append((value(size, "orient"), value(number, "fmt"), value(number, "start")))
    assert found == [
        ("", "decimal", ""),
        ("", "upperRoman", "1"),
        ("", "decimal", "1"),
        ("landscape", "decimal", ""),
    ]


def test_page_numbers_stand_outside_and_not_on_the_cover(sample: Docx) -> None:
    targets = sample.relationships("word/document.xml")
    footers = [
        [
            (style_of(p), text_of(p))
            for reference in section.findall(f"{W}footerReference")
            for p in sample.parts[targets[str(reference.get(R_ID))]].iter(f"{W}p")
        ]
        for section in sample.document.iter(f"{W}sectPr")
    ]
    assert footers[0] == [("Footer", ""), ("Footer", "")]
    assert footers[1:] == [[("FooterOdd", "— 1 —"), ("FooterEven", "— 1 —")]] * 3
    assert sample.parts["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None


R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def test_unnumbered_contents_have_a_blank_footer(theme: Theme) -> None:
    look = theme.look.model_copy(update={"contents": theme.look.contents.model_copy(update={"numbers": "none"})})
    file = Docx(write_docx(sample_document(), replace(theme, look=look)))
    second = list(file.document.iter(f"{W}sectPr"))[1]
    assert {str(r.get(R_ID)) for r in second.findall(f"{W}footerReference")} == {"rIdFooterBlank"}


def test_run_in_heading_is_a_style_of_its_own(sample: Docx) -> None:
    runs = [text_of(run) for run in sample.document.iter(f"{W}r") if _run_style(run) == "Lead4"]
    assert "".join(runs) == "（1）环境研判。"


def _run_style(run: etree._Element) -> str:
    style = run.find(f"{W}rPr/{W}rStyle")
    return "" if style is None else value(style)


def test_body_text_is_indented_by_two_characters(sample: Docx) -> None:
    style = next(s for s in sample.parts["word/styles.xml"].iter(f"{W}style") if value(s, "styleId") == "BodyText")
    indent = style.find(f"{W}pPr/{W}ind")
    assert indent is not None and value(indent, "firstLineChars") == "200"


def test_faces_by_role(sample: Docx) -> None:
    faces = {
        value(style, "styleId"): value(fonts, "eastAsia")
        for style in sample.parts["word/styles.xml"].iter(f"{W}style")
        if (fonts := style.find(f"{W}rPr/{W}rFonts")) is not None
    }
    assert faces["BodyText"] == "仿宋_GB2312"
    assert faces["Heading1"] == "黑体"
    assert faces["Heading2"] == "楷体_GB2312"
    assert faces["CoverTitle"] == "方正小标宋简体"


def test_footnotes_are_real_and_marked(sample: Docx) -> None:
    notes = [text_of(n) for n in sample.parts["word/footnotes.xml"].iter(f"{W}footnote") if n.get(f"{W}type") is None]
    assert notes == [" 按已签约户数计算。", " 含一期和二期。"]
    assert [value(r, "id") for r in sample.document.iter(f"{W}footnoteReference")] == ["1", "2"]
    assert len(list(sample.parts["word/footnotes.xml"].iter(f"{W}footnoteRef"))) == 2


def test_text_under_marks_is_kept(sample: Docx) -> None:
    assert "改善、环境提升、旧厂（待核）。" in sample.texts()


def test_an_empty_line_of_the_cover_is_left_out(theme: Theme) -> None:
    file = Docx(write_docx(replace(sample_document(), cover=Cover("规划", "", "", "", "")), theme))
    assert [len(file.paragraphs(style)) for style in ("CoverTitle", "CoverStatus", "CoverFoot")] == [1, 0, 0]


def test_part_without_blocks_and_document_without_parts(theme: Theme) -> None:
    for parts in ((), (Part("cover", "portrait", ()), Part("body", "portrait", ()))):
        assert lint(write_docx(replace(sample_document(), parts=parts), theme)) == []


def test_words_of_the_document_may_be_missing(theme: Theme) -> None:
    bare = Document(
        "en", "Plan", sample_document().cover, (), (Part("body", "portrait", (Paragraph(text("Hi"), ()),)),), None
    )
    assert "Hi" in Docx(write_docx(bare, theme)).texts()


def test_pictures_have_alternative_text(theme: Theme) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm"><rect width="40" height="9"/></svg>'
    data = write_docx(sample_document("map.svg"), theme, None, {"map.svg": Picture(svg, "svg")})
    file = Docx(data)
    assert lint(data) == []
    extent = next(e for e in file.document.iter() if str(e.tag).endswith("}extent"))
    assert (extent.get("cx"), extent.get("cy")) == ("1440000", "720000")
    described = [e.get("descr") for e in file.document.iter() if str(e.tag).endswith("}docPr")]
    assert described == ["规划道路的走向"]
    assert file.members["word/media/vector1.svg"] == svg
    assert file.members["word/media/image1.png"].startswith(b"\x89PNG")


def test_a_missing_picture_leaves_a_frame(sample: Docx) -> None:
    frames = [text_of(p) for p in sample.paragraphs("FigureFrame")]
    assert frames == ["图片待补", "图片待补"]


def test_tables_are_described_for_those_who_hear_them(sample: Docx) -> None:
    titles = [value(t) for t in sample.document.iter(f"{W}tblCaption")]
    assert "表1 “十四五”时期主要规划指标" in titles
    summaries = [value(t) for t in sample.document.iter(f"{W}tblDescription")]
    assert "类别、指标名称、单位、2020年实际、2025年目标、指标属性" in summaries


def test_no_time_in_the_file(theme: Theme) -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(sample_document(), theme))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
        assert not re.search(rb"20[2-9]\d-\d\d-\d\dT(?!00:00:00Z)", package.read("docProps/core.xml"))
