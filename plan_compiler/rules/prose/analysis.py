"""The prose of a plan with its figures, read once for all rules and no further than they ask."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar, cast

from msgspec import Struct, field

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.words import words
from plan_compiler.language.years import FOUR_DIGITS
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import projects
from plan_compiler.link.period import years_of_plan
from plan_compiler.model.paths import node_at
from plan_compiler.model.plan import Plan
from plan_compiler.model.projects import Project
from plan_compiler.model.prose import Extent
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.figures import Told, figures_of
from plan_compiler.rules.prose.runs import Run, runs_of
from plan_compiler.rules.prose.spoken import Attribution, Spoken
from plan_compiler.rules.prose.subjects import By, Names
from plan_compiler.rules.prose.wording import plain, wording
from plan_compiler.rules.prose.years import PlanYears

_Result = TypeVar("_Result")


class ProseFigures(Struct, frozen=True, dict=True):
    """The figures of a linked plan's texts."""

    linked: LinkedPlan
    _runs: dict[NodePath, tuple[Run, ...]] = field(default_factory=dict)
    _figures: dict[tuple[NodePath, Extent], tuple[Told, ...]] = field(default_factory=dict)
    _results: dict[object, object] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of the plan."""
        return self.linked.plan.language

    def runs(self, wanted: Callable[[str], bool]) -> Iterator[Run]:
        """The runs of the texts whose words are `wanted`, projects' texts last."""
        yield from self.chapter_runs(wanted)
        yield from (run for _, run in self.project_runs(wanted))

    def chapter_runs(self, wanted: Callable[[str], bool]) -> Iterator[Run]:
        """The runs that are `wanted` of all texts but the projects'."""
        for path in self._other_texts:
            yield from (run for run in self.runs_at(path) if wanted(run.text))

    def project_runs(self, wanted: Callable[[str], bool]) -> Iterator[tuple[Project, Run]]:
        """The runs of the projects' own texts that are `wanted`."""
        for path, project, text in self._project_texts:
            if wanted(text):
                yield from ((project, run) for run in self.runs_at(path))

    def runs_at(self, path: NodePath) -> tuple[Run, ...]:
        """The runs of the text at `path`."""
        if path not in self._runs:
            self._runs[path] = tuple(runs_of(path, self.linked.texts[path], self.linked.forms))
        return self._runs[path]

    def figures(self, run: Run) -> tuple[Told, ...]:
        """The figures of a run."""
        key = (run.path, run.pieces[0].at)
        if key not in self._figures:
            self._figures[key] = figures_of(run, self.language)
        return self._figures[key]

    def once(self, analysis: "Callable[[ProseFigures], _Result]") -> _Result:
        """What `analysis` makes of these figures; asked for again, the same."""
        if analysis not in self._results:
            self._results[analysis] = analysis(self)
        return cast(_Result, self._results[analysis])

    def value(self, key: str) -> Quantity | None:
        """The figure of the plan with this key; None where there is none that is known."""
        node = self.linked.figures.get(key)
        return node.result if node is not None and isinstance(node.result, Quantity) else None

    def written(self, run: Run) -> str:
        """The value of the text that a run is of."""
        value = node_at(self.linked.plan, run.path)
        return value if isinstance(value, str) else ""

    @cached_property
    def attribution(self) -> Attribution:
        """Decides what figures speak of."""
        known = wording(self.language)
        names = Names.of(self.linked, known)
        place = known.place.match(self.linked.plan.title)
        background = Background(
            self.linked,
            names,
            known,
            words(self.language).discourse,
            plan_years(self.linked.plan),
            place["level"] if place else None,
            place[0] if place else None,
        )
        return Attribution(background)

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """Every figure of the chapters, bound or not, that speaks of a figure of the plan."""
        attribution = self.attribution
        found: list[Spoken] = []
        for run in self.chapter_runs(self._names_something):
            tolds = (attribution.spoken(told) for told in self.figures(run))
            found += [spoken for spoken in tolds if spoken]
        return tuple(found)

    @cached_property
    def _names_something(self) -> Callable[[str], bool]:
        """Whether a text may name a subject: names of projects, which may be many, are told by their amounts."""
        background = self.attribution.background
        names, annex = background.names.subjects, background.names.annex
        own = [name for name, subject in names.items() if subject and (subject.by is not By.AMOUNT or subject.counted)]
        told = background.discourse
        wanted = (
            *own,
            *(background.known.of_annex if annex else ()),
            *told.total_investment,
            *told.in_period_investment,
        )

        def names_something(text: str) -> bool:
            read = plain(text)
            return any(map(read.__contains__, wanted))

        return names_something

    @cached_property
    def _other_texts(self) -> tuple[NodePath, ...]:
        return tuple(path for path in self.linked.texts if path[:2] != ("annex", "categories"))

    @cached_property
    def _project_texts(self) -> tuple[tuple[NodePath, Project, str], ...]:
        found: list[tuple[NodePath, Project, str]] = []
        for path, _, project in projects(self.linked.plan):
            found.append(((*path, "scope"), project, project.scope))
            if project.note:
                found.append(((*path, "note"), project, project.note))
        return tuple(found)


def plan_years(plan: Plan) -> PlanYears:
    """The base and the last year of a plan, as far as it says them."""
    years = [int(year) for year in FOUR_DIGITS.findall(plan.period)]
    first, final = (years[0], years[-1]) if len(years) == 2 and years_of_plan(plan) else (None, None)
    return PlanYears(plan.base or (first - 1 if first else None), final)
