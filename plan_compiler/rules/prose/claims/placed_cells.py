"""Figures of a year that a text tells of what a data table in its own section has by years: 2027年完成投资49.15亿元."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeAlias

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.discourse import Discourse
from plan_compiler.language.typography import in_chinese
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.years import YEAR
from plan_compiler.link.outline import TablePlacement, body_parts, sections
from plan_compiler.link.tables.linked import LinkedCell, LinkedTable
from plan_compiler.quantity.units import Relation, relation
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.rows import Quoted
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import aspect_of, ends
from plan_compiler.rules.prose.setting import Setting
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import YearTold, year_of
from plan_compiler.rules.sums.running import stem

_SHORTEST = 2

_Key: TypeAlias = tuple[int, str, bool]
"""A year, a name, and whether it is what there is up to that year."""


def placed_cells(prose: ProseFigures) -> Iterator[Quoted]:
    """The figures of texts that stand in one section with a table by years, whose words are those of one of its rows or columns alone."""
    if not in_chinese(prose.language) or not prose.linked.tables:
        return
    known = {spoken.told.spot for spoken in prose.spoken}
    for path, placed in _placed(prose).items():
        for at in prose.linked.texts:
            if at[: len(path)] == path and at[len(path)] == "body":
                for run in prose.runs_at(at):
                    tolds = (told for told in prose.figures(run) if told.is_free and told.spot not in known)
                    yield from filter(None, map(partial(_quoted, prose, placed), tolds))


def _placed(prose: ProseFigures) -> Mapping[NodePath, Mapping[_Key, tuple[LinkedTable, LinkedCell] | None]]:
    """By section, the cells of its tables by year and name; None for a name that several have."""
    found: dict[NodePath, dict[_Key, tuple[LinkedTable, LinkedCell] | None]] = {}
    for path, section in sections(prose.linked.plan):
        for _, part in body_parts(path, section):
            table = prose.linked.tables.get(part.table) if isinstance(part, TablePlacement) else None
            for key, cell in _by_year(prose, table) if table is not None else ():
                own = found.setdefault(path, {})
                own[key] = None if key in own or table is None else (table, cell)
    return found


def _by_year(prose: ProseFigures, table: LinkedTable) -> Iterator[tuple[_Key, LinkedCell]]:
    """Its cells, each by the only year that row and column say, and the name of the other of the two."""
    words = prose.linked.words.data_table
    for cell in table.cells.values():
        row, column = table.row(cell).row, table.grid.columns[cell.column]
        years = YEAR.findall(row.title), YEAR.findall(f"{cell.column} {column.title}")
        of_row = len(set(years[0])) == 1 and not years[1]
        of_column = len(set(years[1])) == 1 and not years[0]
        title = column.title if of_row else row.title
        runs = any(word in plain(title) for word in words.running)
        if (of_row or of_column) and len(name := stem(title, words)) >= _SHORTEST:
            yield (int((years[0] if of_row else years[1])[0]), name, runs), cell


def _quoted(
    prose: ProseFigures, placed: Mapping[_Key, tuple[LinkedTable, LinkedCell] | None], told: Told
) -> Quoted | None:
    background, surroundings = prose.attribution.background, prose.attribution.surroundings
    year: YearTold | None = year_of(told, lambda: None, background.years, background.known)
    if year is None or not year.explicit:
        return None
    words = plain(told.before)
    name = stem(words[background.known.leading.end(words) :], prose.linked.words.data_table)
    runs = aspect_of(background.known, told) is Aspect.CUMULATIVE
    found = placed.get((year.year, name, runs))
    value = prose.value(found[1].key) if found is not None else None
    if found is None or value is None or relation(told.mention.quantity.unit, value.unit) is not Relation.SAME:
        return None
    changes = Aspect.CHANGE in (told.mention.aspect, aspect_of(background.known, told))
    if _may_be_of_part(told, words, background.discourse):
        return None
    if changes or not ends(background.discourse, told) or surroundings.of(told) is not Setting.CLEAR:
        return None
    if surroundings.is_elsewhere(told) or surroundings.is_doubtful(told):
        return None
    return Quoted(told, *found, value)


def _may_be_of_part(told: Told, words: str, discourse: Discourse) -> bool:
    """Whether it may be of a part, or of what a sentence before it names; or is what was meant to be."""
    start = sentence_start(told.run.text, told.start)
    opening = told.run.text[start : told.start]
    return (
        start > 0
        or any(word in opening for word in discourse.of_which)
        or any(word in words for word in discourse.intended)
    )
