"""The figures that stand in the plan's data, and the sums and counts of their members."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct, field

from plan_compiler.diagnostics import Diagnostic, NodePath, Place
from plan_compiler.language.vocabulary import Words
from plan_compiler.link.linked import FigureNode, Result, Unknown
from plan_compiler.link.outline import body_parts, indicators, sections
from plan_compiler.link.readings import cell_quantity, in_unit, unit_mismatch
from plan_compiler.link.reasons import Reason
from plan_compiler.model.blocks import ItemList
from plan_compiler.model.indicators import Indicator
from plan_compiler.model.plan import Plan
from plan_compiler.model.projects import Annex, Category, Column, StatedTotals
from plan_compiler.quantity.mention import Mention, read_mention
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import Quantity, add_all
from plan_compiler.quantity.reading import is_grouped, is_ratio
from plan_compiler.quantity.units import Relation, parse_unit, relation

_COLUMNS: tuple[Column, ...] = ("total", "in_period")
_Member: TypeAlias = tuple[str, Result]


def data_figures(
    plan: Plan, words: Words, incomplete: frozenset[NodePath]
) -> tuple[dict[str, FigureNode], tuple[Diagnostic, ...]]:
    """Values of indicators, amounts of projects, sums of categories and of the annex, counts of members.

    The sums are computed from the members, whatever total is stated. A sum or count of members of which one could not
    be read is unknown. Where an id is used twice, the first figure stays.
    """
    gathering = _Gathering(words, incomplete)
    for path, _, indicator in indicators(plan):
        gathering.indicator(path, indicator)
    if plan.annex is not None:
        gathering.annex(plan.annex)
    gathering.counts(plan)
    return gathering.figures, tuple(gathering.diagnostics)


class _Gathering(Struct):
    words: Words
    incomplete: frozenset[NodePath]
    figures: dict[str, FigureNode] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def put(self, key: str, result: Result, home: Place, written: str) -> None:
        self.figures.setdefault(key, FigureNode(key, result, home, computed=False, grouped=is_grouped(written)))

    def put_computed(self, key: str, result: Result, needs: tuple[str, ...] = ()) -> None:
        self.figures.setdefault(key, FigureNode(key, result, None, computed=True, needs=needs))

    def indicator(self, path: NodePath, indicator: Indicator) -> None:
        for year, cell in indicator.values.items():
            key, home = f"{indicator.id}[{year}]", Place((*path, "values", str(year)))
            if isinstance(cell, Number):
                precision = (indicator.exact, indicator.decimals)
                quantity = self.quantity(cell, indicator.unit, *precision)
                self.put(key, self.of_kind(key, quantity, indicator.unit, cell.text, home), home, cell.text)
            else:
                self.put(key, self.words_of(key, cell, indicator, home), home, cell)

    def words_of(self, key: str, cell: str, indicator: Indicator, home: Place) -> Result:
        """A cell that is not a plain number: no value yet, a worded figure (≥95), or words."""
        if cell.strip() in self.words.meanings.no_unit | self.words.meanings.undecided:
            return Unknown(Reason.MISSING, key)
        if is_ratio(cell):
            return Unknown(Reason.RATIO, key)
        if not indicator.qualitative:
            reading = read_mention(cell, language=self.words.language)
            if isinstance(reading, Mention):
                return self.of_kind(key, in_unit(reading.fact, indicator.unit), indicator.unit, cell, home)
        return Unknown(Reason.QUALITATIVE, key)

    def quantity(self, number: Number, unit: str, exact: bool = False, decimals: int | None = None) -> Quantity:
        return cell_quantity(number, unit, self.words.language, exact=exact, decimals=decimals)

    def of_kind(self, key: str, quantity: Quantity, unit: str, text: str, home: Place) -> Result:
        """The figure of a cell; none, with a finding, where its own unit is not of the kind of the column's `unit`."""
        own, column = quantity.unit, parse_unit(unit)
        if own is column or relation(own, column) is Relation.SAME:
            return quantity
        if relation(own, column) is Relation.COUNTS:
            return quantity.expressed(column)
        self.diagnostics.append(unit_mismatch(text, quantity.unit.text, unit, home, hint="cell"))
        return Unknown(Reason.UNIT, key)

    def annex(self, annex: Annex) -> None:
        columns: defaultdict[Column, list[_Member]] = defaultdict(list)
        for index, category in enumerate(annex.categories):
            rows: NodePath = ("annex", "categories", index, "projects")
            for column in _COLUMNS:
                subtotal = self.subtotal(rows, category, column, annex.unit)
                columns[column].append((f"{category.id}.{column}", subtotal))
            self.stated(("annex", "categories", index, "stated"), category.id, category.stated, annex.unit)
        for column in _COLUMNS:
            self.total(f"{annex.id}.{column}", columns[column], ("annex", "categories"), annex.unit)
        self.stated(("annex", "stated"), annex.id, annex.stated, annex.unit)

    def stated(self, path: NodePath, entity_id: str, totals: StatedTotals | None, unit: str) -> None:
        """Look at the units of published totals, which are no figures of their own: the sums are."""
        for column in _COLUMNS:
            number = totals.amount(column) if totals else None
            if number is not None:
                quantity = self.quantity(number, unit)
                self.of_kind(f"{entity_id}.{column}", quantity, unit, number.text, Place((*path, column)))

    def subtotal(self, rows: NodePath, category: Category, column: Column, unit: str) -> Result:
        members: list[_Member] = []
        for row, project in enumerate(category.projects):
            key, home = f"{project.id}.{column}", Place((*rows, row, column))
            number = project.amount(column)
            quantity = self.quantity(number, unit, category.exact)
            amount = self.of_kind(key, quantity, unit, number.text, home)
            self.put(key, amount, home, number.text)
            members.append((key, amount))
        return self.total(f"{category.id}.{column}", members, rows, unit)

    def total(self, key: str, members: Sequence[_Member], sequence: NodePath, unit: str) -> Result:
        result = Unknown(Reason.INCOMPLETE, key) if sequence in self.incomplete else _sum(members, unit)
        self.put_computed(key, result, tuple(name for name, _ in members))
        return result

    def counts(self, plan: Plan) -> None:
        for entity_id, paths, number in _counted(plan):
            key = f"count({entity_id})"
            known = self.incomplete.isdisjoint(paths)
            self.put_computed(key, Quantity.of(number) if known else Unknown(Reason.INCOMPLETE, key))


