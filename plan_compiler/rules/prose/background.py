"""What is known of a plan before its texts are read for figures."""

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.prose.subjects import Names
from plan_compiler.rules.prose.wording import Wording
from plan_compiler.rules.prose.years import PlanYears


class Background(Struct, frozen=True):
    """A linked plan, the names of all that has figures in it, the words of its language, and its years."""

    linked: LinkedPlan
    names: Names
    known: Wording
    discourse: Discourse
    years: PlanYears
    level: str | None
    """That of the plan's own area, where its title says it: 市."""
    place: str | None
    """The name of that area: 青云市."""
