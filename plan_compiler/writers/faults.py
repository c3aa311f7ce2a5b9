"""What can go wrong while the outputs are written: the kinds of diagnostic of this floor."""

from plan_compiler.diagnostics import Kind, Message, Severity

THEME_UNKNOWN = Kind(
    "OUT101",
    "unknown-theme",
    Severity.ERROR,
    Message("没有这个版式", "there is no such theme"),
    {
        "message": Message("找不到版式：{name}", "there is no theme “{name}”"),
        "quotes": Message("去掉中文引号：theme: {near}", "leave out the quotation marks: theme: {near}"),
        "near": Message("是否应为 {near}？可用的版式：{themes}", "did you mean {near}? Available: {themes}"),
        "hint": Message(
            "可用的版式：{themes}；自定版式放在 templates/{name}/theme.yaml",
            "available: {themes}; a theme of your own goes into templates/{name}/theme.yaml",
        ),
    },
    manual="""\
`theme` in plan.yaml names a theme that is neither shipped with the compiler nor lies in the plan's folder.

A theme of your own is a folder `templates/NAME/` beside plan.yaml with a theme.yaml. It says only how it differs: with
`based_on: report` the settings and templates that it lacks come from `report`, without it from `gongwen`.

plan.yaml 的 `theme` 写的版式，编译器没有自带，规划文件夹里也没有。自定版式放在 plan.yaml 旁边的 `templates/名称/`，里
面有 theme.yaml，只写与别的版式不同之处：写了 `based_on: report`，缺的设置和模板取自 report；不写则取自 gongwen。名称不加
引号，更不加中文引号。

怎么办：改成现有的版式（`gongwen`、`report`），或建立自己的版式（见 `docs/themes.zh-CN.md`）。
""",
)
THEME_INVALID = Kind(
    "OUT102",
    "invalid-theme",
    Severity.ERROR,
    Message("版式文件有误", "theme.yaml is not valid"),
    {
        "message": Message("版式设置 {field} 有误：{reason}", "theme setting {field}: {reason}"),
        "unknown": Message("没有 {field} 这项版式设置", "there is no theme setting {field}"),
        "missing": Message("缺少版式设置 {field}", "the theme setting {field} is missing"),
        "number": Message("版式设置 {field} 须是数字", "the theme setting {field} must be a number"),
        "whole": Message("版式设置 {field} 须是整数", "the theme setting {field} must be a whole number"),
        "flag": Message("版式设置 {field} 须是 true 或 false", "the theme setting {field} must be true or false"),
        "choice": Message("版式设置 {field} 只能是：{limit}", "the theme setting {field} must be one of: {limit}"),
        "at_most": Message("版式设置 {field} 不能大于 {limit}", "the theme setting {field} must be at most {limit}"),
        "at_least": Message("版式设置 {field} 不能小于 {limit}", "the theme setting {field} must be at least {limit}"),
        "words": Message("版式设置 {field} 须是文字", "the theme setting {field} must be words"),
        "too_long": Message(
            "版式设置 {field} 不能超过 {limit} 个字符",
            "the theme setting {field} must be at most {limit} characters long",
        ),
        "pattern": Message(
            "版式设置 {field} 的写法不对，须合于 {limit}", "the theme setting {field} must match {limit}"
        ),
        "list": Message("版式设置 {field} 须是列表，至少一项", "the theme setting {field} must be a list, not empty"),
        "too_many": Message(
            "版式设置 {field} 不能超过 {limit} 项", "the theme setting {field} must have at most {limit} entries"
        ),
        "mapping": Message("版式设置 {field} 下面须是“键: 值”", "the theme setting {field} must hold keys and values"),
        "no_settings": Message("版式文件里须是“设置: 值”", "theme.yaml must hold settings and their values"),
        "too_large": Message("版式文件超过 {detail} 个字节", "theme.yaml is larger than {detail} bytes"),
        "not_utf8": Message("版式文件不是 UTF-8 编码；请另存为 UTF-8", "theme.yaml is not UTF-8: save it as UTF-8"),
        "not_yaml": Message(
            "YAML 语法有误，版式文件从这里起读不下去了", "theme.yaml is not YAML: it cannot be read from here on"
        ),
        "anchor": Message("版式文件里不能用锚点（&）和别名（*）", "theme.yaml may have no anchors (&) and aliases (*)"),
        "too_deep": Message("版式文件嵌套太深", "theme.yaml is nested too deep"),
        "empty": Message("版式文件是空的", "theme.yaml is empty"),
        "twice": Message("设置 {detail} 写了两次", "the setting {detail} is written twice"),
        "no_base": Message("based_on 写的版式 {detail} 不存在", "based_on names a theme that there is not: {detail}"),
        "circle": Message(
            "based_on 绕回了自己，或一个接一个超过五个",
            "themes build on each other in a circle, or more than five of them",
        ),
        "near": Message("是否应为 {near}？", "did you mean {near}?"),
        "hint": Message(
            "可对照内置版式 gongwen 的 theme.yaml 修改", "compare it with the theme.yaml of the built-in theme gongwen"
        ),
    },
    manual="""\
theme.yaml has a setting that is unknown, missing, or out of its range.

The finding names the setting and its place. The theme.yaml of `gongwen` is the pattern: every setting in it is explained
by a comment. A theme need not say what it has in common with another: `based_on: gongwen` (or `report`) takes the rest from
there; a chain of themes may be five long and must not lead back to itself.

theme.yaml 里有不认识、缺少或超出范围的设置，会指出是哪一项、在哪里。与别的版式相同的设置不必写：`based_on: gongwen`（或
report）表示其余取自该版式；可以一个接一个，最多五个，但不能绕回自己。

怎么办：照自带版式的 theme.yaml 改，每一项都有注释说明。
""",
)
TEMPLATE_FAULT = Kind(
    "OUT103",
    "template-fault",
    Severity.ERROR,
    Message("模板有误", "a template of the theme cannot be used"),
    {"message": Message("模板无法使用：{reason}", "the template cannot be used: {reason}")},
    manual="""\
A template of the theme cannot be used: it is malformed, computes something, asks for a value that is not there, or does
not come to an end.

Templates get finished values. They may loop, choose and call macros of their theme, and nothing else, so that a theme
from elsewhere can do no harm.

版式的模板用不了：写法有误、作了计算、要用没有的值，或者不会结束。模板只拿到现成的值，可以循环、选择、调用本版式的宏，
此外什么也不能做，外来的版式不会带来危害。

怎么办：照提示的位置改模板。
""",
)
PICTURE_MISSING = Kind(
    "OUT201",
    "missing-picture",
    Severity.ERROR,
    Message("找不到图片", "a picture is missing"),
    {
        "message": Message("找不到图片 {file}", "there is no picture {file}"),
        "hint": Message(
            "把图片放进规划文件夹，路径从 plan.yaml 所在处写起；暂缺的图写 file: 待补",
            "put it into the plan's folder, and write its path from where plan.yaml lies; or write file: 待补",
        ),
    },
    manual="""\
A figure names a picture that is not in the plan's folder.

The path is written from where plan.yaml lies, with `/`, and may not lead out of the folder. A picture that is still
to come is written `file: 待补`.

图（figure）写的图片不在规划文件夹里。路径从 plan.yaml 所在的文件夹写起，用 `/`，不能指到外面。

怎么办：改正路径；图还没有的，写 `file: 待补`。
""",
)
PICTURE_BROKEN = Kind(
    "OUT202",
    "broken-picture",
    Severity.ERROR,
    Message("图片无法使用", "a picture cannot be shown"),
    {
        "message": Message("图片 {file} 为空、已损坏或格式不受支持", "{file} is empty, damaged or of another kind"),
        "hint": Message(
            "可用 PNG、JPEG（不超过六千万像素）或 SVG；SVG 要写明 width、height 或 viewBox，不得引用外部文件；长宽比不超过 50",
            "PNG or JPEG of at most 60 million pixels, or an SVG with width and height or viewBox that refers to no other "
            "file; the longer side at most 50 times the shorter",
        ),
    },
    manual="""\
A figure's picture is empty, damaged, too large, or of a kind that cannot be shown.

PNG, JPEG and SVG can be shown. An SVG says its size (width and height, or a viewBox) and refers to nothing outside
itself, nor in a circle. No picture may be more than 50 times as wide as high, or as high as wide.

图片是空的、损坏、太大，或者不是能显示的格式。可用 PNG、JPEG、SVG；SVG 要写明大小，不能引用外部文件。长宽相差不能超过
50 倍。

怎么办：另存为 PNG、JPEG 或 SVG 后再用。
""",
)
PLACEHOLDER_LEFT = Kind(
    "OUT203",
    "placeholder-left",
    Severity.ERROR,
    Message("定稿中还有待补的图", "a picture is still to come"),
    {
        "message": Message("图“{title}”尚待补充，不能定稿", "the picture “{title}” is still to come"),
        "hint": Message(
            "把图片放进规划文件夹，在 file: 后写明路径；或先不带 --final 生成",
            "put the picture into the plan's folder and name it behind file:, or build without --final",
        ),
    },
    manual="""\
A final build has a figure whose picture is still to come.

`file: 待补` prints a frame in a draft; `plan build --final` refuses it.

`file: 待补` 在草稿里印一个空框；定稿（`plan build --final`）不允许。

怎么办：补上图片，或先出草稿。
""",
)
PDF_LIBRARY = Kind(
    "OUT301",
    "pdf-library-missing",
    Severity.ERROR,
    Message("缺少生成 PDF 的程序库", "a library for PDF is missing"),
    {
        "message": Message("无法生成 PDF：{reason}", "no PDF can be written: {reason}"),
        "hint": Message(
            "请安装 Pango，例如 apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0；或只输出 DOCX 和 HTML",
            "install Pango (apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0), or write DOCX and HTML",
        ),
    },
    manual="""\
WeasyPrint cannot find the libraries it lays text out with.

`plan doctor` shows what is missing. DOCX and HTML need no such library: `plan build --to docx,html`.

生成 PDF 要用 Pango 等程序库，这台电脑没有。

怎么办：用 `plan doctor` 看缺什么；DOCX 和 HTML 不需要：`plan build --to docx,html`。
""",
)
NO_CHINESE_FONT = Kind(
    "OUT302",
    "no-font",
    Severity.ERROR,
    Message("没有能显示正文的字体", "no font can show the text"),
    {
        "message": Message(
            "本机没有中文字体，PDF 将无法阅读，因此没有生成",
            "no font of this machine can show the text: the PDF would be unreadable, and was not written",
        ),
        "hint": Message("请安装字体，例如 apt install fonts-noto-cjk", "install one: apt install fonts-noto-cjk"),
    },
    manual="""\
No font of this machine can show the text.

The PDF would be pages of empty frames, so it is not written. `plan doctor` shows which typeface each role gets.

这台电脑没有能显示中文的字体，PDF 会印成一页页空框，所以不生成。

怎么办：安装中文字体；`plan doctor` 列出每种用途实际用到的字体。
""",
)
GLYPHS_MISSING = Kind(
    "OUT303",
    "missing-glyphs",
    Severity.ERROR,
    Message("有的字没有字形", "some characters have no glyph"),
    {
        "message": Message(
            "本机没有一种字体收有这 {count} 个字，PDF 印不出来：{characters}",
            "no font of this machine has these {count} characters, which the PDF cannot show: {characters}",
        ),
        "hint": Message(
            "核对是否用错了字；没有错就安装收有这些字的字体，或先用 --to docx,html 生成",
            "see whether they are meant; if so install a font that has them, or write DOCX and HTML (--to docx,html)",
        ),
    },
    manual="""\
Some characters of the plan are in no font of this machine and would be printed as frames, so no PDF is written.

Usually rare characters of names, or pictures (emoji). The finding tells where the first of them stands. Install a
font that has them, or look whether the character is meant. A draft is written all the same.

有的字（多为人名、地名中的生僻字或表情符号）在这台电脑的字体里都没有，会印成空框，所以不生成 PDF；草稿照样生成。会指出
第一处在哪里。

怎么办：安装有这个字的字体，或核对是否打错了字。
""",
)
FONTS_USED = Kind(
    "OUT304",
    "fonts-used",
    Severity.INFO,
    Message("PDF 所用字体", "the fonts of the PDF"),
    {"message": Message("PDF 中用作替代的字体：{faces}", "typefaces that stand in for others in the PDF: {faces}")},
    manual="""\
Which typefaces of this machine stand in for those that the theme asks for. Said when it changes; `plan doctor` lists
them all.

A theme names typefaces in order of preference; office faces that are not installed are replaced in the PDF, while the
Word file names them as they are.

版式按先后写了要用的字体，这台电脑没有的，PDF 里用别的代替；Word 文件照写原来的字体名。有变化时才提示，`plan doctor`
可随时查看。

怎么办：需要原字体的，安装后重新生成。
""",
)
RAGGED_EDGES = Kind(
    "OUT305",
    "ragged-edges",
    Severity.INFO,
    Message("PDF 右边未对齐", "ragged right edges"),
    {
        "message": Message(
            "未针对 WeasyPrint {version} 验证过中文两端对齐，PDF 的右边不齐",
            "Chinese is not justified: this was not tested with WeasyPrint {version}",
        )
    },
    manual="""\
Chinese lines are not justified, because this version of WeasyPrint was not tested for it.

WeasyPrint spreads lines at spaces only; the compiler spreads Chinese lines evenly where it knows the version.

这个版本的 WeasyPrint 没有试过，所以中文行尾没有对齐。

怎么办：安装试过的版本（见 requirements），或接受右边不齐。
""",
)
KINDS = (
    THEME_UNKNOWN, THEME_INVALID, TEMPLATE_FAULT, PICTURE_MISSING, PICTURE_BROKEN, PLACEHOLDER_LEFT, PDF_LIBRARY, NO_CHINESE_FONT,
    GLYPHS_MISSING, FONTS_USED, RAGGED_EDGES,
)  # fmt: skip

ENVIRONMENT = frozenset({PDF_LIBRARY.code, NO_CHINESE_FONT.code})
"""The kinds that are no fault of the plan: something is missing on this machine."""
