"""Words on a draft: what every page says of itself, and the page of findings, by language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class DraftWords(Struct, frozen=True):
    """`notice` and `clean` stand on every page: with findings that were counted, and without.

    `notice` and the counts (`error`, `warning`, `info`) are `str.format` templates. The others are the heading of the page
    of findings, what stands over its two groups, and its columns.
    """

    notice: str
    clean: str
    error: str
    warning: str
    info: str
    separator: str
    title: str
    placed: str
    unplaced: str
    number: str
    severity: str
    place: str
    finding: str


DRAFT_WORDS: Mapping[str, DraftWords] = MappingProxyType(
    {
        "zh": DraftWords(
            "草稿　核对发现{counts}，不得作为定稿印发",
            "草稿　不得作为定稿印发",
            "{count}个错误",
            "{count}个警告",
            "{count}条提示",
            "、",
            "核对发现的问题",
            "文中已标注",
            "文中没有对应位置",
            "序号",
            "级别",
            "出处",
            "问题",
        ),
        "en": DraftWords(
            "Draft, not for publication. Found by the check: {counts}",
            "Draft, not for publication",
            "{count} error(s)",
            "{count} warning(s)",
            "{count} note(s)",
            ", ",
            "Findings",
            "Marked in the text",
            "Without a place in the text",
            "No.",
            "Severity",
            "Source",
            "Finding",
        ),
    }
)


def draft_words(language: str) -> DraftWords:
    """The words for a language tag; English for a language that has none."""
    return DRAFT_WORDS.get(language.partition("-")[0].lower(), DRAFT_WORDS["en"])
