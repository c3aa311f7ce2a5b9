from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_compiler.diagnostics import Span, listed
from plan_compiler.report.wording import Speaker
from plan_compiler.resources import resource_folder
from plan_compiler.writers.look import Look
from plan_compiler.writers.theme import DEFAULT_THEME, load_theme, shipped_themes

SHIPPED = (resource_folder("templates") / DEFAULT_THEME / "theme.yaml").read_text("utf-8")


def _bytes(text: str) -> Any:
    return text if isinstance(text, bytes) else text.encode()


def loaded(files: Any, name: str = DEFAULT_THEME) -> Any:
    return load_theme(name, lambda path: None if path not in files else _bytes(files[path]))


def fault(text: str | bytes) -> Any:
    theme, diagnostics = loaded({"templates/gongwen/theme.yaml": text})
    assert theme is None
    return diagnostics[0]


def test_shipped_themes_load_without_a_word() -> None:
    assert DEFAULT_THEME in shipped_themes()
    for name in shipped_themes():
        theme, diagnostics = loaded({}, name)
        assert diagnostics == ()
        assert theme is not None
        assert theme.look.styles.by_name().keys() == type(theme.look.styles).model_fields.keys()
        assert theme.look.styles.heading(2) == theme.look.styles.heading_2


def test_gongwen_fills_a_page_with_22_lines_of_28_characters() -> None:
    look = loaded({})[0].look
    page, body = look.page, look.styles.body
    height = page.height - page.portrait.top - page.portrait.bottom
    width = page.width - page.portrait.inside - page.portrait.outside
    assert int(height / 25.4 * 72 / body.line) == page.lines == 22
    assert int(width / 25.4 * 72 / (body.size + body.spacing) + 0.01) == page.characters == 28


def test_plan_overrides_a_theme_file_by_file() -> None:
    theme, _ = loaded({"templates/gongwen/html/print.css.j2": "own"})
    assert theme.file("html/print.css.j2") == b"own"
    assert b"<!DOCTYPE html>" in theme.file("html/index.html.j2")
    assert theme.look == loaded({})[0].look


def test_theme_of_the_plan_alone_takes_missing_templates_from_the_default() -> None:
    theme, diagnostics = loaded({"templates/own/theme.yaml": SHIPPED.replace("width: 210", "width: 200")}, "own")
    assert diagnostics == ()
    assert theme.look.page.width == 200
    assert theme.file("html/index.html.j2") == loaded({})[0].file("html/index.html.j2")


@pytest.mark.parametrize("name", ["none", "../gongwen", "a/b", "", ".", "gongwen/..", "x" * 100])
def test_unknown_theme_is_one_clear_fault(name: str) -> None:
    theme, (diagnostic,) = loaded({}, name)
    assert theme is None
    assert diagnostic.kind.code == "OUT101"
    assert (diagnostic.args["name"], diagnostic.args["themes"]) == (name, listed(shipped_themes()))


@pytest.mark.parametrize(
    ("name", "hint"), [("“gongwen”", "quotes"), ("「report」", "quotes"), ("gongwn", "near"), ("Report", "near")]
)
def test_a_theme_in_chinese_quotes_or_misspelt_is_told_as_it_should_be(name: str, hint: str) -> None:
    _, (diagnostic,) = loaded({}, name)
    assert diagnostic.hint == hint
    assert diagnostic.args["near"] in shipped_themes()


