"""The words of a language, by its tag."""

from functools import lru_cache

from plan_compiler.language.chinese import CHINESE
from plan_compiler.language.english import ENGLISH
from plan_compiler.language.tags import primary
from plan_compiler.language.vocabulary import Words

LANGUAGES = (CHINESE, ENGLISH)
_BY_PRIMARY = {"zh": CHINESE, "en": ENGLISH}


_MEANT = {
    **dict.fromkeys(("english", "eng", "british", "american", "gb", "uk", "us", "英文", "英语"), ENGLISH),
    **dict.fromkeys(
        ("chinese", "zho", "chi", "cn", "mandarin", "中文", "汉语", "简体中文", "简体", "汉", "中"), CHINESE
    ),
}


def meant(language: str) -> Words:
    """The words of the language that a name which is no tag means (english, 中文); of the first one where nothing says."""
    return _MEANT.get(language.strip().lower().partition(" ")[0], LANGUAGES[0])


class UnknownLanguageError(ValueError):
    """There are no words for this language."""

    def __init__(self, language: str) -> None:
        super().__init__(
            f"no words for the language {language!r}; known are {', '.join(w.language for w in LANGUAGES)}"
        )
        self.language = language


@lru_cache(maxsize=64)
def words(language: str) -> Words:
    """The words for a language tag (BCP 47: ``zh-CN``, ``zh``, ``en``, ``en-GB``; only its language counts).

    Raises `UnknownLanguageError`.
    """
    found = _BY_PRIMARY.get(primary(language))
    if found is None:
        raise UnknownLanguageError(language)
    return found
