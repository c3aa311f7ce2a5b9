"""The words by which proofreading knows its faults, language by language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from plan_compiler.language.tags import primary


class Proofing(Struct, frozen=True):
    """What the rules on projects, terms and typography look for. Patterns are regular expressions without groups."""

    see: str
    """What leads to another place of the document: 详见."""
    per: str
    """What leads to a table or figure by its number, besides `see`: 如 of 如图2所示."""
    page: str
    """A page by its number, behind `see`: 第13页, P13."""
    and_so_on: str
    """Closes a list of examples: 等."""
    summing: tuple[str, ...]
    """Measure words that sum a list up when they follow it: 四大区域."""
    verbs: str
    """In an item of a list: it is no name, so that what follows counts something else."""
    doubled: tuple[str, ...]
    """A word typed twice, where no other reading is possible: 要要 in 产业要要提升."""
    works: tuple[str, ...]
    """Words that close a project's name and do not tell it from others: 工程, 建设."""
    bodies: tuple[str, ...]
    """Words that close the full name of an organisation and are often left out: 有限公司."""
    private_investors: frozenset[str]
    """Written in the place of an owner: whoever invests privately."""
    yearly: str
    """In an indicator's name: it starts anew every year, so it cannot accumulate."""
    stocks: tuple[str, ...]
    """Behind a word for running totals, what is left of them, which may be less next year: 结存 of 累计结存."""
    places: str
    """The last character of the names of roads and waters: 路."""
    unit_spellings: tuple[tuple[str, ...], ...] = ()
    """Units with their spellings, of which one text keeps to one: 米 and m."""
    spans: str = ""
    """Between a number of years and the years themselves: 行动 of 三年行动（2026—2028年）."""
    begun: str = ""
    """Says that something begins in the year before it: 开工."""
    finished: str = ""
    """Says that it is finished in the year before it: 竣工."""
    itemizing: str = ""
    """Begins the first item of a list in running text: 一是."""
    following: str = ""
    """Says that what is counted is listed below: 以下."""
    ends: tuple[str, ...] = ()
    """What a name closes with whose middle may stand in parentheses: 研究院 of 甲（温州）研究院."""
    telling: frozenset[str] = frozenset("0123456789ABCDEFGabcdefg")
    """Characters that tell two things apart where they alone differ: 甲 and 乙, 东 and 西."""
    loose: str = ""
    """Characters that a name may be written with or without: 区 of 产业园区."""
    branches: str = ""
    """Characters that a branch or a head has more than the body it belongs to: 分 of 分公司."""
    shortened: str = ""
    """Before a short name that is made for a long one: 以下简称."""
    issuers: str = ""
    """What the names of offices close with that issue documents: 部 of 财政部."""
    issued: str = ""
    """Behind the last of several offices that issue a document together: 关于 of 财政部 税务总局关于."""
    other_plans: str = ""
    """At the end of the words before a label: it is one of another document, 国家规划, 《…》."""
    numerals: str = ""
    """The numerals of which small counts in words are made, but that for one: 两 of 两大工程."""
    one: str = ""
    """That for one, which stands alone in words of other kinds: 一."""
    ordinals: str = ""
    """Before a numeral, makes it that of a place in a row: 第."""
    any_kind: str = ""
    """Counts things of whatever kind, all of them: 大 of 四大工程."""
    kinds: str = ""
    """Measure words of one character, behind which some of many may be named: 条 of 5条线路（1号线、2号线）."""
    tasks: tuple[str, ...] = ()
    """What a chapter that is called by their number sets itself, one in each of its sections: 任务."""
    settled: str = ""
    """Measure words of one character of places and people, which a plan does not set itself: 县, 户."""
    people: str = ""
    """Others, of people alone, which are no nouns: 名."""
    counted_places: str = ""
    """Those among them that count the members of lists: 县 of 甲、乙两县."""
    spelled_out: tuple[str, ...] = ()
    """Between a number of things and the list of them all: 即."""
    defined_as: str = ""
    """Between a number with its noun and the list that says what it means: 为 of 两带为…."""
    called: str = ""
    """Between a list and the short name that counts it: 合称 of 人本化、生态化、智慧化合称“三化”."""
    examples: tuple[str, ...] = ()
    """At the head of a list, or at its end, says that it has not all of them: such as, and others."""
    some_of: tuple[str, ...] = ()
    """Before a number of things, says that it is not of all that is listed, or of more: one of."""
    numbered: frozenset[str] = frozenset()
    """Before a number, says that it is a name and counts nothing: grade of Grade 2 listed buildings."""
    chief: frozenset[str] = frozenset()
    """Before what is counted, says that it is heads under which more than one thing may stand: main of two main risks."""
    alternatives: frozenset[str] = frozenset()
    """Between two numbers, says that neither alone counts: two or three."""
    joined: str = ""
    """Between the last two of a list, or in the name of one of them: 和."""
    such: str = ""
    """Between a list and the number of its members: 这 of 甲、乙、丙这三大."""
    in_all: str = ""
    """The same, behind a list of examples: 共 of 等共8条."""
    peak_day: str = ""
    """What is used in a `year` and, behind it, on the highest `day`, with the numeral (万) of each."""
    acts: str = ""
    """At the head of an indicator's name, says that acts are counted: 申报."""
    of_time: tuple[str, ...] = ()
    """In an indicator's name or a note, says of which time its counts are: 累计, 年度."""
    about: str = ""
    """A pattern of what says, before a figure, that it is rounded: 约."""
    plan_kinds: tuple[str, ...] = ()
    """What a plan calls itself at the end of its title: 规划."""
    other_kinds: str = ""
    """What others call themselves, with their kind as `kind`: 本项目."""
    opposites: tuple[tuple[str, str], ...] = ()
    """Directions that face each other: 东 and 西."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CHINESE = Proofing(
    see="(?:详见|参见|参阅|另见|见于|列于|见)",
    per="(?:如|按|据|由)",
    page="(?:第 ?[0-9]{1,4} ?页|[PpＰ] ?[.．]? ?[0-9]{1,4}|[0-9]{1,4} ?页)(?![0-9A-Za-z])",
    and_so_on="等",
    summing=("大", "类", "种", "栋", "方面", "个方面", "个环节", "个层次"),
    verbs="[的在对把将使让从向]|分别|达到|新增|增加|新建|扩建|改建|完成|引进|培育|建成|打造|实施|推进|围绕|聚焦|突出",
    doubled=(
        "要要(?<![主只重需必纪首摘概提扼紧想将都就也还不]要要)(?![求素点领件闻塞紧害么职])",
        "的的(?<!目的的)(?![确士])",
        "或或(?![许者])",
        "与与(?<![参给授赠付投]与与)(?![会其此])",
        "等等(?=具有|领域|设施|技术|平台|项目|产业|企业)",
        "区区(?<=[心核范发新城园片社保]区区)(?=[，。；、：！？）”》的和与推加建将在要已\\n]|$)",
        "进一步进一步|以及以及|通过通过|不断不断|加快加快|逐步逐步|持续持续|大力大力|着力着力|切实切实|推进推进|提升提升|加强加强|促进促进|其中其中",
        "同时同时|按照按照|围绕围绕|为了为了|由于由于|对于对于|关于关于|根据根据|积极积极|坚持坚持|打造打造|实施实施|推动推动|开展开展",
    ),
    works=(
        *("系列工程", "建设工程", "改造工程", "工程", "建设项目", "项目", "建设", "市政", "道路", "标段", "段", "标"),
        *("设施", "新建", "改建", "扩建"),
    ),
    bodies=("有限责任公司", "股份有限公司", "有限公司", "集团有限公司", "公司", "集团", "委员会", "办公室"),
    private_investors=frozenset({"社会投资", "社会资本", "民间投资", "民间资本", "社会力量", "社会资金"}),
    yearly="年均|当年|每年|历年|年度新增|年新增",
    stocks=("结存", "结余", "余额", "盈余"),
    places="路道街巷桥河江浦溪渠站港",
    issuers="(?:中央|国务院|政府|部|局|署|委|委员会|厅|办|办公室|院|会|行)",
    issued="(?:关于|公告|令|通知|通告|联合|印发|发布|[0-9〔（》）、]|$)",
    other_plans="(?:》|(?:国家|全国|省|自治区|上位|上级|上一轮|上轮|原)[^，。；：、]{0,12}?(?:规划|纲要|方案|意见|文件|计划))的?",
    unit_spellings=(
        *(("米", "m"), ("平方米", "㎡", "m²", "m2"), ("立方米", "m³", "m3"), ("公里", "千米", "km")),
        *(("公里/小时", "千米/小时", "km/h"), ("公顷", "hm²", "hm2", "ha"), ("平方公里", "平方千米", "km²", "km2")),
        *(("吨", "t"), ("吨/日", "吨/天", "t/d", "t/日"), ("千瓦", "kW"), ("兆瓦", "MW"), ("千克", "公斤", "kg")),
    ),
    spans="(?:行动|行动计划|计划|规划|期)?",
    begun="开工(?:建设)?",
    finished="(?:建成|竣工|完工|投用|通车|投产)",
    itemizing="是",
    following="(?:以下|如下|下列)",
    ends=("研究院", "研究所", "研究中心", "实验室", "有限公司", "大学", "学院", "医院", "集团"),
    telling=frozenset("一二三四五六七八九十0123456789东西南北中上下新老甲乙丙丁市区县镇乡村ABCDEFGabcdefg"),
    loose="区化性的之与和及类型级新了等总大小高口",
    branches="分总子",
    shortened="简称",
    numerals="两二三四五六七八九十",
    one="一",
    ordinals="第",
    any_kind="大",
    kinds="个条项类",
    tasks=("任务", "举措", "行动"),
    settled="县镇乡村市区户人家",
    people="名位",
    counted_places="省市县区镇乡",
    spelled_out=("即", "分别是", "分别为"),
    defined_as="(?:是指|为|指)",
    called="(?:合称|并称|统称|简称|等)",
    joined="(?:以及|[和与及])",
    such="这",
    in_all="共",
    peak_day=r"年(?:用水|供水|需水|取水|排水|污水)[^，。；0-9\n]{0,8}(?P<year>[0-9]{1,7}(?:\.[0-9]{1,4})?) ?(?P<many>[万亿]?)(?:m³|立方米|吨|t)(?!/)"
    r"[^。；0-9\n]{0,12}最高[^，。；0-9\n]{0,8}(?P<day>[0-9]{1,6}(?:\.[0-9]{1,4})?) ?(?P<many_a_day>[万亿]?)(?:m³|立方米|吨|t)",
    acts=(
        "(?:申报|引进|引育|招引|培育|举办(?!者)|承办|组织(?=申报|实施|开展|举办|培训|参加)|实施|开展|完成|建成(?!区)|创建|签约(?!医生|家庭|居民|服务|率)|授权"
        "|认定|转化(?!医学)|制定|发布|新建|改造|整治|培训(?!机构|基地|中心|学校|点|师))"
    ),
    of_time=("累计", "累积", "合计", "总量", "年度", "本年", "当年", "每年", "逐年", "年内", "当期"),
    about="约(?<![签节预合契违集制]约)",
    plan_kinds=("规划", "纲要", "计划"),
    other_kinds=(
        "本(?<![资基成版样根日文标课剧原书脚副抄读人治固为目善孤拓珍藏民升木草母绘股降保范话译刻唱各每某这那几整一二两三四五六七八九十]本)"
        "(?P<kind>项目(?![标库表清录])|工程|方案|报告(?!期)|研究|课题)(?![部师院生所])"
    ),
    opposites=(("东", "西"), ("南", "北"), ("东南", "西北"), ("东北", "西南")),
)

_ENGLISH = Proofing(
    see="(?:[Ss]ee|[Cc]f\\.|shown (?:in|on)|listed (?:in|on))",
    per="(?:as in|according to|in)",
    page="(?:pages?|pp?\\.) ?[0-9]{1,4}",
    and_so_on="and so on",
    summing=(),
    verbs="(?!)",
    doubled=(r"(?i:\b(?:the the|of of|to to|and and|in in|for for|with with|a a)\b)",),
    works=("project", "works", "construction"),
    bodies=("Co., Ltd.", "Ltd.", "Limited", "Inc.", "Corporation", "Committee", "Office"),
    spelled_out=("namely", "i.e.", "that is"),
    some_of=("one of", "some of", "any of", "each of", "either of", "most of", "other", "another", "further", "more"),
    numbered=_words(
        "grade grades tier tiers phase phases level levels band bands zone zones section sections year years part parts stage stages class classes "
        "category group type step lot line route schedule chapter article policy goal objective priority january february march april may june july "
        "august september october november december"
    ),
    chief=_words("main key major principal chief core priority strategic broad"),
    alternatives=_words("or and to"),
    joined="and",
    examples=("including", "such as", "e.g.", "for example", "and so on", "etc", "and others", "and more", "mainly"),
    private_investors=frozenset({"private investment", "private capital", "private investors"}),
    yearly="per year|annual|yearly",
    stocks=("balance", "surplus"),
    places="",
)

_BY_PRIMARY: Mapping[str, Proofing] = MappingProxyType({"zh": _CHINESE, "en": _ENGLISH})


def proofing(language: str) -> Proofing:
    """The words for a language tag (only its language counts); those of English where there are none."""
    return _BY_PRIMARY.get(primary(language), _ENGLISH)
