"""Linking a plan: ids, references, numbers, figures, and what every inline form stands for."""

from collections.abc import Mapping
from typing import assert_never

from plan_compiler.diagnostics import Diagnostic, NodePath, Place
from plan_compiler.language.extension import VocabularyFault, extended
from plan_compiler.language.vocabulary import Words
from plan_compiler.language.words import LANGUAGES, UnknownLanguageError, meant, words
from plan_compiler.link.evaluate import Figures, evaluate
from plan_compiler.link.expressions import Compare
from plan_compiler.link.facts import defined_figures, read_facts
from plan_compiler.link.faults.language import UNKNOWN_LANGUAGE, UNKNOWN_WORD
from plan_compiler.link.figures import data_figures
from plan_compiler.link.forms import FormLinker, at_bounds, worded_figures
from plan_compiler.link.formulas import Formula, in_order
from plan_compiler.link.linked import FigureNode, LinkedAssertion, LinkedPlan, Result, SymbolTable, Unknown
from plan_compiler.link.names import Names, Site
from plan_compiler.link.numbering import number
from plan_compiler.link.outline import indicators
from plan_compiler.link.period import period_faults, years_of_plan
from plan_compiler.link.prose_forms import forms
from plan_compiler.link.reasons import Reason
from plan_compiler.link.references import resolve_references
from plan_compiler.link.statements import Statements
from plan_compiler.link.symbols import declare
from plan_compiler.link.tables.compute import CellDerivation
from plan_compiler.link.tables.grid import grids
from plan_compiler.link.tables.link import TableLinker
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Prose, sole_words


def link(
    plan: Plan,
    texts: Mapping[NodePath, Prose],
    poisoned: frozenset[str],
    incomplete: frozenset[NodePath],
    unread: frozenset[str] = frozenset(),
) -> tuple[LinkedPlan, tuple[Diagnostic, ...]]:
    """Resolve, count and evaluate everything in `plan`.

    `texts` is the parsed prose by the path of its scalar. `poisoned` are ids whose declaration could not be read:
    references to them are not findings. `incomplete` are the paths of sequences that lack an entry, and of entries that lack
    a key: sums and counts of the former are unknown. `unread` are files that could not be read at all, which may declare whatever else is not known. Raises nothing for what a plan may hold: every fault is among the diagnostics. A plan in an unknown
    language is linked, and handed on, as one in the first of the known ones.
    """
    plan, language, unknown_words = _in_known_words(plan)
    with_more = ((path, prose) for path, prose in texts.items() if sole_words(prose) is None)
    touched = {path: found for path, prose in with_more if (found := tuple(forms(prose)))}
    table_grids = grids(plan)
    declared, duplicates = declare(plan, touched, table_grids)
    by_first = {indicator.id: indicator for _, _, indicator in reversed(list(indicators(plan)))}
    columns = {indicator.id: tuple(table.columns) for _, table, indicator in reversed(list(indicators(plan)))}
    names = Names(declared, by_first, poisoned, table_grids, columns, is_whole=not unread)
    resolve_references(plan, names)
    numbering = number(plan, language)

    statements = Statements(names)
    figures, unlike = data_figures(plan, language, incomplete)
    readings, unreadable = worded_figures(touched, language.language)
    facts = read_facts(plan, declared, statements, language.language, incomplete)
    tables = TableLinker(statements, language, incomplete)
    tables.read(table_grids, declared)
    for node in (*facts.figures, *defined_figures(touched, declared, readings), *tables.figures.values()):
        figures.setdefault(node.key, node)
    known = Figures(lambda key: _value(figures, key), years_of_plan(plan))
    circles = _evaluate({**facts.formulas, **tables.derivations}, statements, tables, known, figures)

    linker = FormLinker(language.language, names, statements, figures, known.years, numbering.labels, readings)
    linked_forms = linker.link(plan, touched)
    assertions = tuple(_assertions(plan, statements, known))
    uses = {entity: tuple(found) for entity, found in names.uses.items()}
    symbols = SymbolTable(declared.by_id, declared.by_name, uses, declared.ambiguous)
    linked = LinkedPlan(
        plan,
        language,
        texts,
        symbols,
        numbering.labels,
        figures,
        linked_forms,
        assertions,
        poisoned,
        incomplete,
        tables.tables(),
    )
    diagnostics = (
        *unknown_words,
        *period_faults(plan),
        *duplicates,
        *names.diagnostics,
        *numbering.diagnostics,
        *unlike,
        *unreadable,
        *facts.diagnostics,
        *tables.diagnostics,
        *circles,
        *statements.diagnostics,
        *linker.diagnostics,
    )
    return linked, diagnostics


