"""References by id outside expressions: the whole of a part, the owner of a project, the table of a block, a label."""

from collections.abc import Mapping

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.link.circles import circles
from plan_compiler.link.faults.references import WRONG_REFERENCE
from plan_compiler.link.linked import SymbolKind, Unknown, Use
from plan_compiler.link.names import Names
from plan_compiler.link.outline import TablePlacement, body_parts, indicators, projects, sections
from plan_compiler.model.blocks import Chart
from plan_compiler.model.plan import Plan

TABLES = frozenset({SymbolKind.INDICATOR_TABLE, SymbolKind.DATA_TABLE})
"""What a table block places."""

DRAWN: Mapping[str, frozenset[SymbolKind]] = {
    **dict.fromkeys(("trajectory", "progress"), frozenset({SymbolKind.INDICATOR})),
    **dict.fromkeys(("investment", "schedule"), frozenset({SymbolKind.ANNEX, SymbolKind.CATEGORY, SymbolKind.PROJECT})),
}
"""What a chart of each kind is drawn of."""


def resolve_references(plan: Plan, names: Names) -> None:
    """Record the uses of ids in `part_of`, `owner`, `table:` and `of:`; `names` gathers the findings."""
    _parts(plan, names)
    _owners(plan, names)
    for path, section in sections(plan):
        for part_path, part in body_parts(path, section):
            if isinstance(part, TablePlacement):
                _expect(TABLES, part.table, part_path, "table", names)
            elif isinstance(part, Chart):
                for at, target in part.targets:
                    message = "drawn" if SymbolKind.INDICATOR in DRAWN[part.kind] else "drawn_projects"
                    _expect(DRAWN[part.kind], target, (*part_path, *at), message, names)


def _expect(kinds: frozenset[SymbolKind], target: str, path: NodePath, message: str, names: Names) -> str | None:
    """The id that `target` means, where it is of one of these kinds; else a finding."""
    symbol = names.symbol(target, Place(path))
    if isinstance(symbol, Unknown):
        return None
    if symbol.kind not in kinds:
        names.refuse(WRONG_REFERENCE, symbol, Place(path), message)
        return None
    return symbol.id


def _parts(plan: Plan, names: Names) -> None:
    whole_of: dict[str, str] = {}
    written: dict[str, Place] = {}
    for path, _, indicator in indicators(plan):
        if indicator.part_of is not None:
            place = Place((*path, "part_of"))
            whole = _expect(frozenset({SymbolKind.INDICATOR}), indicator.part_of, place.path, "part_of", names)
            if whole is not None and indicator.id not in whole_of:
                whole_of[indicator.id], written[indicator.id] = whole, place
    for circle in circles(whole_of):
        names.refuse(WRONG_REFERENCE, names.declared.by_id[circle[0]], written[circle[0]], "part_of_self")


def _owners(plan: Plan, names: Names) -> None:
    """An owner is a printed name, unless it is the id of an organisation."""
    organizations = {organization.id for organization in plan.organizations}
    for path, _, project in projects(plan):
        owners = (project.owner,) if isinstance(project.owner, str) else project.owner
        for index, owner in enumerate(owners):
            if owner in organizations:
                at = (*path, "owner") if isinstance(project.owner, str) else (*path, "owner", index)
                names.uses[owner].append(Use(owner, Place(at)))
