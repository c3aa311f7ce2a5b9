"""What a rule says of each relation it looks at."""

from enum import Enum, auto
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Place
from plan_compiler.quantity.quantity import Quantity


class Tie(Enum):
    """How a relation holds the figures that take part in it."""

    EQUAL = auto()
    """It pins each of them: a sum, a binding, a second print. Change one, and it fails, but for what rounding hides."""
    BOUND = auto()
    """It only sets a limit: a part is not above its whole, what is not below 60 may be anything above."""


class Consistent(Struct, frozen=True):
    """The relation holds.

    The figures that take part are the one at `place` and `figures`, each by its key or by its place in a text. `tie`
    says how it holds them where that is not how the relations of its rule do (`Rule.relates`).
    """

    place: Place
    figures: tuple[str | Place, ...] = ()
    tie: Tie | None = None


class Inconsistent(Struct, frozen=True):
    """The relation fails: `stated` is not what `computed` comes to from `figures`, each by its key.

    So that several relations that fail for one cause can be told as such. A rule whose relations have no two such sides
    gives the diagnostic alone. `unless` are the codes of rules any of which says the same of the same place: then that is
    enough.
    """

    diagnostic: Diagnostic
    figures: tuple[str, ...]
    stated: Quantity
    computed: Quantity
    unless: tuple[str, ...] = ()


class NotCheckable(Struct, frozen=True):
    """The relation cannot be judged: `reason` is a key of `plan_compiler.link.reasons`, `about` the name in question."""

    place: Place
    reason: str
    about: str = ""


Outcome: TypeAlias = Diagnostic | Inconsistent | Consistent | NotCheckable
"""A diagnostic alone is the verdict that what it tells of is wrong, or inconsistent."""
