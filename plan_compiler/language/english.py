"""English (en)."""

from types import MappingProxyType
from typing import TypeVar

from plan_compiler.language.english_discourse import ENGLISH_DISCOURSE
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

_Meaning = TypeVar("_Meaning")

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

_COUNTERS = {
    "household": "households",
    "person": "people persons",
    "firm": "firms",
    "company": "companies",
    "enterprise": "enterprises",
    "project": "projects",
    "platform": "platforms",
    "item": "items",
    "patent": "patents",
    "place": "places",
    "school": "schools",
    "hospital": "hospitals",
    "bed": "beds",
    "seat": "seats",
    "road": "roads",
    "bridge": "bridges",
    "village": "villages",
    "visit": "visits",
    "job": "jobs",
    "building": "buildings",
    "unit": "units",
    "centre": "centres centers center",
    # In the plural alone: 300 home visits are no homes.
    **dict.fromkeys(("homes", "dwellings", "pupils", "passengers", "trips", "trees"), ""),
}

_RISING = (
    "rise by", "rises by", "rose by", "rising by", "grow by", "grows by", "grew by", "growing by", "increase by",
    "increases by", "increased by",
)  # fmt: skip
_FALLING = (
    "a decrease of",
    "a fall of",
    "a reduction of",
    "down by",
    "fell by",
    "falling by",
    "fall by",
    "falls by",
    "cut by",
    "reduced by",
)


def _named(meaning: _Meaning, listed: str) -> dict[str, _Meaning]:
    """The names of a meaning, parted by commas, each in small letters and as it begins a cell."""
    return {name: meaning for word in listed.split(", ") for name in (word, word.capitalize())}


