"""Every figure that a plan prints because somebody wrote it, with what kind of figure it is and where it stands."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.model.projects import AnnexColumns
from plan_compiler.model.prose import Computed, Defined
from plan_compiler.quantity.mention import Mention
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.scan import scan
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.clauses import clause_ends
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.subject_matter import SubjectMatter
from plan_compiler.rules.sums.tables import text_of
from plan_compiler.rules.sums.totals import COLUMNS, annex_totals, category_totals
from plan_compiler.rules.texts.printed import UNPRINTED, printed

_CONTEXT = 16
"""How many characters before a figure of a text are kept to recognise it by."""


class FigureKind(StrEnum):
    """Where a written figure stands."""

    INDICATOR = "indicator"
    """The value of an indicator in one year."""
    PROJECT = "project"
    """An amount of a project."""
    SUBTOTAL = "subtotal"
    """A stated total of a category of projects."""
    GRAND_TOTAL = "grand-total"
    """A stated total of the annex."""
    CELL = "cell"
    """A cell of a data table that nothing computes."""
    STATED_CELL = "stated-cell"
    """A figure stated for a cell of a data table that is computed: a total, a formula."""
    FACT = "fact"
    """A figure of facts.yaml."""
    DEFINED = "defined"
    """A figure whose home is a text."""
    BOUND = "bound"
    """A figure of a text that a form binds."""
    TYPED = "typed"
    """A figure typed into a text, a title or a name."""


class Appearance(Struct, frozen=True):
    """A written figure: its place, its text as printed, and what it is called: a name and a column, the words before it."""

    kind: FigureKind
    place: Place
    text: str
    name: str


def appearances(matter: SubjectMatter) -> Iterator[Appearance]:
    """All of them: those of the tables in the plan's order, then those of the texts, then those of titles and names.

    What the compiler computes and prints itself has not been written; neither have years, ordinals and names.
    """
    linked = matter.linked
    yield from _indicators(linked)
    yield from _annex(linked)
    yield from _cells(linked)
    yield from _facts(linked)
    yield from _texts(matter.prose)
    yield from _labels(linked)


def _indicators(linked: LinkedPlan) -> Iterator[Appearance]:
    for path, _, indicator in indicators(linked.plan):
        for year, value in indicator.values.items():
            if isinstance(linked.figures[f"{indicator.id}[{year}]"].result, Quantity):
                text = value.text if isinstance(value, Number) else value
                place = Place((*path, "values", str(year)))
                yield Appearance(FigureKind.INDICATOR, place, text, f"{indicator.name} {year}")


def _annex(linked: LinkedPlan) -> Iterator[Appearance]:
    annex = linked.plan.annex
    if annex is None:
        return
    own, words = annex.columns or AnnexColumns(), linked.words.annex_columns
    titles = {"total": own.total or words.total, "in_period": own.in_period or words.in_period}
    totals = [(annex_totals(annex), annex.title, FigureKind.GRAND_TOTAL)]
    for totalled, category in zip(category_totals(annex), annex.categories, strict=True):
        totals.append((totalled, category.title, FigureKind.SUBTOTAL))
        for index, project in enumerate(category.projects):
            for column in COLUMNS:
                place = Place((*totalled.path, "projects", index, column))
                name = f"{project.id} {project.name} {titles[column]}"
                yield Appearance(FigureKind.PROJECT, place, project.amount(column).text, name)
    for totalled, title, kind in totals:
        for column in COLUMNS:
            if number := totalled.number(column):
                place = Place((*totalled.path, "stated", column))
                yield Appearance(kind, place, number.text, f"{title} {titles[column]}")


def _cells(linked: LinkedPlan) -> Iterator[Appearance]:
    for table in linked.tables.values():
        for cell in table.cells.values():
            if isinstance(cell.reading, Quantity):
                kind = FigureKind.STATED_CELL if cell.derived else FigureKind.CELL
                name = f"{table.row(cell).row.title} {table.grid.columns[cell.column].title}"
                yield Appearance(kind, cell.place, text_of(cell), name)


def _facts(linked: LinkedPlan) -> Iterator[Appearance]:
    for index, fact in enumerate(linked.plan.facts):
        if fact.value is not None:
            yield Appearance(FigureKind.FACT, Place(("facts", index, "value")), fact.value, fact.name or fact.id)


def _texts(prose: ProseFigures) -> Iterator[Appearance]:
    for path in prose.linked.texts:
        if path[0] not in UNPRINTED:
            for run in prose.runs_at(path):
                for told in prose.figures(run):
                    if told.form is None or not isinstance(told.form.form, Computed):
                        yield _told(prose, path, told)


def _told(prose: ProseFigures, path: NodePath, told: Told) -> Appearance:
    kind = FigureKind.TYPED
    if told.form is not None:
        kind = FigureKind.DEFINED if isinstance(told.form.form, Defined) else FigureKind.BOUND
    return Appearance(kind, told.place(prose.written(told.run)), told.text, _words_before(told.run.text, told.start))


def _labels(linked: LinkedPlan) -> Iterator[Appearance]:
    for line in printed(linked).lines:
        if not line.is_prose:
            for found in scan(line.text, linked.plan.language):
                if isinstance(found.reading, Mention):
                    before = _words_before(line.text, found.at[0])
                    yield Appearance(FigureKind.TYPED, line.place(*found.at), found.text, before)


def _words_before(text: str, start: int) -> str:
    """The words before a figure by which a reader knows it: those of its clause or list; of a long one, its last, behind an ellipsis."""
    low = max(0, start - _CONTEXT)
    before = text[low:start]
    if not low:
        return before
    whole = [end for _, end in clause_ends(before) if end < len(before)]
    spaces = [at + 1 for at, char in enumerate(before[:-1]) if char == " "]
    if whole or spaces:
        return before[(whole or spaces)[0] :].lstrip()
    return f"…{before}" if _inside_word(text, low) else before


def _inside_word(text: str, at: int) -> bool:
    """Whether a word, a clause at least, goes on from before `at`."""
    return text[at - 1].isalnum() and text[at].isalnum()
