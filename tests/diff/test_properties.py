"""What holds of every revision: nothing from nothing, the script makes the new plan, and the way back mirrors the way there."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from plan_compiler.diff.changes import Added, Change, Edited, Moved, Removed, Renamed, Reordered
from plan_compiler.diff.diff import diff
from plan_compiler.diff.script import applied, plain_change, plain_plan
from plan_compiler.link.linked import LinkedPlan
from tests.diff.edits import BLOCKS, EDITS, FACT, NOTE, WAIVER, Edit, chapter_order
from tests.diff.plans import Data, indicators, linked, plan, projects


def revised(edits: list[Edit]) -> LinkedPlan:
    data = plan()
    for edit in edits:
        if "annex" in data:
            edit(data)
    return linked(data)


def as_json(changes: tuple[Change, ...]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(json.dumps([plain_change(change) for change in changes]))
    return found


@given(EDITS)
@settings(max_examples=40)
def test_a_plan_does_not_differ_from_itself(edits: list[Edit]) -> None:
    assert diff(revised(edits), revised(edits)).changes == ()


@given(EDITS, EDITS)
@settings(max_examples=60)
def test_the_changes_make_the_new_plan_of_the_old_one(before: list[Edit], after: list[Edit]) -> None:
    old, new = revised(before), revised(after)
    made = applied(old.plan, as_json(diff(old, new).changes))
    assert plain_plan(made) == plain_plan(new.plan)


@given(EDITS, EDITS)
@settings(max_examples=60)
def test_the_way_back_mirrors_the_way_there(before: list[Edit], after: list[Edit]) -> None:
    old, new = revised(before), revised(after)
    there, back = diff(old, new), diff(new, old)
    assert sorted(map(_mirrored, there.changes)) == sorted(map(_told, back.changes))
    assert {(s.old, frozenset(s.parts)) for s in there.splits} == {(m.new, frozenset(m.parts)) for m in back.mergers}
    values = {(f.key, f.before, f.after, f.stated) for f in there.figures if f.key == f.old_key}
    assert values == {(f.key, f.after, f.before, f.stated) for f in back.figures if f.key == f.old_key}


def _told(change: Change) -> str:
    """What a change says, without the choice of who moved when two changed places."""
    match change:
        case Added(new=new):
            return f"+ {new.path}"
        case Removed(old=old):
            return f"- {old.path}"
        case Moved(old=old, new=new):
            return f"m {old.path} {new.path}"
        case Renamed(old=old, new=new):
            return f"r {old.path} {new.path}"
        case Reordered():
            return "o"
        case Edited(old=old, new=new):
            return f"e {old.path} {new.path} {change.field} {change.before} {change.after}"


def _mirrored(change: Change) -> str:
    match change:
        case Added(new=new):
            return f"- {new.path}"
        case Removed(old=old):
            return f"+ {old.path}"
        case Moved(old=old, new=new):
            return f"m {new.path} {old.path}"
        case Renamed(old=old, new=new):
            return f"r {new.path} {old.path}"
        case Reordered():
            return "o"
        case Edited(old=old, new=new):
            return f"e {new.path} {old.path} {change.field} {change.after} {change.before}"


_NAMES = ("r1", "r2", "r3", "p1", "p2", "p3")
_FATES = st.fixed_dictionaries({name: st.sampled_from(["stays", "dropped", "moved", "changed"]) for name in _NAMES})
_YEARS = st.dictionaries(
    st.tuples(st.sampled_from(["output", "energy", "water", "forest"]), st.sampled_from(["2020", "2023", "2025"])),
    st.integers(300, 999),
    max_size=5,
)


@given(_FATES, _YEARS)
@settings(max_examples=30)
def test_random_edits_are_told_back_exactly(fates: dict[str, str], years: dict[tuple[str, str], int]) -> None:
    data = plan()
    roads, parks = projects(data)
    for rows, other in ((list(roads), parks), (list(parks), roads)):
        for row in rows:
            _befall(row, fates[row["id"]], roads if row in roads else parks, other)
    for (name, year), value in years.items():
        next(row for row in indicators(data) if row["id"] == name)["values"][year] = str(value)
    found = diff(linked(plan()), linked(data))
    expected = {(fate, name) for name, fate in fates.items() if fate != "stays"}
    assert {_fate(change) for change in found.changes} - {None} == expected | {("value", *key) for key in years}
    assert (found.splits, found.mergers) == ((), ())


def _befall(row: Data, fate: str, home: list[Data], other: list[Data]) -> None:
    match fate:
        case "dropped":
            home.remove(row)
        case "moved":
            home.remove(row)
            other.append(row)
        case "changed":
            row["total"] = "987"


def _fate(change: Change) -> tuple[str, ...] | None:
    match change:
        case Removed(old=old):
            return "dropped", old.id
        case Moved(new=new):
            return "moved", new.id
        case Edited(new=new, field=("total",)):
            return "changed", new.id
        case Edited(new=new, field=("values", year)):
            return "value", new.id, year
        case Reordered():
            return None  # which of the others moved up when some left is no edit of anyone
        case _:
            return "other", str(change)


def _at(data: Any, way: Sequence[str | int]) -> Any:
    for step in way:
        data = data[step]
    return data


def _set(*way: str | int, to: Any) -> Edit:
    def edit(data: Data) -> None:
        _at(data, way[:-1])[way[-1]] = to

    return edit


def _gone(*way: str | int) -> Edit:
    return lambda data: _at(data, way[:-1]).pop(way[-1])


def _put(name: str, entry: Data) -> Edit:
    return lambda data: data.setdefault(name, []).append(entry)


def _put_at(way: Sequence[str | int], block: Data) -> Edit:
    return lambda data: _at(data, way).append(block)


_GOALS = ("chapters", 0, "sections", 1, "body")

_ALONE: Mapping[str, tuple[Edit, frozenset[str]]] = {
    "cell": (_set("tables", 0, "rows", 1, "now", to="121.0"), frozenset({"edited row built now"})),
    "row gone": (_gone("tables", 0, "rows", 2), frozenset({"removed row green"})),
    "formula": (
        _set("tables", 0, "columns", "change", "formula", to="now - plan"),
        frozenset({"edited data_table land columns.change.formula"}),
    ),
    "fact": (_set("facts", 0, "value", to="12300户"), frozenset({"edited fact households value"})),
    "new fact": (_put("facts", FACT), frozenset({"added fact visitors"})),
    "waiver": (_put("waivers", WAIVER), frozenset({"added waiver "})),
    "note": (_put("changes", NOTE), frozenset({"added note "})),
    "term": (_set("glossary", 0, "avoid", to=["高新城", "科创城"]), frozenset({"edited term  avoid"})),
    "assertion": (_gone("assertions", 0), frozenset({"removed assertion fewer"})),
    "organization": (_set("organizations", 0, "name", to="住建局"), frozenset({"edited organization jianshe name"})),
    "box": (_set(*_GOALS, 3, "box", "title", to="重大工程"), frozenset({"edited box works title"})),
    "list": (_set(*_GOALS, 2, "list", "items", 1, to="未来乡村与社区"), frozenset({"edited text  "})),
    "chart": (_put_at(_GOALS, BLOCKS[0]), frozenset({"added chart course"})),
    "footnote": (
        _set("chapters", 1, "sections", 0, "body", to="建设创新平台^[共三个。]，引进高层次人才。"),
        frozenset({"edited text  "}),
    ),
    "chapter": (chapter_order(2, 0), frozenset({"reordered section "})),
    "issuer": (_set("issuer", to="市政府"), frozenset({"edited plan  issuer"})),
}
"""Edits that leave each other alone, and what is to be told of each."""


@given(st.sets(st.sampled_from(sorted(_ALONE))))
@settings(max_examples=60)
def test_every_kind_of_edit_is_told_as_that_and_nothing_else(names: set[str]) -> None:
    data = plan()
    for name in sorted(names, key=lambda name: (name == "chapter", name)):  # the chapters' places are counted before
        _ALONE[name][0](data)
    told = {_said(change) for change in diff(linked(plan()), linked(data)).changes}
    assert told == {line for name in names for line in _ALONE[name][1]}


def _said(change: Change) -> str:
    match change:
        case Added(new=new):
            return f"added {new.kind} {new.id}"
        case Removed(old=old):
            return f"removed {old.kind} {old.id}"
        case Edited(new=new):
            return f"edited {new.kind} {new.id} {'.'.join(change.field)}"
        case Moved(new=new) | Renamed(new=new) | Reordered(new=new):
            return f"{type(change).__name__.lower()} {new.kind} {new.id}"
