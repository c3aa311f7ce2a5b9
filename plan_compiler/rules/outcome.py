"""What a rule says of each relation it looks at."""

from typing import NamedTuple, TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Place


class Consistent(NamedTuple):
    """The relation holds."""

    place: Place


class NotCheckable(Struct, frozen=True):
    """The relation cannot be judged: `reason` is a key of `plan_compiler.link.reasons`, `about` the name in question."""

    place: Place
    reason: str
    about: str = ""


Outcome: TypeAlias = Diagnostic | Consistent | NotCheckable
"""A diagnostic is the third verdict: inconsistent."""
