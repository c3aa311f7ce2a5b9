"""Figures as they are worded: what they say, what they allow, and what is no figure."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.language.vocabulary import Aspect, Qualifier
from plan_compiler.language.words import UnknownLanguageError
from plan_compiler.quantity.claims import claim
from plan_compiler.quantity.figure import FigureFault
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.mention import MAX_LENGTH, MalformedMention, Mention, admits, read_mention
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.units import parse_unit


def mention(text: str, before: str = "", after: str = "", language: str = "zh-CN") -> Mention:
    reading = read_mention(text, before, after, language)
    assert isinstance(reading, Mention), reading
    return reading


def printed(text: str) -> Quantity:
    return Quantity.from_number(read_number(text), "")


def between(low: str, high: str, closed: bool = True) -> Interval:
    return Interval(Fraction(low), Fraction(high), closed, closed)


@pytest.mark.parametrize(
    ("text", "value", "unit", "decimals"),
    [
        ("12157户", "12157", "户", 0),
        ("1.52人/万车", "1.52", "人/万车", 2),
        ("3.2人/百万车公里", "3.2", "人/百万车公里", 1),
        ("6标台/万人", "6", "标台/万人", 0),
        ("120亿吨公里", "120", "亿吨公里", 0),
        ("1,234.5", "1234.5", "", 1),
        ("１，２３４．５亩", "1234.5", "亩", 1),
        ("９．２２万亿", "9.22", "万亿", 2),
        ("50％", "50", "%", 0),
        ("-5%", "-5", "%", 0),
        ("7.61万t/d", "7.61", "万t/d", 2),
        ("61.7751h㎡", "61.7751", "h㎡", 4),
        ("9500m³", "9500", "m³", 0),
        ("80公里/小时", "80", "公里/小时", 0),
        ("1200座", "1200", "座", 0),
        ("120万人次", "120", "万人次", 0),
        ("15分钟", "15", "分钟", 0),
        ("20个工作日", "20", "个工作日", 0),
        ("5年", "5", "年", 0),
        ("41594 平方米", "41594", "平方米", 0),
        ("九大", "9", "大", 0),
        ("两", "2", "", 0),
        ("四栋", "4", "栋", 0),
        ("十五个", "15", "个", 0),
        ("一百二十户", "120", "户", 0),
        ("三百五户", "350", "户", 0),
        ("三十五亿元", "35", "亿元", 0),
        ("两千万元", "2000", "万元", 0),
        ("1亿2千万元", "120000000", "元", -7),
        ("12万5千人", "125000", "人", -3),
        ("一亿二千万元", "120000000", "元", -7),
        ("六成", "6", "成", 0),
        ("百分之五十", "50", "%", 0),
        ("千分之3", "3", "‰", 0),
        ("翻一番", "2", "", 0),
        ("翻两番", "4", "", 0),
        ("1.5倍", "1.5", "倍", 1),
        ("三分之一", "1/3", "", 1),
        ("一半", "1/2", "", 1),
        ("8尊", "8", "尊", 0),
        ("3万尊", "3", "万尊", 0),
        ("3万元/尊", "3", "万元/尊", 0),
        ("3元/平方米·月", "3", "元/平方米·月", 0),
        ("3元 / 万人", "3", "元 / 万人", 0),
        ("3元/万", "3", "元/万", 0),
    ],
)
def test_plain_figures(text: str, value: str, unit: str, decimals: int) -> None:
    reading = mention(text)
    half = Fraction(1, 2) * Fraction(10) ** -decimals
    assert reading.quantity.nominal == Fraction(value)
    assert reading.quantity.unit.text == unit
    assert reading.quantity.decimals == decimals
    assert reading.qualifier is Qualifier.EXACTLY
    assert reading.claim == reading.quantity.interval == Interval(Fraction(value) - half, Fraction(value) + half)
    assert reading.claimed == reading.quantity
    assert reading.fact == reading.quantity.as_count()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("12157户", Interval.exact(12157)),
        ("九大", Interval(Fraction(17, 2), Fraction(19, 2))),
        ("2-3个", between("2", "3")),
        ("约300户", between("270", "330")),
        ("3万户", between("2.5", "3.5")),
        ("3.0户", between("2.95", "3.05")),
        ("228平方米", between("227.5", "228.5")),
    ],
)
def test_a_whole_number_of_things_is_no_rounded_number(text: str, fact: Interval) -> None:
    reading = mention(text)
    assert reading.fact.interval == fact
    assert reading.claimed.interval == reading.claim


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [("33户", "100/3", True), ("超过100户", "100", True), ("超过100户", "99", False), ("不足100户", "100", True)],
)
def test_a_count_beside_another_figure_may_have_been_rounded(text: str, value: str, holds: bool) -> None:
    figure = Quantity.of(Fraction(value), parse_unit("户"))
    assert admits(mention(text), figure) is holds


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("2-3个", "1.5", "3.5", "个"),
        ("2—3个", "1.5", "3.5", "个"),
        ("2到3个", "1.5", "3.5", "个"),
        ("63%～68%", "62.5", "68.5", "%"),
        ("63-68%", "62.5", "68.5", "%"),
        ("5至10万元", "4.5", "10.5", "万元"),
        ("1亿至2亿元", "0.5", "2.5", "亿元"),
        ("5000元至1万元", "0", "1.5", "万元"),
        ("8000至1.2万元", "0.3", "1.7", "万元"),
        ("二至三个", "1.5", "3.5", "个"),
        ("两三个", "1.5", "3.5", "个"),
        ("三五家", "2.5", "5.5", "家"),
        ("七八十人", "65", "85", "人"),
        ("几十家", "15", "95", "家"),
        ("几个", "1.5", "9.5", "个"),
        ("±5%", "-5.5", "5.5", "%"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str) -> None:
    reading = mention(text)
    assert reading.claim == reading.quantity.interval == between(low, high)
    assert reading.quantity.nominal is None
    assert reading.quantity.unit.text == unit


@pytest.mark.parametrize(
    ("text", "qualifier", "allowed"),
    [
        ("不低于1200万元", Qualifier.AT_LEAST, Interval.at_least(1200)),
        ("至少3个", Qualifier.AT_LEAST, Interval.at_least(3)),
        ("130亿元以上", Qualifier.AT_LEAST, Interval.at_least(130)),
        ("达到130亿元以上", Qualifier.AT_LEAST, Interval.at_least(130)),
        ("5.0%（含）以上", Qualifier.AT_LEAST, Interval.at_least(5)),
        ("超220亿元", Qualifier.MORE_THAN, Interval.more_than(220)),
        ("突破1万亿元", Qualifier.MORE_THAN, Interval.more_than(1)),
        ("超过200多个", Qualifier.MORE_THAN, Interval.more_than(200)),
        ("超过100家以上", Qualifier.AT_LEAST, Interval.at_least(100)),
        ("不超过5%", Qualifier.AT_MOST, Interval.at_most(5)),
        ("20天以内", Qualifier.AT_MOST, Interval.at_most(20)),
        ("3个以下", Qualifier.AT_MOST, between("0", "3")),
        ("最多20个工作日", Qualifier.AT_MOST, between("0", "20")),
        ("不足10家", Qualifier.LESS_THAN, Interval(Fraction(0), Fraction(10), True, False)),
        ("不到10%", Qualifier.LESS_THAN, Interval.less_than(10)),
        ("尚不足10%", Qualifier.LESS_THAN, Interval.less_than(10)),
        ("不低于2-3个", Qualifier.AT_LEAST, Interval.at_least(2)),
        ("不超过2-3个", Qualifier.AT_MOST, between("0", "3")),
        ("约300亿元", Qualifier.ABOUT, between("270", "330")),
        ("约1000亩", Qualifier.ABOUT, between("900", "1100")),
        ("约22.1万平方米", Qualifier.ABOUT, between("22.05", "22.15")),
        ("约22.0万平方米", Qualifier.ABOUT, between("21.95", "22.05")),
        ("约3平方公里", Qualifier.ABOUT, between("2.5", "3.5")),
        ("约 686 米", Qualifier.ABOUT, between("685.5", "686.5")),
        ("500户左右", Qualifier.ABOUT, between("450", "550")),
        ("约0.0%", Qualifier.ABOUT, between("-0.05", "0.05")),
        ("约2-3个", Qualifier.ABOUT, between("1.5", "3.5")),
        ("近1500亩", Qualifier.NEARLY, between("1400", "1500")),
        ("接近300户", Qualifier.NEARLY, between("270", "300")),
        ("10余家", Qualifier.AND_MORE, between("10", "20", False)),
        ("200多个", Qualifier.AND_MORE, between("200", "300", False)),
        ("3万多家", Qualifier.AND_MORE, between("3", "4", False)),
        ("10多万人", Qualifier.AND_MORE, between("10", "20", False)),
        ("5公里多", Qualifier.AND_MORE, between("5", "6", False)),
        ("十几个", Qualifier.AND_MORE, between("10", "20", False)),
        ("二十几万人", Qualifier.AND_MORE, between("200000", "300000", False)),
        ("六成以上", Qualifier.AT_LEAST, Interval.at_least(6)),
        ("翻一番以上", Qualifier.AT_LEAST, Interval.at_least(2)),
        ("8尊以上", Qualifier.AT_LEAST, Interval.at_least(8)),
        ("共12户", Qualifier.EXACTLY, between("11.5", "12.5")),
    ],
)
def test_qualifiers(text: str, qualifier: Qualifier, allowed: Interval) -> None:
    reading = mention(text)
    assert reading.qualifier is qualifier
    assert reading.claim == allowed
    assert reading.claimed.interval.intersection(allowed) == allowed


@pytest.mark.parametrize(
    ("before", "text", "after", "qualifier"),
    [
        ("实际拆除约", "12157户", "", Qualifier.ABOUT),
        ("面积合计约 ", "28平方公里", "（东至", Qualifier.ABOUT),
        ("占比不低于", "70%", "。", Qualifier.AT_LEAST),
        ("投资达到", "130亿元", "以上，新增", Qualifier.AT_LEAST),
        ("引进", "200多个", "", Qualifier.AND_MORE),
        ("用时", "3天", "内，", Qualifier.AT_MOST),
        ("节约", "5万吨", "标准", Qualifier.EXACTLY),
        ("最近", "3年", "", Qualifier.EXACTLY),
        ("设", "3个", "内设机构", Qualifier.EXACTLY),
        ("建", "3个", "多式联运枢纽", Qualifier.EXACTLY),
        ("约", "", "", Qualifier.EXACTLY),
    ],
)
def test_qualifiers_that_touch_from_outside(before: str, text: str, after: str, qualifier: Qualifier) -> None:
    reading = read_mention(text, before, after)
    if not text:
        assert reading == MalformedMention("", FigureFault.EMPTY)
    else:
        assert isinstance(reading, Mention)
        assert reading.qualifier is qualifier


def test_words_behind_a_noun_do_not_touch() -> None:
    assert mention("3个平台", after="以上").qualifier is Qualifier.EXACTLY


@pytest.mark.parametrize(
    ("before", "text", "aspect"),
    [
        ("", "新增14家", Aspect.CHANGE),
        ("累计", "14家", Aspect.CUMULATIVE),
        ("累计新增", "14家", Aspect.CUMULATIVE),
        ("增长", "81%", Aspect.CHANGE),
        ("达到", "14家", None),
    ],
)
def test_change_and_running_total(before: str, text: str, aspect: Aspect | None) -> None:
    assert mention(text, before).aspect is aspect


def test_the_noun_behind_the_unit() -> None:
    assert mention("九大高能级创新平台").noun == "高能级创新平台"
    assert mention("3个以上省级平台").noun == "省级平台"
    assert mention("三分之一的企业").noun == "的企业"
    assert mention("5个内设机构").noun == "内设机构"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", FigureFault.EMPTY),
        ("　", FigureFault.EMPTY),
        ("1" * (MAX_LENGTH + 1), FigureFault.TOO_LONG),
        ("户", FigureFault.NO_NUMBER),
        ("约", FigureFault.NO_NUMBER),
        ("总体良好", FigureFault.NO_NUMBER),
        ("总投资5亿元", FigureFault.NO_NUMBER),
        ("250,000,00户", FigureFault.NUMBER),
        ("8,120.000元", FigureFault.NUMBER),
        ("9" * 70, FigureFault.NUMBER),
        ("一期", FigureFault.NAME),
        ("第14位", FigureFault.NAME),
        ("第十四个", FigureFault.NAME),
        ("2025年", FigureFault.NAME),
        ("2021-2025年", FigureFault.NAME),
        ("2021年至2025年", FigureFault.NAME),
        ("2021-2025", FigureFault.NAME),
        ("8月", FigureFault.NAME),
        ("2.0版", FigureFault.NAME),
        ("500强", FigureFault.NAME),
        ("二〇二五", FigureFault.NAME),
        ("一三五八", FigureFault.NAME),
        ("一万二", FigureFault.NAME),
        ("几百几", FigureFault.NAME),
        ("几五个", FigureFault.NAME),
        ("五几个", FigureFault.NAME),
        ("8月至9个", FigureFault.NAME),
        ("3-2个", FigureFault.REVERSED_RANGE),
        ("3个-5元", FigureFault.RANGE_UNITS),
        ("±3-5个", FigureFault.RANGE_UNITS),
        ("12户13人", FigureFault.SEVERAL),
        ("12尊13人", FigureFault.SEVERAL),
        ("不低于5个以下", FigureFault.CONTRADICTION),
        ("超过100家以内", FigureFault.CONTRADICTION),
    ],
)
def test_what_is_no_figure(text: str, reason: FigureFault) -> None:
    assert read_mention(text) == MalformedMention(text, reason)


def test_an_ordinal_by_the_word_before() -> None:
    assert read_mention("14位", before="排名第") == MalformedMention("14位", FigureFault.NAME)


def test_the_words_of_an_unknown_language() -> None:
    with pytest.raises(UnknownLanguageError):
        read_mention("5", language="fr")


@pytest.mark.parametrize(
    ("text", "qualifier", "allowed", "unit"),
    [
        ("12,157 households", Qualifier.EXACTLY, between("12156.5", "12157.5"), "households"),
        ("over 12,000 households", Qualifier.MORE_THAN, Interval.more_than(12_000), "households"),
        ("at least 3 million yuan", Qualifier.AT_LEAST, Interval.at_least(3), "million yuan"),
        ("no more than 5%", Qualifier.AT_MOST, Interval.at_most(5), "%"),
        ("5 or more", Qualifier.AT_LEAST, Interval.at_least(5), ""),
        ("200-odd firms", Qualifier.AND_MORE, between("200", "300", False), "firms"),
        ("twenty-five projects", Qualifier.EXACTLY, between("24.5", "25.5"), "projects"),
        ("two hundred and five beds", Qualifier.EXACTLY, between("204.5", "205.5"), "beds"),
        ("two million doses", Qualifier.EXACTLY, between("1.5", "2.5"), "million doses"),
        ("3 million doses", Qualifier.EXACTLY, between("2.5", "3.5"), "million doses"),
        ("2 to 3 platforms", Qualifier.EXACTLY, between("1.5", "3.5"), "platforms"),
        ("nearly 300 km", Qualifier.NEARLY, between("270", "300"), "km"),
        ("two-thirds", Qualifier.EXACTLY, Interval.rounding(Fraction(2, 3), 1), ""),
        ("doubled", Qualifier.EXACTLY, between("1.5", "2.5"), ""),
    ],
)
def test_english(text: str, qualifier: Qualifier, allowed: Interval, unit: str) -> None:
    reading = mention(text, language="en")
    assert (reading.qualifier, reading.claim, reading.quantity.unit.text) == (qualifier, allowed, unit)


def test_english_ordinals() -> None:
    assert read_mention("14th", language="en") == MalformedMention("14th", FigureFault.NAME)


class TestAdmission:
    def test_a_print_of_the_same_figure(self) -> None:
        assert admits(mention("78.1亿元"), printed("78亿元"), printed=True)
        assert not admits(mention("79亿元"), printed("78亿元"), printed=True)
        assert admits(mention("79亿元"), printed("78亿元"))

    def test_a_qualified_one(self) -> None:
        assert admits(mention("超过1.2万户"), printed("12157户"), printed=True)
        assert not admits(mention("超过1.2万户"), printed("11998户"), printed=True)
        assert admits(mention("不低于1200万元"), printed("2000万元/亩"))
        assert not admits(mention("不足10%"), printed("16.1%"))

    def test_a_count(self) -> None:
        assert admits(mention("九大"), Quantity.of(9))
        assert not admits(mention("8条"), Quantity.of(9))

    def test_another_kind(self) -> None:
        with pytest.raises(UnitMismatchError):
            admits(mention("九大"), printed("9亿元"))


@given(
    st.sampled_from(sorted(Qualifier)),
    st.integers(0, 10**7),
    st.integers(0, 1000),
    st.integers(-3, 4),
    st.booleans(),
)
def test_claims(qualifier: Qualifier, digits: int, more: int, decimals: int, counted: bool) -> None:
    unit = Fraction(10) ** -decimals
    low, high = digits * unit, (digits + more) * unit
    allowed = claim(qualifier, low, high, decimals, counted)
    printed_range = claim(Qualifier.EXACTLY, low, high, decimals, counted)
    match qualifier:
        case Qualifier.EXACTLY | Qualifier.ABOUT:
            assert allowed.includes(printed_range)
        case Qualifier.AT_LEAST | Qualifier.AT_MOST | Qualifier.NEARLY:
            assert low in allowed or high in allowed
        case Qualifier.MORE_THAN | Qualifier.AND_MORE:
            assert low not in allowed
        case Qualifier.LESS_THAN:
            assert high not in allowed
    assert not counted or qualifier is not Qualifier.AT_MOST or -1 not in allowed


@given(
    st.text(alphabet="0123456789.,-—～至一二三十百千万亿几两半约近超不低于以上多余个户元%亩/年期第 （）x", max_size=30)
)
def test_any_text_reads_as_something(text: str) -> None:
    assert read_mention(text, text, text).text == text


@pytest.mark.parametrize("text", ["1," * 99, "十" * 199, "1万" * 99, "约" * 199, "1-" * 99, "5" + "个以上" * 60])
def test_hostile_text_is_quick(text: str) -> None:
    assert read_mention(text, text * 1000, text * 1000).text == text