@pytest.mark.parametrize("path", ["../theme.yaml", "../../pyproject.toml", "/etc/passwd", "html/../../../README.md"])
def test_theme_reads_nothing_outside_its_folders(path: str) -> None:
    assert loaded({})[0].file(path) is None


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("width: 210", "width: wide", "page.width"),
        ("width: 210", "width: 1e9", "page.width"),
        ("width: 210", "width: nan", "page.width"),
        ("size: 16, line: 28.98, spacing", "size: -1, line: 28.98, spacing", "styles.body.size"),
        ("'#1a1a1a'", "'red; } body { display: none'", "colours.light.text"),
        ("office: 黑体", "office: 'x\"; src: url(file:///etc/passwd)'", "fonts.hei.office"),
        ("form: '— # —'", "form: '\"}'", "page_number.form"),
        ("odd: right", "odd: up", "page_number.odd"),
        ("levels: 2", "levels: 2\n  depth: 3", None),
    ],
)
def test_bad_setting_is_named_with_its_place(old: str, new: str, field: str | None) -> None:
    assert old in SHIPPED
    diagnostic = fault(SHIPPED.replace(old, new, 1))
    assert diagnostic.kind.code == "OUT102"
    assert isinstance(diagnostic.where, Span)
    assert diagnostic.where.file == "templates/gongwen/theme.yaml"
    if field:
        assert diagnostic.args["field"] == field
        line = SHIPPED.splitlines()[diagnostic.where.start.line - 1]
        assert old.split(":", maxsplit=1)[0].strip("'") in line


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("styles: {body: {siz: 16}}", "没有 styles.body.siz 这项版式设置 是否应为 size？"),
        ("styles: {boddy: {size: 16}}", "没有 styles.boddy 这项版式设置 是否应为 body？"),
        ("styles: {body: {size: 大}}", "版式设置 styles.body.size 须是数字"),
        ("styles: {body: {size: 400}}", "版式设置 styles.body.size 不能大于 120"),
        ("page_number: {odd: rigth}", "版式设置 page_number.odd 只能是：left, center, right 是否应为 right？"),
        ("table: {columns: 要}", "版式设置 table.columns 须是 true 或 false"),
        ("contents: {levels: 2.5}", "版式设置 contents.levels 须是整数"),
        ("lists: {bullets: ——}", "版式设置 lists.bullets 须是列表，至少一项"),
        ("page: 大", "版式设置 page 下面须是“键: 值”"),
    ],
)
def test_a_bad_setting_is_told_in_the_language_of_the_reader(own: str, told: str) -> None:
    _, (found,) = loaded({"templates/own/theme.yaml": f"based_on: gongwen\n{own}\n"}, "own")
    speaker = Speaker("zh")
    words = speaker.sentence(found.kind, found.message, found.args)
    hint = f" {speaker.sentence(found.kind, found.hint, found.args)}" if found.hint == "near" else ""
    assert words + hint == told


def test_a_misspelt_setting_that_is_needed_is_told_once() -> None:
    _, diagnostics = loaded(
        {"templates/gongwen/theme.yaml": SHIPPED.replace("size: 16, line: 28.98", "siz: 16, line: 28.98", 1)}
    )
    assert [(found.message, found.args["near"]) for found in diagnostics] == [("unknown", "size")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "版式文件是空的"),
        ("a: &x 1\nb: *x", "版式文件里不能用锚点（&）和别名（*）"),
        ("page: {\n", "YAML 语法有误，版式文件从这里起读不下去了"),
        ("page: 1\npage: 2", "设置 page 写了两次"),
        ("a: " + "[" * 50 + "]" * 50, "版式文件嵌套太深"),
        ("[" * 50_000, "版式文件嵌套太深"),
        ("x" * 200_000, "版式文件超过 100000 个字节"),
    ],
)
def test_text_that_is_no_theme_is_one_fault(text: str, told: str) -> None:
    diagnostic = fault(text)
    assert diagnostic.kind.code == "OUT102"
    assert Speaker("zh").sentence(diagnostic.kind, diagnostic.message, diagnostic.args) == told


def test_theme_in_another_encoding_is_a_fault() -> None:
    assert fault("版式: 公文".encode("gb18030")).message == "not_utf8"
    assert fault(b"a: \x01\x02").kind.code == "OUT102"


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_theme_or_a_fault(text: str) -> None:
    theme, diagnostics = loaded({"templates/gongwen/theme.yaml": text})
    assert (theme is None) == bool(diagnostics)


