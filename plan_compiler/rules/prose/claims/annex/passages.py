"""Sentences of the chapters that are about one project of the annex: …工程，全长36公里，总投资12亿元."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import NodePath
from plan_compiler.model.paths import node_at
from plan_compiler.model.projects import Project
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.clauses import clause_ends, sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told, unqualified
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.subjects import By
from plan_compiler.rules.prose.wording import plain

_PREFIX = 3
_SHORTEST = 5
"""Names that are shorter may be of something else in a text."""
_LEAD = 12
"""How long the words before a name are at most in its clause: 加快推进."""
_BARE = 8
"""How long they are at most right behind it that are of no figure: 建设项目."""


class Passage(Struct, frozen=True):
    """What a run says of a project, from behind its name to where it may go on about something else."""

    project: Project
    path: NodePath
    run: Run
    start: int
    end: int
    figures: tuple[Told, ...]


class _Hit(Struct, frozen=True):
    start: int
    end: int
    id: str


def passages(prose: ProseFigures) -> tuple[Passage, ...]:
    """The passages of all chapters; none of a sentence that names two projects, or several things together with one."""
    background = prose.attribution.background
    names = _names(background)
    found: list[Passage] = []
    for run in prose.chapter_runs(lambda text: bool(names) and any(map(str.isdecimal, text))):
        hits = _hits(plain(run.text), names)
        for index, hit in enumerate(hits):
            following = hits[index + 1].start if index + 1 < len(hits) else len(run.text)
            before = hits[index - 1].end if index else 0
            stretch = _stretch(run.text, hit, before, following, background) if hit.id else None
            if stretch is not None:
                found += _passage(prose, run, hit, stretch)
    return tuple(found)


def _names(background: Background) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The names of projects with their ids, the longest first, by how they begin; without an id where several things share one."""
    named: dict[str, str] = {}
    endings = tuple(sorted(background.discourse.project_endings, key=len, reverse=True))
    for name, subject in background.names.subjects.items():
        if len(name) < _SHORTEST or (subject is not None and (subject.by is not By.AMOUNT or subject.counted)):
            continue
        own = subject.id if subject is not None else ""
        named[name] = own if named.get(name, own) == own else ""
        short = _shortened(name, endings) if name.endswith(endings) else ""
        if len(short) >= _SHORTEST and not short.endswith(background.discourse.sites):
            named[short] = own if named.get(short, own) == own else ""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for each, own in named.items():
        found[each[:_PREFIX]].append((each, own))
    for alike in found.values():
        alike.sort(key=_length, reverse=True)
    return found


def _length(pair: tuple[str, str]) -> int:
    return len(pair[0])


def _shortened(name: str, endings: Sequence[str]) -> str:
    return name.removesuffix(next(word for word in endings if name.endswith(word)))


def _hits(text: str, names: Mapping[str, Sequence[tuple[str, str]]]) -> list[_Hit]:
    found, at = list[_Hit](), 0
    while at < len(text):
        name, own = next(
            (pair for pair in names.get(text[at : at + _PREFIX], ()) if text.startswith(pair[0], at)), ("", "")
        )
        if name:
            found.append(_Hit(at, at + len(name), own))
        at += len(name) or 1
    return found


def _stretch(text: str, hit: _Hit, before: int, following: int, background: Background) -> tuple[int, int] | None:
    """From where to where the sentence of a name may be about it alone; the sentence behind a name that is all of the first one, too."""
    start, end = sentence_start(text, hit.start), sentence_end(text, hit.end)
    discourse = background.discourse
    joining = (*discourse.joining, *discourse.possessive)
    lead = text[max(start, before) : hit.start].rstrip("“《「")
    behind = text[hit.end : end].lstrip("”》」")
    if (
        before > start
        or lead.rstrip().endswith((*joining, *discourse.not_about))
        or len(lead.rpartition("，")[2]) > _LEAD
    ):
        return None
    if behind.startswith((*joining, *discourse.beyond_project)) or _is_somewhere(behind, background):
        return None
    if not behind.strip() and not start and not lead.strip() and end < len(text):
        end = sentence_end(text, end + 1)
    return (hit.end, end) if following >= end else None


def _is_somewhere(behind: str, background: Background) -> bool:
    """Whether the words behind a name say in which place, where a part of it may be: 在云城区新建、改扩建学校16所."""
    at = next((len(word) for word in background.discourse.within_a_place if behind.startswith(word)), 0)
    return at > 0 and background.known.place.match(behind, at) is not None


def _passage(prose: ProseFigures, run: Run, hit: _Hit, stretch: tuple[int, int]) -> Iterator[Passage]:
    symbol = prose.linked.symbols.by_id.get(hit.id)
    project = node_at(prose.linked.plan, symbol.path) if symbol is not None else None
    if symbol is None or not isinstance(project, Project):
        return
    start, limit = stretch
    told_in_run = prose.figures(run)
    first, last = (bisect_left(told_in_run, at, key=_start) for at in (start, limit))
    figures = told_in_run[first:last]
    end = _end(run.text, start, limit, figures, prose.attribution.background)
    own = tuple(_behind(told, start) for told in figures if told.end <= end)
    yield Passage(project, symbol.path, run, start, end, own)


def _start(told: Told) -> int:
    return told.start


def _behind(told: Told, start: int) -> Told:
    """The figure with the words before it that stand behind the name of its project."""
    if told.opens >= start:
        return told
    before = unqualified(told.run.text[start : told.start], told.language)
    return replace(told, opens=start, before=before, label=before.strip())


def _end(text: str, start: int, limit: int, figures: Sequence[Told], background: Background) -> int:
    """Where the first clause begins that may be of something else: it tells neither figures of the project, nor times, nor routes."""
    at = start
    for low, high in (*((s + start, e + start) for s, e in clause_ends(text[start:limit])), (limit, limit)):
        own = [told for told in figures if at <= told.start < low]
        if not _goes_on(plain(text[at:low]).strip(), own, background, first=at == start):
            return at
        at = high
    return limit


def _goes_on(clause: str, figures: Sequence[Told], background: Background, *, first: bool) -> bool:
    """Whether a clause goes on about the project: it names no part of it, and nothing else."""
    known, discourse = background.known, background.discourse
    if any(word in clause for word in (*discourse.beyond_project, *discourse.of_which)):
        return False
    name = max((word for word in discourse.self_names if clause.startswith(word)), key=len, default="")
    if figures:
        return first or not any(word in clause.removeprefix(name) for word in discourse.project_endings)
    if (first and len(clause) <= _BARE) or known.leading.fills(clause):
        return True
    return clause.startswith(discourse.routes) or known.years.search(clause) is not None
