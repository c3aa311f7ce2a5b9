"""Inline forms, linked: what each stands for, and what is printed for it."""

from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, NodePath, Place
from plan_compiler.language.words import words
from plan_compiler.link.evaluate import Figures, evaluate, mismatch_of
from plan_compiler.link.expressions import Expr, Reference
from plan_compiler.link.faults.figures import NO_VALUE, NUMBER_FORMAT, UNIT_TWICE
from plan_compiler.link.labels import print_label
from plan_compiler.link.linked import FigureNode, Label, LinkedForm, Result, Unknown
from plan_compiler.link.names import Bound, Names, Site
from plan_compiler.link.prose_forms import TouchedForm
from plan_compiler.link.readings import repeated_unit, result_of, stated_of, unit_mismatch, unreadable
from plan_compiler.link.reasons import REPORTED_ELSEWHERE, Reason
from plan_compiler.link.statements import Statement, Statements
from plan_compiler.link.worded import is_qualified, worded_in_data
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Computed, Defined, LabelRef, Stated
from plan_compiler.quantity.mention import MalformedMention, Mention, MentionReading, in_rate, read_mention
from plan_compiler.quantity.printing import FormatUnitError, NumberFormatError, format_quantity
from plan_compiler.quantity.quantity import Quantity

Touched = Mapping[NodePath, tuple[TouchedForm, ...]]
"""The forms of every text that has any."""

FormKey = tuple[NodePath, int]
"""A form: the path of its text and the offset where it begins."""


def worded_figures(touched: Touched, language: str) -> tuple[dict[FormKey, MentionReading], tuple[Diagnostic, ...]]:
    """What the wordings of stated and defined figures say, and a finding for each without a figure."""
    readings: dict[FormKey, MentionReading] = {}
    diagnostics: list[Diagnostic] = []
    for path, forms in touched.items():
        for each in forms:
            form = each.form
            if isinstance(form, Stated | Defined):
                reading = read_mention(form.printed, each.before, each.after, language)
                readings[path, form.at[0]] = reading
                if isinstance(reading, MalformedMention):
                    diagnostics.append(unreadable(reading, Place(path, *form.printed_at)))
    return readings, tuple(diagnostics)


def at_bounds(figures: Mapping[str, FigureNode], years: int | None) -> Figures:
    """The figures as texts quote them: each with a bound counts as the bound."""
    return Figures(lambda key: figures[key].at_bound if key in figures else Unknown(Reason.UNDEFINED, key), years)


