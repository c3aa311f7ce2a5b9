"""Dates as they are printed."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from plan_compiler.language.typography import in_chinese
from plan_compiler.patterns import compiled

_DIGITS = compiled(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)
_MONTHS: Mapping[int, str] = MappingProxyType(
    dict(
        enumerate(
            (
                *("January", "February", "March", "April", "May", "June"),
                *("July", "August", "September", "October", "November", "December"),
            ),
            1,
        )
    )
)


def printed_date(date: str, language: str) -> str:
    """A date in digits (2026-03-18, 2026-03) as a document of `language` prints it: 2026年3月18日, 18 March 2026.

    What is worded otherwise, and what is no month, stays as it is.
    """
    match = _DIGITS.fullmatch(date.strip())
    month = _MONTHS.get(int(match[2])) if match else None
    if match is None or month is None:
        return date
    if in_chinese(language):
        return f"{match[1]}年{int(match[2])}月" + (f"{int(match[3])}日" if match[3] else "")
    return (f"{int(match[3])} " if match[3] else "") + f"{month} {match[1]}"
