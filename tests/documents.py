"""A small document that holds every kind of node, for the tests of the writers."""

from msgspec.structs import asdict

from plan_compiler.document.inlines import (
    CrossRef,
    Emphasis,
    Footnote,
    Inline,
    Marked,
    NumberText,
    Strong,
    Text,
)
from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import (
    Align,
    Block,
    Box,
    Caption,
    ContentsEntry,
    Cover,
    DataSet,
    Document,
    Figure,
    FigureSource,
    Heading,
    Lead,
    List,
    ListItem,
    Origin,
    Paragraph,
    Part,
    Table,
    TableCell,
    TableRow,
)
from plan_compiler.language.screen import screen_words

WORDS = {
    "contents": "目　录",
    "annex": "附表",
    "unit": "单位：",
    **asdict(screen_words("zh")),
}


def text(value: str) -> tuple[Inline, ...]:
    return (Text(value),)


def paragraph(*inlines: Inline, lead: Lead | None = None, origin: Origin = ("chapters", 0, "body")) -> Paragraph:
    return Paragraph(inlines, origin, lead)


def cell(
    value: str, align: Align = "left", *, colspan: int = 1, rowspan: int = 1, role: str = "words", indent: int = 0
) -> TableCell:
    return TableCell(text(value) if value else (), align, colspan, rowspan, role, indent)


def number(value: str) -> TableCell:
    return TableCell((NumberText(value, f"output[{value}]"),), "right", role="number")


def _indicators() -> Table:
    origin: Origin = ("indicators", 0)
    head = (
        TableRow(
            (
                cell("类别", "center", rowspan=2, role="header"),
                cell("指标名称", "center", rowspan=2, role="header"),
                cell("单位", "center", rowspan=2, role="header"),
                cell("2020年", "center", role="header"),
                cell("2025年", "center", role="header"),
                cell("指标属性", "center", rowspan=2, role="header"),
            ),
            origin,
            "header",
        ),
        TableRow((cell("实际", "center", role="header"), cell("目标", "center", role="header")), origin, "header"),
    )
    rows = (
        TableRow(
            (
                cell("创新支撑产业效益", "center", rowspan=2, role="group"),
                cell("规上工业总产值"),
                cell("亿元", "center"),
                number("78"),
                number("220"),
                cell("预期性", "center"),
            ),
            (*origin, "groups", 0, "indicators", 0),
            anchor="output",
        ),
        TableRow(
            (
                cell("其中：民间项目投资", indent=1),
                cell("亿元", "center"),
                number("[9.18]"),
                number("[25]"),
                cell("预期性", "center"),
            ),
            (*origin, "groups", 0, "indicators", 1),
            anchor="private_investment",
        ),
    )
    caption = Caption("table", "表1", text("“十四五”时期主要规划指标"), "targets")
    note = Paragraph(text("备注：[]内数据为累计值。"), (*origin, "note"))
    columns = ("类别", "指标名称", "单位", "2020年实际", "2025年目标", "指标属性")
    return Table(caption, "", columns, (160, 330, 110, 130, 130, 140), head, rows, (note,), "targets", origin)


def _annex() -> Table:
    origin: Origin = ("annex",)
    columns = (
        "序号",
        "项目名称",
        "建设规模和内容",
        "建设性质",
        "计划建设期限",
        "总投资（万元）",
        "十四五投资",
        "责任单位",
    )
    head = (TableRow(tuple(cell(c, "center", role="header") for c in columns), origin, "header"),)
    rows = (
        TableRow(
            (
                cell("合计", "center", colspan=5, role="total"),
                TableCell((NumberText("1006017", "annex.total"),), "right", role="number"),
                TableCell((NumberText("705389", "annex.in_period"),), "right", role="number"),
                cell(""),
            ),
            origin,
            "total",
        ),
        TableRow(
            (cell("一", "center", role="group"), cell("基础设施项目", colspan=7, role="group")),
            (*origin, "categories", 0),
            "group",
            "infrastructure",
        ),
        TableRow(
            (
                cell("1", "center"),
                cell("龙江二路市政道路建设工程"),
                TableCell(
                    (
                        Text("道路总长"),
                        NumberText("3626米", "基01_phase1 + 基01_phase2"),
                        Text("，宽24米；路面、绿化、照明与管线同步实施。"),
                        Footnote(2, text("含一期和二期。")),
                    )
                ),
                cell("续建", "center"),
                cell("2019-2024", "center"),
                TableCell((NumberText("56981", "基01.total"),), "right", role="number"),
                TableCell((NumberText("33000", "基01.in_period"),), "right", role="number"),
                cell("建设投资集团有限公司"),
            ),
            (*origin, "categories", 0, "projects", 0),
            anchor="基01",
        ),
        TableRow(
            (
                cell("小计", "center", colspan=5, role="subtotal"),
                TableCell((NumberText("56981", "infrastructure.total"),), "right", role="number"),
                TableCell((NumberText("33000", "infrastructure.in_period"),), "right", role="number"),
                cell(""),
            ),
            (*origin, "categories", 0),
            "subtotal",
        ),
    )
    caption = Caption("annex", "附表", text("十四五期间重大项目安排表"), "annex")
    widths = (50, 170, 300, 70, 95, 95, 95, 125)
    return Table(caption, "万元", columns, widths, head, rows, (), "annex", origin)