class FormLinker(Struct):
    """Links the forms of all texts, when every figure is known; gathers the findings."""

    language: str
    names: Names
    statements: Statements
    figures: Mapping[str, FigureNode]
    years: int | None
    labels: Mapping[NodePath, Label]
    readings: Mapping[FormKey, MentionReading]
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def link(self, plan: Plan, touched: Touched) -> dict[FormKey, LinkedForm]:
        """Every form by the path of its text and its offset, in the order of the texts."""
        return {
            (path, each.form.at[0]): self._form(plan, path, each, project)
            for path, forms in touched.items()
            for project in (project_of(plan, path),)
            for each in forms
        }

    def _form(self, plan: Plan, path: NodePath, touched: TouchedForm, project: str | None) -> LinkedForm:
        form = touched.form
        place = Place(path, *form.at)
        match form:
            case LabelRef():
                captions = words(self.language).captions
                label = print_label(form.target, Place(path, *form.target_at), self.names, self.labels, captions)
                return LinkedForm(form, place, "" if form.page else label)
            case Defined():
                reading = self.readings[path, form.at[0]]
                result = result_of(reading)
                return LinkedForm(
                    form,
                    place,
                    form.printed,
                    None,
                    result,
                    result,
                    (),
                    _mention(reading),
                    touched=touched,
                    language=self.language,
                )
            case Stated():
                statement, result, bound = self._expression(form, Site(path, form.expr_at[0], project))
                expr, needs, references = _taken_apart(statement)
                reading = _as_quoted(self.readings[path, form.at[0]], expr, result)
                stated = stated_of(reading)
                result = self._compared(form, place, stated, result, touched.after)
                mention = _mention(reading)
                known = (expr, result, stated, needs, mention, bound, references)
                return LinkedForm(form, place, form.printed, *known, touched, self.language)
            case Computed():
                statement, result, bound = self._expression(form, Site(path, form.expr_at[0], project))
                expr, needs, references = _taken_apart(statement)
                printed = self._worded(plan, touched, statement, bound, self._print(plan, form, place, result, needs))
                if repeated := repeated_unit(printed, touched.after, self.language):
                    at = Place(path, form.at[1], form.at[1] + len(repeated))
                    args = {"printed": printed, "unit": repeated}
                    self.diagnostics.append(Diagnostic(UNIT_TWICE, at, args, hint="hint", subject=form.expr))
                return LinkedForm(form, place, printed, expr, result, None, needs, bound=bound, references=references)
            case _:
                assert_never(form)

    def _worded(self, plan: Plan, touched: TouchedForm, statement: Statement | None, bound: str, printed: str) -> str:
        """A figure that a table or fact qualifies (≤3.0, 约220) with its words, unless the text has words of its own or a format."""
        form = touched.form
        if not printed or statement is None or not isinstance(form, Computed) or form.format is not None:
            return printed
        if is_qualified(touched.before, touched.after, self.language):
            return printed
        if not isinstance(statement.expr, Reference) or statement.needs[0] not in self.figures:
            return printed
        return worded_in_data(plan, self.figures[statement.needs[0]]) or f"{bound}{printed}"

    def _is_grouped(self, needs: tuple[str, ...]) -> bool:
        """Whether one of the figures `needs`, or of those that they are computed from, is written with thousands separators."""
        seen, open_keys = set(needs), list(needs)
        while open_keys:
            node = self.figures.get(open_keys.pop())
            if node is None:
                continue
            if node.grouped:
                return True
            found = [key for key in node.needs if key not in seen]
            seen.update(found)
            open_keys += found
        return False

    def _expression(self, form: Stated | Computed, site: Site) -> tuple[Statement | None, Result, str]:
        """The expression, its value at the bounds of what it needs, and the sign where it has a bound itself."""
        statement = self.statements.read(form.expr, site)
        if statement is None:
            return None, Unknown(Reason.MALFORMED, form.expr), ""
        result = self.statements.value(statement, at_bounds(self.figures, self.years))
        return statement, result, self._bound(statement)

    def _bound(self, statement: Statement) -> str:
        if not any(self.figures[key].is_bounded for key in statement.needs if key in self.figures):
            return ""
        known = Figures(lambda key: self.figures[key].result, self.years)
        result = evaluate(statement.expr, statement.bound, known).result
        return "" if isinstance(result, Unknown) else result.bound

    def _compared(self, form: Stated, place: Place, stated: Result, result: Result, after: str) -> Result:
        """The result, if what is printed can be compared with it; else a finding, and there is none. `after` is the text behind the form."""
        mismatch = mismatch_of(stated, result)
        if mismatch is None:
            return result
        found = unit_mismatch(f"{form.printed} = {form.expr}", *mismatch, place)
        left, right = mismatch
        if not (left and right) and (outside := repeated_unit(f"1{left or right}", after, self.language)):
            within = f"[{form.printed}{outside}](={form.expr})"
            found = replace(found, args={**found.args, "corrected": within}, hint="within")
        self.diagnostics.append(found)
        return Unknown(Reason.UNIT, form.expr)

    def _print(self, plan: Plan, form: Computed, place: Place, result: Result, needs: tuple[str, ...]) -> str:
        """The text of a computed figure; "" with a finding where it has no value, or its format is none."""
        if isinstance(result, Unknown):
            of_period = result.reason == Reason.YEARS and self.years is None  # the period has a finding of its own
            if result.reason not in REPORTED_ELSEWHERE and not of_period:
                message = result.reason if result.reason in NO_VALUE.messages else "message"
                args = {"about": result.about}
                self.diagnostics.append(Diagnostic(NO_VALUE, place, args, message, hint="hint", subject=form.expr))
            return ""
        try:
            return format_quantity(result, form.format, self.language, grouped=self._is_grouped(needs))
        except FormatUnitError as error:
            args = {"format": form.format or "", "unit": error.unit or "-"}
            self.diagnostics.append(
                Diagnostic(NUMBER_FORMAT, place, args, "unit", hint="unit_hint", subject=form.format)
            )
            return ""
        except NumberFormatError:
            args = {"format": form.format or ""}
            self.diagnostics.append(Diagnostic(NUMBER_FORMAT, place, args, hint="hint", subject=form.format))
            return ""


def _taken_apart(statement: Statement | None) -> tuple[Expr | None, tuple[str, ...], Bound]:
    return (statement.expr, statement.needs, statement.bound) if statement else (None, (), {})


def _as_quoted(reading: MentionReading, expr: Expr | None, result: Result) -> MentionReading:
    """What is printed for an expression; for a figure that is quoted, and not computed with, in its unit where that goes without saying."""
    if isinstance(reading, Mention) and isinstance(expr, Reference) and isinstance(result, Quantity):
        return in_rate(reading, result.unit)
    return reading


def _mention(reading: MentionReading) -> Mention | None:
    return reading if isinstance(reading, Mention) else None


def project_of(plan: Plan, path: NodePath) -> str | None:
    """The id of the project that a text belongs to; None for a text of anything else."""
    match path[:5]:
        case ("annex", "categories", int(category), "projects", int(row)) if plan.annex is not None:
            return plan.annex.categories[category].projects[row].id
        case _:
            return None