def _sum(members: Sequence[_Member], unit: str) -> Result:
    quantities = [Quantity.of(0, parse_unit(unit))]
    for _, result in members:
        if isinstance(result, Unknown):
            return result
        quantities.append(result)
    return add_all(quantities)


def _counted(plan: Plan) -> Iterator[tuple[str, tuple[NodePath, ...], int]]:
    """What has members: its id, the sequences they stand in, and how many there are."""
    for path, section in sections(plan):
        if section.id is not None:
            yield section.id, ((*path, "sections"),), len(section.sections)
        for part_path, part in body_parts(path, section):
            if isinstance(part, ItemList) and part.id is not None:
                yield part.id, ((*part_path, "items"),), len(part.items)
    for t, table in enumerate(plan.indicators):
        groups: NodePath = ("indicators", t, "groups")
        inner = tuple((*groups, g, "indicators") for g in range(len(table.groups)))
        yield table.id, (groups, *inner), sum(len(group.indicators) for group in table.groups)
    if plan.annex is not None:
        rows: list[NodePath] = []
        for c, category in enumerate(plan.annex.categories):
            rows.append(("annex", "categories", c, "projects"))
            yield category.id, (rows[-1],), len(category.projects)
        number = sum(len(category.projects) for category in plan.annex.categories)
        yield plan.annex.id, (("annex", "categories"), *rows), number
