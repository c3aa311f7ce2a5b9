"""What linking gives: the plan with every name resolved, every number counted, every figure evaluated."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.language.vocabulary import Words
from plan_compiler.link.expressions import Expr, Extent
from plan_compiler.link.prose_forms import TouchedForm
from plan_compiler.link.results import Result, Unknown
from plan_compiler.link.tables.linked import LinkedTable
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Computed, Defined, LabelRef, Prose, Stated
from plan_compiler.quantity.mention import Mention, with_bounds

__all__ = [
    "FigureNode",
    "Label",
    "LinkedAssertion",
    "LinkedForm",
    "LinkedPlan",
    "LinkedTable",
    "Result",
    "Symbol",
    "SymbolKind",
    "SymbolTable",
    "Unknown",
    "Use",
]


class SymbolKind(StrEnum):
    """What an id names."""

    SECTION = "section"
    INDICATOR_TABLE = "indicator_table"
    INDICATOR = "indicator"
    DATA_TABLE = "data_table"
    ROW = "row"
    """A row of a data table; its id is ``table.row``."""
    ANNEX = "annex"
    CATEGORY = "category"
    PROJECT = "project"
    BOX = "box"
    FIGURE = "figure"
    CHART = "chart"
    LIST = "list"
    FACT = "fact"
    ASSERTION = "assertion"
    ORGANIZATION = "organization"


class Symbol(Struct, frozen=True):
    """An id: what it names, its printed name ("" without one), the entity's path, the place of the id itself."""

    id: str
    kind: SymbolKind
    name: str
    path: NodePath
    home: Place


class Use(Struct, frozen=True):
    """One use of an id: in an expression, a label reference, part_of, owner, table block."""

    id: str
    place: Place


class SymbolTable(Struct, frozen=True):
    """Every id and where it is used. A duplicated id keeps its first symbol.

    `by_name` has the indicators and facts by their printed name (NFKC); names that several share are `ambiguous`.
    """

    by_id: Mapping[str, Symbol]
    by_name: Mapping[str, Symbol]
    uses: Mapping[str, tuple[Use, ...]]
    ambiguous: Mapping[str, tuple[Symbol, ...]]


class Label(Struct, frozen=True):
    """A printed number: of a heading, a caption, a list item, a project row.

    `counted` is what the compiler counts, `printed` what is printed: the published label where one is `stated`.
    """

    counted: str
    printed: str
    stated: bool = False


class FigureNode(Struct, frozen=True):
    """A figure of the plan. `key` is how an expression names it: ``output[2025]``, ``基01.total``, ``demolished``.

    `home` is where it is written; `computed` is true when it has no home but a formula or a sum of members.
    `needs` are the keys it is computed from. `line` is what its formula comes to where every figure with a bound (≤2.35) counts
    as the bound; None where it needs no such figure. `grouped`: it is written with commas between its thousands.
    """

    key: str
    result: Result
    home: Place | None
    computed: bool
    needs: tuple[str, ...] = ()
    line: Result | None = None
    grouped: bool = False

    @property
    def at_bound(self) -> Result:
        """What a text quotes of it: of a figure with a bound, the bound."""
        if self.line is not None:
            return self.line
        return self.result if isinstance(self.result, Unknown) else self.result.at_bound()

    @property
    def is_bounded(self) -> bool:
        """Whether it is, or comes from, a figure with a bound."""
        return self.line is not None or (not isinstance(self.result, Unknown) and self.result.bound != "")


class LinkedForm(Struct, frozen=True):
    """An inline form in its text, resolved.

    `result` is the value of its expression (None for a label reference); `stated` the reading of what is printed,
    for Stated and Defined; `expr` the parsed expression, `needs` the keys of the figures it names, `references` those keys
    by where they stand in it; `printed` the text that is printed for it. `mention` is the wording of a Stated or Defined
    figure, taken apart: its qualifier, and whether it is a change or a running total; `touched` is it with the words around it, in
    `language`. A figure with a bound (≤2.35) counts as the bound in `result`; `bound` is then the sign before it.
    """

    form: Computed | Stated | Defined | LabelRef
    place: Place
    printed: str
    expr: Expr | None = None
    result: Result | None = None
    stated: Result | None = None
    needs: tuple[str, ...] = ()
    mention: Mention | None = None
    bound: str = ""
    references: Mapping[Extent, str | Unknown] = MappingProxyType({})
    touched: TouchedForm | None = None
    language: str = ""

    @property
    def worded(self) -> str:
        """What is printed for a Stated or Defined figure, with the words around it that bound or blur it."""
        if self.touched is None or not isinstance(self.form, Stated | Defined):
            return ""
        return with_bounds(self.form.printed, self.touched.before, self.touched.after, self.language)


class LinkedAssertion(Struct, frozen=True):
    """An assertion, parsed: `left` and `right` are the sides of its comparison, evaluated; `needs` as in a form."""

    id: str
    place: Place
    expr: Expr
    operator: str
    left: Result
    right: Result
    needs: tuple[str, ...] = ()


class LinkedPlan(Struct, frozen=True, eq=False):
    """The linked plan.

    `words` are those of its language with its own; `labels` are by the path of the numbered entity; `forms` by (path of
    the text, start offset); `tables` are the data tables by their ids.

    It is compared by identity, so that what several rules derive from it can be cached.
    """

    plan: Plan
    words: Words
    texts: Mapping[NodePath, Prose]
    symbols: SymbolTable
    labels: Mapping[NodePath, Label]
    figures: Mapping[str, FigureNode]
    forms: Mapping[tuple[NodePath, int], LinkedForm]
    assertions: tuple[LinkedAssertion, ...]
    poisoned: frozenset[str]
    incomplete: frozenset[NodePath]
    tables: Mapping[str, LinkedTable] = field(default_factory=lambda: MappingProxyType({}))
