"""How a Chinese text says what its figures are of."""

from types import MappingProxyType

from plan_compiler.language.discourse import Discourse


def _words(listed: str) -> tuple[str, ...]:
    """The words of a list."""
    return tuple(listed.split())


_NUMBERS = "七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十"
"""Of five-year plans: the seventh was that of 1986-1990, and each since then has followed the one before it."""

CHINESE_DISCOURSE = Discourse(
    leading=_words(
        "目前 当前 现在 截至目前 截至当前 现有 到 至 在 截至 截止 展望 展望到 力争 力争到 争取 预计 预计到 确保 实现 使 让 将 要 其中 全年 底 "
        "末 年底 年末 期末 规划期末 全面 基本 计划 规划 同时 以及 而 、 "
        "的 ， ： —— — 一是 二是 三是 四是 五是 六是 七是 八是 居民 城乡居民 全省 全州 全市 全区 全县 全旗 我省 我州 我市 我区 我县 我旗"
    ),
    between=_words(
        "的 为 是 共 共有 将 要 应 应当 须 需 力争 争取 确保 由 从 自 在 到 至 底 末 年底 年末 "
        "期末 全年 就 已 已经 总计 共计 合计 目标 目标值 实际 数值 水平 规模 总量 有望 预计 "
        "提升到 提升至 提高至 扩大到 扩大至 增长到 增长至 上升至 降到 下降至 升至 升到 扩至 "
        "控制在 保持 稳定 ："
    ),
    making=_words(
        "建成 建设 创成 创建 培育 引进 引育 引入 集聚 拥有 认定 申报 完成 实施 获批 获评 培养 "
        "安排 谋划 谋划实施 推进 列入 纳入 共 共有 共计 共安排 共实施 共谋划 打造 形成 布局 新培育 建立 设立 收录 列出 所列 共列"
    ),
    scopes=_words("规上 规模以上 规模 限上 限额以上 城镇 建制镇 农村 乡村 村镇 户籍"),
    whenever=_words("时 的"),
    coming_about=_words("形成 申报 引育 引进 引入 创建 拥有 获批"),
    endings=_words("数量 总数 数 总量"),
    plans=MappingProxyType({f"{number}五": 1955 + 5 * n for n, number in enumerate(_words(_NUMBERS), start=7)}),
    plan_end=_words("末 期末 规划末 规划期末"),
    final_year=_words("期末 规划期末"),
    other_periods=_words("任 学 近 中 前"),
    base_year=_words("基期 基准年 规划基期 期初"),
    compared=_words("比 较 同比 相比 相较 对比"),
    loose=_words("以来 起 前 以前 之前 后 以后 之后 间 期间 基础 的基础 开始 相比 相比较"),
    whole=_words("总 全"),
    whole_compounds=_words("部 体 装 站 工 务 裁 经 书 理 局 公司 店 院 则 结 国 省 市 区 县 球 面 年 程 民 新 域"),
    measures=_words(
        "面积 用地 占地 长 长度 里程 投资 投资额 规模 容量 户数 人数 人口 套数 数量 量 产值 收入 支出 库容 需求 资金 经费 预算"
    ),
    of_which=_words("其中"),
    building=_words("新建 改建 扩建 改造 建设 建成 整治 治理 修建 疏浚 铺设"),
    abreast=_words("左 右 单 双 上行 下行 两侧 沿线"),
    unlike=_words(
        "用地 占地 建筑 投资 产值 产出 收入 营收 支出 税 利润 销售 增加值 融资 出口 进口 出让 绿化 水域 林地 耕地 "
        "户籍 常住 流动 就业 从业 岗位 床位 车位 泊位 座位 学位 播种 种植 复种 养殖 贷款 存款 处理 服务 管护 储备 设计 年产 规划 计划 出栏 收集 转化 合同 协议"
    ),
    besides=_words("另 此外 还有 今年 明年 去年 退出 注销 目标 累计"),
    balances=_words("净 差额 顺差 逆差 结余"),
    uneven=_words("利润 盈利 盈余 亏损 最大 最高 峰值 净 资本 负债 溢价"),
    generic_measures=_words("个 项 处 件 批 台 根"),
    levels=_words("中央 地方 自筹 企业自筹 单位自筹 社会资本 国家 省级 省 市级 市 县级 县 区级 区 镇级 镇 乡镇 村级"),
    funds=_words("资金 贷款 债券 专项债 国债 补助 补贴 自筹 拨款"),
    effects=_words(
        "另行 另需 另投 带动 撬动 拉动 吸引 辐射 惠及 服务 覆盖 形成 新增 实现 达产 年产 产出 创造 贡献 预计 力争 节约 减少 超过同期 "
        "争取 比 较"
    ),
    complements=((("地上", "地面建筑", "地面以上"), ("地下", "地下室", "地面以下")),),
    grounds=_words("用地 占地 用地面积 占地面积 绿化面积 绿地面积 土地面积 基底面积"),
    phase="期",
    phase_fill=_words("建设 工程 实施 项目 实施工程 建设工程 先 拟 计划 规划 其中 段 道路 ： 、"),
    uncounted=_words("不含 不包含 不包括 不计 未计 未含 计容 另有 除外 架空"),
    rate=_words("率"),
    rate_stem=_words("化"),
    share=_words("占 占比 占总数的 占比达 占比为 比例 比例为 比重 比重为"),
    several_apply=_words(
        "多选 受访 问卷 调查 反映 认为 满意 关注 女性 男性 党员 团员 本科 大专 学历 研究生 硕士 博士 职称 少数民族 农村户籍 退役 残疾 青年"
    ),
    share_of=_words("占 完成 相当于"),
    share_fill=_words("的 比重 比例 总数 总量 总额 为 达 达到 约"),
    among=_words("中"),
    planned=_words("计划 任务 目标 应"),
    bounded_rates=_words(
        "覆盖率 达标率 合格率 优良率 城镇化率 绿化率 绿地率 处理率 收集率 满意率 办结率 通车率 通达率 水面率"
    ),
    composed=_words("构成 组成 结构 来源 三次产业占比 三次产业比重 三产占比 三产比重 二、三产业占比 二、三产业比重"),
    mainly="主要",
    structures=_words(
        "产业结构 产业比重 产业占比 产业比例 产业之比 三产结构 三产比重 三产占比 三产比例 产比 产之比 产业增加值之比 产业增加值占比 产业增加值比重 "
        "产业增加值比例"
    ),
    industries=(("第一产业", "一产"), ("第二产业", "二产"), ("第三产业", "三产", "服务业")),
    all_industries=_words("第一、第二、第三 第一、二、三 一、二、三 第一二三 一二三次 一二三 三次"),
    of_economy=_words("生产总值 GDP gdp"),
    added="增加值",
    ratios=_words("之比 的比例 比例 的比值 比值 之间的比例"),
    staying=_words("保持在 稳定在"),
    restating=_words("约 合 即 折合 约合 折 约为 合计约"),
    growth=_words(
        "压减 压减了 增长 增长了 增幅 增幅达 增幅为 提高 提高了 增加 增加了 上升 上升了 下降 下降了 减少 减少了 降低 降低了 "
        "净增 净增加 提升 提升了 降幅 降幅达 降幅为"
    ),
    gains=_words("新增 新增加 新培育"),
    losses=_words("净增 退出 淘汰 注销 关停 减少 拆除 搬迁 腾退 撤并 报废"),
    times_of=_words("是 为 相当于 达到 达 约为 约是 将是 将达到"),
    times_than=(),
    times_more=(),
    yearly_growth=_words(
        "年均增长 年均增速 年均增速达 年均增速为 年均增长率 年均增长率达 年均增长率为 年均增幅 "
        "年均增加 年均提高 年均下降 年均降低"
    ),
    yearly=_words("年均 平均每年 每年平均"),
    over_span=_words("累计 共 共计 总计 合计 两年 三年 四年 五年 十年 五年间 五年来 期间"),
    having=_words("有 共有 现有 已有 拥有 现 现状 共 为 是"),
    other_spans=_words("两 三 四 十"),
    now=_words("目前 当前 现 现在 截至目前 截至当前 现有"),
    of_this_plan=_words("五年 今后五年 未来五年 五年内 今后五年内"),
    supposing=_words("方案 情景 情形 口径 假设 假定 若 如果 按 预测 测算 剔除 扣除"),
    conditions=_words("如 若 假如 倘若 假设 假定 一旦"),
    no_conditions=_words("如期 如下 如今 如实 如意 如东 如皋 如何 若干 若尔盖"),
    from_=_words("从 由"),
    to=_words("到 至"),
    turning=_words("为 成"),
    rising=_words("增加 增长 增 上升 扩大 升 攀升 增大 扩 增加了 拓展"),
    improving=_words("提高 提升"),
    falling=_words("减少 下降 降低 降 缩小 缩减 压减 压缩 回落 下调 减 缩短"),
    strictness=_words("标准 要求 限值 等级 精度 误差 分辨率 水质 时效 排名 位次 名次 能效 门槛 时间 时长 准入"),
    ranks=_words("位 名"),
    differing=_words("增 减 升 降 扩 缩 涨 跌 多 少 高 低 快 慢 超"),
    year_before=_words("上年 去年 上年同期 去年同期 上年为 去年为 上年的 去年的"),
    reaching=_words("达到 达 至 到 增至 增加到 总数达 总数达到 总量达 总量达到 降至 升至"),
    real_terms=_words("可比价 不变价 可比口径 扣除价格 实际增长"),
    real_by_custom=_words("生产总值 GDP 增加值 国民收入 可支配收入"),
    total_investment=_words("总投资 总投资额 投资总额"),
    in_period_investment=_words("规划期内投资 期内投资 “十四五”投资 十四五投资 “十四五”期间投资 十四五期间投资"),
    listings=_words("安排表 一览表 汇总表 计划表 明细表 情况表 清单 目录 名录 表 库 安排 计划"),
    before_listed=_words('期间 时期 规划 ” " 年 市 县 区 ） ) 附表 主要'),
    members=_words("项目 重大项目 工程项目 重点项目"),
    member_measures="个项",
    kinds=_words("类 项目 类项目"),
    led=_words(
        "牵头 牵头实施 牵头负责 牵头组织 负责 负责实施 负责建设 组织实施 实施 承担 主管 主责 为责任单位 为牵头单位 作为责任单位 作为牵头单位"
    ),
    leading_owner=_words("由 以"),
    sorted_by=_words("按 从"),
    of_annex=_words("附表 本规划 附表中 附表中的"),
    within_a_year=_words("全年 年内 今年 明年 当年 本年 每年 去年 上年 季度 上半年 下半年 本月 年度"),
    past=_words(
        "过去 近年 近三年 近五年 近几年 最近几年 五年来 三年来 年来 上个五年 上一个五年 前五年 回顾 成就 成效 发展基础 现实基础 发展现状"
    ),
    within_the_plan=_words("规划期内 规划期间 规划期"),
    within_a_plan=_words("期间 时期 期内 规划期内 规划期间"),
    summing=_words("共 共计 总共 一共 合计 总计"),
    each=_words("每"),
    averaging=_words("均"),
    totals=_words("总价 总额 总费用 总投资"),
    allotted=_words("安排 投入 支出 列支"),
    sum_fill=_words("投资 完成 安排 资金 为 达 达到 约 近 超 超过 新增 建成 改造 新建 有 总投资 投入 实现 需"),
    numbered=_words("年 项 期 类 者 级 个年度 个 部分 方面"),
    all_parts=_words("分为 分别为 分别是 分成 资金来源为"),
    some_parts=_words("包括 包含 含"),
    made_from=_words("由"),
    made_of=_words("构成 组成"),
    exhaustive_kinds=(
        (("男",), ("女",)),
        (("进口",), ("出口",)),
        (("一般债",), ("专项债",)),
        (("第一产业", "一产"), ("第二产业", "二产"), ("第三产业", "三产")),
        (("非税",), ("税收",)),
        (("架空",), ("电缆",)),
        (("公办",), ("民办",)),
    ),
    exclusive_kinds=(
        (("城镇", "城市"), ("农村", "乡村")),
        (("小学",), ("初中",), ("高中",), ("幼儿园",)),
        (("义务教育",), ("学前教育",), ("高中",)),
        (("新建",), ("改扩建", "改建", "扩建"), ("盘活",)),
        (("火电", "煤电"), ("水电",), ("风电",), ("光伏",), ("核电",), ("生物质",)),
        (("主板",), ("创业板",), ("科创板",), ("北交所",)),
        (("街道",), ("镇",), ("乡",)),
        (("大型",), ("中型",), ("小型",)),
        (("财产险",), ("人身险",)),
        (("企业",), ("个体工商户",), ("合作社",)),
        (("高速公路",), ("国省道",), ("农村公路",)),
        (("地下站",), ("高架站",), ("地面站",)),
        (("国家级",), ("省级",), ("市级",), ("县级",)),
        (("已完成",), ("正在推进", "推进中"), ("未开工", "未启动")),
        (("厂站", "厂区"), ("管网",)),
        (("存量",), ("增量",)),
        (("小学",), ("中学",), ("幼儿园",)),
        (("国道",), ("省道",), ("县道",), ("乡道",), ("村道",)),
        (("主干管", "干管"), ("支管",)),
        (("博士",), ("硕士",), ("本科",)),
        (("5A级",), ("4A级",), ("3A级",)),
    ),
    both_kinds=_words("进出口"),
    rest=_words("其他 其它 其余 剩余 还剩 尚余 余下 尚有"),
    done=_words("已 现已 目前已"),
    sorts=_words("类 大类 方面"),
    indicators_called="指标",
    indicators_chief="主要",
    indicators_spaced=(),
    being=(),
    setters=(),
    indicator_groups=_words("类 方面"),
    setting=_words("设置 设定 确定 明确 提出 制定 共 共有 共设 共设置"),
    project_endings=_words("项目 工程 建设项目 建设工程"),
    sites=_words("园 区 基地 集群 小镇 组团 新城 城 镇 村 乡 县 市 港 街"),
    beyond_project=_words(
        "一期 二期 三期 首期 首批 首条 首段 首座 首台 第二批 接续 连接线 引进 引育 入驻 落户 投产后 通车后 运营后 现有 前期 基本 主体 主线 支线 先行 率先 阶段 标段 部分 启动区 配套 年度 当年 每年 累计 已 剩余 分别 各 带动 撬动 拉动 辐射 惠及 "
        "服务 达产 年产 产值 税收 周边 沿线 其他 其余 等 建成后 投用后 完工后 另"
    ),
    within_a_place=_words("在"),
    not_about=_words("以 除 与 对接 毗邻 参照 继 围绕 依托"),
    routes=_words(
        "起 止 东 西 南 北 连接 途经 途径 经 位于 采用 按 双向 设计 沿 主要建设 建设内容 建设规模 选址 项目 工程 于 计划 拟 力争 预计 确保"
    ),
    work_starts=_words("开工 开工建设 动工 启动建设 开建"),
    work_ends=_words("建成 完工 竣工 通车 建成通车 全面建成 全线建成 全线通车 建成投用 建成投产"),
    of_all_work=_words("于 在 底 末 初 中 内 前 年底 全面 全部 全线 整体 正式 可 能"),
    before_then="前",
    in_use=_words("通车 投用 投入使用 投入运营 投产 运营 交付 启用 并"),
    building_periods=_words("建设期 建设期限 建设年限 建设工期 起止年限 实施期限"),
    invested=_words("投资 计划投资 安排投资 完成投资 计划完成投资"),
    self_names=_words("项目 本项目 该项目 工程 本工程 计划 估算 预计 概算 项目计划 项目估算 工程估算"),
    intended=_words("目标 目标值 计划 预计 预期 力争 争取 要求 水平 任务 标准"),
    aims=_words("目标"),
    target_headings=_words(
        "主要目标 发展目标 总体目标 具体目标 规划目标 主要发展目标 主要预期目标 主要规划目标 主要指标 发展主要目标 主要目标和指标 "
        "经济社会发展主要目标 经济社会发展目标"
    ),
    stages=_words(
        "阶段 近期 中期 远期 前期 后期 第一步 第二步 第三步 年度 逐年 每年 当年 今年 明年 前三年 后两年 分步 "
        "本世纪中叶 展望 远景 未来十年 今后十年 任期 经过一年 经过两年 经过三年 经过四年 经过十年"
    ),
    part_of_year=r"(?:[0-9]{1,2}\s?[—–～~至到-]{1,2}\s?)?(?!12月)[0-9]{1,2}月|[上下]半年|前?[一二三四1-4]个?季度",
    proposing=_words("提出 明确提出 提出要求 下达 部署"),
    demanded="(?:国家|中央|省|自治区|上级|部委)[^，。；]{0,8}(?:下达|考核|要求|规定|任务)",
    for_example=_words("为例"),
    this_plan=_words("本 规划提出 规划明确"),
    before_year=(),
    not_years=_words("价 不变价 现价 年价 口径"),
    areas=_words(
        "地区 小区 超市 都市 保护区 库区 矿区 郊区 牧区 林区 山区 校区 厂区 辖区 街区 示范区 试验区 市县 区县"
    ),
    striving=_words("力争 争取"),
    of_five_years=_words("五年累计 5年累计 规划期累计 期内累计 五年累积"),
    possessive=_words("的"),
    joint=_words("的"),
    of_size=_words("级 型 档"),
    becoming=_words(
        "为 是 属 属于 获 获得 获评 被 通过 入选 实现 完成 成为 来自 位于 建立 开展 拥有 设立 纳入 参与 享受 上市 认定"
    ),
    respectively=_words("分别"),
    joining=_words("、 和 及 与"),
    ending=_words("（ ( 并 且 和 及 与 而 同比 比 较 的 起步"),
    elsewhere=_words("全国 全球 我国 世界 国内 省内 长三角"),
    throughout=_words("全 我"),
    levels_of_place=_words("省 州 市 区 县 旗"),
    level_compounds=_words(
        "州市 州省 州区 州县 城市 社区 园区 片区 景区 新区 市场 市民 市政 市域 县域 县城 区域 区块 区位"
    ),
    narrower=_words("产业 集群 城区 老城 主城 片区 小镇 园区 组团 核心区 集聚区 拓展区 行业 街道 乡镇 企业 领域 院 所"),
    places=_words("省 市 县 区 镇 乡 街道 村"),
)
