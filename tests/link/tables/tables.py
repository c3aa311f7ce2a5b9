"""Data tables to link: written as planners write them, and their figures as text."""

from textwrap import dedent

from msgspec import Struct

from plan_compiler.link.linked import LinkedTable, Unknown
from plan_compiler.link.tables.linked import LinkedCell
from plan_compiler.quantity.printing import format_quantity
from tests.link.plans import Linked, linked

PLAN = "title: 例\nperiod: 2021-2025\nchapters:\n  - title: 表\n    body: |\n      {text}\n"


class LinkedTableCase(Struct, frozen=True):
    """A plan with one data table, linked."""

    linked: Linked

    @property
    def table(self) -> LinkedTable:
        return next(iter(self.linked.plan.tables.values()))

    @property
    def codes(self) -> list[str]:
        return [diagnostic.kind.code for diagnostic in self.linked.diagnostics]

    def figure(self, key: str) -> str:
        """A figure as it would be printed with its unit; the reason where there is none."""
        result = self.linked.result(f"t.{key}")
        return str(result.reason) if isinstance(result, Unknown) else format_quantity(result)

    def figures(self, *keys: str) -> list[str]:
        return [self.figure(key) for key in keys]

    def cell(self, key: str) -> LinkedCell:
        return self.table.cells[f"t.{key}"]

    def bases(self, key: str) -> list[str]:
        return [str(derived.basis) for derived in self.cell(key).derived]


def table(text: str, prose: str = "正文。", **files: str) -> LinkedTableCase:
    """The plan with this table (its id is ``t``), a text, and more files by their names without ``.yaml``."""
    more = {f"{name}.yaml": content for name, content in files.items()}
    written = "id: t\ntitle: 表\n" + dedent(text)
    return LinkedTableCase(linked({"plan.yaml": PLAN.format(text=prose), "tables/t.yaml": written, **more}))
