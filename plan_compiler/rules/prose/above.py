"""The year that is said above what stands under it: 到2030年，主要目标如下： before paragraphs or a list; a heading “十五五”时期主要目标."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.discourse import Discourse
from plan_compiler.model.paths import child
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Extent
from plan_compiler.patterns import compiled
from plan_compiler.rules.prose.clauses import COLONS, sentence_start, sentences
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import Wording, plain
from plan_compiler.rules.prose.years import PlanYears, YearTold, leading_years, years_in

_REACH = 4000
"""How far before a paragraph the one that leads to it may stand in its text."""
_LEAD = 400
"""How far before a figure its paragraph may say of which time it is."""
_HEAD = 6
"""How many characters tell whether a paragraph is a member of a list."""
_BREAK = compiled(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t])")
_MARK = compiled(
    r"\s*\**(?:[-+]\s|[0-9]{1,3}[.)、．]|[—–]|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[一二三四五六七八九十]{1,2}[是、]|[①-⑳]|第[一二三四五六七八九十])"
)
_NUMBER = compiled(r"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|第[一二三四五六七八九十0-9]{1,3}[章节])\s*")


class Above(Struct, frozen=True):
    """The years that are said there, None for what is no point in time.

    `whole` where it is the plan's own period whose targets follow; `loose` where nothing says that but that targets follow (主要目标).
    """

    years: frozenset[int | None]
    whole: bool = False
    loose: bool = False

    @property
    def year(self) -> YearTold | None:
        """The year of what stands under it; None where that is open."""
        only = next(iter(self.years)) if len(self.years) == 1 else None
        return None if only is None else YearTold(only, False, whole=self.whole, loose=self.loose)


_UNCLEAR = Above(frozenset({None}))


class Headings(Struct, frozen=True, dict=True):
    """Reads what stands above a text: the paragraphs that lead to it, and its headings."""

    plan: Plan
    years: PlanYears
    known: Wording
    discourse: Discourse

    def over(self, told: Told) -> YearTold | None:
        """The year that is said before the sentence of a figure: by the clause with a colon that leads to it, else above its paragraph; None
        where its paragraph speaks of a part of the plan's time.
        """
        text = told.run.text
        if self._is_of_part(text, sentence_start(text, told.start), told.start):
            return None
        lead = _told_above(text[max(0, told.opens - _LEAD) : told.opens])
        said = self._said(lead) if lead else None
        if said is not None and said.whole:
            return said.year
        found = self.above(told.run)
        return found.year if found is not None else None

    def above(self, run: Run) -> Above | None:
        """What is said above a paragraph, by the nearest that says a year; None where nothing does."""
        key = (run.path, run.pieces[0].at)
        if key not in self._found:
            self._found[key] = self._over_run(run)
        return self._found[key]

    @cached_property
    def _found(self) -> dict[tuple[NodePath, Extent], Above | None]:
        """By paragraph, what is said above it; found out when first asked for."""
        return {}

    def _over_run(self, run: Run) -> Above | None:
        own, before = _blocks_before(self.plan, run)
        loose = None
        for lead, text in (*self._leads(own, before), *_above(self.plan, run.path)):
            said = self._lead(text) if lead else self._said(text)
            if said is None and _has_any(text, self._parts_of_time):
                return _UNCLEAR
            if said is None:
                loose = loose or self._loosely(text)
                continue
            return said if not (lead or said.whole) or self._dated(before) <= said.years else _UNCLEAR
        return loose if loose and self._dated(before) <= loose.years and not self._is_past(run) else None

    @property
    def _parts_of_time(self) -> tuple[str, ...]:
        return (*self.discourse.stages, *self.discourse.within_a_year)

    def _is_of_part(self, text: str, start: int, end: int) -> bool:
        """Whether the paragraph `text`, before a figure at `end`, speaks of a part of the plan's time, or its sentence, from `start` on, of a year."""
        stage = _has_any(text[max(0, end - _LEAD) : end], self.discourse.stages)
        return stage or _has_any(text[start:end], self.discourse.within_a_year)

    def _said(self, text: str) -> Above | None:
        """What a heading or a sentence says; the plan's own period only where it says that targets follow."""
        found = set(years_in(text, self.years, self.known))
        whole = self._names_own_period(text) and _has_any(text, self.discourse.aims)
        if whole:
            found = (found - {None}) | {self.years.final}
        return Above(frozenset(found), whole=found == {self.years.final} and whole) if found else None

    def _lead(self, text: str) -> Above | None:
        """What the last sentence of a leading paragraph says, else the paragraph."""
        *_, last = sentences(text)
        return self._said(last) or self._said(text)

    def _leads(self, own: str, before: Sequence[str]) -> Iterator[tuple[bool, str]]:
        """The paragraphs that lead to one, the nearest first. What leads to a list does not lead to what stands behind the list."""
        listed = _MARK.match(own) is not None
        for block in reversed(before):
            if block.rstrip().endswith(COLONS):
                yield True, block
            if not listed and _MARK.match(block):
                return

    def _dated(self, before: Sequence[str]) -> frozenset[int | None]:
        """The years that the paragraphs before one in its text are of, since the last that leads to others."""
        found = set[int | None]()
        for block in reversed(before):
            if block.rstrip().endswith(COLONS):
                break
            found |= self._last_year(block)
        return frozenset(found)

    def _last_year(self, block: str) -> frozenset[int | None]:
        """The year that a paragraph is of in the end; none where it says none."""
        if block not in self._last_years:
            self._last_years[block] = frozenset(year for *_, year in leading_years(block, self.years, self.known)[-1:])
        return self._last_years[block]

    @cached_property
    def _last_years(self) -> dict[str, frozenset[int | None]]:
        """By paragraph; each is asked for by all that stand behind it."""
        return {}

    def _names_own_period(self, text: str) -> bool:
        words, final = plain(text), self.years.final
        if final is None or any(word in words for word in self.discourse.past):
            return False
        plans = {last for _, last in self.known.plans_in(text)}
        ranges = {match["last"] for match in self.known.years.finditer(words) if match["last"]}
        if plans - {final} or ranges - {str(final)}:
            return False
        ahead = (*self.discourse.of_this_plan, *self.discourse.within_the_plan)
        return bool(plans or ranges) or any(word in words for word in ahead)

    def _loosely(self, text: str) -> Above | None:
        bare = _NUMBER.sub("", plain(text).strip()).strip()
        fits = bare in self.discourse.target_headings and self.years.final is not None
        return Above(frozenset({self.years.final}), whole=True, loose=True) if fits else None

    def _is_past(self, run: Run) -> bool:
        """Whether a heading is of the past, or of another plan."""
        titles = [plain(text) for _, text in _above(self.plan, run.path)]
        past = any(word in each for each in titles for word in self.discourse.past)
        return past or self.known.names_plan_but(self.years.final, *titles)