ENGLISH = Words(
    language="en",
    qualifiers=Qualifiers(
        before=MappingProxyType(
            {
                **dict.fromkeys(
                    ("at least", "no less than", "not less than", "no fewer than", "≥"), Qualifier.AT_LEAST
                ),
                **dict.fromkeys(("a minimum of", "not below", "minimum"), Qualifier.AT_LEAST),
                **dict.fromkeys(("more than", "over", "above", "exceeding", "exceeds", "beyond"), Qualifier.MORE_THAN),
                **dict.fromkeys(("greater than", ">"), Qualifier.MORE_THAN),
                **dict.fromkeys(("at most", "no more than", "not more than", "up to", "not above"), Qualifier.AT_MOST),
                **dict.fromkeys(("not exceeding", "a maximum of", "maximum", "within", "≤"), Qualifier.AT_MOST),
                **dict.fromkeys(("less than", "fewer than", "under", "below", "<"), Qualifier.LESS_THAN),
                **dict.fromkeys(("about", "around", "approximately", "roughly", "some", "≈"), Qualifier.ABOUT),
                **dict.fromkeys(("nearly", "almost", "close to"), Qualifier.NEARLY),
                **dict.fromkeys(("exactly", "reaches", "reach", "reached", "is", "was", "of", "="), Qualifier.EXACTLY),
            }
        ),
        after=MappingProxyType(
            {
                **dict.fromkeys(("or more", "or above", "and above", "and more", "at least"), Qualifier.AT_LEAST),
                **dict.fromkeys(("or less", "or fewer", "or below", "and below", "at most"), Qualifier.AT_MOST),
                **dict.fromkeys(("or so", "approximately"), Qualifier.ABOUT),
            }
        ),
        inside=MappingProxyType({"-odd": Qualifier.AND_MORE, "odd": Qualifier.AND_MORE, "+": Qualifier.AT_LEAST}),
        aspects=MappingProxyType(
            {
                **dict.fromkeys(("an additional", "additional", "another", "an increase of", "up by"), Aspect.CHANGE),
                **dict.fromkeys(("a further", *_RISING, *_FALLING), Aspect.CHANGE),
                **dict.fromkeys(("a total of", "cumulatively", "a cumulative"), Aspect.CUMULATIVE),
            }
        ),
        compounds=frozenset(),
        falling=frozenset(_FALLING),
    ),
    numerals=Numerals(
        digits=MappingProxyType(
            {word: value for value, word in enumerate(_ONES.split())}
            | {word: (value + 2) * 10 for value, word in enumerate(_TENS.split())}
        ),
        magnitudes=MappingProxyType(
            {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
        ),
        myriad=1000,
        few=frozenset(),
        fractions=MappingProxyType(
            {
                **dict.fromkeys(("half", "one half", "one-half", "a half"), Fraction(1, 2)),
                **dict.fromkeys(("one third", "one-third", "a third"), Fraction(1, 3)),
                **dict.fromkeys(("two thirds", "two-thirds"), Fraction(2, 3)),
                **dict.fromkeys(("one quarter", "one-quarter", "a quarter", "one-fourth"), Fraction(1, 4)),
                **dict.fromkeys(("three quarters", "three-quarters", "three-fourths"), Fraction(3, 4)),
                **dict.fromkeys(("one fifth", "one-fifth", "a fifth"), Fraction(1, 5)),
                **dict.fromkeys(("one tenth", "one-tenth", "a tenth"), Fraction(1, 10)),
            }
        ),
        multiples=MappingProxyType(
            {"double": 2, "doubled": 2, "doubling": 2, "triple": 3, "tripled": 3, "quadruple": 4, "quadrupled": 4}
        ),
        per=MappingProxyType({}),
    ),
    units=UnitNames(
        symbols=MappingProxyType(
            {
                **dict.fromkeys(("yuan", "RMB", "CNY"), "CNY"),
                **dict.fromkeys(("dollar", "dollars", "US dollars", "USD"), "USD"),
                **dict.fromkeys(("euro", "euros", "EUR"), "EUR"),
                **dict.fromkeys(("pounds", "pound", "pounds sterling", "sterling", "GBP"), "GBP"),
                **dict.fromkeys(("metre", "metres", "meter", "meters"), "m"),
                **dict.fromkeys(("kilometre", "kilometres", "kilometer", "kilometers"), "km"),
                **dict.fromkeys(("square metre", "square metres", "square meters", "sq m"), "m2"),
                **dict.fromkeys(("square kilometre", "square kilometres", "square kilometers", "sq km"), "km2"),
                **dict.fromkeys(("cubic metre", "cubic metres", "cubic meters"), "m3"),
                **dict.fromkeys(("hectare", "hectares"), "ha"),
                **dict.fromkeys(("mu",), "mu"),
                **dict.fromkeys(("tonne", "tonnes", "ton", "tons"), "t"),
                **dict.fromkeys(("kilotonne", "kilotonnes"), "kt"),
                **dict.fromkeys(("megatonne", "megatonnes"), "Mt"),
                **dict.fromkeys(("t CO2e", "tonnes CO2e", "tonnes of CO2e"), "tCO2e"),
                **dict.fromkeys(("kt CO2e", "kilotonnes CO2e", "kilotonnes of CO2e"), "ktCO2e"),
                **dict.fromkeys(("Mt CO2e", "megatonnes CO2e", "megatonnes of CO2e"), "MtCO2e"),
                **dict.fromkeys(("kilogram", "kilograms"), "kg"),
                **dict.fromkeys(("second", "seconds"), "s"),
                **dict.fromkeys(("minute", "minutes"), "min"),
                **dict.fromkeys(("hour", "hours"), "h"),
                **dict.fromkeys(("day", "days"), "d"),
                **dict.fromkeys(("week", "weeks"), "week"),
                **dict.fromkeys(("month", "months"), "month"),
                **dict.fromkeys(("year", "years"), "a"),
                **dict.fromkeys(("percent", "per cent"), "%"),
                **dict.fromkeys(("percentage point", "percentage points", "pp"), "pp"),
                **dict.fromkeys(("times", "fold", "-fold"), "times"),
            }
        ),
        counters=MappingProxyType(
            {word: kind for kind, words in _COUNTERS.items() for word in (kind, *words.split())},
        ),
        bare=frozenset(),
        multipliers=MappingProxyType(
            {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
        ),
        spaced=True,
        general=frozenset({"item", "unit"}),
        interchangeable=(
            frozenset({"firm", "company", "enterprise"}),
            frozenset({"project", "platform", "place", "centre"}),
            frozenset({"building", "place", "school", "hospital", "centre", "bridge"}),
            frozenset({"bed", "seat", "place"}),
            frozenset({"homes", "dwellings", "unit", "building"}),
            frozenset({"person", "passengers", "pupils"}),
            frozenset({"person", "job"}),
        ),
        ambiguous=MappingProxyType({}),
        points="percentage points",
        currencies=MappingProxyType(
            {
                **{"£": "GBP", "€": "EUR", "$": "USD", "US$": "USD", "HK$": "HKD", "¥": "CNY", "￥": "CNY"},
                **{code: code for code in ("GBP", "EUR", "USD", "HKD", "CNY")},
                "RMB": "CNY",
            }
        ),
        abbreviated=MappingProxyType(
            {"k": 1000, "K": 1000, "m": 10**6, "M": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
            | {"thousands": 1000, "millions": 10**6, "billions": 10**9}
            | dict.fromkeys(("000", "'000", "’000"), 1000)
        ),
        adjectives=(
            "new",
            "affordable",
            "social",
            "council",
            "public",
            "private",
            "local",
            "major",
            "key",
            "existing",
            "empty",
        ),
    ),
    names=NumberNames(
        before=("No.", "no.", "Table", "Figure", "Fig.", "Box", "Annex", "Chapter", "Section", "§"),
        ordinal=("st", "nd", "rd", "th"),
        name=(),
        year="",
        quotes=(("“", "”"), ("‘", "’"), ('"', '"')),
        titles=(),
        idioms=frozenset(),
        articles=frozenset({"one"}),
    ),
    typography=Typography(
        run_in_close=". ",
        list_separator=", ",
        clause_separator="; ",
        colon=": ",
        open_parenthesis=" (",
        close_parenthesis=")",
        range_sign="–",
        ranges=("–", "-", "—", "~", "−", "to"),
        groups=True,
        headings="decimal",
        categories="A",
    ),
    captions=Captions(
        contents="Contents",
        annex="Annex table",
        annex_within="the annex",
        category_within="category {number} of the annex",
        project="project ",
        chapter_within="{number}",
        table="Table ",
        figure="Figure ",
        box="Box ",
        attachment="Annex ",
        continued=" (continued)",
        note="Note: ",
        unit="Unit: ",
        page="p. {page}",
    ),
    indicator_columns=IndicatorColumns(
        category="Category",
        name="Indicator",
        unit="Unit",
        year="{year}",
        attribute="Attribute",
        of_which="of which: ",
    ),
    data_table=DataTableWords(
        stub="Item",
        less="less: ",
        running=("cumulative", "running total"),
        of_each=("yearly", "annual", "in the year"),
        averages=(
            "per ",
            "yearly",
            "average",
            "mean",
            "rate",
            "ratio",
            "share",
            "price",
            "index",
            "density",
            "intensity",
        ),
        totals=frozenset({"total", "totals", "grand total", "sum", "overall total"}),
        subtotals=frozenset({"subtotal", "sub-total"}),
        rounding=("round",),
    ),
    annex_columns=AnnexColumns(
        serial="No.",
        name="Project",
        scope="Scope",
        nature="Nature",
        period="Period",
        total="Total investment",
        in_period="Investment within the plan",
        owner="Responsible organisation",
        amount="{title} ({unit})",
        subtotal="Subtotal",
        grand_total="Total",
    ),
    meanings=Meanings(
        natures=MappingProxyType(
            {
                **_named(Nature.CONTINUED, "continued, under construction, ongoing"),
                **_named(Nature.NEW, "new, new build"),
                **_named(Nature.PREPARATION, "preparation, preparatory"),
                **_named(Nature.RESERVE, "reserve"),
                **_named(Nature.COMPLETED, "completed"),
                **_named(Nature.ALTERATION, "alteration, extension, renovation, refurbishment"),
            }
        ),
        attributes=MappingProxyType({**_named(Attribute.EXPECTED, "expected"), **_named(Attribute.BINDING, "binding")}),
        undecided=frozenset({"undecided", "to be decided", "TBD", "/", "—", "-"}),
        placeholders=frozenset({"to come", "TBD", "待补"}),
        published=frozenset({"published", "adopted", "issued", "in force", "Published", "Adopted", "Issued"}),
        no_unit=frozenset({"", "-", "—", "/", "none"}),
        assigned=("as assigned", "as set by", "assigned by"),
    ),
    discourse=ENGLISH_DISCOURSE,
)
