"""What the words of a language are for: the shape that `chinese` and `english` fill."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.rational import Fraction


class Qualifier(StrEnum):
    """What the words beside a figure allow its true value to be; v is the figure as printed."""

    EXACTLY = "="
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    ABOUT = "about"
    NEARLY = "nearly"
    """A little less than v: 近."""
    AND_MORE = "and-more"
    """A little more than v: 多, 余."""


class Aspect(StrEnum):
    """Whether a figure is a change or a running total; without such a word it is a level."""

    CHANGE = "change"
    CUMULATIVE = "cumulative"


class Nature(StrEnum):
    """How far a project is when the plan begins, or what is done to what stands there."""

    CONTINUED = "continued"
    """Begun before the plan (续建)."""
    NEW = "new"
    """Begins within the plan (新建)."""
    PREPARATION = "preparation"
    """Being prepared; building may not begin within the plan (前期)."""
    RESERVE = "reserve"
    """An idea kept for later (储备)."""
    COMPLETED = "completed"
    """Finished (建成)."""
    ALTERATION = "alteration"
    """Alters or extends what exists (改扩建): says nothing about when it begins."""


class Attribute(StrEnum):
    """How binding an indicator's target is."""

    EXPECTED = "expected"
    BINDING = "binding"


class Qualifiers(Struct, frozen=True):
    """Words that qualify a figure, by where they stand.

    `before` and `after` touch the figure and its unit (不低于1200万元, 130亿元以上); `inside` stand between the number
    and its unit (200多个). `compounds` end in such a word and qualify nothing (节约 is not 约). `falling` are the words among
    `aspects` that tell a fall by a positive figure (下降12%). `levels` begin with such a word and tell how much there is (增加值).
    """

    before: Mapping[str, Qualifier]
    after: Mapping[str, Qualifier]
    inside: Mapping[str, Qualifier]
    aspects: Mapping[str, Aspect]
    compounds: frozenset[str]
    falling: frozenset[str]
    levels: tuple[str, ...] = ()


class Numerals(Struct, frozen=True):
    """Numbers in words.

    `magnitudes` below `myriad` multiply within a group (二百), the others the whole group (二百万). `few` stands for
    a digit nobody counted (几十). `fractions`, `multiples` (翻一番: twice) and `per` (百分之: %) are whole wordings.
    """

    digits: Mapping[str, int]
    magnitudes: Mapping[str, int]
    myriad: int
    few: frozenset[str]
    fractions: Mapping[str, Fraction]
    multiples: Mapping[str, int]
    per: Mapping[str, str]


class UnitNames(Struct, frozen=True):
    """Names of units, each with its symbol; `counters` are measure words, each with the name of what it counts.

    `bare` are measure words that name no kind of thing (九大): the figure is a pure number. `multipliers` may stand
    before any unit (万元, million yuan).
    """

    symbols: Mapping[str, str]
    counters: Mapping[str, str]
    bare: frozenset[str]
    multipliers: Mapping[str, int]
    spaced: bool
    """Whether a space parts a number from its unit."""
    general: frozenset[str]
    """Measure words that may stand for any other (个): figures counted with them compare with every count."""
    interchangeable: tuple[frozenset[str], ...]
    """Measure words that may count the same things (家 and 户 of firms, 人 and 名): figures counted with them compare."""
    ambiguous: Mapping[str, tuple[str, ...]]
    """Names that are short for several units, each with their symbols (方: m², m³): they compare with figures in any of these."""
    points: str
    """The unit of what lies between two percentages: 个百分点."""
    currencies: Mapping[str, str] = MappingProxyType({})
    """Signs and codes of money that stand before a number (£, US$, GBP), each with its symbol."""
    abbreviated: Mapping[str, int] = MappingProxyType({})
    """Multipliers that are short behind a number with a currency before it: £96m, $1.2bn."""
    adjectives: tuple[str, ...] = ()
    """May stand between a number and what it counts: 300 new homes."""


