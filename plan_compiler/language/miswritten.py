"""Words that are miswritten in one way again and again, by the first character of the wrong form, so that a text is searched fast.

Only what has no right reading is here: 截止目前 for 截至目前, but not 其它 nor 精减, and 布署 only where it is not of 发布署名文章: the characters of a wrong form may be
the end of one word and the beginning of the next (预防犯罪, 申报消防验收, 公园满意度, 建立既有…又有…). Chinese: Modern
Chinese Dictionary (现代汉语词典, 7th edition), and the First List of Standardized Forms of Words with Variant Forms (第一批异形词整理表, 2001).
"""

from collections.abc import Mapping
from types import MappingProxyType

from plan_compiler.language.set_phrases import SET_PHRASES
from plan_compiler.language.tags import primary

_CHINESE_PLAIN = """
必竟:毕竟 防碍:妨碍 幅射:辐射 装璜:装潢
气侯:气候 症侯:症候
相辅相承:相辅相成 一如继往:一如既往 因地治宜:因地制宜 因地制谊:因地制宜 再接再励:再接再厉 按步就班:按部就班 默守成规:墨守成规 脱颍而出:脱颖而出 名符其实:名副其实
迫不急待:迫不及待 一愁莫展:一筹莫展 一股作气:一鼓作气 川流不惜:川流不息 穿流不息:川流不息 不径而走:不胫而走 走头无路:走投无路 举步为艰:举步维艰
齐头并近:齐头并进 虛:虚 內:内 爲:为 戶:户 產:产 說:说 強:强 溫:温 減:减 黃:黄 巿:市
循续渐进:循序渐进 统筹兼故:统筹兼顾 持之以衡:持之以恒
"""
_CHINESE_IN_CONTEXT = (
    ("截(?<![名报集见间限策同款标请日]截)止(?=目前|当前|今年|去年|上年|[0-9]{4}年)", "截至"),
    ("帐(?<![蚊营军纱]帐)(?=户(?!外)|目|单|簿|款|务|册)", "账"),
    ("台帐", "台账"),
    ("松驰(?![名援誉骋往])", "松弛"),
    ("消费卷(?![入起曲走])", "消费券"),
    ("优惠卷(?![入起曲走])", "优惠券"),
    ("部份(?![额数])", "部分"),
    ("水份(?![额数])", "水分"),
    ("成份(?![额数])", "成分"),
    ("缘份(?![额数])", "缘分"),
    ("布(?<![公发颁宣分]布)署(?!名)", "部署"),
    ("竟(?<![究毕]竟)争", "竞争"),
    ("竟(?<![究毕]竟)赛", "竞赛"),
    ("竟(?<![究毕]竟)价", "竞价"),
    ("竟(?<![究毕]竟)标", "竞标"),
    ("究(?<![研讲探追考推深]究)竞", "究竟"),
    ("防(?<![预国消边设海空]防)犯(?!罪)", "防范"),
    ("报(?<![申上电海情通汇填呈实]报)消(?![防费息除耗])", "报销"),
    ("渡(?<![过摆]渡)假", "度假"),
    ("家俱(?![乐全备])", "家具"),
    ("时侯(?!马)", "时候"),
    ("等侯(?!马)", "等候"),
    ("侯(?<!闽侯)选(?=人|企业|项目)", "候选"),
    ("侯(?<!闽侯)车(?=室|厅|区|亭|楼)", "候车"),
    ("园满(?=完成|成功|结束|举行|召开|收官|落幕|解决)", "圆满"),
    ("座(?<![讲首一二两三四五六七八九十多数整每各几0-9]座)落(?=[于在])", "坐落"),
    ("地面建筑面积(?=[^。\\n]{0,60}地下)", "地上建筑面积"),
    ("复(?<![恢反修回答]复)盖(?=率|面|全|范围|城|乡|到)", "覆盖"),
    ("己(?<![自知克]己)经(?![营济])", "已经"),
    ("即(?<!立即)然(?!后)", "既然"),
    (
        "付(?=主任|局长|市长|区长|县长|镇长|乡长|省长|书记|总理|院长|校长|处长|科长|厅长|部长)(?<![交支拨给应托对偿预垫代]付)",
        "副",
    ),
    ("实体经(?=发展|振兴|壮大|竞争|[，。、；和])", "实体经济"),
    ("进一步有(?=(?:增强|提高|提升|加强|改善|扩大)(?!空间|潜力|余地|的))", "进一步"),
    ("二(?<=分二)期(?=实施|建设|开发|推进|进行)", "两期"),
    ("兰天(?=保卫战|白云)", "蓝天"),
    ("按装(?![机置备配载修卸饰箱车运订潢船])", "安装"),
    ("•(?<=[一-龥]•)(?=[一-龥])", "·"),
    ("整冶(?![炼金])", "整治"),
    ("峻(?<![严险]峻)工", "竣工"),
    ("严励(?=打击|查处|惩处|惩治)", "严厉"),
    ("组识(?![别字图破途读])", "组织"),
    ("证卷(?=商|交易|市场|公司|业|投资|化|法|监管|类|账户|机构)", "证券"),
    ("邦(?<!联邦)扶", "帮扶"),
    ("函盖(?!章)", "涵盖"),
    ("跟综(?!合)", "跟踪"),
    ("追综(?!合)", "追踪"),
    ("折(?<![打曲]折)除(?!外)", "拆除"),
    ("折(?<!周折)迁", "拆迁"),
    ("公项(?<=[0-9万亿]公项)", "公顷"),
    ("己(?<![自知克利为]己)(?=建成|完成|开工|投产|实现|达到|形成|通车|竣工|启动|纳入|列入|取得|成为)", "已"),
    ("给(?<![供补自配发交送]给)于(?=支持|补助|奖励|补贴|表彰|处罚|资助|扶持|优惠|奖补|重点)", "给予"),
    ("赋(?<![天禀诗词辞歌汉田税]赋)于(?!一)", "赋予"),
    ("显(?<![凸彰尽突明]显)着(?=提|增|改|成|效|优|下|上升|缩)", "显著"),
    ("防讯(?=抗旱|工作|排涝|物资|指挥|预案|抢险|防台|备汛)", "防汛"),
    ("限时版(?!本)", "限时办"),
    ("马上版(?!本)", "马上办"),
    ("体系框(?=[，。；、])", "体系框架"),
    ("总体框(?=[，。；、])", "总体框架"),
)
_ENGLISH_PLAIN = """
accomodation:accommodation acheive:achieve acheived:achieved commited:committed committment:commitment enviroment:environment enviromental:environmental goverment:government
infrastucture:infrastructure maintainance:maintenance millenium:millennium occured:occurred occuring:occurring priviledge:privilege recieve:receive recieved:received
recomend:recommend seperate:separate seperately:separately succesful:successful targetted:targeted teh:the thier:their transfered:transferred untill:until wich:which
developement:development implementaion:implementation
"""


def _pairs(listed: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in listed.split())


def _spaced(listed: str) -> dict[str, str]:
    """Those of a language that parts words by spaces, at the beginning of a sentence as well."""
    pairs = _pairs(listed)
    pairs |= {wrong.capitalize(): right.capitalize() for wrong, right in pairs.items()}
    return {rf"{wrong}\b(?<=\b{wrong})": right for wrong, right in pairs.items()}


_BY_PRIMARY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "zh": MappingProxyType(dict(_CHINESE_IN_CONTEXT)),
        "en": MappingProxyType(_spaced(_ENGLISH_PLAIN)),
    }
)
_PHRASES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"zh": MappingProxyType({**_pairs(_CHINESE_PLAIN), **_pairs(SET_PHRASES)})}
)
_NONE: Mapping[str, str] = MappingProxyType({})


def set_phrases(language: str) -> Mapping[str, str]:
    """The right form by the wrong one, of those that are wrong whatever stands beside them; as `miswritten` for the language tag."""
    return _PHRASES.get(primary(language), _NONE)


def miswritten(language: str) -> Mapping[str, str]:
    """The right form by a pattern of the wrong one, for a language tag (only its language counts); nothing for languages that are not known."""
    return _BY_PRIMARY.get(primary(language), _NONE)
