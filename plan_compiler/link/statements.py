"""Expressions where they stand: parsed, their names resolved, evaluated, and every fault put at its place."""

from msgspec import Struct, field

from plan_compiler.diagnostics import Diagnostic, Fix
from plan_compiler.link.evaluate import Figures, Mismatch, evaluate, mismatch_of
from plan_compiler.link.expressions import Compare, Expr
from plan_compiler.link.faults.expressions import MALFORMED_EXPRESSION, MISPLACED_COMPARISON
from plan_compiler.link.linked import Result, Unknown
from plan_compiler.link.names import Bound, Names, Site
from plan_compiler.link.parse import ExpressionFault, parse_expression
from plan_compiler.link.readings import unit_mismatch
from plan_compiler.link.reasons import Reason


class Statement(Struct, frozen=True):
    """An expression in its place, its names resolved."""

    expr: Expr
    bound: Bound
    site: Site
    text: str
    needs: tuple[str, ...]
    """The keys of the figures that it names, each once, in the order of the text."""

    @staticmethod
    def of(expr: Expr, bound: Bound, site: Site, text: str) -> "Statement":
        """The statement that `expr` makes where its names mean what is `bound`."""
        keys = (bound[at] for at in sorted(bound))
        return Statement(expr, bound, site, text, tuple(dict.fromkeys(key for key in keys if isinstance(key, str))))


class Statements(Struct):
    """Reads and evaluates expressions; gathers the findings."""

    names: Names
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def read(self, text: str, site: Site, *, comparison: bool = False) -> Statement | None:
        """The expression with its names resolved; otherwise as `parse`."""
        expr = self.parse(text, site, comparison=comparison)
        return None if expr is None else Statement.of(expr, self.names.bind(expr, site), site, text)

    def parse(self, text: str, site: Site, *, comparison: bool = False) -> Expr | None:
        """The expression, which is a `comparison` where one is wanted and none elsewhere; None with a finding."""
        expr = parse_expression(text)
        if isinstance(expr, ExpressionFault):
            self.diagnostics.append(_malformed(expr, text, site))
            return None
        if isinstance(expr, Compare) is not comparison:
            message = "missing" if comparison else "message"
            hint = None if comparison else "hint"
            self.diagnostics.append(
                Diagnostic(MISPLACED_COMPARISON, site.place(expr.at), message=message, hint=hint, subject=text)
            )
            return None
        return expr

    def value(self, statement: Statement, figures: Figures) -> Result:
        """The value of an expression."""
        return self._value(statement, statement.expr, figures)

    def sides(self, statement: Statement, comparison: Compare, figures: Figures) -> tuple[Result, Result]:
        """The values of both sides of a comparison; unknown where they do not compare."""
        left = self._value(statement, comparison.left, figures)
        right = self._value(statement, comparison.right, figures)
        mismatch = mismatch_of(left, right)
        if mismatch is None:
            return left, right
        self._report(Mismatch(comparison.at, *mismatch), statement)
        unknown = Unknown(Reason.UNIT, statement.text)
        return unknown, unknown

    def _value(self, statement: Statement, expr: Expr, figures: Figures) -> Result:
        evaluation = evaluate(expr, statement.bound, figures)
        if evaluation.mismatch is not None:
            self._report(evaluation.mismatch, statement)
        return evaluation.result

    def _report(self, mismatch: Mismatch, statement: Statement) -> None:
        text = statement.text[slice(*mismatch.at)]
        place = statement.site.place(mismatch.at)
        self.diagnostics.append(unit_mismatch(text, mismatch.left, mismatch.right, place))


def _malformed(fault: ExpressionFault, text: str, site: Site) -> Diagnostic:
    place = site.place(fault.at)
    fix = None if fault.replacement is None else Fix(place, fault.replacement)
    return Diagnostic(MALFORMED_EXPRESSION, place, fault.args, fault.message, hint="hint", subject=text, fix=fix)