class NumberNames(Struct, frozen=True):
    """What makes a number a name, a date or an ordinal and no figure."""

    before: tuple[str, ...]
    """Right before it: 第."""
    ordinal: tuple[str, ...]
    """Right behind it, wherever it stands: 期, 号, 月."""
    name: tuple[str, ...]
    """Right behind it in running text: 152工程, 15分钟生活圈."""
    year: str
    """Behind four digits: a year (2025年), where 5年 is a duration. "" where a year stands alone."""
    quotes: tuple[tuple[str, str], ...]
    """What is short and stands in them is a name, with the numbers in it (“152”工程)."""
    titles: tuple[tuple[str, str], ...]
    """What stands in them is a title."""
    idioms: frozenset[str]
    """Measure words that with a numeral in words make set phrases as often as figures (五位一体)."""
    articles: frozenset[str]
    """Numerals that are articles in running text as often as numbers (一个, one)."""


class Typography(Struct, frozen=True):
    """Punctuation that the compiler prints itself."""

    run_in_close: str
    list_separator: str
    clause_separator: str
    colon: str
    open_parenthesis: str
    close_parenthesis: str
    range_sign: str
    ranges: tuple[str, ...]
    """What stands between the ends of a range, in writing of any kind (～, -, 至)."""
    groups: bool
    """Whether a figure is printed with separators between its thousands where no format says so."""
    headings: str
    """The scheme by which headings are numbered where the plan names none."""
    categories: str
    """The number of the first category of the annex."""


class Captions(Struct, frozen=True):
    """Words that the compiler prints around tables, boxes, figures and parts."""

    contents: str
    annex: str
    annex_within: str
    """What a reference to the annex prints in a sentence."""
    category_within: str
    """What a reference to a category of the annex prints: a `str.format` template over `number`."""
    project: str
    """Before the serial of a project that a text refers to."""
    chapter_within: str
    """What a reference to a chapter prints whose number is a numeral in words alone (一、): a `str.format` template over `number`."""
    table: str
    figure: str
    box: str
    attachment: str
    continued: str
    note: str
    unit: str
    """Before the unit of a whole table: 单位：."""
    page: str
    """A page number in a reference: a `str.format` template over `page`."""


class IndicatorColumns(Struct, frozen=True):
    """Column titles of an indicator table; `year` is a `str.format` template over `year`."""

    category: str
    name: str
    unit: str
    year: str
    attribute: str
    of_which: str


class DataTableWords(Struct, frozen=True):
    """Words that the compiler prints in a data table: the heading of its row titles, what stands before a deduction.

    `running` in a title says that the figures are those up to then (累计投资), `of_each` that they are those of one period (当年投资).
    `averages` in the title of a row say that its figures are no amounts, so that a part may be above its whole.
    """

    stub: str
    less: str
    running: tuple[str, ...]
    of_each: tuple[str, ...]
    averages: tuple[str, ...]
    totals: frozenset[str]
    """Titles of rows that are nothing but a word for the sum of the others (合计)."""
    subtotals: frozenset[str]
    """Those for the sum of some of them (小计)."""
    rounding: tuple[str, ...]
    """In a note under a table: that its figures, being rounded, need not add up exactly."""


class AnnexColumns(Struct, frozen=True):
    """Column titles of the annex; `amount` is a `str.format` template over `title` and `unit`."""

    serial: str
    name: str
    scope: str
    nature: str
    period: str
    total: str
    in_period: str
    owner: str
    amount: str
    subtotal: str
    grand_total: str


class Meanings(Struct, frozen=True):
    """Values of a plan that have a meaning, as they are printed. plan.yaml may add to them."""

    natures: Mapping[str, Nature]
    attributes: Mapping[str, Attribute]
    undecided: frozenset[str]
    """A period that is not fixed yet: 未定."""
    placeholders: frozenset[str]
    """A file or text that is still to come: 待补."""
    published: frozenset[str]
    """The status of a text that is out and no longer changes: 已公布."""
    no_unit: frozenset[str]
    """In the place of a unit: none."""
    assigned: tuple[str, ...]
    """Within a target: a higher office sets its number (完成市下达任务)."""


class Words(Struct, frozen=True):
    """The words of one language."""

    language: str
    qualifiers: Qualifiers
    numerals: Numerals
    units: UnitNames
    names: NumberNames
    typography: Typography
    captions: Captions
    indicator_columns: IndicatorColumns
    data_table: DataTableWords
    annex_columns: AnnexColumns
    meanings: Meanings
    discourse: Discourse