def _has_any(text: str, words: Iterable[str]) -> bool:
    shown = plain(text)
    return any(word in shown for word in words)


def _blocks(text: str) -> list[str]:
    return [block for block in _BREAK.split(text) if block.strip()]


def _blocks_before(plan: Plan, run: Run) -> tuple[str, list[str]]:
    """How the paragraph of a run begins, and the paragraphs before it in its text, or, where there are none, in the text before that."""
    nodes = _nodes(plan, run.path)
    at = run.pieces[0].at[0]
    written = nodes[-1]
    *before, own = _BREAK.split(written[max(0, at - _REACH) : at]) if isinstance(written, str) else [""]
    before = [block for block in before if block.strip()]
    head = f"{own}{run.text[:_HEAD]}"
    for index in range(len(run.path) - 1, 0, -1):
        part, body = run.path[index], nodes[index]
        if run.path[index - 1] == "body" and isinstance(part, int) and isinstance(body, tuple) and part > 0:
            earlier: object = body[part - 1]
            is_list = isinstance(written, str) and run.path[index + 1 : index + 2] == ("list",)
            if isinstance(earlier, str):
                return ("- " if is_list else head), [*_blocks(earlier[-_REACH:]), *before]
    return head, before


def _nodes(plan: Plan, path: NodePath) -> list[object]:
    """What stands on the way to `path`, the plan first."""
    nodes: list[object] = [plan]
    for part in path:
        nodes.append(child(nodes[-1], part))
    return nodes


def _above(plan: Plan, path: NodePath) -> list[tuple[bool, str]]:
    """The headings over a text, the nearest first, each before the paragraph that leads to its section; with whether it is such a paragraph."""
    found: list[tuple[bool, str]] = []
    nodes = _nodes(plan, path)
    for index, part in enumerate(path):
        node = nodes[index]
        title = getattr(node, "title", None)
        if isinstance(title, str) and node is not plan:
            found.append((False, title))
        last = _last_block(getattr(node, "body", None)) if part == "sections" else ""
        if last.rstrip().endswith(COLONS):
            found.append((True, last))
    return found[::-1]


def _last_block(body: object) -> str:
    text: object = body[-1] if isinstance(body, tuple) and body else body
    blocks = _blocks(text[-_REACH:]) if isinstance(text, str) else []
    return blocks[-1] if blocks else ""


def _told_above(text: str) -> str:
    """The clause with a colon that a stretch of a paragraph has last, with its sentence before it: “十五五”时期主要目标是：."""
    at = max(text.rfind(colon) for colon in COLONS)
    return sentences(text[:at])[-1] if at >= 0 else ""
