"""Years of construction as they are written: 2019-2024, 2021年3月至2023年, 2021."""

import re
from functools import lru_cache
from unicodedata import normalize

from msgspec import Struct

from plan_compiler.patterns import compiled

_YEAR = compiled(r"(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])")
_SHORT_END = compiled(r"(?<![0-9])((?:19|20|21)[0-9]{2})年?(?:-|~|–|—|－|～|至|到)+([0-9]{2})年?")
_OPEN_END = compiled(r"(?:起|以后|之后|至今|-|~|–|—|～|至)$")
_OPEN_START = compiled(r"^(?:-|~|–|—|～|至)|(?:前|以前|之前|底前|止)$")


class Period(Struct, frozen=True):
    """The years from `start` to `end`; None where one is left open."""

    start: int | None
    end: int | None


@lru_cache(maxsize=4096)
def read_period(text: str) -> Period | None:
    """The years that `text` states; None where it states none, or cannot be read. The end may lie before the start."""
    plain = normalize("NFKC", text).replace(" ", "")
    years = [int(found) for found in _YEAR.findall(plain)]
    others = [digits for digits in re.findall("[0-9]+", _YEAR.sub("", plain)) if len(digits) > 2]
    if others or not 1 <= len(years) <= 2:
        return None
    if len(years) == 2:
        return Period(years[0], years[1])
    (year,) = years
    if (short := _SHORT_END.fullmatch(plain)) and int(short[2]) > 12:
        return Period(year, year // 100 * 100 + int(short[2]))
    if _OPEN_END.search(plain):
        return Period(year, None)
    if _OPEN_START.search(plain):
        return Period(None, year)
    return Period(year, year)


def is_written_in_digits(text: str) -> bool:
    """Whether `text` tries to state years in digits."""
    return bool(re.search("[0-9０-９]", text))
