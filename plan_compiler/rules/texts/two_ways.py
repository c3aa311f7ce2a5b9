"""Names of one thing that a plan writes in two ways: a railway called by two kinds, a place with a character more or less, a road in long and in short."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from plan_compiler.language.naming import Naming
from plan_compiler.language.proofing import Proofing
from plan_compiler.patterns import compiled
from plan_compiler.rules.texts.printed import Found, PrintedText

_MARKS = "、，。；：（(—–－～~-\n"


class TwoWays(Struct, frozen=True):
    """What is written at `found`, and what the plan writes elsewhere, `times` of it."""

    found: Found
    text: str
    other: str
    times: int


def railways(text: PrintedText, known: Naming) -> Iterator[TwoWays]:
    """Lines with one code and two kinds: 市域铁路S1线, 轨道交通S1线. The rarer is told, of as frequent ones the later."""
    lines: dict[str, dict[str, list[Found]]] = {}
    for found in text.search(compiled(rf"{known.railways}(?P<code>[0-9A-Z]{{1,3}}号?线)")):
        if not found.is_in_title:
            kind = found.match[0].removesuffix(found.match["code"])
            lines.setdefault(found.match["code"], {}).setdefault(kind, []).append(found)
    for code, kinds in lines.items():
        usual = max(kinds, key=lambda kind: len(kinds[kind]))
        for kind, places in kinds.items():
            if kind != usual:
                yield TwoWays(places[0], places[0].match[0], f"{usual}{code}", len(kinds[usual]))


def roads(text: PrintedText, known: Naming) -> Iterator[TwoWays]:
    """Roads that are called in long and in short: 茅永公路, 茅永路. The short one stands behind a mark, so that it has no more characters."""
    long, short = known.roads
    found_long = text.search(compiled(rf"{long}(?<!{known.general_roads}{long})"))
    stems = Counter(found.before(2) for found in found_long)
    for stem, times in stems.items():
        if _is_name(stem, 2, known.of_sentences):
            for found in text.search(compiled(short)):
                before = found.before(3)
                if before[-2:] == stem and (len(before) == len(stem) or before[0] in _MARKS):
                    own = Found(found.line, found.start - len(stem), found.end, found.match)
                    yield TwoWays(own, f"{stem}{short}", f"{stem}{long}", times)
                    break


def places(text: PrintedText, known: Naming, proofing: Proofing) -> Iterator[TwoWays]:
    """Names that lack a character within, which others of their kind have there: 黄石后河, 黄石山后河; 瑶北单元, 瑶溪北单元."""
    no_part = f"{known.of_sentences}{''.join(proofing.telling)}{proofing.loose}"
    for kinds, head in ((known.districts, 2), (f"[{known.waters}]", 3)):
        shorts, longs = dict[str, list[Found]](), dict[tuple[str, str], list[Found]]()
        for found in text.search(compiled(kinds)):
            before, kind = found.before(head + 1), found.match[0]
            shorts.setdefault(f"{before[-head:]}{kind}", []).append(found)
            if _is_name(before, head + 1, "") and before[-2] not in no_part:
                longs.setdefault((f"{before[:-2]}{before[-1]}{kind}", f"{before}{kind}"), []).append(found)
        for (short, long), of_long in longs.items():
            of_short = shorts.get(short, [])
            is_name = _is_name(short[:head], head, known.of_sentences) and _is_name(
                short[: head - 1], head - 1, no_part
            )
            if not of_short or not is_name:
                continue
            is_short = len(of_short) <= len(of_long)
            first, name, other = (of_short[0], short, long) if is_short else (of_long[0], long, short)
            start = first.start - head - (not is_short)
            times = max(len(of_short), len(of_long))
            yield TwoWays(Found(first.line, start, first.end, first.match), name, other, times)


def _is_name(text: str, length: int, without: str) -> bool:
    """Whether a stretch may be of a name: so many characters, all of them Chinese, and none of those `without`."""
    return len(text) == length and text.isalpha() and not text.isascii() and not any(char in without for char in text)
