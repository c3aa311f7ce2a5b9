"""What a theme that is made for Chinese becomes for a document in another language."""

from msgspec.structs import replace

from plan_compiler.language.typography import in_chinese
from plan_compiler.writers.look import Lists, Style, Styles
from plan_compiler.writers.theme import Theme

_NARROW = str.maketrans("．（）", ".()")
_SET_APART = frozenset(
    (
        "title",
        "contents_title",
        "contents_1",
        "heading_1",
        "heading_2",
        "heading_3",
        "annex_mark",
        "caption",
        "table_header",
        "box_title",
    )
)
"""Styles that gongwen sets in 小标宋, 黑体 and 楷体."""


def in_language(theme: Theme, language: str) -> Theme:
    """`theme` for a document in `language`.

    A space parts the mark of an item from its text: “1.” before “5,200 homes” would be another figure; so would it be before
    “5个” in Chinese, where marks as wide as characters (1．) need none. In other languages marks are not so wide, letters
    are not spaced to fill a grid of Chinese characters, and what a face of Chinese sets apart is bold: letters have but one face.
    """
    look = theme.look
    if in_chinese(language):
        ordered = tuple(f"{mark} " if mark.endswith(".") else mark for mark in look.lists.ordered)
        if ordered == look.lists.ordered:
            return theme
        return replace(
            theme, look=look.model_copy(update={"lists": look.lists.model_copy(update={"ordered": ordered})})
        )
    changes = {"lists": _parted(look.lists), "styles": _western(look.styles)}
    return replace(theme, look=look.model_copy(update=changes))


def _parted(lists: Lists) -> Lists:
    bullets, ordered = (
        tuple(f"{mark.rstrip().translate(_NARROW)} " for mark in marks) for marks in (lists.bullets, lists.ordered)
    )
    return lists.model_copy(update={"bullets": bullets, "ordered": ordered})


def _western(styles: Styles) -> Styles:
    changed = {
        name: style.model_copy(update={"spacing": 0, "bold": style.bold or name in _SET_APART})
        for name, style in styles
        if isinstance(style, Style)
    }
    return styles.model_copy(update=changed)
