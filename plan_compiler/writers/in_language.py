"""What a theme that is made for Chinese becomes for a document in another language."""

from msgspec.structs import replace

from plan_compiler.language.typography import in_chinese
from plan_compiler.writers.look import Lists, Style, Styles
from plan_compiler.writers.theme import Theme


def in_language(theme: Theme, language: str) -> Theme:
    """`theme` for a document in `language`.

    Letters are not spaced to fill a grid of Chinese characters, and a space parts the mark of an item from its text: “1.” before
    “5,200 homes” would be another figure.
    """
    if in_chinese(language):
        return theme
    look = theme.look
    changes = {"lists": _parted(look.lists), "styles": _unspaced(look.styles)}
    return replace(theme, look=look.model_copy(update=changes))


def _parted(lists: Lists) -> Lists:
    bullets, ordered = (tuple(f"{mark.rstrip()} " for mark in marks) for marks in (lists.bullets, lists.ordered))
    return lists.model_copy(update={"bullets": bullets, "ordered": ordered})


def _unspaced(styles: Styles) -> Styles:
    spaced = {name: style for name, style in styles if isinstance(style, Style) and style.spacing}
    return styles.model_copy(update={name: style.model_copy(update={"spacing": 0}) for name, style in spaced.items()})
