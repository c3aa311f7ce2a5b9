"""What several failed relations come from: the one cell, unit or row whose change mends them all and breaks nothing.

`suspects` finds by arithmetic what may be wrong, `trial` tries the change on the files of the plan, and `find_causes` tells
what has stood the trial.
"""

from plan_compiler.rules.causes.find import find_causes
from plan_compiler.rules.causes.trial import Trial

__all__ = ["Trial", "find_causes"]
