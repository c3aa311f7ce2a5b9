"""Figures of sentences that name a data table, or a row above others, and then rows: 2030年财政支出中，教育12.5亿元、卫生9亿元."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from plan_compiler.language.typography import in_chinese
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.link.tables.linked import LinkedCell, LinkedTable
from plan_compiler.quantity.lexicon import Lexicon
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import Relation, relation
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.claims.row_columns import SHORTEST_TITLE, columns_told
from plan_compiler.rules.prose.clauses import clauses, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.lists import name_of
from plan_compiler.rules.prose.naming.named import aspect_of, words_behind
from plan_compiler.rules.prose.periods import end_of_own
from plan_compiler.rules.prose.wording import Wording, plain

_ASIDE = 12
"""How far behind a figure its brackets are looked into."""
_SHORTEST = 3
"""How long the name of a table is at least that is looked for in a text."""


class Rows(Struct, frozen=True):
    """Rows of a data table, all of them (`whole`) or those below one, by their titles; None where several have one."""

    table: LinkedTable
    name: str
    whole: bool
    by_title: Mapping[str, int | None]
    titles: Lexicon


class NamedRows(Struct, frozen=True):
    """The rows of a plan's tables by what these, or the rows above them, are called."""

    by_name: Mapping[str, Rows]
    names: Lexicon

    def opening(self, words: str) -> Rows | None:
        """The rows whose name words begin with, the longest."""
        return self.by_name.get(self.names.at(words, 0))


class Quoted(Struct, frozen=True):
    """A figure of a text with the only cell that it can be by the names beside it."""

    told: Told
    table: LinkedTable
    cell: LinkedCell
    value: Quantity


def quoted_rows(prose: ProseFigures) -> Iterator[Quoted]:
    """The figures of the chapters that are of a row by its name, where the sentence names the table before."""
    if not in_chinese(prose.language) or not prose.linked.tables:
        return
    background = prose.attribution.background
    named = prose.once(named_rows)
    known = {spoken.told.spot for spoken in prose.spoken}
    for run in prose.chapter_runs(lambda text: any(name in text for name in named.by_name)):
        for told in prose.figures(run):
            if told.is_free and told.spot not in known:
                rows = _named_before(told, named, background)
                cell = _cell(prose, told, rows) if rows else None
                if rows and cell is not None:
                    yield Quoted(told, rows.table, *cell)


def named_rows(prose: ProseFigures) -> NamedRows:
    """The rows by the name of their table, and by the title of the row above them; no name that means several things."""
    background = prose.attribution.background
    found: dict[str, Rows | None] = {}
    for table in prose.linked.tables.values():
        rows = table.grid.rows
        everything = tuple(range(len(rows)))
        parents = [(plain(row.row.title).strip(), row.below) for row in rows if row.below]
        listed = _listed(table.grid.table.title, background.known)
        for name, indexes in ((listed, everything), *parents):
            own = found.get(name)
            if name in found and not (own and own.table is table and own.whole):
                found[name] = None
            elif len(name) >= _SHORTEST and name not in found:
                by_title = _by_title(table, name, indexes)
                found[name] = Rows(table, name, indexes == everything, by_title, Lexicon.of(by_title))
    known = {name: rows for name, rows in found.items() if rows is not None}
    return NamedRows(known, Lexicon.of(known))


def _listed(title: str, known: Wording) -> str:
    """What a table is of, by its title: 财政支出 of 2026—2030年财政支出安排表."""
    words = plain(title).strip()
    if match := known.listing.search(words):
        return str(match["listed"])
    period = known.years.match(words)
    rest = words[period.end() :] if period else words
    return rest[known.leading.end(rest) :].strip()


def _by_title(table: LinkedTable, name: str, indexes: Sequence[int]) -> Mapping[str, int | None]:
    """Rows by their titles, and by these without the end that the name of the whole has, too: 教育 of 教育支出."""
    found: dict[str, int | None] = {}
    for index in indexes:
        title = plain(table.grid.rows[index].row.title).strip()
        for each in {title, _without_shared_end(title, name)}:
            if len(each) >= SHORTEST_TITLE:
                found[each] = None if each in found else index
    return found


def _without_shared_end(title: str, name: str) -> str:
    shared = next((n for n in range(min(len(title), len(name)), 1, -1) if title[-n:] == name[-n:]), 0)
    return title[: len(title) - shared]