def _body(picture: str | None) -> tuple[Block, ...]:
    chapter: Origin = ("chapters", 0)
    box = Box(
        Caption("box", "专栏1", text("高能级创新载体建设工程"), "platform_works"),
        (
            paragraph(Text("到2025年，累计新增高能级平台"), NumberText("14家", "platforms[2025]"), Text("。")),
            List(
                True,
                (
                    ListItem("01", (paragraph(Text("光子集成（温州）创新研究院")),), ("chapters", 0)),
                    ListItem("02", (paragraph(Text("激光与光电智能制造研究院")),), ("chapters", 0)),
                ),
                "nine",
                chapter,
            ),
        ),
        chapter,
    )
    bullets = List(
        False,
        (
            ListItem("", (paragraph(Strong(text("创新驱动：")), Text("坚持科技自立自强。")),), chapter),
            ListItem(
                "",
                (
                    paragraph(Text("产城融合：完善公共服务与市政设施。")),
                    List(True, (ListItem("", (paragraph(Text("先地下后地上。")),), chapter),), "", chapter),
                ),
                chapter,
                (Mark("comment", "此处待核。", "warning"),),
            ),
        ),
        "",
        chapter,
    )
    return (
        Heading(1, "一、", text("发展现实基础"), "foundation", chapter),
        Heading(2, "（一）", text("发展回顾"), "review", (*chapter, "sections", 0)),
        Heading(3, "1、", text("综合实力稳步提升"), "s1", (*chapter, "sections", 0, "sections", 0)),
        paragraph(
            Text("2020年实现规上工业总产值"),
            NumberText("78.1亿元", "output[2020]"),
            Text("，实际拆除"),
            NumberText("12157户", "demolished"),
            Text("，拆除率达到"),
            NumberText("99.9%", "demolished / households"),
            Footnote(1, text("按已签约户数计算。")),
            Text("，指标详见"),
            CrossRef("表1", "targets"),
            Text("（第"),
            CrossRef("表1", "targets", page=True),
            Text("页）。启动四年多以来，科技创新、动能培育、产业招商与拆整建美等重点工作取得阶段性成果，" * 3),
            Emphasis(text("城市面貌")),
            Text("持续改善"),
            Marked("inserted", text("、环境提升")),
            Marked("deleted", text("、旧厂")),
            Marked("comment", text("（待核）"), "数据来源？"),
            Text("。"),
        ),
        paragraph(
            Text("推行管委会领导领衔的招商机制，累计组织招商活动73场次。"),
            lead=Lead(4, "（1）", text("环境研判"), "。", "outlook"),
        ),
        bullets,
        box,
        _indicators(),
        Figure(Caption("figure", "图1", text("路网规划图"), "road_map"), "规划道路的走向", picture, chapter),
        Figure(Caption("figure", "图2", text("空间结构图"), "space_map"), "一心两轴的结构", None, chapter),
        Paragraph(text("这一段是新增的。"), chapter, marks=(Mark("inserted"),)),
    )


def sample_document(picture: str | None = None) -> Document:
    """Every kind of block, inline, part and mark. `picture` is a file of the plan's folder for its first figure."""
    return Document(
        language="zh-CN",
        title="浙南科技城“十四五”规划",
        cover=Cover("浙南科技城“十四五”规划", "2021—2025年", "科技城管理委员会", "2021年7月", "征求意见稿"),
        contents=(
            ContentsEntry(1, "一、", "发展现实基础", "foundation"),
            ContentsEntry(2, "（一）", "发展回顾", "review"),
            ContentsEntry(3, "1、", "综合实力稳步提升", "s1"),
            ContentsEntry(1, "附表", "十四五期间重大项目安排表", "annex"),
        ),
        parts=(
            Part("cover", "portrait", ()),
            Part("contents", "portrait", ()),
            Part("body", "portrait", _body(picture)),
            Part("annex", "landscape", (_annex(),)),
        ),
        date="2021-07-01",
        words=WORDS,
        datasets=(
            DataSet("targets", "主要规划指标", ("指标名称", "2020", "2025"), (("规上工业总产值", "78", "220"),)),
            DataSet("annex", "重大项目安排表", ("序号", "项目名称", "总投资"), (("1", "龙江二路", "56981"),)),
        ),
        sources={
            "output[2020]": FigureSource(
                "output[2020]", "规上工业总产值", "78.1亿元", "表1，2020年：78亿元", "indicators.yaml:12"
            ),
            "demolished": FigureSource("demolished", "", "12157户", "在此处定义", "chapters/foundation.yaml:14"),
            "demolished / households": FigureSource(
                "demolished / households",
                "",
                "99.9%",
                "demolished / households = 99.15%",
                "chapters/foundation.yaml:14",
            ),
        },
    )
