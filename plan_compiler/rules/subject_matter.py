"""What the rules look at: the linked plan, and analyses of it that several rules share, made when first asked for."""

from functools import cached_property

from msgspec import Struct

from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.revision import Revision


class SubjectMatter(Struct, frozen=True, dict=True):
    """A linked plan, for one run of the rules; with an older version of it, what changed since."""

    linked: LinkedPlan
    revision: Revision | None = None

    @cached_property
    def prose(self) -> ProseFigures:
        """The figures of its texts."""
        return ProseFigures(self.linked)
