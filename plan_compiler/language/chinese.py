"""Chinese (zh-CN)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from plan_compiler.language.chinese_discourse import CHINESE_DISCOURSE
from plan_compiler.language.vocabulary import (
    AnnexColumns,
    Aspect,
    Attribute,
    Captions,
    DataTableWords,
    IndicatorColumns,
    Meanings,
    Nature,
    NumberNames,
    Numerals,
    Qualifier,
    Qualifiers,
    Typography,
    UnitNames,
    Words,
)
from plan_compiler.rational import Fraction

_Value = TypeVar("_Value")


def _by_meaning(meanings: Mapping[_Value, str]) -> Mapping[str, _Value]:
    return MappingProxyType({word: meaning for meaning, words in meanings.items() for word in words.split()})


_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0, "两": 2}

_FRACTIONS = {
    f"{whole}分之{part}": Fraction(n, denominator)
    for whole, denominator in {**{w: n for w, n in _DIGITS.items() if n > 1}, "十": 10}.items()
    for part, n in _DIGITS.items()
    if 0 < n < denominator
}

_UNITS = {
    "CNY": "元 人民币元",
    "USD": "美元",
    "GBP": "英镑",
    "EUR": "欧元",
    "HKD": "港元 港币",
    "m": "米",
    "km": "公里 千米",
    "cm": "厘米",
    "mm": "毫米",
    "nmi": "海里",
    "m2": "平方米 平米 平方",
    "km2": "平方公里 平方千米 个平方公里",
    "ha": "公顷",
    "mu": "亩",
    "m3": "立方米 立方",
    "L": "升",
    "mL": "毫升",
    "t": "吨",
    "kg": "千克 公斤",
    "g": "克",
    "jin": "斤 市斤",
    "mg": "毫克",
    "ug": "微克",
    "tce": "吨标准煤 吨标煤",
    "kgce": "千克标准煤 公斤标准煤",
    "gce": "克标准煤",
    "tCO2": "吨二氧化碳",
    "kW": "千瓦",
    "MW": "兆瓦",
    "GW": "吉瓦",
    "W": "瓦",
    "kWh": "千瓦时 千瓦小时",
    "MWh": "兆瓦时",
    "GWh": "吉瓦时",
    "s": "秒",
    "min": "分钟",
    "h": "小时",
    "d": "日 天",
    "week": "周",
    "month": "个月 月",
    "a": "年",
    "age": "岁 周岁",
    "/100000": "/10万 1/10万 /十万 1/十万",
    "pp": "百分点 个百分点",
    "tenth": "成",
    "times": "倍",
    "ppt": "千分点 个千分点",
    "bp": "基点 个基点 BP bp",
    "celsius": "摄氏度",
    "dB": "分贝",
}

_COUNTERS = (
    "户 家 人 项 件 个 条 座 栋 幢 所 处 位 名 张 台 套 辆 只 头 株 棵 本 册 部 次 场 门 类 种 批 对 组 份 片 块 段 层 "
    "间 床 标 班 列 艘 架 口 根 支 颗 枚 面 轮 步 站 孔 例 起 篇 首 笔 宗 单 团 队 席 盏 樘 节 幅 村 镇 乡 县 区 市 "
    "场次 人次 辆次 架次 家次 户次 批次 项次 件次 套次 方面 班级 地块 床位 学位 泊位 车位 岗位 机位 车道 标段 标准箱 "
    "工作日 个工作日 自然村 行政村 标台 标准台 标准车 TEU 标箱 吨公里 人公里 车公里 吨海里 车道公里 班次 车次 台套 载重吨 总吨 蒸吨 "
    "机架 标准机架 端口 羽 尾 TB PB Gbps Mbps EFLOPS PFLOPS"
)

_INTERCHANGEABLE = (
    "人 名 位 口",
    "家 户 项 件 处 所 间 单",
    "座 处 所 项 件",
    "座 栋 幢 楼",
    "标箱 标准箱 TEU",
    "机架 标准机架",
    "条 段 项 件",
    "类 种 项 件 方面 批 组",
    "本 册 部 篇 项 件",
    "台 套 辆 部 架 艘 列 件",
    "块 片 宗 处 幅 地块",
    "只 头 口 条",
    "株 棵",
    "张 床 床位",
    "位 学位 座",
    "位 泊位 车位 机位",
    "场 次 场次",
    "次 人次 户次 家次 辆次 架次 批次 项次 件次 套次 场次",
    "村 自然村 行政村",
    "标 标段 段",
    "班 班级",
    "工作日 个工作日",
    "标准箱 TEU",
    "标台 标准台 标准车",
)
"""Measure words by what they may count: people, firms and institutions, works, buildings, rivers and roads, kinds, …"""

_COMPOUNDS = "节约 集约 契约 预约 公约 条约 违约 签约 履约 合约 制约 最近 附近 邻近 就近 靠近 相近 赶超 反超"

CHINESE = Words(
    language="zh-CN",
    qualifiers=Qualifiers(
        before=_by_meaning(
            {
                Qualifier.AT_LEAST: "不低于 不少于 不小于 不下于 不短于 至少 最少 最低 起码 ≥",
                Qualifier.MORE_THAN: "超过 超出 突破 超 逾 高于 高出 大于 多于 > ＞",
                Qualifier.AT_MOST: "不超过 不超 不高于 不大于 不多于 不长于 不突破 不逾 至多 最多 最高 控制在 ≤",
                Qualifier.LESS_THAN: "不足 尚不足 还不足 仍不足 不到 尚不到 还不到 未达 未达到 未满 不满 低于 少于 小于 "
                "< ＜",
                Qualifier.ABOUT: "约 大约 大概 大致 约为 约占 约合 约有 ≈",
                Qualifier.NEARLY: "近 将近 接近 几近",
                Qualifier.EXACTLY: "达到 达到了 达 已达 为 是 有 已 仅 只有 实现 共 共计 合计 总计 完成 等于 = ＝ 恰 正好 "
                "增至 增加到 提高到 上升到 降至 降低到 下降到 稳定在 保持在",
            }
        ),
        after=_by_meaning(
            {
                Qualifier.AT_LEAST: "以上 及以上 或以上 (含)以上 （含）以上 (以上) （以上） (及以上) （及以上） 起 或更多",
                Qualifier.AT_MOST: "以内 以下 及以下 或以下 (以内) （以内） (以下) （以下） 之内 内 为限 封顶",
                Qualifier.ABOUT: "左右 上下 前后",
                Qualifier.MORE_THAN: "开外",
                Qualifier.AND_MORE: "多 余 多一点 出头 有余",
            }
        ),
        inside=MappingProxyType({"多": Qualifier.AND_MORE, "余": Qualifier.AND_MORE, "来": Qualifier.ABOUT}),
        aspects=_by_meaning(
            {
                Aspect.CHANGE: "新增 净增 增加 增加了 增长 减少 减少了 下降 下降了 提高 提高了 降低 降低了 压减 缩减 回落 "
                "新建 新建成 新培育",
                Aspect.CUMULATIVE: "累计 累计达 累计达到 累计新增 累计完成 累计实现 累计建成",
            }
        ),
        compounds=frozenset(_COMPOUNDS.split()),
        falling=frozenset(["减少", "减少了", "下降", "下降了", "降低", "降低了", "压减", "缩减", "回落"]),
        levels=("增加值", "增长率", "增长速度", "增加率", "提高率", "降低率", "下降率", "减少率", "压减率", "新增率"),
    ),
    numerals=Numerals(
        digits=MappingProxyType(_DIGITS),
        magnitudes=MappingProxyType({"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}),
        myriad=10**4,
        few=frozenset("几数"),
        fractions=MappingProxyType(_FRACTIONS | {"一半": Fraction(1, 2), "半数": Fraction(1, 2)}),
        multiples=MappingProxyType(
            {"翻番": 2, "翻一番": 2, "翻了一番": 2, "翻两番": 4, "翻二番": 4, "翻了两番": 4, "翻三番": 8}
        ),
        per=MappingProxyType({"百分之": "%", "千分之": "‰", "十万分之": "/10万"}),
    ),
    units=UnitNames(
        symbols=_by_meaning(_UNITS),
        counters=MappingProxyType({word: word for word in _COUNTERS.split()}),
        bare=frozenset("大"),
        multipliers=MappingProxyType(
            {
                **{"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7},
                **{"亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12},
            }
        ),
        spaced=False,
        general=frozenset("个"),
        interchangeable=tuple(frozenset(words.split()) for words in _INTERCHANGEABLE),
        ambiguous=MappingProxyType({"方": ("m2", "m3")}),
        currencies=MappingProxyType(
            {**{"¥": "CNY", "￥": "CNY", "US$": "USD", "$": "USD"}, **{"HK$": "HKD", "€": "EUR", "£": "GBP"}}
        ),
        points="个百分点",
    ),
    names=NumberNames(
        before=("第", "专栏", "附表", "附件", "附录", "表", "图", "号"),
        ordinal=("月", "日", "号", "期", "版", "强", "级", "届", "世纪", "年代", "周年", "季度", "点钟"),
        name=(
            *(
                "分钟生活圈",
                "分钟通勤圈",
                "分钟交通圈",
                "分钟服务圈",
                "小时交通圈",
                "小时生活圈",
                "小时经济圈",
                "小时通勤圈",
            ),
            *("项目", "工程", "标", "路", "室", "地块", "单元", "工作法", "行动", "年一遇", "点", "时", "孵化"),
        ),
        year="年",
        quotes=(("“", "”"), ("‘", "’"), ("「", "」"), ('"', '"')),
        titles=(("《", "》"), ("〈", "〉"), ("〔", "〕")),
        idioms=frozenset("位方面区县市村镇乡步站口层年团队部次门人对天日头手根条件本代分成号"),
        articles=frozenset("一"),
    ),
    typography=Typography(
        run_in_close="。",
        list_separator="、",
        clause_separator="；",
        colon="：",
        open_parenthesis="（",
        close_parenthesis="）",
        range_sign="～",
        ranges=("～", "~", "-", "－", "–", "—", "−", "至", "到", "∼", "〜"),
        groups=False,
        headings="zh",
        categories="一",
    ),
    captions=Captions(
        contents="目录",
        annex="附表",
        annex_within="附表",
        category_within="附表第{number}类",
        project="项目",
        chapter_within="第{number}部分",
        table="表",
        figure="图",
        box="专栏",
        attachment="附件",
        continued="（续）",
        note="注：",
        unit="单位：",
        page="第{page}页",
    ),
    indicator_columns=IndicatorColumns(
        category="类别",
        name="指标名称",
        unit="单位",
        year="{year}年",
        attribute="指标属性",
        of_which="其中：",
    ),
    data_table=DataTableWords(
        stub="项目",
        less="减：",
        running=("累计", "累积"),
        of_each=("当年", "本年", "年度", "当期", "完成"),
        averages=(
            "年均",
            "月均",
            "日均",
            "人均",
            "户均",
            "亩均",
            "地均",
            "平均",
            "每",
            "均价",
            "单价",
            "率",
            "比",
            "指数",
            "密度",
            "强度",
        ),
        totals=frozenset({"合计", "总计", "共计", "总和"}),
        subtotals=frozenset({"小计"}),
        rounding=("四舍五入", "舍入", "尾数", "进位"),
    ),
    annex_columns=AnnexColumns(
        serial="序号",
        name="项目名称",
        scope="建设规模和内容",
        nature="建设性质",
        period="建设期限",
        total="总投资",
        in_period="规划期内投资",
        owner="责任单位",
        amount="{title}（{unit}）",
        subtotal="小计",
        grand_total="合计",
    ),
    meanings=Meanings(
        natures=_by_meaning(
            {
                Nature.CONTINUED: "续建 在建 结转",
                Nature.NEW: "新建 新开工 拟建 计划新开工",
                Nature.PREPARATION: "前期 前期工作 前期研究 谋划前期",
                Nature.RESERVE: "储备 谋划 预备",
                Nature.COMPLETED: "建成 竣工 完工 已建成",
                Nature.ALTERATION: "改建 扩建 改扩建 迁建 新改扩建",
            }
        ),
        attributes=_by_meaning(
            {Attribute.EXPECTED: "预期性 预期", Attribute.BINDING: "约束性 约束"},
        ),
        undecided=frozenset({"未定", "待定", "/", "／", "—", "——", "-", "－", "不定"}),
        placeholders=frozenset({"待补", "待补充", "待定", "略"}),
        published=frozenset(
            {"已公布", "公布", "已发布", "发布", "已印发", "印发", "正式稿", "公布稿", "印发稿", "公开稿"}
        ),
        no_unit=frozenset({"", "-", "－", "—", "——", "/", "／", "无"}),
        assigned=("下达", "核定", "上级", "省定", "市定"),
    ),
    discourse=CHINESE_DISCOURSE,
)
