"""Names of one thing that a plan writes in two ways: a railway called by two kinds, a place with a character more or less, a road in long and in short."""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from plan_compiler.diagnostics import Place
from plan_compiler.language.naming import Naming
from plan_compiler.language.proofing import Proofing
from plan_compiler.patterns import compiled
from plan_compiler.rules.texts.printed import Found, PrintedText

_MARKS = "、，。；：（(—–－～~-\n"


class TwoWays(Struct, frozen=True):
    """What is written at a place, and what the plan writes elsewhere, `times` of it."""

    place: Place
    text: str
    other: str
    times: int


def railways(text: PrintedText, known: Naming) -> Iterator[TwoWays]:
    """Lines with one code and two kinds: 市域铁路S1线, 轨道交通S1线. The rarer is told, of as frequent ones the later.

    Two in one text that are but numbered are two lines: 地铁1号线, 城际铁路1号线.
    """
    pattern = compiled(rf"(?:{'|'.join(known.railways)})(?P<code>[0-9A-Z]{{1,3}}号?线)")
    lines: dict[str, dict[str, list[Found]]] = {}
    for found in text.search(pattern, words=known.railways):
        if not found.is_in_title:
            kind = found.match[0].removesuffix(found.match["code"])
            lines.setdefault(found.match["code"], {}).setdefault(kind, []).append(found)
    for code, kinds in lines.items():
        usual = max(kinds, key=lambda kind: len(kinds[kind]))
        lines_of_usual = {id(found.line) for found in kinds[usual]}
        for kind, places in kinds.items():
            are_two = code[0].isdigit() and any(id(found.line) in lines_of_usual for found in places)
            if kind != usual and not are_two:
                yield TwoWays(places[0].place, places[0].match[0], f"{usual}{code}", len(kinds[usual]))


def roads(text: PrintedText, known: Naming) -> Iterator[TwoWays]:
    """Roads that are called in long and in short: 茅永公路, 茅永路. The short one stands behind a mark, so that it has no more characters."""
    long, short = known.roads
    found_long = text.search(compiled(rf"{long}(?<!{known.general_roads}{long})"))
    stems = Counter(found.before(2) for found in found_long)
    left = {stem for stem in stems if _is_name(stem, 2, known.of_sentences)}
    for match in compiled(short).finditer(text.text) if left else ():
        at = match.start()
        stem = text.text[max(0, at - 2) : at]
        if stem in left and (at == len(stem) or text.text[at - 3] in _MARKS):
            left.remove(stem)
            found = text.found(match)
            listed = (f"{stem}{short}、{stem}{long}", f"{stem}{long}、{stem}{short}")
            if not any(each in found.line.text for each in listed):
                place = found.line.place(found.start - len(stem), found.end)
                yield TwoWays(place, f"{stem}{short}", f"{stem}{long}", stems[stem])


def places(text: PrintedText, known: Naming, proofing: Proofing) -> Iterator[TwoWays]:
    """Names that lack a character within, which others of their kind have there: 黄石后河, 黄石山后河; 瑶北单元, 瑶溪北单元."""
    no_part = f"{known.of_sentences}{''.join(proofing.telling)}{proofing.loose}"
    for kinds, head in ((known.districts, 2), (f"[{known.waters}]", 3)):
        spans = (match.span() for match in compiled(kinds).finditer(text.text))
        windows = Counter([text.text[max(0, start - head - 1) : end] for start, end in spans])
        shorts, longs = Counter[str](), Counter[tuple[str, str]]()
        for window, times in windows.items():
            shorts[window[1:]] += times
            kind = len(window) - head - 1
            if kind > 0 and window[head - 1] not in no_part and _is_name(window, head + 1 + kind, ""):
                longs[window[: head - 1] + window[head:], window] += times
        for (short, long), times in longs.items():
            is_name = _is_name(short[:head], head, known.of_sentences) and _is_name(
                short[: head - 1], head - 1, no_part
            )
            if short in shorts and is_name:
                yield _rarer(text, (short, shorts[short]), (long, times))


def _rarer(text: PrintedText, one: tuple[str, int], other: tuple[str, int]) -> TwoWays:
    """Of two names with the number of their places, the rarer; of as frequent ones the first."""
    (name, _), (usual, times) = (one, other) if one[1] <= other[1] else (other, one)
    return TwoWays(next(text.search(re.compile(re.escape(name)))).place, name, usual, times)


def _is_name(text: str, length: int, without: str) -> bool:
    """Whether a stretch may be of a name: so many characters, all of them Chinese, and none of those `without`."""
    return len(text) == length and text.isalpha() and not text.isascii() and not any(char in without for char in text)
