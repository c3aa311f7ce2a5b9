"""`python -m bench`: measure, and print the tables."""

import platform
import tempfile
from importlib.metadata import version
from pathlib import Path

from bench import building, checking, history, revising, rows, rules
from bench.table import show

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Run everything; a few minutes."""
    tools = ", ".join(f"{name} {version(name)}" for name in ("yamllint", "check-jsonschema", "weasyprint"))
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; {tools}")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        show("Checking the real plan", checking.real_plan(ROOT))
        building.write_paged_html(ROOT, scratch)
        show("Building the real plan", building.formats(ROOT, scratch))
        show("The PDF: processor time of the layout alone", building.layout(ROOT, scratch))
        show("A table of 1 400 rows: processor time", building.long_table(ROOT, scratch))
        show("Word: processor time of the writer alone", rows.rows(ROOT, scratch))
        show("Checking generated plans", checking.generated_plans(ROOT, scratch))
        show("Comparing two versions", revising.revisions(ROOT, scratch))
        show("The history of a figure", history.histories(ROOT, scratch))
        show(f"Rules by what they cost, on {rules.SIZE} projects", rules.costs(ROOT, scratch))


if __name__ == "__main__":
    main()
