"""Numbers of things that are listed below the words that announce them: in a list, in paragraphs with serials, under headings."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.language.proofing import Proofing, proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import body_parts, sections
from plan_compiler.model.blocks import Box, ItemList
from plan_compiler.model.paths import node_at
from plan_compiler.model.prose import BulletList, Paragraph, Prose, Words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.prose.clauses import COLONS, clauses
from plan_compiler.rules.prose.runs import Run, runs_of
from plan_compiler.rules.texts.count_words import FURTHEST, count_of_things

_FEWEST = 2
_QUOTES = "“”"


class Below(Struct, frozen=True):
    """A number of things (`text`, at `place`) and how many are listed below it."""

    place: Place
    text: str
    stated: int
    items: int


def listed_below(linked: LinkedPlan, count: re.Pattern[str]) -> Iterator[Below]:
    """Every number of things that the end of a paragraph, or a heading, announces, where what is listed is not far from it."""
    known = proofing(linked.plan.language)
    found = (*_of_texts(linked, count, known), *_of_headings(linked, count, known), *_of_boxes(linked, count, known))
    return (each for each in found if each.items >= _FEWEST and abs(each.stated - each.items) <= FURTHEST)


def _of_texts(linked: LinkedPlan, count: re.Pattern[str], known: Proofing) -> Iterator[Below]:
    after = _after_texts(linked)
    for path, prose in linked.texts.items():
        for index, lead in enumerate(prose):
            if not isinstance(lead, Paragraph):
                continue
            following = prose[index + 1 :]
            nearest = following[0] if following else None
            if (nearest is None and path not in after) or not _may_announce(lead, known):
                continue
            run = next(runs_of(path, (lead,), linked.forms), None)
            counted = _announced(run.text.rstrip(), count, known) if run is not None else None
            if run is None or counted is None:
                continue
            items = after.get(path, 0) if nearest is None else _items(linked, path, following, known)
            yield _below(linked, run, counted, items)


def _may_announce(lead: Paragraph, known: Proofing) -> bool:
    """Whether a paragraph ends in a colon, or has words for what follows: so much is seen before it is read."""
    last = lead.inlines[-1] if lead.inlines else None
    if isinstance(last, Words) and last.text.rstrip().endswith(COLONS):
        return True
    words = (each.text for each in lead.inlines if isinstance(each, Words))
    return any(re.search(known.following, each) for each in words) if known.following else False


def _announced(text: str, count: re.Pattern[str], known: Proofing) -> re.Match[str] | None:
    """The number of things that the last words of a paragraph announce: 实施以下八项任务。; 实施八项任务：."""
    if not text.endswith(COLONS) and not (text.endswith("。") and known.following and re.search(known.following, text)):
        return None
    counted = count_of_things(count, text[:-1], known)
    if counted is None or re.search(known.verbs, text[counted.start() : -1]):
        return None
    ahead = text[:-1].rpartition("。")[2]
    return counted if text.endswith(COLONS) or re.search(known.following, ahead) else None


def _below(linked: LinkedPlan, run: Run, counted: re.Match[str], items: int) -> Below:
    text = counted.string[counted.start() :]
    written = node_at(linked.plan, run.path)
    place = run.place(counted.start(), counted.start() + len(text), written if isinstance(written, str) else "")
    return Below(place, text, read_count(counted["number"], linked.plan.language), items)


def _items(linked: LinkedPlan, path: NodePath, following: Prose, known: Proofing) -> int:
    """How many items there are from the next block on: of a list, or paragraphs whose serials follow each other, or that begin with a dash each."""
    if isinstance(following[0], BulletList):
        return len(following[0].items)
    pattern, kind, items = _serials(linked.plan.language), "", 0
    for block in following:
        run = next(runs_of(path, (block,), linked.forms), None) if isinstance(block, Paragraph) else None
        match = pattern.match(run.text) if run is not None else None
        own = match.lastgroup if match is not None else None
        if match is None or own is None or (kind and own != kind):
            if not kind or kind == "dash":
                break
            continue
        if own != "dash" and read_count(match[own], linked.plan.language) != items + 1:
            break
        kind, items = own, items + 1
    return items


@lru_cache(maxsize=4)
def _serials(language: str) -> re.Pattern[str]:
    known = proofing(language)
    words = rf"[{known.one}{known.numerals}]{{1,3}}"
    number = rf"{words}|[0-9]{{1,2}}"
    return compiled(
        rf"[（(](?P<bracketed>{number})[）)]|(?P<plain>{number})[、.．](?![0-9])|{known.ordinals}(?P<ordinal>{number})[，、,]"
        rf"|(?P<told>{words}){known.itemizing}|(?P<dash>——)"
    )


def _after_texts(linked: LinkedPlan) -> dict[NodePath, int]:
    """By the text that stands right before them, how many items a list has, or sections there are below."""
    found: dict[NodePath, int] = {}
    for path, section in sections(linked.plan):
        last: NodePath | None = None
        for part_path, part in body_parts(path, section):
            if isinstance(part, ItemList) and last is not None and part.title is None:
                found[last] = len(part.items)
            last = part_path if isinstance(part, str) else None
        if last is not None and section.sections:
            found[last] = len(section.sections)
    return found


def _of_headings(linked: LinkedPlan, count: re.Pattern[str], known: Proofing) -> Iterator[Below]:
    """实施八大工程 over sections each of which is called a 工程."""
    for path, section in sections(linked.plan):
        title, below = section.title or "", [each.title or "" for each in section.sections]
        title = title.rstrip(_QUOTES)
        counted = count_of_things(count, title, known) if len(below) >= _FEWEST else None
        if counted is None or title.endswith(counted[0]):
            continue
        stated = read_count(counted["number"], linked.plan.language)
        whole = title.lstrip(_QUOTES) == title[counted.start() :] and title.endswith(known.tasks)
        if not _are_of(below, title[-1], known) and not (whole and len(below) < stated):
            continue  # beside its tasks a chapter may have other sections
        place = Place((*path, "title"), counted.start(), len(title))
        yield Below(place, title[counted.start() :], read_count(counted["number"], linked.plan.language), len(below))


def _of_boxes(linked: LinkedPlan, count: re.Pattern[str], known: Proofing) -> Iterator[Below]:
    """数字产业“四大工程” over a list each item of which begins with a 工程."""
    for section_path, section in sections(linked.plan):
        for path, part in body_parts(section_path, section):
            prose = linked.texts.get((*path, "body")) if isinstance(part, Box) else None
            if prose is None or not isinstance(part, Box) or not isinstance(prose[0], BulletList):
                continue
            title = part.title.rstrip(_QUOTES)
            counted = count_of_things(count, title, known)
            if counted is None or title.endswith(counted[0]):
                continue
            noun, items = title[counted.end() :], prose[0].items
            heads = [_head((*path, "body"), item, linked) for item in items]
            if all(head.endswith(noun) for head in heads):
                place = Place((*path, "title"), counted.start(), len(title))
                stated = read_count(counted["number"], linked.plan.language)
                yield Below(place, title[counted.start() :], stated, len(items))


def _head(path: NodePath, item: Prose, linked: LinkedPlan) -> str:
    """The words of an item up to its first mark."""
    run = next(runs_of(path, item, linked.forms), None)
    return clauses(run.text)[0].strip() if run is not None else ""


def _are_of(titles: Sequence[str], noun: str, known: Proofing) -> bool:
    """Whether titles are all called by the noun of what is counted, and none by a number of them."""
    several = compiled(rf"[{known.numerals}]{known.any_kind}")
    return all(title.endswith(noun) and not several.search(title) for title in titles)
