"""How an English text says what its figures are of."""

from types import MappingProxyType

from plan_compiler.language.discourse import Discourse


def _words(listed: str) -> tuple[str, ...]:
    """The words of a list; the lists of English phrases are parted by commas."""
    return tuple(listed.split(", "))


_CHANGING = _words(
    "rise, rises, rose, risen, rising, grow, grows, grew, grown, growing, increase, increases, increased, increasing, raised, "
    "fall, falls, fell, fallen, falling, drop, drops, dropped, decrease, decreases, decreased, decreasing, cut, reduced"
)

ENGLISH_DISCOURSE = Discourse(
    leading=_words("by, in, the, and, its, of, which, year, end, to, will, be"),
    between=(
        *_words(
            "will, be, to, is, was, were, are, at, reach, reaches, reached, of, the, total, in, by, year, stand, stands, stood, alone"
        ),
        *(f"{verb} {word}" for verb in _CHANGING for word in ("to", "from")),
    ),
    making=_words(
        "build, built, train, attract, found, set, up, complete, completed, deliver, delivered, provide, provided, open, opened, "
        "finish, finished, there, we, council"
    ),
    scopes=(),
    coming_about=(),
    endings=_words(" completed,  built,  delivered,  created,  opened,  a year,  per year,  in use,  in operation"),
    plans=MappingProxyType({}),
    plan_end=(),
    final_year=_words("the end of the plan"),
    base_year=_words("the base year"),
    compared=_words("than in, compared with, against, over"),
    loose=_words("onwards"),
    whole=_words("total"),
    whole_compounds=(),
    measures=_words("area, length, investment, population, output, capacity"),
    of_which=_words("of which"),
    building=(),
    abreast=(),
    unlike=_words(
        "land, floor, investment, output, revenue, income, spending, tax, profit, sales, exports, imports, jobs"
    ),
    besides=_words("another, besides, in addition"),
    balances=_words("net, balance, surplus, deficit"),
    uneven=_words("profit, profits, peak, maximum, net"),
    generic_measures=(),
    levels=_words("central, provincial, municipal, county, district"),
    funds=_words("funds, loans, bonds, grants, subsidies"),
    effects=_words("creating, generating, attracting, leveraging, serving, covering, saving, yielding, than"),
    complements=((("above ground", "above-ground"), ("below ground", "underground")),),
    grounds=(),
    phase="",
    phase_fill=(),
    uncounted=_words("excluding, not counting, without"),
    rate=_words("rate"),
    rate_stem=(),
    share=_words("a share of, or"),
    several_apply=_words("respondents, survey, answers, women, men, graduates, members"),
    share_of=(),
    share_fill=(),
    among=(),
    planned=(),
    bounded_rates=_words("coverage rate, coverage of"),
    composed=(),
    mainly="main ",
    structures=(),
    industries=(),
    all_industries=(),
    of_economy=(),
    added="",
    ratios=(),
    staying=(),
    restating=_words("about, that is, i.e., or"),
    growth=_words("growth of, an increase of, a rise of, up by, up"),
    gains=(),
    losses=(),
    times_of=_words("is, was, are, will be, would be, which is, that is, i.e., or, about, equals, amounts to"),
    times_than=_words(
        "that of, that in, the, the level of, the level in, the figure of, the figure for, the value of, the value in, as much as in, as many as in, "
        "as high as in, as large as in, what it was in, its level in, its value in"
    ),
    times_more=_words(
        "more, higher, greater, larger, faster, above, over, less, fewer, lower, a, an, per, in, on, at, by, every, each, during, since, between, "
        "this, last, daily, weekly, when, for, to, and"
    ),
    yearly_growth=_words("annual growth of, a yearly growth of, average annual growth of"),
    yearly=_words("a yearly average of, an annual average of, on average, average"),
    over_span=(),
    having=_words("has, have"),
    other_spans=(),
    now=_words("now, currently"),
    of_this_plan=(),
    supposing=_words("scenario, if, assuming, forecast"),
    conditions=_words("if, should"),
    no_conditions=(),
    from_=_words("from"),
    to=_words("to"),
    turning=(),
    rising=_words(
        "rise , rises , rose , rising , grow , grows , grew , growing , increase , increases , increased , increasing "
    ),
    improving=(),
    falling=_words(
        "fall , falls , fell , falling , decrease , decreases , decreased , decreasing , drop , drops , dropped "
    ),
    strictness=_words("standard, limit, rank, accuracy, time"),
    ranks=(),
    differing=(),
    year_before=(),
    reaching=_words("to reach, reaching, to"),
    real_terms=_words("in real terms, at constant prices, comparable prices"),
    real_by_custom=_words("GDP, gross domestic product, value added"),
    total_investment=_words("total investment, total investment of, cost, costs, costing"),
    in_period_investment=_words("investment within the plan, investment within the period"),
    listings=_words(" list, list,  table, table,  schedule, schedule"),
    before_listed=_words("list of , table of , schedule of , the "),
    members=_words("projects, major projects"),
    member_measures="",
    kinds=(),
    led=(),
    leading_owner=(),
    sorted_by=(),
    of_annex=_words("the annex, this plan"),
    within_a_year=_words("this year, each year, every year, a year, yearly, annually, last year, next year, quarter"),
    past=_words("past, last five years, recent years, previous"),
    within_the_plan=_words("within the plan, over the plan period, within the period"),
    within_a_plan=(),
    summing=_words("in all, altogether, a total of, in total"),
    each=(),
    averaging=(),
    totals=(),
    allotted=(),
    sum_fill=(),
    numbered=(),
    all_parts=(),
    some_parts=_words("including, comprising"),
    made_from=(),
    made_of=(),
    exhaustive_kinds=((("women", "female"), ("men", "male")), (("imports",), ("exports",))),
    exclusive_kinds=(
        (("urban",), ("rural",)),
        (("primary",), ("secondary",)),
        (("wind",), ("solar",), ("hydro",), ("coal",), ("nuclear",)),
    ),
    both_kinds=(),
    rest=_words("others, other, the rest, the remainder"),
    done=(),
    sorts=(),
    indicators_called="",
    indicators_chief="",
    indicator_groups=(),
    indicators_spaced=_words("indicators, main indicators, key indicators, core indicators, headline indicators"),
    being=_words("are, being, will be, is"),
    setters=_words("plan, the plan, this plan, the table, we, there"),
    setting=_words("sets, sets out, has, contains, includes, lists, uses, tracks, comprises, set, use, are"),
    project_endings=(),
    sites=(),
    beyond_project=(),
    within_a_place=(),
    not_about=(),
    routes=(),
    work_starts=(),
    work_ends=(),
    of_all_work=(),
    before_then="",
    in_use=(),
    building_periods=(),
    invested=(),
    self_names=_words("the project, project, estimated, planned"),
    intended=_words("target, planned, expected, forecast, was to, were to"),
    aims=_words("targets, objectives, goals, aims"),
    target_headings=_words("our targets, targets, objectives, main targets, key targets"),
    stages=_words("phase, stage, first step, second step, medium-term, long-term"),
    part_of_year="",
    proposing=(),
    demanded="",
    for_example=_words("for example"),
    this_plan=_words("this plan"),
    before_year=_words("in, by, by the end of, at the end of, in the year"),
    not_years=_words("price, prices, terms, survey, census, baseline, level, levels, standard, standards"),
    areas=(),
    striving=_words("strive, aspire"),
    of_five_years=_words("five-year total, totals of five years"),
    possessive=(),
    joint=_words("of"),
    of_size=(),
    becoming=(),
    respectively=(),
    joining=_words("and"),
    ending=_words("(, and, while, with, up, down, by, in, from, against, compared"),
    throughout=(),
    levels_of_place=(),
    level_compounds=(),
    elsewhere=_words("national, nationwide, worldwide, the province, the country, global"),
    narrower=_words(
        "industry, cluster, district, park, sector, town, south, north, east, west, centre, quarter, area, estate"
    ),
    places=_words("province, city, county, town, village"),
)
