"""Slips of sentences that are known by their words: marks left out or wrong, words said twice, verbs that do not go with their objects.

Every pattern begins with a word or a mark of its own, so that few places of a text are looked at, and no stretch of it is long.
"""

from collections.abc import Mapping
from re import Match
from types import MappingProxyType

from msgspec import Struct

from plan_compiler.language.tags import primary


class Slip(Struct, frozen=True):
    """`pattern` has a group `at`, in whose place `right` belongs; an empty one where something is left out.

    Where `words` are named, which few lines have, one of them stands in everything that it matches.
    """

    pattern: str
    right: str
    words: tuple[str, ...] = ()

    def mended(self, match: Match[str]) -> str:
        """What a match reads with `right` in its place."""
        start, end = within(match)
        return match[0][:start] + self.right + match[0][end:]


def within(match: Match[str]) -> tuple[int, int]:
    """Where in what a slip matches its group `at` begins and ends."""
    start, end = match.span("at")
    return start - match.start(), end - match.start()


_FORCES = ("实力", "能力", "水平")
_FORCE = f"(?:{'|'.join(_FORCES)})"
_GROUPS = "(?:集群|企业|平台|项目|基地|中心|园区|品牌|团队|机构|联盟|载体)"
_ALONE = """
锐意进取 开拓进取 奋发有为 担当作为 担当竞进 攻坚克难 真抓实干 埋头苦干 奋勇争先 争先创优 拼搏进取 求真务实 开拓创新 踔厉奋发 勇毅前行 笃行不怠 健康发展 蓬勃发展
做大做强 繁荣发展 履职尽责 恪尽职守 遵纪守法 公平公正 公开透明 优势互补 资源共享 互联互通 共建共享 上下联动 齐抓共管 各司其职 各负其责 互利共赢 统筹兼顾 分类指导 突出重点
"""
"""Set phrases of four characters that say something on their own, so that two of them are parted by a mark."""
_BEHIND = f"""{_ALONE}
敢于担当 勇于担当 勇于创新 改革创新 干事创业 茁壮成长 健康成长 团结拼搏 团结奋斗 密切配合 精诚团结 协同高效 安全可靠 规范有序 高效便捷 凝心聚力 因地制宜 循序渐进
"""
_BETWEEN = (
    r"(?:(?!加快|加大|加强|恢复|实现|打造|缩小|接近|对标|责任)[^，。；：、的和与及并以提达升增高改向形产赶追跨\n]){0,8}"
)
_END = r"(?=[，。；、]|$)"
_COUNT = r"[0-9][0-9.,]{0,8} ?[万亿]?[^，。；、：0-9（）\n]{0,4}"

_CHINESE_MARKS = (
    Slip(
        r"以[东南西北](?P<at>，)(?!重点|主要|打造|建设|布局|推进|发展|规划)[^，。；、\n]{2,10}以[东南西北]的?(?:区域|范围|地区|地块|片区|地段|区块|用地)",
        "、",
        ("以东，", "以南，", "以西，", "以北，"),
    ),
    Slip(
        rf"[，；。] ?(?![^，。；、：\n]{{0,6}}[提升高增强展现挥拓成备显具著])[^，。；、：\n]{{2,6}}{_FORCE}(?P<at>，)"
        rf"[^，。；、：\n]{{2,8}}{_FORCE}(?:迈入|跃居|跻身|位居|进入|迈上|走在|均|都)",
        "、",
        _FORCES,
    ),
    Slip(rf"一批[^，。；、\n]{{2,24}}(?P<at>，)若干[^，。；、\n]{{2,14}}{_GROUPS}(?=[，。；])", "、", ("，若干",)),
    Slip(r"(?P<at>：)(?<=[0-9米m顷亩座元里²㎡]：)[二三四五六七八]期：", "；", ("期：",)),
    Slip(
        r"(?:平台|主体|机构|单位|品牌)(?P<at>—)(?!—)[^—～，。；、\n]{2,24}?(?:公司|集团|研究院|大学|医院)(?!—)",
        "——",
        ("—",),
    ),
    Slip(
        r"起(?:于|自)?[^，。；、\n]{2,24}，[^，。；、\n]{0,3}?[至到止迄]于?[^，。；、\n长]{2,24}(?P<at>)(?:道路|线路|河道|路线)?[全总]长",
        "，",
        ("全长", "总长"),
    ),
    Slip(
        r"地[上下](?:建筑)?(?:面积)?约?[0-9.]{1,8}万?(?:平方米|㎡|m²)(?P<at>)(?:整合|引进|打造|形成|聚焦|围绕|集聚|建成后)",
        "。",
        ("地上", "地下"),
    ),
    Slip(rf"(?:{'|'.join(_ALONE.split())})(?P<at>)(?:{'|'.join(_BEHIND.split())})", "、"),
)

