"""What a language says its figures are of: the words by which its texts are read."""

from collections.abc import Mapping

from msgspec import Struct


class Discourse(Struct, frozen=True):
    """Words by which a running text says what its figures are of, and how they hang together.

    `leading` may stand before the name of a figure, `between` between the name and the figure, without changing what
    is named; numbers of years may stand among them. `making` are verbs before a figure and its noun that leave open
    whether it is a level or an addition (培育100家). `endings` may stand behind a name without changing it (数量).
    """

    leading: tuple[str, ...]
    between: tuple[str, ...]
    making: tuple[str, ...]
    scopes: tuple[str, ...]
    """Begin the names of statistics of a part of what the rest of the name would be of: 规上 of 规上工业总产值."""
    own_scopes: tuple[str, ...]
    """Those that say what a statistic is of wherever they stand: 全社会."""
    whenever: tuple[str, ...]
    """Behind a figure that is the mark at which something is done, and no aim: 时 of 低于27时启动."""
    coming_about: tuple[str, ...]
    """Verbs that may begin the name of an indicator of what has come about, and that a text may leave out: 形成 of 形成建设用地."""
    achieved: tuple[str, ...]
    """In the name or unit of an indicator, say that it tells how much is done in a while, and not how many things there are: 培训, 人次."""
    endings: tuple[str, ...]
    plans: Mapping[str, int]
    """The last year of a country's plans by their names, which stand with quotation marks or without: 十四五."""
    plan_end: tuple[str, ...]
    """Behind such a name, for its last year: 期末."""
    final_year: tuple[str, ...]
    """The last year of the plan: 期末."""
    other_periods: tuple[str, ...]
    """A character before such a word, with which it is the last year of something else: 任 of 任期末."""
    base_year: tuple[str, ...]
    """The year before the plan: 基期."""
    compared: tuple[str, ...]
    """Before a year that is only compared with: 比2020年."""
    based_on: tuple[str, ...]
    """Behind a year that something is compared with, the longest first: 基础上 of 在2025年基础上."""
    loose: tuple[str, ...]
    """Behind a year that is no point in time: 2020年以来."""
    whole: tuple[str, ...]
    """Makes the noun behind it the name of a whole: 总建筑面积, 全长."""
    whole_compounds: tuple[str, ...]
    """Goes on from such a word to another one: 总部."""
    measures: tuple[str, ...]
    """Ends the noun of a whole that is measured: 面积."""
    of_which: tuple[str, ...]
    building: tuple[str, ...]
    """In the name of works that are built or mended, each of which is counted once: 新建, 整治."""
    abreast: tuple[str, ...]
    """In the names of what lies side by side, each about as long as the whole: 左 of 左洞."""
    unlike: tuple[str, ...]
    """Tell apart measures of one unit: nothing that is called 建筑面积 is a part of a 用地面积."""
    besides: tuple[str, ...]
    """Begins a clause that leaves a list behind: 另有."""
    balances: tuple[str, ...]
    """In the name of what is left of two figures, each of which may be above it: 净流入."""
    uneven: tuple[str, ...]
    """In the name of what a part can have more of than the whole: 利润, 最大."""
    generic_measures: tuple[str, ...]
    """Measure words of things of any kind: 个."""
    levels: tuple[str, ...]
    """Levels of government, each with a purse of its own: 中央, 省级."""
    funds: tuple[str, ...]
    """Ends what a part of an investment is paid from: 财政资金."""
    effects: tuple[str, ...]
    """Before a figure that comes of what was named before, and is no part of it: 带动."""
    effects_by_place: tuple[str, ...]
    """Those that say so only where a clause begins, and are nouns elsewhere: 服务 of 服务站, 养老服务."""
    complements: tuple[tuple[tuple[str, ...], ...], ...]
    """Kinds of part that together are the whole, each in its wordings: 地上, 地下."""
    grounds: tuple[str, ...]
    """Ends the noun of a whole that has no such parts: 用地."""
    phase: str
    """Behind the number of a phase: 期. "" where phases are not told by such a word."""
    phase_fill: tuple[str, ...]
    """May stand beside the number of a phase without being the noun of its figure: 二期建设."""
    uncounted: tuple[str, ...]
    """Says that a whole leaves something out: 不含, 计容."""
    rate: tuple[str, ...]
    """Ends the name of a share, whose stem names the part: 拆除率."""
    rate_stem: tuple[str, ...]
    """Ends such a stem behind the name of the part: 化 of 城镇化率."""
    share: tuple[str, ...]
    """Before a share of the figure before it in the whole before that: 占比."""
    several_apply: tuple[str, ...]
    """Says that several members of a list of shares may be true of one thing, so that they need not make up a whole: 可多选, 党员."""
    share_of: tuple[str, ...]
    """Before the name of the whole that a share is of: 占."""
    share_fill: tuple[str, ...]
    """Between the name of that whole and the share: 的比重为."""
    among: tuple[str, ...]
    """Right behind a whole, before a part of it: 12个县中有9个达标."""
    doing: tuple[str, ...]
    """Begins the name of the share of a plan that is done: 完成率."""
    planned: tuple[str, ...]
    """In the name of what is to be done, of which a rate tells the part that is: 年度计划."""
    bounded_rates: tuple[str, ...]
    """Ends the names of rates that cannot be above all: 覆盖率."""
    shares_of_all: tuple[str, ...]
    """Ends the names of shares in a whole: 占比."""
    not_all: tuple[str, ...]
    """In the words before a share, of what others may be more than: GDP, of which loans are 150%."""
    several_each: tuple[str, ...]
    """In the name of a rate of what one may have several of, so that it may be above all: 电话 of 移动电话普及率."""
    composed: tuple[str, ...]
    """Say, before a list of shares, that these are all of a whole: 资金来源, 构成."""
    mainly: str
    """Before such a word, says that they need not be: 主要来源."""
    structures: tuple[str, ...]
    """Names shares that are told as a ratio and make up all: 三次产业结构 of 5:40:55."""
    industries: tuple[tuple[str, ...], ...]
    """The kinds whose shares such a ratio has, in order, each in its wordings: 第一产业. () where a language tells no such ratio."""
    all_industries: tuple[str, ...]
    """Before such a name, all of them: 三次. The longest first."""
    of_economy: tuple[str, ...]
    """The whole that such shares are of: 生产总值."""
    added: str
    """Behind such a kind, what it adds to that whole: 增加值."""
    ratios: tuple[str, ...]
    """Behind the names of two things, before their ratio: 之比."""
    taken_on: tuple[str, ...]
    """In the words before a number of people, says that these are but the new ones: 招聘."""
    ratio_of_two: str
    """Behind one character of the name of each of two things, before their ratio: 比 of 医护比. "" where nothing names them so."""
    bare_ratios: tuple[str, ...]
    """Between a list of figures and their ratio, without naming another thing that the ratio may be of: 结构比."""
    splitting: tuple[str, ...]
    """Behind a ratio, says that something is split by it: 分担 of 按4:6分担."""
    staying: tuple[str, ...]
    """Between the name of a ratio and the ratio, says that it is so before as after: 保持在."""
    restating: tuple[str, ...]
    """In parentheses behind a figure, before the same in another unit: 合."""
    growth: tuple[str, ...]
    gains: tuple[str, ...]
    """Before what is new, which is what a change comes to where nothing has gone: 新增."""
    losses: tuple[str, ...]
    """Says that something has gone, or what is new less that: 退出, 净增."""
    times_of: tuple[str, ...]
    """Before the year, or the figure, of which another is so many times: 是 of 是2025年的1.9倍."""
    times_than: tuple[str, ...]
    """Behind how many times, before the year, or the figure, in a language that tells it there: 1.9 times that of 2025."""
    times_more: tuple[str, ...]
    """There, says that the one is so much above the other (1.9 times more than), or how often something is done (three times a year)."""
    yearly_growth: tuple[str, ...]
    yearly: tuple[str, ...]
    """Before a figure that is so each year, taken together: 年均."""
    over_span: tuple[str, ...]
    """Before a word of growth, of the whole time between two ends: 累计, 五年."""
    having: tuple[str, ...]
    """Before the name of what there is so much of, or between it and its figure: 共有."""
    other_spans: tuple[str, ...]
    """Begins one of `over_span` that is another time than a plan's five years: 三 of 三年."""
    some_of_years: tuple[str, ...]
    """Before a number of years that are a part of a plan's: 前 of 前三年."""
    now: tuple[str, ...]
    """Says that something is so at present: 目前."""
    of_this_plan: tuple[str, ...]
    """Says that something comes together over the five years of a plan: 五年累计."""
    supposing: tuple[str, ...]
    """Says that a figure is so in one case, or counted in one way, of several: 高方案, 统计口径."""
    conditions: tuple[str, ...]
    """Begins a clause on what may not come to be: 如果."""
    no_conditions: tuple[str, ...]
    """Begins with such a word, and says no condition: 如期."""
    from_: tuple[str, ...]
    to: tuple[str, ...]
    turning: tuple[str, ...]
    """Before the figure that a change ends at, behind a verb alone: 为 of 降为."""
    rising: tuple[str, ...]
    """Verbs of what becomes more: 增加."""
    improving: tuple[str, ...]
    """Verbs of what becomes more, or better: 提高."""
    falling: tuple[str, ...]
    """Verbs of what becomes less: 下降."""
    strictness: tuple[str, ...]
    """In the name of what may become stricter or finer by a smaller figure: 标准, 精度."""
    ranks: tuple[str, ...]
    """Measure words of places in a ranking, of which the smaller is the better: 位."""
    differing: tuple[str, ...]
    """What the words between 比上年 and a figure hold that is the difference, and not what is compared with: 增 of 增产, 多."""
    beyond: tuple[str, ...]
    """Before a level in brackets and how far a figure is from it: 高于 of 高于全省平均水平（64.3%）1.3个百分点."""
    doing_more: tuple[str, ...]
    """Before a plan and how much more than it is done: 超额完成."""
    growth_rates: tuple[str, ...]
    """In the name of such a level, says that it is a rate of growth: 增速."""
    changing_more: tuple[str, ...]
    """Before by how much more, or less, something has changed than before: 多增."""
    on_year: tuple[str, ...]
    """Compares with the year before by itself: 同比."""
    year_before: tuple[str, ...]
    """Before the figure of the year before, beside this year's: 上年."""
    reaching: tuple[str, ...]
    """All that stands before a figure that a change leads to: 达到."""
    real_terms: tuple[str, ...]
    """Growth that prices have been taken out of: it does not follow from the printed ends."""
    real_by_custom: tuple[str, ...]
    """Measures whose growth is told in real terms without saying so: 地区生产总值, 增加值 (National Bureau of Statistics)."""
    total_investment: tuple[str, ...]
    all_investment: tuple[str, ...]
    """Names what all projects of the annex cost: 全部投资."""
    in_period_investment: tuple[str, ...]
    listings: tuple[str, ...]
    """Ends the title of a table that lists what stands before: 重大项目安排表."""
    before_listed: tuple[str, ...]
    """In such a title, before what is listed: 期间."""
    members: tuple[str, ...]
    """What the members of such a table are called, whatever it lists: 共70个项目."""
    member_measures: str
    """The measure words of one character that count them: 个, 项. "" where a language has none."""
    kinds: tuple[str, ...]
    """End the name of the kind that a category of such a table lists: 综合交通类."""
    led: tuple[str, ...]
    """Behind the name of who owns projects, before their number: 牵头 of 由市水务局牵头的项目12个."""
    leading_owner: tuple[str, ...]
    """Before that name: 由."""
    sorted_into: tuple[str, ...]
    """Ends the words that say by what a list is sorted, which is all there is then: 分 of 按领域分."""
    by_years: tuple[str, ...]
    """Leads to a list of what each year has of the total in the sentence before: 年度安排."""
    viewing: tuple[str, ...]
    """Behind such a word and by what the list is sorted: 看 of 分群体看."""
    but_some: tuple[str, ...]
    """In a list, says that it has the first of it only: 居前."""
    sorted_by: tuple[str, ...]
    """Begins a clause that says how the members of such a table are told apart in what follows: 按建设性质分."""
    of_annex: tuple[str, ...]
    """What that table is called in a text that says how many it lists: 附表, 本规划."""
    within_a_year: tuple[str, ...]
    past: tuple[str, ...]
    """Words by which a sentence, or what stands under a heading, is of the time before the plan."""
    within_the_plan: tuple[str, ...]
    """The whole of the plan's period, and what stands behind a plan's name to mean its: 规划期内, “十四五”期间."""
    within_a_plan: tuple[str, ...]
    """Says that figures are of one year or less: 全年."""
    summing: tuple[str, ...]
    """Begins a clause that sums up: 共."""
    each: tuple[str, ...]
    """Before the unit of which there is so much: 每."""
    occasion: str
    """Behind a measure word, counts each as often as it comes: 次 of 户次. "" where nothing does."""
    evenly: tuple[str, ...]
    """May stand before such a word: 平均 of 平均每台."""
    unit_prices: tuple[str, ...]
    """What each of the things costs that were counted before: 单价."""
    costs: tuple[str, ...]
    """Between such a word with a measure word and the amount, says what is paid for each and names nothing else: 造价, 补助."""
    dwellings: tuple[str, ...]
    """Measure words of what is priced by its area: 套."""
    averaging: tuple[str, ...]
    """Behind it: 均 of 户均."""
    inhabitants: tuple[str, ...]
    """In the name of a number of people, by the mean of which in a year averages are told: 常住人口."""
    ages: tuple[str, ...]
    """Units of time in which what improves is longer: 岁 of lives."""
    for_each: tuple[str, ...]
    """Say of a figure that there is so much for each, so that its parts are for each too: 每千人口, 人均."""
    totals: tuple[str, ...]
    """Names a total of money: 总价."""
    estimates: tuple[str, ...]
    """Behind the name of an amount, that it is one to be spent: 估算 of 总投资估算."""
    allotted: tuple[str, ...]
    """Between what a budget has an amount for and the amount: 安排 of 教育安排12.8亿元."""
    sum_fill: tuple[str, ...]
    """Between such a word and the sum, without saying of what it is: 投资."""
    numbered: tuple[str, ...]
    """Behind the number of what is summed up, before such a word: 三年合计."""
    all_parts: tuple[str, ...]
    """Between a whole and all its parts: 分别为."""
    paid_from: tuple[str, ...]
    """Between a sum of money and all that it is paid from, in a sentence of its own as well: 资金来源：."""
    some_parts: tuple[str, ...]
    """Between a whole and parts of it: 包括."""
    made_from: tuple[str, ...]
    """Between a whole and parts that are all of it where a word of `made_of` stands behind them: 由 … 构成."""
    made_of: tuple[str, ...]
    exhaustive_kinds: tuple[tuple[tuple[str, ...], ...], ...]
    """Kinds that are all there is and exclude each other, each in its wordings: 男性, 女性."""
    complementary_kinds: tuple[tuple[tuple[str, ...], ...], ...]
    """Kinds that are all there is of what is counted, where a list names nothing beside them: 新建, 改扩建."""
    exclusive_kinds: tuple[tuple[tuple[str, ...], ...], ...]
    """Kinds that exclude each other, beside which there may be more: 主板, 创业板."""
    overlapping: tuple[str, ...]
    """In the name of a part of a list that may be another part as well: 示范, 规上."""
    both_kinds: tuple[str, ...]
    """Names two such kinds at once: 进出口."""
    rest: tuple[str, ...]
    """Names the last part of a list that is all of its whole: 其他."""
    left: tuple[str, ...]
    """The same, where it is all that is left: 其余."""
    spent: tuple[str, ...]
    """Names, behind a word of `whole`, a sum of money that is spent: 总投资."""
    needed: tuple[str, ...]
    """Ends the name of such a sum: 资金需求."""
    done: tuple[str, ...]
    """Begins the clause of what of a whole is done, before what is left of it: 已完成."""
    sorts: tuple[str, ...]
    """Measure words of kinds of things, and not of things: 类 of 5类20项."""
    indicators_called: str
    """What the rows of an indicator table are called: 指标. "" where texts are not looked at for their number."""
    indicators_chief: str
    """May stand before that where all of them are meant: 主要."""
    indicator_groups: tuple[str, ...]
    """Behind the title of a group of them: 类 of 经济发展类指标."""
    indicators_spaced: tuple[str, ...]
    """The same in a language that parts words by spaces, and tells their number before them: 12 binding indicators."""
    being: tuple[str, ...]
    """There, between a number of them and what they are: 12 are binding."""
    setters: tuple[str, ...]
    """There, what sets all of them: the plan."""
    setting: tuple[str, ...]
    """Before the number of all indicators that a plan has: 设置."""
    project_endings: tuple[str, ...]
    """Ends the name of a project, where a text may leave it out: 工程."""
    sites: tuple[str, ...]
    """Ends, where such a word is left out, the name of a place in which a project is, and of which it may be but a part: 产业园."""
    beyond_project: tuple[str, ...]
    """Says that a clause is of a part of a project, a step, or what comes of it: 一期, 主体, 带动."""
    within_a_place: tuple[str, ...]
    """Before a place where something is: 在."""
    not_about: tuple[str, ...]
    """Before the name of a project in a sentence that goes on about something else: 以 of 以…为重点."""
    routes: tuple[str, ...]
    """Begins a clause on where a project is or how it is built: 起于, 采用."""
    work_starts: tuple[str, ...]
    work_ends: tuple[str, ...]
    """Behind a year in which a project is begun, and in which it is all built: 开工, 建成."""
    of_all_work: tuple[str, ...]
    """May stand before a year in which a project is all built, or behind it: 全线, 底."""
    before_then: str
    """Behind such a year: in it or earlier: 前. "" where nothing says so."""
    in_use: tuple[str, ...]
    """Begins what may stand behind words for a project that is built: 通车, 投入使用."""
    building_periods: tuple[str, ...]
    """Before the first and last year of building: 建设期限."""
    invested: tuple[str, ...]
    """Behind the plan's period, the name of what is invested within it: 投资 of “十五五”期间投资."""
    self_names: tuple[str, ...]
    """What a project's own text calls the project: 项目总投资."""
    intended: tuple[str, ...]
    """Says that a figure is a target: 目标."""
    aims: tuple[str, ...]
    """In a heading or a sentence that says that targets follow: 目标."""
    reviewing: tuple[str, ...]
    """In a title of what came of a plan, or what is compared with it: 完成情况."""
    planning: tuple[str, ...]
    """In a title of what is to be done: 安排表."""
    target_headings: tuple[str, ...]
    """Headings under which a plan has its own targets: 主要目标."""
    stages: tuple[str, ...]
    """Say that what is told is of a part of the plan's time, or beyond it: 第一阶段, 近期, 远景."""
    part_of_year: str
    """A pattern of what stands right behind a year to mean less than all of it: 1—9月, 上半年. "" where nothing does."""
    proposing: tuple[str, ...]
    """Ends a clause that says who has set a target: 提出."""
    demanded: str
    """What another office demands, in a clause of its own; a regular expression."""
    for_example: tuple[str, ...]
    """Ends a clause that names one of several: 为例."""
    this_plan: tuple[str, ...]
    """Begins a clause of what this plan says itself: 本规划."""
    before_year: tuple[str, ...]
    """Before a year right behind a figure, in a language that tells it there: 82% in 2030."""
    not_years: tuple[str, ...]
    """Behind a year that says how something was reckoned, and not when it is so: 2020 prices."""
    areas: tuple[str, ...]
    """End in the level of a place, and name none: 小区, 保护区."""
    striving: tuple[str, ...]
    """Says that a figure is striven for, which may be beyond the target: 力争."""
    of_five_years: tuple[str, ...]
    """In a note under a table, says that a running total begins anew with each plan: 五年累计."""
    possessive: tuple[str, ...]
    """Between a figure and what it tells of: 60%以上的县."""
    joint: tuple[str, ...]
    """Between a figure and the name of what there is so much of: 48 km of cycle tracks."""
    of_size: tuple[str, ...]
    """Goes on from a figure to the name of what is of that size: 级 of 5万吨级泊位."""
    no_heads: tuple[str, ...]
    """What no name of a figure begins with: 其中."""
    no_tails: tuple[str, ...]
    """What none ends with: 由 of 产值由."""
    nameless: tuple[str, ...]
    """Others that name nothing by themselves: 增加到, 年均."""
    becoming: tuple[str, ...]
    """Behind a number of things, before what they are or become: 有520家为规上企业."""
    differing_from: tuple[str, ...]
    """Behind a figure that is by how much something differs from what they stand before: below, more than."""
    respectively: tuple[str, ...]
    """Between a list of names and the figures of each: 分别."""
    joining: tuple[str, ...]
    """Between two of several things: 、."""
    ending: tuple[str, ...]
    """Behind a figure, where nothing more is said of it: 并."""
    elsewhere: tuple[str, ...]
    """Says that figures are of a larger area than the plan's: 全国."""
    throughout: tuple[str, ...]
    """Before the level of a place: all of it, which may be the plan's own area: 全市."""
    levels_of_place: tuple[str, ...]
    """Ends the name of a place, and says its level: 市."""
    level_compounds: tuple[str, ...]
    """Have such a word in them, and are no place: 城市."""
    narrower: tuple[str, ...]
    """Ends headings under which figures may be of a part of the plan's area alone: 产业集群."""
    places: tuple[str, ...]
    """Ends the names of places: the figures of a sentence that begins with one are of that place."""
