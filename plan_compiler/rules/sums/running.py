"""Running totals of data tables: a column or row of what there is up to each year beside that of the year alone (投资, 累计投资)."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from plan_compiler.language.vocabulary import DataTableWords, Words
from plan_compiler.language.years import YEAR
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.grid import Grid
from plan_compiler.link.tables.linked import LinkedCell, LinkedTable
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import Quantity, consistent
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.wording import plain

_FEWEST = 3
"""How many years a running total goes through at least that is known by its figures as one."""
_BRACKETS = compiled(r"[（(][^（）()]*[）)]|\s")


class Step(Struct, frozen=True):
    """A running total of one year with that of the year before and what the year adds; `holds` where they go together."""

    table: LinkedTable
    before: LinkedCell
    added: LinkedCell
    total: LinkedCell
    computed: Quantity
    stated: Quantity
    holds: bool


def steps(linked: LinkedPlan) -> Iterator[Step]:
    """The steps of the running totals of all tables: those of which more hold than fail."""
    for table in linked.tables.values():
        for added, totals in _courses(table, linked.words):
            found = list(_steps(linked, table, added, totals))
            failed = [step for step in found if not step.holds]
            begins = _values(linked, added[0], totals[0])
            starts = begins is not None and consistent(*begins)
            if len(totals) >= _FEWEST and len(failed) < len(found) - len(failed) + starts:
                yield from found


def _courses(table: LinkedTable, words: Words) -> Iterator[tuple[list[LinkedCell], list[LinkedCell]]]:
    """What each year adds, and what there is up to it, year by year."""
    grid = table.grid
    tops = [row for row in grid.rows if row.parent is None and row.row.role is None]
    years = [row.index for row in tops if YEAR.fullmatch(row.row.title.strip().removesuffix(words.names.year))]
    if _follow(grid.rows[row].row.title for row in years):
        titles = {name: column.title for name, column in grid.columns.items() if column.kind != "words"}
        for each, running in _pairs(titles, words.data_table):
            yield from _whole([table.cell(row, each) for row in years], [table.cell(row, running) for row in years])
    columns = [name for name in grid.columns if YEAR.fullmatch(name)]
    if _follow(columns):
        for siblings in _lists(grid):
            for first, last in _pairs(siblings, words.data_table):
                yield from _whole(
                    [table.cell(int(first), column) for column in columns],
                    [table.cell(int(last), column) for column in columns],
                )


def _lists(grid: Grid) -> Iterator[Mapping[str, str]]:
    """The rows that stand side by side, by their numbers, with their titles."""
    lists: dict[int | None, dict[str, str]] = {}
    for row in grid.rows:
        if row.row.role in (None, "memo"):
            lists.setdefault(row.parent, {})[str(row.index)] = row.row.title
    yield from lists.values()


def _follow(titles: Iterator[str] | Sequence[str]) -> bool:
    """Whether they are years, each the one after that before it."""
    years = [int(YEAR.findall(title)[0]) for title in titles]
    return len(years) >= _FEWEST and years == list(range(years[0], years[0] + len(years)))


def _pairs(titles: Mapping[str, str], words: DataTableWords) -> Iterator[tuple[str, str]]:
    """Who have one name, but for the words by which the second is what has come together."""
    stems = {own: stem(title, words) for own, title in titles.items()}
    running = [own for own, title in titles.items() if any(word in plain(title) for word in words.running)]
    rates = [own for own, title in titles.items() if any(word in plain(title) for word in words.averages)]
    for total in running:
        others = [own for own in titles if own not in (*running, *rates) and stems[own] == stems[total]]
        if stems[total] == "" and not others:
            others = [own for own in titles if own not in (*running, *rates)]
        if len(others) == 1 and total not in rates:
            yield others[0], total


def stem(title: str, words: DataTableWords) -> str:
    """What a title is of, without brackets and the words for the time that its figures cover: 投资 of 当年完成投资（亿元）."""
    rest = _BRACKETS.sub("", plain(title))
    for word in (*words.running, *words.of_each):
        rest = rest.replace(word, "")
    return rest


def _whole(
    added: Sequence[LinkedCell | None], totals: Sequence[LinkedCell | None]
) -> Iterator[tuple[list[LinkedCell], list[LinkedCell]]]:
    """Both where every year has them, as amounts of one unit."""
    first = [cell for cell in added if cell is not None and cell.written is not None]
    last = [cell for cell in totals if cell is not None and cell.written is not None]
    alike = len({cell.unit.text for cell in (*first, *last)}) == 1
    if len(first) == len(added) == len(last) and alike and (first[0].unit.text == "" or not is_pure(first[0].unit)):
        yield first, last


def _steps(
    linked: LinkedPlan, table: LinkedTable, added: Sequence[LinkedCell], totals: Sequence[LinkedCell]
) -> Iterator[Step]:
    expected: Quantity | None = None
    for index in range(1, len(totals)):
        values = _values(linked, totals[index - 1], added[index], totals[index])
        if values is None:
            expected = None
            continue
        before, amount, stated = values
        if consistent(stated, amount) and not consistent(stated, before + amount):  # begins anew, as with a new plan
            expected = stated
            continue
        computed = before + amount
        holds = consistent(stated, computed) or (expected is not None and consistent(stated, expected + amount))
        expected = computed
        yield Step(table, totals[index - 1], added[index], totals[index], computed, stated, holds)


def _values(linked: LinkedPlan, *cells: LinkedCell) -> tuple[Quantity, ...] | None:
    found = [linked.figures[cell.key].result for cell in cells]
    known = tuple(each for each in found if isinstance(each, Quantity))
    return known if len(known) == len(found) else None
