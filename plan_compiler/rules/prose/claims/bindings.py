"""Bindings for figures that are typed by hand: what each could be written as, so that the compiler checks it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from difflib import SequenceMatcher
from typing import TypeAlias

from msgspec import Struct, field

from plan_compiler.diagnostics import Message, NodePath, Place
from plan_compiler.edit.changes import Insertion
from plan_compiler.edit.proposals import Proposal
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.link.forms import project_of
from plan_compiler.link.results import Result
from plan_compiler.link.worded import worded
from plan_compiler.model.paths import node_at
from plan_compiler.model.projects import Project
from plan_compiler.model.prose import Defined
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError
from plan_compiler.rational import Fraction
from plan_compiler.read.source import SpanIndex
from plan_compiler.rules.prose.amounts import amount_named
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.annex.quoted_projects import QuotedProjects
from plan_compiler.rules.prose.claims.bound import is_refined
from plan_compiler.rules.prose.claims.cells import QuotedCells
from plan_compiler.rules.prose.claims.contradictions import is_level
from plan_compiler.rules.prose.claims.new_ids import new_ids, sizes
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import plain

BOUND = Message("{text} → [{text}](={key})  {key} = {value}", "{text} → [{text}](={key})  {key} = {value}")
DEFINED = Message("{text} → [{text}](:={key})  新数据 {label}", "{text} → [{text}](:={key})  a new figure, {label}")

_TELLING_DIGITS = 3
"""A number with as many significant digits hardly stands for two things that are named alike."""
_LOOK_BACK = 200
"""How far before a figure a year may say of what time its paragraph is."""
_SHARED = 2
"""How many characters the names of two such figures share at least."""

_Print: TypeAlias = tuple[Fraction, int | None, tuple[tuple[str, int], ...]]


class Home(Struct, frozen=True):
    """A figure whose home is a text, with the words before it."""

    key: str
    label: str
    value: Quantity


def bindings(prose: ProseFigures, spans: SpanIndex, *, define: bool = False) -> Iterator[Proposal]:
    """A proposal for each hand-typed figure that is one the plan knows: an indicator, a named fact or a project that it
    speaks of, a cell of a data table whose row its sentence names, or whose column it names right before, an amount of a project of whose name it has words, or a figure defined in another text with the same value,
    unit and words. Where no year is said, an indicator's is the only one with that value. With `define`, every other hand-typed figure is proposed as a home, with an id made of the words before it.
    """
    taken = set(prose.linked.symbols.by_id)
    names = _Names(prose)
    for told, key in _typed(prose):
        if key is not None:
            target = _Target(f"={key}", BOUND, {"key": key, "value": _value(prose, told, key)})
            yield from _proposal(prose, spans, told, target)
        elif define and (name := names.of(told)):
            own = _own_id(prose, told, name, taken)
            taken.add(own)
            target = _Target(f":={own}", DEFINED, {"key": own, "label": told.named})
            yield from _proposal(prose, spans, told, target)


def typed_places(prose: ProseFigures, keys: Set[str]) -> Iterator[Place]:
    """Where texts print a figure of the plan, one of `keys`, that was typed by hand and is not bound to it."""
    for told, key in _typed(prose):
        if key is not None and _own_key(prose, told, key) in keys:
            yield told.place(prose.written(told.run))


def _typed(prose: ProseFigures) -> Iterator[tuple[Told, str | None]]:
    """The hand-typed figures of all texts, each with the key of the figure of the plan that it is, as a form there writes it."""
    homes, cells, amounts = _homes(prose), QuotedCells.of(prose.linked), QuotedProjects.of(prose.linked)
    for run in prose.runs(lambda _: True):
        for told in prose.figures(run):
            if told.form is None:
                key = _spoken(prose, told) or _own_amount(prose, told) or _repeated(told, homes)
                key = key or cells.key(told, telling=_is_telling(told.mention.quantity))
                yield told, key or (amounts.key(told) if told.run.path[0] != "annex" else None)


def _own_key(prose: ProseFigures, told: Told, key: str) -> str:
    """The key without `self`, which is the row that a text belongs to."""
    project = project_of(prose.linked.plan, told.run.path) or ""
    return key.replace("self", project, 1) if key.startswith("self.") else key


class _Names(Struct):
    """The names of the figures of one run after another."""

    prose: ProseFigures
    _by_spot: dict[tuple[NodePath, int, int], str] = field(default_factory=dict)

    def of(self, told: Told) -> str:
        """What the id of a figure is made of; "" where it only says the size of what is counted behind it."""
        if told.spot not in self._by_spot:
            figures = self.prose.figures(told.run)
            small = sizes(figures)
            named = ("" if place in small else name for place, name in enumerate(new_ids(figures)))
            self._by_spot = dict(zip((each.spot for each in figures), named, strict=True))
        return self._by_spot[told.spot]


class _Target(Struct, frozen=True):
    """What a figure is bound to, as a form writes it, and why."""

    written: str
    says: Message
    args: Mapping[str, str]


def _proposal(prose: ProseFigures, spans: SpanIndex, told: Told, target: _Target) -> Iterator[Proposal]:
    place = told.place(prose.written(told.run))
    span = spans.span(place)
    if span is not None and place.start is not None and place.end is not None:
        opening = Insertion(place.path, place.start, "[")
        closing = Insertion(place.path, place.end, f"]({target.written})")
        yield Proposal(span, (opening, closing), target.says, {"text": told.text, **target.args})


def _spoken(prose: ProseFigures, told: Told) -> str | None:
    if told.run.path[0] == "annex":
        return None
    spoken = prose.attribution.spoken(told)
    if spoken is not None:
        fits = is_level(spoken) and _agrees(told, spoken.value) and not is_refined(prose, told, spoken.value)
        return spoken.key if fits else None
    figures = prose.linked.figures
    alike = [key for key in prose.attribution.undated(told) if _agrees_with(told, figures[key].result)]
    return alike[0] if len(alike) == 1 and not _is_of_later(prose, told, alike[0]) else None


def _is_of_later(prose: ProseFigures, told: Told, key: str) -> bool:
    """Whether it is of what is made, and all years that stand not far before it are later than the year of what it would be bound to: 2026—2028年，建成生活圈48个."""
    discourse = prose.attribution.background.discourse
    if not any(
        word in told.before for word in discourse.making if word not in (*discourse.having, *discourse.reaching)
    ):
        return False
    years = [int(year) for year in YEAR.findall(plain(told.run.text[max(0, told.start - _LOOK_BACK) : told.start]))]
    return bool(years) and min(years) > int(key[key.rindex("[") + 1 : -1])


def _own_amount(prose: ProseFigures, told: Told) -> str | None:
    """The amount of the row that the figure's text belongs to."""
    project = project_of(prose.linked.plan, told.run.path)
    if project is None:
        return None
    own = node_at(prose.linked.plan, told.run.path[:-1])
    column = amount_named(words(prose.language).discourse, told, own.name) if isinstance(own, Project) else None
    node = prose.linked.figures.get(f"{project}.{column}") if column else None
    fits = node is not None and isinstance(node.result, Quantity) and _agrees(told, node.result)
    return f"self.{column}" if fits else None


