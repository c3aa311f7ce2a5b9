"""Lists among the arguments of messages: what stands between their members is chosen with the words, by language."""

from collections.abc import Iterable

_MARK = "\x1f"
"""Between the members, until a language is known: the unit separator of ASCII, which no text of a plan prints."""


def listed(members: Iterable[str]) -> str:
    """The members as one argument of a message."""
    return _MARK.join(members)


def with_separator(sentence: str, separator: str) -> str:
    """A sentence in which the members of lists stand apart by `separator` (、 or a comma and a space)."""
    return sentence.replace(_MARK, separator)
