"""Tables where their blocks stand: of indicators, or of data."""

from collections.abc import Iterator

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.nodes import Block
from plan_compiler.lower.data_table import lower_data_table
from plan_compiler.lower.indicators import lower_indicators
from plan_compiler.lower.scope import Scope


def lower_table(scope: Scope, block: NodePath, table_id: str) -> Iterator[Block]:
    """The table that the block names; nothing where there is none of that id."""
    symbol = scope.linked.symbols.by_id.get(table_id)
    match symbol.path if symbol else ():
        case ("indicators", int(index)) as path:
            yield lower_indicators(scope, path, scope.linked.plan.indicators[index], block)
        case ("tables", int(_)):
            yield lower_data_table(scope, scope.linked.tables[table_id], block)
        case _:
            return
