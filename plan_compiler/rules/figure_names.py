"""What figures are called in messages."""

from plan_compiler.language.typography import in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.sums.tables import cell_of, names
from plan_compiler.rules.sums.totals import COLUMNS
from plan_compiler.rules.sums.totals import names as column_names

_UNNAMED = "#"
"""In the key of a figure whose row has no name that an expression could use: budget.#4[2026]."""


def called(linked: LinkedPlan, key: str) -> str:
    """A figure by its key, which is how a text refers to it; where it has none that could be written, by its row and column."""
    return figure_name(linked, key) if _UNNAMED in key else key


def figure_name(linked: LinkedPlan, key: str) -> str:
    """What a figure is called: by its row and column, by its name and year, else by its key."""
    zh = in_chinese(linked.plan.language)
    if found := cell_of(linked, key):
        own = names(*found)
        return f"{own['row']}（{own['column']}）" if zh else f"{own['row']} ({own['column']})"
    entity, _, rest = key.replace("[", ".", 1).partition(".")
    symbol = linked.symbols.by_id.get(entity)
    column = next((column for column in COLUMNS if column == rest), None)
    part = column_names(column)["column_zh" if zh else "column_en"] if column else rest.rstrip("]")
    name = (symbol.name if symbol else "") or entity
    return f"{name}（{part}）" if part and zh else f"{name} ({part})" if part else name