def _in_known_words(plan: Plan) -> tuple[Plan, Words, tuple[Diagnostic, ...]]:
    """The plan in a known language, and the words of that language with the plan's own."""
    plan, language, unknown = _in_known_language(plan)
    own, faults = extended(language, plan.vocabulary)
    return plan, own, (*unknown, *map(_unknown_word, faults))


def _in_known_language(plan: Plan) -> tuple[Plan, Words, tuple[Diagnostic, ...]]:
    try:
        return plan, words(plan.language), ()
    except UnknownLanguageError:
        first = meant(plan.language)
        known = ", ".join(language.language for language in LANGUAGES)
        args = {"language": plan.language, "known": known, "used": first.language}
        diagnostic = Diagnostic(UNKNOWN_LANGUAGE, Place(("language",)), args, hint="hint", subject=plan.language)
        return plan.model_copy(update={"language": first.language}), first, (diagnostic,)


def _unknown_word(fault: VocabularyFault) -> Diagnostic:
    path: NodePath = ("vocabulary", fault.section, fault.word) if fault.word else ("vocabulary", fault.section)
    args = {"word": fault.word or fault.section, "expected": ", ".join(fault.expected)}
    place = Place(path, key=not fault.word)
    return Diagnostic(UNKNOWN_WORD, place, args, hint="hint", subject=args["word"])


def _value(figures: Mapping[str, FigureNode], key: str) -> Result:
    node = figures.get(key)
    return Unknown(Reason.UNDEFINED, key) if node is None else node.result


def _line(formula: Formula, known: Figures, figures: Mapping[str, FigureNode]) -> Result | None:
    """The value of a formula at the bounds of the figures it needs; None where none of these has one."""
    if not any(figures[key].is_bounded for key in formula.needs if key in figures):
        return None
    return evaluate(formula.statement.expr, formula.statement.bound, at_bounds(figures, known.years)).result


def _evaluate(
    derivations: Mapping[str, Formula | CellDerivation],
    statements: Statements,
    tables: TableLinker,
    known: Figures,
    figures: dict[str, FigureNode],
) -> tuple[Diagnostic, ...]:
    """Put the figures of all formulas and computed cells into `figures`, each after those it needs."""
    ordered, circular, circles = in_order(derivations)
    for each in ordered:
        match each:
            case Formula():
                line = _line(each, known, figures)
                result = statements.value(each.statement, known)
                figures[each.key] = FigureNode(each.key, result, each.place, True, each.needs, line)
            case CellDerivation():
                result = tables.evaluate(each, known)
                figures[each.key] = FigureNode(each.key, result, each.place, True, each.needs, grouped=each.grouped)
            case _:
                assert_never(each)
    for key in circular:
        result = Unknown(Reason.CYCLE, key)
        figures[key] = FigureNode(key, result, derivations[key].place, True, derivations[key].needs)
    return circles


def _assertions(plan: Plan, statements: Statements, known: Figures) -> list[LinkedAssertion]:
    linked: list[LinkedAssertion] = []
    for index, assertion in enumerate(plan.assertions):
        site = Site(("assertions", index, "that"))
        statement = statements.read(assertion.that, site, comparison=True)
        if statement is None or not isinstance(statement.expr, Compare):
            continue
        left, right = statements.sides(statement, statement.expr, known)
        place = Place(site.path)
        operator = statement.expr.operator
        linked.append(LinkedAssertion(assertion.id, place, statement.expr, operator, left, right, statement.needs))
    return linked
