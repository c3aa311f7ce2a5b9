"""Short names of institutes and hospitals that a plan also names in full, and does not introduce."""

from collections.abc import Iterator

from plan_compiler.language.naming import Naming
from plan_compiler.language.proofing import Proofing
from plan_compiler.patterns import compiled
from plan_compiler.rules.texts.printed import Found, PrintedText
from plan_compiler.rules.texts.two_ways import TwoWays

_SHORTEST, _LONGEST = 4, 9
_LONGEST_FULL = 20
_MOST = 200
"""How many institutes are looked at, so that the time stays in proportion to the text."""


def short_names(text: PrintedText, known: Naming, proofing: Proofing) -> Iterator[TwoWays]:
    """Every such name at its first place, with the one in full. One that is introduced (以下简称…), or stands beside it in brackets, is not told."""
    told = set[str]()
    for each in (*_institutes(text, known), *_hospitals(text, known)):
        introduced = (f"{proofing.shortened}{each.text}", f"{proofing.shortened}“{each.text}", f"（{each.text}）")
        if each.text not in told and not any(words in text.text for words in introduced):
            told.add(each.text)
            yield each


def _hospitals(text: PrintedText, known: Naming) -> Iterator[TwoWays]:
    """附二医 where 附属第二医院 stands elsewhere."""
    short, long = known.hospitals
    times = dict[str, int]()
    for found in text.search(compiled(short)):
        full = long.format(number=found.match["number"])
        if full not in times:
            times[full] = text.text.count(full)
            if times[full]:
                yield TwoWays(found.place, found.match[0], full, times[full])


def _institutes(text: PrintedText, known: Naming) -> Iterator[TwoWays]:
    """温州生材所 where 温州生物材料与工程研究所 stands elsewhere: its characters, in order, and not all in one stretch."""
    long, short = known.institutes
    head = long.removesuffix(short)
    full = list(dict.fromkeys(_run_before(found) + long for found in text.search(compiled(long))))[:_MOST]
    seen = set[str]()
    shortened = compiled(rf"{short}(?<!{head}{short})(?![长有在属需用以能得谓述示列指做作产提达])")
    for found in text.search(shortened) if full else ():
        before = f"{found.before(_LONGEST)}{short}"
        if before in seen:
            continue
        seen.add(before)
        for name in full:
            own, start = _within(before, name)
            if len(own) >= _SHORTEST and own not in name:
                place, other = found.line.place(found.end - len(own), found.end), name[start:]
                yield TwoWays(place, own, other, text.text.count(other))
                break


def _run_before(found: Found) -> str:
    """The Chinese characters right before a match."""
    before = found.before(_LONGEST_FULL)
    at = next((at for at in range(len(before), 0, -1) if not before[at - 1].isalpha() or before[at - 1].isascii()), 0)
    return before[at:]


def _within(text: str, name: str) -> tuple[str, int]:
    """The longest end of `text` whose characters stand in `name` in the same order, the last as the last, and where the first of them stands there."""
    start, length = len(name), 0
    for char in reversed(text):
        at = name.rfind(char, 0, start)
        if at < 0:
            break
        start, length = at, length + 1
    return text[len(text) - length :], start