def test_look_is_frozen_and_closed() -> None:
    assert Look.model_config["frozen"]
    assert Look.model_config["extra"] == "forbid"


def test_page_number_splits_around_its_number() -> None:
    assert loaded({})[0].look.page_number.split() == ("— ", " —")


def test_a_theme_says_only_how_it_differs_from_the_one_it_is_based_on() -> None:
    own = "based_on: report\npage: {width: 180}\nstyles:\n  body: {size: 11}\n"
    theme, diagnostics = loaded({"templates/own/theme.yaml": own, "templates/own/html/print.css.j2": "own"}, "own")
    assert diagnostics == ()
    report = loaded({}, "report")[0].look
    assert (theme.look.page.width, theme.look.page.height) == (180, report.page.height)
    assert theme.look.styles.body == report.styles.body.model_copy(update={"size": 11})
    assert theme.look.colours == report.colours
    assert theme.file("html/print.css.j2") == b"own"
    assert theme.file("svg/cover.svg.j2") == loaded({}, "report")[0].file("svg/cover.svg.j2")
    assert theme.file("html/paged.css.j2") == loaded({})[0].file("html/paged.css.j2")


def test_a_plan_may_build_on_the_shipped_theme_of_the_same_name() -> None:
    own = "based_on: report\ncolours:\n  light: {accent: '#123456'}\n"
    look = loaded({"templates/report/theme.yaml": own}, "report")[0].look
    assert look.colours.light.accent == "#123456"
    assert look.styles == loaded({}, "report")[0].look.styles


def test_a_plan_alters_the_theme_that_its_theme_is_based_on() -> None:
    theme, _ = loaded({"templates/gongwen/html/print.css.j2": "own"}, "report")
    assert theme.file("html/print.css.j2") == b"own"


@pytest.mark.parametrize(
    ("files", "path", "message"),
    [
        ({"a": "based_on: nothing\n"}, "a", "no_base"),
        ({"a": "based_on: ../gongwen\n"}, "a", "no_base"),
        ({"a": "based_on: [gongwen]\n"}, "a", "no_base"),
        ({"a": "based_on: b\n", "b": "based_on: a\n"}, None, "circle"),
        ({"a": "based_on: a\n"}, "a", "no_base"),
        ({"a": "based_on: b\n", "b": "page: {\n"}, "b", "not_yaml"),
        ({"a": "based_on: b\n", "b": "based_on: gongwen\npage: {width: wide}\n"}, "b", "number"),
        ({"a": "- x\n"}, "a", "no_settings"),
    ],
)
def test_a_fault_is_told_in_the_theme_that_has_it(files: Any, path: str | None, message: str) -> None:
    theme, (diagnostic,) = loaded({f"templates/{name}/theme.yaml": text for name, text in files.items()}, "a")
    assert theme is None
    assert diagnostic.kind.code == "OUT102"
    assert diagnostic.message == message
    assert path is None or diagnostic.where.file == f"templates/{path}/theme.yaml"


def test_white_on_the_ground_of_titles_and_every_colour_of_a_chart_can_be_read() -> None:
    """Contrast after WCAG 2.1, 1.4.3: 4.5 to 1 for text."""
    for name in shipped_themes():
        look = loaded({}, name)[0].look
        for palette in (look.colours.light, look.colours.dark):
            pairs = [(colour, palette.paper) for colour in (*palette.series, palette.text, palette.muted)]
            if palette is look.colours.light:
                styles = look.styles.by_name().values()
                pairs += [(palette.ink(s.colour), palette.ink(s.fill) if s.fill else palette.paper) for s in styles
                          if s.colour != "paper" or s.fill]  # fmt: skip
                pairs.append((palette.ink(look.styles.table_header.colour), palette.header_fill))
            for ink, ground in pairs:
                assert contrast(ink, ground) >= 4.5, (name, ink, ground)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
