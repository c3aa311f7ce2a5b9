"""Who owns the projects, by printed name: what the rules on names of organisations share."""

from collections.abc import Iterator
from functools import lru_cache

from plan_compiler.diagnostics import Place
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.schedule import scheduled


@lru_cache(maxsize=1)
def owners(linked: LinkedPlan) -> tuple[tuple[str, Place], ...]:
    """The name of every owner of every project, in order, where it is written; ids are replaced by their names."""
    return tuple(_owners(linked))


def _owners(linked: LinkedPlan) -> Iterator[tuple[str, Place]]:
    names = {organization.id: organization.name for organization in linked.plan.organizations}
    for entry in scheduled(linked):
        owner = entry.project.owner
        if isinstance(owner, str):
            yield names.get(owner, owner), entry.place("owner")
        else:
            for index, each in enumerate(owner):
                yield names.get(each, each), Place((*entry.path, "owner", index))


def organization_names(linked: LinkedPlan) -> dict[str, Place]:
    """Every organisation of the plan by its printed name, with the first place of it: the list of names comes first."""
    found = {o.name: Place(("organizations", i, "name")) for i, o in enumerate(linked.plan.organizations)}
    for name, place in owners(linked):
        found.setdefault(name, place)
    return found
