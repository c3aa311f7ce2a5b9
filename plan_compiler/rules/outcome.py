"""What a rule says of each relation it looks at."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from plan_compiler.diagnostics import Diagnostic, Place


class Consistent(NamedTuple):
    """The relation holds."""

    place: Place


@dataclass(frozen=True, slots=True)
class NotCheckable:
    """The relation cannot be judged: `reason` is a key of `plan_compiler.link.reasons`, `about` the name in question."""

    place: Place
    reason: str
    about: str = ""


Outcome: TypeAlias = Diagnostic | Consistent | NotCheckable
"""A diagnostic is the third verdict: inconsistent."""
