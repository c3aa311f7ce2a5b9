"""What would explain a failed sum: the one slip of a pen, or of a copy, without which it would hold.

`explain` looks for every slip of the kinds in `Slip`, in every figure of the sum. Only where one kind alone does it is
anything said; that makes the answer right whenever a single slip of these kinds is what happened.
"""

from plan_compiler.rules.explain.balance import Balance, Term, named
from plan_compiler.rules.explain.causes import root_cause, shared_cause
from plan_compiler.rules.explain.search import Explanation, explain
from plan_compiler.rules.explain.slips import Edit, Slip
from plan_compiler.rules.explain.wording import (
    EXPLANATIONS,
    explained,
    explained_as_carried,
    explained_by_cause,
    is_carried,
)

__all__ = [
    "EXPLANATIONS",
    "Balance",
    "Edit",
    "Explanation",
    "Slip",
    "Term",
    "explain",
    "explained",
    "explained_as_carried",
    "explained_by_cause",
    "is_carried",
    "named",
    "root_cause",
    "shared_cause",
]
