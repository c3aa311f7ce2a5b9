"""Findings shown in a document: each as a comment at its place, all of them listed on a page at the end."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Finding, Place, Span
from plan_compiler.document.inlines import Inline
from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import Document, Origin
from plan_compiler.marks.listing import Entry, findings_part, notice
from plan_compiler.marks.remark import Remark
from plan_compiler.marks.runs import Rewrite, Run, rewritten
from plan_compiler.marks.stretches import Comment, commented
from plan_compiler.model.paths import node_at
from plan_compiler.model.plan import Plan
from plan_compiler.read.source import Source, SpanIndex


class _Site(Struct, frozen=True):
    """Where a finding is shown: the run, by its number, and the stretch of the run's text; None for all of it."""

    run: int
    at: tuple[int, int] | None


def annotate(
    document: Document, findings: Iterable[Finding], source: Source, say: Callable[[Finding], Remark]
) -> Document:
    """The draft of `document`: `findings` as numbered comments at their places, and a page that lists them all.

    `source` is what the document was made of; `say` puts a finding into words. A finding whose place is not printed is
    listed without being shown.
    """
    runs: list[Run] = []
    rewritten(document, _collector(runs))
    sites = _Sites(runs, source.spans)
    found = [(finding, sites.of(finding)) for finding in findings]
    placed = sorted(((f, site) for f, site in found if site), key=lambda each: (each[1].run, each[1].at or (-1, -1)))
    entries = [
        *(Entry(number, say(finding), shown=True) for number, (finding, _) in enumerate(placed, 1)),
        *(Entry(n, say(f), shown=False) for n, f in enumerate((f for f, site in found if not site), len(placed) + 1)),
    ]
    comments: dict[int, list[Comment]] = defaultdict(list)
    for entry, (_, site) in zip(entries, placed, strict=False):
        comments[site.run].append(Comment(_mark(entry), site.at))
    marked = rewritten(document, _commenter(comments, source.plan))
    language = document.language
    return replace(
        marked,
        parts=(*marked.parts, *findings_part(entries, language)),
        draft=notice(entries, language),
    )


def _collector(runs: list[Run]) -> Rewrite:
    def collect(run: Run) -> tuple[Inline, ...]:
        runs.append(run)
        return run.inlines

    return collect


def _mark(entry: Entry) -> Mark:
    remark = entry.remark
    return Mark("comment", remark.comment, remark.severity.value, remark.label, entry.number)


def _commenter(comments: Mapping[int, Sequence[Comment]], plan: Plan) -> Rewrite:
    numbers = count()

    def rewrite(run: Run) -> tuple[Inline, ...]:
        own = comments.get(next(numbers))
        if not own:
            return run.inlines
        raw = node_at(plan, run.text)
        return commented(run, own, raw if isinstance(raw, str) else "")

    return rewrite


class _Sites:
    """Finds the run that shows a node of the plan: the node's own, else that of the nearest node around it."""

    def __init__(self, runs: Sequence[Run], spans: SpanIndex) -> None:
        self._runs = runs
        self._spans = spans
        self._by_origin: dict[Origin, list[int]] = defaultdict(list)
        for number, run in enumerate(runs):
            for origin in run.origins:
                self._by_origin[origin].append(number)

    def of(self, finding: Finding) -> _Site | None:
        """Where `finding` is shown; None where nothing that is printed bears on it."""
        where = finding.diagnostic.where
        place = where if isinstance(where, Place) else self._place(finding)
        if place is None:
            return None
        for length in range(len(place.path), 0, -1):
            candidates = self._by_origin.get(place.path[:length])
            if candidates:
                return self._site(candidates, place)
        return None

    def _site(self, candidates: Sequence[int], place: Place) -> _Site:
        if place.start is not None:
            at = (place.start, place.start if place.end is None else place.end)
            for number in candidates:
                run = self._runs[number]
                if run.text == place.path and any(start <= at[0] < end for start, end in run.extents):
                    return _Site(number, at)
        return _Site(candidates[0], None)

    def _place(self, finding: Finding) -> Place | None:
        """The smallest node of those that are printed around a finding that the reader made, which knows no node."""
        span = finding.span
        if span is None:
            return None
        around = (
            (found.end.line - found.start.line, -len(origin), origin)
            for origin, found in self._written()
            if found.file == span.file and found.start <= span.start < found.end
        )
        nearest = min(around, default=None, key=lambda each: each[:2])
        return Place(nearest[2]) if nearest else None

    def _written(self) -> Iterator[tuple[Origin, Span]]:
        for origin in self._by_origin:
            span = self._spans.span(Place(origin))
            if span is not None:
                yield origin, span
