"""Words that are miswritten in one way again and again, by the first character of the wrong form, so that a text is searched fast.

Only what has no right reading is here: 截止目前 for 截至目前, but not 其它, and 按排 only where neither 按排名 nor 按排放 is meant. Chinese: Modern
Chinese Dictionary (现代汉语词典, 7th edition), and the First List of Standardized Forms of Words with Variant Forms (第一批异形词整理表, 2001).
"""

from collections.abc import Mapping
from types import MappingProxyType

_CHINESE_PLAIN = """
布署:部署 竟争:竞争 竟赛:竞赛 竟价:竞价 竟标:竞标 究竞:究竟 必竟:毕竟 防碍:妨碍 防犯:防范 松驰:松弛 幅射:辐射 报消:报销 撤消:撤销 装璜:装潢 渡假:度假 家俱:家具
精减:精简 气侯:气候 时侯:时候 侯选:候选 侯车:候车 侯补:候补 等侯:等候 症侯:症候 园满:圆满 安祥:安详 凑效:奏效 座落:坐落 缘份:缘分 成份:成分 立既:立即 随既:随即
相辅相承:相辅相成 一如继往:一如既往 因地治宜:因地制宜 因地制谊:因地制宜 再接再励:再接再厉 按步就班:按部就班 默守成规:墨守成规 脱颍而出:脱颖而出 名符其实:名副其实
迫不急待:迫不及待 一愁莫展:一筹莫展 一股作气:一鼓作气 川流不惜:川流不息 穿流不息:川流不息 世外桃园:世外桃源 不径而走:不胫而走 走头无路:走投无路 举步为艰:举步维艰
齐头并近:齐头并进 循续渐进:循序渐进 统筹兼故:统筹兼顾 持之以衡:持之以恒 坚定不疑:坚定不移 地面建筑面积:地上建筑面积
"""
_CHINESE_IN_CONTEXT = (
    ("截止(?=目前|当前|今年|去年|上年|[0-9]{4}年)", "截至"),
    ("帐(?=户|目|单|簿|款|务|册)", "账"),
    ("台帐", "台账"),
    ("部份(?!额)", "部分"),
    ("水份(?!额)", "水分"),
    ("复(?<!恢复)盖(?=率|面|全|范围|城|乡|到)", "覆盖"),
    ("己(?<![自知克]己)经(?![营济])", "已经"),
    ("即(?<!立即)然(?!后)", "既然"),
    ("付(?=主任|局长|市长|区长|县长|镇长|乡长|省长|书记|总理|院长|校长|处长|科长|厅长|部长)(?<![交支拨给]付)", "副"),
    ("实体经(?![济营])", "实体经济"),
    ("进一步有(?=增强|提高|提升|加强|改善|扩大)", "进一步"),
    ("兰天(?=保卫战|白云|碧水)", "蓝天"),
    ("按装(?![机置备配载修卸])", "安装"),
    ("•(?<=[一-龥]•)(?=[一-龥])", "·"),
)
_ENGLISH_PLAIN = """
accomodation:accommodation acheive:achieve acheived:achieved commited:committed committment:commitment enviroment:environment enviromental:environmental goverment:government
infrastucture:infrastructure maintainance:maintenance millenium:millennium occured:occurred occuring:occurring priviledge:privilege recieve:receive recieved:received
recomend:recommend seperate:separate seperately:separately succesful:successful targetted:targeted teh:the thier:their transfered:transferred untill:until wich:which
developement:development implementaion:implementation
"""


def _pairs(listed: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in listed.split())


_BY_PRIMARY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "zh": MappingProxyType({**_pairs(_CHINESE_PLAIN), **dict(_CHINESE_IN_CONTEXT)}),
        "en": MappingProxyType({rf"{wrong}\b(?<=\b{wrong})": right for wrong, right in _pairs(_ENGLISH_PLAIN).items()}),
    }
)


def miswritten(language: str) -> Mapping[str, str]:
    """The right form by a pattern of the wrong one, for a language tag (only its language counts); nothing for languages that are not known."""
    return _BY_PRIMARY.get(language.replace("_", "-").partition("-")[0].lower(), MappingProxyType({}))
