"""What the rows of a long table can be chosen by: the options of each facet, and those that each row has."""

from collections import Counter

from msgspec import Struct

from plan_compiler.document.nodes import Table, TableTools


class Option(Struct, frozen=True):
    """One value of a facet, and how many rows have it. `key` stands for it in the page."""

    key: str
    text: str
    count: int


class FacetOptions(Struct, frozen=True):
    """A facet, with its values in the order in which rows first have them."""

    title: str
    options: tuple[Option, ...]


class PrintedTools(Struct, frozen=True):
    """The tools of a table as the page prints them. `sums`: amounts may be added up."""

    facets: tuple[FacetOptions, ...]
    sums: bool


class Choices:
    """The options of one table."""

    def __init__(self, table: Table) -> None:
        facets = table.tools.facets if table.tools else ()
        self._counts = [Counter[str]() for _ in facets]
        for row in table.rows:
            for counts, values in zip(self._counts, row.choices, strict=False):
                counts.update(values)
        self._keys = [
            {value: f"{facet}.{index}" for index, value in enumerate(counts)}
            for facet, counts in enumerate(self._counts)
        ]

    def tools(self, tools: TableTools) -> PrintedTools:
        """What the page offers above the table."""
        facets = (
            FacetOptions(title, tuple(Option(keys[value], value, count) for value, count in counts.items()))
            for title, keys, counts in zip(tools.facets, self._keys, self._counts, strict=True)
        )
        return PrintedTools(tuple(facets), tools.adds)

    def keys(self, choices: tuple[tuple[str, ...], ...]) -> str:
        """The keys of the options that a row has, with spaces between them."""
        return " ".join(keys[v] for keys, values in zip(self._keys, choices, strict=False) for v in values)
