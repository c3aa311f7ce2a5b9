"""Charts are one drawing in every format: well-formed, within its frame, and told in words."""

import io
import zipfile
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.document.charts import (
    BarGroup,
    Bars,
    ChartColumn,
    ChartData,
    ChartLine,
    ChartPanel,
    ChartValue,
    Level,
    Progress,
    Schedule,
    Trajectory,
    Work,
    WorkGroup,
)
from plan_compiler.document.nodes import Caption, Chart, Document, Part
from plan_compiler.writers.charts import chart_drawings, chart_height, chart_svgs
from plan_compiler.writers.charts.shapes import Block, Dot, Drawing, Stroke, Words
from plan_compiler.writers.charts.sheet import Sheet
from plan_compiler.writers.docx import write_docx
from plan_compiler.writers.html import paged_files, write_html
from plan_compiler.writers.templates import TemplateFaultError, Templates
from plan_compiler.writers.theme import load_theme
from tests.documents import sample_document, text
from tests.writers.docx_lints import lint
from tests.writers.themes import shipped_theme

SVG = "{http://www.w3.org/2000/svg}"


def value(number: int | str, printed: str | None = None) -> ChartValue:
    return ChartValue(Fraction(number), str(number) if printed is None else printed)


COLUMNS = (ChartColumn(2020, "2020年", "实际"), ChartColumn(2025, "2025年", "目标"))
TRAJECTORY = Trajectory(
    (
        ChartPanel(
            "亿元",
            COLUMNS,
            (ChartLine("产值", "产值（亿元）", (value(78), value(220)), 1),),
            (value(0), value(200), value(400)),
        ),
    )
)
LEVELS = Progress(
    (Level("产值", "2020年", value(78, "78亿元"), "2025年", value(220, "220亿元"), (value(120),), "35%"),)
)
BARS = Bars("万元", ("总投资", "规划期内投资"), (BarGroup("道路", "2个项目", (value(300), value(150))),))


def works(count: int) -> Schedule:
    rows = tuple(Work(str(n), f"第{n}个项目", "2021-2023", 2021, 2023) for n in range(1, count + 1))
    return Schedule(2019, 2027, (2021, 2025), (WorkGroup("道路", rows),))


def chart(data: ChartData, alt: str = "折线图。", title: str = "产值走势") -> Chart:
    return Chart(Caption("figure", "图1", text(title), "course"), alt, data, ("chapters", 0, "body", 0, "chart"))


def document(*charts: Chart) -> Document:
    return replace(sample_document(), parts=(Part("body", "portrait", charts),))


def svgs(of: Chart) -> tuple[str, ...]:
    theme = shipped_theme()
    return chart_svgs(Templates(theme), of, theme.look, document(of))


@pytest.mark.parametrize("data", [TRAJECTORY, LEVELS, BARS, works(3)], ids=["trajectory", "progress", "bars", "works"])
def test_a_drawing_has_its_name_its_words_and_its_texts(data: ChartData) -> None:
    (svg,) = svgs(chart(data))
    root = etree.fromstring(svg)
    assert root.findtext(f"{SVG}title") == "图1 产值走势"
    assert root.findtext(f"{SVG}desc") == "折线图。"
    assert root.get("aria-labelledby") == "course-drawing-1-title course-drawing-1-text"
    assert all(e.text for e in root.iter(f"{SVG}text"))
    assert svg == svgs(chart(data))[0]


def test_the_three_formats_show_the_same_drawing() -> None:
    of = chart(TRAJECTORY)
    theme, (svg,) = shipped_theme(), svgs(of)
    assert svg in write_html(document(of), theme, {})["index.html"].decode()
    # The tags of a PDF know the title of a drawing alone, so that what it shows is told there.
    paged = paged_files(document(of), theme, {})["index.html"].decode()
    assert svg.replace(">图1 产值走势</title>", ">图1 产值走势 折线图。</title>") in paged
    with zipfile.ZipFile(io.BytesIO(write_docx(document(of), theme))) as package:
        assert package.read("word/media/vector1.svg").decode() == svg
        assert package.read("word/media/image1.png").startswith(b"\x89PNG")
        body = package.read("word/document.xml").decode()
    assert 'descr="折线图。"' in body
    assert "SEQ 图" in body


def test_docx_with_every_chart_is_sound() -> None:
    several = tuple(
        replace(chart(data), caption=Caption("figure", f"图{n}", text("图"), f"c{n}"))
        for n, data in enumerate(EVERY, 1)
    )
    assert lint(write_docx(document(*several), shipped_theme())) == []


