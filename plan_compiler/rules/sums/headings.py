"""Headings of years that their tables' rows know nothing of."""

from collections.abc import Mapping

from plan_compiler.model.indicators import IndicatorTable

_FEWEST = 2


def mistyped_years(table: IndicatorTable) -> Mapping[int, int]:
    """The year of a column for which no row has a value, with the one for which they all have one in its place, and no column: {2082: 2028}."""
    rows = [indicator.values for group in table.groups for indicator in group.indicators]
    if len(rows) < _FEWEST or not table.columns:
        return {}
    empty = [year for year in table.columns if not any(year in values for values in rows)]
    strays = [year for year in rows[0] if year not in table.columns and all(year in values for values in rows)]
    return {empty[0]: strays[0]} if len(empty) == len(strays) == 1 else {}
