"""Words around a document on the screen and in its frames, by language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class ScreenWords(Struct, frozen=True):
    """`placeholder` stands in the frame of a picture still to come; the others are links and headings of a page."""

    placeholder: str
    footnotes: str
    back: str
    skip: str
    download: str


SCREEN_WORDS: Mapping[str, ScreenWords] = MappingProxyType(
    {
        "zh": ScreenWords("图片待补", "注释", "返回正文", "跳到正文", "下载数据（CSV）"),
        "en": ScreenWords("picture to come", "Notes", "back to the text", "skip to the text", "download data (CSV)"),
    }
)


def screen_words(language: str) -> ScreenWords:
    """The words for a language tag; English for a language that has none."""
    return SCREEN_WORDS.get(language.partition("-")[0].lower(), SCREEN_WORDS["en"])
