"""What rests on the figures of a plan: an index of their needs, turned around once for any number of questions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from plan_compiler.link.linked import FigureNode, LinkedAssertion, LinkedForm, LinkedPlan


class Dependents:
    """Of the figures of one linked plan."""

    def __init__(self, linked: LinkedPlan) -> None:
        self._linked = linked

    def figures(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The figures that are computed from these, directly or by way of others, nearest first."""
        given = dict.fromkeys(keys)
        found: dict[str, None] = {}
        waiting = list(given)
        for key in waiting:
            fresh = [node.key for node in self._needing.get(key, ()) if node.key not in found and node.key not in given]
            found.update(dict.fromkeys(fresh))
            waiting += fresh
        return tuple(found)

    def uses(self, key: str) -> Iterator[LinkedForm | LinkedAssertion | FigureNode]:
        """The forms and assertions that name a figure, then the figures with a home that are computed from it."""
        yield from self._naming.get(key, ())
        yield from (node for node in self._needing.get(key, ()) if node.home is not None)

    @cached_property
    def _needing(self) -> dict[str, list[FigureNode]]:
        index: defaultdict[str, list[FigureNode]] = defaultdict(list)
        for node in self._linked.figures.values():
            for need in dict.fromkeys(node.needs):
                index[need].append(node)
        return dict(index)

    @cached_property
    def _naming(self) -> dict[str, list[LinkedForm | LinkedAssertion]]:
        index: defaultdict[str, list[LinkedForm | LinkedAssertion]] = defaultdict(list)
        naming: list[LinkedForm | LinkedAssertion] = [*self._linked.forms.values(), *self._linked.assertions]
        for each in naming:
            for need in dict.fromkeys(each.needs):
                index[need].append(each)
        return dict(index)