def _repeated(told: Told, homes: Mapping[_Print, list[Home]]) -> str | None:
    """A figure printed alike elsewhere, of the same thing by its words; None where there are several."""
    alike = homes.get(_print(told.mention.quantity) or (Fraction(0), -1, ()), [])
    shared = [(_shared(told.label, home.label), home) for home in alike]
    wanted = _SHARED if _is_telling(told.mention.quantity) else max(_SHARED, len(told.label))
    best = max((length for length, _ in shared), default=0)
    found = [home.key for length, home in shared if length == best >= wanted and _agrees(told, home.value)]
    return found[0] if len(found) == 1 else None


def _homes(prose: ProseFigures) -> Mapping[_Print, list[Home]]:
    found: defaultdict[_Print, list[Home]] = defaultdict(list)
    for run in prose.runs(lambda _: True):
        for told in prose.figures(run):
            if told.form is not None and isinstance(told.form.form, Defined):
                key, printed = told.form.form.id, _print(told.mention.quantity)
                node = prose.linked.figures.get(key)
                if printed is not None and node is not None and isinstance(node.result, Quantity):
                    found[printed].append(Home(key, told.label, node.result))
    for fact in prose.linked.plan.facts:
        node = prose.linked.figures.get(fact.id)
        if node is not None and isinstance(node.result, Quantity) and (printed := _print(node.result)) is not None:
            found[printed].append(Home(fact.id, fact.name or fact.id, node.result))
    return found


def _print(quantity: Quantity) -> _Print | None:
    """What is equal in two prints of one figure."""
    if quantity.nominal is None:
        return None
    return quantity.nominal * quantity.unit.factor, quantity.decimals, quantity.unit.dimension


def _is_telling(quantity: Quantity) -> bool:
    nominal = abs(quantity.nominal or Fraction(0)) * 10 ** max(quantity.decimals or 0, 0)
    return len(str(int(nominal)).strip("0")) >= _TELLING_DIGITS


def _shared(label: str, other: str) -> int:
    """The length of the longest stretch of words that two labels share."""
    label, other = label[-40:], other[-40:]
    return SequenceMatcher(None, label, other, autojunk=False).find_longest_match().size


def _agrees(told: Told, value: Quantity) -> bool:
    try:
        return admits(told.mention, value.at_bound(), printed=True)
    except UnitMismatchError:
        return False


def _agrees_with(told: Told, result: Result) -> bool:
    return isinstance(result, Quantity) and _agrees(told, result)


def _value(prose: ProseFigures, told: Told, key: str) -> str:
    node = prose.linked.figures.get(_own_key(prose, told, key))
    return worded(prose.linked, node.key) if node and isinstance(node.result, Quantity) else ""


def _own_id(prose: ProseFigures, told: Told, name: str, taken: set[str]) -> str:
    """An id that nothing has yet, of a name; a project's begin with the project's own."""
    project = project_of(prose.linked.plan, told.run.path)
    stem = f"{project}_{name}" if project else name
    number, found = 2, stem
    while found in taken:
        found, number = f"{stem}_{number}", number + 1
    return found
