"""Figures of facts.yaml and of the texts: as they are worded, or by their formulas."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, NodePath, Place
from plan_compiler.link.faults.figures import FACT_WITHOUT_VALUE
from plan_compiler.link.forms import FormKey, Touched
from plan_compiler.link.formulas import Formula
from plan_compiler.link.linked import FigureNode, Unknown
from plan_compiler.link.names import Site
from plan_compiler.link.readings import result_of, unreadable
from plan_compiler.link.reasons import Reason
from plan_compiler.link.statements import Statements
from plan_compiler.link.symbols import Declarations
from plan_compiler.model.figures import Fact
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Defined
from plan_compiler.quantity.mention import MalformedMention, MentionReading, read_mention
from plan_compiler.quantity.reading import is_grouped


class Facts(Struct, frozen=True):
    """The figures of facts that are stated (or have no value), and the formulas of the others."""

    figures: tuple[FigureNode, ...]
    formulas: Mapping[str, Formula]
    diagnostics: tuple[Diagnostic, ...]


def read_facts(
    plan: Plan, declared: Declarations, statements: Statements, language: str, incomplete: frozenset[NodePath]
) -> Facts:
    """Read every fact that is the first of its id. Of one that is `incomplete`, what it lacks is told already."""
    figures: list[FigureNode] = []
    formulas: dict[str, Formula] = {}
    diagnostics: list[Diagnostic] = []
    for index, fact in enumerate(plan.facts):
        path: NodePath = ("facts", index)
        if (fact.value is None) is (fact.formula is None) and path not in incomplete:
            message = "message" if fact.value is None else "both"
            args = {"id": fact.id}
            diagnostics.append(Diagnostic(FACT_WITHOUT_VALUE, Place(path), args, message, hint="hint", subject=fact.id))
        statement = None
        if fact.formula is not None:
            statement = statements.read(fact.formula, Site((*path, "formula")))
        if declared.by_id[fact.id].path != path:
            continue
        if statement is not None and fact.value is None:
            formulas[fact.id] = Formula(fact.id, statement)
            continue
        figures.append(_stated(fact, path, language, diagnostics))
    return Facts(tuple(figures), formulas, tuple(diagnostics))


def _stated(fact: Fact, path: NodePath, language: str, diagnostics: list[Diagnostic]) -> FigureNode:
    if fact.value is None:
        reason = Reason.MISSING if fact.formula is None else Reason.MALFORMED
        return FigureNode(fact.id, Unknown(reason, fact.id), Place(path), computed=False)
    home = Place((*path, "value"))
    reading = read_mention(fact.value, language=language)
    if isinstance(reading, MalformedMention):
        diagnostics.append(unreadable(reading, home))
    result, grouped = result_of(reading, exact=fact.exact), is_grouped(fact.value)
    return FigureNode(fact.id, result, home, computed=False, grouped=grouped)


def defined_figures(
    touched: Touched, declared: Declarations, readings: Mapping[FormKey, MentionReading]
) -> Iterator[FigureNode]:
    """The figures whose homes are the texts."""
    for path, forms in touched.items():
        for form in (each.form for each in forms):
            if isinstance(form, Defined) and declared.by_id[form.id].home == Place(path, *form.id_at):
                reading = readings[path, form.at[0]]
                home, grouped = Place(path, *form.at), is_grouped(form.printed)
                yield FigureNode(form.id, result_of(reading), home, computed=False, grouped=grouped)
