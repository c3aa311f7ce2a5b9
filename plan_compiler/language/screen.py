"""Words around a document on the screen and in its frames, by language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class ScreenWords(Struct, frozen=True):
    """Headings, links and messages of a page. Those with {names} are filled in by the page's own scripts.

    `placeholder` stands in the frame of a picture still to come, `link` names the link to a heading, table or row.
    """

    placeholder: str
    footnotes: str
    back: str
    skip: str
    download: str
    link: str
    tools: str
    open_contents: str
    search: str
    search_hint: str
    found: str
    hits: str
    hit_at: str
    no_hits: str
    more_hits: str
    previous_hit: str
    next_hit: str
    end_search: str
    filters: str
    scheme_auto: str
    scheme_light: str
    scheme_dark: str
    sources: str
    sources_hint: str
    source_place: str
    source_count: str
    source_sum: str
    source_members: str
    all: str
    filter_words: str
    ungrouped: str
    reset: str
    rows_shown: str
    no_rows: str
    rows_sum: str
    column_sum: str
    sum_separator: str
    rows_left: str
    sorted_up: str
    sorted_down: str
    unsorted: str


_CHINESE = ScreenWords(
    placeholder="图片待补",
    footnotes="注释",
    back="返回正文",
    skip="跳到正文",
    download="下载数据",
    link="此处的链接",
    tools="工具栏",
    open_contents="目录",
    search="搜索全文",
    search_hint="搜索全文（按 / 键）",
    found="搜索结果",
    hits="{count}处",
    hit_at="{at}/{count}处",
    no_hits="没有找到",
    more_hits="只列出前{listed}处，共{count}处。",
    previous_hit="上一处",
    next_hit="下一处",
    end_search="结束搜索",
    filters="筛选",
    scheme_auto="外观：随系统",
    scheme_light="外观：浅色",
    scheme_dark="外观：深色",
    sources="数据出处",
    sources_hint="正文和表格中数据的出处",
    source_place="见",
    source_count="逐项清点所得",
    source_sum="所列{count}项之和",
    source_members="由{count}项相加减所得",
    all="全部",
    filter_words="含有文字",
    ungrouped="不分类别排列",
    reset="恢复原样",
    rows_shown="列出{shown}项，共{all}项。",
    no_rows="没有符合条件的项目（共{all}项）。",
    rows_sum="所列各项相加（由本页算出）：{sums}。",
    column_sum="{column}为{sum}",
    sum_separator="，",
    rows_left="（另有{count}项没有确数，未计入）",
    sorted_up="按“{column}”从小到大排列。",
    sorted_down="按“{column}”从大到小排列。",
    unsorted="恢复原来的顺序。",
)
_ENGLISH = ScreenWords(
    placeholder="picture to come",
    footnotes="Notes",
    back="back to the text",
    skip="skip to the text",
    download="Download the data",
    link="link to this place",
    tools="Tools",
    open_contents="contents",
    search="Search the text",
    search_hint="Search the text (press /)",
    found="What was found",
    hits="{count} found",
    hit_at="{at} of {count}",
    no_hits="nothing found",
    more_hits="The first {listed} of {count} are listed.",
    previous_hit="previous",
    next_hit="next",
    end_search="end the search",
    filters="Choose rows",
    scheme_auto="Colours: as the system",
    scheme_light="Colours: light",
    scheme_dark="Colours: dark",
    sources="Where the figures come from",
    sources_hint="The sources of the figures in texts and tables",
    source_place="see ",
    source_count="counted one by one",
    source_sum="the sum of {count} items",
    source_members="{count} items added and subtracted",
    all="all",
    filter_words="Containing",
    ungrouped="without categories",
    reset="As it was",
    rows_shown="{shown} of {all} rows are listed. ",
    no_rows="None of the {all} rows fits. ",
    rows_sum="The listed rows, added up by this page: {sums}. ",
    column_sum="{column} {sum}",
    sum_separator="; ",
    rows_left=" (without {count} that have no exact figure)",
    sorted_up="Sorted by “{column}”, from small to large. ",
    sorted_down="Sorted by “{column}”, from large to small. ",
    unsorted="In the original order again. ",
)
SCREEN_WORDS: Mapping[str, ScreenWords] = MappingProxyType({"zh": _CHINESE, "en": _ENGLISH})


def screen_words(language: str) -> ScreenWords:
    """The words for a language tag; English for a language that has none."""
    return SCREEN_WORDS.get(language.partition("-")[0].lower(), SCREEN_WORDS["en"])
