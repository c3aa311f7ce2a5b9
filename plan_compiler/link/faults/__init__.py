"""The kinds of finding that linking makes.

References (0xx), expressions and figures (1xx), numbering (2xx), language and period (3xx), tables (6xx).
"""

from plan_compiler.link.faults.expressions import EXPRESSION_KINDS
from plan_compiler.link.faults.figures import FIGURE_KINDS
from plan_compiler.link.faults.language import LANGUAGE_KINDS
from plan_compiler.link.faults.numbering import NUMBERING_KINDS
from plan_compiler.link.faults.period import PERIOD_KINDS
from plan_compiler.link.faults.references import REFERENCE_KINDS
from plan_compiler.link.faults.tables import TABLE_KINDS

KINDS = (
    *REFERENCE_KINDS,
    *EXPRESSION_KINDS,
    *FIGURE_KINDS,
    *NUMBERING_KINDS,
    *LANGUAGE_KINDS,
    *PERIOD_KINDS,
    *TABLE_KINDS,
)

__all__ = ["KINDS"]
