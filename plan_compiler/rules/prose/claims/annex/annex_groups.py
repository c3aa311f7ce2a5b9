"""The projects of the annex, and of its categories, by what some of them have in common: nature, owner, category."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from plan_compiler.model.projects import Project
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.wording import plain

_SHORTEST = 2
"""How long the title of a category is at least."""


class Part(Struct, frozen=True):
    """Projects that are called by what they have in common. Several sets of them where an owner may be the first of several, or one of these."""

    name: str
    sets: tuple[tuple[Project, ...], ...]


class Groups(Struct, frozen=True):
    """The parts of the annex or of one category by what a text calls them."""

    sorts: Mapping[str, Part]
    """By nature; of the annex also by category."""
    owners: Mapping[str, Part]


def groups_of_projects(prose: ProseFigures) -> Mapping[str, Groups]:
    """The parts of the annex and of its categories, by their ids."""
    annex = prose.linked.plan.annex
    if annex is None:
        return {}
    names = {organization.id: organization.name for organization in prose.linked.plan.organizations}
    every = tuple(project for category in annex.categories for project in category.projects)
    own, kinds = _of(every, names), prose.attribution.background.known.kinds
    stems = [stem_of(category.title, kinds) for category in annex.categories]
    by_category = {
        stem: Part(category.title, (category.projects,))
        for stem, category in zip(stems, annex.categories, strict=True)
        if len(stem) >= _SHORTEST and stems.count(stem) == 1
    }
    whole = Groups({**by_category, **own.sorts}, own.owners)
    return {**{each.id: _of(each.projects, names) for each in annex.categories}, annex.id: whole}


def stem_of(title: str, kinds: Sequence[str]) -> str:
    """The title of a category without words for a kind at its end: 交通 of 交通类."""
    words = plain(title).strip()
    for kind in kinds:
        words = words.removesuffix(kind)
    return words


def _of(projects: Sequence[Project], names: Mapping[str, str]) -> Groups:
    natures: dict[str, list[Project]] = {}
    owners: dict[str, list[Project]] = {}
    first: dict[str, list[Project]] = {}
    for project in projects:
        natures.setdefault(plain(project.nature).strip(), []).append(project)
        own = (project.owner,) if isinstance(project.owner, str) else project.owner
        printed = [plain(names.get(each, each)).strip() for each in own]
        for name in dict.fromkeys(printed):
            owners.setdefault(name, []).append(project)
        if printed:
            first.setdefault(printed[0], []).append(project)
    by_owner = {name: Part(name, _sets(each, first.get(name, []))) for name, each in owners.items()}
    return Groups({name: Part(name, (tuple(each),)) for name, each in natures.items() if name}, by_owner)


def _sets(every: Sequence[Project], first: Sequence[Project]) -> tuple[tuple[Project, ...], ...]:
    return (tuple(every),) if len(first) in (0, len(every)) else (tuple(every), tuple(first))