def _named_before(told: Told, named: NamedRows, background: Background) -> Rows | None:
    """The rows of which its sentence goes on to speak: it names them, and since then only times and figures of these rows."""
    text, known = told.run.text, background.known
    start = sentence_start(text, told.start)
    *earlier, own = clauses(plain(text[start : told.start]))
    rows: Rows | None = None
    for clause in earlier:
        rest = without_time(clause, background)
        if not rest or rest.startswith(known.going_on):
            continue
        opened = named.opening(rest)
        if opened is not None:
            rows = opened if _is_named_alone(rest.removeprefix(opened.name), background) else None
        elif rows is None or not rows.titles.at(rest, 0):
            return None
    lead = without_time(own, background)
    opened = named.opening(lead)
    return opened if opened is not None and lead.removeprefix(opened.name).startswith(_behind(background)) else rows


def without_time(words: str, background: Background) -> str:
    """Words behind the times, and what else names nothing, that they begin with: 到2030年, “十五五”期间, 五年."""
    rest = words[background.known.leading.end(words) :]
    ahead = (word for word in background.discourse.of_this_plan if rest.startswith(word))
    rest = rest[end_of_own(rest, background.known, background.years) or len(max(ahead, key=len, default="")) :]
    return rest[background.known.leading.end(rest) :].strip()


def _behind(background: Background) -> tuple[str, ...]:
    """What may stand between the name of all and that of one: 中, 的."""
    return (*background.discourse.among, *background.discourse.possessive)


def _is_named_alone(rest: str, background: Background) -> bool:
    """Whether a clause has nothing behind the name but 中, or its own figure."""
    if rest.strip() in ("", *_behind(background)):
        return True
    figure = rest[background.known.between.end(rest) :].lstrip()
    return figure[:1].isdecimal()


def _cell(prose: ProseFigures, told: Told, rows: Rows) -> tuple[LinkedCell, Quantity] | None:
    """The only cell that the words beside a figure pick; None where they pick none, or say that it is something else."""
    background = prose.attribution.background
    row, rest = _row(told, rows, background)
    if row is None or may_be_other(prose, told, rest):
        return None
    shares = rest in background.discourse.share and rows.whole
    for word in background.discourse.allotted:
        rest = rest.removeprefix(word)
    if not shares and not background.known.between.fills(rest):
        return None
    found: list[tuple[LinkedCell, Quantity]] = []
    for column in columns_told(told, rows.table, background):
        cell = rows.table.cell(row, column)
        value = prose.value(cell.key) if cell is not None else None
        is_share = any(word in rows.table.grid.columns[column].title for word in background.discourse.share)
        fits = value is not None and relation(told.mention.quantity.unit, value.unit) is Relation.SAME
        if cell is not None and value is not None and fits and (is_share or not shares):
            found.append((cell, value))
    return found[0] if len(found) == 1 else None


def _row(told: Told, rows: Rows, background: Background) -> tuple[int | None, str]:
    """The row whose title stands before a figure, or at its place in a list of names, and what stands between them."""
    apart = name_of(told.run.text, told.start, told.language)
    lead = without_time(plain(told.label if apart is None else "".join(apart)), background)
    lead = lead.removeprefix(rows.name) if lead.startswith(rows.name) and lead != rows.name else lead
    for word in _behind(background):
        lead = lead.removeprefix(word)
    lead = lead[background.known.leading.end(lead) :]
    title = rows.titles.at(lead, 0)
    return rows.by_title.get(title), lead.removeprefix(title).strip()


def _is_summed_behind(told: Told, background: Background) -> bool:
    """Whether brackets behind a figure say that it comes together over several years: 65亿元（累计）, 65亿元（五年合计）."""
    behind = plain(told.run.text[told.end : told.end + _ASIDE]).lstrip()
    summing = [word for word, aspect in background.known.aspects.items() if aspect is Aspect.CUMULATIVE]
    words = (*summing, *background.discourse.summing, *background.discourse.of_this_plan)
    return behind.startswith(("（", "(")) and any(word in behind for word in words)


def may_be_other(prose: ProseFigures, told: Told, rest: str) -> bool:
    """Whether it is of another place or time, a change, one of several figures that are listed apart, or goes on to be something else."""
    background, surroundings = prose.attribution.background, prose.attribution.surroundings
    discourse, behind = background.discourse, words_behind(told)
    is_change = told.mention.aspect is Aspect.CHANGE or any(
        word in rest for word, aspect in background.known.aspects.items() if aspect is Aspect.CHANGE
    )
    goes_on = behind.startswith((*discourse.ending, *discourse.joining)) and not behind.startswith(discourse.possessive)
    sentence = told.run.text[sentence_start(told.run.text, told.start) : told.start]
    return (
        is_change
        or aspect_of(background.known, told) is Aspect.CUMULATIVE
        or _is_summed_behind(told, background)
        or (behind != "" and not goes_on)
        or any(word in sentence for word in (*discourse.within_a_year, *discourse.supposing))
        or (
            any(word in sentence for word in discourse.respectively)
            and name_of(told.run.text, told.start, told.language) is None
        )
        or surroundings.is_elsewhere(told)
        or surroundings.is_doubtful(told)
    )