def test_a_long_schedule_is_cut_into_drawings_that_fit_a_page() -> None:
    look = shipped_theme().look
    of = chart(works(100))
    pieces = chart_drawings(of, look, {})
    page = (look.page.height - look.page.portrait.top - look.page.portrait.bottom) / 25.4 * 72
    assert len(pieces) > 1
    assert all(piece.height < page for piece in pieces)
    assert chart_height(of, look) == sum(piece.height for piece in pieces)
    texts = [shape.text for piece in pieces for shape in piece.shapes if isinstance(shape, Words)]
    assert [t for t in texts if t.startswith("第")] == [f"第{n}个项目" for n in range(1, 101)]
    assert texts.count("2021") == len(pieces)
    titles = [etree.fromstring(svg).findtext(f"{SVG}title") for svg in svgs(of)]
    assert len(set(svgs(of))) == len(titles)


EVERY: tuple[ChartData, ...] = (TRAJECTORY, LEVELS, BARS, works(90))
HOSTILE = "<script>alert(1)</script>]]>\x0b\u202e&\"'" + "长" * 5000


@pytest.mark.parametrize("data", [TRAJECTORY, LEVELS, BARS, works(1)])
def test_hostile_words_stay_words(data: Any) -> None:
    for svg in svgs(chart(data, HOSTILE, HOSTILE)):
        root = etree.fromstring(svg)
        assert not list(root.iter(f"{SVG}script"))
        assert "<script>alert(1)</script>]]>" in (root.findtext(f"{SVG}desc") or "")
    named = chart(Schedule(2021, 2025, None, (WorkGroup(HOSTILE, (Work("1", HOSTILE, HOSTILE, 2021, 2021),)),)))
    assert lint(write_docx(document(named), shipped_theme())) == []


