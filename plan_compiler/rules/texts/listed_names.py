"""Items of lists that are one name in two spellings: 智能电气, 智能电器; 新能源与智能网联汽车, 新能源智能网联汽车."""

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from plan_compiler.language.likeness import are_confused, likenesses
from plan_compiler.language.naming import Naming
from plan_compiler.language.proofing import Proofing
from plan_compiler.patterns import compiled
from plan_compiler.rules.texts.printed import Line, PrintedText
from plan_compiler.rules.texts.two_ways import TwoWays

_ITEM = compiled(r"[^，。；：、“”《》（）()\s—]{4,40}")
_BEGINS = ("、", "：", "；")
_SHORTEST, _LONGEST = 4, 10
_SHORTEST_JOINED = 7
"""How many characters of a name are left without its joints at least."""


class _Item(Struct, frozen=True):
    """An item of a list. It `begins` behind a mark that no verb stands behind, and `is_whole` where one of a list stands on both sides."""

    line: Line
    start: int
    text: str
    begins: bool
    is_whole: bool


def listed_names(text: PrintedText, known: Naming, proofing: Proofing) -> Iterator[TwoWays]:
    """The items that are told, the rarer ones, each with the other spelling. Items of one line are different things."""
    lines = (line for line in text.body.lines if line.path[0] == "chapters")
    items = [item for line in lines for item in _items(line, proofing)]
    whole: dict[str, list[_Item]] = {}
    names: dict[str, list[_Item]] = {}
    joint = compiled(f"[{known.joints}]")
    for item in items:
        if item.is_whole:
            whole.setdefault(item.text, []).append(item)
        first = joint.split(item.text, maxsplit=1)[0]
        if item.begins and len(first) >= _SHORTEST and (item.is_whole or first != item.text):
            names.setdefault(first, []).append(item)
    yield from _joined(whole, known)
    yield from _alike(items, names, known, proofing)


def _items(line: Line, proofing: Proofing) -> Iterator[_Item]:
    """The stretches between marks, of which one at least is that of a list; what closes it, 等, ends the last."""
    for match in _ITEM.finditer(line.text):
        start, end = match.span()
        before, behind = line.text[max(0, start - 1) : start], line.text[end : end + 1]
        if before not in _BEGINS and behind != "、":
            continue
        item, closed, _ = match[0].partition(proofing.and_so_on)
        if len(item) >= _SHORTEST and item.isalpha():
            is_whole = before == "、" and (behind in "、；。：" or closed != "")
            yield _Item(line, start, item, before in _BEGINS, is_whole)


def _joined(whole: Mapping[str, list[_Item]], known: Naming) -> Iterator[TwoWays]:
    """Whole items that differ in their joints alone."""
    without = str.maketrans("", "", known.joints)
    by_key: dict[str, list[str]] = {}
    for name in whole:
        key = name.translate(without)
        if len(key) >= _SHORTEST_JOINED:
            by_key.setdefault(key, []).append(name)
    for names in by_key.values():
        usual = max(names, key=lambda name: len(whole[name]))
        yield from (_told(whole[name][0], usual, len(whole[usual])) for name in names if name != usual)


def _alike(
    items: list[_Item], names: Mapping[str, list[_Item]], known: Naming, proofing: Proofing
) -> Iterator[TwoWays]:
    """The ends of items that are whole ones, or the first before a joint, but for one character of the same sound."""
    sounds: dict[tuple[str, ...], str] = {}
    for name in names:
        if len(name) <= _LONGEST:
            sounds.setdefault(_sounds(name), name)
    tails, middles = {name[-2:] for name in names}, {name[-4:-2] for name in names}
    told = set[str]()
    for item in items:
        if item.text[-2:] not in tails and item.text[-4:-2] not in middles:
            continue  # of four characters and more, one of which differs, either two are the same
        own = _sounds(item.text)
        for length in range(_SHORTEST, min(len(own), _LONGEST) + 1):
            name, end = sounds.get(own[-length:], ""), item.text[-length:]
            if not name or name == end or not told.isdisjoint((name, end)):
                continue
            is_beside = any(each.line is item.line for each in names[name])
            if not is_beside and _is_one_off(end, name, known, proofing):
                told.add(end)
                start = item.start + len(own) - length
                yield _told(_Item(item.line, start, end, True, True), name, len(names[name]))


def _is_one_off(text: str, name: str, known: Naming, proofing: Proofing) -> bool:
    """Whether they differ in one character, of which neither tells things apart or is as right."""
    differing = [pair for pair in zip(text, name, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return False
    one, other = differing[0]
    is_free = one not in proofing.telling and other not in proofing.telling
    return is_free and one + other not in known.spoken_alike and are_confused(one, other)


def _told(item: _Item, other: str, times: int) -> TwoWays:
    return TwoWays(item.line.place(item.start, item.start + len(item.text)), item.text, other, times)


def _sounds(text: str) -> tuple[str, ...]:
    return tuple(map(_sound, text))


@cache
def _sound(char: str) -> str:
    """What characters of one sound have in common; the character itself where it has no sound."""
    return next(iter(likenesses(char)), char)
