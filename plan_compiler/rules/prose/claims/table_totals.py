"""Figures that a text tells of all that a data table has, by what its title says that it is of: 2030年财政支出合计24.3亿元; 重点项目总投资121亿元."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec.structs import replace

from plan_compiler.language.typography import in_chinese
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.link.tables.linked import LinkedCell, LinkedTable
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity, is_near
from plan_compiler.quantity.units import Relation, is_pure, relation
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.row_columns import columns_told
from plan_compiler.rules.prose.claims.rows import Quoted, may_be_other, named_rows, without_time
from plan_compiler.rules.prose.claims.untimed import is_of_whole_plan
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import alternatives, plain

_TOTAL = "total"
_SHORTEST = 4
"""How long such a name is at least that is looked for in a text."""
_NEAR = Fraction(1, 2)
"""How much of a table's total a figure, or of a figure the total, is at least that is meant as it: what is less may be of a part."""


def table_totals(prose: ProseFigures) -> Iterator[Quoted]:
    """The figures of the chapters that are of all that a table has, with the cell of its total row in the only column that they can be of."""
    if not in_chinese(prose.language) or not any(
        _total_row(table) is not None for table in prose.linked.tables.values()
    ):
        return
    called, known = _by_name(prose), {spoken.told.spot for spoken in prose.spoken}
    stems = [stem for name in called for stem in (name, *_split(name, prose.language))]
    for run in prose.chapter_runs(lambda text: any(stem in text for stem in stems)):
        for told in prose.figures(run):
            if told.is_free and told.spot not in known and not is_pure(told.mention.quantity.unit):
                table = _named(prose, told, called)
                cell = _cell(prose, told, table) if table is not None else None
                if table is not None and cell is not None:
                    yield Quoted(told, table, *cell)


def _by_name(prose: ProseFigures) -> Mapping[str, LinkedTable]:
    """The tables with a row of all by what they are called, also without the word for an estimate that this ends with: 重点项目投资 of 重点项目投资估算."""
    estimates = words(prose.language).discourse.estimates
    found: dict[str, LinkedTable] = {}
    for name, rows in prose.once(named_rows).by_name.items():
        if rows.whole and _total_row(rows.table) is not None:
            found[name] = rows.table
    for name, table in list(found.items()):
        end = next((word for word in estimates if name.endswith(word)), "")
        if end and len(name) - len(end) >= _SHORTEST:
            found.setdefault(name.removesuffix(end), table)
    return found


def _split(name: str, language: str) -> Iterator[str]:
    """A name with the word for a whole before the measure that it ends with: 重点项目总投资 of 重点项目投资."""
    told = words(language).discourse
    measure = max((word for word in told.measures if name.endswith(word)), key=len, default="")
    if measure and len(name) > len(measure):
        yield from (f"{name.removesuffix(measure)}{whole}{measure}" for whole in told.whole)


@lru_cache(maxsize=8)
def _behind(language: str) -> re.Pattern[str]:
    """Words for all of something behind its name: 合计."""
    told = words(language).discourse
    return compiled(rf"(?:{alternatives((*told.estimates, *told.summing, *told.totals))})*+")


def _named(prose: ProseFigures, told: Told, called: Mapping[str, LinkedTable]) -> LinkedTable | None:
    """The table that the clause of a figure names, and nothing else but its time and words for all of it."""
    background = prose.attribution.background
    text = told.run.text
    clause = without_time(plain(text[told.opens : told.start]), background)
    if told.opens > sentence_start(text, told.start) and any(word in clause for word in background.discourse.of_which):
        return None
    forms = [clause]
    for whole in background.discourse.whole:
        if whole in clause:
            forms.append(clause.replace(whole, "", 1))
    for form in forms:
        name = max((name for name in called if form.startswith(name)), key=len, default="")
        match = _behind(told.language).match(form, len(name)) if name else None
        rest = form[match.end() :] if match is not None else ""
        done = any(word in rest for word in background.discourse.doing)
        if match is not None and not done and background.known.between.fills(rest):
            return called[name]
    return None


def _total_row(table: LinkedTable) -> int | None:
    """The row of the only total of all that a table has."""
    found = [row.index for row in table.grid.rows if row.row.role == _TOTAL and row.parent is None]
    return found[0] if len(found) == 1 else None


def _cell(prose: ProseFigures, told: Told, table: LinkedTable) -> tuple[LinkedCell, Quantity] | None:
    """The cell of the total in the only column that may be meant; of several without years, the one that is called a whole (总投资)."""
    row = _total_row(table)
    if row is None or may_be_other(prose, told, ""):
        return None
    found: list[tuple[LinkedCell, Quantity]] = []
    for column in columns_told(told, table, prose.attribution.background):
        cell = table.cell(row, column)
        value = prose.value(cell.key) if cell is not None else None
        if cell is not None and value is not None and relation(told.mention.quantity.unit, value.unit) is Relation.SAME:
            found.append((cell, value))
    if len(found) > 1:
        discourse = prose.attribution.background.discourse
        of_all = (*discourse.whole, *discourse.summing)
        found = [each for each in found if plain(table.grid.columns[each[0].column].title).strip().startswith(of_all)]
    if len(found) != 1 or not is_near(told.mention.quantity, found[0][1], _NEAR):
        return None
    dated = YEAR.search(f"{found[0][0].column} {table.grid.columns[found[0][0].column].title}")
    return (found[0][0], _as_printed(found[0][1])) if dated or is_of_whole_plan(prose, told) else None


def _as_printed(value: Quantity) -> Quantity:
    """A sum as its table prints it: a reader of both sees that print, whatever its members are rounded from."""
    if value.nominal is None or value.decimals is None:
        return value
    return replace(value, interval=Interval.rounding(value.nominal, value.decimals))