def test_a_template_that_draws_no_svg_is_its_fault() -> None:
    files = {"templates/gongwen/svg/chart.svg.j2": b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"}
    theme, _ = load_theme("gongwen", files.get)
    assert theme is not None
    with pytest.raises(TemplateFaultError) as raised:
        chart_svgs(Templates(theme), chart(TRAJECTORY), theme.look, document())
    diagnostic: Diagnostic = raised.value.diagnostic
    assert diagnostic.kind.code == "OUT103"


def within(drawing: Drawing) -> None:
    for shape in drawing.shapes:
        match shape:
            case Block():
                assert -0.01 <= float(shape.x) <= drawing.width + 0.01
                assert float(shape.width) >= 0
                assert float(shape.x) + float(shape.width) <= drawing.width + 0.6
            case Dot():
                assert 0 <= float(shape.x) <= drawing.width
                assert 0 <= float(shape.y) <= drawing.height
            case Stroke():
                for place in shape.points.split():
                    x, y = map(float, place.split(","))
                    assert -0.01 <= x <= drawing.width + 0.01
                    assert -0.01 <= y <= drawing.height + 0.01
            case _:
                pass


@given(
    st.lists(st.one_of(st.none(), st.integers(-500, 500)), min_size=2, max_size=12).filter(
        lambda values: sum(v is not None for v in values) > 1
    ),
    st.integers(0, 12),
)
@settings(max_examples=60, deadline=None)
def test_any_course_is_drawn_within_its_frame(numbers: list[int | None], targets: int) -> None:
    columns = tuple(ChartColumn(2015 + n, f"{2015 + n}年", "目标") for n in range(len(numbers)))
    line = ChartLine("甲" * 30, "甲" * 30, tuple(None if n is None else value(n) for n in numbers), targets)
    panel = ChartPanel("家", columns, (line, line), (value(-500), value(0), value(500)))
    for panels in ((panel,), (panel, panel, panel)):
        for drawing in chart_drawings(chart(Trajectory(panels)), shipped_theme().look, {}):
            within(drawing)


@given(st.lists(st.tuples(st.integers(-9, 10**9), st.integers(0, 10**9)), min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_amounts_are_drawn_within_their_frame(amounts: list[tuple[int, int]]) -> None:
    groups = tuple(BarGroup("类" * 40, "3个项目", (value(a), value(b))) for a, b in amounts)
    for drawing in chart_drawings(chart(Bars("万元", ("甲", "乙"), groups)), shipped_theme().look, {"unit": "单位："}):
        within(drawing)


_YEARS = st.one_of(st.none(), st.integers(1990, 2080))


@given(st.lists(st.tuples(_YEARS, _YEARS), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_years_are_drawn_within_their_frame(years: list[tuple[int | None, int | None]]) -> None:
    rows = tuple(Work("1", "项" * 60, "2021-2023", start, end) for start, end in years)
    for drawing in chart_drawings(
        chart(Schedule(2019, 2027, (2021, 2025), (WorkGroup("类", rows),))), shipped_theme().look, {}
    ):
        within(drawing)


def boxes(drawing: Drawing) -> list[tuple[float, float, float]]:
    """Left, right and base line of every text, by the sheet's measure."""
    sheet = Sheet.of(shipped_theme().look)
    found = []
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            wide, x = sheet.measure(shape.text), float(shape.x)
            left = {"start": x, "middle": x - wide / 2, "end": x - wide}[shape.anchor]
            found.append((left, left + wide, float(shape.y)))
    return found


@pytest.mark.parametrize(
    ("unit", "measures"),
    [
        ("million pounds", ("Total investment", "Investment within the plan")),
        ("万元", ("总投资", "规划期内投资")),
        ("million pounds", ("Total investment " * 9, "Investment within the plan " * 9)),
    ],
)
def test_the_legend_of_amounts_and_their_unit_do_not_cover_each_other(unit: str, measures: tuple[str, str]) -> None:
    theme = shipped_theme()
    data = Bars(unit, measures, (BarGroup("Roads", "2 projects", (value(300), value(150))),))
    (drawing,) = chart_drawings(chart(data), theme.look, {"unit": "Unit: "})
    texts = sorted(boxes(drawing), key=lambda box: (box[2], box[0]))
    for before, after in pairwise(texts):
        assert before[2] != after[2] or before[1] <= after[0]
    assert all(left >= -0.01 and right <= drawing.width + 0.01 for left, right, _ in texts)


@pytest.mark.parametrize("note", ["末年目标（按可比口径计算）", "Target (at comparable prices)", "目标" * 60])
def test_a_long_title_of_the_last_year_is_within_the_frame(note: str) -> None:
    (panel,) = TRAJECTORY.panels
    data = Trajectory((replace(panel, columns=(COLUMNS[0], replace(COLUMNS[1], note=note))),))
    (drawing,) = chart_drawings(chart(data), shipped_theme().look, {})
    assert all(left >= -0.01 and right <= drawing.width + 0.01 for left, right, _ in boxes(drawing))


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("Council homes at energy rating C or better", 130, 2, ("Council homes at energy", "rating C or better")),
        ("Council homes at energy rating C or better", 60, 1, ("Council…",)),
        ("Zero-emission bus fleet", 70, 2, ("Zero-emission", "bus fleet")),
        ("Unterhaltungsprogramm", 60, 2, ("Unterhaltung", "sprogramm")),
        ("Public investment per year (£ million)", 145, 2, ("Public investment per year", "(£ million)")),
        ("城市供水管网更新，改造工程", 72, 2, ("城市供水管网更", "新，改造工程")),
    ],
)
def test_words_are_not_parted_over_lines(text: str, width: float, most: int, lines: tuple[str, ...]) -> None:
    assert Sheet.of(shipped_theme().look).wrapped(text, width, most) == lines


def test_values_do_not_cover_their_own_points() -> None:
    (panel,) = TRAJECTORY.panels
    low = tuple(ChartLine(name, name, (value(0), value(220 - index)), 1) for index, name in enumerate("甲乙丙"))
    (drawing,) = chart_drawings(chart(Trajectory((replace(panel, lines=low),))), shipped_theme().look, {})
    floor = max(float(shape.y) for shape in drawing.shapes if isinstance(shape, Dot))
    zeros = [float(shape.y) for shape in drawing.shapes if isinstance(shape, Words) and shape.text == "0"]
    of_points = sorted(y for y in zeros if y < floor)
    assert len(of_points) == 3 and max(of_points) <= floor - 4
    assert all(after - before >= 9 for before, after in pairwise(of_points))


def test_no_line_runs_through_a_value_and_no_ground_covers_a_point() -> None:
    (drawing,) = chart_drawings(chart(TRAJECTORY), shipped_theme().look, {})
    kinds = [shape.kind for shape in drawing.shapes]
    grounds = [i for i, shape in enumerate(drawing.shapes) if isinstance(shape, Block) and shape.ink == "paper"]
    values = [
        i for i, shape in enumerate(drawing.shapes) if isinstance(shape, Words) and shape.ink.startswith("series")
    ]
    assert len(grounds) == len(values) > 0
    last_line = max(
        i for i, shape in enumerate(drawing.shapes) if isinstance(shape, Stroke) and shape.ink.startswith("series")
    )
    assert last_line < min(grounds)
    assert max(grounds) < kinds.index("dot", max(grounds)) < min(values)
    for ground, words in zip((drawing.shapes[i] for i in grounds), (drawing.shapes[i] for i in values), strict=True):
        assert isinstance(ground, Block)
        assert isinstance(words, Words)
        assert float(ground.x) < float(words.x) < float(ground.x) + float(ground.width)
        assert float(ground.y) < float(words.y) <= float(ground.y) + float(ground.height)
