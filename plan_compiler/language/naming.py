"""How names of places, lines and bodies are made, and which of their words stand for one thing, language by language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from plan_compiler.language.tags import primary


class Naming(Struct, frozen=True):
    """What tells that two names are of one thing. Patterns are regular expressions without groups, but for those that are named."""

    railways: tuple[str, ...]
    """What lines of railways are called, before their code: 轨道交通 of 轨道交通S1线."""
    districts: str
    """What parts of a town are called, behind names of two characters and more: 单元."""
    waters: str
    """The last character of the names of waters and streets, behind names of three characters and more: 河."""
    joints: str
    """Characters that join two words of a name, which is as well said without: 与."""
    spoken_alike: frozenset[str] = frozenset()
    """Pairs of one sound of which either is right: 兴型 of 新兴产业, 新型产业."""
    of_sentences: str = ""
    """Characters of sentences, which are hardly within a name: 的."""
    general_roads: str = ""
    """Words before 公路 that name a sort of road, and none of its own: 高速."""
    roads: tuple[str, str] = ("", "")
    """What a road is called in long and in short: 公路, 路."""
    stretches: tuple[tuple[str, str], ...] = ()
    """A stretch of a road or water, by a character and a pattern that has it, with its ends: `a`, which may be what stands right before it, and `b`: （甲路-乙路段）, 至乙路段 of 甲路至乙路段, 起甲路，东至乙路."""
    end: str = ""
    """A character of such an end."""
    length: str = ""
    """A length with its `number`, in a long `unit` or in that of a road's width: 全长2.6公里."""
    beside: str = ""
    """Ends the words before a length that is none of the road's own: 绿化 of 绿化2公里."""
    widths: str = ""
    """The width of a road with its `number`, and what it is `of`: 红线宽度28米."""
    stage: str = ""
    """What divides works into stages: 一期."""
    in_all: str = ""
    """Before the name of what is counted from year to year: 累计."""
    levels: str = ""
    """Whose it is, before the name of a thing: 省级."""
    built: str = ""
    """Says that works are done, of what stands before it: 已建成, 先后落成."""
    ahead: str = ""
    """In the same sentence, says that they will be: 将."""
    works: str = ""
    """What the name of a project may have behind what a text calls it: 项目一期."""
    prepared: str = ""
    """Says that works are but prepared, of what stands before it: 前期研究."""
    about_works: str = ""
    """What may stand right before or behind such a name: 开展."""
    codes: str = ""
    """The code of a plot within the name of a project, which texts leave out."""
    institutes: tuple[str, str] = ("", "")
    """What an institute is called in long and in short: 研究所, 所."""
    hospitals: tuple[str, str] = ("", "")
    """A pattern of a short name with its `number`, and the long one, of which that is a part: 附二医, 附属第二医院."""


_END = r"[^（）()，。；、至\n]"

_CHINESE = Naming(
    railways=("市域铁路", "市域轨道", "轨道交通", "城市轨道", "城际铁路", "城际轨道", "地铁", "轻轨", "有轨电车"),
    districts="(?:单元|片区|区块|组团|街区|大道)",
    waters="路街河江溪浦港渠桥",
    joints="与和及",
    spoken_alike=frozenset(
        ["兴型", "型兴", "制智", "智制", "定订", "订定", "做作", "作做", "实试", "试实", "施使", "使施", "身生", "生身"]
    ),
    of_sentences="的与和及在为是对将以至到了、各个公铁道干支等或",
    general_roads="(?:高速|农村|旅游|环城|环线|环湖|环岛|沿海|沿江|沿河|沿山|一级|二级|三级|四级|快速|国省|专用|产业|乡村|县乡|城市|山区|资源|等级|普通|干线|收费|公共)",
    roads=("公路", "路"),
    stretches=(
        ("（", rf"（(?P<a>{_END}{{2,12}}?)[-－—～~至一](?P<b>{_END}{{2,12}}?)段?[）)]"),
        ("(", rf"[(](?P<a>{_END}{{2,12}}?)[-－—～~至一](?P<b>{_END}{{2,12}}?)段?[）)]"),
        ("至", rf"至(?P<b>{_END}{{2,8}}?)段"),
        ("到", rf"到(?P<b>{_END}{{2,8}}?)段"),
        (
            "起",
            rf"起(?:于|自)?(?P<a>{_END}{{2,12}})(?:（[^（）\n]{{1,20}}）)?，{_END}{{0,3}}?[至到止]于?(?P<b>{_END}{{2,12}})",
        ),
    ),
    end=_END,
    length=r"(?P<number>[0-9]{1,6}(?:[.][0-9]{1,4})?) ?(?P<unit>公里|千米|km|米|m)(?![²³0-9A-Za-z])",
    beside=r"(?:绿化|绿道|路灯|管网|管线|管道|单侧|双侧|护栏|[一二三四五六]期)[^，。；、\n]{0,6}$",
    widths=r"(?:(?P<of>红线|路面|路幅|路基)|，|,)宽(?:度)?(?:约|为)? ?(?P<number>[0-9]{1,4}(?:[.][0-9]{1,2})?) ?(?:米|m)(?![²³0-9A-Za-z])",
    stage="[一二三四五六]期",
    in_all="累计",
    levels="(?:国家级?|省级?|市级?|区级?|县级?)",
    built="(?:已经?|均已|相继|先后|陆续)(?:全部|全面)?(?:建成|落成|竣工|投用|启用|完工|投入使用)",
    ahead="(?:将|拟|计划|力争|确保|推动|预计|争取|(?:到|至)20[0-9]{2}|年底前)",
    works="(?:建设)?(?:项目|工程)?(?:[一二三四五]期)?(?:建设)?(?:项目|工程)?",
    prepared="前期(?:研究|工作|谋划|论证)",
    about_works="(?:先做|先行开展|开展|做好|推进|推动|启动|抓好|加快|先行|要|的|等|项目前)",
    codes=" ?[0-9A-Z]{1,3}(?:-[0-9A-Z]{1,3})+ ?(?:号)?地块 ?",
    institutes=("研究所", "所"),
    hospitals=("附(?P<number>[一二三四五六])[医院]", "附属第{number}医院"),
)

_BY_PRIMARY: Mapping[str, Naming] = MappingProxyType({"zh": _CHINESE})


def naming(language: str) -> Naming | None:
    """Those of a language tag (only its language counts); None for languages that are not known."""
    return _BY_PRIMARY.get(primary(language))