_CHINESE_VERBS = (
    Slip(rf"(?P<at>加快|扩大|增强|提高|提升)(?!了|力度){_BETWEEN}力度{_END}", "加大", ("力度",)),
    Slip(rf"(?P<at>加大|扩大|加快|加强|增强|改善){_BETWEEN}(?<!高)水平{_END}", "提高", ("水平",)),
    Slip(rf"(?P<at>加大|扩大|加快){_BETWEEN}(?:质量|效率){_END}", "提高", ("质量", "效率")),
    Slip(rf"(?P<at>提高|增强|加大|提升){_BETWEEN}(?:步伐|进程|进度){_END}", "加快", ("步伐", "进程", "进度")),
    Slip(rf"(?P<at>完善)[^，。；、\n]{{1,14}}的保护{_END}", "加强", ("的保护",)),
    Slip(r"(?P<at>打造)[^，。；\n]{2,40}化(?:提升|升级|改造)(?=[，。；]|$)", "推动", ("化提升", "化升级", "化改造")),
    Slip(
        r"[从由][0-9.]{1,6}[%％](?:提高|提升|增加|增长|上升|下降|降低)[到至][0-9.]{1,6}(?P<at>个百分点)",
        "%",
        ("个百分点",),
    ),
    Slip(r"(?:防止|避免|杜绝)[^，。；、\n]{1,10}(?P<at>不再?)(?:发生|出现|反弹)", "再", ("防止", "避免", "杜绝")),
)

_CHINESE_OBJECTS = (
    Slip(
        r"(?:成为|打造成|打造为|打造|建成|建设成|发展为)集[^，。；\n]{4,90}于一体(?P<at>)(?=[。；\n]|$|，(?:引育|引进|打造|建设|推动|带动|促进|形成|吸引|满足|提升))",
        "的……",
        ("于一体",),
    ),
)

_MANY = ("更多", "一批", "一大批", "各类", "一流", "优质", "高端", "重点", "重大", "若干")
_WORKS = "道?(?:综合)?(?:整治|治理|改造|提升|疏浚)工程"
_CHINESE_TWICE = (
    Slip(
        r"(?:全|总|共)长约?[0-9.,]{1,9} ?(?:米|公里|千米|m|km)(?P<at>长)(?![期度宽短效远江沙春])",
        "",
        ("全长", "总长", "共长"),
    ),
    Slip(
        rf"(?:加快|加强|推进|促进|推动|大力|积极)(?P<verb>集聚|建设|改造|培育|引进|构建|打造)(?={'|'.join(_MANY)})"
        r"(?:(?!服务|支撑|满足|保障|配合|自行|自主|接着|推动|带动|促进)[^，。；：、！？和与及向由以为在对“”《》\n]){3,16}?(?P<at>(?P=verb))(?=[，。；！？\n]|$)",
        "",
        _MANY,
    ),
    Slip(
        rf"(?:大约|约(?<![签节预合契违集制]约)|近){_COUNT}(?P<at>左右|上下)(?=[，。；、）\n]|$)", "", ("左右", "上下")
    ),
    Slip(rf"(?:超过|突破|至少|不低于|不少于){_COUNT}(?P<at>以上)(?=[，。；、）\n]|$)", "", ("以上",)),
    Slip(rf"(?:不超过|不高于|不多于|最多|至多){_COUNT}(?P<at>以下|以内)(?=[，。；、）\n]|$)", "", ("以下", "以内")),
    Slip(
        r"(?P<at>(?P<noun>人才|企业|项目|平台|园区|基地|设施|景区|医院))[A-Z一二三四五六](?:类|级)及?以上(?P=noun)",
        "",
        ("类以上", "级以上", "及以上"),
    ),
    Slip(
        rf"(?P<of>[河路]|管网|管线|绿化|景观|桥梁|堤防|海塘|水系|水库){_WORKS}"
        rf"(?![（、和与及以暨])[^，。；、：\n]{{1,16}}?(?<![（、和与及以暨])(?P<at>(?P=of){_WORKS})(?=[，。；、）\n]|$)",
        "",
        ("整治工程", "治理工程", "改造工程", "提升工程", "疏浚工程"),
    ),
)

_MARKS: Mapping[str, tuple[Slip, ...]] = MappingProxyType({"zh": _CHINESE_MARKS})
_VERBS: Mapping[str, tuple[Slip, ...]] = MappingProxyType({"zh": _CHINESE_VERBS})
_OBJECTS: Mapping[str, tuple[Slip, ...]] = MappingProxyType({"zh": _CHINESE_OBJECTS})
_TWICE: Mapping[str, tuple[Slip, ...]] = MappingProxyType({"zh": _CHINESE_TWICE})


def mark_slips(language: str) -> tuple[Slip, ...]:
    """Where a mark is left out or another one belongs, for a language tag (only its language counts); none for languages that are not known."""
    return _MARKS.get(primary(language), ())


def verb_slips(language: str) -> tuple[Slip, ...]:
    """Where a verb does not go with its object, and the verb that does."""
    return _VERBS.get(primary(language), ())


def object_slips(language: str) -> tuple[Slip, ...]:
    """Where a verb has no object, and how it would go on."""
    return _OBJECTS.get(primary(language), ())


def said_twice(language: str) -> tuple[Slip, ...]:
    """Where a word stands before something and behind it again, the one too many as `at`: 全长185米长, 人才E类以上人才."""
    return _TWICE.get(primary(language), ())
