"""Which finding a waiver is for, where rows of several data tables have one id."""

from msgspec.structs import replace

from plan_compiler.diagnostics import Finding
from plan_compiler.pipeline.checking import Asked, judged, load
from plan_compiler.pipeline.comparing import compare
from plan_compiler.pipeline.waiving import Wanted
from plan_compiler.read.tree import MemoryTree
from tests.rules.plans import HEAD, findings

TABLE = """\
id: {id}
title: 表{id}
columns: {{a: 金额}}
rows:
  - {{title: 甲{id}, a: 10}}
  - {{title: 乙{id}, a: 20}}
  - {{id: {row}, title: 合计, role: total, stated: {{a: {stated}}}}}
"""
WAIVER = "- {{code: SUM110, entity: {}, field: stated.a, subject: 合计, reason: 已刊印, values: {{stated: '{}', computed: '30'}}}}\n"


def tables(first: int, second: int, row: str = "total") -> dict[str, str]:
    """Two tables whose totals are stated so; they are right with 30."""
    return {
        "tables/a.yaml": TABLE.format(id="budget", row=row, stated=first),
        "tables/b.yaml": TABLE.format(id="land", row="total", stated=second),
    }


def told(found: list[Finding]) -> list[tuple[str, str | None, str | None, bool]]:
    return [(f.kind.code, f.entity, f.subject, f.waiver is not None) for f in found if f.kind.code == "SUM110"]


def test_a_waiver_of_one_tables_row_is_not_touched_by_anothers() -> None:
    waivers = {"waivers.yaml": WAIVER.format("land.total", 43)}
    both = findings({**tables(41, 43), **waivers})
    assert told(both) == [("SUM110", "budget.total", "合计", False), ("SUM110", "land.total", "合计", True)]
    assert told(findings({**tables(30, 43), **waivers})) == [("SUM110", "land.total", "合计", True)]


def test_the_rows_own_id_is_enough_where_one_table_has_it() -> None:
    waivers = {"waivers.yaml": WAIVER.format("total", 43)}
    assert told(findings({**tables(30, 43), **waivers})) == [("SUM110", "land.total", "合计", True)]
    both = findings({**tables(43, 43), **waivers})
    assert [waived for *_, waived in told(both)] == [False, False]
    assert "WVR901" in [f.kind.code for f in both]


def test_a_waiver_of_a_row_goes_with_the_value_it_was_given_for() -> None:
    waivers = {"waivers.yaml": WAIVER.format("budget.total", 41)}
    assert revised({**tables(41, 30), **waivers}, {**tables(42, 30), **waivers}) == ["SUM110", "REV301", "WVR903"]
    assert "REV301" not in revised({**tables(41, 30), **waivers}, {**tables(41, 43), **waivers})


def test_a_finding_on_a_row_is_the_same_under_another_id_of_it() -> None:
    changed = compare(tree(tables(41, 43)), tree(tables(41, 43, row="sum"))).findings
    assert (changed.new, changed.gone) == ((), ())


def test_a_finding_without_a_subject_can_be_chosen_among_those_at_its_place() -> None:
    (one, *_), other = findings(tables(41, 43)), "#2"
    place = [replace(one, subject=None), replace(one, subject=other)]
    assert Wanted(one.kind.code, one.entity, one.field).among(place) == tuple(place)
    assert Wanted(one.kind.code, one.entity, one.field, "").among(place) == (place[0],)
    assert Wanted(one.kind.code, one.entity, one.field, other).among(place) == (place[1],)


def revised(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """The codes of what is found in the new version, held against the old one."""
    before, after = load(tree(old)), load(tree(new))
    return [f.kind.code for f in judged(after, Asked(), before.linked).findings if f.kind.code != "REF504"]


def tree(files: dict[str, str]) -> MemoryTree:
    plan = {"plan.yaml": f"{HEAD}chapters:\n  - title: 总则\n    body: 正文。\n", **files}
    return MemoryTree({name: text.encode() for name, text in plan.items()})
