"""The annex: the table of major projects, with subtotals and a grand total."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.inlines import NumberText, Text, plain_text
from plan_compiler.document.nodes import Caption, DataSet, SortKey, Table, TableCell, TableRow, TableTools
from plan_compiler.language.vocabulary import Words
from plan_compiler.link.linked import SymbolKind, Unknown
from plan_compiler.lower.cells import header, longest_word, widths, words_cell, written
from plan_compiler.lower.notes import table_notes
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.text import footnote, lower_line
from plan_compiler.model.projects import Annex, AnnexColumns, Category, Project, StatedTotals
from plan_compiler.patterns import compiled
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import parse_unit

_WIDTHS = (46, 165, 284, 70, 97, 111, 90, 137)
_SCOPE, _NATURE = 2, 3
_LETTER, _BESIDE, _LONGEST = 9, 28, 16
"""What a letter takes on a screen, in thousandths of the table, what stands beside a word, and how long it may be."""
_LETTERS = compiled("[A-Za-z]")
_BEFORE_AMOUNTS = 5
_COLUMNS = 8
_SORTS: tuple[SortKey, ...] = ("", "words", "", "words", "words", "amount", "amount", "words")


def lower_annex(scope: Scope, annex: Annex) -> Table:
    """The annex as a table: a row for each project, those of a category between its title and its subtotal."""
    titles = _titles(scope.words, annex)
    rows = [row for index, category in enumerate(annex.categories) for row in _category(scope, annex, index, category)]
    grand_total = _totals(scope, annex, annex.id, annex.stated, ("annex",))
    total = _sum(scope.words.annex_columns.grand_total, "total", grand_total, ("annex",))
    rows = [total, *rows] if annex.total_at == "top" else [*rows, total]
    scope.datasets.append(_dataset(scope, annex, titles, rows))
    return Table(
        caption=Caption("annex", scope.label(("annex",)), (Text(annex.title),), scope.anchor(annex.id, ("annex",))),
        unit="" if all(annex.unit in title for title in titles[5:7]) else annex.unit,
        columns=titles,
        widths=_widths(titles, rows),
        header=(TableRow(tuple(header(title) for title in titles), ("annex", "columns"), "header"),),
        rows=tuple(rows),
        notes=table_notes(scope, ("annex", "note"), annex.note),
        dataset=annex.id,
        origin=("annex",),
        tools=_tools(scope.words, annex, titles),
    )


def _widths(titles: tuple[str, ...], rows: Sequence[TableRow]) -> tuple[int, ...]:
    """Widths of the columns: the scope gives way to words of other scripts than Chinese, which are not broken."""
    least = list(_WIDTHS)
    for column in range(_NATURE, _COLUMNS):
        cells = (plain_text(row.cells[column].inlines) for row in rows if len(row.cells) == _COLUMNS)
        words = (text for text in (titles[column], *cells) if _LETTERS.search(text))
        least[column] = max(least[column], min(longest_word(*words), _LONGEST) * _LETTER + _BESIDE)
    least[_SCOPE] = max(least[_SCOPE] - (sum(least) - sum(_WIDTHS)), least[_SCOPE] // 2)
    return widths(least)


def _tools(words: Words, annex: Annex, titles: tuple[str, ...]) -> TableTools:
    """Projects are chosen by category, by nature, and by each of their owners."""
    adds = all(category.exact for category in annex.categories)
    return TableTools((words.indicator_columns.category, titles[3], titles[7]), _SORTS, adds)


def annex_titles(words: Words, annex: Annex) -> tuple[str, str]:
    """What the columns of amounts are called: the whole investment, and that within the plan; without the unit."""
    own, named = words.annex_columns, annex.columns or AnnexColumns()
    suffix = own.amount.format(title="", unit=annex.unit)
    return (named.total or own.total).replace(suffix, ""), (named.in_period or own.in_period).replace(suffix, "")


def _titles(words: Words, annex: Annex) -> tuple[str, ...]:
    own, named = words.annex_columns, annex.columns or AnnexColumns()
    return (
        named.serial or own.serial,
        named.name or own.name,
        named.scope or own.scope,
        named.nature or own.nature,
        named.period or own.period,
        named.total or own.amount.format(title=own.total, unit=annex.unit),
        named.in_period or own.amount.format(title=own.in_period, unit=annex.unit),
        named.owner or own.owner,
    )


def _category(scope: Scope, annex: Annex, index: int, category: Category) -> Iterator[TableRow]:
    path: NodePath = ("annex", "categories", index)
    label = words_cell(scope.label(path), "center", role="group")
    title = written(words_cell(category.title, role="group", colspan=_COLUMNS - 1), (*path, "title"))
    yield TableRow((label, title), path, "group", scope.anchor(category.id, path))
    for row, project in enumerate(category.projects):
        yield _project(scope, (*path, "projects", row), project, category)
    subtotal = _totals(scope, annex, category.id, category.stated, path)
    yield _sum(scope.words.annex_columns.subtotal, "subtotal", subtotal, path)


def _project(scope: Scope, path: NodePath, project: Project, category: Category) -> TableRow:
    owners = _owners(scope, project)
    content = lower_line(scope, (*path, "scope"), project.scope)
    inlines = content.inlines
    if project.note is not None:
        inlines = (*inlines, footnote(scope, (*path, "note"), project.note))
    cells = (
        words_cell(scope.label(path), "center"),
        written(words_cell(project.name, role="name"), (*path, "name")),
        TableCell(inlines, origin=(*path, "scope"), extents=content.extents),
        written(words_cell(project.nature, "center"), (*path, "nature")),
        written(words_cell(project.period, "center"), (*path, "period")),
        _amount(project.total.text, f"{project.id}.total", (*path, "total"), f"{project.total.value:f}"),
        _amount(
            project.in_period.text, f"{project.id}.in_period", (*path, "in_period"), f"{project.in_period.value:f}"
        ),
        replace(words_cell(owners), origin=(*path, "owner")),
    )
    every_owner = tuple(dict.fromkeys(owners.split(scope.words.typography.list_separator)))
    choices = ((category.title,), (project.nature,), every_owner)
    return TableRow(cells, path, anchor=scope.anchor(project.id, path), choices=choices)


def _sum(title: str, role: str, amounts: tuple[TableCell, TableCell], path: NodePath) -> TableRow:
    label = words_cell(title, "center", role=role, colspan=_BEFORE_AMOUNTS)
    return TableRow((label, *amounts, words_cell("")), path, role)


def _totals(
    scope: Scope, annex: Annex, entity: str, stated: StatedTotals | None, path: NodePath
) -> tuple[TableCell, TableCell]:
    total, in_period = f"{entity}.total", f"{entity}.in_period"
    return (
        _amount(_total(scope, annex, total, stated.total if stated else None), total, (*path, "stated", "total")),
        _amount(
            _total(scope, annex, in_period, stated.in_period if stated else None),
            in_period,
            (*path, "stated", "in_period"),
        ),
    )


def _total(scope: Scope, annex: Annex, key: str, published: Number | None) -> str:
    """A total as published, else as computed; "" where it cannot be computed."""
    if published is not None:
        return published.text
    figure = scope.linked.figures.get(key)
    if figure is None or isinstance(figure.result, Unknown):
        return ""
    return printed_sum(annex, key.rpartition(".")[2], figure.result.converted(parse_unit(annex.unit)))


def printed_sum(annex: Annex, column: str, quantity: Quantity) -> str:
    """A sum of a column of amounts, "total" or "in_period", in the unit of the annex: with at least as many decimals as the
    amounts of the column, and with thousands separators where they have them.
    """
    projects = (project for category in annex.categories for project in category.projects)
    amounts = (project.total if column == "total" else project.in_period for project in projects)
    written = [amount for amount in amounts if not amount.unit]
    decimals = max((len(plain(quantity).partition(".")[2]), *(amount.decimals for amount in written)))
    printed = quantity if quantity.nominal is None else replace(quantity, decimals=decimals)
    return plain(printed, grouped=any("," in amount.text for amount in written))


def _amount(text: str, key: str, origin: NodePath, value: str = "") -> TableCell:
    return TableCell((NumberText(text, key),) if text else (), "right", role="number", value=value, origin=origin)


def _owners(scope: Scope, project: Project) -> str:
    owners = (project.owner,) if isinstance(project.owner, str) else project.owner
    return scope.words.typography.list_separator.join(_owner(scope, owner) for owner in owners)


def _owner(scope: Scope, owner: str) -> str:
    """The name of the organisation with this id; else `owner` is a printed name."""
    symbol = scope.linked.symbols.by_id.get(owner)
    return symbol.name if symbol and symbol.kind is SymbolKind.ORGANIZATION else owner


def _dataset(scope: Scope, annex: Annex, titles: tuple[str, ...], rows: list[TableRow]) -> DataSet:
    """The projects, each with its category before it."""
    data: list[tuple[str, ...]] = []
    category = ""
    for row in rows:
        cells = tuple(plain_text(cell.inlines) for cell in row.cells)
        if row.role == "group":
            category = cells[1]
        elif row.role == "row":
            data.append((category, *cells))
    return DataSet(annex.id, annex.title, (scope.words.indicator_columns.category, *titles), tuple(data))
